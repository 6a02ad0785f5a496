"""JSON text to plain data and back, with orjson if it is installed and gives the same bytes as the standard library."""

from __future__ import annotations

import json
from typing import Any, Final

from articlekit.errors import SchemaError

try:
    import orjson
except ImportError:  # the extra fast-json is not installed
    HAS_ORJSON = False
else:
    HAS_ORJSON = True

MIN_SHARED_FLOAT: Final = 1e-4
"""Python writes positive numbers below this value with an exponent, and orjson writes the exponent differently."""


def encode(data: dict[str, Any], *, indent: int | None = None) -> str:
    """Return the data of an article as JSON text: on one line, or with ``indent`` spaces for each level."""
    has_exponent = any(0 < claim.get("confidence", 1) < MIN_SHARED_FLOAT for claim in data.get("claims", ()))
    if HAS_ORJSON and indent is None and not has_exponent:
        try:
            return orjson.dumps(data).decode()
        except TypeError:  # an unpaired surrogate, which UTF-8 cannot hold; json writes it
            pass
    separators = (",", ":") if indent is None else None
    return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators, check_circular=False)


def decode(text: str | bytes) -> object:
    """Return the data in JSON text; bytes may be UTF-8, UTF-16 or UTF-32. Raises :class:`~articlekit.SchemaError` if it is not JSON."""
    if HAS_ORJSON:
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError:  # json accepts more, and has better error messages
            pass
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SchemaError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise SchemaError("not a valid article: the JSON is nested too deeply") from None
    except ValueError as error:  # bytes in another encoding, or a number of thousands of digits
        raise SchemaError(f"not JSON: {error}") from None
