"""The CommonMark parser of markdown-it-py, with changed block rules where its own would lose words of an article."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block, reference, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

TOO_DEEP = "articlekit:too-deep"
"""Key of the parser's environment: block quotes and lists were nested deeper than the parser reads."""
HAS_FOOTNOTES = "articlekit:has-footnotes"
"""Key of the environment: ``to_markdown`` wrote the text, so its footnotes are not part of the article."""
_LAST_ENDS = "articlekit:last-ends"
"""Key of the environment: the last positions of the ends of HTML constructs."""

_MARKERS = re.compile(r"(?:[>\s]|[-*+]\s|\d{1,9}[.)]\s)*+")
_DEFINITION = re.compile(r"\[[^\[\]]{1,999}\]:\s*(?P<target>\S*)")
_NUMBERED_DEFINITION = re.compile(
    r"\[(?P<number>\d{1,4})\]:(?: (?P<target>[^\s/:(]*+[/:]\S*+|[^\s(]*+\(\)|)(?:\s?[\"'(].*+|(?P<more>\s\S.*+)?))?\s*+"
)
_FOOTNOTE_LABEL = re.compile(r"\[\^[cs]\d{1,9}\]")
_MULTILINE_HTML = (
    (re.compile(r"<(?P<name>script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE), "</{name}>"),
    (re.compile(r"<!--"), "-->"),
    (re.compile(r"<\?"), "?>"),
    (re.compile(r"<!\[CDATA\["), "]]>"),
    (re.compile(r"<![A-Za-z]"), ">"),
)
"""The starts of HTML blocks that may contain blank lines, and their ends (CommonMark 4.6, kinds 1 to 5)."""


class _Parser(MarkdownIt):
    """CommonMark that keeps all link targets as written."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's own name and signature
        """Accept every target: nothing is rendered here."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - likewise
        """Return the target as written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - likewise
        """Return the text of an autolink as written."""
        return link


@cache
def commonmark_parser() -> MarkdownIt:
    """Return the parser. It is made once; threads can share it, because it keeps no state."""
    commonmark = _Parser("commonmark").enable(["table", "strikethrough"])
    rules = commonmark.block.ruler
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    rules.at("reference", _reference)
    rules.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.before("table", "too_deep", _too_deep)
    rules.before("table", "footnote", _footnote)
    commonmark.inline.ruler.before("link", "footnote_reference", _footnote_reference)
    commonmark.parse("The first call compiles the rules. Compile them before other threads use the parser.")
    return commonmark


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read lines as a paragraph, without their markers, where the library would drop them because they are nested too deep."""
    # A list item opens two levels.
    if silent or state.level < state.md.options["maxNesting"] - 2:
        return False
    line = start + 1
    # A negative count marks a lazy continuation line of a quotation.
    while line < end and not state.isEmpty(line) and not 0 <= state.sCount[line] < state.blkIndent:
        line += 1
    lines = state.getLines(start, line, state.blkIndent, keepLastLF=False).split("\n")
    content = "\n".join(_MARKERS.sub("", words, count=1) for words in lines)
    state.env[TOO_DEEP] = True
    state.push("paragraph_open", "p", 1)
    _push_inline(state, content)
    state.push("paragraph_close", "p", -1)
    state.line = line
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Skip a footnote that ``to_markdown`` wrote; it is on one line."""
    if silent or HAS_FOOTNOTES not in state.env or not _FOOTNOTE_LABEL.match(_line(state, start)):
        return False
    if not _line(state, start).partition("]")[2].startswith(": "):
        return False
    state.line = start + 1
    return True


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    """Skip the reference of a footnote. Brackets in the text of the article are escaped."""
    label = _FOOTNOTE_LABEL.match(state.src, state.pos) if HAS_FOOTNOTES in state.env else None
    if label:
        state.pos = label.end()
    return label is not None


def _push_inline(state: StateBlock, content: str) -> None:
    token = state.push("inline", "", 0)
    token.content, token.children = content.strip(), []


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a link definition, unless its target is a plain word: ``[Update]: Confirmed`` is prose.

    A malformed definition in a numbered list of definitions is read too, because converters write them. By CommonMark,
    it would turn all definitions below it into prose.
    """
    line = _line(state, start)
    match = _DEFINITION.match(line)
    is_word = match and match["target"] and not any(sign in match["target"] for sign in "/#.:<?@")
    return (not is_word and reference(state, start, end, silent)) or _read_numbered_definition(state, start, end)


def _read_numbered_definition(state: StateBlock, start: int, end: int) -> bool:
    """Read a malformed definition as far as possible, if its neighbours are numbered definitions too."""
    match = _NUMBERED_DEFINITION.fullmatch(_line(state, start))
    if not match:
        return False
    definitions: dict[str, dict[str, str]] = state.env.setdefault("references", {})
    number = int(match["number"])
    next_line = _line(state, start + 1) if start + 1 < end else ""
    if str(number - 1) not in definitions and not next_line.startswith(f"[{number + 1}]: "):
        return False
    target = (match["target"] or "") + (match["more"] or "")
    definitions.setdefault(match["number"], {"title": "", "href": target})
    state.line = start + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read an HTML block, unless its end is missing: it would run to the end of the text."""
    position = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("<", position) and _is_never_closed(state, position):
        return False
    return html_block(state, start, end, silent)


def _is_never_closed(state: StateBlock, position: int) -> bool:
    for opening, ending in _MULTILINE_HTML:
        if match := opening.match(state.src, position):
            return _is_missing(state, ending.format(**match.groupdict()).lower(), match.end())
    return False


def _is_missing(state: StateBlock, ending: str, position: int) -> bool:
    """True if ``ending`` does not occur after ``position``. Its last position is looked up once for each text."""
    last: dict[str, int] = state.env.setdefault(_LAST_ENDS, {})
    if ending not in last:
        last[ending] = state.src.lower().rfind(ending)
    return last[ending] < position


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table, including cells beyond the width of its header, which the library drops."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent:
        tokens = state.tokens[first:]
        width = sum(token.type == "th_open" for token in tokens)
        del state.tokens[first:]
        line = start
        for token in tokens:
            line = token.map[0] if token.type == "tr_open" and token.map else line
            if token.type == "tr_close" and line > start:
                _push_extra_cells(state, line, width)
            state.tokens.append(token)
    return True


def _push_extra_cells(state: StateBlock, line: int, width: int) -> None:
    row = _line(state, line).strip()
    for cell in escapedSplit(row.removeprefix("|"))[width:]:
        if cell.strip():
            state.tokens.append(Token("td_open", "td", 1))
            _push_inline(state, cell)
            state.tokens.append(Token("td_close", "td", -1))
