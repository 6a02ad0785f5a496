"""The gate that all input passes: checked, decoded and cleaned before any reader sees it."""

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
"""How the names of charsets begin in which a byte is a character."""
MAX_URL_CHARS = 2048
MAX_SPACED_PATH_CHARS = 255
UTF16_SAMPLE_BYTES = 4096
"""How many bytes are looked at for the NULs of UTF-16."""

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
    """Input that a reader can work on."""

    text: str
    """Unicode text without byte order mark, control characters and lone surrogates; lines end with ``\\n``."""
    utf8: bytes
    """The same in UTF-8, as the parser of pages takes it."""
    tags: int
    """How many less-than signs it holds: a page has no more tags than that."""
    problems: tuple[Problem, ...]
    """What had to be guessed, replaced or dropped. Empty: the text is what was given."""


def decode_input(raw: str | bytes, *, charset: str | None, max_bytes: int, page: bool = False) -> Decoded:
    r"""Check, decode and clean what a caller handed in.

    Raises TypeError where ``raw`` is neither text nor bytes, and InputError where it cannot be a report: it holds
    nothing, it is an address, it is no text at all, or it is larger than ``max_bytes``. With ``page`` the bytes are HTML however they begin.

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
    """What to say of input that is neither text nor bytes."""
    message = f"raw must be str or bytes, not {type(raw).__name__}"
    if hasattr(raw, "__fspath__"):
        return message + "; to read a file, use parse_file"
    return message + "; pass what its read() returns" if hasattr(raw, "read") else message


def _size(text: str, limit: int) -> int:
    """The size of ``text`` in UTF-8, measured only near ``limit``: else a bound on the right side of it."""
    length = len(text)
    if text.isascii() or length > limit or length * 4 <= limit:
        return length
    return len(text.encode("utf-8", "surrogatepass"))


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise InputError(f"the input has at least {size} bytes, more than Options.max_bytes, {limit}")


def _check_kind(raw: bytes) -> None:
    if (told := describe_binary(raw)) is not None:
        raise InputError(f"the input is {told}")


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
    """Whether a line with spaces is a Windows path to a file with a known ending."""
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
    """``raw`` in the charset that is stated. None where that is impossible or plainly not so."""
    name = charsets.canonical_codec(charset)
    if name is None:
        _report(problems, "guessed-charset", f"{charset[:40]!r} is no charset that is known here")
        return None
    # Transports state Latin-1 where they know nothing, and no text of one byte a character is UTF-8 by chance.
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
    """Whether more of what is not ASCII decodes than does not."""
    text = raw.decode(charset, "replace")
    return sum(1 for _ in _VALID.finditer(text)) > text.count("\ufffd")


def _strict(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except ValueError:
        return None


def _wide_charset(raw: bytes) -> str | None:
    """UTF-16 without its mark, told by the NUL in every other byte of Latin text."""
    sample = raw[:UTF16_SAMPLE_BYTES]
    half, even, odd = len(sample) // 2, sample[::2].count(0), sample[1::2].count(0)
    if half and odd * 2 > half and not even:
        return "utf-16-le"
    return "utf-16-be" if half and even * 2 > half and not odd else None


def _guess(raw: bytes, page: bool, problems: list[Problem]) -> str:
    """``raw`` as UTF-8 where that is what most of it is, else as its bytes look, else as windows-1252."""
    text = _strict(raw, "utf-8")
    if text is not None:
        return text
    if _is_mostly(raw, "utf-8"):
        return _replacing(raw, "utf-8", problems)
    name = (charsets.detect_charset(raw) if page else None) or "cp1252"
    shown = name.replace("cp125", "windows-125")
    _report(problems, "guessed-charset", f"the bytes are not UTF-8 and were read as {shown}")
    return _replacing(raw, name, problems)


def _replacing(raw: bytes, charset: str, problems: list[Problem]) -> str:
    """``raw`` in ``charset``, with U+FFFD for what cannot be read."""
    try:
        return raw.decode(charset)
    except UnicodeDecodeError as error:
        text = raw.decode(charset, "replace")
        count, where = text.count("\ufffd"), f"the first at byte {error.start}"
        _report(problems, "undecodable-bytes", f"{count} places do not decode as {charset} and became U+FFFD, {where}")
        return text


def _clean(text: str, problems: list[Problem]) -> Decoded:
    """``text`` without what no reader can work on; ``problems`` grow by what that is."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        text, lone = _SURROGATE.subn("\ufffd", text)
        _report(problems, "undecodable-bytes", f"{lone} lone surrogates became U+FFFD")
        raw = text.encode()
    # One look at the bytes tells both, since no search of a long text is as fast.
    marks = raw.translate(None, _PLAIN)
    tags = marks.count(b"<")
    if dropped := len(marks) - tags:
        _report(problems, "control-characters", f"{dropped} control characters were dropped")
        raw = raw.translate(None, _CONTROLS)
        text = raw.decode()
    return Decoded(text, raw, tags, tuple(problems))


def _report(problems: list[Problem], code: ProblemCode, message: str) -> None:
    problems.append(Problem(code=code, message=message))
