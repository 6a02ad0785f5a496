r"""An article as JSON, and back without loss: ``loads(dumps(article)) == article``.

- The first key is ``"schema": "articlekit/1"``; another version is refused. ``article.schema.json`` beside this module
  is the same contract as a JSON Schema.
- Fields stand in the order of the models, those that are always written before those that are not. A field at its default
  (``None``, nothing, ``False``) is left out; ``null`` is read as ``None``. Equal articles give the same bytes.
- A span is ``[start, end]`` in the text and ``[start, end, "title"]`` in the title, counted in code points.
- Dates and times are ISO 8601 strings, a time with the offset that it has.
- A reference to a source, link or quote is its ``id``. On loading, two references to one id are one object.
- Text is written as it is, not as ``\u`` escapes; without ``indent``, no white space is written between tokens.
- What is loaded is checked against everything that the models promise. All faults that can be told at once stand in one
  :class:`~articlekit.SchemaError`, each with its path: first those of fields and types, and where there are none, those of
  references, spans and order.
- cattrs does the work. It is imported with the first article, because ``import articlekit`` is to stay fast.
"""

from __future__ import annotations

import json
import reprlib
from collections.abc import Iterable
from typing import Any

from articlekit.errors import SchemaError
from articlekit.models import Article
from articlekit.serializers.checks import find_faults
from articlekit.serializers.references import resolve

SCHEMA = "articlekit/1"


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain dicts, lists, strings and numbers, as :func:`dumps` writes it."""
    from articlekit.serializers.wire import CONVERTER

    if not isinstance(article, Article):
        raise TypeError(f"to_dict takes an Article, not {type(article).__name__}")
    return {"schema": SCHEMA, **CONVERTER.unstructure(article, unstructure_as=Article)}


def from_dict(data: dict[str, Any]) -> Article:
    """The article that :func:`to_dict` made ``data`` from.

    Raises :class:`~articlekit.SchemaError`, which names the path to each fault, where ``data`` is no such article.
    """
    from articlekit.serializers.wire import structure_article

    _check_version(data)
    shaped, faults = structure_article({key: value for key, value in data.items() if key != "schema"})
    if shaped is None:
        raise _schema_error(faults)
    article, dangling = resolve(shaped)
    if faults := [*dangling, *find_faults(article)]:
        raise _schema_error(faults)
    return article


def dumps(article: Article, *, indent: int | None = None) -> str:
    """The article as JSON text, on one line unless ``indent`` gives the spaces for a level."""
    separators = (",", ":") if indent is None else None
    return json.dumps(to_dict(article), ensure_ascii=False, indent=indent, separators=separators, check_circular=False)


def loads(text: str | bytes) -> Article:
    """The article that :func:`dumps` made ``text`` from; bytes are read as UTF-8, or as UTF-16 or UTF-32 where they are.

    Raises :class:`~articlekit.SchemaError` where ``text`` is not JSON (with line and column) or no such article.
    """
    if not isinstance(text, str | bytes):
        raise TypeError(f"loads takes str or bytes, not {type(text).__name__}")
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise SchemaError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise SchemaError("not an article: the JSON is nested too deep") from None
    except ValueError as error:  # bytes in no encoding of JSON, or a number of thousands of digits
        raise SchemaError(f"not JSON: {error}") from None
    return from_dict(data)


def _check_version(data: object) -> None:
    if not isinstance(data, dict):
        raise SchemaError(f"an article is a JSON object, not {reprlib.repr(data)}")
    if "schema" not in data:
        raise _schema_error([f"schema: missing; this version of articlekit reads {SCHEMA!r}"])
    if data["schema"] != SCHEMA:
        found = reprlib.repr(data["schema"])
        raise _schema_error([f"schema: {found} is not read; this version of articlekit reads {SCHEMA!r}"])


def _schema_error(faults: Iterable[str]) -> SchemaError:
    return SchemaError("\n".join(("not an article as the schema has it:", *faults)))
