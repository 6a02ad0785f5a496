"""The names that a page gives its site and its publisher, and the labels of its host."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.metadata.meta_values import meta_values
from articlekit.parsers.lines.prose import squeeze
from articlekit.parsers.web.schema_org import name_of, values_of, words_of
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
        *filter(None, map(words_of, draft.facts.meta.get("jsonld:website", ()))),
        *(
            name
            for node in (draft.facts.node, draft.facts.item)
            for value in values_of(node, "publisher")
            if (name := name_of(value))
        ),
    ]
    names = {squeeze(name) for name in stated}
    for address in (*draft.facts.meta.get("meta:og:url", ())[:1], *draft.facts.meta.get("link:canonical", ())[:1]):
        names.update(host_labels(address))
    return frozenset(names | {name.removeprefix("the") for name in names}) - {""}


def host_labels(address: str) -> Iterator[str]:
    """The host of an address, whole and label by label, squeezed."""
    host = split_url(address).netloc.lower().removeprefix("www.")
    if host:
        yield squeeze(host)
        labels = host.split(".")[:-1]
        yield from (squeeze(label) for label in labels if len(label) > 2 and label not in ("com", "www", "news"))
