"""Metadata values that several fields need: meta elements by name, the names of the site, the lead images."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlekit.models import Image
from articlekit.parsers.draft import Draft
from articlekit.parsers.lines.captions import split_caption, without_credit_label
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.web.schema_org import plain_name, plain_text, property_values
from articlekit.parsers.web.urls import is_web_address, split_url

MAX_CAPTION_CHARS = 400
"""Characters of a caption in the metadata. A longer text is the article or its summary."""
MIN_HOST_LABEL_CHARS = 3
"""Characters of a label of a host that can be the name of a site: ``bbc``, but not ``co``."""

_SITE_NAME_KEYS = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
)
"""Names of meta elements that hold the name of the site or its publisher."""


def meta_values(draft: Draft, *keys: str) -> Iterator[str]:
    """Yield the values of the meta elements named ``keys``, in the order of the keys."""
    for key in keys:
        for value in draft.facts.meta.get(f"meta:{key}", ()):
            if words := plain_text(value):
                yield words


def read_site_names(draft: Draft) -> frozenset[str]:
    """Return the names that the metadata gives the site and its publisher, and the labels of the page's host, all squeezed."""
    names = {
        *map(match_key, meta_values(draft, *_SITE_NAME_KEYS)),
        *map(match_key, filter(None, map(plain_text, draft.facts.meta.get("jsonld:website", ())))),
    }
    for node in (draft.facts.node, draft.facts.item):
        names.update(match_key(name) for value in property_values(node, "publisher") if (name := plain_name(value)))
    for url in (*draft.facts.meta.get("meta:og:url", ())[:1], *draft.facts.meta.get("link:canonical", ())[:1]):
        names.update(host_labels(url))
    return frozenset(names | {name.removeprefix("the") for name in names}) - {""}


def host_labels(url: str) -> Iterator[str]:
    """Yield the host of an address, squeezed, and those of its labels that can be the name of a site."""
    host = split_url(url).netloc.lower().removeprefix("www.")
    if host:
        yield match_key(host)
        for label in host.split(".")[:-1]:
            if len(label) >= MIN_HOST_LABEL_CHARS and label not in ("com", "www", "news"):
                yield match_key(label)


def lead_images(draft: Draft) -> Iterator[Image]:
    """Yield the images that the metadata gives for the article, those with the fullest description first."""
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
    """Return the caption in an image's node, or None if it is the headline again, a file name or a whole text."""
    caption = plain_text(node.get("caption"))
    if caption is None or len(caption) > MAX_CAPTION_CHARS or (caption.isascii() and " " not in caption):
        return None
    squeezed = match_key(caption)
    headline = match_key(plain_text(draft.facts.node.get("headline")) or "")
    return None if squeezed in match_key(url) or squeezed == headline else caption
