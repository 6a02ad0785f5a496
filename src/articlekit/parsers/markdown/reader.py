"""Markdown → :class:`Draft`: each token of the parser has one small handler that writes on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from attrs import Factory, define, evolve
from markdown_it.token import Token

from articlekit.models import Problem
from articlekit.parsers.draft import Draft
from articlekit.parsers.markdown.commonmark import TOO_DEEP, WRITTEN, parser
from articlekit.parsers.markdown.front_matter import FrontMatter, split
from articlekit.parsers.markdown.html import UNSEEN, name_of, read_html, read_tag
from articlekit.parsers.markdown.page import SIGNATURE, Container, Page
from articlekit.parsers.markdown.repairs import join_targets, link_blocks
from articlekit.parsers.markdown.written import WrittenPage, is_written, settle

_FINISHED = re.compile(r"[.!?…\"”’»)\]]\s{0,9}\Z")


def read_markdown(text: str) -> Draft:
    r"""Read a report in Markdown. Never raises; what could not be followed is among the draft's problems.

    >>> draft = read_markdown("# Rain at last\n\nIt rained, the *Courier* [reported](/rain).")
    >>> [(block.kind, block.text) for block in draft.body.blocks]
    [('heading', 'Rain at last'), ('paragraph', 'It rained, the Courier reported.')]
    >>> draft.body.blocks[1].links
    (DraftLink(start=23, end=31, href='/rain'),)
    """
    front = split(text)
    if is_written(front):
        with suppress(ValueError):
            return _read_written(front)
        problem = "the front matter was changed: the file is read as any other"
        front = evolve(front, problems=(Problem(code="bad-structured-data", message=problem),))
    draft = _walk_over(join_targets(front.body), _Walk())
    draft.body.blocks = link_blocks(draft.body.blocks)
    draft.facts.meta = {f"front_matter:{key}": values for key, values in front.values.items()}
    draft.problems[:0] = front.problems
    return draft


def _read_written(front: FrontMatter) -> Draft:
    page = WrittenPage()
    _walk_over(front.body, _Walk(page), {WRITTEN: True})
    return settle(page, front)


def _walk_over(text: str, walk: _Walk, environment: dict[str, Any] | None = None) -> Draft:
    environment = {} if environment is None else environment
    for token in parser().parse(text, environment):
        if handler := _HANDLERS.get(token.type):
            handler(walk, token)
    walk.page.close()
    if TOO_DEEP in environment:
        walk.page.report_too_deep()
    return walk.page.draft


@define
class _Walk:
    """The state of one walk over the tokens."""

    page: Page = Factory(Page)
    """What is written on."""
    outside: list[list[Container]] = Factory(list)
    """For each open block quote and list, the containers around it, whatever HTML in it left open."""

    def enter(self, container: Container) -> None:
        """Begin a block quote or a list."""
        self.page.close()
        self.outside.append(list(self.page.containers))
        self.page.enter(container)

    def leave(self) -> None:
        """End the block quote or list that began last."""
        self.page.close()
        self.page.containers = self.outside.pop()


def _code(walk: _Walk, token: Token) -> None:
    # One word after the fence names a language; several are words of the writer's.
    told = token.info.strip()
    walk.page.add_preformatted(f"{told}\n{token.content}" if " " in told else token.content)


def _read_inline(walk: _Walk, token: Token) -> None:
    page = walk.page
    children = _visible(token.children or [])
    before_signature = _before_signature(children) if page.containers[-1:] == ["quotation"] else None
    for child in children:
        if child is before_signature:
            page.break_line()
        elif handler := _INLINE.get(child.type):
            handler(page, child)
    page.end_inline()


def _visible(children: Sequence[Token]) -> Sequence[Token]:
    """``children`` without scripts and style sheets; one that is never closed stays."""
    names = [name_of(child.content) if child.type == "html_inline" else "" for child in children]
    if not any(name in UNSEEN for name in names):
        return children
    following: dict[str, int] = {}
    skips: dict[int, int] = {}
    for number in range(len(names) - 1, -1, -1):
        if names[number] in UNSEEN and (end := following.get("/" + names[number])):
            skips[number] = end
        following[names[number]] = number
    seen: list[Token] = []
    until = 0
    for number, child in enumerate(children):
        until = max(until, skips.get(number, 0)) if number >= until else until
        if number >= until:
            seen.append(child)
    return seen


def _before_signature(children: Sequence[Token]) -> Token | None:
    """The soft break before the last line of a quotation, where the line above is complete and this one is signed."""
    last = max((number for number, child in enumerate(children) if _breaks(child)), default=0)
    if not last or children[last].type != "softbreak":
        return None
    under = "".join(child.content for child in children[last:] if child.type == "text")
    above = next((child.content for child in reversed(children[:last]) if child.content), "")
    return children[last] if SIGNATURE.match(under) and _FINISHED.search(above) else None


def _breaks(token: Token) -> bool:
    return token.type in ("softbreak", "hardbreak") or (token.type == "html_inline" and name_of(token.content) == "br")


def _add_picture(page: Page, token: Token) -> None:
    page.add_picture(str(token.attrs.get("src", "")), _words(token.children or ()), str(token.attrs.get("title", "")))


def _words(tokens: Iterable[Token]) -> str:
    """The words of an image's label, pictures in it included."""
    waiting, words = list(tokens)[::-1], []
    while waiting:
        token = waiting.pop()
        if token.type == "image":
            waiting += (token.children or [])[::-1]
        elif token.type in ("text", "text_special", "code_inline"):
            words.append(token.content)
        elif _breaks(token):
            words.append(" ")
    return "".join(words)


_HANDLERS: dict[str, Callable[[_Walk, Token], None]] = {
    "blockquote_open": lambda walk, _: walk.enter("quotation"),
    "blockquote_close": lambda walk, _: walk.leave(),
    "bullet_list_open": lambda walk, _: walk.enter("list"),
    "bullet_list_close": lambda walk, _: walk.leave(),
    "ordered_list_open": lambda walk, _: walk.enter("list"),
    "ordered_list_close": lambda walk, _: walk.leave(),
    "heading_open": lambda walk, token: walk.page.open("heading", int(token.tag[1])),
    "heading_close": lambda walk, _: walk.page.close(),
    "paragraph_open": lambda walk, _: walk.page.open("paragraph"),
    "paragraph_close": lambda walk, _: walk.page.close(),
    "inline": _read_inline,
    "code_block": _code,
    "fence": _code,
    "html_block": lambda walk, token: read_html(walk.page, token.content),
    "tr_open": lambda walk, _: walk.page.open_row(),
    "tr_close": lambda walk, _: walk.page.close_row(),
    "td_close": lambda walk, _: walk.page.close_cell(),
    "th_close": lambda walk, _: walk.page.close_cell(),
}
_INLINE: dict[str, Callable[[Page, Token], None]] = {
    "text": lambda page, token: page.add(token.content),
    "code_inline": lambda page, token: page.add(token.content),
    "softbreak": lambda page, _: page.add(" "),
    "hardbreak": lambda page, _: page.break_line(),
    "link_open": lambda page, token: page.open_link(
        str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
    ),
    "link_close": lambda page, _: page.close_link(),
    "image": _add_picture,
    "strong_open": lambda page, _: page.emphasize(begin=True),
    "strong_close": lambda page, _: page.emphasize(begin=False),
    "em_open": lambda page, _: page.emphasize(begin=True),
    "em_close": lambda page, _: page.emphasize(begin=False),
    "html_inline": lambda page, token: read_tag(page, token.content),
}
