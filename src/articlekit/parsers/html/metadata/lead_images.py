"""The pictures that JSON-LD and OpenGraph state for the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlekit.models import Image
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.metadata.meta_values import meta_values
from articlekit.parsers.lines.captions import split_caption, without_credit_label
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.web.schema_org import plain_name, plain_text, property_values
from articlekit.parsers.web.urls import is_web_address, split_url

LONGEST = 400
"""Characters of a stated caption."""


def stated_pictures(draft: Draft) -> Iterator[Image]:
    """The pictures that the page states for its story, the best described first."""
    for value in (
        *property_values(draft.facts.node, "image"),
        *property_values(draft.facts.page_node, "primaryImageOfPage"),
    ):
        node = value if isinstance(value, dict) else {"url": value}
        if (url := plain_text(node.get("url")) or plain_text(node.get("contentUrl"))) and is_web_address(url):
            credit = plain_name(node.get("author")) or plain_text(node.get("creditText"))
            caption, signed = split_caption(_caption(draft, node, url) or "")
            yield Image(url=url, caption=caption, credit=without_credit_label(credit) if credit else signed)
    alt = next(meta_values(draft, "og:image:alt", "twitter:image:alt"), None)
    for url in meta_values(draft, "og:image", "og:image:secure_url", "og:image:url", "twitter:image"):
        if split_url(url).scheme in ("", "http", "https"):
            yield Image(url=url, alt=alt)


def _caption(draft: Draft, node: dict[str, Any], url: str) -> str | None:
    """The caption that a picture's node states, unless it is the headline again, the name of a file or a whole text."""
    caption = plain_text(node.get("caption"))
    if caption is None or len(caption) > LONGEST or (caption.isascii() and " " not in caption):
        return None
    said = match_key(caption)
    return (
        None
        if said in match_key(url) or said == match_key(plain_text(draft.facts.node.get("headline")) or "")
        else caption
    )
