"""Fills a draft with the values of an exchange document, and records the path of each value as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast, get_args

from attrs import evolve

from articlekit.dates import parse_date
from articlekit.models import Author, AuthorRole, Credit, CreditRole, Dateline, Evidence, Publisher
from articlekit.parsers.draft import Body, Draft
from articlekit.parsers.lines.bylines import BYLINE_START, make_author
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.lines.language_tags import LANGUAGE_TAG
from articlekit.parsers.lines.names import is_unnamed_writer, read_name_list
from articlekit.parsers.lines.normalize import match_key, single_spaced, without_invisible
from articlekit.parsers.web.urls import absolute_url, is_web_address, registrable_domain

_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
_AUTHOR_ROLES = ("writer", "reporter", "journalist", "creator", "byline")
"""Names of roles that mean ``author``."""
_PUBLISHER_ROLES = ("publisher", "provider")


def without_unreadable(text: str) -> str:
    """Return ``text`` without control characters and lone surrogates, which escapes may contain, and without invisible characters."""
    return without_invisible(_UNREADABLE.sub("", text))


def as_line(text: str | None) -> str:
    """Return a value as one line of text; empty if it is None."""
    return single_spaced(without_unreadable(text)) if text else ""


class DraftBuilder:
    """The draft of one article of a document.

    The first value of a field wins. Other values are rejected candidates in the evidence.
    """

    def __init__(self, syntax: str, prefix: str = "") -> None:
        self.draft = Draft(settled=True, body=Body(captions_attached=True))
        self.syntax = syntax
        self.prefix = prefix
        self._values: dict[str, dict[object, None]] = {}

    def set_value(self, field: str, value: object, path: str, raw: str) -> None:
        """Set ``field`` to the value at ``path``. If it has a value, add the new one to the rejected candidates."""
        if value is None or value == "":
            return
        evidence = self._evidence(field, path, raw)
        current = getattr(self.draft.decided, field)
        if current is None:
            setattr(self.draft.decided, field, value)
            self.draft.evidence.append(evidence)
        elif current != value:
            self._reject(evidence)

    def add_values(self, field: str, values: Iterable[object], path: str, raw: str) -> None:
        """Add values to a field that is a tuple, each once."""
        known = self._values.setdefault(field, {})
        for value in values:
            if value not in known:
                known[value] = None
                self.draft.evidence.append(self._evidence(field, path, raw))

    def has_values(self, field: str) -> bool:
        """True if :meth:`add_values` has added a value to the field."""
        return bool(self._values.get(field))

    def _evidence(self, field: str, path: str, raw: str) -> Evidence:
        return Evidence(field=field, rule=f"{field}.{self.syntax}:{self.prefix}{path}", raw=raw)

    def _reject(self, evidence: Evidence) -> None:
        for index, winner in enumerate(self.draft.evidence):
            if winner.field == evidence.field:
                self.draft.evidence[index] = evolve(winner, rejected=(*winner.rejected, evidence))
                return

    def set_text(self, field: str, raw: str | None, path: str) -> None:
        """Set a field that is one line of text."""
        self.set_value(field, as_line(raw), path, raw or "")

    def set_date(self, field: str, raw: str | None, path: str) -> None:
        """Set a date. What is not a date is reported as a problem."""
        text = as_line(raw)
        if not text:
            return
        when = parse_date(text, language=self.draft.decided.language)
        if when is None:
            self.draft.report("bad-structured-data", f"{self.prefix}{path}: {text[:60]!r} is no date")
        self.set_value(field, when, path, text)

    def set_language(self, raw: str | None, path: str) -> None:
        """Set the language, if ``raw`` is a BCP 47 tag."""
        tag = as_line(raw)
        if LANGUAGE_TAG.fullmatch(tag):
            self.set_value("language", tag.replace("_", "-"), path, tag)

    def set_url(self, raw: str | None, path: str) -> None:
        """Set the article's URL, if ``raw`` is a web URL and not, for example, a URN."""
        url = as_line(raw)
        if is_web_address(url):
            self.set_value("url", absolute_url(url, None), path, url)

    def set_publisher(self, name: str | None, domain: str | None, path: str) -> None:
        """Set the publisher, if name or domain is known."""
        text = as_line(name) or None
        if text or domain:
            self.set_value("publisher", Publisher(name=text, domain=domain), path, text or domain or "")

    def add_byline(self, raw: str | None, path: str) -> None:
        """Add the names in a byline to the authors."""
        line = as_line(raw)
        label = BYLINE_START.match(line)
        text = line[label.end() :] if label else line
        if text:
            names = read_name_list(text) or ([] if is_unnamed_writer(text) else [text])
            self.add_values("authors", map(make_author, names), path, line)

    def add_person(self, name: str | None, path: str) -> None:
        """Add an author that the markup calls a person."""
        if text := as_line(name):
            self.add_values("authors", [Author(name=text, kind="person")], path, text)

    def add_contributor(self, name: str | None, role: str, path: str, url: str | None = None) -> None:
        """Add someone who made or supplied the text to authors or credits, or set the publisher. Unknown roles are ignored."""
        name, role = as_line(name), role.lower()
        role = "author" if role in _AUTHOR_ROLES else role
        if not name:
            return
        if role in get_args(AuthorRole):
            author = make_author(name, absolute_url(url, None) if url else None)
            self.add_values("authors", [evolve(author, role=cast(AuthorRole, role))], path, name)
        elif role in get_args(CreditRole):
            self.add_values("credits", [Credit(name=name, role=cast(CreditRole, role), text=name)], path, name)
        elif role in _PUBLISHER_ROLES:
            self.set_publisher(name, None, path)

    def finish(self) -> Draft:
        """Return the draft, completed with what follows from other values."""
        decided = self.draft.decided
        for field, values in self._values.items():
            setattr(decided, field, (*getattr(decided, field), *values))
        if decided.published is None and decided.modified is not None:
            # As on a page that shows only the date of an update.
            decided.published = decided.modified
            rule = "published.only_updated"
            self.draft.evidence.append(Evidence(field="published", rule=rule, raw=decided.modified.raw))
        self._complete_publisher()
        self._drop_repeated_title()
        self._find_dateline()
        return self.draft

    def _complete_publisher(self) -> None:
        """Take the domain of the publisher from the article's URL, if it is unknown."""
        decided = self.draft.decided
        domain = registrable_domain(decided.url) if decided.url else None
        if domain and decided.publisher is None:
            decided.publisher = Publisher(domain=domain)
            self.draft.evidence.append(Evidence(field="publisher", rule="publisher.domain", raw=domain))
        elif decided.publisher is not None and decided.publisher.domain is None:
            decided.publisher = evolve(decided.publisher, domain=domain)

    def _drop_repeated_title(self) -> None:
        """Remove the headline from the start of the body, where some systems repeat it."""
        title = match_key(self.draft.decided.title or "")
        for block in self.draft.body.kept[:1]:
            if block.kind == "heading" and block.level == 1 and match_key(block.text) == title:
                self.draft.body.take(block, f"title.{self.syntax}:body")

    def _find_dateline(self) -> None:
        """Use the dateline at the start of the text, which has more than a place in the metadata."""
        first = next((block for block in self.draft.body.kept if block.kind == "paragraph"), None)
        line = find_dateline(first.text) if first else None
        if line is not None:
            self.draft.decided.dateline = Dateline(place=line.place, agency=line.agency, text=line.text)
            self.draft.evidence = [item for item in self.draft.evidence if item.field != "dateline"]
            self.draft.evidence.append(Evidence(field="dateline", rule="dateline.place", raw=line.text))
