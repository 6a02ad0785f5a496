"""Interviews whose questions stand alone, in a paragraph or a heading: what stands between them is the interviewee's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft, Mention
from articlekit.attribution.english.tags import QUOTATIONS
from articlekit.attribution.rules.engine import Spoken
from articlekit.attribution.sources.describe import describe_source
from articlekit.attribution.sources.named_people import NAME_RUN, NamedPeople
from articlekit.attribution.sources.names import surname

LEAST: Final = 3
"""How many questions must be answered in the first person for a text to be an interview."""

Paragraph = Sequence[Spoken]
"""The sentences of one paragraph, in order."""


def turns(paragraphs: Sequence[Paragraph], text: str) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs that ask, and those that answer; none where fewer than three answers are by an *I*."""
    groups = [group for group in _groups(paragraphs, text) if group]
    spoken = sum(_is_first_person(group[0]) for group in groups)
    if spoken < LEAST or spoken * 2 <= len(groups):
        return [], []
    last = groups[-1]
    # Nothing tells where the last answer ends but that the reporter does not say *I*.
    over = next((i for i, paragraph in enumerate(last) if i and not _is_first_person(paragraph)), len(last))
    answers = [paragraph for group in (*groups[:-1], last[:over]) for paragraph in group]
    return list(filter(_asks, paragraphs)), answers


def _groups(paragraphs: Iterable[Paragraph], text: str) -> Iterator[list[Paragraph]]:
    """For each question the paragraphs behind it, up to the next."""
    group: list[Paragraph] | None = None
    end = 0
    for paragraph in paragraphs:
        if paragraph[0].scene.field == "title":
            continue
        start = paragraph[0].scene.words[0].start
        asks = _asks(paragraph)
        if asks or text[end:start].rstrip().endswith("?"):  # A heading is no sentence.
            if group is not None:
                yield group
            group = []
        if group is not None and not asks:
            group.append(paragraph)
        end = paragraph[-1].scene.words[-1].end
    if group is not None:
        yield group


def _asks(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but the interviewer's question."""
    quoted = any(word.tag in QUOTATIONS for one in paragraph for word in one.scene.words)
    scene = paragraph[-1].scene
    return scene.field == "text" and scene.words[-1].tag == "?" and not quoted


def _is_first_person(paragraph: Paragraph) -> bool:
    """Whether whoever speaks says *I* or *my*, outside quotations."""
    return any(
        word.low in ("i", "my", "me") and word.tag not in QUOTATIONS for one in paragraph for word in one.scene.words
    )


def interviewee(text: str, title: str, first: int) -> CharRange | None:
    """Where the words before the first answer name who is interviewed: the one in the headline, or the only one; None else."""
    people = NamedPeople(text)
    named = list(people.named_before(0, first)) or [
        (found.start(), found.group())
        for found in NAME_RUN.finditer(text, 0, first)
        if people.opens_sentence(found.start()) and describe_source(found.group()).kind == "person"
    ]
    told = [one for one in named if surname(one[1]) in title.casefold().split()] or named
    if len({surname(name) for _, name in told}) != 1:
        return None
    start, name = max(told, key=lambda one: len(one[1]))
    return start, start + len(name)


def answer(paragraph: Paragraph, who: CharRange) -> ClaimDraft:
    """A paragraph as the claim of the interviewee, whom its own words do not name."""
    claim = paragraph[0].scene.claim("claim.answer", [], 0.8)
    for one in paragraph:
        claim.content += one.scene.content((0, len(one.scene.words)))
    claim.sources = [Mention(*who)]
    return claim
