"""Detection of the input format: Markdown, plain text, HTML, or an exchange format."""

from __future__ import annotations

import json
import re
from typing import Literal

from articlekit.errors import InputError
from articlekit.parsers.input.mail import split_mail_headers

MAX_LINES = 200
"""Lines of the input that are read."""
MAX_CHARS = 60_000
"""Characters of the input that are read."""

MIN_MARKDOWN_WEIGHT = 2
"""Sum of the weights of the marks that make the input Markdown."""

_TAG = r"(?:html|head|body|article|main|section|div|header|table|meta|link|script|style|p|h[1-6])"
_PAGE = re.compile(rf"<(?:!doctype\s+html|{_TAG})\b", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:html|head|body|article|main|section|div|header|footer|nav|p|h[1-6]|ul|ol|li|table|tr|td|figure|blockquote)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:!DOCTYPE\s+)?(?:[\w.-]{1,40}:)?(?P<root>[\w.-]{1,40})(?=[\s/>\[])")
_FORMAT_OF_ROOT: dict[str, Literal["nitf", "newsml", "feed"]] = {
    "nitf": "nitf",
    "newsItem": "newsml",
    "newsMessage": "newsml",
    "rss": "feed",
    "feed": "feed",
    "RDF": "feed",
}
"""The format by the name of the root element of an XML document, or of its document type."""
_ANY_ROOT = re.compile(r"<(?P<root>(?:[\w.-]{1,40}:)?(?:[\w.-]{1,40}))(?P<attributes>(?:\s[^<>]{0,2000})?)>")
_CAMEL_CASE = re.compile(r"[a-z][A-Z]")
_NINJS = re.compile(
    r"\"(?:bodies|headlines?|body_(?:text|x?html)|versionCreated|versioncreated|representation[Tt]ype)\"\s{0,9}:"
)
"""Members that only a ninjs item has."""
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[ \t#-][^\n]*\n|\n){0,20}[\w.-]{1,40}:(?:[ \t][^\n]*)?\n(?:(?!---|\.\.\.)[^\n]*\n){0,150}(?:---|\.\.\.)[ \t]*(?:\n|$)"
)

_MARKS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (2, re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)),  # heading
    (2, re.compile(r"!\[[^\]\n]{0,300}\]\([^\s()]")),  # image
    (
        2,
        re.compile(
            r"\[[^\[\]\n]{1,300}\]\(<?(?:[#/]|\.{1,2}/|[a-z][a-z0-9+.-]{1,20}:|[^\s()]{1,200}\.[a-z]{2,5}\b)",
            re.IGNORECASE,
        ),
    ),
    (2, re.compile(r"(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,300}(?<=\S)\*\*(?![*\w])")),  # strong
    (2, re.compile(r"^ {0,3}\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?:[ \t]*:?-{3,}:?)?[ \t]*$", re.MULTILINE)),  # table
    (2, re.compile(r"^ {0,3}(?:`{3,}|~{3,})[\w+-]{0,20}[ \t]*$", re.MULTILINE)),  # fenced code
    (1, re.compile(r"^[^\s>#=-][^\n]{1,120}\n={3,}[ \t]*$", re.MULTILINE)),  # underlined heading
    (1, re.compile(r"^ {0,3}>[ \t]?\S", re.MULTILINE)),  # quotation
    (1, re.compile(r"<https?://[^\s<>]{1,2000}>", re.IGNORECASE)),  # address
    (1, re.compile(r"(?<![*\w])\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*(?![*\w])")),  # italics
    (1, re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]:[ \t]+\S", re.MULTILINE)),  # reference
    (1, re.compile(r"(?<![`\w])`[^`\n]{1,200}`(?![`\w])")),  # code
)
"""The marks of Markdown with their weights: 2 if plain text hardly ever has them, 1 if one alone proves nothing.

Bullets and bare URLs are not marks: plain text has them as often.
"""


DetectedFormat = Literal["markdown", "text", "html", "ninjs", "nitf", "newsml", "feed"]
"""The formats that can be detected."""


def detect_format(text: str) -> DetectedFormat:
    """Return the format of ``text``, detected from its beginning.

    >>> detect_format("# Ferry resumes"), detect_format("Ferry resumes"), detect_format("<html><p>Ferry resumes")
    ('markdown', 'text', 'html')

    Raises InputError if it is XML or JSON of a format that articlekit does not read.
    """
    start = "\n".join(text[:MAX_CHARS].lstrip("\ufeff \t\n").split("\n", MAX_LINES)[:MAX_LINES])
    if split_mail_headers(start + "\n\n"):
        return "text"
    if _FRONT_MATTER.match(start):
        return "markdown"
    head = _skip_prologue(start)
    if _PAGE.match(head):
        return "html"
    if (root := _ROOT.match(head)) and (kind := _FORMAT_OF_ROOT.get(root["root"])):
        return kind
    if _is_ninjs(text[:MAX_CHARS].lstrip()):
        return "ninjs"
    weight = sum(weight for weight, mark in _MARKS if mark.search(start))
    if weight < MIN_MARKDOWN_WEIGHT and _is_tagged(start):
        return "html"
    _refuse_foreign(text.strip(), head)
    return "markdown" if weight >= MIN_MARKDOWN_WEIGHT else "text"


def _is_ninjs(text: str) -> bool:
    """True if ``text`` begins like JSON and has members of a ninjs item."""
    return text.startswith(("{", "[")) and '"uri"' in text and _NINJS.search(text) is not None


def _refuse_foreign(text: str, head: str) -> None:
    """Raise InputError if ``text`` is JSON or XML in a format that articlekit does not read."""
    if text[:1] + text[-1:] in ("{}", "[]") and _is_json(text):
        raise InputError("the input is JSON, but not a ninjs item; articlekit.loads reads what articlekit.dumps wrote")
    root = _ANY_ROOT.match(head)
    if root is None or not text.endswith(f"</{root['root']}>"):
        return
    if text.startswith("<?xml") or "xmlns" in root["attributes"] or _CAMEL_CASE.search(root["root"]):
        raise InputError(f"the input is XML, <{root['root']}>; articlekit reads NITF, NewsML-G2, RSS, Atom and HTML")


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _skip_prologue(text: str) -> str:
    """Return the start of ``text`` after its leading comments and processing instructions."""
    position = 0
    while text.startswith(("<!--", "<?"), position):
        close = "-->" if text.startswith("<!--", position) else "?>"
        end = text.find(close, position)
        if end < 0:
            break
        position = end + len(close)
        position += len(text[position:]) - len(text[position:].lstrip())
    return text[position : position + 200]


def _is_tagged(text: str) -> bool:
    """True if at least a third of the lines have block tags."""
    lines = [line for line in text.split("\n") if line.strip()]
    tags = sum(1 for _ in _BLOCK_TAG.finditer(text))
    return tags >= 6 and 3 * sum(1 for line in lines if _BLOCK_TAG.search(line)) >= len(lines)
