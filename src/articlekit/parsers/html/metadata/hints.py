"""What the page states elsewhere about its story: words to recognise the story's parts by."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from articlekit.parsers.draft import Draft
from articlekit.parsers.web.urls import split_url

ENOUGH = 40
"""Letters that two texts have to share at their beginning to be the same."""
_LETTERS = re.compile(r"\w+")
_TITLES = ("meta:og:title", "meta:twitter:title", "html:title")
_SUMMARIES = ("meta:description", "meta:og:description", "meta:twitter:description")


@frozen
class Witness:
    """Statements about the story, folded for comparison."""

    host: str | None
    """Where the page comes from. None: not known."""
    address: str | None
    """What its address has behind that, from the path on. None: not known."""
    titles: tuple[str, ...]
    """Headlines that the page states; each may end with the site's name."""
    shown: tuple[str, ...]
    """The page's headings of the first level, of which not each is its headline."""
    summaries: tuple[str, ...]
    """Descriptions that the page states; each may be cut short."""
    article: bool
    """Whether the page states that it holds one article, or marks who wrote it."""
    body: str
    """The text that structured data gives. Empty: it gives none."""

    def names(self, text: str) -> bool:
        """Whether ``text`` is the headline."""
        return _is_one_of((*self.shown, *self.titles), fold(text))

    def states(self, text: str) -> bool:
        """Whether ``text`` is the headline, as something beside a heading says."""
        return _is_one_of(self.titles, fold(text))

    def sums_up(self, text: str) -> bool:
        """Whether ``text`` is the page's description, or begins like it."""
        words = fold(text)[:ENOUGH]
        return len(words) == ENOUGH and any(summary.startswith(words) for summary in self.summaries)


def read_witness(draft: Draft, url: str | None) -> Witness:
    """What the statements in ``draft`` tell about the story."""
    node, place = draft.facts.node, split_url(url) if url else None
    return Witness(
        host=place.netloc.removeprefix("www.") or None if place else None,
        address=(f"{place.path}?{place.query}" if place.query else place.path) if place and place.netloc else None,
        titles=_folded(draft, _TITLES, node.get("headline")),
        shown=_folded(draft, ("html:h1",), None),
        summaries=_folded(draft, _SUMMARIES, node.get("description")),
        article=bool(node or draft.facts.item or draft.facts.marked_bylines)
        or "article" in draft.facts.meta.get("meta:og:type", ()),
        body=fold(body) if isinstance(body := node.get("articleBody"), str) else "",
    )


def _is_one_of(titles: tuple[str, ...], words: str) -> bool:
    """Whether folded ``words`` are one of the headlines, or nearly."""
    return len(words) > 10 and any(
        (title.startswith(words) and len(words) > 0.5 * len(title))
        or (len(title) > 20 and title in words and len(title) > 0.5 * len(words))
        for title in titles
    )


def _folded(draft: Draft, keys: tuple[str, ...], stated: object) -> tuple[str, ...]:
    texts = [text for key in keys for text in draft.facts.meta.get(key, ())[:3]]
    if isinstance(stated, str):
        texts.append(stated)
    return tuple(dict.fromkeys(fold(text) for text in texts))


@lru_cache(maxsize=64)  # A line is asked more than once whether it is the headline.
def fold(text: str) -> str:
    """The letters and figures of ``text``, run together in lower case."""
    return "".join(_LETTERS.findall(text)).casefold()
