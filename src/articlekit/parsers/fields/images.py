"""Rules for ``Article.images``: URLs, captions and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from articlekit.models import Image
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.body_regions import header_blocks, is_prose
from articlekit.parsers.html.metadata.values import lead_images
from articlekit.parsers.lines.captions import MAX_CAPTION_CHARS, MAX_CREDIT_CHARS, read_credit, split_caption
from articlekit.parsers.lines.names import is_person
from articlekit.parsers.web.image_urls import is_same_image, is_site_image

_SLASHED_CREDIT = re.compile(r"\(?(?P<credit>[^.!?:;()/]{2,60}\s?/\s?[^.!?:;()/]{2,80})\)?")
_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


def _read_slashed_credit(text: str) -> str | None:
    """Return a credit of two short names with a slash between them: ``Telegram / Coast Guard``. None if it is not one."""
    match = _SLASHED_CREDIT.fullmatch(text) if len(text) <= MAX_CREDIT_CHARS else None
    return match["credit"].strip() if match else None


def _are_people(credit: str) -> bool:
    """True if all names between slashes are people."""
    return all(map(is_person, re.split(r"\s?/\s?", credit)))


@rule(
    "images.image",
    example="# Harbour closed\n\n![A pier](pier.jpg)\n\n*The pier on Friday. Photo: Ada Quill*\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\n[A pier](pier.jpg)\n\n*The pier on Friday. Photo: Ada Quill*\n\nThe harbour closed.",
)
def image(draft: Draft) -> Iterator[Candidate[Image]]:
    """Every image, with the caption and the credit in the lines directly below it."""
    blocks = draft.body.kept
    for index, block in enumerate(blocks):
        if block.image is not None:
            below = blocks[index + 1 : index + 3]
            if draft.body.captions_attached:
                below = [line for line in below[:1] if _is_unmarked_caption(line)]
            yield _with_caption(block, block.image, below)


def _is_unmarked_caption(block: DraftBlock) -> bool:
    """True if a line without the markup of a caption is a caption: only a credit, or in italics with a credit."""
    if len(block.text) > (MAX_CAPTION_CHARS if block.emphasis else MAX_CREDIT_CHARS):
        return False
    caption, credit = split_caption(block.words)
    return credit is not None and (block.emphasis or caption is None)


def _with_caption(block: DraftBlock, image: Image, below: list[DraftBlock]) -> Candidate[Image]:
    """Return a candidate for an image with the captions among the lines below it."""
    lines: list[DraftBlock] = []
    if image.caption:
        image = _add_caption(evolve(image, caption=None), image.caption)
    for line in below:
        if not _is_caption(line, image):
            break
        lines.append(line)
        image = _add_caption(image, line.words)
    raw = " ".join(line.text for line in lines) or image.alt or image.url or ""
    return Candidate(image, raw, (block, *lines))


def _add_caption(image: Image, line: str) -> Image:
    """Return ``image`` with the caption and the credit in ``line``, if it has none."""
    caption, credit = split_caption(line)
    return evolve(image, caption=image.caption or caption, credit=image.credit or credit)


def _is_caption(block: DraftBlock, image: Image) -> bool:
    """True if the line below an image is its caption: in italics or bold, equal to its alternative text, or with a credit."""
    if block.kind != "paragraph" or not 0 < len(block.text) <= MAX_CAPTION_CHARS or block.image:
        return False
    return block.emphasis or block.words == image.alt or split_caption(block.words)[1] is not None


@rule(
    "images.credit_line",
    example="# Harbour closed\n\nPhoto: Ada Quill / Reuters\n\nThe harbour closed.",
    near_miss="# Harbour closed\n\nPhotos of the pier went round the world.\n\nThe harbour closed.",
)
def credit_line(draft: Draft) -> Iterator[Candidate[Image]]:
    """``Photo: …`` or ``© …`` in the header, if the image itself was not kept."""
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
    """Two names with a slash between them, alone in bold or italics in the header."""
    for block in header_blocks(draft):
        if is_prose(block):
            return
        credit = _read_slashed_credit(block.text) if block.emphasis and block.kind == "paragraph" else None
        # On a page that marks its captions, two people in bold are the writers.
        if credit and block.text[0].isupper() and not (draft.body.captions_attached and _are_people(credit)):
            yield Candidate(Image(credit=credit), block.text, (block,))


@rule(
    "images.metadata",
    example=f"<meta property='og:image' content='https://courier.example/pier.jpg'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<meta property='og:image:alt' content='https://courier.example/pier.jpg'><h1>Harbour closed</h1>{_TEXT}",
)
def lead_image(draft: Draft) -> Iterator[Candidate[Image]]:
    """The image that JSON-LD or OpenGraph gives for the article, if the text does not show it."""
    lead = next((image for image in lead_images(draft) if image.url and not is_site_image(image.url)), None)
    if lead is None or lead.url is None:
        return
    if not any(_is_same(lead, block.image) for block in draft.body.blocks if block.image):
        yield Candidate(lead, lead.url)


def _is_same(lead: Image, visible: Image) -> bool:
    """True if an image in the text is the lead image: its file in some size, or one with its caption."""
    if lead.caption and (visible.caption or "").startswith(lead.caption):
        return True
    return bool(lead.url and visible.url) and is_same_image(lead.url or "", visible.url or "")


IMAGES: tuple[Rule[Image], ...] = (image, credit_line, bold_credit, lead_image)
