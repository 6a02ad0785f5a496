"""Pictures: addresses, captions and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from articlekit.models import Image
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.page_parts import header_blocks, is_prose
from articlekit.parsers.html.metadata.values import lead_images
from articlekit.parsers.lines.captions import MAX_CAPTION_CHARS, MAX_CREDIT_CHARS, read_credit, split_caption
from articlekit.parsers.lines.names import is_person
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.image_urls import is_same_image, is_site_image

_SLASHED = re.compile(r"\(?(?P<credit>[^.!?:;()/]{2,60}\s?/\s?[^.!?:;()/]{2,80})\)?")


def _slashed(text: str) -> str | None:
    """Two short names with a slash between them, as pictures are signed: ``Telegram / Coast Guard``."""
    match = _SLASHED.fullmatch(text) if len(text) <= MAX_CREDIT_CHARS else None
    return match["credit"].strip() if match else None


def _are_people(credit: str) -> bool:
    """Whether all that stand between slashes are people."""
    return all(map(is_person, re.split(r"\s?/\s?", credit)))


@rule(
    "images.image",
    example="# Harbour closed\n\n![A pier](pier.jpg)\n\n*The pier on Friday. Photo: Ada Quill*\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n[A pier](pier.jpg)\n\n*The pier on Friday. Photo: Ada Quill*\n\nThe harbour closed.",
)
def image(draft: Draft) -> Iterator[Candidate[Image]]:
    """Every picture, with the caption and the credit in the lines right under it."""
    blocks = draft.body.kept
    for number, block in enumerate(blocks):
        if block.image is not None:
            under = blocks[number + 1 : number + 3]
            if draft.body.captions_attached:
                under = [line for line in under[:1] if _is_signed(line)]
            yield _with_caption(block, block.image, under)


def _is_signed(block: DraftBlock) -> bool:
    """Whether a line that the markup does not mark as a caption is one nevertheless: a credit, or in italics with one."""
    if len(block.text) > (MAX_CAPTION_CHARS if block.emphasis else MAX_CREDIT_CHARS):
        return False
    caption, credit = split_caption(block.words)
    return credit is not None and (block.emphasis or caption is None)


def _with_caption(block: DraftBlock, picture: Image, under: list[DraftBlock]) -> Candidate[Image]:
    lines: list[DraftBlock] = []
    if picture.caption:
        picture = _described(evolve(picture, caption=None), picture.caption)
    for line in under:
        if not _is_caption(line, picture):
            break
        lines.append(line)
        picture = _described(picture, line.words)
    raw = " ".join(line.text for line in lines) or picture.alt or picture.url or ""
    return Candidate(picture, raw, (block, *lines))


def _described(picture: Image, line: str) -> Image:
    """``picture`` with what ``line`` adds to it."""
    caption, credit = split_caption(line)
    return evolve(picture, caption=picture.caption or caption, credit=picture.credit or credit)


def _is_caption(block: DraftBlock, picture: Image) -> bool:
    """Whether the line under a picture is its caption: in italics or bold, or its alternative text again, or with a credit."""
    if block.kind != "paragraph" or not 0 < len(block.text) <= MAX_CAPTION_CHARS or block.image:
        return False
    return block.emphasis or block.words == picture.alt or split_caption(block.words)[1] is not None


@rule(
    "images.credit_line",
    example="# Harbour closed\n\nPhoto: Ada Quill / Reuters\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nPhotos of the pier went round the world.\n\nThe harbour closed.",
)
def credit_line(draft: Draft) -> Iterator[Candidate[Image]]:
    """``Photo: …`` or ``© …`` at the head, where the picture itself was not kept."""
    for block in header_blocks(draft):
        credit = read_credit(block.text) if block.kind == "paragraph" and len(block.text) <= MAX_CREDIT_CHARS else None
        if credit:
            yield Candidate(Image(credit=credit), block.text, (block,))


@rule(
    "images.bold_credit",
    example="# Harbour closed\n\n**Coast Guard / Harbour Master Tom Reed**\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n**Coast Guard / Harbour Master Tom Reed at odds.**\n\nThe harbour closed.",
)
def bold_credit(draft: Draft) -> Iterator[Candidate[Image]]:
    """Two names with a slash between them, alone in bold or italics at the head."""
    for block in header_blocks(draft):
        if is_prose(block):
            return
        credit = _slashed(block.text) if block.emphasis and block.kind == "paragraph" else None
        # On a page, where pictures have captions, two people in bold are the writers.
        if credit and block.text[0].isupper() and not (draft.body.captions_attached and _are_people(credit)):
            yield Candidate(Image(credit=credit), block.text, (block,))


IMAGES: tuple[Rule[Image], ...] = (image, credit_line, bold_credit)


_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


@rule(
    "images.metadata",
    example=f"<meta property='og:image' content='https://courier.example/pier.jpg'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta property='og:image:alt' content='https://courier.example/pier.jpg'><h1>Harbour closed</h1>{_STORY}",
)
def lead_image(draft: Draft) -> Iterator[Candidate[Image]]:
    """The picture that JSON-LD or OpenGraph gives for the article, where the story does not show it."""
    stated = next((one for one in lead_images(draft) if one.url and not is_site_image(one.url)), None)
    if stated is None or stated.url is None:
        return
    if not any(_is_same(stated, block.image) for block in draft.body.blocks if block.image):
        yield Candidate(stated, stated.url)


def _is_same(stated: Image, shown: Image) -> bool:
    """Whether the story shows the stated picture: its file in some size, or one with its caption."""
    if stated.caption and (shown.caption or "").startswith(stated.caption):
        return True
    return bool(stated.url and shown.url) and is_same_image(stated.url or "", shown.url or "")


WEB_IMAGES: tuple[Rule[Image], ...] = (lead_image,)
