"""Rules for ``Article.tags``: keywords in metadata, links with ``rel=tag``, and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.web.schema_org import plain_name, property_values

MAX_TAGS = 50
"""Tags of one article that are kept."""
MAX_TAG_CHARS = 60
"""Characters of a tag: a longer one is a sentence, or a list without separators."""
MIN_HEADLINE_LETTERS = 16
"""Letters of a headline that no tag begins with by chance."""
MIN_OTHER_LABELS = 3
"""Values with other labels than those of tags, so that all labelled values belong to the content management system."""
MAX_NUMBER_CHARS = 5
"""Characters of a tag without letters: ``9/11``, ``2024``."""
_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_SEPARATOR = re.compile(r"[,;、]")
_BAR_SEPARATOR = re.compile(r"\s?\|\s?")
_TAG_LABEL = re.compile(
    r"(?:[A-Z]{2}\||(?:nlp\s)?(?:category|subject|topic|section|tag|keyword|entity tokens)s?:\s?|(?:section|topic|tag|person|organi[sz]ation|place|location)s?/)(?=\S)",
    re.IGNORECASE,
)
"""A label before a real tag, as content management systems add it."""
_ANY_LABEL = re.compile(r"[\w -]{2,20}:(?:\s|\S{4})")
"""Any other label before a value."""
_MACHINE_VALUE = re.compile(
    r"[_@/&~]|[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{16,}$|https?:|\S+:\S{4}|.*\S@\S|(?:true|false|null|none|undefined)$",
    re.IGNORECASE,
)
"""The start of a value that only machines read."""
_ENTITY_CLASSES = re.compile(r"\s?(?:\b[A-Z]{4,}\s){0,3}\b[A-Z]{2,}_[A-Z_]{2,}(?:\s[A-Z]{4,}\b){0,3}")
"""Classes of entities that some systems append to a name: ``PUBLIC_FIGURE PERSON``."""
_CHINESE_LIST = re.compile(r"[\u3400-\u9fff]{2,12}(?:\s[\u3400-\u9fff]{2,12}){2,}")
"""A Chinese list separated by spaces: Chinese words contain no spaces."""


@rule(
    "tags.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "keywords": ["harbour", "strike"]}</script>'
    f"<h1>Harbour closed</h1>{_TEXT}",
    near_miss='<script type="application/ld+json">{"@type": "WebSite", "keywords": ["harbour", "strike"]}</script>'
    f"<h1>Harbour closed</h1>{_TEXT}",
)
def tags_in_jsonld(draft: Draft) -> Iterator[Candidate[str]]:
    """``keywords`` of the article in JSON-LD: a list, or one string with commas, semicolons or bars."""
    return _tag_candidates(
        draft, (name for value in property_values(draft.facts.node, "keywords") if (name := plain_name(value)))
    )


@rule(
    "tags.meta",
    example=f"<meta property='article:tag' content='harbour'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<meta property='article:section' content='harbour'><h1>Harbour closed</h1>{_TEXT}",
)
def tags_in_meta(draft: Draft) -> Iterator[Candidate[str]]:
    """``article:tag``, ``news_keywords``, ``parsely-tags`` or ``keywords``: the first that has a value."""
    for key in ("article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"):
        if found := list(_tag_candidates(draft, meta_values(draft, key))):
            return iter(found)
    return iter(())


@rule(
    "tags.marked",
    example=f"<h1>Harbour closed</h1>{_TEXT}<p><a rel='tag' href='/tag/harbour'>harbour</a></p>",
    near_miss=f"<h1>Harbour closed</h1>{_TEXT}<p><a rel='author' href='/tag/harbour'>harbour</a></p>",
)
def marked_tags(draft: Draft) -> Iterator[Candidate[str]]:
    """Links with ``rel=tag``, the microformat of blogs."""
    return _tag_candidates(draft, draft.facts.meta.get("rel:tag", ()))


@rule(
    "tags.front_matter",
    example="---\ntitle: Harbour closed\ntags: [harbour, strike]\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprice tags: none\n---\n\nThe harbour closed.",
)
def tags_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """The values under ``tags`` or ``keywords``; a value with commas is several tags."""
    seen: set[str] = set()
    for candidate in front_matter_values(draft, ("tags", "keywords")):
        for tag in (part.strip() for part in candidate.value.split(",")):
            if tag and tag not in seen:
                seen.add(tag)
                yield Candidate(tag, candidate.raw)


def _tag_candidates(draft: Draft, values: Iterable[str]) -> Iterator[Candidate[str]]:
    """Yield the tags in lists, each once."""
    tags = dict.fromkeys(part for value in values for part in _split_list(value))
    other_labels = sum(_has_other_label(tag) for tag in tags)
    kept = (tag for tag in tags if other_labels < MIN_OTHER_LABELS or not _has_other_label(tag))
    clean = dict.fromkeys(words for tag in kept if (words := _clean_tag(tag)) and not _is_headline(draft, words))
    return (Candidate(tag, tag) for tag in islice(clean, MAX_TAGS))


def _has_other_label(value: str) -> bool:
    return _ANY_LABEL.match(value) is not None and not _TAG_LABEL.match(value)


def _split_list(value: str) -> Iterator[str]:
    """Yield the items of a list."""
    for item in map(str.strip, _SEPARATOR.split(value)):
        for part in filter(None, [item] if _TAG_LABEL.match(item) else _BAR_SEPARATOR.split(item)):
            yield from part.split() if _CHINESE_LIST.fullmatch(part) else (part,)


def _clean_tag(tag: str) -> str | None:
    """Return a tag without labels and marks. None if it is not a tag."""
    words = _ENTITY_CLASSES.sub("", _TAG_LABEL.sub("", tag, count=1) if _TAG_LABEL.match(tag) else tag)
    words = words.removeprefix("& ").lstrip("#").strip()
    if not words or len(words) > MAX_TAG_CHARS or _MACHINE_VALUE.match(words):
        return None
    is_content = str.isalnum if len(words) <= MAX_NUMBER_CHARS else str.isalpha
    return words if any(map(is_content, words)) else None


def _is_headline(draft: Draft, words: str) -> bool:
    """True if a tag is the headline of the article."""
    tag = match_key(words)
    titles = (draft.decided.title, *draft.facts.meta.get("meta:og:title", ())[:1])
    return any(
        len(title) >= MIN_HEADLINE_LETTERS and tag.startswith(title) for title in map(match_key, filter(None, titles))
    )


TAGS: tuple[Rule[str], ...] = (tags_in_jsonld, tags_in_meta, marked_tags, tags_in_front_matter)
