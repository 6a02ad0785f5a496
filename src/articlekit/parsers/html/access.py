"""What a page says about itself that limits what can be got from it: that it is no article, or not free to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.conventions.structured import types_of
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.cards import leads
from articlekit.parsers.html.tags import HEADINGS
from articlekit.parsers.html.tree import Line, Page

LISTS = frozenset("collectionpage searchresultspage profilepage contactpage checkoutpage itemlist imagegallery".split())
"""The types of schema.org for pages that hold no article of their own, in lower case."""
LITTLE, MANY = 200, 30
"""Characters that a list of articles tells at most, and links to other pages of the site that it holds at least."""
MORE, SLACK = 1.6, 100
"""How many times as long the whole story has to be as what the page shows, and how much longer beside that."""
TEASERS, SHARE = 5, 0.6
"""How many lines of a list of articles stand right under a headline that leads elsewhere, and which part of its lines they are."""
TOLD = 400
"""Characters that an error page tells at most: what tells more is an article about an error."""

NOT_FOUND = (
    r"(?:error\s)?(?:40[0-4]|410|50[0-4])\b", r"access denied", r"just a moment", r"attention required", r"forbidden",
    r"(?:page|article|site)\s(?:was |could )?not (?:be )?found", r"(?:page|article|site)\s(?:does not|doesn[’']t) exist",
    r"(?:die )?(?:seite|artikel)\s(?:wurde )?nicht gefunden", r"(?:cette )?page (?:introuvable|non trouvée|n[’']existe (?:pas|plus))",
    r"página no encontrada", r"pagina non trovata", r"página não encontrada", r"pagina niet gevonden",
    r"(?:siden|artikkelen) (?:(?:ble|blev) )?ikke (?:fundet|funnet)", r"fant ikke siden", r"sidan (?:hittades inte|kunde inte hittas|finns inte)",
    r"sivua ei löy(?:dy|tynyt)", r"nie znaleziono strony", r"strona nie (?:została znaleziona|istnieje)", r"stránka (?:nebyla )?nenalezena",
    r"страница не найдена", r"сторінку не знайдено", r"sayfa bulunamadı", r"halaman tidak ditemukan", r"pagina nu a fost găsită",
    r"(?:az )?oldal nem található", r"η σελίδα δεν βρέθηκε", r"الصفحة غير موجودة", r"ページが見つかりません", r"找不到(?:页面|頁面|网页|網頁)",
    r"页面不存在", r"페이지를 찾을 수 없습니다",
)  # fmt: skip
"""What the title of an error page begins with."""
_ERROR = re.compile(rf"(?:404\W{{1,4}})?(?:{'|'.join(NOT_FOUND)}).{{0,40}}", re.IGNORECASE)


def report_access(draft: Draft) -> None:
    """Report what the page states: a list of articles, a paywall."""
    if not draft.node and _is_list(draft):
        draft.report("not-article", "the page says that it is a list of articles")
    if any(map(_is_false, _free(draft))):
        draft.report("paywalled", "the page says that it is not free to read, and may hold a part of the text only")


def report_kind(page: Page, story: list[Line], host: str | None, draft: Draft) -> None:
    """Report an error page, and one that leads to many others and tells little itself, unless structured data calls it an article."""
    if draft.node:
        return
    told = sum(line.weight for line in story)
    if told < TOLD and _is_error(draft):
        draft.report("not-article", "the page says that it is an error page")
    elif told < LITTLE and sum(leads(line, host) for line in page.lines) >= MANY:
        draft.report("not-article", "the page tells next to nothing and leads to many other pages")
    elif (count := _teasers(page, story, host)) >= TEASERS and count >= SHARE * len(story):
        draft.report(
            "not-article", f"the page shows {count} headlines that lead to other pages, each with a line or two"
        )


def _teasers(page: Page, story: list[Line], host: str | None) -> int:
    """How many lines stand right under a headline that leads to another page of the site: of the story, or of all where it is empty."""
    own = {id(line) for line in story or page.lines}
    pairs = zip(page.lines, page.lines[1:], strict=False)
    return sum(id(line) in own and leads(above, host) and _is_heading(above) for above, line in pairs)


def _is_heading(line: Line) -> bool:
    return any(box.tag in HEADINGS for box in line.box.around())


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
    return any(_ERROR.fullmatch(title.strip()) for title in titles)


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
