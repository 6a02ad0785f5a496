"""Rules for ``Article.summary``: the standfirst of the page or text, or the description in the metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import evolve

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.body_regions import is_prose
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.web.schema_org import plain_text, property_values

MIN_STANDFIRST_CHARS = 30
"""Characters of a standfirst in bold or italics: shorter lines are labels."""
MAX_STANDFIRST_CHARS = 350
"""Characters of a standfirst that no markup confirms."""
MIN_LOWERCASE_WORDS = 4
"""Words in lower case that a standfirst above a byline needs: a byline that no rule read has few."""
HEADER_FIELDS = ("authors", "published", "modified")
"""Fields whose lines are below the headline."""
_SKIPPED = (*HEADER_FIELDS, "text")
"""Fields of lines that may be between the standfirst and the headline or the image."""
_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


@rule(
    "summary.visible",
    example="<h1>Harbour closed</h1><p class='standfirst'>Storm keeps the ferries in port for a third day.</p>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p>",
    near_miss="<h1>Harbour closed</h1><p>Storm keeps the ferries in port for a third day.</p>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p>",
)
def visible(draft: Draft) -> Iterator[Candidate[str]]:
    """The standfirst by the markup of the page. It stays in the text."""
    lines = [block for block in draft.body.kept if block.kind == "standfirst"]
    if lines:
        yield Candidate(" ".join(block.words for block in lines), "\n\n".join(block.text for block in lines))


@rule(
    "summary.standfirst",
    example="# Harbour closed\n\nStorm keeps the ferries in port.\n\nBy Ada Quill\n\nThe harbour of Marrow Bay closed.",
    near_miss="# Harbour closed\n\nStory by Ada Quill; photographs by Tom Reed\n\nThe harbour of Marrow Bay closed.",
)
def above_byline(draft: Draft) -> Iterator[Candidate[str]]:
    """The one block between the headline and the byline or date line."""
    between = _blocks_below_title(draft)
    if len(between) == 1 and between[0].kind in ("paragraph", "heading") and _is_summary(between[0].text):
        yield _standfirst_candidate(between[0])


@rule(
    "summary.emphasis",
    example="# Harbour closed\n\n**Storm keeps the ferries in port for a third day.**\n\n" + "The harbour closed. " * 8,
    near_miss="# Harbour closed\n\n**Storm.**\n\n" + "The harbour closed. " * 8,
)
def emphasized(draft: Draft) -> Iterator[Candidate[str]]:
    """A sentence in bold or italics directly before the first long paragraph."""
    last: DraftBlock | None = None
    for block in draft.body.kept:
        if is_prose(block):
            break
        last = block
    else:
        return
    if last and _is_emphasized_sentence(last):
        yield _standfirst_candidate(last)


@rule(
    "summary.above_image",
    example="# Harbour closed\n\n*Storm keeps the ferries in port for a third day.*\n\n![Pier](pier.jpg)\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nPhoto: *Ada Quill*\n\n![Pier](pier.jpg)\n\nThe harbour closed.",
)
def above_image(draft: Draft) -> Iterator[Candidate[str]]:
    """A sentence in bold or italics directly below the headline and above an image."""
    first = next(iter(draft.body.kept), None)
    if first is None or not _is_emphasized_sentence(first):
        return
    index = draft.body.blocks.index(first)
    above = (field for block in reversed(draft.body.blocks[:index]) if (field := _field_of(block)) not in _SKIPPED)
    below = (field for block in draft.body.blocks[index + 1 :] if (field := _field_of(block)) not in _SKIPPED)
    if next(above, "") == "title" and next(below, "") == "images":
        yield _standfirst_candidate(first)


@rule(
    "summary.front_matter",
    example="---\ntitle: Harbour closed\ndescription: Ferries stay in port.\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nmood: Ferries stay in port.\n---\n\nThe harbour closed.",
)
def summary_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """``description``, ``summary``, ``standfirst``, ``dek`` or ``excerpt`` in the front matter."""
    return front_matter_values(draft, ("description", "summary", "standfirst", "dek", "excerpt", "subtitle"))


def _blocks_below_title(draft: Draft) -> list[DraftBlock]:
    """Return the blocks between the headline and the byline or date line. Empty if there is no such pair, or too many blocks."""
    between: list[DraftBlock] = []
    below_title = False
    for block in draft.body.blocks:
        field = _field_of(block)
        if field == "title":
            below_title, between = True, []
        elif field in HEADER_FIELDS and below_title:
            return between
        elif block.taken_by is None and below_title:
            between.append(block)
            if len(between) > 1:
                return []
    return []


def _field_of(block: DraftBlock) -> str:
    """Return the field whose rule took the block out of the text. Empty if the block is still in it."""
    return (block.taken_by or "").partition(".")[0]


def _is_emphasized_sentence(block: DraftBlock) -> bool:
    """True if a paragraph is a sentence in bold or italics."""
    has_length = MIN_STANDFIRST_CHARS <= len(block.text) <= MAX_STANDFIRST_CHARS
    return block.emphasis and block.kind == "paragraph" and has_length


def _is_summary(text: str) -> bool:
    """True if a line is a sentence and not a byline that no rule read."""
    lowercase_words = sum(word[0].islower() for word in text.split())
    has_words = lowercase_words >= MIN_LOWERCASE_WORDS
    return has_words and len(text) <= MAX_STANDFIRST_CHARS and not text.casefold().startswith("by ")


def _standfirst_candidate(block: DraftBlock) -> Candidate[str]:
    return Candidate(block.words, block.text, (block,), evolve(block, kind="standfirst", level=None))


def _plain_texts(values: Iterable[object]) -> Iterator[Candidate[str]]:
    return (Candidate(words, words) for value in values if (words := plain_text(value)))


@rule(
    "summary.description",
    example=f"<meta name='description' content='Ferries stay in port.'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<meta name='keywords' content='Ferries stay in port.'><h1>Harbour closed</h1>{_TEXT}",
)
def description(draft: Draft) -> Iterator[Candidate[str]]:
    """``description`` in JSON-LD, OpenGraph or HTML."""
    return _plain_texts(
        chain(
            property_values(draft.facts.node, "description"),
            meta_values(draft, "og:description", "description", "twitter:description", "dc.description"),
        )
    )


SUMMARY: tuple[Rule[str], ...] = (
    visible,
    above_byline,
    emphasized,
    above_image,
    summary_in_front_matter,
    description,
)
