r"""An article as JSON, and back without loss: ``loads(dumps(article)) == article``.

- There are two forms. The minimal one is what it takes to rebuild the article. The full one, for readers without this library,
  repeats beside every span the words that stand there: ``text`` of blocks, links, quotes, claims and cues, ``source_text`` of
  quotes and claims, ``mention_texts`` of sources, ``raw`` of dates. Both are read; words other than those at their spans are a fault.
- The first key is ``"schema": "articlekit/2"``. Older versions are read, newer ones are refused. ``article.schema.json`` and
  ``article-full.schema.json`` beside this module are the same contract as JSON Schemas.
- Fields stand in the order of the models, those that are always written before those that are not, and last those that only
  the full form has. A field at its default (``None``, nothing, ``False``) is left out; ``null`` is read as ``None``. Equal
  articles give the same bytes.
- A span is ``[start, end]`` in the text and ``[start, end, "title"]`` in the title, counted in code points.
- Dates and times are ISO 8601 strings, a time with the offset that it has.
- A reference to a source, link or quote is its ``id``. On loading, two references to one id are one object.
- Text is written as it is, not as ``\u`` escapes; without ``indent``, no white space is written between tokens.
- What is loaded is checked against everything that the models promise. All faults that can be told at once stand in one
  :class:`~articlekit.SchemaError`, each with its path: first those of fields and types, and where there are none, those of
  references, spans and order.
- cattrs does the work. It is imported with the first article, because ``import articlekit`` is to stay fast. orjson writes
  and reads the text where it is installed (``pip install "articlekit[fast-json]"``), to the same bytes.
"""

from __future__ import annotations

import reprlib
from typing import Any

from articlekit.errors import SchemaError
from articlekit.models import Article
from articlekit.serializers import codec
from articlekit.serializers.checks import find_faults
from articlekit.serializers.references import resolve
from articlekit.serializers.versions import SCHEMA, not_an_article, upgraded
from articlekit.serializers.wording import check_article
from articlekit.serializers.words import add_words, copied, drop_words, fill_words, take_added


def to_dict(article: Article, *, full: bool = False) -> dict[str, Any]:
    r"""The article as plain dicts, lists, strings and numbers, as :func:`dumps` writes it.

    >>> import articlekit
    >>> data = to_dict(articlekit.parse("# Rain at last\n\nIt rained."))
    >>> data["schema"], data["title"], data["blocks"]
    ('articlekit/2', 'Rain at last', [{'kind': 'paragraph', 'span': [0, 10]}])
    """
    from articlekit.serializers.wire import CONVERTER

    check_article(article, "to_dict")
    data = {"schema": SCHEMA, **CONVERTER.unstructure(article, unstructure_as=Article)}
    change = add_words if full else drop_words
    change(data)
    return data


def from_dict(data: dict[str, Any]) -> Article:
    """The article that :func:`to_dict` made ``data`` from, by this version of the library or an older one.

    Raises :class:`~articlekit.SchemaError`, which names the path to each fault, where ``data`` is no such article.

    >>> data = {"schema": "articlekit/2", "text": "It rained.", "blocks": [{"kind": "paragraph", "span": [0, 10]}]}
    >>> from_dict(data).blocks
    (Block(kind='paragraph', span=Span(start=0, end=10, field='text'), level=None, time=None),)
    """
    from articlekit.serializers.wire import structure_article

    if not isinstance(data, dict):
        raise SchemaError(f"an article is a JSON object, not {reprlib.repr(data)}")
    fields = copied(upgraded(data))
    strange = take_added(fields)
    fill_words(fields)
    shaped, faults = structure_article(fields)
    if shaped is None:
        raise not_an_article(faults)
    article, dangling = resolve(shaped)
    if faults := [*dangling, *find_faults(article)] or strange:
        raise not_an_article(faults)
    return article


def dumps(article: Article, *, full: bool = False, indent: int | None = None) -> str:
    """The article as JSON text, on one line unless ``indent`` gives the spaces for a level.

    ``full`` repeats the words beside every span, for readers without this library.

    >>> from articlekit import Block, Span
    >>> dumps(Article(text="It rained.", blocks=(Block(kind="paragraph", span=Span(0, 10)),)))
    '{"schema":"articlekit/2","text":"It rained.","blocks":[{"kind":"paragraph","span":[0,10]}]}'
    """
    return codec.encode(to_dict(article, full=full), indent=indent)


def loads(text: str | bytes) -> Article:
    r"""The article that :func:`dumps` made ``text`` from; bytes are read as UTF-8, or as UTF-16 or UTF-32 where they are.

    Raises :class:`~articlekit.SchemaError` where ``text`` is not JSON (with line and column) or no such article.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nIt rained, Ilse Brandt said.")
    >>> loads(dumps(article)) == article
    True
    """
    if not isinstance(text, str | bytes):
        raise TypeError(f"loads takes str or bytes, not {type(text).__name__}")
    data: Any = codec.decode(text)
    return from_dict(data)
