"""The charset of a page: what labels mean, what the page declares, what its bytes look like."""

from __future__ import annotations

import codecs
import re

BROWSER_CODECS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
"""Codecs that browsers use for a declared charset, because pages often contain a larger one than they declare."""
BROWSER_LABELS = {
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "windows-949": "cp949",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-user-defined": "cp1252",
}
"""Labels that browsers know and Python does not, and their codecs."""
NON_TEXT_CODECS = ("idna", "punycode", "unicode_escape", "raw-unicode-escape", "utf-7", "undefined")
"""Python codecs that are not a character encoding of documents."""
DETECTABLE = (
    *(f"windows-{number}" for number in (874, *range(1250, 1259))),
    *("iso-8859-2", "iso-8859-5", "iso-8859-7", "koi8-r", "koi8-u", "big5", "cp949", "euc-jp", "euc-kr"),
    *("gb18030", "shift_jis", "cp932", "iso-2022-jp"),
)
"""The charsets of pages among those that the detector knows. UTF-8 is tested before the detector runs."""
PRESCAN_BYTES = 1024
"""Bytes at the start of a page in which browsers look for its charset."""
DETECTION_BYTES = 65536
"""Bytes that the detector reads."""

_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.:+-]{1,40})[\"']")
_META = re.compile(rb"<meta[\s/]([^>]{0,800})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"([\w-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_CHARSET_IN_CONTENT = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_MARKUP = re.compile(
    rb"\s*(?:<\?[^>]{0,300}>\s*)?<(?:!doctype\s+(?:html|nitf)|html|head|meta|nitf|newsItem|newsMessage|rss|feed|rdf:RDF)\b",
    re.IGNORECASE,
)


def canonical_codec(label: str) -> str | None:
    """Return the codec with which a browser reads a page that declares ``label``. None if it is not a charset."""
    label = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(BROWSER_LABELS.get(label, label)).name
        b"x".decode(name, "ignore")  # raises for codecs that do not decode to text
    except (LookupError, ValueError):
        return None
    return None if name in NON_TEXT_CODECS else BROWSER_CODECS.get(name, name)


def is_markup(raw: bytes) -> bool:
    """True if the bytes begin like HTML, or like an XML document that articlekit reads."""
    return bool(_MARKUP.match(_COMMENT.sub(b"", raw[:PRESCAN_BYTES])))


def declared_charset(raw: bytes) -> str | None:
    """Return the charset that a page declares at its start, as a browser reads it. None if it declares none."""
    head = _COMMENT.sub(b"", raw[:PRESCAN_BYTES])
    for meta in _META.finditer(head):
        if (label := _label_in_meta(meta[1])) and (name := canonical_codec(label)):
            # A page whose tags are readable as ASCII is not in UTF-16, whatever it declares.
            return "utf-8" if name.startswith(("utf-16", "utf-32")) else label
    xml = _XML_DECLARATION.match(head)
    return xml[1].decode("ascii", "replace") if xml else None


def _label_in_meta(attributes: bytes) -> str | None:
    """Return the charset label in the attributes of a ``<meta>``."""
    found = {m[1].lower(): m[2] or m[3] or m[4] or b"" for m in _ATTRIBUTE.finditer(attributes)}
    label = found.get(b"charset")
    if label is None and found.get(b"http-equiv", b"").lower() == b"content-type":
        content = _CHARSET_IN_CONTENT.search(found.get(b"content", b""))
        label = content[1] if content else None
    return label.decode("ascii", "replace") if label else None


def detect_charset(raw: bytes) -> str | None:
    """Return the charset that the bytes of a page look like. None if the detector cannot tell."""
    import chardet

    label = chardet.detect(raw[:DETECTION_BYTES], include_encodings=DETECTABLE, max_bytes=DETECTION_BYTES)["encoding"]
    return canonical_codec(label) if label else None
