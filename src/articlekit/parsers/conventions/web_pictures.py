"""The pictures that a web page states for its story, in JSON-LD or OpenGraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlekit.models import Image
from articlekit.parsers.conventions.captions import split_caption, without_label
from articlekit.parsers.conventions.renditions import shows_the_same, stands_for_site
from articlekit.parsers.conventions.structured import meta, name_of, values_of, words_of
from articlekit.parsers.draft import Draft
from articlekit.parsers.prose import squeeze
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.urls import is_web_address, split_url

LONGEST = 400
"""Characters of a stated caption."""
_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


@rule(
    "images.stated",
    example=f"<meta property='og:image' content='https://courier.example/pier.jpg'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<link rel='icon' href='https://courier.example/pier.png'><h1>Harbour closed</h1>{_STORY}",
)
def lead_image(draft: Draft) -> Iterator[Candidate[Image]]:
    """The picture that JSON-LD or OpenGraph gives for the article, where the story does not show it."""
    stated = next((one for one in stated_pictures(draft) if one.url and not stands_for_site(one.url)), None)
    if stated is None or stated.url is None:
        return
    if not any(_is_same(stated, block.image) for block in draft.blocks if block.image):
        yield Candidate(stated, stated.url)


def _is_same(stated: Image, shown: Image) -> bool:
    """Whether the story shows the stated picture: its file in some size, or one with its caption."""
    if stated.caption and (shown.caption or "").startswith(stated.caption):
        return True
    return bool(stated.url and shown.url) and shows_the_same(stated.url or "", shown.url or "")


def stated_pictures(draft: Draft) -> Iterator[Image]:
    """The pictures that the page states for its story, the best described first."""
    for value in (*values_of(draft.node, "image"), *values_of(draft.page_node, "primaryImageOfPage")):
        node = value if isinstance(value, dict) else {"url": value}
        if (url := words_of(node.get("url")) or words_of(node.get("contentUrl"))) and is_web_address(url):
            credit = name_of(node.get("author")) or words_of(node.get("creditText"))
            caption, signed = split_caption(_caption(draft, node, url) or "")
            yield Image(url=url, caption=caption, credit=without_label(credit) if credit else signed)
    alt = next(meta(draft, "og:image:alt", "twitter:image:alt"), None)
    for url in meta(draft, "og:image", "og:image:secure_url", "og:image:url", "twitter:image"):
        if split_url(url).scheme in ("", "http", "https"):
            yield Image(url=url, alt=alt)


def _caption(draft: Draft, node: dict[str, Any], url: str) -> str | None:
    """The caption that a picture's node states, unless it is the headline again, the name of a file or a whole text."""
    caption = words_of(node.get("caption"))
    if caption is None or len(caption) > LONGEST or (caption.isascii() and " " not in caption):
        return None
    said = squeeze(caption)
    return None if said in squeeze(url) or said == squeeze(words_of(draft.node.get("headline")) or "") else caption


WEB_IMAGES: tuple[Rule[Image], ...] = (lead_image,)
