"""Sign-up forms: elements that ask for an e-mail address, found by the input field in them, in any language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from articlekit.parsers.html.boilerplate.prose_statistics import ProseStatistics
from articlekit.parsers.html.dom.model import Element, Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.lines.normalize import ends_sentence

MAX_PITCH_CHARS = 300
"""Characters next to a form that only ask to fill it in: a heading, and a reason."""
MIN_SENTENCE_CHARS = 40
"""Characters of a sentence that may be the story's."""
MAX_PROSE_SHARE = 0.5
"""The share of a page's running text that a sign-up form holds at most."""
STORY_TAGS_INSIDE = frozenset("li dd td th tr pre blockquote h1".split())
"""Tags of elements that a call to sign up does not need next to its form."""
STORY_TAGS = frozenset("body main article".split())
"""Tags of elements that are never a sign-up form as a whole."""

_CALL = re.compile(
    r"news ?letter|\binbox\b|subscri|\bsign(?:ing)?[ -]up\b|abonn|infolettre|posteingang|\bbolet[ií][nm]\b|suscri|iscriv|assine|inscreva"
    r"|nieuwsbrief|nyhe[dt]sbrev|uutiskirje|prenumerera|hírlev|рассылк|подпис|розсилк|підпис|ニュースレター|メルマガ|뉴스레터|نشرة"
    r"|\byou(?:r|rs)?\b|\b(?:vous|votre|vos)\b|\b(?:dir|dich|dein(?:e[mnrs]?)?)\b|(?<!^)\b(?-i:Ihnen|Ihr(?:e[mnrs]?)?)\b|\bjouw?\b",
    re.IGNORECASE,
)
"""Words for newsletters and subscriptions, and words that address the reader."""
_QUOTATION = re.compile(
    r"[\"“”„«»「]|\b(?:said|says|told|sagte|sagt|erklärte|dijo|disse|ha detto|zei|sade|sagde|powiedzia\w+|сказал\w*)\b|\ba (?:dit|déclaré)\b",
    re.IGNORECASE,
)
"""Signs of a quotation: nobody is quoted in a call to sign up."""
_DIGIT = re.compile(r"\d")


def find_signup_forms(page: Page, statistics: ProseStatistics) -> set[Element]:
    """Return the elements that hold a field for an e-mail address, a heading and a few words, and nothing else.

    Each is the first ancestor of the form with text outside the form.
    """
    candidates = {element: form for field in page.email_fields for element, form in _around_field(field, statistics)}
    small = {element: form for element, form in candidates.items() if _is_small(element, form, statistics)}
    if not small:
        return set()
    story_indexes = [element.index for element in page.elements if element.tag in STORY_TAGS_INSIDE]
    lines: dict[int, list[Line]] = {}
    for line in page.lines:
        lines.setdefault(line.element.index, []).append(line)
    return {
        element
        for element, form in small.items()
        if _count_inside(story_indexes, element) == _count_inside(story_indexes, form)
        and _reads_as_call(_lines_beside(element, form, lines))
    }


def _around_field(field: Element, statistics: ProseStatistics) -> Iterator[tuple[Element, Element]]:
    """Yield the first ancestor of a field's form with text outside the form, and the form."""
    chars = statistics.chars
    form = next((one for one in field.self_and_ancestors() if one.tag == "form"), field)
    element = next((one for one in form.self_and_ancestors() if chars[one.index] > chars[form.index]), None)
    if element is not None:
        yield element, form


def _is_small(element: Element, form: Element, statistics: ProseStatistics) -> bool:
    """True if an element around a form does not hold the story, and holds little text outside the form."""
    chars, prose_chars = statistics.chars, statistics.prose_chars
    if element.tag in STORY_TAGS or prose_chars[element.index] > MAX_PROSE_SHARE * prose_chars[0]:
        return False
    return chars[element.index] - chars[form.index] <= MAX_PITCH_CHARS


def _count_inside(indexes: list[int], element: Element) -> int:
    """Return how many of the elements at ``indexes`` are descendants of ``element``."""
    return bisect_right(indexes, element.last_index) - bisect_right(indexes, element.index)


def _lines_beside(element: Element, form: Element, lines: dict[int, list[Line]]) -> list[Line]:
    """Return the lines that are in an element but not in the form in it; ``lines`` are those of the page by element index."""
    indexes = (*range(element.index, form.index), *range(form.last_index + 1, element.last_index + 1))
    return [line for index in indexes for line in lines.get(index, ())]


def _reads_as_call(lines: list[Line]) -> bool:
    """True if the lines next to a form call to fill it in and are not a part of a story.

    If there is running text, each sentence addresses the reader or speaks of a newsletter; one need not, under a heading.
    """
    plain = [line.text for line in lines if _is_sentence(line) and not _CALL.search(line.text)]
    if not plain or not any(line.prose_chars for line in lines):
        return True
    labels = [line.text for line in lines if not _is_sentence(line)]
    if len(plain) > 1 or not labels or _QUOTATION.search(plain[0]):
        return False
    return _DIGIT.search(plain[0]) is None or any(map(_CALL.search, labels))


def _is_sentence(line: Line) -> bool:
    """True if a line is running text, or would be if it were a little longer."""
    return bool(line.prose_chars) or (
        line.chars >= MIN_SENTENCE_CHARS and line.element.tag not in HEADINGS and ends_sentence(line.text)
    )
