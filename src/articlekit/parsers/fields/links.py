"""Rules for ``Article.links``: links outside the running text, to the original, to related articles and to embedded media."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlekit.parsers.draft import Draft, DraftBlock, RelatedLink
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.body_regions import header_and_footer, short_blocks
from articlekit.parsers.lines.normalize import ends_sentence
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH

MIN_LINKED_SHARE = 0.8
"""Share of the characters of an item that must be linked in a list of related articles."""
MAX_RELATED_HEADING_CHARS = 60
"""Characters of the heading of such a list."""
MAX_SOURCE_LINE_CHARS = 2000
"""Characters of a line with the URL of the original."""

_LINK_TARGET_WORDS = r"(?:articles?|stor(?:y|ies)|coverage|content|news|links?|topics?|reading|posts?|videos?)"
_RELATED_LABEL = (
    rf"(?:related(?:\s{_LINK_TARGET_WORDS})?|read\s(?:more|also|next|on|the\sfull\s\w+)|also\sread|see\salso|see\smore|more\son\sthis(?:\sstory)?"
    rf"|more\sfrom\s[^:]{{2,40}}|more\s{_LINK_TARGET_WORDS}|further\sreading|recommended(?:\s{_LINK_TARGET_WORDS})?|you\smay\salso\slike|you\smight\salso\slike"
    rf"|do\s?n[o'’]t\smiss|must[-\s]read|watch|listen|in\spictures|explainer|opinion|go\sdeeper|background)"
)
_RELATED_LINE = re.compile(
    rf"[>»→▶►\s]{{0,4}}(?P<label>{_RELATED_LABEL})\s?(?:[:|>»→]|[–—-]\s|\n)\s?(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_RELATED_HEADING = re.compile(rf"{_RELATED_LABEL}\s?[:»→]?", re.IGNORECASE)
_SOURCE_LABEL = re.compile(
    r"(?:original(?:\s(?:url|link|source|article|story|address))?|source(?:\s(?:url|link|address))?|url|permalink|canonical(?:\surl)?"
    r"|(?:retrieved|saved|downloaded|copied)\sfrom|(?:read|see)\sthe\soriginal(?:\s\w+)?(?:\sat)?|article\surl)\s?:?",
    re.IGNORECASE,
)
_LIST_PAGE_PATH = re.compile(r"/(?:tags?|topics?|categor(?:y|ies))/")
"""A folder in the URL of a page that lists articles."""
_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_MORE_TEXT = "<p>The ferries of Marrow Bay stayed in port for a week, and nobody there was told for how long.</p>"


@rule(
    "links.original",
    example="# Harbour closed\n\nThe harbour closed.\n\nOriginal url:\n\n<https://courier.example/harbour-closed>",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nOriginal pier:\n\n<https://courier.example/harbour-closed>",
)
def source_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A bare URL in header or footer with a label such as ``Original url:`` or ``Source:``."""
    lines = header_and_footer(draft)
    for block, after in pairwise([*lines, DraftBlock("note", "")]):
        label = _SOURCE_LABEL.match(block.text) if len(block.text) <= MAX_SOURCE_LINE_CHARS else None
        if label is None:
            continue
        rest = block.text[label.end() :].strip(" <>\n")
        if rest and (href := _only_link(block)) and rest == href:
            yield Candidate(RelatedLink(rest, href, "original"), block.text, (block,))
        elif not rest and (href := _only_link(after)) and after.text.strip("<>") == href:
            yield Candidate(RelatedLink(href, href, "original"), f"{block.text}\n\n{after.text}", (block, after))


def _only_link(block: DraftBlock) -> str | None:
    """Return the target of the only link of a block. None if it has none, or several."""
    hrefs = {link.href for link in block.links}
    return hrefs.pop() if len(hrefs) == 1 else None


@rule(
    "links.related_line",
    example="# Harbour closed\n\nThe harbour closed.\n\n**Related article:** [Storm nears](#)\n\nFerries stayed in port.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n**Related damage on the pier:** [Storm nears](#)\n\nFerries stayed in port.",
)
def related_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A label such as ``Related article:`` or ``READ MORE:`` with the headline of another article after it."""
    for block in short_blocks(draft):
        match = _RELATED_LINE.fullmatch(block.text)
        if match and (block.links or (block.kind != "heading" and not ends_sentence(block.text))):
            links = list(block.links_as("related")) or [RelatedLink(match["rest"], "", "related")]
            yield from (Candidate(link, block.text, (block,)) for link in links)


@rule(
    "links.read_more",
    example="# Harbour closed\n\nThe harbour closed.\n\n[Read more about the storm](https://courier.example/storm)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n[Read more about the storm](https://courier.example/storm) today.",
)
def linked_line(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A line that is one link and begins with the label of a related article."""
    for block in short_blocks(draft):
        is_one_link = len(block.links) == 1 and block.links[0].end - block.links[0].start >= len(block.text) - 2
        if is_one_link and _RELATED_HEADING.match(block.text):
            yield from (Candidate(link, block.text, (block,)) for link in block.links_as("related"))


@rule(
    "links.related_list",
    example="# Harbour closed\n\nThe harbour closed.\n\n## Read more\n\n- [Storm nears](/storm)\n- [Pier shut](/pier)",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n## Read the sky\n\n- [Storm nears](/storm)\n- [Pier shut](/pier)",
)
def related_list(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A heading that is only the label of related articles, and the linked items after it."""
    heading: DraftBlock | None = None
    for block in draft.body.kept:
        linked_chars = sum(link.end - link.start for link in block.links)
        is_linked = bool(block.links) and linked_chars >= MIN_LINKED_SHARE * len(block.text)
        if heading and is_linked and block.kind in ("list_item", "paragraph"):
            raw = f"{heading.text}\n\n{block.text}"
            yield from (Candidate(link, raw, (heading, block)) for link in block.links_as("related"))
        elif block.text:
            may_be_heading = block.kind in ("heading", "paragraph") and len(block.text) <= MAX_RELATED_HEADING_CHARS
            heading = block if may_be_heading and _RELATED_HEADING.fullmatch(block.text) else None


@rule(
    "links.embedded",
    example=f"<h1>Harbour closed</h1>{_TEXT}<iframe src='https://video.example/embed/7' title='The pier falls'></iframe>",
    near_miss=f"<h1>Harbour closed</h1>{_TEXT}<iframe src='https://video.example/embed/7' width=1 height=1></iframe>",
)
def embedded(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A video, a post or a chart that the article shows in a frame: its title, or its URL if it has no title."""
    for block in draft.body.kept:
        if block.kind == "image" and block.image is None:
            yield from (Candidate(link, link.href, (block,)) for link in block.links_as("media"))


@rule(
    "links.inline_related",
    example=f"<h1>Harbour closed</h1>{_TEXT}<ul><li><a href='/storm'>Storm nears the coast of Tarn</a></ul>{_MORE_TEXT}",
    near_miss=f"<h1>Harbour closed</h1>{_TEXT}<ul class='share'><li><a href='/storm'>Storm nears the coast of Tarn</a></ul>{_MORE_TEXT}",
)
def inline_related(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """The headline of another article of the site between the paragraphs, left out of the text."""
    for link in draft.facts.inline_related:
        is_this_page = (draft.absolute_url(link.href) or "").partition("#")[0] == draft.given.url
        if not (is_this_page or AUTHOR_PAGE_PATH.search(link.href) or _LIST_PAGE_PATH.search(link.href)):
            yield Candidate(link, link.text)


LINKS: tuple[Rule[RelatedLink], ...] = (source_line, related_line, linked_line, related_list, embedded, inline_related)
