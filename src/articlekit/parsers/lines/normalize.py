"""Normal forms of text: invisible characters, white space, keys to compare by, and the end of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_LETTERS = re.compile(r"[^\W_]+")
_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
"""Soft hyphens, and zero-width spaces and joiners that editors leave after."""


def without_invisible(text: str) -> str:
    r"""Return ``text`` without characters that have neither width nor meaning.

    The joiners U+200C and U+200D stay: Persian, the scripts of India and emoji need them.

    >>> without_invisible("har\xadbour")
    'harbour'
    """
    if text.isascii() or not ("\xad" in text or "\u200b" in text or "\ufeff" in text or "\u2060" in text):
        return text
    return text.translate(_INVISIBLE)


def single_spaced(text: str) -> str:
    r"""Return ``text`` with each run of white space replaced by one space, and no white space at either end.

    >>> single_spaced(" Rain \n fell ")
    'Rain fell'
    """
    text = text.strip()
    # The plain space is the only printable white space, so most texts need no splitting.
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


@lru_cache(maxsize=512)  # Rules compare the same few names and headlines again and again.
def match_key(words: str) -> str:
    """Return a key to compare names and headlines by: the letters and digits of ``words``, casefolded.

    >>> match_key("The Harbour-Courier")
    'theharbourcourier'
    """
    return "".join(_LETTERS.findall(words.casefold()))


def ends_sentence(text: str) -> bool:
    """True if ``text`` ends in a full stop or similar mark, before any closing quotation marks and brackets.

    >>> ends_sentence("“Rain fell.”"), ends_sentence("Rain fell on")
    (True, False)
    """
    return _SENTENCE_END.search(text[-8:]) is not None
