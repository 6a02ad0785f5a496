"""Addresses of pictures: which lead to one picture in several sizes, and which to an ornament."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from articlekit.parsers.web.urls import without_query

MAX_URL_CHARS = 2000
"""Characters of an address that are read."""
MIN_UNIQUE_NAME_CHARS = 14
"""Letters of a file's name that tell a picture from all others, wherever it lies."""
MAX_FOLDERS = 4
"""Folders around a file that may name what lies in them."""
ORNAMENT_WORDS = frozenset(
    "logo logos icon icons avatar avatars gravatar pixel spacer blank transparent placeholder emoji smiley 1x1 badge "
    "button sprite loading loader spinner favicon tracking beacon captcha headshot headshots".split()
)
"""Words in a file's name, or in the class of an ``img``, that mark an ornament."""
BUTTON_WORDS = frozenset(
    "facebook twitter x line whatsapp instagram linkedin telegram youtube pinterest reddit email mail print share rss "
    "copy link comment comments search close menu arrow play".split()
)
"""Words that mark a button where a file's name holds no others."""
SITE_IMAGE_WORDS = BUTTON_WORDS | frozenset(
    "default fallback og opengraph ogimage image img social sharing card preview thumb thumbnail site generic subscribe".split()
)
"""Words that mark what stands for a whole site where a file's name holds no others."""
_FOLDERS = frozenset(
    "author authors avatar avatars headshot headshots gravatar userpics icon icons logo logos emoji emojis smileys badges".split()
)
"""Words that name a folder of ornaments, or of the portraits of writers, in a name of two words at most."""
_PORTRAITS = frozenset("photo photos picture pictures image images".split())
"""Words that name such a folder beside ``profile``."""

_PEOPLE = frozenset("bio author team staff profile portrait mug mugshot".split())
"""Words in the name of a file with the portrait of a writer."""

_SMALL = re.compile(r"(?<!\d)[12]?\d\dx[12]?\d\d(?!\d)|[?&]w(?:idth)?=[12]?\d\d(?!\d)")
"""In an address: a width below 300 pixels."""
_INNER = re.compile(r"[?&](?:url|src|image|img|u|uri)=([^?&]{4,})", re.IGNORECASE)
"""In the address of a service that makes pictures smaller: the address of the picture itself."""
_GROWN = re.compile(r"=[swh]\d{2,4}(?:-[a-z\d-]{1,20})?\Z")
"""What one large store of pictures puts behind an address to have it in a size."""
_SIZE = re.compile(
    r"(?:\d{1,5}[x×*]\d{1,5}|\d{3,5}x|x\d{2,5}|[swh]\d{1,4}x\d{1,4}|[wsh]\d{2,4}|\d{2,5}(?:px|w|h)|(?:[xywh]\d{1,5}){2,4})"
)
"""A part of a name that tells the size of a picture, and not what it shows."""
_SIZES = frozenset("c scaled resized cropped crop thumb thumbs thumbnail retina".split())
"""The same in words."""
_ASKED = re.compile(
    r"(?:[a-z]{1,2}_[^,/]{1,40},?){1,12}|filters:.{1,200}|fit-in|smart|(?:[a-z]{1,10}=[^,/=]{1,20},?){1,12}"
)
"""A folder in whose name a service is told how to make the picture."""
_LOOK = frozenset(
    "w h width height s size q quality fit crop resize auto format fm dpr ixlib rect strip ssl itok sig auth token v ver "
    "smart cb ts imwidth impolicy".split()
)
"""Keys of a query that tell how to make the picture, or when it was made."""
_SERVICE = "cdn-cgi/image/"
"""Where one large service that makes pictures smaller begins: a folder with what it is told follows."""
_WIDE_HIGH = re.compile(r"/(?!19|20)\d{3,4}/(?!19|20)\d{3,4}(?=/)")
"""Two folders with the width and the height of the picture in them."""
_WIDE_NUMBER = re.compile(r"/(?!19|20)\d{3,4}(?=/\d{5,12}(?:\.|\Z))")
"""A folder with the width of the pictures in it, which are called by numbers."""
_ID = re.compile(
    r"(?<![0-9a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]{0,31}\d)[0-9a-f]{10,64}|\d{8,9})(?![0-9a-f])"
)
"""What a store of pictures calls one by."""
_DAY = re.compile(r"(?:19|20)\d{6}")
_WIDTH = re.compile(r"(?<=[^\d-])-?\d{3,4}\Z")
"""A number behind a name that is a width, unless it counts pictures."""
_ENDING = re.compile(r"(?:\.(?:jpe?g|png|gif|webp|avif|jfif|tiff?|bmp|heic)){1,2}\Z")
_PART = re.compile(r"[-_.,+\s]+")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)
def image_key(address: str) -> str:
    """What addresses of one picture in several sizes have in common.

    >>> image_key("https://a.example/pier-300x200.jpg?w=300") == image_key("//cdn.a.example/pier.webp")
    True
    """
    folders, name, query = _taken_apart(address)
    kept = [folder for folder in folders if not _is_size(folder) and not _ASKED.fullmatch(folder)]
    return "/".join((*kept, name)) + (f"?{query}" if query else "")


def file_key(address: str) -> str:
    """The same wherever the file lies, if its name tells it from all others; else what :func:`image_key` gives."""
    _, name, query = _taken_apart(address)
    return name if len(name) >= MIN_UNIQUE_NAME_CHARS and not query else image_key(address)


def is_same_image(stated: str, shown: str) -> bool:
    """Whether the picture that a page states for its story is most likely one that the story shows.

    >>> is_same_image("https://a.example/65453399_6.jpg", "https://a.example/65453399_303.jpg")
    True
    """
    if file_key(stated) == file_key(shown):
        return True
    ids = _ids(stated)
    return ids == _ids(shown) if ids else _without_width(stated) == _without_width(shown)


def _ids(address: str) -> frozenset[str]:
    """What a store calls the picture by; empty where the address has no such names."""
    path = _inner(address[:MAX_URL_CHARS]).lower().partition("?")[0]
    return frozenset(word for word in _ID.findall(path) if not _DAY.fullmatch(word))


def _without_width(address: str) -> str:
    return _WIDTH.sub("", image_key(address))


@lru_cache(maxsize=256)
def _taken_apart(address: str) -> tuple[list[str], str, str]:
    """The folders of an address, the file's name without sizes and ending, and the query where it tells the picture."""
    address = _inner(address[:MAX_URL_CHARS].strip())
    path, _, query = address.lower().partition("#")[0].partition("?")
    path = _GROWN.sub("", path.partition("//")[2].partition("/")[2] if "//" in path[:9] else path.lstrip("/"))
    path = _WIDE_NUMBER.sub("", _WIDE_HIGH.sub("", f"/{path}"))[1:].removeprefix(_SERVICE)
    *folders, name = path.split("/")
    stem = _ENDING.sub("", name)
    parts = [part for part in _PART.split(stem) if part and not _is_size(part)]
    pairs = () if stem != name else query.split("&")
    query = "&".join(pair for pair in pairs if pair.partition("=")[0] not in _LOOK)
    return folders, "-".join(parts), query


def _is_size(part: str) -> bool:
    """Whether a part of a name tells the size of a picture."""
    if part.isalpha():
        return part in _SIZES
    return not part.isdigit() and _SIZE.fullmatch(part) is not None


def _inner(address: str) -> str:
    """The address that ``address`` holds, where it leads to a service that makes pictures smaller."""
    if match := _INNER.search(address):
        inner = unquote(match[1])
        return inner if "/" in inner or _ENDING.search(inner.lower()) else address
    whole = unquote(address) if "%" in address else address
    start = max(whole.rfind("http://"), whole.rfind("https://"))
    return whole[start:] if start > 0 else whole


def is_image_file(address: str) -> bool:
    """Whether the path of an address ends like the name of a picture's file."""
    return _ENDING.search(without_query(address).lower()) is not None


def is_ornament(address: str) -> bool:
    """Whether the names of a picture's file and folders say that it is an icon, a button, a logo or a writer's portrait."""
    folders, words, ending = _names(address)
    if ending == "svg" or not ORNAMENT_WORDS.isdisjoint(words) or any(map(_holds_ornaments, folders)):
        return True
    return bool(words) and words <= BUTTON_WORDS


def is_portrait(address: str) -> bool:
    """Whether a picture's name, or the size in its address, say that it is a small one of somebody."""
    _, words, _ = _names(address)
    return not words.isdisjoint(_PEOPLE) or _SMALL.search(address) is not None


def _holds_ornaments(folder: str) -> bool:
    words = split_name_words(folder)
    return len(words) <= 2 and not (
        words.isdisjoint(_FOLDERS) and ("profile" not in words or words.isdisjoint(_PORTRAITS))
    )


def is_site_image(address: str) -> bool:
    """Whether a picture that a page states for its story is the site's own: a logo, or a card for any page."""
    _, words, _ = _names(address)
    return is_ornament(address) or (bool(words) and words <= SITE_IMAGE_WORDS)


def _names(address: str) -> tuple[list[str], set[str], str]:
    """The innermost folders of an address, the words of the file's name, and its ending."""
    if "%" in address or "=" in address:
        address = _inner(address[:MAX_URL_CHARS])
    *folders, name = address.partition("?")[0].lower().split("/")
    stem, _, ending = name.rpartition(".")
    return folders[-MAX_FOLDERS:], split_name_words(stem or ending), ending


def split_name_words(names: str | None) -> set[str]:
    """The words of file or class names, in lower case."""
    return {word.lower() for word in _WORD.findall(names[:300])} if names else set()
