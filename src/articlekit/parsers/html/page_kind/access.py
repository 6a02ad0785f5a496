"""Reports pages that are not an article, are behind a paywall, or hold only a part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.links import link_target
from articlekit.parsers.html.dom.model import Element, Line, Page
from articlekit.parsers.html.metadata.hints import Hints
from articlekit.parsers.html.page_kind.error_pages import error_page_message, is_dated, is_in_hidden_element
from articlekit.parsers.html.page_kind.index_pages import index_page_message
from articlekit.parsers.lines.calls_to_action import MAX_PAYWALL_CHARS, PAYWALL_START
from articlekit.parsers.web.schema_org import node_types
from articlekit.parsers.web.urls import absolute_url, normalize_url, split_url

INDEX_TYPES = frozenset(
    "collectionpage searchresultspage profilepage contactpage checkoutpage itemlist imagegallery".split()
)
"""The schema.org types of pages that hold no article of their own, in lower case."""
MIN_FULL_TEXT_RATIO, MIN_MISSING_CHARS = 1.6, 100
"""How many times as long as the text on the page the full text has to be to report a part as missing, plus a fixed number.

The unit is characters for ``articleBody`` and words for ``wordCount``. Texts differ by captions, boxes and counting.
"""
HIDDEN_NAMES = frozenset(("hide", "hidden", "invisible"))
"""Words in the names of elements that only some readers see."""
MAX_LINES_BEHIND_STORY = 6
"""Lines after the story among which a paywall is looked for."""
CUT_OFF_ENDS = ("[…]", "[...]", "(…)", "[… ]")
"""What the last paragraph ends with on a page that shows only the beginning of a story."""
READ_MORE_TEXTS = frozenset(
    "read more|read on|continue reading|keep reading|read the full story|read full story|read the full article|read full article|full story"
    "|weiterlesen|mehr lesen|artikel lesen|lire la suite|lire l’article|lire l'article|seguir leyendo|leer más|continuar leyendo"
    "|continua a leggere|leggi tutto|leggi l'articolo|continuar lendo|continuar a ler|ler mais|leia mais|lees verder|lees meer|les mer|les videre"
    "|læs mere|læs videre|läs mer|läs vidare|lue lisää|czytaj dalej|czytaj więcej|číst dále|čítať ďalej|citește mai mult|tovább|διαβάστε περισσότερα"
    "|читать далее|читать дальше|читати далі|devamını oku|baca selengkapnya|xem thêm|続きを読む|阅读全文|閱讀全文|더 보기|اقرأ المزيد|להמשך קריאה".split(
        "|"
    )
)
"""The texts of links from the beginning of a story to the rest, in lower case."""
READ_MORE_FRAME = " .…»›→>[]()"
"""Characters around such a text."""

_CLASS_SELECTORS = re.compile(r"(?:[.#][\w-]{1,80},?\s?){1,8}")
"""A CSS selector of class names and ids. What any other selector finds is taken to be on the page."""


def report_access(draft: Draft) -> None:
    """Report what the metadata says: that the page is a list of articles, or that it is not free to read."""
    if not draft.facts.node and _is_list(draft):
        draft.report("not-article", "the page says that it is a list of articles")
    if any(map(_is_false, _free_access_values(draft))):
        draft.report("paywalled", "the page says that it is not free to read, and may hold a part of the text only")


def report_kind(page: Page, story: list[Line], hints: Hints, draft: Draft) -> None:
    """Report a paywall and a cut text on the page, and an error page or an index page unless JSON-LD calls it an article."""
    _report_paywall(page, story, draft)
    _report_cut_teaser(page, story, hints, draft)
    if draft.facts.node or any(problem.code == "not-article" for problem in draft.problems):
        return
    if message := error_page_message(page, story, hints, draft) or index_page_message(page, story, hints, draft):
        draft.report("not-article", message)


def _report_paywall(page: Page, story: list[Line], draft: Draft) -> None:
    """Report a visible line in or right after the story that asks for a subscription."""
    if not story or any(problem.code == "paywalled" for problem in draft.problems):
        return
    first, last = page.index_of(story[0]), page.index_of(story[-1])
    own = set(story)
    for line in page.lines[first : last + 1 + MAX_LINES_BEHIND_STORY]:
        if line in own or line.chars > MAX_PAYWALL_CHARS:
            continue
        is_paywall = PAYWALL_START.match(line.text) or any(box.contains(line.element) for box in page.paywall_boxes)
        if is_paywall and not (is_in_hidden_element(line) or _is_named_hidden(line.element)):
            draft.report("paywalled", f"the page says {line.text[:80]!r}, and may hold a part of the text only")
            return


def _is_named_hidden(element: Element) -> bool:
    """True if a name of an element or an ancestor says that it is hidden: free pages contain paywall boxes that stay so."""
    return any(not HIDDEN_NAMES.isdisjoint(name_words(one)) for one in element.self_and_ancestors() if one.attributes)


def _report_cut_teaser(page: Page, story: list[Line], hints: Hints, draft: Draft) -> None:
    """Report a page with only the beginning of a story and a link to the rest."""
    if story and _has_read_more_link(page, story[-1], hints, draft):
        draft.report("truncated", f"the text breaks off with {story[-1].text[-40:]!r}, where a link leads to the rest")


def _has_read_more_link(page: Page, last: Line, hints: Hints, draft: Draft) -> bool:
    """True if the last line of a story ends in an ellipsis, with a link to the rest at its end or in the next line.

    A link in an element of its own may lead to another story, so it has to lead to this one.
    """
    text, _, label = last.text.replace("...", "…").rpartition("…")
    is_linked = bool(last.linked_chars)
    if text and not label:
        index = page.index_of(last)
        below = page.lines[index + 1 : index + 2]
        is_linked = any(
            line.is_link and (line.element is last.element.parent or _leads_to_this_page(line, hints, draft))
            for line in below
        )
        label = "".join(line.text for line in below)
    return is_linked and label.strip(READ_MORE_FRAME).lower() in READ_MORE_TEXTS


def _leads_to_this_page(line: Line, hints: Hints, draft: Draft) -> bool:
    """True if a link leads to the page itself and is not in an aside."""
    if any(element.tag == "aside" for element in line.element.self_and_ancestors()):
        return False
    meta = draft.facts.meta
    href, own_urls = link_target(line), [*meta.get("link:canonical", ()), *meta.get("meta:og:url", ())]
    if hints.host and hints.path is not None:
        own_urls.append(f"https://{hints.host}{hints.path}")
    url = absolute_url(href, own_urls[-1] if own_urls else None)
    return href.startswith("#") or (url is not None and any(_page_key(url) == _page_key(one) for one in own_urls))


def _page_key(url: str) -> tuple[str, str, str]:
    """Return the parts of an address that differ between pages."""
    parts = split_url(normalize_url(url))
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query


def report_cut(draft: Draft) -> None:
    """Report a text that breaks off, and one that is much longer according to the metadata."""
    if any(problem.code == "truncated" for problem in draft.problems):
        return
    paragraphs = [block for block in draft.body.blocks if block.kind == "paragraph" and block.text]
    if paragraphs and paragraphs[-1].text.endswith(CUT_OFF_ENDS):
        draft.report("truncated", f"the text breaks off with {paragraphs[-1].text[-40:]!r}")
        return
    full_text, full_words = draft.facts.node.get("articleBody"), draft.facts.node.get("wordCount")
    if full_text is None and full_words is None:
        return
    text = " ".join(block.text for block in draft.body.blocks)
    words = len(text.split())
    if isinstance(full_text, str) and len(full_text) > MIN_FULL_TEXT_RATIO * len(text) + MIN_MISSING_CHARS:
        draft.report("truncated", "structured data holds much more of the story than the page shows")
        return
    is_longer = isinstance(full_words, int) and full_words > MIN_FULL_TEXT_RATIO * words + MIN_MISSING_CHARS
    if is_longer and any(map(_is_false, _free_access_values(draft))):
        message = f"the story has {full_words} words, as structured data says; the page shows about {words}"
        draft.report("truncated", message)


def _is_list(draft: Draft) -> bool:
    """True if the page's node or its OpenGraph type says that it is a list or a profile, and it has no date."""
    if is_dated(draft):
        return False
    og_type = draft.facts.meta.get("meta:og:type", ())[:1]
    return not node_types(draft.facts.page_node).isdisjoint(INDEX_TYPES) or og_type == ("profile",)


def _free_access_values(draft: Draft) -> Iterator[object]:
    """Yield the values of ``isAccessibleForFree`` of the article and of its parts on the page, and a tier of the meta elements."""
    for node in (draft.facts.node, draft.facts.item):
        yield node.get("isAccessibleForFree")
        parts = node.get("hasPart")
        for part in parts if isinstance(parts, list) else [parts]:
            if isinstance(part, dict) and _is_on_page(part.get("cssSelector"), draft):
                yield part.get("isAccessibleForFree")
    yield "false" if "locked" in draft.facts.meta.get("meta:article:content_tier", ()) else None


def _is_on_page(selector: object, draft: Draft) -> bool:
    """True if a part of the article is on the page; so is a part without a selector."""
    if not isinstance(selector, str):
        return True
    is_simple = _CLASS_SELECTORS.fullmatch(selector.strip()) is not None
    return not is_simple or bool(draft.facts.select(selector.strip()))


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.rpartition("/")[2].lower() == "false")
