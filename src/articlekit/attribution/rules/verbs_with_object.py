"""Rules for a reporting verb with a noun phrase or an infinitive as content: ``X denied C``, ``X promised to C``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.english.addressee import find_addressee
from articlekit.attribution.english.content_end import end_before_day, find_clause_end, find_object_end
from articlekit.attribution.english.content_start import has_no_content, is_condition, kind_of_request
from articlekit.attribution.english.cues import CueMatch, asks_for_action
from articlekit.attribution.english.noun_phrases import WordRange
from articlekit.attribution.english.phrase_after import phrase_after
from articlekit.attribution.english.relative_clauses import end_of_clause_content
from articlekit.attribution.english.reporting_nouns import CLAIM_NOUNS
from articlekit.attribution.english.sentence import Sentence, skip_adverbials
from articlekit.attribution.english.subjects import find_subject, is_impersonal
from articlekit.attribution.english.tags import COLON_OR_COMMA, Tag
from articlekit.attribution.english.words import Word
from articlekit.attribution.rules.claim_rule import rule

AFTER_PREPOSITION_TO: Final = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.OBJECT_PRONOUN})
"""What follows a *to* that is a preposition."""

OPENS_BARE_CLAUSE: Final = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.COMMON, Tag.NUMBER})
"""First words of a clause without *that*."""

OPENS_INFINITIVE: Final = frozenset({Tag.COMMON, Tag.AUXILIARY})
"""What follows *to* in an infinitive."""

OPENS_QUESTION: Final = frozenset({Tag.SUBORDINATOR, Tag.SPEECH})
"""What opens that which is asked."""

OPENS_OBJECT: Final = frozenset(
    {Tag.DETERMINER, Tag.NAME, Tag.COMMON, Tag.PRONOUN, Tag.OBJECT_PRONOUN, Tag.SPEECH, Tag.FRAGMENT, Tag.NUMBER}
)
"""First words of an object."""

MAX_WORDS_TO_VERB: Final = 8
"""Words from the start of a clause without *that* to its auxiliary, at most."""

MAX_WORDS_TO_NOUN: Final = 3
"""Words from the start of a rejected object to its reporting noun, at most."""

ACTION_NOUNS: Final = ("demand", "demands", "promise", "pledge")
"""Nouns for an action: to reject it is a refusal, and not a denial."""


@rule(
    "claim.threat",
    example="The dockers threatened the port with a strike if pay is cut again.",
    near_miss="The dockers threatened the port over a strike if pay is cut again.",
)
def threat(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``X threatened Y with C``."""
    if cue is None or cue.voice != "finite" or "with" not in cue.verb.frames:
        return
    subject = find_subject(sentence, cue)
    audience = find_addressee(sentence, cue.end)
    if (
        subject is None
        or audience is None
        or audience[1] + 1 >= sentence.words_end
        or sentence.words[audience[1]].low != "with"
    ):
        return
    content = sentence.content_ranges((audience[1] + 1, find_object_end(sentence, audience[1] + 1)))
    claim = sentence.cue_claim("claim.threat", cue, content, subject, 0.75)
    claim.kind = "threat"
    claim.audience = sentence.mentions_of(audience)
    yield claim


@rule(
    "claim.infinitive",
    example="The council promised to reopen the swimming baths by May.",
    near_miss="The council promised it would reopen the swimming baths by May.",
)
def infinitive(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``X promised to C``, ``X refused to C``."""
    if cue is None or cue.voice != "finite":
        return
    at = skip_adverbials(sentence, cue.end)
    if (
        at + 1 >= sentence.words_end
        or sentence.words[at].low != "to"
        or sentence.words[at + 1].tag in AFTER_PREPOSITION_TO
    ):
        return
    if not ({"infinitive", "with"} & set(cue.verb.frames)):
        return
    subject = find_subject(sentence, cue)
    if subject is None:
        return
    content = sentence.content_ranges((at, end_of_clause_content(sentence, subject, at, find_object_end(sentence, at))))
    claim = sentence.cue_claim("claim.infinitive", cue, content, subject, 0.6)
    frame = "infinitive" if "infinitive" in cue.verb.frames else "with"
    claim.kind = cue.verb.kind_of(frame)
    yield claim


@rule(
    "claim.expected",
    example="The new lighthouse is expected to open in spring.",
    near_miss="The new lighthouse is said to open in spring.",
)
def expected(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``X is expected to C``, ``it is believed that C``, ``it’s feared C``: no source is named."""
    if cue is None or cue.end >= sentence.words_end:
        return
    subject = sentence.phrase_before(cue)
    if is_impersonal(sentence, cue):
        begins = cue.end + (sentence.words[cue.end].low == "that")
        if begins > cue.end or _is_bare_clause(sentence, begins):
            yield sentence.cue_claim(
                "claim.expected", cue, sentence.content_ranges((begins, sentence.words_end)), None, 0.7
            )
    elif subject is None or cue.voice != "passive":
        return
    elif sentence.words[cue.end].low == "to" and cue.verb.kind in ("expectation", "belief"):
        content = sentence.content_ranges(subject, (cue.end, find_object_end(sentence, cue.end)))
        yield sentence.cue_claim("claim.expected", cue, content, None, 0.6)


def _is_bare_clause(sentence: Sentence, at: int) -> bool:
    """True if a subject and its verb begin at ``at``: ``It is feared | some roads could flood``, not ``It is considered | a threat``."""
    near = sentence.words[at : min(at + MAX_WORDS_TO_VERB, sentence.words_end)]
    return near[0].tag in OPENS_BARE_CLAUSE and any(word.tag == Tag.AUXILIARY for word in near)


@rule(
    "claim.by",
    example="The plan was criticized by the fishermen's league.",
    near_miss="The plan was printed by the fishermen's league.",
)
def by_agent(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``C was criticized by X``, ``Y was asked by X whether C``."""
    if (
        cue is None
        or cue.voice != "passive"
        or cue.end + 1 >= sentence.words_end
        or sentence.words[cue.end].low != "by"
    ):
        return
    source = _agent(sentence, cue.end + 1)
    subject = sentence.phrase_before(cue)
    if source is None or subject is None or sentence.words[source[0]].tag == Tag.NUMBER:
        return
    if sentence.words[subject[0]].tag == Tag.RELATIVE:  # ``a report, which was seen by the Courier``
        return
    begins = _content_behind_agent(sentence, source[1]) if "told" in cue.verb.frames else None
    if begins is not None:
        claim = sentence.cue_claim(
            "claim.by", cue, sentence.content_ranges((begins, find_clause_end(sentence, begins))), source, 0.75
        )
        claim.audience, claim.kind = sentence.mentions_of(subject), kind_of_request(sentence, cue, begins)
        yield claim
    elif cue.verb.kind != "question":  # ``The other side was told by the Courier``
        yield sentence.cue_claim(
            "claim.by", cue, sentence.content_ranges(subject, *_accusation(sentence, cue, source[1])), source, 0.35
        )


def _agent(sentence: Sentence, at: int) -> WordRange | None:
    """Return the agent of a passive without its accusation or demand: ``by Holt | of lying``, ``by Holt | to vote again``."""
    source = phrase_after(sentence.words, at, sentence.words_end)
    if source is None:
        return None
    return source[0], next(
        (i for i in range(source[0] + 1, source[1]) if _opens_accusation(sentence.words, i)), source[1]
    )


def _opens_accusation(words: list[Word], i: int) -> bool:
    """True if an accusation or a demand begins at ``i``: ``of lying``, ``to vote again``."""
    follows = words[i + 1 : i + 2]
    done = words[i].low in ("of", "for") and follows != [] and follows[0].low.endswith("ing")
    return done or (words[i].low == "to" and follows != [] and follows[0].tag in OPENS_INFINITIVE)


def _accusation(sentence: Sentence, cue: CueMatch, at: int) -> list[WordRange]:
    """Return the accusation or demand after an agent: ``was accused by Holt | of lying``; else empty."""
    told = (
        cue.verb.kind in ("accusation", "demand") and at < sentence.words_end and _opens_accusation(sentence.words, at)
    )
    return [(at, find_object_end(sentence, at))] if told else []


def _content_behind_agent(sentence: Sentence, at: int) -> int | None:
    """Return the index of the content after an agent: ``was asked by a reporter | whether he would resign``; else None."""
    if at + 1 >= sentence.words_end:
        return None
    first = sentence.words[at]
    if first.low == "that" or first.tag in COLON_OR_COMMA:
        quoted = sentence.words[at + 1].tag == Tag.SPEECH
        return at + 1 if first.low == "that" or quoted else None
    return at if first.tag in OPENS_QUESTION or asks_for_action(sentence.words, at - 1) else None


@rule(
    "claim.nominal",
    example="The harbour master has repeatedly refused calls for a night ferry.",
    near_miss="The harbour master has repeatedly returned calls for a night ferry.",
)
def nominal(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``X denied C``, ``X has not confirmed C``: the content is a noun phrase."""
    if cue is None or cue.voice != "finite" or cue.end >= sentence.words_end:
        return
    takes = "object" in cue.verb.frames or cue.verb.frames[0] == "clause"
    first = sentence.words[skip_adverbials(sentence, cue.end) if cue.verb.rest == () else cue.end : sentence.words_end][
        :1
    ]
    if not takes or not first or first[0].tag not in OPENS_OBJECT or first[0].low in ("nothing", "so"):
        return
    if (
        cue.verb.frames[0] == "clause"
        and not (cue.negated or cue.verb.kind in ("finding", "admission", "promise"))
        and cue.verb.kind != "statement"
    ):
        return
    subject = find_subject(sentence, cue)
    if subject is None or _is_restrictive(sentence, subject[0]) or is_condition(sentence, subject[0]):
        return
    start = sentence.words.index(first[0], cue.end)
    if has_no_content(sentence, start):
        return
    end = end_before_day(
        sentence, cue, start, end_of_clause_content(sentence, subject, start, find_object_end(sentence, start))
    )
    content = sentence.content_ranges((start, end))
    frame = "object" if "object" in cue.verb.frames else cue.verb.frames[0]
    claim = sentence.cue_claim("claim.nominal", cue, content, subject, 0.55)
    claim.kind = "denial" if _rejects_report(sentence, cue, start) else cue.verb.kind_of(frame)
    yield claim


def _rejects_report(sentence: Sentence, cue: CueMatch, start: int) -> bool:
    """True if the object is the report of another source, and not an offer: ``rejected claims that``, ``rejected the allegations``."""
    noun = next(
        (word.low for word in sentence.words[start : start + MAX_WORDS_TO_NOUN] if word.low in CLAIM_NOUNS), None
    )
    return (
        cue.verb.kind == "refusal"
        and sentence.words[cue.verb_at].low.startswith("reject")
        and noun not in (None, *ACTION_NOUNS)
    )


def _is_restrictive(sentence: Sentence, at: int) -> bool:
    """True if the subject is the ``who`` of a restrictive clause."""
    return sentence.words[at].tag == Tag.RELATIVE and at > 0 and sentence.words[at - 1].tag != ","


RULES: Final = (threat, infinitive, expected, by_agent, nominal)
"""In the order in which they are tried for a cue."""
