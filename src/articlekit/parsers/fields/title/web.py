"""The headline of a web page: the heading that its markup confirms, or what the markup states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.fields.headline_area import site_names
from articlekit.parsers.fields.section import section_names
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.lines.site_names import before_separators, split_at_separators, without_site_name
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.schema_org import NEWS_TYPES, node_types, plain_text, property_values

SHORTEST = 8
"""Characters, squeezed, that two headlines have to share at their ends."""
HEAD = 6
"""Blocks of the story at whose head its headline can stand."""
KICKER = 4
"""Letters of the shortest kicker."""
LONGEST = 400
"""Characters of the longest headline."""
LOWEST = 9
"""The level of a heading that has none."""


@fact
def _stated(draft: Draft) -> list[str]:
    """What the markup states as the headline, best first."""
    return list(_find_stated(draft))


def _find_stated(draft: Draft) -> Iterator[str]:
    names = site_names(draft)
    for node in (draft.facts.node, draft.facts.item):
        for value in property_values(node, "headline"):
            if words := plain_text(value):
                yield without_site_name(words, names)
    for words in islice(meta_values(draft, "og:title", "twitter:title", "dc.title"), 1):
        yield without_site_name(words, names)
    for value in property_values(draft.facts.node, "name"):
        if words := plain_text(value):
            yield without_site_name(words, names)


@rule(
    "title.visible",
    example="<meta property='og:title' content='Harbour closed'><h1>Local news</h1><h2>Harbour closed</h2>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
    near_miss="<meta property='og:title' content='Harbour closed'><h1>Local news</h1><h2>Storm nears</h2>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
)
def shown(draft: Draft) -> Iterator[Candidate[str]]:
    """The last heading over the story whose words the markup states too; a kicker that only one of the two has is dropped.

    A heading of the first level that OpenGraph and the title element state alike comes before one that only JSON-LD does.
    """
    agreed = _agreed(draft)
    yield from sorted(_confirmed(draft), key=lambda found: found.raw != agreed)


def _agreed(draft: Draft) -> str | None:
    """The heading of the first level over the story that OpenGraph and the title element both state."""
    names = site_names(draft)
    titles = (meta_values(draft, "og:title"), draft.facts.meta.get("html:title", ())[:1])
    opened, element = ({match_key(without_site_name(words, names)) for words in values} for values in titles)
    agreed = (
        heading.text
        for heading in draft.facts.headings
        if heading.level == 1 and match_key(heading.text) in opened & element
    )
    return next(agreed, None)


def _confirmed(draft: Draft) -> Iterator[Candidate[str]]:
    """The headings over the story whose words the markup states too, the last one first."""
    names = site_names(draft)
    whole = (*meta_values(draft, "og:title", "twitter:title"), *draft.facts.meta.get("html:title", ())[:1])
    # A paper's own headline in JSON-LD is believed before a heading that only a title element confirms.
    others = [] if _news_headlines(draft) else [without_site_name(words, names) for words in whole]
    stated = {match_key(words): words for words in reversed([*_stated(draft), *others]) if len(words) <= LONGEST}
    stated.pop("", None)
    parts = {
        squeezed for words in whole for part in before_separators(words) if len(squeezed := match_key(part)) >= SHORTEST
    }
    for heading in reversed(draft.facts.headings):
        words = without_site_name(" ".join(heading.text.split()), names)
        if (squeezed := match_key(words)) in stated:
            spelt = max(stated[squeezed], words, key=lambda spelling: len(spelling.split()))
            yield Candidate(spelt, heading.text, _repeated(draft, squeezed))
        elif squeezed in parts:
            yield Candidate(words, heading.text, _repeated(draft, squeezed))
        elif kicked := _without_kicker(squeezed, stated):
            yield Candidate(kicked, heading.text, _repeated(draft, squeezed))


def _repeated(draft: Draft, headline: str) -> tuple[DraftBlock, ...]:
    """The block at the head of the story that says the headline once more."""
    return tuple(
        block for block in draft.body.kept[:HEAD] if block.kind == "heading" and match_key(block.text) == headline
    )[:1]


def _without_kicker(heading: str, stated: dict[str, str]) -> str | None:
    """The stated headline that ends the heading. An article before it is no kicker."""
    ends = [
        words
        for squeezed, words in stated.items()
        if len(squeezed) >= SHORTEST and heading.endswith(squeezed) and len(heading) - len(squeezed) >= KICKER
    ]
    return max(ends, key=len, default=None)


@rule(
    "title.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour closed"}</script>'
    "<h1>Storm shuts the port</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss='<script type="application/ld+json">{"@type": "WebSite", "headline": "Harbour closed"}</script>'
    "<h1>Storm shuts the port</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def headline_in_jsonld(draft: Draft) -> Iterator[Candidate[str]]:
    """The ``headline`` of a news report in JSON-LD."""
    names = site_names(draft)
    return (Candidate(without_site_name(words, names), words) for words in _news_headlines(draft))


def _news_headlines(draft: Draft) -> list[str]:
    """What JSON-LD gives as the headline of a news report."""
    values = property_values(draft.facts.node, "headline") if node_types(draft.facts.node) & NEWS_TYPES else ()
    return [words for value in values if (words := plain_text(value))]


@rule(
    "title.first_heading",
    example="<h1>Storm shuts the port</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss="<p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def first_heading(draft: Draft) -> Iterator[Candidate[str]]:
    """The page's headings of the first level that are not its site's name: stated ones first, then those over the story.

    Several of which none is either are the headings of the story's parts.
    """
    names = site_names(draft)
    stated = {match_key(words) for words in _stated(draft)} | {
        match_key(without_site_name(words, names)) for words in draft.facts.meta.get("html:title", ())[:1]
    }
    headings = [
        words for value in draft.facts.meta.get("html:h1", ()) if (words := plain_text(value)) and len(words) <= LONGEST
    ]
    headings = [without_site_name(words, names) for words in headings if match_key(words) not in names]
    above = {match_key(heading.text) for heading in draft.facts.headings}
    if len(headings) > 1 and stated and not (stated | above).intersection(map(match_key, headings)):
        return
    for words in sorted(headings, key=lambda words: (match_key(words) not in stated, match_key(words) not in above)):
        yield Candidate(words, words, _repeated(draft, match_key(words)))


@rule(
    "title.opengraph",
    example="<meta property='og:title' content='Harbour closed'><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta property='og:description' content='Harbour closed'><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def title_in_opengraph(draft: Draft) -> Iterator[Candidate[str]]:
    """``headline`` in JSON-LD or microdata, ``og:title``, ``twitter:title``, ``dc.title``, without site and section."""
    for words in _stated(draft):
        yield Candidate(_alone(draft, words), words)


@rule(
    "title.first_words",
    example="<html><head><title>Courier - Harbour closed</title></head><body><b>Harbour closed for weeks</b><br>by Ada Quill<br>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
    near_miss="<html><head><title>Courier - Harbour closed</title></head><body><b>Storm shuts the port</b><br>by Ada Quill<br>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
)
def first_words(draft: Draft) -> Iterator[Candidate[str]]:
    """On a page without headings, the words in bold or before a line break that begin the story as the ``title`` element does."""
    block = next(iter(draft.body.kept), None)
    if block is None or draft.facts.headings or "html:h1" in draft.facts.meta or len(block.text) > LONGEST:
        return
    words, broken, _ = block.text.partition("\n")
    told = [
        squeezed
        for title in draft.facts.meta.get("html:title", ())[:1]
        for part in (*split_at_separators(title), title.partition(": ")[2])
        if (squeezed := match_key(part))
    ]
    if (broken or block.emphasis) and any(len(part) >= SHORTEST and match_key(words).startswith(part) for part in told):
        yield Candidate(words, words, (block,), block.cut(0, len(words)))


@rule(
    "title.element",
    example="<html><head><title>Harbour closed</title></head><body><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss="<html><head></head><body><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def title_element(draft: Draft) -> Iterator[Candidate[str]]:
    """The ``title`` element, without the names of site and section; not where it is but the site's name."""
    return (Candidate(title, words) for words, title in _in_element(draft))


def _in_element(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the ``title`` element says, and the headline in it."""
    names = site_names(draft)
    for value in draft.facts.meta.get("html:title", ())[:1]:
        if (words := plain_text(value)) and (title := _alone(draft, words)) and match_key(title) not in names:
            yield words, title


@rule(
    "title.nearest_heading",
    example="<html><title>Harbour Courier</title><meta property='og:site_name' content='Harbour Courier'><h2>Harbour closed</h2>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
    near_miss="<html><title>Harbour closed in Marrow Bay</title><meta property='og:site_name' content='Harbour Courier'><h2>Harbour closed</h2>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
)
def nearest_heading(draft: Draft) -> Iterator[Candidate[str]]:
    """The last of the highest headings over the story of a page whose markup states no headline, or the site's name for one."""
    if _stated(draft) or any(_in_element(draft)):
        return
    if draft.facts.headings:
        heading = min(reversed(draft.facts.headings), key=lambda heading: heading.level or LOWEST)
        words = " ".join(heading.text.replace("\xad", "").split())
        yield Candidate(words, heading.text, _repeated(draft, match_key(words)))


def _alone(draft: Draft, words: str) -> str:
    """A stated headline that no heading confirms, without the site's name and the section's; also ``Site: Headline``."""
    names, sections = site_names(draft), section_names(draft)
    words = without_site_name(words, names)
    site, colon, headline = words.partition(": ")
    words = headline if colon and match_key(site) in names else words
    for beginning in reversed(list(before_separators(words))):
        if match_key(words[len(beginning) :]) not in sections:
            break
        words = beginning
    return words.strip()


WEB_TITLE: tuple[Rule[str], ...] = (
    shown,
    headline_in_jsonld,
    first_heading,
    title_in_opengraph,
    first_words,
    title_element,
    nearest_heading,
)
