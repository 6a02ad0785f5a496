"""How running text looks, whatever it was written in."""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_LETTERS = re.compile(r"[^\W_]+")


def single_spaced(text: str) -> str:
    r"""``text`` with every run of white space made one space, and none at either end.

    >>> single_spaced(" Rain \n fell ")
    'Rain fell'
    """
    text = text.strip()
    # Of all white space only the plain space is printable: most texts need not be taken apart into words.
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


@lru_cache(maxsize=512)  # Rules hold the same few names and headlines against one another, again and again.
def squeeze(words: str) -> str:
    """``words`` without case, spaces and punctuation, to compare by.

    >>> squeeze("The Harbour-Courier")
    'theharbourcourier'
    """
    return "".join(_LETTERS.findall(words.casefold()))


def ends_sentence(text: str) -> bool:
    """Whether a full stop or its like closes ``text``, closing marks and brackets apart.

    >>> ends_sentence("“Rain fell.”"), ends_sentence("Rain fell on")
    (True, False)
    """
    return _SENTENCE_END.search(text[-8:]) is not None
