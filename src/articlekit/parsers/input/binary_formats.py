"""Binary formats, recognized by their first bytes, and advice on what to pass instead."""

from __future__ import annotations

import re

MAX_SIGNATURE_BYTES = 40
"""Bytes at the start of the input that are compared with the signatures."""

_UNPACK = "decompress it first, as {} does, or let the client that fetched it do so"
_ARCHIVE = "unpack it and pass a file from it; save a word-processor document as text or HTML first"
_IMAGE = "it has no text; pass the page that shows it"

_FORMATS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\x1f\x8b\x08", "gzip data", _UNPACK.format("gzip.decompress")),
    (rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)", "bzip2 data", _UNPACK.format("bz2.decompress")),
    (rb"\xfd7zXZ\x00", "xz data", _UNPACK.format("lzma.decompress")),
    (rb"\x28\xb5\x2f\xfd", "Zstandard data", _UNPACK.format("the package zstandard")),
    (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive", _ARCHIVE),
    (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", _ARCHIVE),
    (rb"Rar!\x1a\x07", "a RAR archive", _ARCHIVE),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "save it as text or HTML"),
    (rb"%PDF-\d\.\d\s*[\r\n]", "a PDF", "extract its text with a PDF tool and pass that to parse_text"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG image", _IMAGE),
    (rb"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (rb"GIF8[79]a.{0,20}[\x00-\x08]", "a GIF image", _IMAGE),
    (rb"RIFF.{4}WEBP", "a WebP image", _IMAGE),
    (rb"\x00\x00\x00.ftyp", "a recording or an image", _IMAGE),
)
"""The signature of each format, its name, and the advice."""
_ANY_SIGNATURE = re.compile(b"|".join(b"(%b)" % signature for signature, _, _ in _FORMATS), re.DOTALL)


def describe_binary(raw: bytes) -> str | None:
    r"""Return the binary format of ``raw`` and what to do about it. None if it may be text.

    >>> describe_binary(b"\x1f\x8b\x08\x00")
    'gzip data: decompress it first, as gzip.decompress does, or let the client that fetched it do so'
    """
    found = _ANY_SIGNATURE.match(raw[:MAX_SIGNATURE_BYTES])
    if found is None or found.lastindex is None:
        return None
    _, name, advice = _FORMATS[found.lastindex - 1]
    return f"{name}: {advice}"
