"""Who wrote a web page, as the lines beside its headline show it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from articlekit.models import Author
from articlekit.parsers.draft import Draft, DraftBlock, fact
from articlekit.parsers.fields.authors.byline_places import is_dashed_place, without_place
from articlekit.parsers.fields.authors.metadata import (
    FoundName,
    author_candidates,
    best_metadata_authors,
    find_author_url,
    without_site_and_title,
    without_site_names,
)
from articlekit.parsers.fields.headline_area import (
    find_in_opening,
    headline_index,
    is_web_page,
    lines_below_prose,
    site_names,
    without_line_breaks,
)
from articlekit.parsers.lines.byline_labels import has_weak_label, split_byline_label, split_photo_credit
from articlekit.parsers.lines.bylines import (
    MAX_BYLINE_CHARS,
    count_other_chars,
    has_time,
    is_pen_name,
    make_author,
    read_leading_names,
    read_photographers,
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
from articlekit.parsers.rules import Candidate, Rule, rule

FAR = 300
"""Characters of a line that can hold a byline among other things."""
LAST = 6
"""Blocks at the end of the story among which its writer can be named."""
CLEAR = 6
"""Characters of a label that says clearly that somebody wrote."""
NEXT = 3
"""Lines below the headline that are the next ones."""
_DAYS = "".join(
    f"<p>The harbour of Marrow Bay stayed closed on the {day} day, and nobody was told for how long.</p>"
    for day in "second third fourth fifth sixth".split()
)
ALIKE = 4
"""Letters at the beginning or the end that two spellings of one name share."""
OTHER = 10
"""Characters that may stand in a line beside names and dates."""
_BEHIND = re.compile(r",\s|\s[/|–—-]\s|\sfor\s(?:the\s)?")
"""What stands between a name and what the writer belongs to."""
_WITH = re.compile(r"\s(?:with|avec|mit|con|com)\s")
"""What stands between a writer and the agency that helped."""
_TOLD = re.compile(
    r"th(?:is|e)\s(?:(?:blog|guest)\s)?(?:post|story|report|article|guide|piece|column|essay)\s(?:is|was)\s(?:originally\s)?written\sby\s",
    re.IGNORECASE,
)
_EDITOR = re.compile(r"(?:editor|redaktur|redakteur(?:in)?|redacteur|redaktor|редактор)\s?:\s", re.IGNORECASE)
"""What announces the editor of a report."""
_NOTHING = DraftBlock("paragraph", "")


@rule(
    "authors.fuller_byline",
    example="<meta name='author' content='Ada Quill'><h1>Harbour closed</h1><div class='byline'>By Ada Quill and Tom Reed</div>"
    "<p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta name='author' content='Ada Quill'><h1>Harbour closed</h1><div class='byline'>By Mia Holm and Tom Reed</div>"
    "<p>The harbour of Marrow Bay closed on Friday.</p>",
)
def fuller(draft: Draft) -> Iterator[Candidate[Author]]:
    """A byline beside the headline that names everybody whom the markup states, and others."""
    names = {match_key(candidate.value.name) for candidate in best_metadata_authors(draft)}
    for found in (_beside_title(draft), _announced(draft)) if names else ():
        signed = without_site_names(draft, found)
        shown = {match_key(writer.name) for writer in signed if not is_agency(writer.name)}
        if len(shown) > len(names) and all(any(writer.endswith(name) for writer in shown) for name in names):
            yield from author_candidates(draft, signed)
            return


@rule(
    "authors.byline_over_metadata",
    example="<meta name='author' content='Tom Reed'><h1>Harbour closed</h1><div>By Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<meta name='author' content='Tom Reed'><h1>Harbour closed</h1><div>By Ada Quill</div><div>Tom Reed</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def signed(draft: Draft) -> Iterator[Candidate[Author]]:
    """People in a byline beside the headline, where the page shows nobody whom the markup states, or shows them as its editors.

    The markup then names who put the report into the system. Microdata may name those who comment, too: they are left out.
    """
    stated = {match_key(candidate.value.name) for candidate in best_metadata_authors(draft)}
    shown = without_site_names(draft, _announced(draft) or _beside_title(draft)) if stated else []
    names = {match_key(writer.name) for writer in shown if is_person(writer.name)}
    if not shown or len(names) < len(shown):
        return
    labelled = any(split_byline_label(writer.raw)[0] and not has_weak_label(writer.raw) for writer in shown)
    others = labelled and stated.isdisjoint(names) and not any(_is_shown(draft, name, names) for name in stated)
    commented = labelled and names < stated and draft.facts.item.get("author") and not draft.facts.node.get("author")
    if others or commented or (stated.isdisjoint(names) and stated <= _editors(draft)):
        yield from author_candidates(draft, shown)


def _is_shown(draft: Draft, name: str, instead: set[str]) -> bool:
    """Whether a stated name stands in a line around the story, or is another spelling of one of those ``instead``."""
    lines = (
        *draft.facts.near_headline,
        *draft.facts.marked_bylines,
        *draft.facts.after_article,
        *draft.body.kept[-LAST:],
    )
    alike = any(name[-ALIKE:] == other[-ALIKE:] or name[:ALIKE] == other[:ALIKE] for other in instead)
    return alike or any(name in match_key(line.text) for line in lines)


def _editors(draft: Draft) -> set[str]:
    """Whom the lines around the story call its editors, squeezed."""
    labels = (
        (label, line.text)
        for line in (*draft.facts.marked_bylines, *draft.facts.after_article)
        if (label := _EDITOR.match(line.text))
    )
    return {match_key(words[label.end() :]) for label, words in labels}


@rule(
    "authors.marked",
    example="<h1>Harbour closed</h1><div class='article-byline'>Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div class='bylinecolour'>Ada Quill</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def marked(draft: Draft) -> Iterator[Candidate[Author]]:
    """The first names beside the headline that the page's markup calls a byline, or the only ones that it calls so."""
    if names := _beside_title(draft) or _near(draft, _called):
        yield from author_candidates(draft, names)
        return
    # The same elsewhere, and nothing beside it; an element that holds the headline holds more than its byline.
    title = match_key(draft.decided.title or "\0")
    others = (block for block in draft.facts.marked_bylines if title not in match_key(block.text))
    said = [names for block in others if (names := list(_people(draft, block)))]
    if len({tuple(match_key(signed.name) for signed in names) for names in said}) == 1:
        yield from author_candidates(draft, said[0])


def _is_signed(draft: Draft) -> bool:
    """Whether the markup names writers, or a line beside the headline that is marked or labelled does."""
    return bool(best_metadata_authors(draft) or _beside_title(draft) or _announced(draft))


@fact
def _beside_title(draft: Draft) -> list[FoundName]:
    """The people whom a marked byline beside the headline names."""
    return _near(draft, _people)


def _near(draft: Draft, read: Callable[[Draft, DraftBlock], Iterable[FoundName]]) -> list[FoundName]:
    """What the first marked byline beside the headline says to ``read``."""
    near = _near_lines(draft) if draft.facts.marked_bylines else []
    title = match_key(draft.decided.title or "\0")
    blocks = (block for block in draft.facts.marked_bylines if _stands_near(match_key(block.text), near, title))
    return next(filter(None, (list(read(draft, block)) for block in blocks)), [])


@fact
def _near_lines(draft: Draft) -> list[str]:
    """The lines beside the headline and those that begin the story, squeezed."""
    lines = [*draft.facts.near_headline, *draft.body.blocks[:4]]
    words = [(line.kind, match_key(line.text)) for line in lines if len(line.text) <= FAR]
    return [said for kind, said in words if kind != "heading" or said not in site_names(draft)]


def _stands_near(words: str, near: list[str], title: str) -> bool:
    """Whether an element is among the lines ``near`` the headline, and does not hold the headline itself."""
    found = any(words in line or (line and line in words) for line in near)
    return bool(words) and found and title not in words


def _people(draft: Draft, line: DraftBlock, *, announced: bool = True) -> Iterator[FoundName]:
    """The people that a byline names: those behind its label, or those that it begins with where it is ``announced``."""
    named = False
    text = split_photo_credit(line.text)[0] if read_photographers(line.text) else line.text
    for labelled, words in ((labelled, without_site_and_title(draft, words)) for labelled, words in split_byline(text)):
        announced = announced or labelled
        # What ends in a function, in a line that names somebody already, is that one's: ``Harbour Life Writer``.
        function = named and not labelled and "," not in words and ends_in_writer_title(words)
        names = read_signed_names(words) if announced and not function else []
        if labelled and not names:
            names = read_leading_names(words) or ([words] if is_pen_name(words) else [])
        names = without_place(draft, line, names)
        if named and not labelled and names and all(is_dashed_place(draft, line, name) for name in names):
            return
        yield from (FoundName(name, line.text, find_author_url(draft, line, name)) for name in names)
        if named and not names:
            return
        named = named or bool(names)


def _called(draft: Draft, line: DraftBlock) -> Iterator[FoundName]:
    """What a byline says first, where that is no more than a name of some sort: a desk, a firm, a pen name."""
    words = next((words for _, words in split_byline(line.text) if words), "")
    if is_pen_name(words):
        yield FoundName(words, line.text, find_author_url(draft, line, words))


@rule(
    "authors.near_headline",
    example="<h1>Harbour closed</h1><div>Written by Ada Quill | 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Visited by ninety people | 5 min read</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def beside(draft: Draft) -> Iterator[Candidate[Author]]:
    """The names that ``By`` or its like announces in a short line beside the headline, or in the line before it."""
    return author_candidates(draft, _announced(draft))


@fact
def _announced(draft: Draft) -> list[FoundName]:
    announced = False
    for line in draft.facts.near_headline:
        if line.kind == "heading" or len(line.text) > MAX_BYLINE_CHARS or _may_be_told(draft, line):
            continue
        labelled, words = split_byline_label(line.text)
        if labelled and not words:
            announced = True
            continue
        names = list(_people(draft, line, announced=announced)) or (list(_called(draft, line)) if announced else [])
        if names:
            return names
        announced = announced and len(line.text) < 3
    return []


def _may_be_told(draft: Draft, line: DraftBlock) -> bool:
    """Whether a line with a weak label is an item of a list, or stands in the story: a heading or a reference there."""
    return has_weak_label(line.text) and (
        line.kind == "list_item" or without_line_breaks(line) in lines_below_prose(draft)
    )


@rule(
    "authors.dated",
    example="<h1>Harbour closed</h1><div>Ada Quill</div><div>June 13, 2025</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Ada Quill</div><div>Opinion</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def dated(draft: Draft) -> Iterator[Candidate[Author]]:
    """A person's name below the headline with the date or the reading time near it, in the same line or another."""
    lines = [] if _is_signed(draft) else _below_title(draft)
    for place, line in enumerate(lines):
        near = lines[max(0, place - 1) : max(place + 2, NEXT + 1)]
        if line.kind == "heading" or not any(has_time(other.text) for other in near):
            continue
        people = [signed for signed in _people(draft, line) if is_person(signed.name) or is_agency(signed.name)]
        names = people or list(_desk(draft, line))
        # Nothing else may stand in the line: words with capitals are names of many things.
        if names and count_other_chars(line.text) <= max(
            OTHER, sum(len(signed.name) for signed in names if is_organization(signed.name))
        ):
            yield from author_candidates(draft, names, alone=True)
            return


@rule(
    "authors.affiliated",
    example="<h1>Harbour closed</h1><div>Ada Quill, Courier News, Marrow Bay</div><p>The harbour of Marrow Bay closed on Friday.</p>",
    near_miss="<h1>Harbour closed</h1><div>Ada Quill, Tern Rock, Marrow Bay</div><p>The harbour of Marrow Bay closed on Friday.</p>",
)
def affiliated(draft: Draft) -> Iterator[Candidate[Author]]:
    """A person's name right below the headline with function or paper behind it, in the line or the next; an agency's with a place."""
    lines = [] if _is_signed(draft) else _below_title(draft)[: NEXT + 1]
    for line, after in pairwise([*lines, _NOTHING]):
        names = _affiliated_names(draft, line.text) if line.kind == "paragraph" else []
        if names:
            yield from author_candidates(
                draft, [FoundName(name, line.text, find_author_url(draft, line, name)) for name in names]
            )
            return
        if is_person(line.text) and is_unnamed_writer(after.text) and line.kind == "paragraph":
            blocks = (
                *find_in_opening(draft, line.text, len(line.text)),
                *find_in_opening(draft, after.text, len(after.text)),
            )
            yield Candidate(make_author(line.text, find_author_url(draft, line, line.text)), line.text, blocks)
            return


def _affiliated_names(draft: Draft, line: str) -> list[str]:
    """Whom a line names with what they belong to: a person and a paper, an agency and a place, a person ``with`` an agency."""
    name, *others = _BEHIND.split(line)
    place = len(others) == 1 and others[0].isupper()
    if (is_person(name) and _is_affiliation(draft, others)) or (is_agency(name) and place):
        return [name]
    names = read_signed_names(line) if _WITH.search(line) else []
    return names if names and is_agency(names[-1]) else []


def _is_affiliation(draft: Draft, words: list[str]) -> bool:
    """Whether what stands behind a name is a writer's function, or a paper: this one, or one with a place behind it."""
    if not 0 < len(words) <= 3 or not all(part[:1].isupper() and len(part.split()) <= 4 for part in words):
        return False
    paper = is_organization(words[0]) and len(words) > 1
    return paper or ends_in_writer_title(words[0]) or match_key(words[0]).removeprefix("the") in site_names(draft)


@rule(
    "authors.introduced",
    example=f"<h1>Harbour closed</h1><div>Ada Quill</div>{_DAYS}<p>Ada Quill is a boatwright who lives in Marrow Bay.</p>",
    near_miss=f"<h1>Harbour closed</h1><div>Ada Quill</div>{_DAYS}<p>Nobody is a boatwright who lives in Marrow Bay.</p>",
)
def introduced(draft: Draft) -> Iterator[Candidate[Author]]:
    """A person's name alone right below the headline, of whom a line at the end of the story tells something."""
    lines = [] if _is_signed(draft) else _below_title(draft)[:NEXT]
    ends = [block.text for block in (*draft.body.kept[-LAST:], *draft.facts.after_article)] if lines else []
    for line in lines:
        if line.kind != "heading" and is_person(line.text) and any(_tells_of(line.text, end) for end in ends):
            yield from author_candidates(
                draft, [FoundName(line.text, line.text, find_author_url(draft, line, line.text))]
            )
            return


def _tells_of(name: str, line: str) -> bool:
    """Whether a line begins with a name and goes on in small letters."""
    return line.startswith(f"{name} ") and line[len(name) + 1].islower()


def _desk(draft: Draft, line: DraftBlock) -> Iterator[FoundName]:
    """The desk or the team that is all that a line names."""
    if is_pen_name(line.text) and is_organization(line.text):
        yield FoundName(line.text, line.text, find_author_url(draft, line, line.text))


def _below_title(draft: Draft) -> list[DraftBlock]:
    """The short lines right below the headline."""
    place = headline_index(draft)
    below = draft.facts.near_headline[place + 1 : place + 9] if place is not None else ()
    return [line for line in below if 2 < len(line.text) <= MAX_BYLINE_CHARS]


@rule(
    "authors.after_article",
    example=f"<h1>Harbour closed</h1>{_DAYS}<p>Written by Ada Quill</p>",
    near_miss=f"<h1>Harbour closed</h1>{_DAYS}<p>By Ada Quill Bridge</p>",
)
def below(draft: Draft) -> Iterator[Candidate[Author]]:
    """``Written by`` or its like and names in a line at the end of the story that says no more, where nobody is named above it."""
    if not is_web_page(draft) or _is_signed(draft):
        return
    for block in draft.body.kept[-LAST:]:
        for name in _signed_below(block.text) if len(block.text) <= MAX_BYLINE_CHARS else ():
            yield Candidate(make_author(name, find_author_url(draft, block, name)), block.text, (block,))


@rule(
    "authors.sentence",
    example=f"<h1>Harbour closed</h1>{_DAYS}<p>This story was written by Ada Quill, harbour reporter, and told at the quay.</p>",
    near_miss=f"<h1>Harbour closed</h1>{_DAYS}<p>This story was written by hand, and told at the quay.</p>",
)
def told(draft: Draft) -> Iterator[Candidate[Author]]:
    """Who ``wrote this story``, where a sentence at its beginning, at its end or below it says so and nobody else is named."""
    if not is_web_page(draft) or _is_signed(draft):
        return
    body = draft.body.kept
    for line in (*body[:NEXT], *body[-LAST:], *draft.facts.after_article):
        label = _TOLD.match(line.text)
        if names := read_leading_names(line.text[label.end() :][:MAX_BYLINE_CHARS].rstrip(".")) if label else []:
            yield from author_candidates(
                draft, [FoundName(name, line.text, find_author_url(draft, line, name)) for name in names]
            )
            return


def _signed_below(line: str) -> list[str]:
    """The names that a line gives behind a clear label, or beside one in a script that is not Latin."""
    pieces = split_byline(line)
    if len(pieces) != 1 or not pieces[0][0] or has_weak_label(line):
        return []
    words = pieces[0][1]
    return read_signed_names(words) if len(line) - len(words) >= CLEAR or line[:1] >= "\u0370" else []


FULLER: tuple[Rule[Author], ...] = (fuller, signed)
WEB_BYLINES: tuple[Rule[Author], ...] = (marked, beside, dated, affiliated, introduced, below, told)
"""Best first. They come after what the markup states: a byline on the page may be that of a teaser."""
