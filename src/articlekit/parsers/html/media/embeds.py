"""Embeds: videos, posts, maps and charts that a story shows in a frame, or that a script will put in."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from articlekit.parsers.draft import DraftBlock, DraftLink
from articlekit.parsers.html.boilerplate.by_markup import is_hidden
from articlekit.parsers.html.dom.model import InlineMark, Line, Page, Picture
from articlekit.parsers.html.dom.posts import post_url
from articlekit.parsers.html.media.image_sources import is_tiny
from articlekit.parsers.web.image_urls import split_name_words
from articlekit.parsers.web.link_kinds import is_media_url
from articlekit.parsers.web.urls import is_web_address, split_url, without_query

RECORDING_TAGS = frozenset(("video", "audio", "amp-video", "amp-audio"))
"""Tags of recordings, which the site itself may host."""
FRAME_TAGS = frozenset(("iframe", "amp-iframe", *RECORDING_TAGS))
"""Tags of frames that show something from another address."""
IMAGE_TAGS = frozenset(("img", "amp-img", "noscript"))
"""Tags of images. Any other picture of a page is a frame, or stands for a post."""
MAX_TITLE_CHARS = 200
"""Characters of the title of an embed."""

_FRAME_OR_IMAGE_TAGS = FRAME_TAGS | IMAGE_TAGS
_URL_ATTRIBUTES = ("src", "data-src", "data-lazy-src", "data-lazy", "data-litespeed-src")
"""Attributes in which pages keep the address of a frame; all but the first until it is scrolled to."""
_NOT_STORY_WORDS = frozenset(
    "ad ads adserver adtech advert advertisement doubleclick googlesyndication googletagmanager gtm tagmanager pixel "
    "analytics consent cookie newsletter subscribe signup login form forms comment comments recaptcha captcha beacon sync "
    "safeframe like likes share widget widgets aff affiliate banner banners".split()
)
"""Words in an address or a name that mark a frame that is not part of a story."""


def embed_blocks(pictures: list[Picture], story: list[Line], page: Page) -> Iterator[tuple[int, DraftBlock]]:
    """Yield an image block for each embed among ``pictures``, with the index of the line it is before; each address once.

    The block's text is the title of the frame, else the caption in its figure, else the address. It holds no words of the
    article. A post that the ``story`` itself links to has no block.
    """
    seen: set[str] = set()
    for picture in pictures:
        href = _embed_url(picture.node)
        if href is None or href in seen or (picture.node.tag not in _FRAME_OR_IMAGE_TAGS and _is_linked(href, story)):
            continue
        seen.add(href)
        frame = frame_of(picture.node) or picture.node
        frame_title = " ".join((frame.attributes.get("title") or "").split())
        title = (frame_title or _caption(picture, page))[:MAX_TITLE_CHARS] or href
        yield picture.line_index, DraftBlock("image", title, (DraftLink(0, len(title), href),))


def _caption(picture: Picture, page: Page) -> str:
    """Return the line under a frame in its figure; empty if there is none."""
    figure = next((one for one in picture.element.self_and_ancestors() if one.tag == "figure"), None)
    below = page.lines[picture.line_index : picture.line_index + 1]
    return below[0].text if figure and below and figure.contains(below[0].element) else ""


def frame_of(node: LexborNode) -> LexborNode | None:
    """Return the frame that a node is, or holds for readers without scripts. None for an image."""
    if node.tag == "noscript":
        return node.css_first("iframe")
    return None if node.tag in IMAGE_TAGS else node


def _is_linked(href: str, story: list[Line]) -> bool:
    """True if a line of the story links to ``href``."""
    marks = (part for line in story if line.linked_chars for part in line.parts if isinstance(part, InlineMark))
    return any(without_query(mark.href) == href for mark in marks)


def _embed_url(element: LexborNode) -> str | None:
    """Return the address of what a frame or a placeholder shows, or None if that is not a part of the story."""
    node = frame_of(element) or element
    attributes = node.attributes
    if is_hidden(attributes, small=True):
        return None
    if node.tag not in FRAME_TAGS:
        # The size of such a placeholder is the shape of what a script puts there.
        return post_url(node)
    if is_tiny(attributes):
        return None
    urls = [attributes.get(name) or "" for name in _URL_ATTRIBUTES]
    is_recording = node.tag in RECORDING_TAGS
    if is_recording:
        urls += [(source.attributes.get("src") or "") for source in node.css("source")[:1]]
    href = next((url for text in urls if _is_embeddable(url := text.strip(), is_recording=is_recording)), None)
    if href is None:
        return None
    names = " ".join(attributes.get(name) or "" for name in ("id", "class", "name"))
    return (
        href
        if _NOT_STORY_WORDS.isdisjoint(split_name_words(href.partition("?")[0]) | split_name_words(names))
        else None
    )


def _is_embeddable(url: str, *, is_recording: bool) -> bool:
    """True if a frame can load ``url``. The address of a recording may be relative to the page."""
    absolute = f"https:{url}" if url.startswith("//") else url
    return is_web_address(absolute) or (is_recording and is_media_url(url) and not split_url(url).scheme)
