"""The CommonMark parser of markdown-it-py, with its block rules mended where they would lose words of a report."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block, reference, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

TOO_DEEP = "articlekit:too-deep"
"""Key of the parser's environment, present where block quotes and lists were nested deeper than is read."""
WRITTEN = "articlekit:written"
"""Key of the environment, present where ``to_markdown`` wrote the page: its footnotes are no words of the article."""
_NEVER_ENDS = "articlekit:never-ends"
"""Key of the environment for the ends of HTML constructs that do not occur in the rest of the page."""

_MARKERS = re.compile(r"(?:[>\s]|[-*+]\s|\d{1,9}[.)]\s)*+")
_DEFINITION = re.compile(r"\[[^\[\]]{1,999}\]:\s*(?P<target>\S*)")
_NUMBERED = re.compile(
    r"\[(?P<number>\d{1,4})\]:(?: (?P<target>[^\s/:(]*+[/:]\S*+|[^\s(]*+\(\)|)(?:\s?[\"'(].*+|(?P<more>\s\S.*+)?))?\s*+"
)
_CALL = re.compile(r"\[\^[cs]\d{1,9}\]")
_RUNS_ON = (
    (re.compile(r"<(?P<name>script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE), "</{name}>"),
    (re.compile(r"<!--"), "-->"),
    (re.compile(r"<\?"), "?>"),
    (re.compile(r"<!\[CDATA\["), "]]>"),
    (re.compile(r"<![A-Za-z]"), ">"),
)
"""HTML that runs over blank lines, and what ends it."""


class _Parser(MarkdownIt):
    """CommonMark whose links keep their targets as written, whatever they are."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's own name and signature
        """Every target is one; nothing is rendered here."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - likewise
        """The target as written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - likewise
        """The words of an autolink as written."""
        return link


@cache
def parser() -> MarkdownIt:
    """The parser, made once. It keeps no state of a page, so threads share it."""
    made = _Parser("commonmark").enable(["table", "strikethrough"])
    rules = made.block.ruler
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    rules.at("reference", _reference)
    rules.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.before("table", "too_deep", _too_deep)
    rules.before("table", "footnote", _footnote)
    made.inline.ruler.before("link", "footnote_call", _footnote_call)
    made.parse("The first call compiles the rules, before another thread can see them half done.")
    return made


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Near the limit, where the library would skip the lines, they are a paragraph without their markers."""
    # A list item opens two levels at once.
    if silent or state.level < state.md.options["maxNesting"] - 2:
        return False
    line = start + 1
    # A negative count marks a line that continues the quotation without its marker.
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
    """A footnote that ``to_markdown`` wrote, on one line."""
    if silent or WRITTEN not in state.env or not _CALL.match(_line(state, start)):
        return False
    if not _line(state, start).partition("]")[2].startswith(": "):
        return False
    state.line = start + 1
    return True


def _footnote_call(state: StateInline, silent: bool) -> bool:
    """The call of such a footnote. In words, the bracket would be escaped."""
    call = _CALL.match(state.src, state.pos) if WRITTEN in state.env else None
    if call:
        state.pos = call.end()
    return call is not None


def _push_inline(state: StateBlock, content: str) -> None:
    token = state.push("inline", "", 0)
    token.content, token.children = content.strip(), []


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A link definition, unless its target is a mere word: ``[Update]: Confirmed`` is prose.

    In a numbered list of definitions one also counts whose target or title is malformed, as converters of pages write
    them: by the letter of CommonMark it would turn all definitions under it into prose.
    """
    line = _line(state, start)
    match = _DEFINITION.match(line)
    is_word = match and match["target"] and not any(mark in match["target"] for mark in "/#.:<?@")
    return (not is_word and reference(state, start, end, silent)) or _is_numbered(state, start, end)


def _is_numbered(state: StateBlock, start: int, end: int) -> bool:
    """Whether the line is a malformed definition between others; if so, it is read as far as it can be."""
    match = _NUMBERED.fullmatch(_line(state, start))
    if not match:
        return False
    definitions: dict[str, dict[str, str]] = state.env.setdefault("references", {})
    number = int(match["number"])
    under = _line(state, start + 1) if start + 1 < end else ""
    if str(number - 1) not in definitions and not under.startswith(f"[{number + 1}]: "):
        return False
    target = (match["target"] or "") + (match["more"] or "")
    definitions.setdefault(match["number"], {"title": "", "href": target})
    state.line = start + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An HTML block, unless it would run to the end of the page for want of its end."""
    position = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("<", position) and _never_ends(state, position):
        return False
    return html_block(state, start, end, silent)


def _never_ends(state: StateBlock, position: int) -> bool:
    for opening, ending in _RUNS_ON:
        if match := opening.match(state.src, position):
            return _is_missing(state, ending.format(**match.groupdict()).lower(), match.end())
    return False


def _is_missing(state: StateBlock, ending: str, position: int) -> bool:
    """Whether ``ending`` does not occur after ``position``. Each ending's last place is looked up once a page."""
    last: dict[str, int] = state.env.setdefault(_NEVER_ENDS, {})
    if ending not in last:
        last[ending] = state.src.lower().rfind(ending)
    return last[ending] < position


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table, with the cells that rows have beyond the width of the header."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent:
        made = state.tokens[first:]
        width = sum(token.type == "th_open" for token in made)
        del state.tokens[first:]
        line = start
        for token in made:
            line = token.map[0] if token.type == "tr_open" and token.map else line
            if token.type == "tr_close" and line > start:
                _push_surplus(state, line, width)
            state.tokens.append(token)
    return True


def _push_surplus(state: StateBlock, line: int, width: int) -> None:
    row = _line(state, line).strip()
    if row.count("|") < width:
        return
    for cell in escapedSplit(row.removeprefix("|"))[width:]:
        if cell.strip():
            state.tokens.append(Token("td_open", "td", 1))
            _push_inline(state, cell)
            state.tokens.append(Token("td_close", "td", -1))
