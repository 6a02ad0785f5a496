"""Rules for a reporting verb with a clause or a quotation as content: ``X said that C``, ``X told Y C``, ``X: “C”``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.addressee import find_addressee
from articlekit.attribution.english.content_end import end_before_day, find_clause_end, is_noun_phrase_at
from articlekit.attribution.english.content_start import (
    content_before_aside,
    find_announced_quotation,
    has_no_content,
    introduces_next_speaker,
    is_bare_clause,
    kind_of_request,
    reports_nothing,
    skip_colon,
    that_follows,
)
from articlekit.attribution.english.cues import CueMatch, asks_for_action
from articlekit.attribution.english.lexicon import AUXILIARIES
from articlekit.attribution.english.noun_phrases import WordRange
from articlekit.attribution.english.relative_clauses import end_of_clause_content
from articlekit.attribution.english.sentence import Sentence, find_that_clause, names_document, skip_adverbials
from articlekit.attribution.english.subjects import find_main_subject, find_subject, is_impersonal
from articlekit.attribution.english.tags import (
    COMMA_OR_SEMICOLON,
    LINKS_PHRASE,
    Tag,
)
from articlekit.attribution.rules.claim_rule import rule
from articlekit.attribution.rules.verbs_after_content import (
    content_before,
)

OPENS_QUOTED_CONTENT: Final = frozenset(":,") | {Tag.SPEECH}
"""What shows that content begins, without *that*."""

COMMA_OR_COORDINATOR: Final = frozenset(",") | {Tag.COORDINATOR}
"""What sets a participle apart."""

BEFORE_PARTICIPLE: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.SPEECH, Tag.TIME})
"""What may precede a participle that nothing sets apart."""

JOINS_PARTICIPLE: Final = frozenset(",") | {Tag.COORDINATOR, Tag.ADVERB, Tag.TIME}
"""What joins a participle to the subject of the sentence."""

NOTHING_REPORTED: Final = frozenset(",.;)") | {Tag.COORDINATOR}
"""What follows a participle that reports nothing."""


MAX_WORDS_TO_AS_SAYING: Final = 12
"""Words of the quoted source between *quoted* and *as saying*, at most."""


@rule(
    "claim.told",
    example="Three pilots told the Harbour Courier in March that the lamps had failed.",
    near_miss="Three pilots showed the Harbour Courier in March that the lamps had failed.",
)
def told(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``X told Y that C``, ``X told Y C``."""
    if cue is None or cue.voice != "finite" or "told" not in cue.verb.frames:
        return
    subject, found = find_subject(sentence, cue), _told_content(sentence, cue)
    if subject is None or found is None:
        return
    begins, audience = found
    content = sentence.content_ranges(
        (begins, end_of_clause_content(sentence, subject, begins, find_clause_end(sentence, begins)))
    )
    claim = sentence.cue_claim("claim.told", cue, content, subject, 0.85)
    claim.audience = sentence.mentions_of(audience)
    claim.kind = kind_of_request(sentence, cue, begins)
    yield claim


def _told_content(sentence: Sentence, cue: CueMatch) -> tuple[int, CharRange | None] | None:
    """Return the index where the content begins, and the addressee; None without content."""
    begins, audience = find_that_clause(sentence, cue.end), find_addressee(sentence, cue.end)
    if begins is None and audience is not None and _opens_clause(sentence, audience):
        begins, audience = audience[0], None
    elif begins is None and audience is not None:
        set_off = audience[1] < sentence.words_end and sentence.words[audience[1]].tag == ","
        begins = find_that_clause(sentence, audience[1] + 1) if set_off else None  # ``told Brandt, who was ill, that``
        begins = begins or skip_colon(sentence, skip_adverbials(sentence, audience[1]))
        if has_no_content(sentence, begins) or (
            cue.verb.kind == "demand" and not asks_for_action(sentence.words, begins - 1)
        ):
            return None
    if begins is None or begins >= sentence.words_end:
        return None
    is_far = audience is None and begins != cue.end and sentence.words[cue.end].low != "that"
    return None if is_far and not sentence.has_quotation(cue.end, sentence.words_end) else (begins, audience)


def _opens_clause(sentence: Sentence, phrase: WordRange) -> bool:
    """True if a possible addressee is the subject of the content: ``warned the bridge would close``."""
    return phrase[1] < sentence.words_end and sentence.words[phrase[1]].low in AUXILIARIES


@rule(
    "claim.document",
    example="A chart by the Marrow Bay Institute shows that the sandbank has moved west.",
    near_miss="A chartist by the Marrow Bay Institute shows that the sandbank has moved west.",
)
def document(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``A map by X shows C``: a document is the source."""
    if cue is None or cue.voice != "finite" or cue.verb.frames[0] != "clause":
        return
    subject = sentence.phrase_before(cue)
    if subject is None or not names_document(sentence.words, subject):
        return
    begins = find_that_clause(sentence, cue.end) or skip_colon(sentence, skip_adverbials(sentence, cue.end))
    if begins < sentence.words_end and sentence.words[begins].tag not in LINKS_PHRASE:
        yield sentence.cue_claim(
            "claim.document", cue, sentence.content_ranges((begins, find_clause_end(sentence, begins))), subject, 0.75
        )


@rule(
    "claim.said_that",
    example="The ferry company said that it would refund every ticket.",
    near_miss="If the ferry company said that it would refund every ticket.",
)
def said_that(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``X said that C``, ``X said C``, ``X said: “C”``."""
    if cue is None or cue.voice != "finite" or is_impersonal(sentence, cue):
        return
    subject = find_subject(sentence, cue)
    if subject is None:
        return
    begins = find_that_clause(sentence, cue.end)
    explicit = begins is not None
    if {"clause", "that", "quote"}.isdisjoint(cue.verb.frames) and not (explicit and that_follows(sentence, cue)):
        return
    if begins is None:
        begins = find_announced_quotation(sentence, cue.end) or skip_adverbials(sentence, cue.end)
        explicit = begins < sentence.words_end and sentence.words[begins].tag in OPENS_QUOTED_CONTENT
        begins = skip_colon(sentence, begins)
    if begins >= sentence.words_end or (not explicit and not is_bare_clause(sentence, begins, cue)):
        return
    if (not explicit and has_no_content(sentence, begins)) or introduces_next_speaker(sentence, cue):
        return
    aside = content_before_aside(sentence, subject[0], begins)
    if aside is None:
        return
    if reports_nothing(sentence, subject[0], begins):
        return
    end = end_of_clause_content(sentence, subject, begins, find_clause_end(sentence, begins))
    if not explicit and is_noun_phrase_at(sentence, begins):
        end = end_before_day(sentence, cue, begins, end)
    content = sentence.content_ranges(*aside, (begins, end))
    claim = sentence.cue_claim("claim.said_that", cue, content, subject, 0.85 if explicit else 0.75)
    claim.kind = kind_of_request(sentence, cue, begins)
    claim.audience = sentence.mentions_of(_addressee_before_that(sentence, cue, begins))
    yield claim


def _addressee_before_that(sentence: Sentence, cue: CueMatch, begins: int) -> WordRange | None:
    """Return the addressee between *to* and *that*: ``wrote to | her | that``; else None."""
    to = cue.end < begins and sentence.words[cue.end].low == "to"
    audience = find_addressee(sentence, cue.end + 1) if to else None
    return audience if audience and audience[1] == begins - 1 else None


@rule(
    "claim.participle",
    example="The mayor left early, saying that the storm had closed the road.",
    near_miss="The mayor kept saying that the storm had closed the road.",
)
def participle(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``…, saying that C``: the source is the subject of the sentence."""
    if cue is None or cue.voice != "participle" or cue.start < 2:
        return
    before = sentence.words[cue.start - 1]
    if before.tag not in COMMA_OR_COORDINATOR and cue.verb.rest == () and before.tag not in BEFORE_PARTICIPLE:
        return
    if set(cue.verb.frames) <= {"infinitive", "with"} and sentence.lower_text(cue.end, cue.end + 1) != "to":
        return
    if before.low in ("began", "begin", "begins", "kept", "keeps", "started", "stopped", "avoid", "avoided"):
        return
    joined = before.tag in JOINS_PARTICIPLE or before.tag == Tag.SPEECH
    subject = find_main_subject(sentence, cue.start) if joined else sentence.phrase_before(cue)
    begins = find_that_clause(sentence, cue.end)
    audience = None
    if begins is None:
        begins = cue.end
        if "told" in cue.verb.frames:
            audience = find_addressee(sentence, cue.end)
            begins = audience[1] if audience else begins
        if not {"clause", "told"}.isdisjoint(cue.verb.frames):
            begins = skip_colon(sentence, skip_adverbials(sentence, begins))
    if subject is None or begins >= sentence.words_end or sentence.words[begins].tag in NOTHING_REPORTED:
        return
    claim = sentence.cue_claim(
        "claim.participle", cue, sentence.content_ranges((begins, find_clause_end(sentence, begins))), subject, 0.65
    )
    claim.audience = sentence.mentions_of(audience)
    yield claim


@rule(
    "claim.quoted",
    example="The Courier quoted Ilse Brandt as saying that the pier was safe.",
    near_miss="The Courier quoted Ilse Brandt, saying that the pier was safe.",
)
def quoted(sentence: Sentence, cue: CueMatch | None) -> Iterator[ClaimDraft]:
    """``X quoted Y as saying C``, ``C, X quoted Y as saying``: of two sources, the outer one."""
    if cue is None or cue.voice != "finite" or sentence.words[cue.verb_at].low not in ("quoted", "quotes"):
        return
    near = range(cue.end, min(sentence.words_end - 1, cue.end + MAX_WORDS_TO_AS_SAYING))
    at = next((i + 2 for i in near if sentence.lower_text(i, i + 2) == "as saying"), None)
    subject = find_subject(sentence, cue)
    if at is None or subject is None:
        return
    if at < sentence.words_end and sentence.words[at].tag not in COMMA_OR_SEMICOLON:
        begins = find_that_clause(sentence, at) or skip_colon(sentence, skip_adverbials(sentence, at))
        said = [(begins, find_clause_end(sentence, begins))]
    else:
        said = [left] if (left := content_before(sentence, subject[0])) else []
    yield sentence.cue_claim("claim.quoted", cue, sentence.content_ranges(*said), subject, 0.8)


RULES: Final = (told, document, quoted, said_that, participle)
"""In the order in which they are tried for a cue."""
