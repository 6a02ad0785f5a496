"""Interviews: each paragraph that opens with a speaker, or answers a question, is one claim of that speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from articlekit.attribution.claim_draft import CharRange, ClaimDraft, Mention
from articlekit.attribution.english.sentence import Sentence
from articlekit.attribution.english.tags import OPENS_NAME, QUOTATIONS
from articlekit.attribution.rules.engine import SentenceReading
from articlekit.attribution.rules.without_verb import NOT_LABELS
from articlekit.attribution.sources.describe import describe_source
from articlekit.attribution.sources.named_people import NAME_RUN, NamedPeople
from articlekit.attribution.sources.names import surname

MIN_SPEAKER_PARAGRAPHS: Final = 3
"""Paragraphs of an interview that open with a speaker, at least; one speaker opens two of them."""

MAX_SPEAKER_WORDS: Final = 5
"""Words of a speaker's name before a colon, at most."""

TURN_LABELS: Final = frozenset({"q", "a", "question", "answer"})
"""Labels for the questioner and the answerer that do not name them."""

INITIALS: Final = re.compile(r"[A-Z]{2,3}$")


def read_interview(
    sentences: Sequence[SentenceReading], claims: Iterable[ClaimDraft], text: str, title: str
) -> tuple[list[ClaimDraft], set[int]]:
    """Return the claims with one claim for each paragraph of an interview, and the region numbers of those paragraphs."""
    paragraphs = [list(paragraph) for _, paragraph in groupby(sentences, lambda reading: reading.region)]
    labelled = _labelled_paragraphs(paragraphs, f"{title}\n{text}")
    speakers = set(_speakers(labelled))
    if len(labelled) >= MIN_SPEAKER_PARAGRAPHS and len(speakers) < len(labelled):
        said = [
            _speaker_claim(paragraph, end, text)
            for paragraph, end in labelled
            if paragraph[0].sentence.lower_text(0, end) not in TURN_LABELS
        ]
        return _replace_claims(claims, [paragraph for paragraph, _ in labelled], said)
    asked, answered = find_turns(paragraphs, text)
    who = find_interviewee(text, title, answered[0][0].sentence.words[0].start) if answered else None
    return _replace_claims(
        claims, [*asked, *answered], [answer_claim(paragraph, who) for paragraph in answered] if who else []
    )


def _replace_claims(
    claims: Iterable[ClaimDraft], heard: Sequence[Paragraph], said: Sequence[ClaimDraft]
) -> tuple[list[ClaimDraft], set[int]]:
    """Return the claims with ``said`` in place of those in the paragraphs of ``heard``, and the region numbers of ``heard``."""
    inner = {id(claim) for paragraph in heard for reading in paragraph for claim in reading.claims}
    kept = [claim for claim in claims if id(claim) not in inner]
    return sorted([*kept, *said], key=_position), {paragraph[0].region for paragraph in heard}


def _labelled_paragraphs(
    paragraphs: Iterable[list[SentenceReading]], text: str
) -> list[tuple[list[SentenceReading], int]]:
    """Return the paragraphs that open with a speaker, and the number of words that name the speaker.

    A newspaper that asks is not a name. It is a speaker if it and a named speaker each open two paragraphs or more.
    """
    opened = [(paragraph, end) for paragraph in paragraphs if (end := _speaker_length(paragraph[0].sentence))]
    labels = _speakers(opened)
    named = [_is_speaker(paragraph[0].sentence, end, text) for paragraph, end in opened]
    turns = Counter(labels)
    taking = {label for label in labels if turns[label] > 1}
    if not any(name and label in taking for name, label in zip(named, labels, strict=True)):
        taking = set()
    return [one for one, name, label in zip(opened, named, labels, strict=True) if name or label in taking]


def _speakers(opened: Iterable[tuple[list[SentenceReading], int]]) -> list[str]:
    """Return the speaker of each paragraph; a surname or initials stand for a full name that opens another paragraph."""
    names = [paragraph[0].sentence.lower_text(0, end) for paragraph, end in opened]
    whole: dict[str, str] = {}
    for name in names:
        first, *others = name.split()
        if others:
            whole[others[-1]] = whole["".join(word[0] for word in (first, *others))] = name
    return [whole.get(name, name) for name in names]


def _position(claim: ClaimDraft) -> tuple[bool, CharRange]:
    return claim.field == "text", claim.content[0]


def _speaker_length(sentence: Sentence) -> int:
    """Return the number of words that can be a name before a colon that opens the paragraph; else 0."""
    words = sentence.words
    colon = next((i for i in range(min(MAX_SPEAKER_WORDS + 1, sentence.words_end)) if words[i].tag == ":"), 0)
    if sentence.field == "title" or colon + 1 >= sentence.words_end:
        return 0
    if sentence.lower_text(0, colon) in TURN_LABELS:
        return colon
    return 0 if any(word.tag not in OPENS_NAME or word.low in NOT_LABELS for word in words[:colon]) else colon


def _is_speaker(sentence: Sentence, end: int, text: str) -> bool:
    """True if the words before the colon name a speaker, by themselves or by the rest of the article."""
    return end > 1 or sentence.lower_text(0, end) in TURN_LABELS or _is_name(sentence.words[0].text, text)


def _is_name(word: str, text: str) -> bool:
    """True if a word before a colon is initials, or a surname with a given name elsewhere in the text."""
    return INITIALS.match(word) is not None or re.search(rf"\b[A-Z][\w’'-]+ {re.escape(word)}\b", text) is not None


def _speaker_claim(paragraph: Sequence[SentenceReading], end: int, text: str) -> ClaimDraft:
    first = paragraph[0].sentence
    claim = first.new_claim("claim.label", first.content_ranges((end + 1, len(first.words))), 0.85)
    for reading in paragraph[1:]:
        claim.content += reading.sentence.content_ranges((0, len(reading.sentence.words)))
    claim.source_ranges = [first.char_range(0, end)]
    claim.sources = [
        Mention(*first.char_range(0, end), first.field, _full_name(first.words[0].text, text) if end == 1 else None)
    ]
    return claim


def _full_name(initials: str, text: str) -> CharRange | None:
    """Return the first place of the only name that has the initials: ``BC`` for ``Ben Carver``; else None."""
    if not INITIALS.match(initials):
        return None
    found = list(re.finditer(r"\b" + r" ".join(rf"{letter}[a-z][\w’'-]*" for letter in initials) + r"\b", text))
    return found[0].span() if len({name.group() for name in found}) == 1 else None


MIN_ANSWERS: Final = 3
"""Questions of an interview with an answer in the first person, at least."""

Paragraph = Sequence[SentenceReading]
"""The sentences of one paragraph, in order."""


def find_turns(paragraphs: Sequence[Paragraph], text: str) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs that ask and those that answer; both empty with fewer than three answers in the first person."""
    groups = [group for group in _answers_by_question(paragraphs, text) if group]
    spoken = sum(_is_first_person(group[0]) for group in groups)
    if spoken < MIN_ANSWERS or spoken * 2 <= len(groups):
        return [], []
    last = groups[-1]
    # The last answer ends where the reporter, who does not say *I*, goes on.
    over = next((i for i, paragraph in enumerate(last) if i and not _is_first_person(paragraph)), len(last))
    answers = [paragraph for group in (*groups[:-1], last[:over]) for paragraph in group]
    return list(filter(_is_question, paragraphs)), answers


def _answers_by_question(paragraphs: Iterable[Paragraph], text: str) -> Iterator[list[Paragraph]]:
    """Yield for each question the paragraphs after it, up to the next question."""
    group: list[Paragraph] | None = None
    end = 0
    for paragraph in paragraphs:
        if paragraph[0].sentence.field == "title":
            continue
        start = paragraph[0].sentence.words[0].start
        asks = _is_question(paragraph)
        if asks or text[end:start].rstrip().endswith("?"):  # A heading is no sentence.
            if group is not None:
                yield group
            group = []
        if group is not None and not asks:
            group.append(paragraph)
        end = paragraph[-1].sentence.words[-1].end
    if group is not None:
        yield group


def _is_question(paragraph: Paragraph) -> bool:
    """True if a paragraph is only a question of the interviewer."""
    quoted = any(word.tag in QUOTATIONS for reading in paragraph for word in reading.sentence.words)
    sentence = paragraph[-1].sentence
    return sentence.field == "text" and sentence.words[-1].tag == "?" and not quoted


def _is_first_person(paragraph: Paragraph) -> bool:
    """True if a paragraph has *I* or *my* outside quotations."""
    return any(
        word.low in ("i", "my", "me") and word.tag not in QUOTATIONS
        for reading in paragraph
        for word in reading.sentence.words
    )


def find_interviewee(text: str, title: str, first: int) -> CharRange | None:
    """Return the place of the interviewee's name before the first answer: the name in the headline, or the only name; else None."""
    people = NamedPeople(text)
    named = list(people.named_before(0, first)) or [
        (found.start(), found.group())
        for found in NAME_RUN.finditer(text, 0, first)
        if people.opens_sentence(found.start()) and describe_source(found.group()).kind == "person"
    ]
    people_found = [one for one in named if surname(one[1]) in title.casefold().split()] or named
    if len({surname(name) for _, name in people_found}) != 1:
        return None
    start, name = max(people_found, key=lambda one: len(one[1]))
    return start, start + len(name)


def answer_claim(paragraph: Paragraph, who: CharRange) -> ClaimDraft:
    """Return a paragraph as a claim of the interviewee. The paragraph itself does not name a speaker."""
    claim = paragraph[0].sentence.new_claim("claim.answer", [], 0.8)
    for reading in paragraph:
        claim.content += reading.sentence.content_ranges((0, len(reading.sentence.words)))
    claim.sources = [Mention(*who)]
    return claim
