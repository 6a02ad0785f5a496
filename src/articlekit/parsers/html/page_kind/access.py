"""What a page says about itself that limits what can be got from it: that it is no article, or not free to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.boilerplate.teasers import target
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Box, Line, Page
from articlekit.parsers.html.metadata.hints import Witness
from articlekit.parsers.html.page_kind.error_pages import is_dated, is_unseen, told_instead
from articlekit.parsers.html.page_kind.index_pages import told_of_others
from articlekit.parsers.lines.paywall_phrases import MAX_PAYWALL_CHARS, PAYWALL_START
from articlekit.parsers.web.schema_org import node_types
from articlekit.parsers.web.urls import absolute_url, normalize_url, split_url

LISTS = frozenset("collectionpage searchresultspage profilepage contactpage checkoutpage itemlist imagegallery".split())
"""The types of schema.org for pages that hold no article of their own, in lower case."""
MORE, SLACK = 1.6, 100
"""How many times as long the whole story has to be as what the page shows, and how much longer beside that."""
HIDDEN = frozenset(("hide", "hidden", "invisible"))
"""Words in the names of boxes that are shown to some readers only."""
BEHIND = 6
"""Lines behind the story among which a wall stands."""
CUT_OFF = ("[…]", "[...]", "(…)", "[… ]")
"""What the last paragraph ends with where the page shows the beginning of a story only."""
READ_ON = frozenset(
    "read more|read on|continue reading|keep reading|read the full story|read full story|read the full article|read full article|full story"
    "|weiterlesen|mehr lesen|artikel lesen|lire la suite|lire l’article|lire l'article|seguir leyendo|leer más|continuar leyendo"
    "|continua a leggere|leggi tutto|leggi l'articolo|continuar lendo|continuar a ler|ler mais|leia mais|lees verder|lees meer|les mer|les videre"
    "|læs mere|læs videre|läs mer|läs vidare|lue lisää|czytaj dalej|czytaj więcej|číst dále|čítať ďalej|citește mai mult|tovább|διαβάστε περισσότερα"
    "|читать далее|читать дальше|читати далі|devamını oku|baca selengkapnya|xem thêm|続きを読む|阅读全文|閱讀全文|더 보기|اقرأ المزيد|להמשך קריאה".split(
        "|"
    )
)
"""How a link reads that leads from the beginning of a story to the rest."""
AROUND = " .…»›→>[]()"
"""What stands around such words."""

_NAMED = re.compile(r"(?:[.#][\w-]{1,80},?\s?){1,8}")
"""Class names and ids of a part of the page; what is not such is taken to be on the page."""


def report_access(draft: Draft) -> None:
    """Report what the page states: a list of articles, a paywall."""
    if not draft.facts.node and _is_list(draft):
        draft.report("not-article", "the page says that it is a list of articles")
    if any(map(_is_false, _free(draft))):
        draft.report("paywalled", "the page says that it is not free to read, and may hold a part of the text only")


def report_kind(page: Page, story: list[Line], witness: Witness, draft: Draft) -> None:
    """Report an error page, and one that leads to others and tells little itself, unless structured data calls it an article."""
    _report_wall(page, story, draft)
    _report_teaser(page, story, witness, draft)
    if draft.facts.node or any(problem.code == "not-article" for problem in draft.problems):
        return
    if message := told_instead(page, story, witness, draft) or told_of_others(page, story, witness, draft):
        draft.report("not-article", message)


def _report_wall(page: Page, story: list[Line], draft: Draft) -> None:
    """Report a box right behind the story, or in it, that asks for a subscription before it goes on."""
    if not story or any(problem.code == "paywalled" for problem in draft.problems):
        return
    lines = page.lines
    first, last = lines.index(story[0]), lines.index(story[-1])
    told = set(map(id, story))
    for line in lines[first : last + 1 + BEHIND]:
        if id(line) in told or line.size > MAX_PAYWALL_CHARS:
            continue
        walled = PAYWALL_START.match(line.text) or any(wall.holds(line.box) for wall in page.walls)
        if walled and not (is_unseen(line) or _is_hidden(line.box)):
            draft.report("paywalled", f"the page says {line.text[:80]!r}, and may hold a part of the text only")
            return


def _is_hidden(box: Box) -> bool:
    """Whether a box, or one around it, is named after its being hidden: pages that are free ship walls that stay so."""
    return any(not HIDDEN.isdisjoint(name_words(around)) for around in box.around() if around.attributes)


def _report_teaser(page: Page, story: list[Line], witness: Witness, draft: Draft) -> None:
    """Report a story of which the page shows the beginning and a link to the rest."""
    if story and _reads_on(page, story[-1], witness, draft):
        draft.report("truncated", f"the text breaks off with {story[-1].text[-40:]!r}, where a link leads to the rest")


def _reads_on(page: Page, last: Line, witness: Witness, draft: Draft) -> bool:
    """Whether the last line of a story breaks off, and a link to the rest stands at its end or right behind it.

    Behind it, one in a box of its own may lead to another story: it has to lead to this one.
    """
    text, _, label = last.text.replace("...", "…").rpartition("…")
    linked = bool(last.linked)
    if text and not label:
        below = page.lines[page.places[id(last)] + 1 : page.places[id(last)] + 2]
        linked = any(
            line.linked >= 0.9 * line.size and (line.box is last.box.parent or _leads_back(line, witness, draft))
            for line in below
        )
        label = "".join(line.text for line in below)
    return linked and label.strip(AROUND).lower() in READ_ON


def _leads_back(line: Line, witness: Witness, draft: Draft) -> bool:
    """Whether a link leads to the page's own story, and is no part of an aside."""
    if any(box.tag == "aside" for box in line.box.around()):
        return False
    href, own = target(line), [*draft.facts.meta.get("link:canonical", ()), *draft.facts.meta.get("meta:og:url", ())]
    if witness.host and witness.address is not None:
        own.append(f"https://{witness.host}{witness.address}")
    leads = absolute_url(href, own[-1] if own else None)
    return href.startswith("#") or (leads is not None and any(_place(leads) == _place(one) for one in own))


def _place(url: str) -> tuple[str, str, str]:
    """What tells one page from others in its address."""
    parts = split_url(normalize_url(url))
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query


def report_cut(draft: Draft) -> None:
    """Report a story that breaks off, and one of which structured data has much more than the page shows."""
    if any(problem.code == "truncated" for problem in draft.problems):
        return
    told = [block for block in draft.body.blocks if block.kind == "paragraph" and block.text]
    if told and told[-1].text.endswith(CUT_OFF):
        draft.report("truncated", f"the text breaks off with {told[-1].text[-40:]!r}")
        return
    body, count = draft.facts.node.get("articleBody"), draft.facts.node.get("wordCount")
    if body is None and count is None:
        return
    shown = " ".join(block.text for block in draft.body.blocks)
    words = len(shown.split())
    if isinstance(body, str) and len(body) > MORE * len(shown) + SLACK:
        draft.report("truncated", "structured data holds much more of the story than the page shows")
    elif isinstance(count, int) and count > MORE * words + SLACK and any(map(_is_false, _free(draft))):
        draft.report("truncated", f"the story has {count} words, as structured data says; the page shows about {words}")


def _is_list(draft: Draft) -> bool:
    """Whether the page's node or its OpenGraph type say that it lists others or is about a person, and nothing dates it."""
    if is_dated(draft):
        return False
    return not node_types(draft.facts.page_node).isdisjoint(LISTS) or draft.facts.meta.get("meta:og:type", ())[:1] == (
        "profile",
    )


def _free(draft: Draft) -> Iterator[object]:
    """What JSON-LD and microdata say to the question whether the article, and the parts that are on the page, are free to read."""
    for node in (draft.facts.node, draft.facts.item):
        yield node.get("isAccessibleForFree")
        parts = node.get("hasPart")
        for part in parts if isinstance(parts, list) else [parts]:
            if isinstance(part, dict) and _is_shown(part.get("cssSelector"), draft):
                yield part.get("isAccessibleForFree")
    yield "false" if "locked" in draft.facts.meta.get("meta:article:content_tier", ()) else None


def _is_shown(selector: object, draft: Draft) -> bool:
    """Whether a part of the article is on the page; one that names no place is."""
    if not isinstance(selector, str):
        return True
    names = _NAMED.fullmatch(selector.strip())
    return names is None or bool(draft.facts.select(selector.strip()))


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.rpartition("/")[2].lower() == "false")
