"""The pictures of a story, with the captions and credits that stand under them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from attrs import Factory, define

from articlekit.models import Image
from articlekit.parsers.draft import Draft, DraftBlock, DraftLink
from articlekit.parsers.html.boilerplate.by_markup import POST, TAGS, WORDS
from articlekit.parsers.html.boilerplate.teasers import stays, target
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Box, Line, Page, Picture, holder
from articlekit.parsers.html.media.captions import LINES, Shown, describe, frames_picture, is_captioned_only, lines_of
from articlekit.parsers.html.media.embeds import PICTURES, embedded, frame_of
from articlekit.parsers.html.media.image_sources import address_of, is_unloaded, size_of
from articlekit.parsers.html.metadata.lead_images import stated_pictures
from articlekit.parsers.web.image_urls import file_key, image_key, is_image_file, is_portrait
from articlekit.parsers.web.link_kinds import AUTHOR_PAGE_PATH, is_media_url
from articlekit.parsers.web.schema_org import plain_text
from articlekit.parsers.web.urls import host_of

ABOVE = 12
"""Lines above the headline between which the lead picture may stand."""
HEAD = 40
"""Lines between the headline and the story at most."""
WIDE = 300
"""Pixels from which a picture beside the headline is no ornament."""
NEAR = 3
"""Lines before and after a picture among which its headline stands if it is a teaser's."""
STEPS = 8
"""Boxes around a picture in which its frame is looked for."""

_PICTURED = frozenset(
    "image images img photo photos picture pictures media figure hero featured featuredimage wp caption gallery "
    "slideshow lightbox illustration thumbnail".split()
)
"""Words that mark a box around a picture."""
_ALLOWED = _PICTURED | frozenset(
    "captions figcaption credit credits copyright carousel slider swiper placeholder fallback icon icons meta header button "
    "share".split()
)
"""Words of apparatus that a box around a picture of the story may have."""
_REFUSED = WORDS - _ALLOWED
_REFUSED_TAGS = TAGS - {"figure", "header", "figcaption"}
_EMBEDDING = frozenset(("embed", "embeds", "tweet"))
"""Words that mark a box around a post."""
_NO_FRAMES = frozenset("article main body header section".split())
"""Tags of boxes that hold more than a picture with its caption."""


@define
class Gallery:
    """The pictures of one story, while they are picked."""

    page: Page
    """The page."""
    places: list[int]
    """The places on the page of the story's lines, headline left out; at least one."""
    title: int
    """The place of the headline, or of the first line where there is none above it."""
    lead: dict[str, Image]
    """The pictures that the page states to stand for the story, by what :func:`same_file` makes of their addresses."""
    host: str | None = None
    """Where the page says that it is from. None: it says nothing."""
    untold: bool = False
    """Whether nothing is told: the pictures under the headline are all there is."""
    verdicts: dict[tuple[int, bool], bool] = Factory(dict)
    """Whether what stands in a box may be the story's, by the box's number and whether it is a frame."""
    numbers: list[int] = Factory(list)
    """The numbers of the boxes that the story's lines stand in, sorted."""
    speaking: list[int] = Factory(list)
    """The numbers of the boxes that any lines of the page stand in, sorted."""

    def pick(self) -> list[Shown]:
        """The pictures in the story, right above it and right below it, each once, in page order."""
        scope, inner = self._around(self.title), self._around(self.places[0])
        first, last = self.places[0], self.places[-1]
        end = last
        found: dict[str, Shown] = {}
        unloaded: list[Picture] = []
        for picture in self.page.pictures:
            place = picture.place
            if picture.node.tag not in PICTURES or not self.title - ABOVE <= place <= end + 1:
                continue
            within = (inner if place > last else scope).holds(picture.box) and self._may_hold(picture)
            if not within and (place > first or not self.lead):
                continue
            shown = None if self._is_teaser(picture) else self._shown(picture)
            if shown is None and within and place <= last and self._is_unloaded(picture):
                unloaded.append(picture)
            if shown is None or self._repeats(shown, found):
                continue
            stated = place <= first and file_key(shown.url) in self.lead
            if stated or (within and self._is_told(shown)):
                found[image_key(shown.url)] = shown
                if place > last:
                    end = max(end, self._below(shown))
        kept = list(found.values())
        return sorted(kept + self._captioned(unloaded, kept), key=lambda one: one.picture.place) if unloaded else kept

    def _is_unloaded(self, picture: Picture) -> bool:
        """Whether a picture is to be shown in the story by a script, which alone knows its address."""
        shows = not picture.href or is_media_url(picture.href)
        return shows and picture.node.tag != "noscript" and is_unloaded(picture.node.attributes)

    def _captioned(self, unloaded: list[Picture], kept: list[Shown]) -> list[Shown]:
        """Those pictures of which the caption or the credit can be kept: one for each frame with words and no other picture."""
        framed: dict[int, Shown] = {}
        for picture in unloaded:
            frame = self._frame(picture)
            if frame is None or not self._speaks(frame) or any(frame.holds(one.picture.box) for one in kept):
                continue
            alt = " ".join((picture.node.attributes.get("alt") or "").split())
            framed.setdefault(frame.number, Shown(picture, "", alt or None, frame))
        return list(framed.values())

    def frames(self) -> list[Picture]:
        """The frames in the story that show what lies elsewhere, between the headline and what follows the last line."""
        scope = self._around(self.title)
        return [
            picture
            for picture in self.page.pictures
            if self.title <= picture.place <= self.places[-1] + 1
            and scope.holds(picture.box)
            and frame_of(picture.node) is not None
            and self._may_hold(picture)
        ]

    def _is_teaser(self, picture: Picture) -> bool:
        """Whether a picture leads to another page of the site, as words beside it do that are not of the story."""
        href, place, lines = picture.href, picture.place, self.page.lines
        if not stays(href, self.host) or is_media_url(href):
            return False
        near = range(max(0, place - NEAR), min(len(lines), place + NEAR))
        return any(target(lines[n]) == href and not self._is_of_story(n) for n in near)

    def _is_of_story(self, place: int) -> bool:
        """Whether the line at ``place`` is the story's."""
        at = bisect_left(self.places, place)
        return at < len(self.places) and self.places[at] == place

    def _repeats(self, shown: Shown, found: dict[str, Shown]) -> bool:
        """Whether a picture was found already; one that stood without words gives way to the same with a caption."""
        before = next(reversed(found.values()), None)
        if before is not None and shown.picture.node.tag == "noscript" and before.picture.box is shown.picture.box:
            return True
        key = image_key(shown.url)
        if key not in found:
            return False
        if self._is_captioned(found[key]) or not self._is_captioned(shown) or not self._may_hold(shown.picture):
            return True
        del found[key]
        return False

    def _is_captioned(self, shown: Shown) -> bool:
        return shown.frame is not None and self._speaks(shown.frame)

    def _below(self, shown: Shown) -> int:
        """The place of the last line that stands with a picture below the story."""
        place = shown.picture.place
        if shown.frame is not None:
            for line in self.page.lines[place : place + LINES]:
                if not shown.frame.holds(line.box):
                    break
                place += 1
        return place - 1

    def _around(self, first: int) -> Box:
        """The innermost box around the story's lines and the line at ``first`` that is no paragraph."""
        box = holder(self.page.lines[first])
        if self.untold:
            return next(around for around in box.around() if around.tag in ("article", "main", "body"))
        low, high = min(self.numbers[0], box.number), max(self.numbers[-1], box.number)
        return next(around for around in box.around() if around.number <= low and around.last >= high)

    def _shown(self, picture: Picture) -> Shown | None:
        node = picture.node.css_first("img") if picture.node.tag == "noscript" else picture.node
        attributes = node.attributes if node is not None else {}
        url = address_of(node, attributes) if node is not None else None
        if url is None and is_image_file(picture.href) and is_unloaded(attributes):
            # Who clicks on the picture sees it as it is.
            url = picture.href
        if url is None or AUTHOR_PAGE_PATH.search(picture.href):
            return None
        alt = attributes.get("alt") or ""
        words = plain_text(alt) if "<" in alt else " ".join(alt.split()) or None
        frame = self._frame(picture)
        wide = size_of(attributes) >= WIDE
        return Shown(picture, url.strip(), words, frame or (picture.box if wide and picture.box.out else None))

    def _is_told(self, shown: Shown) -> bool:
        """Whether a picture that may be the story's is no ornament."""
        picture = shown.picture
        leads_away = bool(picture.href) and not is_media_url(picture.href)
        if self.untold and (leads_away or not self._is_captioned(shown)):
            return False
        if shown.frame is not None or picture.box.out:
            return shown.frame is not None
        wide = size_of(picture.node.attributes)
        if self.places[0] < picture.place <= self.places[-1] or wide >= WIDE:
            return True
        # Under the headline a picture of no stated size is the first of the story, unless it leads elsewhere.
        under = self.title < picture.place <= self.places[0]
        return under and not (wide or leads_away or is_portrait(shown.url))

    def _may_hold(self, picture: Picture) -> bool:
        """Whether nothing around a picture says that it belongs to something else than the story."""
        path: list[Box] = []
        verdict, framed = True, picture.node.tag not in PICTURES
        for around in picture.box.around():
            if (around.number, framed) in self.verdicts:
                verdict = self.verdicts[around.number, framed]
                break
            if not around.out and self._speaks(around):
                break
            path.append(around)
        for around in reversed(path):
            verdict = verdict and self._is_neutral(around, picture.place, framed=framed)
            self.verdicts[around.number, framed] = verdict
        return verdict

    def _speaks(self, box: Box) -> bool:
        """Whether words stand in ``box``."""
        at = bisect_left(self.speaking, box.number)
        return at < len(self.speaking) and self.speaking[at] <= box.last

    def _is_neutral(self, box: Box, place: int, *, framed: bool) -> bool:
        set_off = box.tag == "aside" and is_captioned_only(box, place, self.page)
        if (box.tag in _REFUSED_TAGS and not set_off) or "hidden" in box.attributes:
            return False
        words = name_words(box)
        # A box around a post may be named after the network that it is on.
        if words & (_REFUSED - POST if framed and words & _EMBEDDING else _REFUSED):
            return False
        outermost = box.out and (box.parent is None or not box.parent.out)
        # What is out for no reason of its own is one of many cards.
        return not outermost or set_off or box.captioned or box.tag in ("figure", "header") or bool(words & _ALLOWED)

    def _frame(self, picture: Picture) -> Box | None:
        """The box that holds a picture with its caption, and nothing of the story."""
        frame = None
        for step, around in enumerate(picture.box.around()):
            if step == STEPS or around.tag in _NO_FRAMES or self._tells(around):
                break
            if around.tag == "figure":
                return around
            if around.captioned or name_words(around) & _PICTURED or frames_picture(around, picture.place, self.page):
                frame = around
        return frame

    def _tells(self, box: Box) -> bool:
        """Whether a line of the story stands in ``box``."""
        at = bisect_left(self.numbers, box.number)
        return at < len(self.numbers) and self.numbers[at] <= box.last


def find_pictures(page: Page, story: list[Line], draft: Draft) -> list[tuple[int, DraftBlock]]:
    """A block for each picture and each embedded frame of the story, with the place of the line that it stands before."""
    if not page.pictures:
        return []
    told = [line for line in story if line.box.tag != "h1"] or _headline(page)
    if not told:
        return []
    first = page.places[id(told[0])]
    title = next(
        (place for place in range(first, max(-1, first - HEAD), -1) if page.lines[place] in page.headlines), first
    )
    lead: dict[str, Image] = {}
    for stated in stated_pictures(draft):
        lead.setdefault(file_key(stated.url or ""), stated)
    gallery = Gallery(
        page,
        _places(page, told),
        title,
        lead,
        host=_host(draft),
        untold=told[0].box.tag == "h1",
        numbers=sorted(line.box.number for line in told),
        speaking=sorted({line.box.number for line in page.lines}),
    )
    found = [*_blocks(gallery, gallery.pick()), *embedded(gallery.frames(), story, page)]
    return sorted(found, key=lambda block: block[0])


def _headline(page: Page) -> list[Line]:
    """The headline of a page that tells nothing, in a list; empty where there is none, or more than one heading of its level."""
    headings = [line for line in page.lines if line.box.tag == "h1" and line.linked < 0.5 * line.size]
    return headings if len(headings) == 1 else []


def _host(draft: Draft) -> str | None:
    """The host of the address that the page gives for itself."""
    stated = (url for key in ("link:canonical", "meta:og:url") for url in draft.facts.meta.get(key, ()))
    return next((host.removeprefix("www.") for url in stated if (host := host_of(url))), None)


def _places(page: Page, told: list[Line]) -> list[int]:
    """The places of the lines that are told, and of the last one that is told a second time below them."""
    found = [page.places[id(line)] for line in told]
    said = {line.text for line in told if line.weight}
    for place in range(len(page.lines) - 1, found[-1], -1):
        line = page.lines[place]
        if line.weight and not line.box.out and line.text in said:
            return [*found, place]
    return found


def _blocks(gallery: Gallery, shown: list[Shown]) -> Iterator[tuple[int, DraftBlock]]:
    """The blocks of the pictures, each with its place; a line describes one picture, or all that stand over it in one figure."""
    taken = set(gallery.places)
    described: tuple[str | None, str | None] = None, None
    for n, one in enumerate(shown):
        if not n or not _share_caption(shown[n - 1], one):
            beside = [*shown[max(0, n - 1) : n], *shown[n + 1 : n + 2]]
            described = describe(one, lines_of(one, beside, gallery.page, taken))
        image = _image(one, *described, gallery.lead)
        said = image.caption or image.credit
        if said or (image.url and not _in_carousel(one.picture.box)):
            yield one.picture.place, DraftBlock("image", "", _links(one.picture), image=image)


def _in_carousel(box: Box) -> bool:
    """Whether ``box`` stands in a carousel: of pictures without captions, those show other reports."""
    return any("carousel" in name_words(around) for around in islice(box.around(), STEPS))


def _share_caption(one: Shown, other: Shown) -> bool:
    """Whether two pictures stand in one figure without a word between them."""
    frame = one.frame
    return (
        frame is not None
        and frame is other.frame
        and frame.tag == "figure"
        and one.picture.place == other.picture.place
    )


def _image(shown: Shown, caption: str | None, credit: str | None, lead: dict[str, Image]) -> Image:
    """A picture with what is said under it; with what the page states of it where nothing is."""
    if not shown.url:
        stated = next((one for one in lead.values() if caption and one.caption == caption), Image())
        return Image(url=stated.url, alt=shown.alt, caption=caption, credit=credit)
    stated = lead.get(file_key(shown.url), Image())
    alt = shown.alt or stated.alt
    if caption is None and credit is None:
        credit = stated.credit
    if caption is None and stated.caption != alt:
        caption = stated.caption
    return Image(url=shown.url, alt=alt, caption=caption, credit=credit)


def _links(picture: Picture) -> tuple[DraftLink, ...]:
    """The link that a picture stands in."""
    href = picture.href
    return (DraftLink(0, 0, href),) if href and not href.startswith(("#", "javascript:")) else ()
