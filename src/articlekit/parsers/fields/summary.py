"""The standfirst: the paragraph under the headline that sums the story up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from attrs import evolve

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.page_parts import is_prose
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.schema_org import plain_text, property_values

LONGEST = 350
APPARATUS = ("authors", "published", "modified")


@rule(
    "summary.visible",
    example="<h1>Harbour closed</h1><p class='standfirst'>Storm keeps the ferries in port for a third day.</p>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p>",
    near_miss="<h1>Harbour closed</h1><p>Storm keeps the ferries in port for a third day.</p>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody knows for how long.</p>",
)
def shown(draft: Draft) -> Iterator[Candidate[str]]:
    """What the page sets off as its standfirst; it stays in the text."""
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
    between = _under_title(draft)
    if len(between) == 1 and between[0].kind in ("paragraph", "heading") and _sums_up(between[0].text):
        yield _standfirst(between[0])


@rule(
    "summary.emphasis",
    example="# Harbour closed\n\n**Storm keeps the ferries in port for a third day.**\n\n" + "The harbour closed. " * 8,
    near_miss="# Harbour closed\n\n**Storm.**\n\n" + "The harbour closed. " * 8,
)
def emphasized(draft: Draft) -> Iterator[Candidate[str]]:
    """A sentence in bold or italics right before the first paragraph of prose."""
    last: DraftBlock | None = None
    for block in draft.body.kept:
        if is_prose(block):
            break
        last = block
    else:
        return
    if last and _set_off(last):
        yield _standfirst(last)


@rule(
    "summary.above_image",
    example="# Harbour closed\n\n*Storm keeps the ferries in port for a third day.*\n\n![Pier](pier.jpg)\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nPhoto: *Ada Quill*\n\n![Pier](pier.jpg)\n\nThe harbour closed.",
)
def above_picture(draft: Draft) -> Iterator[Candidate[str]]:
    """A sentence in bold or italics right under the headline, with a picture under it."""
    first = next(iter(draft.body.kept), None)
    if first is None or not _set_off(first):
        return
    place = draft.body.blocks.index(first)
    above = (block for block in reversed(draft.body.blocks[:place]) if _field(block) not in (*APPARATUS, "text"))
    below = (block for block in islice(draft.body.blocks, place + 1, None) if _field(block) not in (*APPARATUS, "text"))
    if _field(next(above, None)) == "title" and _field(next(below, None)) == "images":
        yield _standfirst(first)


@rule(
    "summary.front_matter",
    example="---\ntitle: Harbour closed\ndescription: Ferries stay in port.\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nmood: Ferries stay in port.\n---\n\nThe harbour closed.",
)
def summary_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """``description``, ``summary``, ``standfirst``, ``dek`` or ``excerpt`` in the front matter."""
    return front_matter_values(draft, ("description", "summary", "standfirst", "dek", "excerpt", "subtitle"))


def _under_title(draft: Draft) -> list[DraftBlock]:
    """The blocks that stand between the headline and the byline or date line; empty where there is no such pair."""
    between: list[DraftBlock] = []
    below_title = False
    for block in draft.body.blocks:
        field = _field(block)
        if field == "title":
            below_title, between = True, []
        elif field in APPARATUS and below_title:
            return between
        elif block.taken_by is None and below_title:
            between.append(block)
            if len(between) > 1:
                return []
    return []


def _field(block: DraftBlock | None) -> str:
    """The field whose rule took the block out of the body; empty where none did."""
    return ((block and block.taken_by) or "").partition(".")[0]


def _set_off(block: DraftBlock) -> bool:
    """Whether a paragraph is a sentence in bold or italics."""
    return block.emphasis and block.kind == "paragraph" and 30 <= len(block.text) <= LONGEST


def _sums_up(text: str) -> bool:
    """Whether a line says something: a byline that was not understood has few words that begin with a small letter."""
    plain = sum(word[0].islower() for word in text.split())
    return len(text) <= LONGEST and plain > 3 and not text.casefold().startswith("by ")


def _standfirst(block: DraftBlock) -> Candidate[str]:
    return Candidate(block.words, block.text, (block,), evolve(block, kind="standfirst", level=None))


SUMMARY: tuple[Rule[str], ...] = (shown, above_byline, emphasized, above_picture, summary_in_front_matter)


_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


def _strings(values: Iterable[object]) -> Iterator[Candidate[str]]:
    return (Candidate(words, words) for value in values if (words := plain_text(value)))


@rule(
    "summary.description",
    example=f"<meta name='description' content='Ferries stay in port.'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta name='keywords' content='Ferries stay in port.'><h1>Harbour closed</h1>{_STORY}",
)
def description(draft: Draft) -> Iterator[Candidate[str]]:
    """``description`` in JSON-LD, OpenGraph or HTML."""
    return _strings(
        chain(
            property_values(draft.facts.node, "description"),
            meta_values(draft, "og:description", "description", "twitter:description", "dc.description"),
        )
    )


WEB_SUMMARY: tuple[Rule[str], ...] = (description,)
