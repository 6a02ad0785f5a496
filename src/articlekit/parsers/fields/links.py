"""Lines that lead to other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlekit.parsers.draft import Draft, DraftBlock, RelatedLink
from articlekit.parsers.fields.page_parts import header_and_footer, short_blocks
from articlekit.parsers.lines.normalize import ends_sentence
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH

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
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n**Related damage on the pier:** [Storm nears](#)\n\nFerries stayed in port.",
)
def related_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A label such as ``Related article:`` or ``READ MORE:`` with the other article's headline after it."""
    for block in short_blocks(draft):
        match = _LINE.fullmatch(block.text)
        if match and (block.links or (block.kind != "heading" and not ends_sentence(block.text))):
            links = list(block.links_as("related")) or [RelatedLink(match["rest"], "", "related")]
            yield from (Candidate(link, block.text, (block,)) for link in links)


@rule(
    "links.read_more",
    example="# Harbour closed\n\nThe harbour closed.\n\n[Read more about the storm](https://courier.example/storm)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n[Read more about the storm](https://courier.example/storm) today.",
)
def linked_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A line that is one link from end to end and begins with such a label."""
    for block in short_blocks(draft):
        whole = len(block.links) == 1 and block.links[0].end - block.links[0].start >= len(block.text) - 2
        if whole and _HEADING.match(block.text):
            yield from (Candidate(link, block.text, (block,)) for link in block.links_as("related"))


@rule(
    "links.related_list",
    example="# Harbour closed\n\nThe harbour closed.\n\n## Read more\n\n- [Storm nears](/storm)\n- [Pier shut](/pier)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n## Read the sky\n\n- [Storm nears](/storm)\n- [Pier shut](/pier)",
)
def related_list(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A heading that is such a label and nothing else, with the linked items under it."""
    heading: DraftBlock | None = None
    for block in draft.body.kept:
        linked = bool(block.links) and sum(link.end - link.start for link in block.links) >= 0.8 * len(block.text)
        if heading and linked and block.kind in ("list_item", "paragraph"):
            raw = f"{heading.text}\n\n{block.text}"
            yield from (Candidate(link, raw, (heading, block)) for link in block.links_as("related"))
        elif block.text:
            short = block.kind in ("heading", "paragraph") and len(block.text) <= 60
            heading = block if short and _HEADING.fullmatch(block.text) else None


LINKS: tuple[Rule[RelatedLink], ...] = (related_line, linked_line, related_list)


_SOURCE = re.compile(
    r"(?:original(?:\s(?:url|link|source|article|story|address))?|source(?:\s(?:url|link|address))?|url|permalink|canonical(?:\surl)?"
    r"|(?:retrieved|saved|downloaded|copied)\sfrom|(?:read|see)\sthe\soriginal(?:\s\w+)?(?:\sat)?|article\surl)\s?:?",
    re.IGNORECASE,
)


def _only_link(block: DraftBlock) -> str | None:
    """The target where the block holds one link; a bare address counts, words beside it do too."""
    hrefs = {link.href for link in block.links}
    return hrefs.pop() if len(hrefs) == 1 else None


@rule(
    "links.original",
    example="# Harbour closed\n\nThe harbour closed.\n\nOriginal url:\n\n<https://courier.example/harbour-closed>",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nOriginal pier:\n\n<https://courier.example/harbour-closed>",
)
def source_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A bare address at head or foot that a label such as ``Original url:`` or ``Source:`` announces."""
    lines = header_and_footer(draft)
    for block, after in pairwise([*lines, DraftBlock("note", "")]):
        label = _SOURCE.match(block.text) if len(block.text) < 2000 else None
        if label is None:
            continue
        rest = block.text[label.end() :].strip(" <>\n")
        if rest and (href := _only_link(block)) and rest == href:
            yield Candidate(RelatedLink(rest, href, "original"), block.text, (block,))
        elif not rest and (href := _only_link(after)) and after.text.strip("<>") == href:
            yield Candidate(RelatedLink(href, href, "original"), f"{block.text}\n\n{after.text}", (block, after))


LINKS_ORIGINAL: tuple[Rule[RelatedLink], ...] = (source_line,)


_LIST_PAGE = re.compile(r"/(?:tags?|topics?|categor(?:y|ies))/")
"""In the address of a page that lists stories."""


_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


_MORE = "<p>The ferries of Marrow Bay stayed in port for a week, and nobody there was told for how long.</p>"


@rule(
    "links.embedded",
    example=f"<h1>Harbour closed</h1>{_STORY}<iframe src='https://video.example/embed/7' title='The pier falls'></iframe>",
    near_miss=f"<h1>Harbour closed</h1>{_STORY}<iframe src='https://video.example/embed/7' width=1 height=1></iframe>",
)
def embedded(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A video, a post or a chart that the story shows in a frame: its name, or its address where it has none."""
    for block in draft.body.kept:
        if block.kind == "image" and block.image is None:
            yield from (Candidate(link, link.href, (block,)) for link in block.links_as("media"))


@rule(
    "links.inline_related",
    example=f"<h1>Harbour closed</h1>{_STORY}<ul><li><a href='/storm'>Storm nears the coast of Tarn</a></ul>{_MORE}",
    near_miss=f"<h1>Harbour closed</h1>{_STORY}<ul class='share'><li><a href='/storm'>Storm nears the coast of Tarn</a></ul>{_MORE}",
)
def among(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """The headline of another story of the site that stands among the lines of this one and was left out of its text."""
    for link in draft.facts.inline_related:
        here = (draft.absolute_url(link.href) or "").partition("#")[0] == draft.given.url
        if not (here or AUTHOR_PAGE_PATH.search(link.href) or _LIST_PAGE.search(link.href)):
            yield Candidate(link, link.text)


WEB_LINKS: tuple[Rule[RelatedLink], ...] = (embedded, among)
