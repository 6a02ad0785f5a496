"""The first step for all input: check, decode and clean it before a reader sees it."""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from articlekit.errors import InputError
from articlekit.models import Problem, ProblemCode
from articlekit.parsers.input import charsets
from articlekit.parsers.input.binary_formats import describe_binary

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SINGLE_BYTE_CODECS = ("cp125", "iso8859", "koi8")
"""Prefixes of the names of codecs in which each byte is a character."""
MAX_URL_CHARS = 2048
"""Characters of an input that can be a URL or a path instead of a report."""
MAX_SPACED_PATH_CHARS = 255
"""Characters of an input with spaces that can be a path."""
UTF16_SAMPLE_BYTES = 4096
"""Bytes in which the NULs of UTF-16 are counted."""

_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1C), 0x7F))
_PLAIN = bytes(byte for byte in range(256) if byte not in (*_CONTROLS, ord("<")))
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_VALID = re.compile(r"[^\x00-\x7f\ufffd]+")
_URL = re.compile(r"<?(?:[a-z][a-z0-9+.-]{1,20}://|file:|mailto:|www\.[^\s./]+\.)[^\s]+", re.IGNORECASE)
_PATH_HEAD = re.compile(
    r"(?:~|\.\.?)?[/\\]{1,2}[^\s/\\]+(?:[/\\]|\.\w{1,5}$)|(?:~|\.\.?)[/\\]\S|[a-z]:[/\\]\S", re.IGNORECASE
)
_PATH_TAIL = re.compile(r"[^<>|*?\"\n]+\.(?:md|markdown|txt|html?|xhtml|eml|pdf|docx?|rtf|json|xml)", re.IGNORECASE)
_SPACED_PATH_TAIL = re.compile(r"[^<>|*?\":!,;\n]*[/\\][^<>|*?\":!,;\n]*\.(?:md|markdown|txt|html?)", re.IGNORECASE)


@frozen
class Decoded:
    """Input that is ready for a reader."""

    text: str
    """Unicode text without byte order mark, control characters and lone surrogates; lines end with ``\\n``."""
    utf8: bytes
    """The same text in UTF-8, for the HTML parser."""
    tags: int
    """Number of less-than signs: an upper limit of the number of tags."""
    problems: tuple[Problem, ...]
    """What was guessed, replaced or dropped. Empty if the text is as given."""


def decode_input(raw: str | bytes, *, charset: str | None, max_bytes: int, page: bool = False) -> Decoded:
    r"""Check, decode and clean the input of a caller.

    ``page`` says that the bytes are HTML, however they begin. Raises TypeError if ``raw`` is neither text nor bytes, and InputError
    if it cannot be a report: it is empty, a URL, a path, a binary format, or larger than ``max_bytes``.

    >>> decode_input(b"Caf\xe9\r\n", charset="latin-1", max_bytes=100).text
    'Café\n'
    """
    problems: list[Problem] = []
    if isinstance(raw, str):
        _check_size(_size(raw, max_bytes), max_bytes)
        text = raw
    elif isinstance(raw, bytes):
        _check_kind(raw)
        _check_size(len(raw), max_bytes)
        text = _decode(raw, charset, page or charsets.is_markup(raw), problems)
    else:
        raise TypeError(_wrong_type(raw))
    clean = _clean(text, problems)
    _check_words(clean.text)
    return clean


def _wrong_type(raw: object) -> str:
    """Return the message for input that is neither text nor bytes."""
    message = f"raw must be str or bytes, not {type(raw).__name__}"
    if hasattr(raw, "__fspath__"):
        return message + "; to read a file, use parse_file"
    return message + "; pass what its read() returns" if hasattr(raw, "read") else message


def _size(text: str, limit: int) -> int:
    """Return the size of ``text`` in UTF-8 if it is near ``limit``; otherwise an estimate on the same side of the limit."""
    length = len(text)
    if text.isascii() or length > limit or length * 4 <= limit:
        return length
    return len(text.encode("utf-8", "surrogatepass"))


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise InputError(f"the input has at least {size} bytes, more than Options.max_bytes, {limit}")


def _check_kind(raw: bytes) -> None:
    if (description := describe_binary(raw)) is not None:
        raise InputError(f"the input is {description}")


def _check_words(text: str) -> None:
    if len(text[: 2 * MAX_URL_CHARS].strip()) > MAX_URL_CHARS:
        return
    line = text.strip()
    if not line:
        raise InputError("the input is empty: it has nothing but white space")
    if len(line) > MAX_URL_CHARS:
        return
    if _URL.fullmatch(line):
        raise InputError(
            f"the input is the URL {line!r}, not an article; articlekit does not fetch pages: pass the page's HTML"
        )
    if _is_path(line):
        raise InputError(f"the input is the path {line!r}, not an article; to read a file, use parse_file")


def _is_path(line: str) -> bool:
    if any(character.isspace() for character in line):
        return len(line) <= MAX_SPACED_PATH_CHARS and bool(_SPACED_PATH_TAIL.fullmatch(line) or _is_drive_path(line))
    return bool(_PATH_HEAD.match(line) or _PATH_TAIL.fullmatch(line))


def _is_drive_path(line: str) -> bool:
    """True if a line with spaces is a Windows path to a file with a known extension."""
    return line[1:3] in (":\\", ":/") and bool(_PATH_TAIL.fullmatch(line))


def _decode(raw: bytes, charset: str | None, page: bool, problems: list[Problem]) -> str:
    for mark, name in BOMS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], name, problems)
    text = _as_declared(raw, charset, problems) if charset else None
    if text is None and (wide := _wide_charset(raw)):
        text = _strict(raw, wide)
    if text is None and page and (label := charsets.declared_charset(raw)):
        text = _as_declared(raw, label, problems)
    return _guess(raw, page, problems) if text is None else text


def _as_declared(raw: bytes, charset: str, problems: list[Problem]) -> str | None:
    """Return ``raw`` decoded with the declared charset. None if that is impossible or clearly wrong."""
    name = charsets.canonical_codec(charset)
    if name is None:
        _report(problems, "guessed-charset", f"{charset[:40]!r} is no charset that is known here")
        return None
    # Servers declare Latin-1 when they know nothing, and text in a single-byte charset is never valid UTF-8 by chance.
    if name.startswith(SINGLE_BYTE_CODECS) and not raw.isascii() and (text := _strict(raw, "utf-8")) is not None:
        _report(problems, "guessed-charset", f"{charset!r} was stated, but the bytes are UTF-8 and were read so")
        return text
    text = _strict(raw, name)
    if text is None and _is_mostly(raw, name):
        return _replacing(raw, name, problems)
    if text is None:
        _report(problems, "guessed-charset", f"{charset!r} was stated, but the bytes are not in it")
    return text


def _is_mostly(raw: bytes, charset: str) -> bool:
    """True if most of the bytes that are not ASCII decode with ``charset``."""
    text = raw.decode(charset, "replace")
    return sum(1 for _ in _VALID.finditer(text)) > text.count("\ufffd")


def _strict(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except ValueError:
        return None


def _wide_charset(raw: bytes) -> str | None:
    """Return the UTF-16 codec of text without byte order mark, recognized by the NUL in every second byte of Latin text."""
    sample = raw[:UTF16_SAMPLE_BYTES]
    half, even, odd = len(sample) // 2, sample[::2].count(0), sample[1::2].count(0)
    if half and odd * 2 > half and not even:
        return "utf-16-le"
    return "utf-16-be" if half and even * 2 > half and not odd else None


def _guess(raw: bytes, page: bool, problems: list[Problem]) -> str:
    """Return ``raw`` decoded as UTF-8 if most of it is UTF-8, else with the detected charset, else as windows-1252."""
    text = _strict(raw, "utf-8")
    if text is not None:
        return text
    if _is_mostly(raw, "utf-8"):
        return _replacing(raw, "utf-8", problems)
    name = (charsets.detect_charset(raw) if page else None) or "cp1252"
    label = name.replace("cp125", "windows-125")
    _report(problems, "guessed-charset", f"the bytes are not UTF-8 and were read as {label}")
    return _replacing(raw, name, problems)


def _replacing(raw: bytes, charset: str, problems: list[Problem]) -> str:
    """Return ``raw`` decoded with ``charset``, with U+FFFD for bytes that do not decode."""
    try:
        return raw.decode(charset)
    except UnicodeDecodeError as error:
        text = raw.decode(charset, "replace")
        count, where = text.count("\ufffd"), f"the first at byte {error.start}"
        _report(problems, "undecodable-bytes", f"{count} places do not decode as {charset} and became U+FFFD, {where}")
        return text


def _clean(text: str, problems: list[Problem]) -> Decoded:
    """Return ``text`` without control characters and lone surrogates, and add to ``problems`` what was dropped."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        text, lone = _SURROGATE.subn("\ufffd", text)
        _report(problems, "undecodable-bytes", f"{lone} lone surrogates became U+FFFD")
        raw = text.encode()
    # One pass over the bytes counts both: no search of a long text is as fast.
    marks = raw.translate(None, _PLAIN)
    tags = marks.count(b"<")
    if dropped := len(marks) - tags:
        _report(problems, "control-characters", f"{dropped} control characters were dropped")
        raw = raw.translate(None, _CONTROLS)
        text = raw.decode()
    return Decoded(text, raw, tags, tuple(problems))


def _report(problems: list[Problem], code: ProblemCode, message: str) -> None:
    problems.append(Problem(code=code, message=message))
