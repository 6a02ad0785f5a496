"""What a web page states as its keywords, without what only its content system reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from articlekit.parsers.draft import Draft
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.rules import Candidate, Rule, rule
from articlekit.parsers.web.schema_org import plain_name, property_values

MOST = 50
"""Keywords of one article."""
LONGEST = 60
"""Characters of a keyword: what is longer is a sentence, or a list without marks."""
HEADLINE = 16
"""Letters of a headline that no keyword begins with."""
LABELLED = 3
"""Keywords with a label of any sort that make labels the content system's."""
SHORT = 5
"""Characters of a keyword that may be all figures: ``9/11``, ``2024``."""
_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_SEPARATOR = re.compile(r"[,;、]")
_BAR = re.compile(r"\s?\|\s?")
_SUBJECT = re.compile(
    r"(?:[A-Z]{2}\||(?:nlp\s)?(?:category|subject|topic|section|tag|keyword|entity tokens)s?:\s?|(?:section|topic|tag|person|organi[sz]ation|place|location)s?/)(?=\S)",
    re.IGNORECASE,
)
"""What a content system puts before a keyword that is one."""
_LABEL = re.compile(r"[\w -]{2,20}:(?:\s|\S{4})")
"""What it puts before other things."""
_MACHINE = re.compile(
    r"[_@/&~]|[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{16,}$|https?:|\S+:\S{4}|.*\S@\S|(?:true|false|null|none|undefined)$",
    re.IGNORECASE,
)
"""How a keyword begins that only a machine reads."""
_CLASSES = re.compile(r"\s?(?:\b[A-Z]{4,}\s){0,3}\b[A-Z]{2,}_[A-Z_]{2,}(?:\s[A-Z]{4,}\b){0,3}")
"""The classes of things that some systems put behind their names: ``PUBLIC_FIGURE PERSON``."""
_HAN = re.compile(r"[\u3400-\u9fff]{2,12}(?:\s[\u3400-\u9fff]{2,12}){2,}")
"""A list with nothing but spaces in it, in letters that have no spaces in words."""


@rule(
    "tags.jsonld",
    example='<script type="application/ld+json">{"@type": "NewsArticle", "keywords": ["harbour", "strike"]}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
    near_miss='<script type="application/ld+json">{"@type": "WebSite", "keywords": ["harbour", "strike"]}</script>'
    f"<h1>Harbour closed</h1>{_STORY}",
)
def tags_in_jsonld(draft: Draft) -> Iterator[Candidate[str]]:
    """``keywords`` of the article in JSON-LD: a list, or one string with commas, semicolons or bars."""
    return _tags(
        draft, (name for value in property_values(draft.facts.node, "keywords") if (name := plain_name(value)))
    )


@rule(
    "tags.meta",
    example=f"<meta property='article:tag' content='harbour'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta property='article:section' content='harbour'><h1>Harbour closed</h1>{_STORY}",
)
def tags_in_meta(draft: Draft) -> Iterator[Candidate[str]]:
    """``article:tag``, ``news_keywords``, ``parsely-tags`` or ``keywords``: the first of them that is stated."""
    for key in ("article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"):
        if found := list(_tags(draft, meta_values(draft, key))):
            return iter(found)
    return iter(())


@rule(
    "tags.marked",
    example=f"<h1>Harbour closed</h1>{_STORY}<p><a rel='tag' href='/tag/harbour'>harbour</a></p>",
    near_miss=f"<h1>Harbour closed</h1>{_STORY}<p><a rel='author' href='/tag/harbour'>harbour</a></p>",
)
def marked_tags(draft: Draft) -> Iterator[Candidate[str]]:
    """Links that the page marks with ``rel=tag``, the microformat that blogs are made with."""
    return _tags(draft, draft.facts.meta.get("rel:tag", ()))


def _tags(draft: Draft, values: Iterable[str]) -> Iterator[Candidate[str]]:
    """The keywords in lists, each once."""
    tags = dict.fromkeys(part for value in values for part in _parts(value))
    labelled = sum(_LABEL.match(tag) is not None and not _SUBJECT.match(tag) for tag in tags)
    told = (tag for tag in tags if labelled < LABELLED or _SUBJECT.match(tag) or not _LABEL.match(tag))
    plain = dict.fromkeys(words for tag in told if (words := _plain(tag)) and not _is_headline(draft, words))
    return (Candidate(tag, tag) for tag in islice(plain, MOST))


def _parts(value: str) -> Iterator[str]:
    """The parts of a list."""
    for item in map(str.strip, _SEPARATOR.split(value)):
        for part in filter(None, [item] if _SUBJECT.match(item) else _BAR.split(item)):
            yield from part.split() if _HAN.fullmatch(part) else (part,)


def _plain(tag: str) -> str | None:
    """A keyword as a reader would write it. None: it is none."""
    words = _CLASSES.sub("", _SUBJECT.sub("", tag, count=1) if _SUBJECT.match(tag) else tag)
    words = words.removeprefix("& ").lstrip("#").strip()
    if not words or len(words) > LONGEST or _MACHINE.match(words):
        return None
    told = str.isalnum if len(words) <= SHORT else str.isalpha
    return words if any(map(told, words)) else None


def _is_headline(draft: Draft, words: str) -> bool:
    """Whether a keyword is the story's headline."""
    tag = match_key(words)
    titles = (draft.decided.title, *draft.facts.meta.get("meta:og:title", ())[:1])
    return any(len(title) >= HEADLINE and tag.startswith(title) for title in map(match_key, filter(None, titles)))


WEB_TAGS: tuple[Rule[str], ...] = (tags_in_jsonld, tags_in_meta, marked_tags)


@rule(
    "tags.front_matter",
    example="---\ntitle: Harbour closed\ntags: [harbour, strike]\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nprice tags: none\n---\n\nThe harbour closed.",
)
def tags_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """The values under ``tags`` or ``keywords``; one value that holds commas is several."""
    seen: set[str] = set()
    for candidate in front_matter_values(draft, ("tags", "keywords")):
        for tag in (part.strip() for part in candidate.value.split(",")):
            if tag and tag not in seen:
                seen.add(tag)
                yield Candidate(tag, candidate.raw)


TAGS: tuple[Rule[str], ...] = (tags_in_front_matter,)
