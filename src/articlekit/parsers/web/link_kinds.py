"""What the link around an image leads to: the image or a recording, another story, or a reference."""

from __future__ import annotations

import re

from articlekit.models import LinkKind
from articlekit.parsers.web.image_urls import file_key, is_image_file, split_name_words
from articlekit.parsers.web.urls import registrable_domain, split_url, without_query

MEDIA_ENDINGS = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".m4v", ".mov", ".webm", ".m3u8",
)  # fmt: skip
"""Extensions of images and recordings."""
MEDIA_PAGE_WORDS = frozenset(
    "photo photos image images picture pictures gallery galleries slideshow multimedia media video videos watch embed player "
    "reel shorts audio podcast pluralphoto spaceimages foto fotos fotostrecke bildergalerie bilder galerie galeria".split()
)
"""Words in the name of a folder or a page that shows images or plays recordings."""
MEDIA_SITES = frozenset("youtu.be vimeo.com dailymotion.com soundcloud.com spotify.com".split())
"""Registrable domains of sites that only play recordings."""
MAX_FOLDER_WORDS = 2
"""Words in the name of such a folder. The headline of a story about a photo has more."""

_SEGMENT = re.compile(r"[^/]+")


def is_media_url(href: str) -> bool:
    """True if a link leads to an image or a recording, or to a page that shows it.

    >>> is_media_url("/pier.jpg?w=9"), is_media_url("/photos/pier/2"), is_media_url("/news/pier-video-shows-storm")
    (True, True, False)
    """
    path = without_query(href).lower()
    if path.endswith(MEDIA_ENDINGS) or is_image_file(path):
        return True
    parts = split_url(href)
    # The last part of a path names the thing that is shown, unless the query does.
    folders = _SEGMENT.findall(parts.path) if parts.query else _SEGMENT.findall(parts.path)[:-1]
    if any(_is_media_folder(folder) for folder in folders):
        return True
    return bool(parts.netloc and parts.path.strip("/")) and registrable_domain(href) in MEDIA_SITES


def _is_media_folder(folder: str) -> bool:
    words = split_name_words(folder.replace("_", "-"))
    return len(words) <= MAX_FOLDER_WORDS and not words.isdisjoint(MEDIA_PAGE_WORDS)


def image_link_kind(url: str | None, image_url: str | None, page_url: str | None) -> LinkKind:
    """Return the kind of a link to ``url`` around an image."""
    if url is None:
        return "reference"
    if is_media_url(url) or (image_url and file_key(url) == file_key(image_url)):
        return "media"
    if url == page_url:
        return "original"
    domain = registrable_domain(url)
    return "related" if page_url and domain and domain == registrable_domain(page_url) else "reference"


AUTHOR_PAGE_PATH = re.compile(
    r"/(?:authors?|by|people|profiles?|staff|contributors?|journalists?|reporters?|writers?)/"
)
"""A folder in the URL of a writer's own page."""
