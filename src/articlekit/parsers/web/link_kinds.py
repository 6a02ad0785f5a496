"""What the link around a picture is for: the picture or a recording, another story, or what it shows."""

from __future__ import annotations

import re

from articlekit.models import LinkKind
from articlekit.parsers.web.image_urls import file_key, is_image_file, split_name_words
from articlekit.parsers.web.urls import registrable_domain, split_url, without_query

MEDIA_ENDINGS = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".m4v", ".mov", ".webm", ".m3u8",
)  # fmt: skip
"""What the addresses of pictures and recordings end with."""
MEDIA_PAGE_WORDS = frozenset(
    "photo photos image images picture pictures gallery galleries slideshow multimedia media video videos watch embed player "
    "reel shorts audio podcast pluralphoto spaceimages foto fotos fotostrecke bildergalerie bilder galerie galeria".split()
)
"""Words of a folder or a page that shows pictures or plays recordings."""
MEDIA_SITES = frozenset("youtu.be vimeo.com dailymotion.com soundcloud.com spotify.com".split())
"""Sites of nothing but players, as they were registered."""
MAX_FOLDER_WORDS = 2
"""Words in the name of such a folder: a headline that tells of a picture has more."""

_SEGMENT = re.compile(r"[^/]+")


def is_media_url(href: str) -> bool:
    """Whether a link leads to a file with a picture or a recording, or to a page that shows one.

    >>> is_media_url("/pier.jpg?w=9"), is_media_url("/photos/pier/2"), is_media_url("/news/pier-video-shows-storm")
    (True, True, False)
    """
    path = without_query(href).lower()
    if path.endswith(MEDIA_ENDINGS) or is_image_file(path):
        return True
    parts = split_url(href)
    # The last part of a path names what is shown, unless the query does.
    folders = _SEGMENT.findall(parts.path) if parts.query else _SEGMENT.findall(parts.path)[:-1]
    if any(_shows(folder) for folder in folders):
        return True
    return bool(parts.netloc and parts.path.strip("/")) and registrable_domain(href) in MEDIA_SITES


def _shows(folder: str) -> bool:
    words = split_name_words(folder.replace("_", "-"))
    return len(words) <= MAX_FOLDER_WORDS and not words.isdisjoint(MEDIA_PAGE_WORDS)


def image_link_kind(url: str | None, picture: str | None, place: str | None) -> LinkKind:
    """What the link to ``url`` around ``picture`` is for, on a page at ``place``."""
    if url is None:
        return "reference"
    if is_media_url(url) or (picture and file_key(url) == file_key(picture)):
        return "media"
    if url == place:
        return "original"
    domain = registrable_domain(url)
    return "related" if place and domain and domain == registrable_domain(place) else "reference"


AUTHOR_PAGE_PATH = re.compile(
    r"/(?:authors?|by|people|profiles?|staff|contributors?|journalists?|reporters?|writers?)/"
)
"""In the address of a writer's own page."""
