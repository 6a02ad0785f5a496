"""Reads Markdown that ``to_markdown`` wrote back without change. Front matter has the fields, comments have kinds of blocks.

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
from articlekit.parsers.markdown.block_writer import BlockWriter
from articlekit.parsers.markdown.front_matter import FrontMatter
from articlekit.parsers.web.urls import absolute_url

Model = TypeVar("Model")

_COMMENT = re.compile(r"<!-- (?P<name>[a-z]+)(?:: (?P<value>\S+))? -->")
_IMAGE_FIELDS = ("caption", "credit")
_TEXT_FIELDS = ("title", "section", "language", "url", "summary")


def is_round_trip(front: FrontMatter) -> bool:
    """True if the front matter has the marker of ``to_markdown``."""
    return front.values.get("articlekit") == ("markdown/1",)


class RoundTripWriter(BlockWriter):
    """A block writer that takes links and kinds of blocks from comments and guesses nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._comments: dict[str, str] = {}
        self.outside_links: list[RelatedLink] = []
        self._link_words: list[str] = []
        self._last_link = ("", "")

    def link_target(self, href: str, title: str) -> str:
        """Return the target as written on the page: the title of the link, or its target if it has no title."""
        self.draft.stated_links.urls[title or href] = absolute_url(href, None)
        return title or href

    def open_link(self, href: str, title: str = "") -> None:
        """Begin a link, and collect its words."""
        super().open_link(href, title)
        self._link_words = []

    def visible_text(self, text: str) -> str:
        """Return ``text`` unchanged."""
        return text

    def add(self, text: str) -> None:
        """Add text to the block and to the open link."""
        self._link_words.append(text)
        super().add(text)

    def close_link(self) -> None:
        """End the open link, if any."""
        if self._link is not None:
            self._last_link = (self._link, " ".join("".join(self._link_words).split()))
        super().close_link()

    def read_comment(self, comment: str) -> None:
        """Read a comment about the block that contains it, or about the last link."""
        if match := _COMMENT.fullmatch(comment):
            if match["name"] == "link":
                self._set_link_kind(match["value"])
            else:
                self._comments[match["name"]] = match["value"] or ""

    def _set_link_kind(self, kind: str) -> None:
        if kind in get_args(LinkKind):
            self.draft.stated_links.kinds[self._last_link] = cast(LinkKind, kind)

    def _reset(self) -> None:
        super()._reset()
        self._comments = {}

    def _make_blocks(self, text: str, links: tuple[DraftLink, ...]) -> list[DraftBlock]:
        for name, value in self._comments.items():
            if name == "title":
                return []
            if name in get_args(LinkKind):
                self.outside_links += (RelatedLink(text, link.href, cast(LinkKind, name)) for link in links)
                return []
            if name in _IMAGE_FIELDS:
                return self._make_image(name, text, alone=value == "alone")
        return [self._make_block(text, links)] if text else []

    def _make_image(self, name: str, text: str, *, alone: bool) -> list[DraftBlock]:
        """Set caption or credit of the last image; ``alone``: return an image that has nothing else."""
        last = self.draft.body.blocks[-1] if self.draft.body.blocks and not alone else None
        if last is None or last.image is None:
            return [DraftBlock("image", "", image=evolve(Image(), **{name: text}))]
        last.image = evolve(last.image, **{name: text})
        return []

    def _make_block(self, text: str, links: tuple[DraftLink, ...]) -> DraftBlock:
        kind, level = self._kind()
        for name in self._comments:
            kind = cast(BlockKind, name) if name in get_args(BlockKind) else kind
        return DraftBlock(kind, text, links, level, time=_as_when(self._comments.get("time")))


def fill_draft(writer: RoundTripWriter, front: FrontMatter) -> Draft:
    """Return the writer's draft, with the fields of the front matter.

    Raises :class:`ValueError` if the front matter was edited and is not valid any more.
    """
    draft = writer.draft
    fields = _load(front.source)
    for name in _TEXT_FIELDS:
        setattr(draft.decided, name, _typed(fields.get(name), str))
    draft.decided.published, draft.decided.modified = (
        _as_when(fields.get("published")),
        _as_when(fields.get("modified")),
    )
    draft.decided.publisher = _optional_model(fields.get("publisher"), Publisher)
    draft.decided.dateline = _optional_model(fields.get("dateline"), Dateline)
    draft.decided.authors = tuple(_as_model(item, Author) for item in _typed(fields.get("authors"), list) or ())
    if any(
        url and absolute_url(url, None) != url
        for url in (draft.decided.url, *(author.url for author in draft.decided.authors))
    ):
        raise ValueError("a URL is not absolute")
    draft.decided.credits = tuple(_as_model(item, Credit) for item in _typed(fields.get("credits"), list) or ())
    draft.decided.tags = tuple(str(_typed(tag, str)) for tag in _typed(fields.get("tags"), list) or ())
    draft.decided.links = tuple(writer.outside_links)
    draft.decided.images = tuple(block.image for block in draft.body.blocks if block.image)
    set_fields = (name for name in fields if name in attrs.fields_dict(DecidedFields) and getattr(draft.decided, name))
    draft.evidence += [
        Evidence(field=name, rule=f"{name}.front_matter", raw=_as_text(fields[name])) for name in set_fields
    ]
    draft.settled = True
    return draft


def _load(source: str) -> dict[str, Any]:
    import yaml

    try:
        # split_front_matter has limited the size, the depth and the aliases.
        documents = list(yaml.load_all(source, Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    return dict(documents[0])


def _as_text(value: object) -> str:
    """Return a value as one line of text."""
    if isinstance(value, dict):
        return ", ".join(map(_as_text, value.values()))
    return ", ".join(map(_as_text, value)) if isinstance(value, list) else str(value)


def _typed(value: object, kind: type[Model]) -> Model | None:
    if value is None or isinstance(value, kind):
        return value
    raise ValueError(f"must be {kind.__name__}, not {value!r}")


def _as_when(value: object) -> When | None:
    """Return the date for a date value in the file."""
    if value is None:
        return None
    text = str(_typed(value, str))
    first, _, last = text.partition("/")
    start, end = _days(first), _days(last or first)
    at = dt.datetime.fromisoformat(text) if "T" in text and not last else None
    return When(value=text, earliest=start.earliest, latest=end.latest, at=at, raw=text)


def _days(value: str) -> DateValue:
    """Return the days that a year, a month, a day or a time covers."""
    parts = [int(part) for part in value.partition("T")[0].split("-")]
    if len(parts) == 1:
        return date_values.year_value(*parts)
    return date_values.month_value(*parts) if len(parts) == 2 else date_values.day_value(dt.date(*parts))


def _optional_model(value: object, kind: type[Model]) -> Model | None:
    return None if value is None else _as_model(value, kind)


def _as_model(value: object, kind: type[Model]) -> Model:
    """Return the model with the fields in ``value``."""
    fields = dict(_typed(value, dict) or {})
    hints = get_type_hints(kind)
    for name, text in fields.items():
        allowed = get_args(hints.get(name)) if get_origin(hints.get(name)) is Literal else (text,)
        if name not in hints or not isinstance(text, str) or text not in allowed:
            raise ValueError(f"{kind.__name__}.{name}: {text!r}")
    try:
        return kind(**fields)
    except TypeError as error:
        raise ValueError(str(error)) from None
