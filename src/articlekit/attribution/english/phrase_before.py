"""Noun phrases before a verb: from their last word back to the first."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.noun_phrases import (
    MAX_PHRASE_WORDS,
    WordRange,
    is_participle_like,
    is_period,
    is_role,
    title_bracket_end,
)
from articlekit.attribution.english.tags import (
    ENDS_NOUN_PHRASE,
    INSERTION_MARKS,
    NOUNS,
    OPENS_NAME,
    OPENS_NOUN_PHRASE,
    Tag,
)
from articlekit.attribution.english.words import Word

OPENS_REMARK: Final = frozenset({Tag.RELATIVE, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.TIME})
"""First words of a remark or an adverbial between commas, which is no description."""

BEFORE_APPOSITIVE: Final = frozenset(")") | {Tag.NAME, Tag.COMMON, Tag.FRAGMENT}
"""Last words of a phrase that an appositive describes."""

SHOWS_VERB: Final = frozenset({Tag.AUXILIARY, Tag.PRONOUN, Tag.SUBORDINATOR, Tag.OBJECT_PRONOUN})
"""Words that a description without a verb does not hold."""

LISTED_NAMES: Final = frozenset("()") | {Tag.NAME, Tag.COORDINATOR}
"""Names in a list, perhaps with brackets."""

ALONE: Final = frozenset({Tag.PRONOUN, Tag.RELATIVE})
"""Pronouns that are a phrase by themselves."""

ENDS_PHRASE: Final = frozenset(")") | {Tag.NAME, Tag.COMMON, Tag.FRAGMENT, Tag.NUMBER}
"""Last words of a phrase before a verb."""

WITHIN_PHRASE: Final = frozenset("&/") | {
    Tag.NAME,
    Tag.COMMON,
    Tag.FRAGMENT,
    Tag.DETERMINER,
    Tag.NUMBER,
    Tag.PREPOSITION,
}
"""Words of a noun phrase with its prepositions."""

APOSTROPHES: Final = frozenset("'’")
"""Apostrophes apart from a word."""

WITHIN_RELATIVE_CLAUSE: Final = frozenset({Tag.AUXILIARY, Tag.RELATIVE})
"""Words that may lie in a relative clause."""

WITHIN_CONJUNCT: Final = frozenset("&") | {
    Tag.NAME,
    Tag.COMMON,
    Tag.FRAGMENT,
    Tag.DETERMINER,
    Tag.NUMBER,
    Tag.PREPOSITION,
}
"""Words of a noun phrase that ``and`` joins to another."""

WITHIN_LISTED_NAME: Final = frozenset({Tag.NAME, Tag.FRAGMENT, Tag.PREPOSITION})
"""Words of a name in a list."""

WITHIN_LIST: Final = frozenset(",") | {Tag.NAME, Tag.FRAGMENT, Tag.PREPOSITION}
"""Words and commas of a list of names."""

BEFORE_LIST: Final = frozenset(",;:") | {Tag.SUBORDINATOR}
"""What precedes a list that opens its clause."""

BEFORE_RELATIVE: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.PRONOUN})
"""Words that a relative clause describes."""

OUTSIDE_RELATIVE_CLAUSE: Final = frozenset(",;:") | {Tag.PRONOUN, Tag.SUBORDINATOR, Tag.SPEECH}
"""What a relative clause does not hold before its verb."""


COMMA: Final = frozenset(",")
OPENING_BRACKET: Final = frozenset("(")

OPENING_DASHES: Final = frozenset("—–-")
"""Dashes that open an insertion."""


def phrase_before(words: list[Word], at: int, low: int = 0) -> WordRange | None:
    """Return the noun phrase that ends right before ``words[at]``, with its appositive; None if there is none.

    A clause on a person (``who …``) belongs to the phrase. A remark on a thing (``which …``) or an adverbial (``in March``)
    between commas is skipped, and so is a date right before the verb (``Holt on Friday said``).
    """
    low = max(low, at - MAX_PHRASE_WORDS)
    if dated := _date_before(words, at, low):
        phrase = phrase_before(words, at - dated, low)
        # What was done on that day is part of it: ``a poll published on Monday``.
        return phrase and (phrase[0], at if any(map(is_participle_like, words[slice(*phrase)])) else phrase[1])
    last = at - 1
    if last < low:
        return None
    tag = words[last].tag
    if tag in INSERTION_MARKS:
        return _before_insertion(words, last, low)
    if tag == ")":
        opening = _find_back(words, last, low, OPENING_BRACKET)
        inner = None if opening is None else simple_before(words, opening, low)
        return inner and (inner[0], at)
    return simple_before(words, at, low)


def _date_before(words: list[Word], at: int, low: int) -> int:
    """Return how many words before ``words[at]`` say when, after a noun: ``Friday``, ``on Friday``, ``last week``; else 0."""
    if at - 3 >= low and is_period(words[at - 2 : at]) and words[at - 3].tag in NOUNS:
        return 2
    for size in (1, 2):
        dated = at - size > low and words[at - 1].tag == Tag.TIME and words[at - size - 1].tag in NOUNS
        if dated and (size == 1 or words[at - 2].low in ("on", "in")):
            return size
    return 0


def _find_back(words: list[Word], at: int, low: int, tags: frozenset[str]) -> int | None:
    for i in range(at - 1, low - 1, -1):
        if words[i].tag in tags:
            return i
    return None


def _before_insertion(words: list[Word], closing: int, low: int) -> WordRange | None:
    """Return the phrase before an insertion between commas or dashes, with the insertion if it is an appositive."""
    marks = COMMA if words[closing].tag == "," else OPENING_DASHES
    if marks is COMMA and (clause := _with_relative_clause(words, closing, low)) is not None:
        return clause
    at = closing
    for _ in range(4):
        opening = _find_back(words, at, low, marks)
        if opening is None or opening + 1 >= closing:
            return None
        at = opening
        first = words[opening + 1]
        head = simple_before(words, opening, low)
        if head is None or words[opening - 1].tag == Tag.RELATIVE:
            continue
        if (name := _with_age(words, head, low)) is not None:
            return name[0], closing
        if first.tag in OPENS_REMARK or first.low.endswith("ing") or (marks is COMMA and is_participle_like(first)):
            return head
        if _is_appositive(words, opening + 1, closing) and words[opening - 1].tag in BEFORE_APPOSITIVE:
            return _start_of_conjunct(words, _start_of_described_name(words, head[0], low), low), closing
    return None


def _with_age(words: list[Word], phrase: WordRange, low: int) -> WordRange | None:
    """Return the phrase before an age between commas: ``Asa Holt, | 32, from Leeds,``, ``a man, | aged 44,``; else None."""
    age = words[phrase[0] + (words[phrase[0]].low == "aged") : phrase[1]]
    if not all(word.tag == Tag.NUMBER for word in age) or phrase[0] <= low or words[phrase[0] - 1].tag != ",":
        return None
    return simple_before(words, phrase[0] - 1, low)


def _start_of_conjunct(words: list[Word], start: int, low: int) -> int:
    """Return the start of a description that ``, and`` joins: ``Ann Pole, the mayor, and | Tom Reed, the chief,``; else ``start``."""
    if start - 3 < low or words[start - 1].low != "and" or words[start - 2].tag != ",":
        return start
    other = _before_insertion(words, start - 2, low)
    return other[0] if other and other[1] == start - 2 and words[other[0]].tag == Tag.NAME else start


def _start_of_described_name(words: list[Word], start: int, low: int) -> int:
    """Return the start of a name with two descriptions: ``Asa Holt, | the mayor of Elswick, a Heron supporter,``; else ``start``."""
    if words[start].tag != Tag.DETERMINER or start - 2 < low or words[start - 1].tag != ",":
        return start
    name = simple_before(words, start - 1, low)
    return name[0] if name and all(word.tag == Tag.NAME for word in words[name[0] : name[1]]) else start


def _with_relative_clause(words: list[Word], closing: int, low: int) -> WordRange | None:
    """Return the phrase before ``, who …,`` with the clause, which may contain commas."""
    opening = closing
    for _ in range(4):
        found = _find_back(words, opening, low, COMMA)
        if found is None:
            return None
        opening = found
        if words[opening + 1].low in ("who", "whose"):
            head = simple_before(words, opening, low)
            return head and ((_with_age(words, head, low) or head)[0], closing)
    return None


def _is_appositive(words: list[Word], start: int, end: int) -> bool:
    """True if the words describe a person: an age, a role, or a noun phrase without a verb."""
    first = words[start]
    if first.tag == Tag.NUMBER:
        return True
    if first.tag not in OPENS_NOUN_PHRASE:
        return False
    for i in range(start, end):
        if words[i].tag == Tag.RELATIVE:
            return True
        if words[i].tag in SHOWS_VERB:
            return False
    names = all(words[i].tag in LISTED_NAMES for i in range(start, end))
    return first.tag == Tag.DETERMINER or names or any(is_role(words[i]) for i in range(start, min(end, start + 8)))


def simple_before(words: list[Word], at: int, low: int = 0) -> WordRange | None:
    """Return the noun phrase that ends right before ``words[at]``, without insertions between commas."""
    low = max(low, at - MAX_PHRASE_WORDS)
    last = at - 1
    if last < low:
        return None
    if words[last].tag in ALONE:
        return (last, at) if words[last].low != "that" else None
    if words[last].tag not in ENDS_PHRASE or (words[last].tag == Tag.COMMON and words[last].low.endswith("ly")):
        return None
    start = _walk_back(words, last, low)
    start = _skip_opening_adverbial(words, start, at)
    return (start, at) if start < at else None


def _walk_back(words: list[Word], last: int, low: int) -> int:
    """Return the index of the first word of the phrase that ends with ``words[last]``."""
    i = last
    while i >= low:
        tag = words[i].tag
        if tag in WITHIN_PHRASE or (i < last and (tag in APOSTROPHES or _is_adverb_in_phrase(words, i))):
            i -= 1
        elif (
            tag == ")"
            and (opening := _find_back(words, i, low, OPENING_BRACKET))
            and title_bracket_end(words, opening) == i
        ):
            i = opening - 1
        elif tag == Tag.COORDINATOR and i < last and words[i].low in ("and", "or"):
            left = _conjunct_start(words, i, low)
            if left is None:
                return i + 1
            i = left - 1
        elif tag == "," and i < last and _is_list(words, i, last, low):
            i -= 1
        elif (
            tag == Tag.TIME
            and low < i < last
            and words[i + 1].tag == Tag.PREPOSITION
            and words[i - 1].tag == Tag.COMMON
        ):
            i -= 1
        elif tag in WITHIN_RELATIVE_CLAUSE and (relative := _head_of_relative_clause(words, i, low)) is not None:
            if words[relative].tag == Tag.PRONOUN:
                return relative
            i = relative
        else:
            return i + 1
    return i + 1


def _is_adverb_in_phrase(words: list[Word], i: int) -> bool:
    """True if an adverb separates an article from its noun: ``the first witness``, ``the then mayor``."""
    return words[i].tag == Tag.ADVERB and i > 0 and words[i - 1].tag == Tag.DETERMINER


def _conjunct_start(words: list[Word], conjunction: int, low: int) -> int | None:
    """Return the start of the left part of ``A and B``, if it is a noun phrase that opens its clause."""
    i = conjunction - 1
    while i >= low and words[i].tag in WITHIN_CONJUNCT:
        i -= 1
    start = i + 1
    if start >= conjunction or words[conjunction - 1].tag not in ENDS_NOUN_PHRASE or conjunction - start > 12:
        return None
    if (
        words[start].tag == Tag.PREPOSITION
        or (i >= low and words[i].tag == Tag.AUXILIARY)
        or any(is_participle_like(words[k]) for k in range(start, conjunction))
    ):
        return None
    if i >= low and words[i].tag == "," and _is_list(words, i, conjunction, low):
        return _list_start(words, i, low)
    return start


def _is_list(words: list[Word], comma: int, last: int, low: int) -> bool:
    """True if the comma at ``comma`` separates names of a list: ``A, B and C``."""
    if not any(words[i].low == "and" for i in range(comma + 1, last + 1)):
        return False
    i = comma - 1
    while (
        i >= low
        and words[i].tag in WITHIN_LISTED_NAME
        and words[i].low not in ("in", "on", "at", "after", "from", "by")
    ):
        i -= 1
    return i < comma - 1 and (i < low or words[i].tag in BEFORE_LIST) and words[comma + 1].tag in OPENS_NAME


def _list_start(words: list[Word], comma: int, low: int) -> int:
    i = comma
    while i >= low and words[i].tag in WITHIN_LIST:
        i -= 1
    while words[i + 1].tag == ",":
        i += 1
    return i + 1


def _head_of_relative_clause(words: list[Word], i: int, low: int) -> int | None:
    """Return the index of the head noun if ``words[i]`` is in a restrictive relative clause: ``the man who was there``."""
    for k in range(i, max(low, i - 10) - 1, -1):
        tag = words[k].tag
        if tag == Tag.RELATIVE and words[k].low != "that":
            return k - 1 if k > low and words[k - 1].tag in BEFORE_RELATIVE else None
        if tag in OUTSIDE_RELATIVE_CLAUSE:
            return None
    return None


def _skip_opening_adverbial(words: list[Word], start: int, end: int) -> int:
    """Return the start of a phrase after the adverbial that opens the sentence: ``In Moscow officials``."""
    if start >= end or words[start].tag != Tag.PREPOSITION:
        return start
    i = start + 1
    if i < end and words[i].tag == Tag.DETERMINER:
        i += 1
    kind = words[i].tag if i < end else ""
    while i < end and words[i].tag == kind:
        i += 1
    return i
