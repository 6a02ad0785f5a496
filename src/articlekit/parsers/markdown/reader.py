"""Markdown to :class:`Draft`: one small handler for each kind of token calls the block writer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from attrs import Factory, define, evolve
from markdown_it.token import Token

from articlekit.models import Problem
from articlekit.parsers.draft import Draft
from articlekit.parsers.markdown.block_writer import SIGNATURE, BlockWriter, Container
from articlekit.parsers.markdown.commonmark import HAS_FOOTNOTES, TOO_DEEP, commonmark_parser
from articlekit.parsers.markdown.embedded_html import INVISIBLE_TAGS, read_html, read_tag, tag_name
from articlekit.parsers.markdown.front_matter import FrontMatter, split_front_matter
from articlekit.parsers.markdown.link_repairs import join_split_targets, link_blocks
from articlekit.parsers.markdown.round_trip import RoundTripWriter, fill_draft, is_round_trip

_SENTENCE_END = re.compile(r"[.!?…\"”’»)\]]\s{0,9}\Z")


def read_markdown(text: str) -> Draft:
    r"""Return the draft of a Markdown text. Never raises; what could not be read is in the draft's problems.

    >>> draft = read_markdown("# Rain at last\n\nIt rained, the *Courier* [reported](/rain).")
    >>> [(block.kind, block.text) for block in draft.body.blocks]
    [('heading', 'Rain at last'), ('paragraph', 'It rained, the Courier reported.')]
    >>> draft.body.blocks[1].links
    (DraftLink(start=23, end=31, href='/rain'),)
    """
    front = split_front_matter(text)
    if is_round_trip(front):
        with suppress(ValueError):
            return _read_round_trip(front)
        problem = "the front matter was changed: the file is read as any other"
        front = evolve(front, problems=(Problem(code="bad-structured-data", message=problem),))
    draft = _read_tokens(join_split_targets(front.body), _Context())
    draft.body.blocks = link_blocks(draft.body.blocks)
    draft.facts.meta = {f"front_matter:{key}": values for key, values in front.values.items()}
    draft.problems[:0] = front.problems
    return draft


def _read_round_trip(front: FrontMatter) -> Draft:
    writer = RoundTripWriter()
    _read_tokens(front.body, _Context(writer), {HAS_FOOTNOTES: True})
    return fill_draft(writer, front)


def _read_tokens(text: str, context: _Context, environment: dict[str, Any] | None = None) -> Draft:
    environment = {} if environment is None else environment
    for token in commonmark_parser().parse(text, environment):
        if handler := _HANDLERS.get(token.type):
            handler(context, token)
    context.writer.close()
    if TOO_DEEP in environment:
        context.writer.report_too_deep()
    return context.writer.draft


@define
class _Context:
    """The writer, and the block quotes and lists that are open in the Markdown."""

    writer: BlockWriter = Factory(BlockWriter)
    """Writes the blocks."""
    outer: list[list[Container]] = Factory(list)
    """For each open block quote and list: the containers around it. HTML inside it may leave its own open."""

    def enter(self, container: Container) -> None:
        """Begin a block quote or a list."""
        self.writer.close()
        self.outer.append(list(self.writer.containers))
        self.writer.enter(container)

    def leave(self) -> None:
        """End the innermost block quote or list."""
        self.writer.close()
        self.writer.containers = self.outer.pop()


def _read_code(context: _Context, token: Token) -> None:
    # One word after the fence is the name of a language. Several words are part of the text.
    info = token.info.strip()
    context.writer.add_preformatted(f"{info}\n{token.content}" if " " in info else token.content)


def _read_inline(context: _Context, token: Token) -> None:
    writer = context.writer
    children = _visible_tokens(token.children or [])
    signature_break = _break_before_signature(children) if writer.containers[-1:] == ["quotation"] else None
    for child in children:
        if child is signature_break:
            writer.break_line()
        elif handler := _INLINE_HANDLERS.get(child.type):
            handler(writer, child)
    writer.end_inline()


def _visible_tokens(children: Sequence[Token]) -> Sequence[Token]:
    """Return ``children`` without closed ``script`` and ``style`` elements."""
    names = [tag_name(child.content) if child.type == "html_inline" else "" for child in children]
    if not any(name in INVISIBLE_TAGS for name in names):
        return children
    next_tag: dict[str, int] = {}
    skip_to: dict[int, int] = {}
    for index in range(len(names) - 1, -1, -1):
        if names[index] in INVISIBLE_TAGS and (end := next_tag.get("/" + names[index])):
            skip_to[index] = end
        next_tag[names[index]] = index
    visible: list[Token] = []
    resume = 0
    for index, child in enumerate(children):
        resume = max(resume, skip_to.get(index, 0)) if index >= resume else resume
        if index >= resume:
            visible.append(child)
    return visible


def _break_before_signature(children: Sequence[Token]) -> Token | None:
    """Return the break before the last line of a quotation, if that is a signature under a complete sentence."""
    last = max((index for index, child in enumerate(children) if _is_break(child)), default=0)
    if not last:
        return None
    last_line = "".join(child.content for child in children[last:] if child.type == "text")
    before = next((child.content for child in reversed(children[:last]) if child.content), "")
    return children[last] if SIGNATURE.match(last_line) and _SENTENCE_END.search(before) else None


def _is_break(token: Token) -> bool:
    return token.type in ("softbreak", "hardbreak") or (token.type == "html_inline" and tag_name(token.content) == "br")


def _read_image(writer: BlockWriter, token: Token) -> None:
    attributes = token.attrs
    writer.add_image(str(attributes.get("src", "")), _alt_text(token.children or ()), str(attributes.get("title", "")))


def _alt_text(tokens: Iterable[Token]) -> str:
    """Return the text of an image's label, including the labels of images in it."""
    waiting, words = list(tokens)[::-1], []
    while waiting:
        token = waiting.pop()
        if token.type == "image":
            waiting += (token.children or [])[::-1]
        elif token.type in ("text", "text_special", "code_inline"):
            words.append(token.content)
        elif _is_break(token):
            words.append(" ")
    return "".join(words)


_HANDLERS: dict[str, Callable[[_Context, Token], None]] = {
    "blockquote_open": lambda context, _: context.enter("quotation"),
    "blockquote_close": lambda context, _: context.leave(),
    "bullet_list_open": lambda context, _: context.enter("list"),
    "bullet_list_close": lambda context, _: context.leave(),
    "ordered_list_open": lambda context, _: context.enter("list"),
    "ordered_list_close": lambda context, _: context.leave(),
    "heading_open": lambda context, token: context.writer.open("heading", int(token.tag[1])),
    "heading_close": lambda context, _: context.writer.close(),
    "paragraph_open": lambda context, _: context.writer.open("paragraph"),
    "paragraph_close": lambda context, _: context.writer.close(),
    "inline": _read_inline,
    "code_block": _read_code,
    "fence": _read_code,
    "html_block": lambda context, token: read_html(context.writer, token.content),
    "tr_open": lambda context, _: context.writer.open_row(),
    "tr_close": lambda context, _: context.writer.close_row(),
    "td_close": lambda context, _: context.writer.close_cell(),
    "th_close": lambda context, _: context.writer.close_cell(),
}
_INLINE_HANDLERS: dict[str, Callable[[BlockWriter, Token], None]] = {
    "text": lambda writer, token: writer.add(token.content),
    "code_inline": lambda writer, token: writer.add(token.content),
    "softbreak": lambda writer, _: writer.add(" "),
    "hardbreak": lambda writer, _: writer.break_line(),
    "link_open": lambda writer, token: writer.open_link(
        str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
    ),
    "link_close": lambda writer, _: writer.close_link(),
    "image": _read_image,
    "strong_open": lambda writer, _: writer.emphasize(begin=True),
    "strong_close": lambda writer, _: writer.emphasize(begin=False),
    "em_open": lambda writer, _: writer.emphasize(begin=True),
    "em_close": lambda writer, _: writer.emphasize(begin=False),
    "html_inline": lambda writer, token: read_tag(writer, token.content),
}
