"""An article as ninjs 3.1, the JSON news item of the International Press Telecommunications Council (IPTC).

- ``uri`` is the article's URL, or without a URL a ``urn:uuid:`` made from its words. ``standard`` names the published schema.
- ``bodies`` has the text as plain text, ``headlines`` the title, ``descriptions`` the summary.
- ``firstCreated`` (published) and ``versionCreated`` (modified) are written only if time of day and offset are known, because ninjs
  requires both. A day alone is left out; midnight would be invented.
- ``by`` is the byline on one line. ``infoSources`` lists everyone who made or supplied the text, with a role: authors, credits, agency,
  and the publisher with its domain as ``literal``.
- Sources of the article have ``rel`` ``source``: persons are in ``people``, organizations in ``organisations``, documents in
  ``objects``; ``literal`` is the source's id. ninjs has no place for groups and unknown sources, for what a source says, or for the
  kind of a name in the byline.
- ``subjects`` has the tags (``rel`` ``keyword``) and the section (``rel`` ``section``).
- ``associations`` has images (``type`` ``picture``) and links, with the link's kind as ``rel``. An image without a URL, and a
  related headline without a link, have the article's ``uri`` with their own id (``#image-1``).
- ``representationType`` is ``partial`` if a problem says that words are missing.
- ninjs requires valid URIs: other characters are escaped, and relative URLs are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from articlekit.models import Article, Image, Link, SourceKind, When
from articlekit.serializers.shared import article_uri, as_uri, publisher_name, require_article, without_empty

VERSION = "3.1"
SCHEMA = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#"
INCOMPLETE_CODES = frozenset({"truncated", "paywalled", "no-body"})
"""Codes of problems which mean that words are missing."""
SOURCE_PROPERTIES: Mapping[SourceKind, str] = {
    "person": "people",
    "organization": "organisations",
    "document": "objects",
}
"""The property for each kind of source that ninjs has."""

Item = dict[str, Any]


def to_ninjs(article: Article) -> dict[str, Any]:
    r"""Return the article as a ninjs news item, valid against the schema that its ``standard`` names.

    >>> import articlekit
    >>> item = to_ninjs(articlekit.parse("# Rain at last\n\nBy Ada Quill\n\nIt rained, Ilse Brandt said."))
    >>> item["title"], item["by"], item["people"]
    ('Rain at last', 'Ada Quill', [{'name': 'Ilse Brandt', 'rel': 'source', 'literal': 'source-1'}])
    """
    require_article(article, "to_ninjs")
    uri = article_uri(article)
    return without_empty(
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
            "infoSources": list(_info_sources(article)),
            "subjects": list(_subjects(article)),
            **_sources(article),
            "associations": list(_associations(article, uri)),
        }
    )


def _is_incomplete(article: Article) -> bool:
    return any(problem.code in INCOMPLETE_CODES for problem in article.problems)


def _moment(when: When | None) -> str | None:
    if when is None or when.at is None or when.at.utcoffset() is None:
        return None
    return when.at.isoformat()


def _values(value: str | None, role: str) -> list[Item]:
    return [{"role": role, "contentType": "text/plain", "value": value}] if value else []


def _body(text: str) -> Item:
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return {"role": "main", "contentType": "text/plain", **counts, "value": text}


def _info_sources(article: Article) -> Iterator[Item]:
    """Yield everyone who wrote, edited or supplied the text."""
    for author in article.authors:
        yield without_empty({"name": author.name, "role": author.role, "uri": as_uri(author.url)})
    for credit in article.credits:
        yield {"name": credit.name, "role": credit.role}
    if article.dateline and article.dateline.agency:
        yield {"name": article.dateline.agency, "role": "agency"}
    if article.publisher and publisher_name(article):
        yield without_empty({"name": article.publisher.name, "role": "publisher", "literal": article.publisher.domain})


def _subjects(article: Article) -> Iterator[Item]:
    for tag in article.tags:
        yield {"name": tag, "rel": "keyword"}
    if article.section:
        yield {"name": article.section, "rel": "section"}


def _sources(article: Article) -> Item:
    """Return the sources by property."""
    sources: dict[str, list[Item]] = {}
    for source in article.sources:
        if name := SOURCE_PROPERTIES.get(source.kind):
            sources.setdefault(name, []).append({"name": source.name, "rel": "source", "literal": source.id})
    return sources


def _associations(article: Article, uri: str) -> Iterator[Item]:
    for number, image in enumerate(article.images, start=1):
        yield _image(image, f"{uri}#image-{number}")
    for link in article.links:
        if target := as_uri(link.url) or (f"{uri}#{link.id}" if link.kind == "related" else None):
            yield _link(link, target)


def _image(image: Image, fallback_uri: str) -> Item:
    url = as_uri(image.url)
    return without_empty(
        {
            "uri": url or fallback_uri,
            "name": "picture",
            "rel": "picture",
            "type": "picture",
            "by": image.credit,
            "descriptions": [*_values(image.caption, "caption"), *_values(image.alt, "alternative")],
            "renditions": [{"name": "main", "href": url}] if url else [],
        }
    )


def _link(link: Link, target: str) -> Item:
    return without_empty({"uri": target, "name": link.id, "rel": link.kind, "headlines": _values(link.text, "main")})
