"""Bytes that are no text: told by how they begin, with what to do about them."""

from __future__ import annotations

import re

MAX_SIGNATURE_BYTES = 40
"""Bytes at the beginning that tell."""

_UNPACK = "decompress it first, as {} does, or let the client that fetched it do so"
_ARCHIVE = "unpack it and give a file that is inside; a document of a word processor is to be saved as text or HTML"
_PICTURE = "it holds no text; give the page that it stands on"

_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\x1f\x8b\x08", "gzip data", _UNPACK.format("gzip.decompress")),
    (rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)", "bzip2 data", _UNPACK.format("bz2.decompress")),
    (rb"\xfd7zXZ\x00", "xz data", _UNPACK.format("lzma.decompress")),
    (rb"\x28\xb5\x2f\xfd", "Zstandard data", _UNPACK.format("the package zstandard")),
    (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive", _ARCHIVE),
    (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", _ARCHIVE),
    (rb"Rar!\x1a\x07", "a RAR archive", _ARCHIVE),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "save it as text or HTML"),
    (rb"%PDF-\d\.\d\s*[\r\n]", "a PDF", "extract its text with a tool for PDFs and give that to parse_text"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG picture", _PICTURE),
    (rb"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (rb"GIF8[79]a.{0,20}[\x00-\x08]", "a GIF picture", _PICTURE),
    (rb"RIFF.{4}WEBP", "a WebP picture", _PICTURE),
    (rb"\x00\x00\x00.ftyp", "a recording or a picture", _PICTURE),
)
"""How each kind of bytes begins, what it is called, and what to do."""
_BEGINNINGS = re.compile(b"|".join(b"(%b)" % beginning for beginning, _, _ in _KINDS), re.DOTALL)


def describe_binary(raw: bytes) -> str | None:
    r"""What ``raw`` is and what to do about it. None: it may be text.

    >>> describe_binary(b"\x1f\x8b\x08\x00")
    'gzip data: decompress it first, as gzip.decompress does, or let the client that fetched it do so'
    """
    found = _BEGINNINGS.match(raw[:MAX_SIGNATURE_BYTES])
    if found is None or found.lastindex is None:
        return None
    _, name, advice = _KINDS[found.lastindex - 1]
    return f"{name}: {advice}"
