"""The parse functions: raw input → Article, in one call that decodes, reads, applies the rules and attributes.

Readers, rule tables and attribution are imported when they are first needed, so that ``import articlekit`` is fast.
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
"""The format of the input. ``auto`` detects it; ``newsml`` is NewsML-G2; ``feed`` is RSS or Atom."""

FORMAT_BY_SUFFIX: dict[str, Format] = {
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
"""The format that the suffix of a file implies. Any other suffix implies none."""


def parse(
    raw: str | bytes,
    *,
    url: str | None = None,
    format: Format = "auto",
    attribute: bool = True,
    options: Options = Options(),
) -> Article:
    r"""Return the :class:`Article` that ``raw`` contains.

    ``raw`` is the content itself, as text or bytes, not its URL: articlekit does not fetch anything. ``url`` is the address that it came
    from; it completes relative links and identifies the publisher. ``format`` is the format, if you know it. With ``attribute=False``,
    sources, quotes and claims are left out, which is faster.

    Poor input returns an article with :attr:`Article.problems`. These raise:

    - :class:`InputError`: input that cannot be an article (empty, a URL, larger than :attr:`Options.max_bytes`), a ``url`` that is not an
      absolute http(s) URL, or a document with several articles, for which there is :func:`parse_all`.
    - :class:`SchemaError`: an invalid document in an exchange format (ninjs, NITF, NewsML-G2, RSS, Atom).
    - TypeError: ``raw`` is neither ``str`` nor ``bytes``.
    - ValueError: ``format`` is not one of the names in the signature.

    >>> article = parse("# Ferry to Marrow Bay resumes\n\nThe ferry sails again, the harbour office said.")
    >>> article.title
    'Ferry to Marrow Bay resumes'
    >>> [claim.text for claim in article.claims]
    ['The ferry sails again']
    """
    decoded = _decode(raw, url, format, options)
    return _parse_one(decoded, _resolve_format(decoded, format), url, attribute, options)


def parse_all(
    raw: str | bytes,
    *,
    url: str | None = None,
    format: Format = "auto",
    attribute: bool = True,
    options: Options = Options(),
) -> tuple[Article, ...]:
    """Return an :class:`Article` for each article in a document, in document order.

    Documents with several articles are feeds (RSS, Atom), NewsML-G2 ``newsMessage`` documents and lists of ninjs items; any other input
    is one article. For a document with several, ``url`` only completes relative links, because each article states its own URL. Returns an
    empty tuple if the document has no articles. Everything else is as in :func:`parse`.

    >>> items = '[{"uri": "urn:a", "headlines": [{"value": "Rain at last"}], "bodies": [{"value": "It rained."}]}]'
    >>> [article.title for article in parse_all(items)]
    ['Rain at last']
    """
    decoded = _decode(raw, url, format, options)
    found = _resolve_format(decoded, format)
    if found not in get_args(ExchangeFormat):
        return (_parse_one(decoded, found, url, attribute, options),)
    drafts = _read_exchange(decoded, cast(ExchangeFormat, found), url)
    return tuple(_finish(draft, decoded, None, attribute, options) for draft in drafts)


def _decode(raw: str | bytes, url: str | None, format: Format, options: Options) -> Decoded:
    """Check the arguments and return the input as text."""
    _check(url, options)
    if format not in get_args(Format):
        raise ValueError(f"format must be one of {', '.join(get_args(Format))}; got {format!r}")
    from articlekit.parsers.input.decode import decode_input

    page = format in ("html", "nitf", "newsml", "feed")
    return decode_input(raw, charset=options.charset, max_bytes=options.max_bytes, page=page)


def _parse_one(decoded: Decoded, found: Format, url: str | None, attribute: bool, options: Options) -> Article:
    """Return the article of an input that has only one."""
    # The URL of a feed is not the URL of its entry.
    return _finish(_read(decoded, found, url), decoded, None if found == "feed" else url, attribute, options)


def _finish(draft: Draft, decoded: Decoded, url: str | None, attribute: bool, options: Options) -> Article:
    """Apply the rules to a draft, then attribute the article if asked to."""
    from articlekit.parsers.assemble import assemble

    draft.problems[:0] = decoded.problems
    article = assemble(draft, options, url)
    if not attribute:
        return article
    from articlekit.attribution import attribute as add_attribution

    return add_attribution(article, labeller=options.labeller)


def _check(url: str | None, options: Options) -> None:
    """Raise if ``url`` or ``options`` is not valid."""
    if not isinstance(options, Options):
        raise TypeError(f"options must be articlekit.Options, not {type(options).__name__}")
    if url is None:
        return
    if not isinstance(url, str):
        raise TypeError(f"url must be str or None, not {type(url).__name__}")
    if not is_web_address(url):
        raise InputError(f"url must be an absolute http(s) URL; got {url!r}")


def _resolve_format(decoded: Decoded, format: Format) -> Format:
    """Return ``format``, or the detected format if it is ``auto``."""
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
        from articlekit.parsers.exchange import single_draft

        return single_draft(_read_exchange(decoded, cast(ExchangeFormat, found), url))
    from articlekit.parsers.plain import read_plain

    return read_plain(decoded.text)


def _read_exchange(decoded: Decoded, found: ExchangeFormat, url: str | None) -> Iterator[Draft]:
    """Yield the drafts of a document in an exchange format. Relative links in them are resolved against ``url``."""
    from articlekit.parsers.exchange import read_exchange

    for draft in read_exchange(decoded.text, found, url):
        draft.facts.base = url
        yield draft


def parse_html(
    raw: str | bytes, *, url: str | None = None, attribute: bool = True, options: Options = Options()
) -> Article:
    """Return the :class:`Article` of an HTML page: its story without boilerplate, and its metadata.

    Pass ``url`` if you know it: it completes relative links, identifies the publisher, and shows which links lead to other pages.
    Everything else is as in :func:`parse`.

    >>> parse_html("<h1>Rain at last</h1><p>It rained on Marrow Bay for the first time since the spring.</p>").title
    'Rain at last'
    """
    return parse(raw, url=url, format="html", attribute=attribute, options=options)


def parse_markdown(
    raw: str | bytes, *, url: str | None = None, attribute: bool = True, options: Options = Options()
) -> Article:
    r"""Return the :class:`Article` of a Markdown text: CommonMark with tables, strikethrough and YAML front matter.

    Everything else is as in :func:`parse`.

    >>> parse_markdown("---\ntitle: Rain at last\n---\nIt rained.").title
    'Rain at last'
    """
    return parse(raw, url=url, format="markdown", attribute=attribute, options=options)


def parse_text(
    raw: str | bytes, *, url: str | None = None, attribute: bool = True, options: Options = Options()
) -> Article:
    r"""Return the :class:`Article` of a plain text: wire copy, a press release, text pasted from a page.

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
    r"""Return the :class:`Article` in a file.

    With ``format="auto"``, the suffix decides (``.html``, ``.htm``, ``.xhtml``; ``.md``, ``.markdown``; ``.txt``, ``.eml``; ``.nitf``;
    ``.rss``, ``.atom``), and for any other suffix the content. A file larger than :attr:`Options.max_bytes` raises :class:`InputError` and
    is not read. A missing file or a directory raises OSError, as ``open`` does. Everything else is as in :func:`parse`.

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
            raise InputError(f"{file} has {size} bytes, more than Options.max_bytes ({options.max_bytes})")
        raw = stream.read()
    resolved: Format = FORMAT_BY_SUFFIX.get(file.suffix.lower(), "auto") if format == "auto" else format
    return parse(raw, url=url, format=resolved, attribute=attribute, options=options)
