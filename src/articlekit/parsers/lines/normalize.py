"""How running text looks, whatever it was written in."""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_LETTERS = re.compile(r"[^\W_]+")
_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
"""Soft hyphens, and spaces and joiners without width that editors leave behind."""


def without_invisible(text: str) -> str:
    r"""``text`` without the characters that have neither width nor meaning, so that a search finds the words that a reader sees.

    The joiners U+200C and U+200D stay: Persian, the scripts of India and emoji are written with them.

    >>> without_invisible("har\xadbour")
    'harbour'
    """
    if text.isascii() or not ("\xad" in text or "\u200b" in text or "\ufeff" in text or "\u2060" in text):
        return text
    return text.translate(_UNSEEN)


def single_spaced(text: str) -> str:
    r"""``text`` with every run of white space made one space, and none at either end.

    >>> single_spaced(" Rain \n fell ")
    'Rain fell'
    """
    text = text.strip()
    # Of all white space only the plain space is printable: most texts need not be taken apart into words.
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


@lru_cache(maxsize=512)  # Rules hold the same few names and headlines against one another, again and again.
def match_key(words: str) -> str:
    """``words`` without case, spaces and punctuation, to compare by.

    >>> match_key("The Harbour-Courier")
    'theharbourcourier'
    """
    return "".join(_LETTERS.findall(words.casefold()))


def ends_sentence(text: str) -> bool:
    """Whether a full stop or its like closes ``text``, closing marks and brackets apart.

    >>> ends_sentence("“Rain fell.”"), ends_sentence("Rain fell on")
    (True, False)
    """
    return _SENTENCE_END.search(text[-8:]) is not None
