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

RULES_WITHOUT_CONTINUATION: Final = frozenset({"claim.headline", "claim.noun"})
"""Rules whose source does not go on speaking in the sentences that follow."""


def continue_claims(spoken: list[SentenceReading], quotations: list[Quotation]) -> list[ClaimDraft]:
    """All claims of the article, with the content that follows theirs; in order."""
    claims = [claim for claim in _with_continuations(spoken) if claim.content]
    for quotation in quotations:
        if len(quotation.parts) > 1:
            _complete_quotation(quotation, claims)
    return claims


def _complete_quotation(quotation: Quotation, claims: list[ClaimDraft]) -> None:
    """Give the paragraphs of one quotation that no claim holds to the claim that holds the rest of it."""
    owners = [next((c for c in claims if _touches(c, piece)), None) for piece in quotation.parts]
    owner = next((one for one in owners if one is not None), None)
    for piece, own in zip(quotation.parts, owners, strict=True):
        owner = own or owner
        if own is None and owner is not None and owner.field == quotation.field:
            owner.content = sorted([*owner.content, (piece.start, piece.end)])


def _touches(claim: ClaimDraft, piece: QuotationPart) -> bool:
    return any(start < piece.end and piece.start < end for start, end in claim.content)


def _with_continuations(spoken: list[SentenceReading]) -> list[ClaimDraft]:
    """The claims of each sentence, with the quotations of the same speaker that follow them."""
    claims: list[ClaimDraft] = []
    previous: SentenceReading | None = None
    speaker: ClaimDraft | None = None
    idle = 0
    for number, one in enumerate(spoken):
        following = spoken[number + 1] if number + 1 < len(spoken) else None
        if not one.claims and (introduced := _introduced_claim(one, following)):
            one.claims = [introduced]
        if signed := _block_quote_claim(spoken, number, claims):
            one.claims = [signed]
        if one.claims:
            claims += one.claims
            speaker = next((c for c in reversed(one.claims) if c.rule not in RULES_WITHOUT_CONTINUATION), None)
            idle = 0
        elif speaker is not None and previous is not None and _continues_speech(one, previous, idle):
            _add_sentence(speaker, one)
        else:
            idle += 1
            if idle > 1 or (previous is not None and previous.region != one.region):
                speaker = None
        previous = one
    return claims


def _continues_speech(one: SentenceReading, previous: SentenceReading, idle: int) -> bool:
    """Whether a sentence without a claim carries on the words of the last speaker."""
    if one.scene.field == "title" or previous.scene.field == "title":
        return False
    if one.scene.block_kind == "quotation" and previous.region != one.region:
        return previous.scene.words[-1].tag == ":" or previous.scene.block_kind == "quotation"
    if one.scene.block_kind == "quotation":
        return idle == 0
    if not one.only_quotation:
        return False
    return previous.region == one.region or (one.region == previous.region + 1 and idle == 0 and one.scene.opens_block)


def _is_quoted(one: SentenceReading) -> bool:
    return one.scene.block_kind == "quotation" or one.only_quotation


def _add_sentence(claim: ClaimDraft, one: SentenceReading) -> None:
    claim.content += one.scene.content((0, len(one.scene.words)))


def _introduced_claim(one: SentenceReading, following: SentenceReading | None) -> ClaimDraft | None:
    """A sentence that ends in a colon and only says who speaks next: ``And from the chairwoman:``."""
    scene = one.scene
    words = scene.words
    if following is None or words[-1].tag != ":" or scene.field == "title" or following.region - one.region > 1:
        return None
    if not (following.only_quotation or following.scene.block_kind == "quotation"):
        return None
    for cue in reversed(scene.cues):
        if (
            cue.voice == "finite"
            and not SPEECH_FRAMES.isdisjoint(cue.verb.frames)
            and (subject := find_subject(scene, cue))
        ):
            return scene.cued("claim.introduced", cue, [], subject, 0.8)
    origin = next((i + 1 for i, word in enumerate(words) if word.low in ("from", "by")), None)
    phrase = phrase_before(words, len(words) - 1) if origin is None else phrase_after(words, origin, len(words) - 1)
    if phrase is None or len(words) > 12:
        return None
    return scene.name_source(scene.claim("claim.introduced", [], 0.6), phrase)


def _block_quote_claim(spoken: list[SentenceReading], number: int, claims: list[ClaimDraft]) -> ClaimDraft | None:
    """A line ``— Jane Doe, mayor`` under a block quote: the quotation blocks right before it are its words."""
    one = spoken[number]
    words = one.scene.words
    start = next((n for n, word in enumerate(words) if word.tag not in SIGNATURE_DASHES), 0)
    signer = find_signer(one.scene, start) if start and one.scene.opens_block else None
    if signer is None:
        return None
    above = number - 1
    kind = spoken[above].scene.block_kind if number else ""
    while (
        above >= 0
        and _is_quoted(spoken[above])
        and spoken[above].region < one.region
        and spoken[above].scene.block_kind == kind
    ):
        above -= 1
    quoted = spoken[above + 1 : number]
    if one.scene.block_kind == "quotation":
        _drop_inner_claims(quoted, claims)
    quoted = [s for s in quoted if not s.claims]
    if not quoted:
        return None
    claim = one.scene.claim("claim.block_quote", [], 0.85)
    for sentence in quoted:
        claim.content += sentence.scene.content((0, len(sentence.scene.words)))
    if not claim.content:
        return None
    _take_content_from(claim.content, claims)
    return one.scene.name_source(claim, signer)


def _drop_inner_claims(quoted: list[SentenceReading], claims: list[ClaimDraft]) -> None:
    """Drop the claims within words that are signed as a whole: the outer attribution is the claim."""
    inner = {id(claim) for sentence in quoted for claim in sentence.claims}
    claims[:] = [claim for claim in claims if id(claim) not in inner]
    for sentence in quoted:
        sentence.claims = []


def _take_content_from(content: list[CharRange], claims: list[ClaimDraft]) -> None:
    """Take content from the claims that it was given to: those made beside it, and the speaker before them."""
    for other in reversed(claims):
        other.content = [part for part in other.content if part not in content]
        if other.sentence[0] < content[0][0] and other.rule not in RULES_WITHOUT_CONTINUATION:
            return
