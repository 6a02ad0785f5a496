"""The images of a story, with their captions and credits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from articlekit.models import Image
from articlekit.parsers.draft import Draft, DraftBlock, DraftLink
from articlekit.parsers.html.boilerplate.by_markup import (
    BOILERPLATE_TAGS,
    BOILERPLATE_WORDS,
    CAPTIONS,
    EMBEDDED_POST_WORDS,
)
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.links import is_internal, link_target
from articlekit.parsers.html.dom.model import Element, Line, Page, Picture, paragraph_container
from articlekit.parsers.html.media.captions import (
    MAX_LINES_BESIDE,
    StoryImage,
    claim_lines,
    holds_only_captions,
    is_wrapper,
    read_caption,
)
from articlekit.parsers.html.media.embeds import IMAGE_TAGS, embed_blocks, frame_of
from articlekit.parsers.html.media.image_sources import image_url, is_unloaded, width_of
from articlekit.parsers.html.metadata.values import lead_images
from articlekit.parsers.web.image_urls import file_key, image_key, is_image_file, is_portrait
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH, is_media_url
from articlekit.parsers.web.schema_org import plain_text
from articlekit.parsers.web.urls import host_of

MAX_LINES_ABOVE_HEADLINE = 12
"""Lines above the headline among which the lead image may be."""
MAX_HEADER_LINES = 40
"""Lines between the headline and the story."""
MIN_WIDTH = 300
"""Pixels from which an image next to the headline is not an ornament."""
NEAR_LINES = 3
"""Lines before and after an image among which its headline is if the image belongs to a teaser."""
NEAR_ANCESTORS = 8
"""Ancestors of an image, its own element included, among which its wrapper is looked for."""

_IMAGE_WORDS = frozenset(
    "image images img photo photos picture pictures media figure hero featured featuredimage wp caption gallery "
    "slideshow lightbox illustration thumbnail".split()
)
"""Words in the name of an element around an image."""
_ALLOWED_WORDS = (
    _IMAGE_WORDS
    | CAPTIONS
    | frozenset("carousel slider swiper placeholder fallback icon icons meta header button share".split())
)
"""Words that mark boilerplate, but not in the name of an element around an image."""
_FOREIGN_WORDS = BOILERPLATE_WORDS - _ALLOWED_WORDS
"""Words in the name of an element around an image that belongs to something else than the story."""
_FOREIGN_TAGS = BOILERPLATE_TAGS - {"figure", "header", "figcaption"}
"""Tags of such elements."""
_EMBED_WORDS = frozenset(("embed", "embeds", "tweet"))
"""Words in the name of an element around an embedded post."""
_NOT_WRAPPER_TAGS = frozenset("article main body header section".split())
"""Tags of elements that hold more than an image with its caption."""


class Gallery:
    """The images of one story, while they are chosen.

    ``lines`` are the lines of the story without its headline; if there are none, the headline alone: then the images
    with captions under it are all that the page has.
    """

    def __init__(self, page: Page, lines: list[Line], lead: dict[str, Image], host: str | None) -> None:
        self.page = page
        self.lead = lead
        """The images that the metadata gives, by what :func:`file_key` makes of their addresses."""
        self.host = host
        """The host in the metadata. None: not known."""
        self.line_indexes = _line_indexes(page, lines)
        self.first, self.last = self.line_indexes[0], self.line_indexes[-1]
        self.headline_index = _headline_index(page, self.first)
        self.has_text = lines[0].element.tag != "h1"
        self.story_elements = sorted(line.element.index for line in lines)
        """The indexes of the elements of the story's lines."""
        self.text_elements = sorted({line.element.index for line in page.lines})
        """The indexes of the elements of all lines."""
        self.verdicts: dict[tuple[Element, bool], bool] = {}
        """The answers of :meth:`_may_be_of_story`, by element and whether an embed was asked about."""

    def choose(self) -> list[StoryImage]:
        """Return the images in the story, right above it and right below it, each once, in page order."""
        whole, inner = self._container(self.headline_index), self._container(self.first)
        end = self.last
        found: dict[str, StoryImage] = {}
        unloaded: list[Picture] = []
        for picture in self.page.pictures:
            index = picture.line_index
            is_near = self.headline_index - MAX_LINES_ABOVE_HEADLINE <= index <= end + 1
            if picture.node.tag not in IMAGE_TAGS or not is_near:
                continue
            container = inner if index > self.last else whole
            is_within = container.contains(picture.element) and self._may_be_of_story(picture)
            if not is_within and (index > self.first or not self.lead):
                continue
            image = None if self._is_teaser(picture) else self._read(picture)
            if image is None and is_within and index <= self.last and self._is_unloaded(picture):
                unloaded.append(picture)
            if image is None or self._is_repeated(image, found):
                continue
            is_lead = index <= self.first and file_key(image.url) in self.lead
            if is_lead or (is_within and self._is_content(image)):
                found[image_key(image.url)] = image
                if index > self.last:
                    end = max(end, self._last_line_with(image))
        images = list(found.values())
        if not unloaded:
            return images
        return sorted(images + self._captioned(unloaded, images), key=lambda image: image.picture.line_index)

    def embeds(self) -> list[Picture]:
        """Return the frames and placeholders of posts between the headline and the line after the story."""
        container = self._container(self.headline_index)
        return [
            picture
            for picture in self.page.pictures
            if self.headline_index <= picture.line_index <= self.last + 1
            and container.contains(picture.element)
            and frame_of(picture.node) is not None
            and self._may_be_of_story(picture)
        ]

    def _is_unloaded(self, picture: Picture) -> bool:
        """True if a picture is an image of the story whose address only a script knows."""
        leads_away = bool(picture.href) and not is_media_url(picture.href)
        return not leads_away and picture.node.tag != "noscript" and is_unloaded(picture.node.attributes)

    def _captioned(self, unloaded: list[Picture], images: list[StoryImage]) -> list[StoryImage]:
        """Return an image without an address for each wrapper with text that holds one of ``unloaded`` and none of ``images``."""
        found: dict[Element, StoryImage] = {}
        for picture in unloaded:
            wrapper = self._wrapper(picture)
            if wrapper is None or not self._has_text(wrapper):
                continue
            if not any(wrapper.contains(image.picture.element) for image in images):
                alt = " ".join((picture.node.attributes.get("alt") or "").split())
                found.setdefault(wrapper, StoryImage(picture, "", alt or None, wrapper))
        return list(found.values())

    def _is_teaser(self, picture: Picture) -> bool:
        """True if a picture leads to another page of the site, and a line next to it that is not the story's does too."""
        href, index, lines = picture.href, picture.line_index, self.page.lines
        if not is_internal(href, self.host) or is_media_url(href):
            return False
        near = range(max(0, index - NEAR_LINES), min(len(lines), index + NEAR_LINES))
        return any(link_target(lines[other]) == href and not self._is_story_line(other) for other in near)

    def _is_story_line(self, index: int) -> bool:
        at = bisect_left(self.line_indexes, index)
        return at < len(self.line_indexes) and self.line_indexes[at] == index

    def _is_repeated(self, image: StoryImage, found: dict[str, StoryImage]) -> bool:
        """True if an image was found already. One found without a caption gives way to the same image with a caption."""
        previous = next(reversed(found.values()), None)
        picture = image.picture
        if previous is not None and picture.node.tag == "noscript" and previous.picture.element is picture.element:
            return True
        key = image_key(image.url)
        if key not in found:
            return False
        if self._has_caption(found[key]) or not self._has_caption(image) or not self._may_be_of_story(picture):
            return True
        del found[key]
        return False

    def _has_caption(self, image: StoryImage) -> bool:
        return image.wrapper is not None and self._has_text(image.wrapper)

    def _last_line_with(self, image: StoryImage) -> int:
        """Return the index of the last line that belongs to an image below the story."""
        index = image.picture.line_index
        if image.wrapper is not None:
            for line in self.page.lines[index : index + MAX_LINES_BESIDE]:
                if not image.wrapper.contains(line.element):
                    break
                index += 1
        return index - 1

    def _container(self, line_index: int) -> Element:
        """Return the innermost element around the story's lines and the line at ``line_index``."""
        own = paragraph_container(self.page.lines[line_index])
        if not self.has_text:
            return next(one for one in own.self_and_ancestors() if one.tag in ("article", "main", "body"))
        low, high = min(self.story_elements[0], own.index), max(self.story_elements[-1], own.index)
        return next(one for one in own.self_and_ancestors() if one.index <= low and one.last_index >= high)

    def _read(self, picture: Picture) -> StoryImage | None:
        """Return a picture as an image with its address, or None if it is an ornament or the portrait of an author."""
        node = picture.node.css_first("img") if picture.node.tag == "noscript" else picture.node
        attributes = node.attributes if node is not None else {}
        url = image_url(node, attributes) if node is not None else None
        if url is None and is_image_file(picture.href) and is_unloaded(attributes):
            # A click on the image shows the file itself.
            url = picture.href
        if url is None or AUTHOR_PAGE_PATH.search(picture.href):
            return None
        alt = attributes.get("alt") or ""
        alt_words = plain_text(alt) if "<" in alt else " ".join(alt.split()) or None
        wrapper = self._wrapper(picture)
        if wrapper is None and width_of(attributes) >= MIN_WIDTH and picture.element.excluded:
            wrapper = picture.element
        return StoryImage(picture, url.strip(), alt_words, wrapper)

    def _is_content(self, image: StoryImage) -> bool:
        """True if an image inside the container of the story is a part of it, not an ornament."""
        picture = image.picture
        leads_away = bool(picture.href) and not is_media_url(picture.href)
        if not self.has_text and (leads_away or not self._has_caption(image)):
            return False
        if image.wrapper is not None or picture.element.excluded:
            return image.wrapper is not None
        width = width_of(picture.node.attributes)
        if self.first < picture.line_index <= self.last or width >= MIN_WIDTH:
            return True
        # Between headline and text an image of unknown width is the story's, unless it leads elsewhere.
        is_under_headline = self.headline_index < picture.line_index <= self.first
        return is_under_headline and not (width or leads_away or is_portrait(image.url))

    def _may_be_of_story(self, picture: Picture) -> bool:
        """True if no element around a picture, up to the first with text of the story, belongs to something else."""
        path: list[Element] = []
        verdict, is_embed = True, picture.node.tag not in IMAGE_TAGS
        for element in picture.element.self_and_ancestors():
            if (element, is_embed) in self.verdicts:
                verdict = self.verdicts[element, is_embed]
                break
            if not element.excluded and self._has_text(element):
                break
            path.append(element)
        for element in reversed(path):
            verdict = verdict and self._is_neutral(element, picture.line_index, is_embed=is_embed)
            self.verdicts[element, is_embed] = verdict
        return verdict

    def _is_neutral(self, element: Element, line_index: int, *, is_embed: bool) -> bool:
        """True if an element around the picture at ``line_index`` does not say that it belongs to something else."""
        is_set_off = element.tag == "aside" and holds_only_captions(element, line_index, self.page)
        if (element.tag in _FOREIGN_TAGS and not is_set_off) or "hidden" in element.attributes:
            return False
        words = name_words(element)
        # The element around an embedded post may have the name of the network.
        is_post = is_embed and bool(words & _EMBED_WORDS)
        if words & (_FOREIGN_WORDS - EMBEDDED_POST_WORDS if is_post else _FOREIGN_WORDS):
            return False
        is_outermost = element.excluded and (element.parent is None or not element.parent.excluded)
        # An element that is excluded although nothing in its markup says why is a teaser.
        is_explained = element.is_caption or element.tag in ("figure", "header") or bool(words & _ALLOWED_WORDS)
        return not is_outermost or is_set_off or is_explained

    def _wrapper(self, picture: Picture) -> Element | None:
        """Return the element that holds a picture with its caption and nothing of the story, or None."""
        wrapper = None
        for step, element in enumerate(picture.element.self_and_ancestors()):
            if step == NEAR_ANCESTORS or element.tag in _NOT_WRAPPER_TAGS or self._has_story(element):
                break
            if element.tag == "figure":
                return element
            is_named = element.is_caption or name_words(element) & _IMAGE_WORDS
            if is_named or is_wrapper(element, picture.line_index, self.page):
                wrapper = element
        return wrapper

    def _has_text(self, element: Element) -> bool:
        """True if ``element`` holds a line."""
        return _holds_any(element, self.text_elements)

    def _has_story(self, element: Element) -> bool:
        """True if ``element`` holds a line of the story."""
        return _holds_any(element, self.story_elements)


def _holds_any(element: Element, indexes: list[int]) -> bool:
    """True if ``element`` is or contains one of the elements with these sorted indexes."""
    at = bisect_left(indexes, element.index)
    return at < len(indexes) and indexes[at] <= element.last_index


def _line_indexes(page: Page, lines: list[Line]) -> list[int]:
    """Return the indexes of ``lines``, and of the last line of the page that repeats one of them below."""
    found = [page.index_of(line) for line in lines]
    texts = {line.text for line in lines if line.prose_chars}
    for index in range(len(page.lines) - 1, found[-1], -1):
        line = page.lines[index]
        if line.prose_chars and not line.element.excluded and line.text in texts:
            return [*found, index]
    return found


def _headline_index(page: Page, first: int) -> int:
    """Return the index of the headline above the line at ``first``, or ``first`` if there is none near."""
    headlines = {page.index_of(line) for line in page.headlines}
    above = range(first, max(-1, first - MAX_HEADER_LINES), -1)
    return next((index for index in above if index in headlines), first)


def image_blocks(page: Page, story: list[Line], draft: Draft) -> list[tuple[int, DraftBlock]]:
    """Return a block for each image and each embed of the story, with the index of the line that it is before."""
    if not page.pictures:
        return []
    lines = [line for line in story if line.element.tag != "h1"] or _only_headline(page)
    if not lines:
        return []
    lead: dict[str, Image] = {}
    for image in lead_images(draft):
        lead.setdefault(file_key(image.url or ""), image)
    gallery = Gallery(page, lines, lead, _metadata_host(draft))
    found = [*_blocks(gallery, gallery.choose()), *embed_blocks(gallery.embeds(), story, page)]
    return sorted(found, key=lambda block: block[0])


def _only_headline(page: Page) -> list[Line]:
    """Return the only heading of the first level on the page; empty if there is none or more than one."""
    headings = [line for line in page.lines if line.element.tag == "h1" and 2 * line.linked_chars < line.chars]
    return headings if len(headings) == 1 else []


def _metadata_host(draft: Draft) -> str | None:
    """Return the host of the address that the page gives for itself, or None."""
    urls = (url for key in ("link:canonical", "meta:og:url") for url in draft.facts.meta.get(key, ()))
    return next((host.removeprefix("www.") for url in urls if (host := host_of(url))), None)


def _blocks(gallery: Gallery, images: list[StoryImage]) -> Iterator[tuple[int, DraftBlock]]:
    """Yield the blocks of the images with their line indexes. Images side by side in one figure share its caption."""
    taken = set(gallery.line_indexes)
    caption: str | None = None
    credit: str | None = None
    for count, image in enumerate(images):
        if not count or not _share_caption(images[count - 1], image):
            neighbours = [*images[max(0, count - 1) : count], *images[count + 1 : count + 2]]
            caption, credit = read_caption(image, claim_lines(image, neighbours, gallery.page, taken))
        described = _with_metadata(image, caption, credit, gallery.lead)
        has_words = bool(described.caption or described.credit)
        if has_words or (described.url and not _in_carousel(image.picture.element)):
            yield image.picture.line_index, DraftBlock("image", "", _links(image.picture), image=described)


def _in_carousel(element: Element) -> bool:
    """True if ``element`` is in a carousel. Its images without captions show other reports."""
    return any("carousel" in name_words(one) for one in islice(element.self_and_ancestors(), NEAR_ANCESTORS))


def _share_caption(one: StoryImage, other: StoryImage) -> bool:
    """True if two images are in one figure without text between them."""
    wrapper = one.wrapper
    return (
        wrapper is not None
        and wrapper is other.wrapper
        and wrapper.tag == "figure"
        and one.picture.line_index == other.picture.line_index
    )


def _with_metadata(image: StoryImage, caption: str | None, credit: str | None, lead: dict[str, Image]) -> Image:
    """Return the image with its visible caption and credit, and with those of the metadata if it has none."""
    if not image.url:
        known = next((one for one in lead.values() if caption and one.caption == caption), Image())
        return Image(url=known.url, alt=image.alt, caption=caption, credit=credit)
    known = lead.get(file_key(image.url), Image())
    alt = image.alt or known.alt
    if caption is None and credit is None:
        credit = known.credit
    if caption is None and known.caption != alt:
        caption = known.caption
    return Image(url=image.url, alt=alt, caption=caption, credit=credit)


def _links(picture: Picture) -> tuple[DraftLink, ...]:
    """Return the link around a picture, without words; empty if there is none."""
    href = picture.href
    return (DraftLink(0, 0, href),) if href and not href.startswith(("#", "javascript:")) else ()
