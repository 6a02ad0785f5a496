"""The run of the rules: article → regions → sentences → claim drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from attrs import Factory, define

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.cues import find_cues
from articlekit.attribution.english.sentence import Sentence
from articlekit.attribution.english.tags import Tag
from articlekit.attribution.english.words import Word, WordSpan, split_sentences, tag_words
from articlekit.attribution.quotations.quotes import Quotation, Region
from articlekit.attribution.rules import verbs_after_content, verbs_with_clause, verbs_with_object, without_verb
from articlekit.models import Article

FINAL_MARKS: Final = frozenset(".!?…)]")
"""Marks after the last word of a sentence."""

QUOTATION_AND_MARKS: Final = frozenset(".,!?") | {Tag.SPEECH}
"""Quotations and the marks between them."""

CUE_RULES: Final = (*verbs_after_content.RULES, *verbs_with_clause.RULES, *verbs_with_object.RULES)
"""The rules of reporting verbs. For each verb the first rule with a claim wins."""

SENTENCE_RULES: Final = without_verb.RULES
"""The rules without a reporting verb. Each runs once for a sentence."""

REPORTED_BLOCKS: Final = frozenset({"title", "standfirst", "paragraph", "list_item", "quotation", "note"})
"""Kinds of blocks that can contain attribution."""

OUTER_RULES: Final = frozenset(
    {"claim.trailing", "claim.inverted", "claim.according_to", "claim.signed", "claim.headline"}
)
"""Rules whose content may contain the cue of another claim: their content comes before their source."""


CAPITALS_BEFORE_COLON: Final = re.compile(r"[A-Z][A-Z .'’-]{3,40}: ")
"""Capitals before a colon."""

MAX_OPENING_BLOCKS: Final = 3
"""Blocks at the start of a story: a byline or a standfirst may precede the first paragraph."""

OPENING_BRACKETS: Final = {")": "(", "]": "["}
"""The opening bracket of each closing bracket."""

MAX_CUES: Final = 24
"""A sentence with more reporting verbs than this is no sentence: the rest of them is left alone."""


@define
class SentenceReading:
    """A sentence with the claims that the rules found in it."""

    region: int
    """The number of its region."""
    sentence: Sentence
    """The sentence."""
    claims: list[ClaimDraft] = Factory(list)
    """Its outermost claims, in order."""

    @property
    def only_quotation(self) -> bool:
        """True if the sentence contains only quotations."""
        words = self.sentence.words
        return words[0].tag == Tag.SPEECH and all(word.tag in QUOTATION_AND_MARKS for word in words)


def find_regions(article: Article) -> list[Region]:
    """Return the title and the blocks as regions, in order, without the dateline."""
    out = []
    dateline = article.dateline.text if article.dateline else _opening_place(article)
    if article.title:
        out.append(Region("title", article.title, 0, len(article.title), "title"))
    text = article.text
    for block in article.blocks:
        start = block.span.start
        if dateline and text.startswith(dateline, start):
            start += len(dateline)
            dateline = None
        out.append(Region("text", text, start, block.span.end, block.kind))
    if text and not article.blocks:
        out.append(Region("text", text, 0, len(text), "paragraph"))
    return out


def _opening_place(article: Article) -> str | None:
    """Return the only capitals before a colon at the start of the story: a place or a label. Several are speakers: None."""
    opened = [CAPITALS_BEFORE_COLON.match(article.text, block.span.start, block.span.end) for block in article.blocks]
    found = [match.group() for match in opened if match]
    return found[0] if len(found) == 1 and any(opened[:MAX_OPENING_BLOCKS]) else None


def find_word_spans(quotations: Iterable[Quotation], article: Article, regions: list[Region]) -> list[list[WordSpan]]:
    """Return for each region the runs that are one word: quotations, and dates outside quotations."""
    out: list[list[WordSpan]] = [[] for _ in regions]
    for quotation in quotations:
        if quotation.depth == 0:
            tag = Tag.SPEECH if quotation.kind == "speech" else Tag.FRAGMENT
            for piece in quotation.parts:
                out[piece.block].append((piece.outer_start, piece.outer_end, tag))
    times = [w.span for w in article.times if w.span is not None and w.span.field == "text"]
    at = 0
    for number, region in enumerate(regions):
        if region.field == "title":
            continue
        while at < len(times) and times[at].start < region.end:
            span = times[at]
            if span.start >= region.start and span.end <= region.end and not _is_glued(region.text, span.end):
                out[number].append((span.start, span.end, Tag.TIME))
            at += 1
    return [_without_nested(sorted(word_spans)) for word_spans in out]


def _is_glued(text: str, end: int) -> bool:
    return text[end : end + 1] in ("'", "’", "-") or text[end : end + 1].isalnum()


def _without_nested(word_spans: list[WordSpan]) -> list[WordSpan]:
    """Return the spans that are not empty and do not begin within the span before, as a date within a quotation does."""
    out: list[WordSpan] = []
    for word_span in word_spans:
        if word_span[0] < word_span[1] and (not out or word_span[0] >= out[-1][1]):
            out.append(word_span)
    return out


def read_sentences(article: Article, regions: list[Region], quotations: list[Quotation]) -> Iterator[SentenceReading]:
    """Yield every sentence of the article with its claims, in order."""
    for number, (region, word_spans) in enumerate(
        zip(regions, find_word_spans(quotations, article, regions), strict=True)
    ):
        if region.kind not in REPORTED_BLOCKS:
            continue
        all_words = tag_words(region.text, region.start, region.end, word_spans)
        parts = [all_words] if region.kind == "title" and all_words else split_sentences(all_words)
        for index, words in enumerate(parts):
            sentence = parse_sentence(words, region, opens=index == 0)
            yield SentenceReading(number, sentence, outermost_claims(list(_run_rules(sentence))))


def parse_sentence(words: list[Word], region: Region, *, opens: bool) -> Sentence:
    """Return the sentence with its cues."""
    sentence = Sentence(words, _end_of_words(words), region.field, region.kind, opens)
    sentence.cues = list(islice(find_cues(words, headline=region.kind == "title"), MAX_CUES))
    return sentence


def _end_of_words(words: list[Word]) -> int:
    """Return the index past the last word before the final punctuation: ``(He left | .)``, but ``Asa Holt (44) | .``."""
    last = len(words)
    while last and words[last - 1].tag in FINAL_MARKS:
        last -= 1
    opened = {word.tag for word in words[1:last]}
    high = len(words)
    while high > last and OPENING_BRACKETS.get(words[high - 1].tag) not in opened:
        high -= 1
    return high


def _run_rules(sentence: Sentence) -> Iterator[ClaimDraft]:
    for rule in SENTENCE_RULES:
        yield from rule.apply(sentence, None)
    for cue in sentence.cues:
        for rule in CUE_RULES:
            found = [claim for claim in rule.apply(sentence, cue) if claim.content]
            if found:
                yield from found
                break


def outermost_claims(claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """Return the claims that have content and are not part of another claim."""
    sound = [claim for claim in claims if claim.content]
    kept: list[ClaimDraft] = []
    while sound:
        roots = [a for a in sound if not any(_holds(b, a) for b in sound if b is not a)] or sound[:1]
        kept += roots
        sound = [a for a in sound if a not in roots and not any(_holds(b, a) for b in roots)]
    return _without_overlaps(sorted(kept, key=lambda claim: (claim.content[0], _anchor(claim))))


def _without_overlaps(claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """Return the claims without shared content: of two that overlap, the longer one stays."""
    kept: list[ClaimDraft] = []
    for claim in sorted(claims, key=lambda one: -sum(end - start for start, end in one.content)):
        if not any(_overlap(part, taken) for other in kept for taken in other.content for part in claim.content):
            kept.append(claim)
    return [claim for claim in claims if claim in kept]


def _overlap(a: CharRange, b: CharRange) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _holds(outer: ClaimDraft, inner: ClaimDraft) -> bool:
    """True if ``inner`` is part of the content of ``outer``."""
    if not _within(inner, outer):
        return False
    if not _within(outer, inner):
        return True
    return (outer.rule in OUTER_RULES) >= (inner.rule in OUTER_RULES) and (
        outer.rule in OUTER_RULES,
        -_anchor(outer)[0],
    ) > (
        inner.rule in OUTER_RULES,
        -_anchor(inner)[0],
    )


def _within(inner: ClaimDraft, outer: ClaimDraft) -> bool:
    return any(_overlap(_anchor(inner), content) for content in outer.content)


def _anchor(claim: ClaimDraft) -> CharRange:
    return claim.cue or (claim.source_ranges[0] if claim.source_ranges else (0, 0))
