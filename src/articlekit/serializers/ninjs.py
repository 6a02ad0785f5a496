"""An article as ninjs 3.1, the news item in JSON of the International Press Telecommunications Council (IPTC).

- ``uri`` is the article's address; where it has none, a ``urn:uuid:`` from its words. ``standard`` names the published schema.
- ``bodies`` holds the text as plain text, ``headlines`` the title, ``descriptions`` the summary.
- A date goes only where ninjs can hold it: ``firstCreated`` (published) and ``versionCreated`` (modified) want a time of day with its
  offset. A plain day is left out, because midnight would be invented.
- ``by`` is the byline as one line. Whoever made or supplied the text also stands in ``infoSources`` with a role: authors, credits,
  and the publisher with the domain as ``literal``.
- Whoever is heard in the article has ``rel`` ``source``: persons in ``people``, organizations in ``organisations``, documents in
  ``objects``; ``literal`` is the source's id. ninjs has no place for groups and for what is unclear, for what a source says, and for the
  kind of a name in the byline: those need another format.
- ``subjects`` holds the tags (``rel`` ``keyword``) and the section (``rel`` ``section``).
- ``associations`` holds pictures (``type`` ``picture``) and links, ``rel`` being the link's kind. A picture without an address, and a
  related line without a link, are named by the article's ``uri`` and their place in it (``#image-1``).
- ``representationType`` is ``partial`` where a problem says that words are missing.
- What ninjs calls a URI is one: other characters are escaped, and a relative address is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from articlekit.models import Article, Image, Link, SourceKind, When
from articlekit.serializers.identity import article_uri, as_uri
from articlekit.serializers.wording import check_article, paper_of, stated

VERSION = "3.1"
SCHEMA = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#"
INCOMPLETE = frozenset({"truncated", "paywalled", "no-body"})
"""Problems that say that words are missing."""
PLACES: Mapping[SourceKind, str] = {"person": "people", "organization": "organisations", "document": "objects"}
"""Where ninjs puts each kind of source that it knows."""

Item = dict[str, Any]


def to_ninjs(article: Article) -> dict[str, Any]:
    r"""The article as a ninjs news item, valid against the schema that its ``standard`` names.

    >>> import articlekit
    >>> item = to_ninjs(articlekit.parse("# Rain at last\n\nBy Ada Quill\n\nIt rained, Ilse Brandt said."))
    >>> item["title"], item["by"], item["people"]
    ('Rain at last', 'Ada Quill', [{'name': 'Ilse Brandt', 'rel': 'source', 'literal': 'source-1'}])
    """
    check_article(article, "to_ninjs")
    uri = article_uri(article)
    return stated(
        {
            "uri": uri,
            "type": "text",
            "representationType": "partial" if _is_incomplete(article) else "full",
            "standard": {"name": "ninjs", "version": VERSION, "schema": SCHEMA},
            "firstCreated": _moment(article.published),
            "versionCreated": _moment(article.modified),
            "language": article.language,
            "title": article.title,
            "headlines": _values(article.title, "main"),
            "descriptions": _values(article.summary, "summary"),
            "by": ", ".join(author.name for author in article.authors),
            "located": article.dateline.place if article.dateline else None,
            "bodies": [_body(article.text)] if article.text else [],
            "infoSources": list(_makers(article)),
            "subjects": list(_subjects(article)),
            **_heard(article),
            "associations": list(_associations(article, uri)),
        }
    )


def _is_incomplete(article: Article) -> bool:
    return any(problem.code in INCOMPLETE for problem in article.problems)


def _moment(when: When | None) -> str | None:
    if when is None or when.at is None or when.at.utcoffset() is None:
        return None
    return when.at.isoformat()


def _values(value: str | None, role: str) -> list[Item]:
    return [{"role": role, "contentType": "text/plain", "value": value}] if value else []


def _body(text: str) -> Item:
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return {"role": "main", "contentType": "text/plain", **counts, "value": text}


def _makers(article: Article) -> Iterator[Item]:
    """Who wrote, edited or supplied the text."""
    for author in article.authors:
        yield stated({"name": author.name, "role": author.role, "uri": as_uri(author.url)})
    for credit in article.credits:
        yield {"name": credit.name, "role": credit.role}
    if article.dateline and article.dateline.agency:
        yield {"name": article.dateline.agency, "role": "agency"}
    if article.publisher and paper_of(article):
        yield stated({"name": article.publisher.name, "role": "publisher", "literal": article.publisher.domain})


def _subjects(article: Article) -> Iterator[Item]:
    for tag in article.tags:
        yield {"name": tag, "rel": "keyword"}
    if article.section:
        yield {"name": article.section, "rel": "section"}


def _heard(article: Article) -> Item:
    """The sources, each in the place for its kind."""
    heard: dict[str, list[Item]] = {}
    for source in article.sources:
        if place := PLACES.get(source.kind):
            heard.setdefault(place, []).append({"name": source.name, "rel": "source", "literal": source.id})
    return heard


def _associations(article: Article, uri: str) -> Iterator[Item]:
    for number, image in enumerate(article.images, start=1):
        yield _picture(image, f"{uri}#image-{number}")
    for link in article.links:
        if target := as_uri(link.url) or (f"{uri}#{link.id}" if link.kind == "related" else None):
            yield _linked(link, target)


def _picture(image: Image, name: str) -> Item:
    address = as_uri(image.url)
    return stated(
        {
            "uri": address or name,
            "name": "picture",
            "rel": "picture",
            "type": "picture",
            "by": image.credit,
            "descriptions": [*_values(image.caption, "caption"), *_values(image.alt, "alternative")],
            "renditions": [{"name": "main", "href": address}] if address else [],
        }
    )


def _linked(link: Link, target: str) -> Item:
    return stated({"uri": target, "name": link.id, "rel": link.kind, "headlines": _values(link.text, "main")})
