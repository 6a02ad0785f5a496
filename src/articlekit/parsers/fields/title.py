"""Rules for ``Article.title``: headings that the metadata confirms, metadata, front matter, the first lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.authors.text import is_byline
from articlekit.parsers.fields.body_regions import header_blocks, is_running_text
from articlekit.parsers.fields.dates.text import find_date_after_byline, is_date_line
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.headline_area import is_web_page, site_names
from articlekit.parsers.fields.publisher import article_domain, find_name_of_domain
from articlekit.parsers.fields.section import known_section_keys
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.datelines import find_dateline
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.lines.site_names import before_separators, split_at_separators, without_site_name
from articlekit.parsers.web.schema_org import NEWS_TYPES, node_types, plain_text, property_values

MIN_SHARED_LETTERS = 8
"""Letters of a headline that the title of a page must contain for a match of only a part."""
MAX_OPENING_BLOCKS = 6
"""Blocks at the start of the body among which the headline can be repeated."""
MIN_KICKER_LETTERS = 4
"""Letters of a kicker: an article before a headline is shorter."""
MAX_HEADLINE_CHARS = 400
"""Characters of a headline of a page."""
MAX_TEXT_HEADLINE_CHARS = 250
"""Characters of a headline in text without headings."""
MAX_FIRST_LINES = 6
"""Lines at the start of a text among which its headline is."""
MAX_SUBJECT_BLOCKS = 20
"""Blocks at the start of an e-mail among which its subject can be repeated."""
BELOW_ALL_LEVELS = 9
"""The level of a heading without a level."""

_ADVISORY = re.compile(r"\s\((?:adds|updates|recasts|corrects|writes through|rewrites)\b[^()]{0,200}\)$", re.IGNORECASE)
_RELEASE_LABEL = re.compile(r"(?:(?:re|fwd?|fw)\s*:|(?:press|news|media) release\s*[:–—-])\s*", re.IGNORECASE)


@fact
def _titles_in_metadata(draft: Draft) -> list[str]:
    """Return the headlines in the metadata without the site's name, best first."""
    return list(_iter_titles_in_metadata(draft))


def _iter_titles_in_metadata(draft: Draft) -> Iterator[str]:
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
def visible(draft: Draft) -> Iterator[Candidate[str]]:
    """The last heading above the article whose words the metadata has too. A kicker that only one of the two has is left out.

    A heading of the first level that OpenGraph and the title element both have comes before one that only JSON-LD has.
    """
    agreed = _agreed_heading(draft)
    yield from sorted(_confirmed_headings(draft), key=lambda found: found.raw != agreed)


def _agreed_heading(draft: Draft) -> str | None:
    """Return the heading of the first level above the article that OpenGraph and the title element both have."""
    names = site_names(draft)
    titles = (meta_values(draft, "og:title"), draft.facts.meta.get("html:title", ())[:1])
    in_opengraph, in_element = ({match_key(without_site_name(words, names)) for words in values} for values in titles)
    agreed = in_opengraph & in_element
    headings = (heading.text for heading in draft.facts.headings if heading.level == 1)
    return next((words for words in headings if match_key(words) in agreed), None)


def _confirmed_headings(draft: Draft) -> Iterator[Candidate[str]]:
    """Yield the headings above the article whose words the metadata has too, the last one first."""
    names = site_names(draft)
    titles = (*meta_values(draft, "og:title", "twitter:title"), *draft.facts.meta.get("html:title", ())[:1])
    # The headline in a newspaper's JSON-LD comes before a heading that only a title element confirms.
    others = [] if _news_headlines(draft) else [without_site_name(words, names) for words in titles]
    in_metadata = [words for words in (*_titles_in_metadata(draft), *others) if len(words) <= MAX_HEADLINE_CHARS]
    by_key = {match_key(words): words for words in reversed(in_metadata)}
    by_key.pop("", None)
    parts = {match_key(part) for words in titles for part in before_separators(words)}
    for block in reversed(draft.facts.headings):
        words = without_site_name(" ".join(block.text.split()), names)
        key = match_key(words)
        repetition = _find_repetition(draft, key)
        if key in by_key:
            spelling = max(by_key[key], words, key=lambda words: len(words.split()))
            yield Candidate(spelling, block.text, repetition)
        elif len(key) >= MIN_SHARED_LETTERS and key in parts:
            yield Candidate(words, block.text, repetition)
        elif without_kicker := _without_kicker(key, by_key):
            yield Candidate(without_kicker, block.text, repetition)


def _find_repetition(draft: Draft, key: str) -> tuple[DraftBlock, ...]:
    """Return the opening heading that repeats the headline with this match key. Empty if there is none."""
    opening = draft.body.kept[:MAX_OPENING_BLOCKS]
    return tuple(block for block in opening if block.kind == "heading" and match_key(block.text) == key)[:1]


def _without_kicker(key: str, titles: dict[str, str]) -> str | None:
    """Return the longest title in the metadata that a heading ends with, after a kicker."""
    ends = [
        words
        for end, words in titles.items()
        if len(end) >= MIN_SHARED_LETTERS and key.endswith(end) and len(key) - len(end) >= MIN_KICKER_LETTERS
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
    """Return the headlines of a news report in JSON-LD."""
    is_news = node_types(draft.facts.node) & NEWS_TYPES
    values = property_values(draft.facts.node, "headline") if is_news else ()
    return [words for value in values if (words := plain_text(value))]


@rule(
    "title.first_heading",
    example="<h1>Storm shuts the port</h1><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss="<p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def first_heading(draft: Draft) -> Iterator[Candidate[str]]:
    """The headings of the first level that are not the site's name: first those in the metadata, then those above the article.

    If there are several, and none is either, they are the subheadings of the article.
    """
    names = site_names(draft)
    titles = (*_titles_in_metadata(draft), *_without_names(draft.facts.meta.get("html:title", ())[:1], names))
    in_metadata = set(map(match_key, titles))
    texts = [words for value in draft.facts.meta.get("html:h1", ()) if (words := plain_text(value))]
    texts = [words for words in texts if len(words) <= MAX_HEADLINE_CHARS and match_key(words) not in names]
    headings = _without_names(texts, names)
    above = {match_key(block.text) for block in draft.facts.headings}
    if len(headings) > 1 and in_metadata and (in_metadata | above).isdisjoint(map(match_key, headings)):
        return
    for words in sorted(
        headings, key=lambda words: (match_key(words) not in in_metadata, match_key(words) not in above)
    ):
        yield Candidate(words, words, _find_repetition(draft, match_key(words)))


def _without_names(titles: Iterable[str], names: frozenset[str]) -> list[str]:
    return [without_site_name(words, names) for words in titles]


@rule(
    "title.opengraph",
    example="<meta property='og:title' content='Harbour closed'><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta property='og:description' content='Harbour closed'><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def title_in_metadata(draft: Draft) -> Iterator[Candidate[str]]:
    """``headline`` in JSON-LD or microdata, ``og:title``, ``twitter:title``, ``dc.title``, without site and section."""
    for words in _titles_in_metadata(draft):
        yield Candidate(_without_site_and_section(draft, words), words)


@rule(
    "title.first_words",
    example="<html><head><title>Courier - Harbour closed</title></head><body><b>Harbour closed for weeks</b><br>by Ada Quill<br>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
    near_miss="<html><head><title>Courier - Harbour closed</title></head><body><b>Storm shuts the port</b><br>by Ada Quill<br>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
)
def first_words(draft: Draft) -> Iterator[Candidate[str]]:
    """On a page without headings, the first words in bold or before a line break, if the ``title`` element begins them."""
    block = next(iter(draft.body.kept), None)
    has_headings = bool(draft.facts.headings) or "html:h1" in draft.facts.meta
    if block is None or has_headings or len(block.text) > MAX_HEADLINE_CHARS:
        return
    words, line_break, _ = block.text.partition("\n")
    keys = [
        match_key(part)
        for title in draft.facts.meta.get("html:title", ())[:1]
        for part in (*split_at_separators(title), title.partition(": ")[2])
    ]
    is_title = any(len(key) >= MIN_SHARED_LETTERS and match_key(words).startswith(key) for key in keys)
    if (line_break or block.emphasis) and is_title:
        yield Candidate(words, words, (block,), block.cut(0, len(words)))


@rule(
    "title.element",
    example="<html><head><title>Harbour closed</title></head><body><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
    near_miss="<html><head></head><body><p>The harbour of Marrow Bay closed on Friday, and nobody could say for how long.</p>",
)
def title_element(draft: Draft) -> Iterator[Candidate[str]]:
    """The ``title`` element without the names of site and section, if it is more than the site's name."""
    return (Candidate(title, words) for words, title in _titles_in_element(draft))


def _titles_in_element(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield the words of the ``title`` element, and the headline in them."""
    names = site_names(draft)
    for value in draft.facts.meta.get("html:title", ())[:1]:
        words = plain_text(value)
        title = _without_site_and_section(draft, words) if words else ""
        if words and title and match_key(title) not in names:
            yield words, title


@rule(
    "title.nearest_heading",
    example="<html><title>Harbour Courier</title><meta property='og:site_name' content='Harbour Courier'><h2>Harbour closed</h2>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
    near_miss="<html><title>Harbour closed in Marrow Bay</title><meta property='og:site_name' content='Harbour Courier'><h2>Harbour closed</h2>"
    "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>",
)
def nearest_heading(draft: Draft) -> Iterator[Candidate[str]]:
    """The last of the highest headings above the article, if the metadata has no headline, or only the site's name."""
    if _titles_in_metadata(draft) or any(_titles_in_element(draft)):
        return
    if draft.facts.headings:
        nearest = min(reversed(draft.facts.headings), key=lambda block: block.level or BELOW_ALL_LEVELS)
        words = " ".join(nearest.text.replace("\xad", "").split())
        yield Candidate(words, nearest.text, _find_repetition(draft, match_key(words)))


def _without_site_and_section(draft: Draft, words: str) -> str:
    """Return a title without the names of site and section: ``Site: Headline | Section`` → ``Headline``."""
    names, sections = site_names(draft), known_section_keys(draft)
    words = without_site_name(words, names)
    site, colon, headline = words.partition(": ")
    words = headline if colon and match_key(site) in names else words
    for beginning in reversed(list(before_separators(words))):
        if match_key(words[len(beginning) :]) not in sections:
            break
        words = beginning
    return words.strip()


@rule(
    "title.front_matter",
    example="---\ntitle: Harbour closed\n---\n\nThe harbour closed.",
    near_miss="---\nsubtitle: Harbour closed\n---\n\nThe harbour closed.",
)
def title_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """``title`` or ``headline`` in the front matter."""
    return front_matter_values(draft, ("title", "headline"))


@rule(
    "title.heading",
    example="# Harbour closed\n\nThe harbour closed.",
    near_miss="Harbour closed\n\nThe harbour closed.",
)
def heading(draft: Draft) -> Iterator[Candidate[str]]:
    """The first heading of the highest level before the first paragraph of running text."""
    headings = _opening_headings(draft)
    if headings and not is_web_page(draft):
        yield _title_candidate(draft, min(headings, key=lambda block: block.level or 1))


@fact
def _opening_headings(draft: Draft) -> list[DraftBlock]:
    """Return the headings before the first paragraph of running text."""
    opening = takewhile(lambda block: not is_running_text(block), header_blocks(draft))
    return [block for block in opening if block.kind == "heading" and block.text]


@rule(
    "title.subject",
    example="From: Press Office <press@marrowbay.example>\nSubject: Harbour closed\n\nThe harbour closed on Friday.",
    near_miss="From: Press Office <press@marrowbay.example>\n\nThe harbour closed on Friday.",
)
def subject(draft: Draft) -> Iterator[Candidate[str]]:
    """The subject of an e-mail, without ``Fwd:`` or ``Press release:``. A line of the message that repeats it leaves the text."""
    return iter(_subjects(draft))


@fact
def _subjects(draft: Draft) -> list[Candidate[str]]:
    """Return the subjects of an e-mail, each with the line of the message that repeats it."""
    found: list[Candidate[str]] = []
    for raw in draft.facts.meta.get("email:subject", ()):
        words = _RELEASE_LABEL.sub("", " ".join(raw.split()), count=2)
        same = tuple(
            block for block in draft.body.kept[:MAX_SUBJECT_BLOCKS] if block.text.casefold() == words.casefold()
        )
        if words:
            found.append(Candidate(words, raw, same[:1]))
    return found


@rule(
    "title.first_line",
    example="Harbour closed after storm\n\nMARROW BAY (AP) — The harbour closed on Friday, officials said.",
    near_miss="The harbour closed after the storm.\n\nMARROW BAY (AP) — The harbour closed on Friday, officials said.",
)
def first_line(draft: Draft) -> Iterator[Candidate[str]]:
    """In text without a heading, the first line that is not a sentence, byline, date line or dateline.

    A line with nothing after it is the text, not a headline.
    """
    if is_web_page(draft) or "front_matter:title" in draft.facts.meta:
        return
    if _opening_headings(draft) or any(candidate.blocks for candidate in _subjects(draft)):
        return
    lines = [block for block in draft.body.kept[:MAX_FIRST_LINES] if not _is_header_line(block, draft.decided.language)]
    if len(lines) > 1 and _is_headline(lines[0]):
        yield _title_candidate(draft, lines[0])


def _is_header_line(block: DraftBlock, language: str | None) -> bool:
    """True if a block is an image, a byline or a date line."""
    line = block.text
    return (
        block.kind == "image"
        or is_byline(block)
        or is_date_line(line, language)
        or find_date_after_byline(line, language) is not None
    )


def _is_headline(block: DraftBlock) -> bool:
    """True if a paragraph can be a headline: short, not a sentence, and without a dateline."""
    text = block.text
    is_sentence = text.rstrip("\"'”’»)").endswith((".", ":", ",", ";"))
    if block.kind != "paragraph" or len(text) > MAX_TEXT_HEADLINE_CHARS or is_sentence:
        return False
    return find_dateline(text) is None and len(text.split()) > 1


def _title_candidate(draft: Draft, block: DraftBlock) -> Candidate[str]:
    words = _ADVISORY.sub("", block.words)
    return Candidate(_without_publisher(draft, words), block.text, (block,))


def _without_publisher(draft: Draft, words: str) -> str:
    """Return a headline without the newspaper's name after a bar, if the domain confirms the name."""
    headline, _, name = words.rpartition(" | ")
    return headline if headline and find_name_of_domain(name, article_domain(draft)) == name else words


TITLE: tuple[Rule[str], ...] = (
    visible,
    headline_in_jsonld,
    first_heading,
    title_in_metadata,
    first_words,
    title_element,
    nearest_heading,
    title_in_front_matter,
    heading,
    subject,
    first_line,
)
