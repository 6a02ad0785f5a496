"""Authors in the bylines that a page shows: near the headline, in marked elements, after the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlekit.models import Author
from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.field_rules import Candidate, rule
from articlekit.parsers.fields.authors.metadata import (
    author_candidates,
    best_metadata_authors,
    find_author_url,
    without_site_names,
)
from articlekit.parsers.fields.authors.page_bylines import (
    found_in_line,
    has_author,
    labelled_near_headline,
    lines_below_headline,
    marked_near_headline,
    pen_name_near_headline,
    people_in_byline,
    whole_line_desk,
)
from articlekit.parsers.fields.headline_area import (
    find_in_opening,
    is_web_page,
    site_names,
)
from articlekit.parsers.lines.byline_labels import has_weak_label, split_byline_label
from articlekit.parsers.lines.bylines import (
    MAX_BYLINE_CHARS,
    count_other_chars,
    has_time,
    make_author,
    read_leading_names,
    read_signed_names,
    split_byline,
)
from articlekit.parsers.lines.names import (
    ends_in_writer_title,
    is_agency,
    is_organization,
    is_person,
    is_unnamed_writer,
)
from articlekit.parsers.lines.normalize import match_key

MAX_LAST_BLOCKS = 6
"""Blocks at the end of the body among which a byline can be."""
MIN_CLEAR_LABEL_CHARS = 6
"""Characters of a byline label after the article that cannot be part of a sentence: ``By`` alone can."""
MAX_NEXT_LINES = 3
"""Lines directly below the headline."""
MIN_SHARED_LETTERS = 4
"""Letters at the start or the end that two spellings of one name share."""
MAX_OTHER_CHARS = 10
"""Characters that a line may have next to names and dates."""
MAX_AFFILIATION_PARTS = 3
"""Parts of a line after the name: job title, newspaper and place."""
MAX_AFFILIATION_WORDS = 4
"""Words of such a part."""

_LONG_TEXT = "".join(
    f"<p>The harbour of Marrow Bay stayed closed on the {day} day, and nobody was told for how long.</p>"
    for day in "second third fourth fifth sixth".split()
)
_AFTER_NAME = re.compile(r",\s|\s[/|–—-]\s|\sfor\s(?:the\s)?")
"""The separator between a name and an affiliation."""
_WITH_AGENCY = re.compile(r"\s(?:with|avec|mit|con|com)\s")
"""The word between a writer and an agency that contributed."""
_WRITTEN_BY = re.compile(
    r"th(?:is|e)\s(?:(?:blog|guest)\s)?(?:post|story|report|article|guide|piece|column|essay)\s(?:is|was)\s(?:originally\s)?written\sby\s",
    re.IGNORECASE,
)
_EDITOR_LABEL = re.compile(r"(?:editor|redaktur|redakteur(?:in)?|redacteur|redaktor|редактор)\s?:\s", re.IGNORECASE)
_NO_BLOCK = DraftBlock("paragraph", "")


@rule(
    "authors.fuller_byline",
    example="<meta name='author' content='Ada Quill'><h1>Harbour closed</h1><div class='byline'>By Ada Quill and Tom Reed</div>"
    "<p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta name='author' content='Ada Quill'><h1>Harbour closed</h1><div class='byline'>By Mia Holm and Tom Reed</div>"
    "<p>The harbour of Marrow Bay closed on Friday.</p>",
)
def fuller_byline(draft: Draft) -> Iterator[Candidate[Author]]:
    """A byline near the headline that names all authors of the metadata, and others."""
    in_metadata = _names_in_metadata(draft)
    if not in_metadata:
        return
    for byline in (marked_near_headline(draft), labelled_near_headline(draft)):
        found = without_site_names(draft, byline)
        names = {match_key(author.name) for author in found if not is_agency(author.name)}
        has_all = all(any(name.endswith(known) for name in names) for known in in_metadata)
        if has_all and len(names) > len(in_metadata):
            yield from author_candidates(draft, found)
            return


def _names_in_metadata(draft: Draft) -> set[str]:
    return {match_key(candidate.value.name) for candidate in best_metadata_authors(draft)}


@rule(
    "authors.byline_over_metadata",
    example="<meta name='author' content='Tom Reed'><h1>Harbour closed</h1><div>By Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta name='author' content='Tom Reed'><h1>Harbour closed</h1><div>By Ada Quill</div><div>Tom Reed</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def byline_over_metadata(draft: Draft) -> Iterator[Candidate[Author]]:
    """People in a byline near the headline, if the authors of the metadata are not visible on the page, or only as its editors.

    The metadata then names the person who entered the article into the system. Microdata may also include commenters; they are
    left out.
    """
    in_metadata = _names_in_metadata(draft)
    byline = labelled_near_headline(draft) or marked_near_headline(draft)
    found = without_site_names(draft, byline) if in_metadata else []
    names = {match_key(author.name) for author in found if is_person(author.name)}
    if not found or len(names) < len(found):
        return
    is_labelled = any(split_byline_label(author.raw)[0] and not has_weak_label(author.raw) for author in found)
    are_others = in_metadata.isdisjoint(names)
    are_invisible = (
        not any(_is_visible(draft, name, names) for name in in_metadata) if is_labelled and are_others else False
    )
    in_microdata = draft.facts.item.get("author") and not draft.facts.node.get("author")
    has_commenters = is_labelled and names < in_metadata and in_microdata
    if are_invisible or has_commenters or (are_others and in_metadata <= _editors(draft)):
        yield from author_candidates(draft, found)


def _is_visible(draft: Draft, name: str, others: set[str]) -> bool:
    """True if a name of the metadata is in a line around the article, or is another spelling of one of ``others``."""
    lines = (
        *draft.facts.near_headline,
        *draft.facts.marked_bylines,
        *draft.facts.after_article,
        *draft.body.kept[-MAX_LAST_BLOCKS:],
    )
    return any(_are_spellings(name, other) for other in others) or any(name in match_key(line.text) for line in lines)


def _are_spellings(name: str, other: str) -> bool:
    """True if two names share their first or their last letters."""
    same_end = name[-MIN_SHARED_LETTERS:] == other[-MIN_SHARED_LETTERS:]
    return same_end or name[:MIN_SHARED_LETTERS] == other[:MIN_SHARED_LETTERS]


def _editors(draft: Draft) -> set[str]:
    """Return the match keys of the names after ``Editor:`` in the lines around the article."""
    lines = (line.text for line in (*draft.facts.marked_bylines, *draft.facts.after_article))
    labels = ((line, label) for line in lines if (label := _EDITOR_LABEL.match(line)))
    return {match_key(line[label.end() :]) for line, label in labels}


@rule(
    "authors.marked",
    example="<h1>Harbour closed</h1><div class='article-byline'>Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div class='bylinecolour'>Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def marked_byline(draft: Draft) -> Iterator[Candidate[Author]]:
    """The first names near the headline in an element that the markup calls a byline, or the only names in such elements."""
    if names := marked_near_headline(draft) or pen_name_near_headline(draft):
        yield from author_candidates(draft, names)
        return
    # An element that includes the headline includes more than the byline.
    title = match_key(draft.decided.title or "\0")
    elsewhere = (block for block in draft.facts.marked_bylines if title not in match_key(block.text))
    bylines = [names for block in elsewhere if (names := list(people_in_byline(draft, block)))]
    if len({tuple(match_key(author.name) for author in names) for names in bylines}) == 1:
        yield from author_candidates(draft, bylines[0])


@rule(
    "authors.near_headline",
    example="<h1>Harbour closed</h1><div>Written by Ada Quill | 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Visited by ninety people | 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def near_headline(draft: Draft) -> Iterator[Candidate[Author]]:
    """The names after ``By`` or a similar label in a short line near the headline, or after a line with only the label."""
    return author_candidates(draft, labelled_near_headline(draft))


@rule(
    "authors.dated",
    example="<h1>Harbour closed</h1><div>Ada Quill</div><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Ada Quill</div><div>Opinion</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def dated(draft: Draft) -> Iterator[Candidate[Author]]:
    """A person's name below the headline with a date or a reading time in the same line or one near it."""
    lines = [] if has_author(draft) else lines_below_headline(draft)
    for index, line in enumerate(lines):
        nearby = lines[max(0, index - 1) : max(index + 2, MAX_NEXT_LINES + 1)]
        if line.kind == "heading" or not any(has_time(other.text) for other in nearby):
            continue
        people = people_in_byline(draft, line)
        found = [author for author in people if is_person(author.name) or is_agency(author.name)]
        found = found or list(whole_line_desk(draft, line))
        # The line must have nothing else: capitalized words are names of many things.
        desk_chars = sum(len(author.name) for author in found if is_organization(author.name))
        if found and count_other_chars(line.text) <= max(MAX_OTHER_CHARS, desk_chars):
            yield from author_candidates(draft, found, whole_line=True)
            return


@rule(
    "authors.affiliated",
    example="<h1>Harbour closed</h1><div>Ada Quill, Courier News, Marrow Bay</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Ada Quill, Tern Rock, Marrow Bay</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def affiliated(draft: Draft) -> Iterator[Candidate[Author]]:
    """A person's name directly below the headline with a job title or newspaper after it, in the line or the next; or an agency with a place."""
    lines = [] if has_author(draft) else lines_below_headline(draft)[: MAX_NEXT_LINES + 1]
    for line, after in pairwise([*lines, _NO_BLOCK]):
        names = _affiliated_names(draft, line.text) if line.kind == "paragraph" else []
        if names:
            yield from author_candidates(draft, found_in_line(draft, line, names))
            return
        if is_person(line.text) and is_unnamed_writer(after.text) and line.kind == "paragraph":
            blocks = (
                *find_in_opening(draft, line.text, len(line.text)),
                *find_in_opening(draft, after.text, len(after.text)),
            )
            yield Candidate(make_author(line.text, find_author_url(draft, line, line.text)), line.text, blocks)
            return


def _affiliated_names(draft: Draft, line: str) -> list[str]:
    """Return the names in a line with an affiliation: person and newspaper, agency and place, person ``with`` agency."""
    name, *others = _AFTER_NAME.split(line)
    has_place = len(others) == 1 and others[0].isupper()
    if (is_person(name) and _is_affiliation(draft, others)) or (is_agency(name) and has_place):
        return [name]
    names = read_signed_names(line) if _WITH_AGENCY.search(line) else []
    return names if names and is_agency(names[-1]) else []


def _is_affiliation(draft: Draft, parts: list[str]) -> bool:
    """True if the parts after a name are a writer's job title, this newspaper, or another newspaper and a place."""
    if not 0 < len(parts) <= MAX_AFFILIATION_PARTS:
        return False
    if not all(part[:1].isupper() and len(part.split()) <= MAX_AFFILIATION_WORDS for part in parts):
        return False
    has_newspaper = is_organization(parts[0]) and len(parts) > 1
    is_own_newspaper = match_key(parts[0]).removeprefix("the") in site_names(draft)
    return has_newspaper or ends_in_writer_title(parts[0]) or is_own_newspaper


@rule(
    "authors.introduced",
    example=f"<h1>Harbour closed</h1><div>Ada Quill</div>{_LONG_TEXT}<p>Ada Quill is a boatwright who lives in Marrow Bay.</p>",
    near_miss=f"<h1>Harbour closed</h1><div>Ada Quill</div>{_LONG_TEXT}<p>Nobody is a boatwright who lives in Marrow Bay.</p>",
)
def introduced(draft: Draft) -> Iterator[Candidate[Author]]:
    """A person's name alone directly below the headline, if a line at the end of the article begins with a sentence about that person."""
    lines = [] if has_author(draft) else lines_below_headline(draft)[:MAX_NEXT_LINES]
    ends = [block.text for block in (*draft.body.kept[-MAX_LAST_BLOCKS:], *draft.facts.after_article)] if lines else []
    for line in lines:
        if line.kind != "heading" and is_person(line.text) and any(_is_subject_of(line.text, end) for end in ends):
            yield from author_candidates(draft, found_in_line(draft, line, [line.text]))
            return


def _is_subject_of(name: str, line: str) -> bool:
    """True if a line begins with a name and continues in lower case."""
    return line.startswith(f"{name} ") and line[len(name) + 1].islower()


@rule(
    "authors.after_article",
    example=f"<h1>Harbour closed</h1>{_LONG_TEXT}<p>Written by Ada Quill</p>",
    near_miss=f"<h1>Harbour closed</h1>{_LONG_TEXT}<p>By Ada Quill Bridge</p>",
)
def after_article(draft: Draft) -> Iterator[Candidate[Author]]:
    """``Written by`` or a similar label with names in a line of its own at the end of the article, if nobody is named before."""
    if not is_web_page(draft) or has_author(draft):
        return
    for block in draft.body.kept[-MAX_LAST_BLOCKS:]:
        for name in _names_after_article(block.text) if len(block.text) <= MAX_BYLINE_CHARS else ():
            yield Candidate(make_author(name, find_author_url(draft, block, name)), block.text, (block,))


def _names_after_article(line: str) -> list[str]:
    """Return the names in a line with a clear label, or with any label in a script other than Latin."""
    statements = split_byline(line)
    if len(statements) != 1 or not statements[0][0] or has_weak_label(line):
        return []
    words = statements[0][1]
    is_clear = len(line) - len(words) >= MIN_CLEAR_LABEL_CHARS or line[:1] >= "\u0370"
    return read_signed_names(words) if is_clear else []


@rule(
    "authors.written_by",
    example=f"<h1>Harbour closed</h1>{_LONG_TEXT}<p>This story was written by Ada Quill, harbour reporter, and told at the quay.</p>",
    near_miss=f"<h1>Harbour closed</h1>{_LONG_TEXT}<p>This story was written by hand, and told at the quay.</p>",
)
def written_by(draft: Draft) -> Iterator[Candidate[Author]]:
    """The name in ``This story was written by …``, near the start or the end of the article, if nobody else is named."""
    if not is_web_page(draft) or has_author(draft):
        return
    body = draft.body.kept
    for line in (*body[:MAX_NEXT_LINES], *body[-MAX_LAST_BLOCKS:], *draft.facts.after_article):
        label = _WRITTEN_BY.match(line.text)
        words = line.text[label.end() :][:MAX_BYLINE_CHARS].rstrip(".") if label else ""
        if names := read_leading_names(words):
            yield from author_candidates(draft, found_in_line(draft, line, names))
            return
