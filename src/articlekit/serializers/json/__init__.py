r"""An article as JSON, and back without loss: ``loads(dumps(article)) == article``.

- There are two forms. The minimal form holds what is needed to rebuild the article. The full form, for readers without this
  library, also holds the text at every span: ``text`` of blocks, links, quotes, claims and cues, ``source_text`` of quotes and
  claims, ``mention_texts`` of sources, ``raw`` of dates. Both forms can be loaded. Text that differs from its spans is a fault.
- The first key is ``"schema": "articlekit/2"``. Older versions are read, newer ones are rejected. ``article.schema.json`` and
  ``article-full.schema.json`` in ``articlekit.serializers`` describe the two forms as JSON Schemas.
- Fields are in the order of the models: first the required fields, then the optional ones, last those that only the full form
  has. A field with its default value (``None``, empty, ``False``) is left out; ``null`` is read as ``None``. Equal articles give
  the same bytes.
- A span is ``[start, end]`` in the text or ``[start, end, "title"]`` in the title, counted in code points.
- Dates and times are ISO 8601 strings. A time keeps its UTC offset.
- A reference to a source, link or quote is its ``id``. After loading, all references to one id are the same object.
- Text is not escaped as ``\u`` sequences. Without ``indent``, there is no white space between tokens.
- Loading checks everything that the models promise. One :class:`~articlekit.SchemaError` lists the faults, each with its path:
  wrong fields and types, or, if there are none of these, wrong references, spans and order.
- cattrs does the conversion. It is imported when the first article is converted, which keeps ``import articlekit`` fast. If
  orjson is installed (``pip install "articlekit[fast-json]"``), it reads and writes the JSON text; the bytes are the same.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator
from typing import IO, Any

from articlekit.errors import SchemaError
from articlekit.models import Article
from articlekit.serializers.json import codec
from articlekit.serializers.json.span_text import (
    add_missing_text,
    add_span_text,
    copy_data,
    drop_span_text,
    pop_span_text,
)
from articlekit.serializers.json.validation import find_faults
from articlekit.serializers.json.versions import SCHEMA, schema_error, upgrade
from articlekit.serializers.shared import require_article

__all__ = ["dump_lines", "dumps", "from_dict", "load_lines", "loads", "to_dict"]


def to_dict(article: Article, *, full: bool = False) -> dict[str, Any]:
    r"""Return the article as the dicts, lists, strings and numbers that :func:`dumps` writes.

    >>> import articlekit
    >>> data = to_dict(articlekit.parse("# Rain at last\n\nIt rained."))
    >>> data["schema"], data["title"], data["blocks"]
    ('articlekit/2', 'Rain at last', [{'kind': 'paragraph', 'span': [0, 10]}])
    """
    from articlekit.serializers.json.converter import CONVERTER

    require_article(article, "to_dict")
    data = {"schema": SCHEMA, **CONVERTER.unstructure(article, unstructure_as=Article)}
    change_form = add_span_text if full else drop_span_text
    change_form(data)
    return data


def from_dict(data: dict[str, Any]) -> Article:
    """Return the article that this or an older version of :func:`to_dict` converted to ``data``.

    Raises :class:`~articlekit.SchemaError`, with the path to each fault, if ``data`` is not a valid article.

    >>> data = {"schema": "articlekit/2", "text": "It rained.", "blocks": [{"kind": "paragraph", "span": [0, 10]}]}
    >>> from_dict(data).blocks
    (Block(kind='paragraph', span=Span(start=0, end=10, field='text'), level=None, time=None),)
    """
    from articlekit.serializers.json.converter import resolve_references, structure_article

    if not isinstance(data, dict):
        raise SchemaError(f"an article must be a JSON object, not {reprlib.repr(data)}")
    fields = copy_data(upgrade(data))
    text_faults = pop_span_text(fields)
    add_missing_text(fields)
    with_ids, faults = structure_article(fields)
    if with_ids is None:
        raise schema_error(faults)
    article, unresolved = resolve_references(with_ids)
    if faults := [*unresolved, *find_faults(article)] or text_faults:
        raise schema_error(faults)
    return article


def dumps(article: Article, *, full: bool = False, indent: int | None = None) -> str:
    """Return the article as JSON text: on one line, or with ``indent`` spaces for each level.

    ``full`` adds the text at every span, for readers without this library.

    >>> from articlekit import Block, Span
    >>> dumps(Article(text="It rained.", blocks=(Block(kind="paragraph", span=Span(0, 10)),)))
    '{"schema":"articlekit/2","text":"It rained.","blocks":[{"kind":"paragraph","span":[0,10]}]}'
    """
    return codec.encode(to_dict(article, full=full), indent=indent)


def loads(text: str | bytes) -> Article:
    r"""Return the article that :func:`dumps` wrote as ``text``. Bytes may be UTF-8, UTF-16 or UTF-32.

    Raises :class:`~articlekit.SchemaError` if ``text`` is not JSON (with line and column) or not a valid article.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nIt rained, Ilse Brandt said.")
    >>> loads(dumps(article)) == article
    True
    """
    if not isinstance(text, str | bytes):
        raise TypeError(f"text must be str or bytes, not {type(text).__name__}")
    data: Any = codec.decode(text)
    return from_dict(data)


def dump_lines(articles: Iterable[Article], file: IO[str], *, full: bool = False) -> int:
    """Write articles to ``file`` as JSON Lines, one at a time, and return their number.

    ``file`` must be open for text in UTF-8. ``full`` adds the text at every span, for readers without this library.

    >>> import articlekit, io
    >>> file = io.StringIO()
    >>> dump_lines(map(articlekit.parse, ["It rained.", "The roads are closed."]), file)
    2
    >>> [loads(line).text for line in file.getvalue().splitlines()]
    ['It rained.', 'The roads are closed.']
    """
    count = 0
    for article in articles:
        file.write(dumps(article, full=full) + "\n")
        count += 1
    return count


def load_lines(lines: Iterable[str | bytes]) -> Iterator[Article]:
    """Yield the articles in the lines of a JSON Lines file. Empty lines are skipped.

    Raises :class:`~articlekit.SchemaError`, with the line number, at the first line that is not a valid article.

    >>> import articlekit
    >>> lines = [dumps(articlekit.parse(report)) for report in ("It rained.", "The roads are closed.")]
    >>> [article.text for article in load_lines(lines)]
    ['It rained.', 'The roads are closed.']
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield loads(line)
            except SchemaError as error:
                raise SchemaError(f"line {number}: {error}") from None
