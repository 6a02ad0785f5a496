"""A draft that is filled with what a document states, each value with the place where it stood."""

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
_WRITERS = {"writer": "author", "reporter": "author", "journalist": "author", "creator": "author", "byline": "author"}
_PUBLISHERS = ("publisher", "provider")


def clean(text: str) -> str:
    """``text`` without control characters and lone surrogates, which escapes bring into decoded input, and without what nobody sees."""
    return without_invisible(_UNREADABLE.sub("", text))


def words_of(text: str | None) -> str:
    """A stated value as one line; empty where there is none."""
    return single_spaced(clean(text)) if text else ""


class Record:
    """The draft of one report, in the making.

    Of several values for one field the first stays; another one is kept in the evidence as rejected.
    """

    def __init__(self, syntax: str, place: str = "") -> None:
        self.draft = Draft(settled=True, body=Body(captions_attached=True))
        self.syntax = syntax
        self.place = place
        self._many: dict[str, dict[object, None]] = {}

    def state(self, field: str, value: object, where: str, raw: str) -> None:
        """Give ``field`` its value, which stood at ``where``."""
        if value is None or value == "":
            return
        evidence = Evidence(field=field, rule=f"{field}.{self.syntax}:{self.place}{where}", raw=raw)
        known = getattr(self.draft.decided, field)
        if known is None:
            setattr(self.draft.decided, field, value)
            self.draft.evidence.append(evidence)
        elif known != value:
            self._reject(evidence)

    def add(self, field: str, values: Iterable[object], where: str, raw: str) -> None:
        """Add to a field of many values those that it does not have yet."""
        known = self._many.setdefault(field, {})
        for value in values:
            if value not in known:
                known[value] = None
                rule = f"{field}.{self.syntax}:{self.place}{where}"
                self.draft.evidence.append(Evidence(field=field, rule=rule, raw=raw))

    def has(self, field: str) -> bool:
        """Whether a field of many values has one."""
        return bool(self._many.get(field))

    def _reject(self, evidence: Evidence) -> None:
        for number, one in enumerate(self.draft.evidence):
            if one.field == evidence.field:
                self.draft.evidence[number] = evolve(one, rejected=(*one.rejected, evidence))
                return

    def text(self, field: str, raw: str | None, where: str) -> None:
        """State a field that is one line."""
        self.state(field, words_of(raw), where, raw or "")

    def date(self, field: str, raw: str | None, where: str) -> None:
        """State a date; one that is none is a problem."""
        words = words_of(raw)
        if not words:
            return
        when = parse_date(words, language=self.draft.decided.language)
        if when is None:
            self.draft.report("bad-structured-data", f"{self.place}{where}: {words[:60]!r} is no date")
        self.state(field, when, where, words)

    def language(self, raw: str | None, where: str) -> None:
        """State the language where it is a tag of BCP 47."""
        tag = words_of(raw)
        if LANGUAGE_TAG.fullmatch(tag):
            self.state("language", tag.replace("_", "-"), where, tag)

    def address(self, raw: str | None, where: str) -> None:
        """State the article's address where it is one; a URN or a number is none."""
        address = words_of(raw)
        if is_web_address(address):
            self.state("url", absolute_url(address, None), where, address)

    def byline(self, raw: str | None, where: str) -> None:
        """Read the names in a byline."""
        line = words_of(raw)
        label = BYLINE_START.match(line)
        words = line[label.end() :] if label else line
        if words:
            names = read_name_list(words) or ([] if is_unnamed_writer(words) else [words])
            self.add("authors", map(make_author, names), where, line)

    def maker(self, name: str | None, role: str, where: str, address: str | None = None) -> None:
        """Whoever made or supplied the text, in the role that is stated; an unknown role says nothing."""
        name, role = words_of(name), _WRITERS.get(role.lower(), role.lower())
        if not name:
            return
        if role in get_args(AuthorRole):
            url = absolute_url(address, None) if address else None
            self.add("authors", [evolve(make_author(name, url), role=cast(AuthorRole, role))], where, name)
        elif role in get_args(CreditRole):
            self.add("credits", [Credit(name=name, role=cast(CreditRole, role), text=name)], where, name)
        elif role in _PUBLISHERS:
            self.publisher(name, None, where)

    def named(self, name: str | None, kind: str, where: str) -> None:
        """An author whom the markup calls a person or an organization."""
        if words := words_of(name):
            self.add(
                "authors", [Author(name=words, kind="person" if kind == "person" else "organization")], where, words
            )

    def publisher(self, name: str | None, domain: str | None, where: str) -> None:
        """State who published it."""
        words = words_of(name) or None
        if words or domain:
            self.state("publisher", Publisher(name=words, domain=domain), where, words or domain or "")

    def finish(self) -> Draft:
        """The draft, with what its values tell about one another."""
        draft = self.draft
        for field, values in self._many.items():
            setattr(draft.decided, field, (*getattr(draft.decided, field), *values))
        if draft.decided.published is None and draft.decided.modified is not None:
            # As on a page where an update is the only date that is shown.
            draft.decided.published = draft.decided.modified
            rule = "published.only_updated"
            draft.evidence.append(Evidence(field="published", rule=rule, raw=draft.decided.modified.raw))
        self._mend_publisher()
        self._drop_repeated_title()
        self._find_dateline()
        return draft

    def _mend_publisher(self) -> None:
        """Give the publisher the domain of the article's address."""
        draft = self.draft
        domain = registrable_domain(draft.decided.url) if draft.decided.url else None
        if domain and draft.decided.publisher is None:
            draft.decided.publisher = Publisher(domain=domain)
            draft.evidence.append(Evidence(field="publisher", rule="publisher.domain", raw=domain))
        elif draft.decided.publisher is not None and draft.decided.publisher.domain is None:
            draft.decided.publisher = evolve(draft.decided.publisher, domain=domain)

    def _drop_repeated_title(self) -> None:
        """Take the headline out of the body, at whose head some systems put it again."""
        for block in self.draft.body.kept[:1]:
            if (
                block.kind == "heading"
                and block.level == 1
                and match_key(block.text) == match_key(self.draft.decided.title or "")
            ):
                self.draft.body.take(block, f"title.{self.syntax}:body")

    def _find_dateline(self) -> None:
        """The place line that opens the text, which tells more than a place that is stated apart."""
        first = next((block for block in self.draft.body.kept if block.kind == "paragraph"), None)
        line = find_dateline(first.text) if first else None
        if line is not None:
            draft = self.draft
            draft.decided.dateline = Dateline(place=line.place, agency=line.agency, text=line.text)
            draft.evidence = [one for one in draft.evidence if one.field != "dateline"]
            draft.evidence.append(Evidence(field="dateline", rule="dateline.place", raw=line.text))
