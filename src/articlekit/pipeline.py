"""Raw input → Article: read, assembled and attributed in one call.

The readers, the rule tables and the attribution are imported when they are first needed, so that
``import articlekit`` costs little.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast, get_args

from articlekit.errors import InputError
from articlekit.models import Article
from articlekit.parsers.draft import Draft
from articlekit.parsers.exchange import ExchangeFormat
from articlekit.parsers.options import Options
from articlekit.parsers.web.urls import is_web_address

if TYPE_CHECKING:
    from articlekit.parsers.input.decode import Decoded

Format = Literal["auto", "html", "markdown", "text", "ninjs", "nitf", "newsml", "feed"]
"""How the input is written; ``auto`` finds out. ``newsml`` is NewsML-G2, ``feed`` is RSS or Atom."""

SUFFIXES: dict[str, Format] = {
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".eml": "text",
    ".nitf": "nitf",
    ".rss": "feed",
    ".atom": "feed",
}
"""The format that a file's suffix tells; any other suffix tells nothing."""


def parse(
    raw: str | bytes,
    *,
    url: str | None = None,
    format: Format = "auto",
    attribute: bool = True,
    options: Options = Options(),
) -> Article:
    r"""Turn a report into an :class:`Article`.

    ``raw`` is the report itself, as text or as bytes, never its address: the library fetches nothing. ``url`` is
    where it came from, for the publisher and for relative links. ``format`` says how it is written where you know;
    with ``attribute=False`` the work ends before sources, quotes and claims are looked for.

    Poor input gives an article with :attr:`Article.problems`. Input that cannot be a report (nothing in it, an
    address, more than :attr:`Options.max_bytes`), or a ``url`` that is no absolute http(s) address,
    raises :class:`InputError`; so does a feed or a message that holds several reports, for which there is :func:`parse_all`.
    A document of a format of exchange (ninjs, NITF, NewsML-G2) with a fault raises :class:`SchemaError`, which names the
    place. Any other type than ``str`` and ``bytes`` raises TypeError.

    >>> article = parse("# Ferry to Marrow Bay resumes\n\nThe ferry sails again, the harbour office said.")
    >>> article.title
    'Ferry to Marrow Bay resumes'
    >>> [claim.text for claim in article.claims]
    ['The ferry sails again']
    """
    decoded = _decode(raw, url, format, options)
    return _one(decoded, _told(decoded, format), url, attribute, options)


def parse_all(
    raw: str | bytes,
    *,
    url: str | None = None,
    format: Format = "auto",
    attribute: bool = True,
    options: Options = Options(),
) -> tuple[Article, ...]:
    """Turn a document that holds several reports into an :class:`Article` for each, in its order.

    That is a feed (RSS, Atom), a NewsML-G2 ``newsMessage`` or a list of ninjs items; any other input is one report. ``url``
    is where such a document came from, for relative links in it; the reports have addresses of their own. A document without a report
    gives none. Everything else is as in :func:`parse`.

    >>> items = '[{"uri": "urn:a", "headlines": [{"value": "Rain at last"}], "bodies": [{"value": "It rained."}]}]'
    >>> [article.title for article in parse_all(items)]
    ['Rain at last']
    """
    decoded = _decode(raw, url, format, options)
    told = _told(decoded, format)
    if told not in get_args(ExchangeFormat):
        return (_one(decoded, told, url, attribute, options),)
    drafts = _exchanged(decoded, cast(ExchangeFormat, told), url)
    return tuple(_finish(draft, decoded, None, attribute, options) for draft in drafts)


def _decode(raw: str | bytes, url: str | None, format: Format, options: Options) -> Decoded:
    """The input as text, once every argument is what it has to be."""
    _check(url, options)
    if format not in get_args(Format):
        raise ValueError(f"format: {format!r} is none of {', '.join(get_args(Format))}")
    from articlekit.parsers.input.decode import to_text

    page = format in ("html", "nitf", "newsml", "feed")
    return to_text(raw, charset=options.charset, max_bytes=options.max_bytes, page=page)


def _one(decoded: Decoded, found: Format, url: str | None, attribute: bool, options: Options) -> Article:
    """The article of an input that is one report."""
    # Where a feed came from is not where its entry stands.
    return _finish(_read(decoded, found, url), decoded, None if found == "feed" else url, attribute, options)


def _finish(draft: Draft, decoded: Decoded, url: str | None, attribute: bool, options: Options) -> Article:
    """The article that a draft becomes."""
    from articlekit.parsers.assemble import assemble

    draft.problems[:0] = decoded.problems
    article = assemble(draft, options, url)
    if not attribute:
        return article
    from articlekit.attribution import attribute as add_attribution

    return add_attribution(article, labeller=options.labeller)


def _check(url: str | None, options: Options) -> None:
    """Refuse an address that is none, and options that are none."""
    if not isinstance(options, Options):
        raise TypeError(f"options: articlekit.Options is wanted, not {type(options).__name__}")
    if url is None:
        return
    if not isinstance(url, str):
        raise TypeError(f"url: a str is wanted, not {type(url).__name__}")
    if not is_web_address(url):
        raise InputError(f"url: {url!r} is no absolute http or https address")


def _told(decoded: Decoded, format: Format) -> Format:
    """The format that is given, or else found."""
    from articlekit.parsers.input.detect import detect_format

    return detect_format(decoded.text) if format == "auto" else format


def _read(decoded: Decoded, found: Format, url: str | None) -> Draft:
    if found == "html":
        from articlekit.parsers.html import read_html

        return read_html(decoded, url)
    if found == "markdown":
        from articlekit.parsers.markdown import read_markdown

        return read_markdown(decoded.text)
    if found in get_args(ExchangeFormat):
        from articlekit.parsers.exchange import only

        return only(_exchanged(decoded, cast(ExchangeFormat, found), url))
    from articlekit.parsers.plain import read_plain

    return read_plain(decoded.text)


def _exchanged(decoded: Decoded, found: ExchangeFormat, url: str | None) -> Iterator[Draft]:
    """The drafts of a document of a format of exchange; relative links in it count from ``url``."""
    from articlekit.parsers.exchange import read_exchange

    for draft in read_exchange(decoded.text, found, url):
        draft.base = url
        yield draft


def parse_html(
    raw: str | bytes, *, url: str | None = None, attribute: bool = True, options: Options = Options()
) -> Article:
    """Turn an HTML page into an :class:`Article`: the story, without what stands around it, and what the page states.

    Give ``url`` where you know it: relative links, the publisher and what leads to other pages are told by it.
    Everything else is as in :func:`parse`.

    >>> parse_html("<h1>Rain at last</h1><p>It rained on Marrow Bay for the first time since the spring.</p>").title
    'Rain at last'
    """
    return parse(raw, url=url, format="html", attribute=attribute, options=options)


def parse_markdown(
    raw: str | bytes, *, url: str | None = None, attribute: bool = True, options: Options = Options()
) -> Article:
    r"""Turn a report in Markdown (CommonMark, tables, strikethrough, YAML front matter) into an :class:`Article`.

    Everything else is as in :func:`parse`.

    >>> parse_markdown("---\ntitle: Rain at last\n---\nIt rained.").title
    'Rain at last'
    """
    return parse(raw, url=url, format="markdown", attribute=attribute, options=options)


def parse_text(
    raw: str | bytes, *, url: str | None = None, attribute: bool = True, options: Options = Options()
) -> Article:
    r"""Turn a report in plain text (wire copy, a press release, words pasted from a page) into an :class:`Article`.

    Everything else is as in :func:`parse`.

    >>> parse_text("Rain at last\n\nMARROW BAY, June 13 (AP) - It rained.").dateline.place
    'MARROW BAY'
    """
    return parse(raw, url=url, format="text", attribute=attribute, options=options)


def parse_file(
    path: str | os.PathLike[str],
    *,
    url: str | None = None,
    format: Format = "auto",
    attribute: bool = True,
    options: Options = Options(),
) -> Article:
    r"""Turn the report in a file into an :class:`Article`.

    With ``format="auto"`` the suffix decides (``.html``, ``.htm``, ``.xhtml``; ``.md``, ``.markdown``; ``.txt``, ``.eml``; ``.nitf``; ``.rss``,
    ``.atom``), and the content where it tells nothing. A file larger than :attr:`Options.max_bytes` is refused before it is read. A missing file or a
    directory raises the OSError that Python raises. Everything else is as in :func:`parse`.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     report = Path(folder, "rain.md")
    ...     _ = report.write_text("# Rain at last\n\nIt rained on Marrow Bay.", encoding="utf-8")
    ...     parse_file(report).title
    'Rain at last'
    """
    file = Path(path)
    with file.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > options.max_bytes:
            raise InputError(f"{file}: {size} bytes are more than Options.max_bytes, {options.max_bytes}")
        raw = stream.read()
    told = SUFFIXES.get(file.suffix.lower(), "auto") if format == "auto" else format
    return parse(raw, url=url, format=told, attribute=attribute, options=options)
