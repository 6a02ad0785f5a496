"""When a web page was published and changed: what its markup states, and the dates beside its headline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import evolve

from articlekit.dates import find_dates
from articlekit.models import When
from articlekit.parsers.draft import Draft, fact
from articlekit.parsers.fields.dates.address import find_date_in_path
from articlekit.parsers.fields.dates.visible import (
    Shown,
    announced_date,
    is_earlier,
    leaving,
    plain_dates,
    read_value,
    shown_dates,
    stated_near,
    to_the_minute,
)
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.date_labels import DateKind
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.schema_org import property_values

LONGEST_DATE = 40
"""Characters behind the words for a first publication in which its date is looked for."""
FOOTERS = 3
"""Footers of articles that are looked at."""
NOON = 12
"""Hour in UTC from which no place is still at the day before."""
_ORIGINALLY = re.compile(r"\b(?:originally|first)\s(?:published|posted)\son\s(?:the\s)?", re.IGNORECASE)
_LONG = f"<p>{'The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again. ' * 6}</p>"
_TITLE_TAIL = re.compile(r"\s[|–—-]\s")
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "http://ogp.me/ns/article#published_time",
)  # fmt: skip
_META_OTHER = (
    "datepublished", "publisheddate", "published_date", "publish_date", "publish-date", "publishdate", "pubdate", "pub_date", "date-pub",
    "og:publish_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "cxenseparse:recs:published_time", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created",
    "date.created", "published-date", "prism.publicationdate", "content:publishdate", "published", "published_at", "citation_publication_date",
    "citation_date", "article_date_original", "article.published", "originalpublicationdate", "date",
)  # fmt: skip
_WORDS = re.compile(r"[a-z]+")
_PUBLISHED = frozenset("published publish publication".split())
_DATE = frozenset("date time".split())
_LATER = frozenset("last updated modified".split())
_META_CHANGED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
    "dc.date.modified", "date.modified", "last_modified", "cxenseparse:modified_time", "revised",
)  # fmt: skip


def _dates(draft: Draft, values: Iterable[object]) -> Iterator[Candidate[When]]:
    return (Candidate(when, when.raw) for value in values if (when := read_value(draft, value)))


def stated_dates(draft: Draft) -> Iterator[Candidate[When]]:
    """Every statement of the date of publication, best first."""
    for read in (_in_jsonld, _in_opengraph, _in_microdata, _of_page):
        yield from read(draft)


def _in_jsonld(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, property_values(draft.facts.node, "datePublished"))


def _in_opengraph(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, meta_values(draft, *_META))


def _in_microdata(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, property_values(draft.facts.item, "datePublished"))


def _of_page(draft: Draft) -> Iterator[Candidate[When]]:
    return _dates(draft, property_values(draft.facts.page_node, "datePublished"))


@rule(
    "published.shown_earlier",
    example='<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-24"}</script>'
    "<h1>Harbour closed</h1><div>13 June 2024</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-24"}</script>'
    "<h1>Harbour closed</h1><div>Updated 25 June 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def shown_earlier(draft: Draft) -> Iterator[Candidate[When]]:
    """A date on the page that lies days before the one in the markup: that is when the page was made, not the report."""
    first = next(stated_dates(draft), None)
    shown = next(chain(_near_headline(draft, "published"), _announced(draft, "published")), None) if first else None
    if first and shown and _is_before(shown.value, first.value):
        yield shown


@rule(
    "published.local_day",
    example='<link rel="canonical" href="https://courier.example/2025/06/13/harbour-closed">'
    '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-14T02:30Z"}</script>'
    "<h1>Harbour closed</h1><div>13 June 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<link rel="canonical" href="https://courier.example/news/harbour-closed">'
    '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-06-14T02:30Z"}</script>'
    "<h1>Harbour closed</h1><div>13 June 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def local_day(draft: Draft) -> Iterator[Candidate[When]]:
    """The day before a stated one that both the address and the headline give: it was night in UTC, and evening at the paper."""
    stated, shown = next(stated_dates(draft), None), next(_near_headline(draft, "published"), None)
    address = find_date_in_path(draft)
    if stated and shown and address:
        at_home = shown.value.earliest == address.value.earliest == address.value.latest
        if at_home and (stated.value.earliest - shown.value.earliest).days == 1:
            yield shown


def _is_before(shown: When, stated: When) -> bool:
    """Whether a shown date lies before a stated one by more than the paper's distance from the zone of the statement."""
    days = (stated.earliest - shown.earliest).days
    if days != 1 or stated.at is None or stated.at.tzinfo is None:
        return days > 1
    return stated.at.astimezone(dt.UTC).hour >= NOON


@rule(
    "published.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def in_jsonld(draft: Draft) -> Iterator[Candidate[When]]:
    """``datePublished`` of the article in JSON-LD."""
    return _in_jsonld(draft)


@rule(
    "published.opengraph",
    example="<meta property='article:published_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
    near_miss="<meta property='article:modified_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
)
def in_opengraph(draft: Draft) -> Iterator[Candidate[When]]:
    """``article:published_time``."""
    return _in_opengraph(draft)


@rule(
    "published.microdata",
    example="<article itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Harbour closed</h1>"
    "<meta itemprop='datePublished' content='2025-06-13'><p>The harbour of Marrow Bay closed on Friday.</p></article>",
    near_miss="<article itemscope itemtype='https://schema.org/Comment'><h1 itemprop='headline'>Harbour closed</h1>"
    "<meta itemprop='datePublished' content='2025-06-13'><p>The harbour of Marrow Bay closed on Friday.</p></article>",
)
def in_microdata(draft: Draft) -> Iterator[Candidate[When]]:
    """``datePublished`` of the article in microdata."""
    return _in_microdata(draft)


@rule(
    "published.jsonld_page",
    example='<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2025-06-13"}</script><h1>Harbour closed</h1>'
    "<p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "WebPage", "dateModified": "2025-06-13"}</script><h1>Harbour closed</h1>'
    "<p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def of_page(draft: Draft) -> Iterator[Candidate[When]]:
    """``datePublished`` of the page in JSON-LD."""
    return _of_page(draft)


@rule(
    "published.originally",
    example="<h1>Harbour closed</h1><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>"
    "<div>This story was originally published on May 3, 2019 and has been updated.</div>",
    near_miss="<h1>Harbour closed</h1><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday, officials said.</p>"
    "<div>This story was originally published in the Harbour Courier on May 3, 2019 and has been updated.</div>",
)
def originally(draft: Draft) -> Iterator[Candidate[When]]:
    """The date of the first publication, where the page says so above or below the story and shows a later one."""
    shown = next(_near_headline(draft, "published"), None)
    for line in (*draft.facts.near_headline, *draft.facts.after_article, *draft.body.blocks[-3:]) if shown else ():
        label = _ORIGINALLY.search(line.text)
        behind = line.text[label.end() :][:LONGEST_DATE] if label else ""
        when = next(find_dates(behind, language=draft.decided.language), None) if behind else None
        if shown and when and when.span and not when.span.start and _is_before(when, shown.value):
            yield Candidate(evolve(when, span=None), line.text)


@rule(
    "published.beside",
    example="<h1>Harbour closed</h1><div>By Ada Quill • June 13, 2025 • 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Last updated: June 13, 2025 • 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def beside(draft: Draft) -> Iterator[Candidate[When]]:
    """A date in a short line beside the headline that no label calls a change."""
    return _near_headline(draft, "published")


def _near_headline(draft: Draft, kind: DateKind) -> Iterator[Candidate[When]]:
    """The dates of one kind in the short lines near the headline."""
    return (
        Candidate(
            _to_the_minute(draft, found) if kind == "published" else found.when, found.line.text, leaving(draft, found)
        )
        for found in shown_dates(draft)
        if found.kind == kind
    )


def _to_the_minute(draft: Draft, found: Shown) -> When:
    """A shown date with the time of day and the zone that a ``time`` element beside it, or a meta element, states for it."""
    shown = found.when
    if shown.at is not None and shown.at.tzinfo is not None:
        return shown
    # Midnight in a meta element is what a system puts for a day without a time.
    named = (when for candidate in _meta_dates(draft) if (when := candidate.value).at and when.at.time() != dt.time())
    stated = chain(stated_near(draft, found), named)
    fuller = (to_the_minute(shown, when) for when in stated if when.at)
    return next((when for when in fuller if when is not shown), shown)


@rule(
    "published.meta",
    example="<meta name='dc.date.issued' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
    near_miss="<meta name='dc.date.modified' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
)
def in_meta(draft: Draft) -> Iterator[Candidate[When]]:
    """Dublin Core, ``parsely-pub-date``, ``date`` and the like, then any other name that says ``published`` and ``date``."""
    return iter(_meta_dates(draft))


@fact
def _meta_dates(draft: Draft) -> list[Candidate[When]]:
    """The dates of publication that meta elements other than OpenGraph's state."""
    keys = (key.removeprefix("meta:") for key in draft.facts.meta if key.startswith("meta:"))
    named = (key for key in keys if _is_date_of_publication(key) and key not in _META)
    return list(_dates(draft, meta_values(draft, *_META_OTHER, *named)))


def _is_date_of_publication(key: str) -> bool:
    """Whether the words of a name say that its value is when something was published."""
    words = set(_WORDS.findall(key))
    return not (words.isdisjoint(_PUBLISHED) or words.isdisjoint(_DATE)) and words.isdisjoint(_LATER)


@rule(
    "published.time",
    example=f"<h1>Harbour closed</h1>{_LONG}<h2>About</h2><div>Ada Quill, <time datetime='2025-06-13'>Friday</time></div>",
    near_miss=f"<h1>Harbour closed</h1>{_LONG}<h2>About</h2><div>Updated: <time datetime='2025-06-13'>Friday</time></div>",
)
def first_time(draft: Draft) -> Iterator[Candidate[When]]:
    """The first ``time`` element that stands in no link, list or sidebar, where no label calls it a change."""
    return _dates(draft, draft.facts.meta.get("time:datetime", ())[:1])


@rule(
    "published.labelled",
    example="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
    "<footer><div>Posted on June 13, 2025</div></footer>",
    near_miss="<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
    "<footer><div>Posted on June 13, 2025</div><div>Posted on June 14, 2025</div></footer>",
)
def labelled(draft: Draft) -> Iterator[Candidate[When]]:
    """A date behind ``Published`` or ``Posted`` anywhere on the page, where it is the only one."""
    return _announced(draft, "published")


def _announced(draft: Draft, kind: DateKind) -> Iterator[Candidate[When]]:
    """The only date that labels of one kind announce."""
    found = [when for lines in draft.facts.labelled_dates if (when := announced_date(draft, lines, kind))]
    if found and len({when.earliest for when in found}) == 1:
        yield Candidate(found[0], found[0].raw)


@rule(
    "published.below",
    example=f"<article><h1>Harbour closed</h1>{_LONG}<footer>By Ada Quill <i>June 13, 2025</i></footer></article>",
    near_miss=f"<article><h1>Harbour closed</h1>{_LONG}<footer>By Ada Quill <i>June 13, 2025</i> <i>June 14, 2025</i></footer></article>",
)
def below(draft: Draft) -> Iterator[Candidate[When]]:
    """The only date in the lines right under the story, or in the footer of its article, that are little more than a date."""
    if next(stated_dates(draft), None) is not None:
        return
    lines = (*draft.facts.after_article, *draft.facts.select("article > footer:not(.comment-meta)")[:FOOTERS])
    found = [shown for shown in plain_dates(draft, lines) if shown.kind == "published"]
    if len({shown.when.earliest for shown in found}) == 1:
        yield Candidate(found[0].when, found[0].line.text)


@rule(
    "published.title",
    example="<meta property='og:title' content='Harbour closed | Courier | 13.06.2025'><h1>Harbour closed</h1><p>It closed, officials said.</p>",
    near_miss="<meta property='og:title' content='Harbour closed since 13.06.2025'><h1>Harbour closed</h1><p>It closed, officials said.</p>",
)
def behind_title(draft: Draft) -> Iterator[Candidate[When]]:
    """A date that closes the stated title behind a bar or a dash."""
    titles = (*meta_values(draft, "og:title"), *draft.facts.meta.get("html:title", ())[:1])
    return _dates(draft, (_TITLE_TAIL.split(title)[-1] for title in titles if _TITLE_TAIL.search(title)))


@rule(
    "modified.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
    near_miss='<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-13T17:40+02:00"}</script>'
    "<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday, officials said.</p>",
)
def changed_in_jsonld(draft: Draft) -> Iterator[Candidate[When]]:
    """``dateModified`` of the article, then of the page, in JSON-LD and microdata."""
    for node in (draft.facts.node, draft.facts.item, draft.facts.page_node):
        yield from _changes(draft, property_values(node, "dateModified"))


@rule(
    "modified.meta",
    example="<meta property='article:modified_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
    near_miss="<meta property='article:published_time' content='2025-06-13'><h1>Harbour closed</h1><p>It closed on Friday, officials said.</p>",
)
def changed_in_meta(draft: Draft) -> Iterator[Candidate[When]]:
    """``article:modified_time``, ``og:updated_time`` and the like."""
    return _changes(draft, meta_values(draft, *_META_CHANGED))


def _changes(draft: Draft, values: Iterable[object]) -> Iterator[Candidate[When]]:
    """Stated changes, but for those before the publication: a report that waits for its day was saved before it."""
    published = draft.decided.published
    return (found for found in _dates(draft, values) if published is None or not is_earlier(found.value, published))


@rule(
    "modified.beside",
    example="<h1>Harbour closed</h1><div>Last updated: June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def changed_beside(draft: Draft) -> Iterator[Candidate[When]]:
    """A date beside the headline that a label calls a change."""
    return _near_headline(draft, "modified")


@rule(
    "published.only_updated",
    example="<script></script><h1>Harbour closed</h1><div>Updated June 13, 2025</div><p>The harbour closed on Friday.</p>",
    near_miss="<script></script><h1>Harbour closed</h1><div>June 12, 2025 | Updated June 13, 2025</div><p>The harbour closed on Friday.</p>",
)
def only_updated(draft: Draft) -> Iterator[Candidate[When]]:
    """The one date that a page shows, though it calls it an update.

    So guides to citation do with a work that gives no date but that of its last update. A page without any script may be a
    copy that lost what it stated in one: there the date stays that of an update.
    """
    known = chain(stated_dates(draft), _near_headline(draft, "published"))
    if draft.facts.has_scripts and next(known, None) is None:
        shown = list(chain(_near_headline(draft, "modified"), _announced(draft, "modified")))
        if len({candidate.value.earliest for candidate in shown}) == 1:
            yield shown[0]


WEB_PUBLISHED: tuple[Rule[When], ...] = (
    shown_earlier,
    local_day,
    in_jsonld,
    in_opengraph,
    in_microdata,
    of_page,
    originally,
    beside,
    in_meta,
    first_time,
    labelled,
    below,
    behind_title,
)
WEB_PUBLISHED_LAST: tuple[Rule[When], ...] = (only_updated,)
WEB_MODIFIED: tuple[Rule[When], ...] = (changed_in_jsonld, changed_in_meta, changed_beside)
