"""Lines that lead to other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.conventions.zones import short_lines
from articlekit.parsers.draft import Draft, DraftBlock, RelatedLink
from articlekit.parsers.prose import ends_sentence
from articlekit.parsers.rules import Candidate, Rule, rule

_THING = r"(?:articles?|stor(?:y|ies)|coverage|content|news|links?|topics?|reading|posts?|videos?)"
_LABEL = (
    rf"(?:related(?:\s{_THING})?|read\s(?:more|also|next|on|the\sfull\s\w+)|also\sread|see\salso|see\smore|more\son\sthis(?:\sstory)?"
    rf"|more\sfrom\s[^:]{{2,40}}|more\s{_THING}|further\sreading|recommended(?:\s{_THING})?|you\smay\salso\slike|you\smight\salso\slike"
    rf"|do\s?n[o'’]t\smiss|must[-\s]read|watch|listen|in\spictures|explainer|opinion|go\sdeeper|background)"
)
_LINE = re.compile(
    rf"[>»→▶►\s]{{0,4}}(?P<label>{_LABEL})\s?(?:[:|>»→]|[–—-]\s|\n)\s?(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_HEADING = re.compile(rf"{_LABEL}\s?[:»→]?", re.IGNORECASE)


@rule(
    "links.related_line",
    example="# Harbour closed\n\nThe harbour closed.\n\n**Related article:** [Storm nears](#)\n\nFerries stayed in port.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nRelated damage was found at [the pier](#).",
)
def related_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A label such as ``Related article:`` or ``READ MORE:`` with the other article's headline after it."""
    for block in short_lines(draft):
        match = _LINE.fullmatch(block.text)
        if match and (block.links or (block.kind != "heading" and not ends_sentence(block.text))):
            links = list(block.links_as("related")) or [RelatedLink(match["rest"], "", "related")]
            yield from (Candidate(link, block.text, (block,)) for link in links)


@rule(
    "links.read_more",
    example="# Harbour closed\n\nThe harbour closed.\n\n[Read more about the storm](https://courier.example/storm)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nRead more [here](#), said the mayor, and nobody did.",
)
def linked_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A line that is one link from end to end and begins with such a label."""
    for block in short_lines(draft):
        whole = len(block.links) == 1 and block.links[0].end - block.links[0].start >= len(block.text) - 2
        if whole and _HEADING.match(block.text):
            yield from (Candidate(link, block.text, (block,)) for link in block.links_as("related"))


@rule(
    "links.related_list",
    example="# Harbour closed\n\nThe harbour closed.\n\n## Read more\n\n- [Storm nears](/storm)\n- [Pier shut](/pier)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n## Read more widely, pupils told\n\n- [Storm nears](/storm)",
)
def related_list(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A heading that is such a label and nothing else, with the linked items under it."""
    heading: DraftBlock | None = None
    for block in draft.body():
        linked = bool(block.links) and sum(link.end - link.start for link in block.links) >= 0.8 * len(block.text)
        if heading and linked and block.kind in ("list_item", "paragraph"):
            raw = f"{heading.text}\n\n{block.text}"
            yield from (Candidate(link, raw, (heading, block)) for link in block.links_as("related"))
        elif block.text:
            short = block.kind in ("heading", "paragraph") and len(block.text) <= 60
            heading = block if short and _HEADING.fullmatch(block.text) else None


LINKS: tuple[Rule[RelatedLink], ...] = (related_line, linked_line, related_list)
