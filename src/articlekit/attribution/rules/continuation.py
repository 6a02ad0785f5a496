"""Content that goes on beyond its sentence: further quotations of the same speaker, block quotes, introductions."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.phrase_after import phrase_after
from articlekit.attribution.english.phrase_before import phrase_before
from articlekit.attribution.english.subjects import find_subject
from articlekit.attribution.quotations.quotes import Quotation, QuotationPart
from articlekit.attribution.rules.engine import SentenceReading
from articlekit.attribution.rules.verbs_after_content import SPEECH_FRAMES
from articlekit.attribution.rules.without_verb import SIGNATURE_DASHES, find_signer

MAX_INTRODUCTION_WORDS: Final = 12
"""Words of an introduction without a reporting verb, its colon included, at most."""

RULES_WITHOUT_CONTINUATION: Final = frozenset({"claim.headline", "claim.noun"})
"""Rules whose source does not go on speaking in the next sentences."""


def continue_claims(readings: list[SentenceReading], quotations: list[Quotation]) -> list[ClaimDraft]:
    """Return all claims of the article with their content in later sentences, in order."""
    claims = [claim for claim in _with_continuations(readings) if claim.content]
    for quotation in quotations:
        if len(quotation.parts) > 1:
            _complete_quotation(quotation, claims)
    return claims


def _complete_quotation(quotation: Quotation, claims: list[ClaimDraft]) -> None:
    """Give paragraphs of a quotation without a claim to the claim that has the rest of it."""
    owners = [next((c for c in claims if _touches(c, piece)), None) for piece in quotation.parts]
    owner = next((reading for reading in owners if reading is not None), None)
    for piece, own in zip(quotation.parts, owners, strict=True):
        owner = own or owner
        if own is None and owner is not None and owner.field == quotation.field:
            owner.content = sorted([*owner.content, (piece.start, piece.end)])


def _touches(claim: ClaimDraft, piece: QuotationPart) -> bool:
    return any(start < piece.end and piece.start < end for start, end in claim.content)


def _with_continuations(readings: list[SentenceReading]) -> list[ClaimDraft]:
    """Return the claims of each sentence, with the quotations of the same speaker that follow."""
    claims: list[ClaimDraft] = []
    previous: SentenceReading | None = None
    speaker: ClaimDraft | None = None
    idle = 0
    for number, reading in enumerate(readings):
        following = readings[number + 1] if number + 1 < len(readings) else None
        if not reading.claims and (introduced := _introduced_claim(reading, following)):
            reading.claims = [introduced]
        if signed := _block_quote_claim(readings, number, claims):
            reading.claims = [signed]
        if reading.claims:
            claims += reading.claims
            speaker = next((c for c in reversed(reading.claims) if c.rule not in RULES_WITHOUT_CONTINUATION), None)
            idle = 0
        elif speaker is not None and previous is not None and _continues_speech(reading, previous, idle):
            _add_sentence(speaker, reading)
        else:
            idle += 1
            if idle > 1 or (previous is not None and previous.region != reading.region):
                speaker = None
        previous = reading
    return claims


def _continues_speech(reading: SentenceReading, previous: SentenceReading, idle: int) -> bool:
    """True if a sentence without a claim continues the words of the last speaker."""
    if reading.sentence.field == "title" or previous.sentence.field == "title":
        return False
    if reading.sentence.block_kind == "quotation" and previous.region != reading.region:
        return previous.sentence.words[-1].tag == ":" or previous.sentence.block_kind == "quotation"
    if reading.sentence.block_kind == "quotation":
        return idle == 0
    if not reading.only_quotation:
        return False
    return previous.region == reading.region or (
        reading.region == previous.region + 1 and idle == 0 and reading.sentence.opens_block
    )


def _is_quoted(reading: SentenceReading) -> bool:
    return reading.sentence.block_kind == "quotation" or reading.only_quotation


def _add_sentence(claim: ClaimDraft, reading: SentenceReading) -> None:
    claim.content += reading.sentence.content_ranges((0, len(reading.sentence.words)))


def _introduced_claim(reading: SentenceReading, following: SentenceReading | None) -> ClaimDraft | None:
    """Return the claim of a sentence that only introduces the next speaker: ``And from the chairwoman:``; else None."""
    sentence = reading.sentence
    words = sentence.words
    if following is None or words[-1].tag != ":" or sentence.field == "title" or following.region - reading.region > 1:
        return None
    if not (following.only_quotation or following.sentence.block_kind == "quotation"):
        return None
    for cue in reversed(sentence.cues):
        if (
            cue.voice == "finite"
            and not SPEECH_FRAMES.isdisjoint(cue.verb.frames)
            and (subject := find_subject(sentence, cue))
        ):
            return sentence.cue_claim("claim.introduced", cue, [], subject, 0.8)
    origin = next((i + 1 for i, word in enumerate(words) if word.low in ("from", "by")), None)
    phrase = phrase_before(words, len(words) - 1) if origin is None else phrase_after(words, origin, len(words) - 1)
    if phrase is None or len(words) > MAX_INTRODUCTION_WORDS:
        return None
    return sentence.name_source(sentence.new_claim("claim.introduced", [], 0.6), phrase)


def _block_quote_claim(readings: list[SentenceReading], number: int, claims: list[ClaimDraft]) -> ClaimDraft | None:
    """Return the claim of a line ``— Jane Doe, mayor`` under a block quote, with the quotation blocks before it; else None."""
    reading = readings[number]
    words = reading.sentence.words
    start = next((n for n, word in enumerate(words) if word.tag not in SIGNATURE_DASHES), 0)
    signer = find_signer(reading.sentence, start) if start and reading.sentence.opens_block else None
    if signer is None:
        return None
    above = number - 1
    kind = readings[above].sentence.block_kind if number else ""
    while (
        above >= 0
        and _is_quoted(readings[above])
        and readings[above].region < reading.region
        and readings[above].sentence.block_kind == kind
    ):
        above -= 1
    quoted = readings[above + 1 : number]
    if reading.sentence.block_kind == "quotation":
        _drop_inner_claims(quoted, claims)
    quoted = [s for s in quoted if not s.claims]
    if not quoted:
        return None
    claim = reading.sentence.new_claim("claim.block_quote", [], 0.85)
    for one in quoted:
        _add_sentence(claim, one)
    if not claim.content:
        return None
    _take_content_from(claim.content, claims)
    return reading.sentence.name_source(claim, signer)


def _drop_inner_claims(quoted: list[SentenceReading], claims: list[ClaimDraft]) -> None:
    """Drop the claims within a signed block quote: the signature is the claim."""
    inner = {id(claim) for reading in quoted for claim in reading.claims}
    claims[:] = [claim for claim in claims if id(claim) not in inner]
    for reading in quoted:
        reading.claims = []


def _take_content_from(content: list[CharRange], claims: list[ClaimDraft]) -> None:
    """Remove content from the claims that had it before: those of the quoted sentences, and of the speaker before them."""
    for other in reversed(claims):
        other.content = [part for part in other.content if part not in content]
        if other.sentence[0] < content[0][0] and other.rule not in RULES_WITHOUT_CONTINUATION:
            return
