"""Posts and videos that a page names by their number alone, for a script to show: the addresses that they stand for."""

from __future__ import annotations

import re

from attrs import frozen
from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.model import Attributes
from articlekit.parsers.web.urls import without_query

_DIGITS = re.compile(r"\d{5,20}")
_YOUTUBE = re.compile(r"[\w-]{11}", re.ASCII)
_CODE = re.compile(r"[\w-]{5,40}", re.ASCII)
_BLUESKY = re.compile(r"at://(did:[a-z]{3,10}:[\w.:%-]{5,100})/app\.bsky\.feed\.post/(\w{5,40})", re.ASCII)
_ADDRESS = re.compile(
    r"(https://(?:www\.|m\.)?(?:instagram|threads|tiktok|facebook|twitter|x|reddit)\.(?:com|net)/[^\s?#]{3,300}"
    r"(?:\?(?:v|id|story_fbid|fbid)=[^\s#]{1,200})?)(?:[?#].*)?"
)


@frozen
class Number:
    """Where a page keeps the number of a post or a video, or its address, for a script."""

    attribute: str
    """The attribute that holds it."""
    within: frozenset[str]
    """Tags and class names of which the element has one. Empty: the attribute is enough."""
    form: re.Pattern[str]
    """What it looks like; groups are what stands in the address, the whole where there are none."""
    address: str
    """The address that it stands for."""


def _number(attribute: str, within: str, form: re.Pattern[str], address: str) -> Number:
    return Number(attribute, frozenset(within.split()), form, address)


NUMBERS: tuple[Number, ...] = (
    _number("videoid", "lite-youtube youtube-video", _YOUTUBE, "https://www.youtube.com/watch?v={}"),
    _number("data-videoid", "amp-youtube", _YOUTUBE, "https://www.youtube.com/watch?v={}"),
    _number("data-id", "youtube-player rll-youtube-player", _YOUTUBE, "https://www.youtube.com/watch?v={}"),
    _number("data-youtube-id", "", _YOUTUBE, "https://www.youtube.com/watch?v={}"),
    _number("videoid", "lite-vimeo", _DIGITS, "https://vimeo.com/{}"),
    _number("data-videoid", "amp-vimeo", _DIGITS, "https://vimeo.com/{}"),
    _number("data-videoid", "amp-dailymotion", _CODE, "https://www.dailymotion.com/video/{}"),
    _number("data-tweetid", "", _DIGITS, "https://twitter.com/i/status/{}"),
    _number("data-tweet-id", "", _DIGITS, "https://twitter.com/i/status/{}"),
    _number("data-shortcode", "amp-instagram", _CODE, "https://www.instagram.com/p/{}/"),
    _number("data-instgrm-permalink", "", _ADDRESS, "{}"),
    _number("data-text-post-permalink", "", _ADDRESS, "{}"),
    _number("data-bluesky-uri", "", _BLUESKY, "https://bsky.app/profile/{}/post/{}"),
    _number("cite", "tiktok-embed", _ADDRESS, "{}"),
    _number("data-src", "amp-tiktok", _ADDRESS, "{}"),
    _number("data-href", "amp-facebook fb-post fb-video", _ADDRESS, "{}"),
)
"""Numbers that are in wide use and stand for one address, the surest first."""
TAGS = frozenset(
    "amp-youtube amp-vimeo amp-dailymotion amp-twitter amp-instagram amp-tiktok amp-facebook lite-youtube lite-vimeo "
    "youtube-video".split()
)
"""Elements of scripts that show a post or a video."""
QUOTED = frozenset(
    "instagram-media twitter-tweet twitter-video tiktok-embed bluesky-embed text-post-media reddit-embed-bq reddit-card".split()
)
"""Class names of the quotations that stand for a post until a script shows it."""
ATTRIBUTES = frozenset(number.attribute for number in NUMBERS)
"""The attributes that may hold a number."""
_LINKED = re.compile(
    r"https://(?:www\.|mobile\.)?(?:(?:twitter|x)\.com/\w{1,40}/status/\d|instagram\.com/(?:[\w.]{1,40}/)?(?:p|reel|tv)/\w"
    r"|(?:old\.)?reddit\.com/r/\w{1,40}/comments/\w|threads\.(?:net|com)/@[\w.]{1,40}/post/\w|tiktok\.com/@[\w.]{1,40}/video/\d)"
)
"""The address of one post."""


def is_post(tag: str, attributes: Attributes) -> bool:
    """Whether an element stands for a post or a video that a script shows."""
    if tag in TAGS:
        return True
    if tag == "blockquote":
        return not QUOTED.isdisjoint((attributes.get("class") or "").split())
    return not ATTRIBUTES.isdisjoint(attributes) and _stated(tag, attributes) is not None


def address_of_post(element: LexborNode) -> str | None:
    """The address of the post or the video that an element stands for. None: it is not known."""
    tag, attributes = element.tag or "", element.attributes
    if (stated := _stated(tag, attributes)) is not None or tag != "blockquote":
        return stated
    # The last of the links in a quoted post leads to the post itself, those before it are the post's own.
    hrefs = [link.attributes.get("href") or "" for link in element.css("a")]
    return next((without_query(href) for href in reversed(hrefs) if _LINKED.match(href)), None)


def _stated(tag: str, attributes: Attributes) -> str | None:
    """The address that the attributes of an element give, or that a number in them stands for."""
    names = {tag, *(attributes.get("class") or "").split()}
    for number in NUMBERS:
        value = (attributes.get(number.attribute) or "").strip()
        if value and (not number.within or not number.within.isdisjoint(names)):
            match = number.form.fullmatch(value)
            if match is not None:
                return number.address.format(*(match.groups() or (value,)))
    return None
