"""Plain data ↔ JSON text: by orjson where it is installed and writes the same bytes as Python's own ``json``, else by that."""

from __future__ import annotations

import json
from typing import Any, Final

from articlekit.errors import SchemaError

try:
    import orjson
except ImportError:  # the extra fast-json is not installed
    INSTALLED = False
else:
    INSTALLED = True

SMALLEST: Final = 1e-4
"""Numbers nearer to nothing than this, but for 0, are written in powers of ten, and that the two do in different ways."""


def encode(data: dict[str, Any], *, indent: int | None = None) -> str:
    """The text of an article's data, on one line unless ``indent`` gives the spaces for a level."""
    tiny = any(0 < claim.get("confidence", 1) < SMALLEST for claim in data.get("claims", ()))
    if INSTALLED and indent is None and not tiny:
        try:
            return orjson.dumps(data).decode()
        except TypeError:  # half a surrogate pair, which is no text in UTF-8: json writes it as it is
            pass
    separators = (",", ":") if indent is None else None
    return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators, check_circular=False)


def decode(text: str | bytes) -> object:
    """What a JSON text holds; bytes in UTF-8, UTF-16 or UTF-32. Raises :class:`~articlekit.SchemaError` where it is none."""
    if INSTALLED:
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError:  # json reads more, and says better what it cannot read
            pass
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SchemaError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise SchemaError("not an article: the JSON is nested too deep") from None
    except ValueError as error:  # bytes in no encoding of JSON, or a number of thousands of digits
        raise SchemaError(f"not JSON: {error}") from None
