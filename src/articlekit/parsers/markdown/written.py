"""What ``to_markdown`` wrote, read back as it stands: the front matter tells every field, comments tell kinds of blocks.

The form is described in :mod:`articlekit.serializers.markdown`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import evolve

from articlekit.dates import date_values
from articlekit.dates.date_values import DateValue
from articlekit.models import Author, BlockKind, Credit, Dateline, Evidence, Image, LinkKind, Publisher, When
from articlekit.parsers.draft import DecidedFields, Draft, DraftBlock, DraftLink, RelatedLink
from articlekit.parsers.markdown.front_matter import FrontMatter
from articlekit.parsers.markdown.page import Page
from articlekit.parsers.web.urls import absolute_url

Model = TypeVar("Model")

_REMARK = re.compile(r"<!-- (?P<name>[a-z]+)(?:: (?P<value>\S+))? -->")
_PICTURE = ("caption", "credit")
_TEXTS = ("title", "section", "language", "url", "summary")


def is_written(front: FrontMatter) -> bool:
    """Whether the front matter has the mark of ``to_markdown``."""
    return front.values.get("articlekit") == ("markdown/1",)


class WrittenPage(Page):
    """A page whose links and blocks are what the file says, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._remarks: dict[str, str] = {}
        self.around: list[RelatedLink] = []
        self._linked: list[str] = []
        self._ended = ("", "")

    def target(self, href: str, title: str) -> str:
        """The target that the page had: a link's title, where it was another."""
        self.draft.stated_links.urls[title or href] = absolute_url(href, None)
        return title or href

    def open_link(self, href: str, title: str = "") -> None:
        """Begin a link, and note its words."""
        super().open_link(href, title)
        self._linked = []

    def seen(self, text: str) -> str:
        """All of ``text``: the article was given so."""
        return text

    def add(self, text: str) -> None:
        """Write words, and keep those of the link that is open."""
        self._linked.append(text)
        super().add(text)

    def close_link(self) -> None:
        """End the link, if one is open."""
        if self._link is not None:
            self._ended = (self._link, " ".join("".join(self._linked).split()))
        super().close_link()

    def remark(self, comment: str) -> None:
        """Read a comment, which tells about the block that it stands in."""
        if match := _REMARK.fullmatch(comment):
            if match["name"] == "link":
                self._tell_kind(match["value"])
            else:
                self._remarks[match["name"]] = match["value"] or ""

    def _tell_kind(self, kind: str) -> None:
        """Note what the link that ended last is for."""
        if kind in get_args(LinkKind):
            self.draft.stated_links.kinds[self._ended] = cast(LinkKind, kind)

    def _start_afresh(self) -> None:
        super()._start_afresh()
        self._remarks = {}

    def _made(self, text: str, links: tuple[DraftLink, ...]) -> list[DraftBlock]:
        for name, value in self._remarks.items():
            if name == "title":
                return []
            if name in get_args(LinkKind):
                self.around += (RelatedLink(text, link.href, cast(LinkKind, name)) for link in links)
                return []
            if name in _PICTURE:
                return self._pictured(name, text, alone=value == "alone")
        return [self._told(text, links)] if text else []

    def _pictured(self, name: str, text: str, *, alone: bool) -> list[DraftBlock]:
        """Give the last picture its caption or credit; where those are all that was kept of it, it is made of them."""
        last = self.draft.body.blocks[-1] if self.draft.body.blocks and not alone else None
        if last is None or last.image is None:
            return [DraftBlock("image", "", image=evolve(Image(), **{name: text}))]
        last.image = evolve(last.image, **{name: text})
        return []

    def _told(self, text: str, links: tuple[DraftLink, ...]) -> DraftBlock:
        kind, level = self._kind()
        for name in self._remarks:
            kind = cast(BlockKind, name) if name in get_args(BlockKind) else kind
        return DraftBlock(kind, text, links, level, time=_when(self._remarks.get("time")))


def settle(page: WrittenPage, front: FrontMatter) -> Draft:
    """The draft of a page, with every field that the front matter states.

    Raises ValueError where it was edited into something else.
    """
    draft = page.draft
    stated = _load(front.source)
    for name in _TEXTS:
        setattr(draft.decided, name, _typed(stated.get(name), str))
    draft.decided.published, draft.decided.modified = _when(stated.get("published")), _when(stated.get("modified"))
    draft.decided.publisher = _one(stated.get("publisher"), Publisher)
    draft.decided.dateline = _one(stated.get("dateline"), Dateline)
    draft.decided.authors = tuple(_make(item, Author) for item in _typed(stated.get("authors"), list) or ())
    if any(
        url and absolute_url(url, None) != url
        for url in (draft.decided.url, *(author.url for author in draft.decided.authors))
    ):
        raise ValueError("an address is none")
    draft.decided.credits = tuple(_make(item, Credit) for item in _typed(stated.get("credits"), list) or ())
    draft.decided.tags = tuple(str(_typed(tag, str)) for tag in _typed(stated.get("tags"), list) or ())
    draft.decided.links = tuple(page.around)
    draft.decided.images = tuple(block.image for block in draft.body.blocks if block.image)
    told = (name for name in stated if name in attrs.fields_dict(DecidedFields) and getattr(draft.decided, name))
    draft.evidence += [Evidence(field=name, rule=f"{name}.front_matter", raw=_raw(stated[name])) for name in told]
    draft.settled = True
    return draft


def _load(source: str) -> dict[str, Any]:
    import yaml

    try:
        # What was split off is short and no deeper than front matter goes; an alias grows nothing.
        documents = list(yaml.load_all(source, Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    return dict(documents[0])


def _raw(value: object) -> str:
    """A value as words."""
    if isinstance(value, dict):
        return ", ".join(map(_raw, value.values()))
    return ", ".join(map(_raw, value)) if isinstance(value, list) else str(value)


def _typed(value: object, kind: type[Model]) -> Model | None:
    if value is None or isinstance(value, kind):
        return value
    raise ValueError(f"{value!r} is no {kind.__name__}")


def _when(value: object) -> When | None:
    """A date that the file gives; its days are those that the value covers."""
    if value is None:
        return None
    words = str(_typed(value, str))
    first, _, last = words.partition("/")
    start, end = _days(first), _days(last or first)
    at = dt.datetime.fromisoformat(words) if "T" in words and not last else None
    return When(value=words, earliest=start.earliest, latest=end.latest, at=at, raw=words)


def _days(value: str) -> DateValue:
    """The days that a year, a month, a day or a moment covers."""
    parts = [int(part) for part in value.partition("T")[0].split("-")]
    if len(parts) == 1:
        return date_values.year_value(*parts)
    return date_values.month_value(*parts) if len(parts) == 2 else date_values.day_value(dt.date(*parts))


def _one(value: object, kind: type[Model]) -> Model | None:
    return None if value is None else _make(value, kind)


def _make(value: object, kind: type[Model]) -> Model:
    """The model whose fields ``value`` tells."""
    told = dict(_typed(value, dict) or {})
    hints = get_type_hints(kind)
    for name, words in told.items():
        allowed = get_args(hints.get(name)) if get_origin(hints.get(name)) is Literal else (words,)
        if name not in hints or not isinstance(words, str) or words not in allowed:
            raise ValueError(f"{kind.__name__}.{name}: {words!r}")
    try:
        return kind(**told)
    except TypeError as error:
        raise ValueError(str(error)) from None
