"""What a page says about itself that limits what can be got from it: that it is no article, or not free to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.conventions.structured import types_of
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.cards import leads
from articlekit.parsers.html.tree import Line, Page

LISTS = frozenset("collectionpage searchresultspage profilepage contactpage checkoutpage itemlist imagegallery".split())
"""The types of schema.org for pages that hold no article of their own, in lower case."""
LITTLE, MANY = 200, 30
"""Characters that a list of articles tells at most, and links to other pages of the site that it holds at least."""
MORE, SLACK = 1.6, 100
"""How many times as long the whole story has to be as what the page shows, and how much longer beside that."""
_ERROR = re.compile(
    r"(?:error\s)?(?:404|403|410|500|502|503)\b.{0,40}|(?:page|article|seite|página|pagina)\s(?:not found|nicht gefunden|no encontrada"
    r"|non trovata|não encontrada)\b.{0,40}|access denied\b.{0,40}|just a moment\W{0,3}|attention required\b.{0,40}",
    re.IGNORECASE,
)


def report_access(draft: Draft) -> None:
    """Report what the page states: an error, a list of articles, a paywall."""
    if _is_error(draft):
        draft.report("not-article", "the page says that it is an error page")
    elif not draft.node and _is_list(draft):
        draft.report("not-article", "the page says that it is a list of articles")
    if any(map(_is_false, _free(draft))):
        draft.report("paywalled", "the page says that it is not free to read, and may hold a part of the text only")


def report_list(page: Page, story: list[Line], host: str | None, draft: Draft) -> None:
    """Report a page that tells next to nothing and leads to many others, unless structured data calls it an article."""
    if draft.node or sum(line.weight for line in story) >= LITTLE:
        return
    if sum(leads(line, host) for line in page.lines) >= MANY:
        draft.report("not-article", "the page tells next to nothing and leads to many other pages")


def report_cut(draft: Draft) -> None:
    """Report a story of which structured data has much more than the page shows."""
    body, count = draft.node.get("articleBody"), draft.node.get("wordCount")
    if body is None and count is None:
        return
    shown = " ".join(block.text for block in draft.blocks)
    words = len(shown.split())
    if isinstance(body, str) and len(body) > MORE * len(shown) + SLACK:
        draft.report("truncated", "structured data holds much more of the story than the page shows")
    elif isinstance(count, int) and count > MORE * words + SLACK and any(map(_is_false, _free(draft))):
        draft.report("truncated", f"the story has {count} words, as structured data says; the page shows about {words}")


def _is_error(draft: Draft) -> bool:
    titles = [*draft.meta.get("html:title", ())[:1], *draft.meta.get("html:h1", ())[:1]]
    return not draft.node and any(_ERROR.fullmatch(title) for title in titles)


def _is_list(draft: Draft) -> bool:
    """Whether the page's node or its OpenGraph type say that it lists others, and nothing dates it."""
    dated = any(key.endswith(("published_time", "datepublished")) for key in draft.meta)
    return not dated and not types_of(draft.page_node).isdisjoint(LISTS)


def _free(draft: Draft) -> Iterator[object]:
    """What JSON-LD and microdata say to the question whether the article is free to read."""
    for node in (draft.node, draft.item):
        yield node.get("isAccessibleForFree")
        parts = node.get("hasPart")
        for part in parts if isinstance(parts, list) else [parts]:
            yield part.get("isAccessibleForFree") if isinstance(part, dict) else None
    yield "false" if "locked" in draft.meta.get("meta:article:content_tier", ()) else None


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.rpartition("/")[2].lower() == "false")
