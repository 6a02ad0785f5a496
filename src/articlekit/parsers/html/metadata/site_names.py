"""The names that a page gives its site and its publisher, and the labels of its host."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.metadata.meta_values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.web.schema_org import plain_name, plain_text, property_values
from articlekit.parsers.web.urls import split_url


def stated_site_names(draft: Draft) -> frozenset[str]:
    """What the page calls its site and its publisher, squeezed, and the labels of the addresses that it states."""
    stated = [
        *meta_values(
            draft,
            "og:site_name",
            "application-name",
            "apple-mobile-web-app-title",
            "publisher",
            "dc.publisher",
            "dcterms.publisher",
        ),
        *filter(None, map(plain_text, draft.facts.meta.get("jsonld:website", ()))),
        *(
            name
            for node in (draft.facts.node, draft.facts.item)
            for value in property_values(node, "publisher")
            if (name := plain_name(value))
        ),
    ]
    names = {match_key(name) for name in stated}
    for address in (*draft.facts.meta.get("meta:og:url", ())[:1], *draft.facts.meta.get("link:canonical", ())[:1]):
        names.update(host_labels(address))
    return frozenset(names | {name.removeprefix("the") for name in names}) - {""}


def host_labels(address: str) -> Iterator[str]:
    """The host of an address, whole and label by label, squeezed."""
    host = split_url(address).netloc.lower().removeprefix("www.")
    if host:
        yield match_key(host)
        labels = host.split(".")[:-1]
        yield from (match_key(label) for label in labels if len(label) > 2 and label not in ("com", "www", "news"))
