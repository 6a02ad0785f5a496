"""The content container: the innermost element that holds nearly all of the story."""

from __future__ import annotations

from collections import Counter

from articlekit.parsers.html.boilerplate.prose_statistics import ProseStatistics, sums_by_element
from articlekit.parsers.html.dom.model import Element, Line, Page, paragraph_container
from articlekit.parsers.html.metadata.hints import Hints, letters_of

MIN_CHILD_SHARE = 0.8
"""The share of an element's running text that one child has to hold for the search to go on inside the child."""
MIN_ARTICLE_SHARE = 0.2
"""The share of the page's running text that an ``article`` with the headline in it has to hold to be the story."""
MIN_SIBLING_PROSE_CHARS, MIN_SIBLING_PROSE_SHARE = 200, 0.7
"""Characters of running text in a sibling container, and their share of all its characters. Anything less is a box next to the story."""
SIBLING_LEVELS = 3
"""The container and its ancestors whose siblings may be parts of the story."""
MAX_MAIN_ARTICLES = 3
"""Articles on a page about one of them. A page with more lists other stories around it."""
MIN_ARTICLE_BODY_LETTERS, MIN_ARTICLE_BODY_SHARE = 300, 0.7
"""Letters of the ``articleBody`` in the metadata, and the share of it that has to be on the page, to find the container by it."""

_TEXT_TAGS = ("p", "blockquote", "ul", "ol", "li")
"""Tags of elements that are parts of a text and never its container."""


def find_container(page: Page, hints: Hints) -> Element:
    """Return the container of the story: around the ``articleBody`` of the metadata, else followed down from the body."""
    prose = [line for line in page.lines if line.prose_chars and not line.element.excluded]
    container = _by_article_body(prose, hints) or _follow(page, prose)
    while container.tag in _TEXT_TAGS and container.parent is not None:
        container = container.parent
    return container


def sibling_containers(page: Page, container: Element, statistics: ProseStatistics) -> list[Element]:
    """Return the siblings of the container, and of its next ancestors, that have the same tag and class and hold running text."""
    chars, prose_chars = statistics.chars, statistics.prose_chars
    found: list[Element] = []
    inner = container
    for _ in range(SIBLING_LEVELS):
        parent = inner.parent
        if parent is None or parent.tag == "body":
            break
        if inner.attributes.get("class"):
            for sibling in page.children(parent):
                least = max(MIN_SIBLING_PROSE_CHARS, MIN_SIBLING_PROSE_SHARE * chars[sibling.index])
                is_candidate = sibling is not inner and not sibling.excluded and _is_alike(sibling, inner)
                if is_candidate and prose_chars[sibling.index] >= least:
                    found.append(sibling)
        inner = parent
    return found


def _is_alike(element: Element, other: Element) -> bool:
    return element.tag == other.tag and element.attributes.get("class") == other.attributes.get("class")


def _by_article_body(prose: list[Line], hints: Hints) -> Element | None:
    """Return the innermost element around the lines that are in the ``articleBody`` too; None if they are too few."""
    if len(hints.article_body) < MIN_ARTICLE_BODY_LETTERS:
        return None
    letters_by_line = [(line, letters_of(line.text)) for line in prose]
    found = [(line, letters) for line, letters in letters_by_line if letters in hints.article_body]
    if sum(len(letters) for _, letters in found) < MIN_ARTICLE_BODY_SHARE * len(hints.article_body):
        return None
    last = found[-1][0].element
    return next(element for element in found[0][0].element.self_and_ancestors() if element.contains(last))


def _follow(page: Page, prose: list[Line]) -> Element:
    """Go down from the start while one child holds nearly all running text of its parent."""
    prose_chars = sums_by_element(page, prose, [line.prose_chars for line in prose])
    own_lines = Counter(paragraph_container(line) for line in prose)
    largest_child: dict[Element, Element] = {}
    for element in page.elements[1:]:
        if element.parent is not None and prose_chars[element.index]:
            rival = largest_child.setdefault(element.parent, element)
            if prose_chars[element.index] > prose_chars[rival.index]:
                largest_child[element.parent] = element
    container = _start(page, prose_chars)
    # An element with two paragraphs of its own, next to its children, is the container itself.
    while (child := largest_child.get(container)) and own_lines[container] < 2:
        if prose_chars[child.index] < MIN_CHILD_SHARE * prose_chars[container.index]:
            break
        container = child
    return container


def _start(page: Page, prose_chars: list[int]) -> Element:
    """Return the ``article`` with the headline if it holds enough of the story, the largest of many articles, or the body."""
    body = page.elements[0]
    articles = [element for element in page.elements if element.tag == "article" and prose_chars[element.index]]
    headlines = [line.element for line in page.headlines]
    for article in articles:
        if prose_chars[article.index] > MIN_ARTICLE_SHARE * prose_chars[0] and any(map(article.contains, headlines)):
            return article
    largest = max(articles, key=lambda article: prose_chars[article.index], default=body)
    is_main = len(articles) > MAX_MAIN_ARTICLES and 2 * prose_chars[largest.index] > prose_chars[0]
    return largest if is_main else body
