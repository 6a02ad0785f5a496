"""The gate that all input passes: checked, decoded and cleaned before any reader sees it."""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from articlekit.errors import InputError
from articlekit.models import Problem, ProblemCode

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "euc_kr": "cp949"}
"""What browsers read when a page declares a charset that its writers commonly mistake for a larger one."""
NO_CHARSETS = ("idna", "punycode", "unicode_escape", "raw-unicode-escape", "utf-7", "undefined")
"""Python codecs that are no character encoding of a document."""
LONGEST_ADDRESS = 2048
LONGEST_SPACED_PATH = 255
SAMPLE = 4096
"""How many bytes are looked at for the NULs of UTF-16."""

_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1C), 0x7F))
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
    problems: tuple[Problem, ...]
    """What had to be guessed, replaced or dropped. Empty: the text is what was given."""


def to_text(raw: str | bytes, *, charset: str | None, max_bytes: int) -> Decoded:
    r"""Check, decode and clean what a caller handed in.

    Raises TypeError where ``raw`` is neither text nor bytes, and InputError where it cannot be a report: it holds
    nothing, it is an address, or it is larger than ``max_bytes``.

    >>> to_text(b"Caf\xe9\r\n", charset="latin-1", max_bytes=100).text
    'Café\n'
    """
    problems: list[Problem] = []
    if isinstance(raw, str):
        _check_size(_size(raw, max_bytes), max_bytes)
        text = raw
    elif isinstance(raw, bytes):
        _check_size(len(raw), max_bytes)
        text = _decode(raw, charset, problems)
    else:
        raise TypeError(_wrong_type(raw))
    text = _clean(text, problems)
    _check_words(text)
    return Decoded(text, tuple(problems))


def _wrong_type(raw: object) -> str:
    """What to say of input that is neither text nor bytes."""
    message = f"raw: a report as str or bytes is wanted, not {type(raw).__name__}"
    if hasattr(raw, "__fspath__"):
        return message + "; parse_file reads a file"
    return message + "; give what its read() returns" if hasattr(raw, "read") else message


def _size(text: str, limit: int) -> int:
    """The size of ``text`` in UTF-8, measured only near ``limit``: else a bound on the right side of it."""
    length = len(text)
    if text.isascii() or length > limit or length * 4 <= limit:
        return length
    return len(text.encode("utf-8", "surrogatepass"))


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise InputError(f"the input has at least {size} bytes, more than Options.max_bytes, {limit}")


def _check_words(text: str) -> None:
    line = text.strip()
    if not line:
        raise InputError("the input is empty: it holds no character but white space")
    if len(line) > LONGEST_ADDRESS:
        return
    if _URL.fullmatch(line):
        raise InputError(
            f"the input is the address {line!r}, not a report; articlekit never fetches: give the page itself"
        )
    if _is_path(line):
        raise InputError(f"the input is the path {line!r}, not a report; parse_file reads a file")


def _is_path(line: str) -> bool:
    if any(character.isspace() for character in line):
        return len(line) <= LONGEST_SPACED_PATH and bool(_SPACED_PATH_TAIL.fullmatch(line) or _is_drive_path(line))
    return bool(_PATH_HEAD.match(line) or _PATH_TAIL.fullmatch(line))


def _is_drive_path(line: str) -> bool:
    """Whether a line with spaces is a Windows path to a file with a known ending."""
    return line[1:3] in (":\\", ":/") and bool(_PATH_TAIL.fullmatch(line))


def _decode(raw: bytes, charset: str | None, problems: list[Problem]) -> str:
    for mark, name in BOMS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], name, problems)
    text = _as_declared(raw, charset, problems) if charset else None
    if text is None and (wide := _wide_charset(raw)):
        text = _strict(raw, wide)
    return _guess(raw, problems) if text is None else text


def _as_declared(raw: bytes, charset: str, problems: list[Problem]) -> str | None:
    """``raw`` in the charset that the caller states. None where that is impossible or plainly not so."""
    name = _canonical(charset)
    if name is None:
        _report(problems, "guessed-charset", f"{charset[:40]!r} is no charset that is known here")
        return None
    # Transports state Latin-1 where they know nothing, and no Latin-1 text of any length is valid UTF-8 by chance.
    if name == "cp1252" and not raw.isascii() and (text := _strict(raw, "utf-8")) is not None:
        _report(problems, "guessed-charset", f"{charset!r} was stated, but the bytes are UTF-8 and were read so")
        return text
    text = _strict(raw, name)
    if text is None:
        _report(problems, "guessed-charset", f"{charset!r} was stated, but the bytes are not in it")
    return text


def _canonical(charset: str) -> str | None:
    """The codec that a browser would read ``charset`` with."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
        b"x".decode(name, "ignore")  # refuses the codecs that do not make text
    except (LookupError, ValueError):
        return None
    return None if name in NO_CHARSETS else READ_AS.get(name, name)


def _strict(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except ValueError:
        return None


def _wide_charset(raw: bytes) -> str | None:
    """UTF-16 without its mark, told by the NUL in every other byte of Latin text."""
    sample = raw[:SAMPLE]
    half, even, odd = len(sample) // 2, sample[::2].count(0), sample[1::2].count(0)
    if half and odd * 2 > half and not even:
        return "utf-16-le"
    return "utf-16-be" if half and even * 2 > half and not odd else None


def _guess(raw: bytes, problems: list[Problem]) -> str:
    """``raw`` as UTF-8 where that is what most of it is, else as windows-1252."""
    text = raw.decode("utf-8", "replace")
    wrong = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    if not wrong:
        return text
    if sum(1 for _ in _VALID.finditer(text)) > wrong:
        return _replacing(raw, "utf-8", problems)
    _report(problems, "guessed-charset", "the bytes are not UTF-8 and were read as windows-1252")
    return _replacing(raw, "cp1252", problems)


def _replacing(raw: bytes, charset: str, problems: list[Problem]) -> str:
    """``raw`` in ``charset``, with U+FFFD for what cannot be read."""
    try:
        return raw.decode(charset)
    except UnicodeDecodeError as error:
        text = raw.decode(charset, "replace")
        count, where = text.count("\ufffd"), f"the first at byte {error.start}"
        _report(problems, "undecodable-bytes", f"{count} places do not decode as {charset} and became U+FFFD, {where}")
        return text


def _clean(text: str, problems: list[Problem]) -> str:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        text, lone = _SURROGATE.subn("\ufffd", text)
        _report(problems, "undecodable-bytes", f"{lone} lone surrogates became U+FFFD")
        raw = text.encode()
    # On bytes, since no search of a long text is as fast.
    clean = raw.translate(None, _CONTROLS)
    if dropped := len(raw) - len(clean):
        _report(problems, "control-characters", f"{dropped} control characters were dropped")
        text = clean.decode()
    return text


def _report(problems: list[Problem], code: ProblemCode, message: str) -> None:
    problems.append(Problem(code=code, message=message))
