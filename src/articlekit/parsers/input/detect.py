"""How a report is written: Markdown, plain text, HTML, or a format of exchange."""

from __future__ import annotations

import json
import re
from typing import Literal

from articlekit.errors import InputError
from articlekit.parsers.input.mail import split_mail_headers

MAX_LINES, MAX_CHARS = 200, 60_000
"""No more than this much of the input is looked at."""

MIN_MARKDOWN_WEIGHT = 2
"""How much the marks of Markdown must weigh together."""

_TAG = r"(?:html|head|body|article|main|section|div|header|table|meta|link|script|style|p|h[1-6])"
_PAGE = re.compile(rf"<(?:!doctype\s+html|{_TAG})\b", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:html|head|body|article|main|section|div|header|footer|nav|p|h[1-6]|ul|ol|li|table|tr|td|figure|blockquote)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:!DOCTYPE\s+)?(?:[\w.-]{1,40}:)?(?P<root>[\w.-]{1,40})(?=[\s/>\[])")
_ROOTS: dict[str, Literal["nitf", "newsml", "feed"]] = {
    "nitf": "nitf",
    "newsItem": "newsml",
    "newsMessage": "newsml",
    "rss": "feed",
    "feed": "feed",
    "RDF": "feed",
}
"""The formats that the first element of an XML document tells, or the document type that it names."""
_FOREIGN = re.compile(r"<(?P<root>(?:[\w.-]{1,40}:)?(?:[\w.-]{1,40}))(?P<told>(?:\s[^<>]{0,2000})?)>")
_CAMEL = re.compile(r"[a-z][A-Z]")
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
"""The marks of Markdown with their weight: 2 where plain text hardly has them, 1 where they prove nothing alone.

Bullets and bare addresses are no marks: plain text has them as often.
"""


DetectedFormat = Literal["markdown", "text", "html", "ninjs", "nitf", "newsml", "feed"]
"""The formats that are told apart."""


def detect_format(text: str) -> DetectedFormat:
    """How ``text`` is written, told from its beginning.

    >>> detect_format("# Ferry resumes"), detect_format("Ferry resumes"), detect_format("<html><p>Ferry resumes")
    ('markdown', 'text', 'html')

    Raises InputError where it is XML or JSON of a kind that is not read.
    """
    start = "\n".join(text[:MAX_CHARS].lstrip("\ufeff \t\n").split("\n", MAX_LINES)[:MAX_LINES])
    if split_mail_headers(start + "\n\n"):
        return "text"
    if _FRONT_MATTER.match(start):
        return "markdown"
    head = _skip_prologue(start)
    if _PAGE.match(head):
        return "html"
    if (root := _ROOT.match(head)) and (kind := _ROOTS.get(root["root"])):
        return kind
    if _is_ninjs(text[:MAX_CHARS].lstrip()):
        return "ninjs"
    weight = sum(weight for weight, mark in _MARKS if mark.search(start))
    if weight < MIN_MARKDOWN_WEIGHT and _is_tagged(start):
        return "html"
    _refuse_foreign(text.strip(), head)
    return "markdown" if weight >= MIN_MARKDOWN_WEIGHT else "text"


def _is_ninjs(text: str) -> bool:
    """Whether ``text`` begins as JSON does, with the members of a ninjs item."""
    return text.startswith(("{", "[")) and '"uri"' in text and _NINJS.search(text) is not None


def _refuse_foreign(text: str, head: str) -> None:
    """Raise InputError where ``text`` is a document for programs and no report."""
    if text[:1] + text[-1:] in ("{}", "[]") and _is_json(text):
        raise InputError(
            "the input is JSON, but no ninjs item; what articlekit.dumps wrote is read by articlekit.loads"
        )
    root = _FOREIGN.match(head)
    if root is None or not text.endswith(f"</{root['root']}>"):
        return
    if text.startswith("<?xml") or "xmlns" in root["told"] or _CAMEL.search(root["root"]):
        raise InputError(f"the input is XML, <{root['root']}>; what is read is NITF, NewsML-G2, RSS, Atom and HTML")


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _skip_prologue(text: str) -> str:
    """``text`` without the comments and processing instructions that open it."""
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
    """Whether block tags stand in a good part of the lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    tags = sum(1 for _ in _BLOCK_TAG.finditer(text))
    return tags >= 6 and 3 * sum(1 for line in lines if _BLOCK_TAG.search(line)) >= len(lines)
