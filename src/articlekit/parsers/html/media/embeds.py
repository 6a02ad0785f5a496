"""What stands in a story in a frame of its own, or for a script to make one: videos, posts, maps, charts."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from articlekit.parsers.draft import DraftBlock, DraftLink
from articlekit.parsers.html.boilerplate.by_markup import is_unshown
from articlekit.parsers.html.dom.model import Line, Mark, Page, Picture
from articlekit.parsers.html.dom.posts import address_of_post
from articlekit.parsers.html.media.image_sources import is_tiny
from articlekit.parsers.web.image_urls import split_name_words
from articlekit.parsers.web.link_kinds import is_media_url
from articlekit.parsers.web.urls import is_web_address, split_url, without_query

RECORDINGS = frozenset(("video", "audio", "amp-video", "amp-audio"))
"""Tags of recordings, which may be of the site itself."""
EMBEDS = frozenset(("iframe", "amp-iframe", *RECORDINGS))
"""Tags of frames that show what lies elsewhere."""
PICTURES = frozenset(("img", "amp-img", "noscript"))
"""Tags of what is a picture; all else among the pictures of a page is a frame, or stands for a post."""
LONGEST_TITLE = 200
"""Characters of the name of what a frame shows."""

_FRAMES = EMBEDS | PICTURES
_SOURCES = ("src", "data-src", "data-lazy-src", "data-lazy", "data-litespeed-src")
"""Attributes in which pages keep its address; the later ones until it is scrolled to."""
_NO_PART = frozenset(
    "ad ads adserver adtech advert advertisement doubleclick googlesyndication googletagmanager gtm tagmanager pixel "
    "analytics consent cookie newsletter subscribe signup login form forms comment comments recaptcha captcha beacon sync "
    "safeframe like likes share widget widgets aff affiliate banner banners".split()
)
"""Words in an address or a name that mark what is no part of a story."""


def embedded(pictures: list[Picture], story: list[Line], page: Page) -> Iterator[tuple[int, DraftBlock]]:
    """A block without words in the text for each of the frames among ``pictures``, with its place; each address once.

    It is called what the frame says of itself, or the caption in its figure.

    What stands for a post has none where the ``story`` itself links to the post.
    """
    seen: set[str] = set()
    for picture in pictures:
        href = _address(picture.node)
        if href is None or href in seen or (picture.node.tag not in _FRAMES and _is_linked(href, story)):
            continue
        seen.add(href)
        frame = frame_of(picture.node) or picture.node
        stated = " ".join((frame.attributes.get("title") or "").split())
        title = (stated or _caption(picture, page))[:LONGEST_TITLE] or href
        yield picture.place, DraftBlock("image", title, (DraftLink(0, len(title), href),))


def _caption(picture: Picture, page: Page) -> str:
    """The line under a frame in its figure; empty where it stands in none."""
    figure = next((box for box in picture.box.around() if box.tag == "figure"), None)
    below = page.lines[picture.place : picture.place + 1]
    return below[0].text if figure and below and figure.holds(below[0].box) else ""


def frame_of(node: LexborNode) -> LexborNode | None:
    """The frame that an element is or, for readers without scripts, holds. None: it is a picture."""
    if node.tag == "noscript":
        return node.css_first("iframe")
    return None if node.tag in PICTURES else node


def _is_linked(href: str, story: list[Line]) -> bool:
    """Whether a line of the story links to ``href``."""
    marks = (part for line in story if line.linked for part in line.parts if isinstance(part, Mark))
    return any(without_query(mark.href) == href for mark in marks)


def _address(element: LexborNode) -> str | None:
    """The address of what a frame shows; None where it shows nothing to a reader of the story."""
    node = frame_of(element) or element
    attributes = node.attributes
    if is_unshown(attributes, small=True):
        return None
    if node.tag not in EMBEDS:
        # The size that such an element states is the shape of what a script puts there.
        return address_of_post(node)
    if is_tiny(attributes):
        return None
    addresses = [attributes.get(name) or "" for name in _SOURCES]
    of_site = node.tag in RECORDINGS
    if of_site:
        addresses += [(source.attributes.get("src") or "") for source in node.css("source")[:1]]
    href = next((address for text in addresses if _is_address(address := text.strip(), of_site=of_site)), None)
    if href is None:
        return None
    names = " ".join(attributes.get(name) or "" for name in ("id", "class", "name"))
    return href if _NO_PART.isdisjoint(split_name_words(href.partition("?")[0]) | split_name_words(names)) else None


def _is_address(address: str, *, of_site: bool) -> bool:
    """Whether a frame can be had at ``address``; ``of_site`` says that it may be told from the page on."""
    whole = f"https:{address}" if address.startswith("//") else address
    return is_web_address(whole) or (of_site and is_media_url(address) and not split_url(address).scheme)
