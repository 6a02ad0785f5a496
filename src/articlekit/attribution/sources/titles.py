"""Titles and offices next to a person's name: which words they are, and where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.attribution.english.lexicon import (
    NON_PERSON_NOUNS,
    ORGANIZATIONS,
    POSSESSIVE_ENDINGS,
    REMIT_NOUNS,
    ROLE_NOUNS,
    SURNAMES,
    TITLES,
)
from articlekit.attribution.english.noun_phrases import MODIFIED_BY_ROLE, is_role, title_bracket_end
from articlekit.attribution.english.tags import NOUNS, Tag
from articlekit.attribution.english.words import Word
from articlekit.attribution.sources.genders import given_name_gender
from articlekit.attribution.sources.names import INITIALS
from articlekit.attribution.sources.organizations import ORGANIZATION_ENDINGS, is_company_noun, is_organization_word

WITHIN_REMIT_TAGS: Final = frozenset({Tag.DETERMINER, Tag.NAME, Tag.COMMON, Tag.COORDINATOR})
"""Words of the field of an office: ``health and social care``."""

WITHIN_OFFICE: Final = frozenset({Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION, Tag.COORDINATOR})
"""Words of the name of an office."""

COURTESY_TITLES: Final = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame comrade".split())
"""Titles that are not a function."""

OFFICE_MODIFIERS: Final = frozenset("home shadow acting interim managing permanent general".split())
"""Words before an office that are a part of it: ``the home secretary``."""

CHIEFS: Final = frozenset("ceo cfo coo".split())
"""Acronyms for the head of a company."""

COUNTING_WORDS: Final = frozenset("a the one another other first second third fourth".split())
"""Words that count people and say nothing else about them."""

POST_NOMINALS: Final = frozenset("mp mep msp mla td mlc qc kc sc obe mbe cbe phd md".split())
"""Acronyms of offices, honours and degrees after a name: ``Jo Bell MP``."""


MAX_BRACKETED_WORDS: Final = 3
"""How many words a bracket within an office may have: ``(South)``, ``(Law and Order)``."""


def counting_end(words: list[Word]) -> int:
    """Return the end of words that only count the person who follows: ``Another, | the butcher Phil Dawes``; 0 without any."""
    comma = next((i for i, word in enumerate(words) if word.tag == ","), 0)
    only_counts = comma and all(word.low in COUNTING_WORDS for word in words[:comma])
    named = any(word.tag == Tag.NAME for word in words[comma + 1 :])
    return comma + 1 if only_counts and named else 0


def without_bracketed_offices(words: list[Word]) -> Iterator[Word]:
    """Yield the words without the brackets in a title and what is in them: ``DCP (South) Rao``. ``Dr (Mrs) Ade`` keeps *Mrs*."""
    inside = range(0)
    for i, word in enumerate(words):
        if word.tag == "(" and (closing := title_bracket_end(words, i) or _office_bracket_end(words, i)) is not None:
            inside = range(i, closing + 1)
        if i not in inside or word.low in COURTESY_TITLES:
            yield word


def without_post_nominals(words: list[Word]) -> list[Word]:
    """Return the words without the post-nominals of a name: ``Judge Jo Bell | KC``. ``the Elswick Harbour MP`` is not a name."""
    end = len(words)
    if words[0].tag == Tag.DETERMINER:
        return words
    while (
        end > 2
        and words[end - 1].low in POST_NOMINALS
        and words[end - 2].tag == Tag.NAME
        and not is_role(words[end - 2])
    ):
        end -= 1
    return words[:end]


def _office_bracket_end(words: list[Word], opening: int) -> int | None:
    """Return where a bracket within an office closes: ``Commissioner of Police (South) Rao``, ``Dockers' Union (DU) president Rao``."""
    if not opening:
        return None
    over = words[opening - 1].low in REMIT_NOUNS
    letters = (
        words[opening - 1].tag == Tag.NAME and words[opening + 1 : opening + 2] and words[opening + 1].text.isupper()
    )
    if not (over or letters or words[opening - 1].low in ORGANIZATIONS):
        return None
    near = range(opening + 1, min(len(words) - 1, opening + 2 + MAX_BRACKETED_WORDS))
    return next(
        (i for i in near if words[i].tag == ")" and (over or is_role(words[i + 1])) and words[i + 1].tag in NOUNS), None
    )


def _is_title_word(words: list[Word], i: int) -> bool:
    """True if a word is not part of a name: ``Mayor``, ``Det``. *Con* is a given name except after *Det*."""
    constable = words[i].low == "con" and i > 0 and words[i - 1].low in ("det", "detective")
    return constable or words[i].low in TITLES or is_role(words[i])


def title_end(words: list[Word], head_at: int) -> int | None:
    """Return the end of the title before a person's name: ``former mayor | Asa Holt``; None without one.

    An office is not a name: ``the Prime Minister``.
    """
    low = words[head_at].low
    if low in REMIT_NOUNS or ((low in TITLES or is_role(words[head_at])) and low not in SURNAMES):
        return None
    for i in range(head_at - 1, -1, -1):
        if _is_title_word(words, i):
            return i + 1
        if words[i].tag == Tag.COMMON:
            # Lower-case words right before a full name are a function: ``the harbour master Ilse Brandt``, ``her rival Otto Lund``.
            related = i > 0 and words[i - 1].low in ("his", "her")
            known = words[i].low in MODIFIED_BY_ROLE or (
                (words[i].low in NON_PERSON_NOUNS or is_company_noun(words[i].low)) and not related
            )
            whole = head_at - i in (2, 3) and not known
            return i + 1 if whole and not any(map(is_organization_word, words[i + 1 : head_at + 1])) else None
        if words[i].tag != Tag.NAME:
            return None
    return None


def office_end(words: list[Word], at: int) -> int:
    """Return the end of the office whose noun is ``words[at]``, with what it is over: ``Minister of State for Housing |``."""
    end = at + 1
    while words[end : end + 1] and words[end].low in ("of", "for"):
        past = next((i for i in range(end + 1, len(words)) if words[i].tag not in WITHIN_REMIT_TAGS), len(words))
        inner = words[end + 1 : past]
        if not inner or inner[-1].low not in REMIT_NOUNS or any(map(is_organization_word, inner[:-1])):
            break
        end = past
    return end


def joint_office_end(words: list[Word], end: int) -> int:
    """Return the end of a second office after one that ends at ``end``: ``president and CEO |``; ``end`` without one."""
    if end >= len(words) or words[end].low not in ("and", "&"):
        return end
    past = next(
        (i for i in range(end + 1, len(words)) if words[i].low not in TITLES and not is_role(words[i])), len(words)
    )
    held = past > end + 1 and (is_role(words[past - 1]) or words[past - 1].low in CHIEFS)
    return past if held else end


def office_and_remit_end(words: list[Word]) -> int | None:
    """Return the end of an office and what it is over before a name: ``Leader of the Opposition | R. Venkatesh``; None without one."""
    of = next((i for i, word in enumerate(words) if word.tag == Tag.PREPOSITION), 0)
    if not of or words[of].low not in ("of", "for") or not (is_role(words[of - 1]) or words[of - 1].low in TITLES):
        return None
    run = next((i + 1 for i in range(len(words) - 1, of - 1, -1) if words[i].tag != Tag.NAME), of + 1)
    if any(word.tag not in WITHIN_OFFICE for word in words[of:run]):
        return None
    return next((i for i in range(run + 1, len(words)) if _is_personal_name(words, i)), None)


def _is_personal_name(words: list[Word], i: int) -> bool:
    """True if the capitalised words from ``i`` are a person's name, and not the place or organization of the office before them."""
    if any(map(is_organization_word, words[i:])):
        return False
    if INITIALS.fullmatch(words[i].text) and i + 1 < len(words):
        return True
    known = given_name_gender(words[i].low) != ""
    behind = words[i - 1].low in REMIT_NOUNS | COURTESY_TITLES or is_organization_word(words[i - 1])
    whole = len(words) - i in (2, 3) and words[i].low not in REMIT_NOUNS | COURTESY_TITLES
    return whole and (known or behind)


def role_start(before: list[Word], opens: bool) -> int:
    """Return where the role begins among the words before a name; its organization comes first: ``HWU | finance secretary``."""
    start = len(before)
    if before and before[-1].tag == Tag.NAME:
        return next((i + 1 for i in range(len(before) - 2, 0, -1) if before[i].low in ORGANIZATION_ENDINGS), 0)
    while start and (
        (before[start - 1].tag == Tag.COMMON and not before[start - 1].low.endswith(POSSESSIVE_ENDINGS))
        or before[start - 1].low in TITLES | ROLE_NOUNS
        or before[start - 1].low in ("of", "and")
    ):
        start -= 1
    capital_only_here = opens and start == 1 and not before[0].text.isupper()
    return 0 if capital_only_here else start


def office_start(words: list[Word], head_at: int) -> int:
    """Return where an office without a name begins: ``the | Deputy Commissioner``, ``the new | prime minister``."""
    for i in range(head_at - 1, -1, -1):
        capital = words[head_at].tag == words[i].tag == Tag.NAME
        if words[i].tag == Tag.DETERMINER or not (
            capital or words[i].low in TITLES | OFFICE_MODIFIERS or _is_remit(words, i)
        ):
            return i + 1
    return 0


def _is_remit(words: list[Word], at: int) -> bool:
    """True if a word is what the office right after it is over: ``the | health secretary``."""
    return (
        words[at].low in REMIT_NOUNS
        and words[at].tag == Tag.COMMON
        and (is_role(words[at + 1]) or words[at + 1].low in REMIT_NOUNS)
    )
