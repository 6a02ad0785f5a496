"""URLs of images: which show the same image in several sizes, and which show an ornament."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from articlekit.parsers.web.urls import without_query

MAX_URL_CHARS = 2000
"""Characters of a URL that are read."""
MIN_UNIQUE_NAME_CHARS = 14
"""Characters of a file name that identify an image on any host."""
MAX_FOLDERS = 4
"""Innermost folders of a path whose names are read."""
ORNAMENT_WORDS = frozenset(
    "logo logos icon icons avatar avatars gravatar pixel spacer blank transparent placeholder emoji smiley 1x1 badge "
    "button sprite loading loader spinner favicon tracking beacon captcha headshot headshots".split()
)
"""Words in a file name, or in the class of an ``img``, that mark an ornament."""
BUTTON_WORDS = frozenset(
    "facebook twitter x line whatsapp instagram linkedin telegram youtube pinterest reddit email mail print share rss "
    "copy link comment comments search close menu arrow play".split()
)
"""Words that mark a button if a file name has no other words."""
SITE_IMAGE_WORDS = BUTTON_WORDS | frozenset(
    "default fallback og opengraph ogimage image img social sharing card preview thumb thumbnail site generic subscribe".split()
)
"""Words that mark an image for the whole site if a file name has no other words."""
_ORNAMENT_FOLDERS = frozenset(
    "author authors avatar avatars headshot headshots gravatar userpics icon icons logo logos emoji emojis smileys badges".split()
)
"""Words in the name of a folder of ornaments or portraits of writers; the name has two words at most."""
_PORTRAIT_FOLDERS = frozenset("photo photos picture pictures image images".split())
"""Words in the name of such a folder next to ``profile``."""
_PORTRAIT_WORDS = frozenset("bio author team staff profile portrait mug mugshot".split())
"""Words in the file name of the portrait of a writer."""

_SMALL_SIZE = re.compile(r"(?<!\d)[12]?\d\dx[12]?\d\d(?!\d)|[?&]w(?:idth)?=[12]?\d\d(?!\d)")
"""A width below 300 pixels in a URL."""
_INNER_URL = re.compile(r"[?&](?:url|src|image|img|u|uri)=([^?&]{4,})", re.IGNORECASE)
"""The URL of the image itself in the URL of a resizing service."""
_STORE_SIZE = re.compile(r"=[swh]\d{2,4}(?:-[a-z\d-]{1,20})?\Z")
"""The size that one large image store appends to a URL."""
_SIZE_PART = re.compile(
    r"(?:\d{1,5}[x×*]\d{1,5}|\d{3,5}x|x\d{2,5}|[swh]\d{1,4}x\d{1,4}|[wsh]\d{2,4}|\d{2,5}(?:px|w|h)|(?:[xywh]\d{1,5}){2,4})"
)
"""A part of a file name that is a size."""
_SIZE_WORDS = frozenset("c scaled resized cropped crop thumb thumbs thumbnail retina".split())
"""Parts of a file name that are sizes in words."""
_SERVICE_FOLDER = re.compile(
    r"(?:[a-z]{1,2}_[^,/]{1,40},?){1,12}|filters:.{1,200}|fit-in|smart|(?:[a-z]{1,10}=[^,/=]{1,20},?){1,12}"
)
"""A folder whose name says how a service resizes the image."""
_SIZE_KEYS = frozenset(
    "w h width height s size q quality fit crop resize auto format fm dpr ixlib rect strip ssl itok sig auth token v ver "
    "smart cb ts imwidth impolicy".split()
)
"""Query keys that tell how to resize the image, or when it was made."""
_RESIZING_SERVICE = "cdn-cgi/image/"
"""The start of the path of one large resizing service; a folder with its instructions follows."""
_WIDTH_AND_HEIGHT_FOLDERS = re.compile(r"/(?!19|20)\d{3,4}/(?!19|20)\d{3,4}(?=/)")
"""Two folders that hold the width and the height of the image."""
_WIDTH_FOLDER = re.compile(r"/(?!19|20)\d{3,4}(?=/\d{5,12}(?:\.|\Z))")
"""A folder that holds the width of the images in it, whose names are numbers."""
_ID = re.compile(
    r"(?<![0-9a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]{0,31}\d)[0-9a-f]{10,64}|\d{8,9})(?![0-9a-f])"
)
"""The identifier of an image in an image store."""
_DAY = re.compile(r"(?:19|20)\d{6}")
_WIDTH_AT_END = re.compile(r"(?<=[^\d-])-?\d{3,4}\Z")
"""A width at the end of a name."""
_EXTENSION = re.compile(r"(?:\.(?:jpe?g|png|gif|webp|avif|jfif|tiff?|bmp|heic)){1,2}\Z")
_NAME_SEPARATOR = re.compile(r"[-_.,+\s]+")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)
def image_key(url: str) -> str:
    """Return a key that the URLs of all variants (sizes) of one image have in common.

    >>> image_key("https://a.example/pier-300x200.jpg?w=300") == image_key("//cdn.a.example/pier.webp")
    True
    """
    folders, name, query = _split_image_url(url)
    kept = [folder for folder in folders if not _is_size(folder) and not _SERVICE_FOLDER.fullmatch(folder)]
    return "/".join((*kept, name)) + (f"?{query}" if query else "")


def file_key(url: str) -> str:
    """Return the name of the file if it identifies the image on any host; otherwise the same as :func:`image_key`."""
    _, name, query = _split_image_url(url)
    return name if len(name) >= MIN_UNIQUE_NAME_CHARS and not query else image_key(url)


def is_same_image(metadata_url: str, visible_url: str) -> bool:
    """True if the image in a page's metadata is most likely an image that the story shows.

    >>> is_same_image("https://a.example/65453399_6.jpg", "https://a.example/65453399_303.jpg")
    True
    """
    if file_key(metadata_url) == file_key(visible_url):
        return True
    ids = _ids(metadata_url)
    return ids == _ids(visible_url) if ids else _without_width(metadata_url) == _without_width(visible_url)


def _ids(url: str) -> frozenset[str]:
    """Return the identifiers of image stores in a URL."""
    path = _inner_url(url[:MAX_URL_CHARS]).lower().partition("?")[0]
    return frozenset(word for word in _ID.findall(path) if not _DAY.fullmatch(word))


def _without_width(url: str) -> str:
    return _WIDTH_AT_END.sub("", image_key(url))


@lru_cache(maxsize=256)
def _split_image_url(url: str) -> tuple[list[str], str, str]:
    """Return the folders of a URL, the file name without sizes and extension, and the query if it identifies the image."""
    url = _inner_url(url[:MAX_URL_CHARS].strip())
    path, _, query = url.lower().partition("#")[0].partition("?")
    path = _STORE_SIZE.sub("", path.partition("//")[2].partition("/")[2] if "//" in path[:9] else path.lstrip("/"))
    path = _WIDTH_FOLDER.sub("", _WIDTH_AND_HEIGHT_FOLDERS.sub("", f"/{path}"))[1:].removeprefix(_RESIZING_SERVICE)
    *folders, name = path.split("/")
    stem = _EXTENSION.sub("", name)
    parts = [part for part in _NAME_SEPARATOR.split(stem) if part and not _is_size(part)]
    pairs = () if stem != name else query.split("&")
    query = "&".join(pair for pair in pairs if pair.partition("=")[0] not in _SIZE_KEYS)
    return folders, "-".join(parts), query


def _is_size(part: str) -> bool:
    """True if a part of a file name is a size."""
    if part.isalpha():
        return part in _SIZE_WORDS
    return not part.isdigit() and _SIZE_PART.fullmatch(part) is not None


def _inner_url(url: str) -> str:
    """Return the URL of the image itself if ``url`` is the URL of a resizing service."""
    if match := _INNER_URL.search(url):
        inner = unquote(match[1])
        return inner if "/" in inner or _EXTENSION.search(inner.lower()) else url
    whole = unquote(url) if "%" in url else url
    start = max(whole.rfind("http://"), whole.rfind("https://"))
    return whole[start:] if start > 0 else whole


def is_image_file(url: str) -> bool:
    """True if the path of a URL ends in the extension of an image file."""
    return _EXTENSION.search(without_query(url).lower()) is not None


def is_ornament(url: str) -> bool:
    """True if the names of file and folders say that an image is an icon, a button, a logo or a writer's portrait."""
    folders, words, extension = _split_names(url)
    if extension == "svg" or not ORNAMENT_WORDS.isdisjoint(words) or any(map(_holds_ornaments, folders)):
        return True
    return bool(words) and words <= BUTTON_WORDS


def is_portrait(url: str) -> bool:
    """True if the file name, or the size in the URL, says that an image is a small portrait."""
    _, words, _ = _split_names(url)
    return not words.isdisjoint(_PORTRAIT_WORDS) or _SMALL_SIZE.search(url) is not None


def _holds_ornaments(folder: str) -> bool:
    words = split_name_words(folder)
    return len(words) <= 2 and not (
        words.isdisjoint(_ORNAMENT_FOLDERS) and ("profile" not in words or words.isdisjoint(_PORTRAIT_FOLDERS))
    )


def is_site_image(url: str) -> bool:
    """True if the image in a page's metadata is the site's own: a logo, or a default image for any page."""
    _, words, _ = _split_names(url)
    return is_ornament(url) or (bool(words) and words <= SITE_IMAGE_WORDS)


def _split_names(url: str) -> tuple[list[str], set[str], str]:
    """Return the innermost folders of a URL, the words of the file name, and its extension."""
    if "%" in url or "=" in url:
        url = _inner_url(url[:MAX_URL_CHARS])
    *folders, name = url.partition("?")[0].lower().split("/")
    stem, _, extension = name.rpartition(".")
    return folders[-MAX_FOLDERS:], split_name_words(stem or extension), extension


def split_name_words(names: str | None) -> set[str]:
    """Return the words of a file name or of class names, in lower case."""
    return {word.lower() for word in _WORD.findall(names[:300])} if names else set()
