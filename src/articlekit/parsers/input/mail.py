"""Saved e-mails: headers become metadata, the message becomes plain text.

Header values stay strings: the standard library's parsers of addresses and dates (RFC 5322) can fail on broken mail.
A message without plain text keeps its markup.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from email import message_from_string, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from articlekit.parsers.draft import Draft

MAX_ENCODED_CHARS = 10_000
"""Characters of a header value whose encoded words are decoded."""
MAX_HEADER_LINES = 2_000
"""Lines of headers that are read."""
MIN_USUAL_HEADERS = 2
"""Usual headers that make the start of a text an e-mail."""
_USUAL_HEADERS = frozenset(
    (
        "from",
        "to",
        "subject",
        "date",
        "sent",
        "cc",
        "bcc",
        "reply-to",
        "message-id",
        "sender",
        "mime-version",
        "content-type",
    )
)
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*(?P<value>.*)")
_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), 127))


def split_mail_headers(text: str) -> tuple[list[tuple[str, str]], str, str] | None:
    """Return the header fields at the start of ``text``, the lines with them, and the rest.

    None if the text does not begin like an e-mail: at least two usual fields, then a blank line or the end.
    """
    fields: list[tuple[str, str]] = []
    start = position = len(text) - len(text.lstrip("\n"))
    for _ in range(MAX_HEADER_LINES):
        if position >= len(text):
            break
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if not line.strip():
            break
        if not _add_line(line, fields):
            return None
        position = end + 1
    else:
        return None
    if len({name for name, _ in fields} & _USUAL_HEADERS) < MIN_USUAL_HEADERS:
        return None
    return fields, text[start:position], text[position:]


def _add_line(line: str, fields: list[tuple[str, str]]) -> bool:
    """Add a header line to ``fields``. False if the line is not a header."""
    if line[0] in " \t":
        if not fields:
            return False
        fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}".strip())
        return True
    field = _HEADER.match(line)
    if field:
        fields.append((field["name"].lower(), field["value"].strip()))
    elif not fields and line.startswith("From "):
        fields.append(("mbox-from", line[5:].strip()))
    return field is not None or fields[-1:] == [("mbox-from", line[5:].strip())]


def unpack_mail(text: str, draft: Draft) -> str:
    """Return the message in ``text`` and add its headers to the metadata. Return ``text`` itself if it is not an e-mail."""
    parts = split_mail_headers(text)
    if parts is None:
        return text
    fields, head, body = parts
    for name, value in fields:
        _add_metadata(draft, name, _decode_words(value))
    if "email:date" not in draft.facts.meta and "email:sent" in draft.facts.meta:
        draft.facts.meta["email:date"] = draft.facts.meta["email:sent"]
    if not any(name in ("content-type", "content-transfer-encoding") for name, _ in fields):
        return body
    return _decode_body(head, body, draft)


def _add_metadata(draft: Draft, name: str, value: str) -> None:
    draft.facts.meta[f"email:{name}"] = (*draft.facts.meta.get(f"email:{name}", ()), value)


def _decode_words(value: str) -> str:
    """Return ``value`` with its encoded words (``=?utf-8?q?…?=``) decoded, or as written if they are broken."""
    if "=?" not in value or len(value) > MAX_ENCODED_CHARS:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _decode_body(head: str, body: str, draft: Draft) -> str:
    head = head.partition("\n")[2] if head.startswith("From ") else head
    try:
        message = message_from_string(f"{head.rstrip()}\n\n{body.removeprefix(chr(10))}", policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError:
        draft.report("too-deep", "the e-mail holds too many messages within each other; it was read as plain text")
        return body
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    for part in parts:
        if part not in plain and (name := part.get_filename()):
            _add_metadata(draft, "attachment", str(name))
    if not plain:
        plain = [part for part in parts if part.get_content_maintype() == "text"] or parts
        draft.report("bad-structured-data", "the e-mail has no plain text; its other content was read as it is")
    return "\n\n".join(_without_controls(_decode_part(part, draft)) for part in plain)


def _without_controls(text: str) -> str:
    return text.replace("\r\n", "\n").translate(_CONTROLS)


def _decode_part(part: Message, draft: Draft) -> str:
    """Return the text of one part, decoded from its transfer encoding and charset."""
    payload = part.get_payload()
    text = payload if isinstance(payload, str) else ""
    encoding = str(part.get("content-transfer-encoding", "")).strip().lower()
    if encoding == "quoted-printable":
        return _decode_bytes(quopri.decodestring(text.encode()), _charset(part, text), draft)
    if encoding == "base64":
        try:
            return _decode_bytes(base64.b64decode(text), _charset(part, text), draft)
        except (binascii.Error, ValueError):
            draft.report("bad-structured-data", "a part of the e-mail is no valid base64; it was left as it is")
    return text


def _charset(part: Message, text: str) -> str:
    # Text that is no longer ASCII has been decoded already, as UTF-8.
    return str(part.get_param("charset") or "utf-8") if text.isascii() else "utf-8"


def _decode_bytes(raw: bytes, charset: str, draft: Draft) -> str:
    try:
        return raw.decode(charset)
    except (LookupError, ValueError):
        draft.report("undecodable-bytes", f"a part of the e-mail is not written in {charset!r:.40}")
        return raw.decode("utf-8", "replace")
