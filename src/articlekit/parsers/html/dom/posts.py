"""Placeholders of embedded posts and videos: elements that hold an id or an address for a script, and the address they stand for."""

from __future__ import annotations

import re

from attrs import frozen
from selectolax.lexbor import LexborNode

from articlekit.parsers.html.dom.model import Attributes
from articlekit.parsers.web.urls import without_query

_NUMERIC_ID = re.compile(r"\d{5,20}")
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_SHORT_ID = re.compile(r"[\w-]{5,40}", re.ASCII)
_BLUESKY_URI = re.compile(r"at://(did:[a-z]{3,10}:[\w.:%-]{5,100})/app\.bsky\.feed\.post/(\w{5,40})", re.ASCII)
_POST_URL = re.compile(
    r"(https://(?:www\.|m\.)?(?:instagram|threads|tiktok|facebook|twitter|x|reddit)\.(?:com|net)/[^\s?#]{3,300}"
    r"(?:\?(?:v|id|story_fbid|fbid)=[^\s#]{1,200})?)(?:[?#].*)?"
)


@frozen
class Placeholder:
    """An attribute in which pages keep the id or the address of a post or a video."""

    attribute: str
    """The name of the attribute."""
    names: frozenset[str]
    """Tags and class names of which the element must have one. Empty: the attribute is enough."""
    pattern: re.Pattern[str]
    """The form of the value. Its groups go into the address; without groups the whole value does."""
    url: str
    """The address that the value stands for, with a ``{}`` for each group."""


def _placeholder(attribute: str, names: str, pattern: re.Pattern[str], url: str) -> Placeholder:
    return Placeholder(attribute, frozenset(names.split()), pattern, url)


PLACEHOLDERS: tuple[Placeholder, ...] = (
    _placeholder("videoid", "lite-youtube youtube-video", _YOUTUBE_ID, "https://www.youtube.com/watch?v={}"),
    _placeholder("data-videoid", "amp-youtube", _YOUTUBE_ID, "https://www.youtube.com/watch?v={}"),
    _placeholder("data-id", "youtube-player rll-youtube-player", _YOUTUBE_ID, "https://www.youtube.com/watch?v={}"),
    _placeholder("data-youtube-id", "", _YOUTUBE_ID, "https://www.youtube.com/watch?v={}"),
    _placeholder("videoid", "lite-vimeo", _NUMERIC_ID, "https://vimeo.com/{}"),
    _placeholder("data-videoid", "amp-vimeo", _NUMERIC_ID, "https://vimeo.com/{}"),
    _placeholder("data-videoid", "amp-dailymotion", _SHORT_ID, "https://www.dailymotion.com/video/{}"),
    _placeholder("data-tweetid", "", _NUMERIC_ID, "https://twitter.com/i/status/{}"),
    _placeholder("data-tweet-id", "", _NUMERIC_ID, "https://twitter.com/i/status/{}"),
    _placeholder("data-shortcode", "amp-instagram", _SHORT_ID, "https://www.instagram.com/p/{}/"),
    _placeholder("data-instgrm-permalink", "", _POST_URL, "{}"),
    _placeholder("data-text-post-permalink", "", _POST_URL, "{}"),
    _placeholder("data-bluesky-uri", "", _BLUESKY_URI, "https://bsky.app/profile/{}/post/{}"),
    _placeholder("cite", "tiktok-embed", _POST_URL, "{}"),
    _placeholder("data-src", "amp-tiktok", _POST_URL, "{}"),
    _placeholder("data-href", "amp-facebook fb-post fb-video", _POST_URL, "{}"),
)
"""Placeholders that many sites use, the most reliable first."""
TAGS = frozenset(
    "amp-youtube amp-vimeo amp-dailymotion amp-twitter amp-instagram amp-tiktok amp-facebook lite-youtube lite-vimeo "
    "youtube-video".split()
)
"""Custom elements that show a post or a video."""
QUOTE_CLASSES = frozenset(
    "instagram-media twitter-tweet twitter-video tiktok-embed bluesky-embed text-post-media reddit-embed-bq reddit-card".split()
)
"""Class names of block quotes that stand for a post until a script shows it."""
PLACEHOLDER_ATTRIBUTES = frozenset(placeholder.attribute for placeholder in PLACEHOLDERS)
"""The attributes that may hold the id or the address of a post."""
_LINK_TO_POST = re.compile(
    r"https://(?:www\.|mobile\.)?(?:(?:twitter|x)\.com/\w{1,40}/status/\d|instagram\.com/(?:[\w.]{1,40}/)?(?:p|reel|tv)/\w"
    r"|(?:old\.)?reddit\.com/r/\w{1,40}/comments/\w|threads\.(?:net|com)/@[\w.]{1,40}/post/\w|tiktok\.com/@[\w.]{1,40}/video/\d)"
)
"""The beginning of the address of one post."""


def is_post(tag: str, attributes: Attributes) -> bool:
    """True if an element stands for a post or a video that a script shows."""
    if tag in TAGS:
        return True
    if tag == "blockquote":
        return not QUOTE_CLASSES.isdisjoint((attributes.get("class") or "").split())
    return not PLACEHOLDER_ATTRIBUTES.isdisjoint(attributes) and _url_in_attributes(tag, attributes) is not None


def post_url(node: LexborNode) -> str | None:
    """Return the address of the post or the video that an element stands for, or None if it is not known."""
    tag, attributes = node.tag or "", node.attributes
    if (url := _url_in_attributes(tag, attributes)) is not None or tag != "blockquote":
        return url
    # The last link in a quoted post leads to the post itself; the links before it are the post's own.
    hrefs = [link.attributes.get("href") or "" for link in node.css("a")]
    return next((without_query(href) for href in reversed(hrefs) if _LINK_TO_POST.match(href)), None)


def _url_in_attributes(tag: str, attributes: Attributes) -> str | None:
    """Return the address that one of an element's attributes gives or stands for."""
    names = {tag, *(attributes.get("class") or "").split()}
    for placeholder in PLACEHOLDERS:
        value = (attributes.get(placeholder.attribute) or "").strip()
        if value and (not placeholder.names or not placeholder.names.isdisjoint(names)):
            match = placeholder.pattern.fullmatch(value)
            if match is not None:
                return placeholder.url.format(*(match.groups() or (value,)))
    return None
