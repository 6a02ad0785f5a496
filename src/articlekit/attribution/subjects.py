"""Who does what a cue says, and whom it is said to."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.cues import Found
from articlekit.attribution.lexicon import DOCUMENTS, ORGANIZATIONS
from articlekit.attribution.phrases import Range, head_of, is_role, phrase_after
from articlekit.attribution.scene import BREAKS, Scene
from articlekit.attribution.words import Word

NOUNS: Final = DOCUMENTS | ORGANIZATIONS
"""Nouns that follow a name within a noun phrase."""

ALONE: Final = frozenset(
    "reporters journalists supporters voters police investigators lawmakers senators viewers readers "
    "donors staff attendees congress parliament mps members residents officials shareholders "
    "investors analysts colleagues friends people them us him me you delegates".split()
)
"""Words that can be told something without an article before them."""

APPOSITIVE: Final = 12
"""The words of the longest description that commas set off behind an addressee. Words."""


def addressee(scene: Scene, at: int) -> Range | None:
    """Whom something is told to: a name, a pronoun, a noun phrase whose end can be seen."""
    words, high = scene.words, scene.high
    if at >= high:
        return None
    if (
        words[at].tag in "MP"
        or words[at].low in ALONE
        or (words[at].low == "her" and (at + 1 >= high or words[at + 1].tag != "n"))
    ):
        return at, at + 1
    phrase = phrase_after(words, at, high, appositive=False)
    if phrase is None or words[at].tag not in "DNn":
        return None
    end = phrase[1]
    for i in range(at, end):
        later = words[i].tag in "DP" and i > at and words[i].text.islower() and words[i - 1].tag not in "IC"
        if later or (words[i].tag == "I" and words[i].low not in ("of", "for", "at", "from")):
            end = i
            break
    if words[at].tag == "D" or words[at].tag == "n":
        end = min(end, head_of(words, at, end) + 1) if words[min(end, high - 1)].tag not in "W,.tIQ:" else end
    end -= _opens_what_is_told(words, at, end)
    return (at, _described_end(words, at, end, high)) if end > at and words[end - 1].tag in "Nnq" else None


def _opens_what_is_told(words: list[Word], at: int, end: int) -> bool:
    """Whether the last word of what seems to be told is the subject of what it is told: ``told the Harbour Board | pilots were``."""
    told = at > 0 and words[at - 1].low in ("told", "tell", "tells", "telling")
    verb = end < len(words) and words[end].tag == "X"
    if not (told and verb) or end - at < 2:
        return False
    last, before = words[end - 1], words[end - 2]
    plural = last.tag == "n" and last.low.endswith("s")
    return plural and (before.tag == "N" or before.low in ORGANIZATIONS)


def _described_end(words: list[Word], at: int, end: int, high: int) -> int:
    """One past what commas set off behind an addressee: ``the mayor, Asa Holt,``, ``Asa Holt, who was ill,``; else the addressee's end."""
    if end + 1 >= high or words[end].tag != ",":
        return end
    relative = words[end + 1].tag == "W" and words[end + 1].low != "that"
    past = range(end + 1, min(high, end + APPOSITIVE))
    close = next((k for k in past if words[k].tag not in "NnDI" and (words[k].tag in ",.:;Q" or not relative)), high)
    if close + 1 >= high or words[close].tag != "," or words[close + 1].tag == "C":
        return end
    inner = words[end + 1 : close]
    named = any(map(is_role, words[at:end])) and all(word.tag == "N" for word in inner)
    described = words[at].tag == "N" and inner[:1] != [] and inner[0].tag in "Dn" and any(map(is_role, inner))
    return close if relative or named or described else end


def subject_of(scene: Scene, cue: Found) -> Range | None:
    """Who does what the cue says: the phrase before it, or for ``and added`` the source of the cue before."""
    words = scene.words
    if cue.start and words[cue.start - 1].low in ("and", "but", "or", ","):
        joined = cue.start - 1 - (cue.start > 1 and words[cue.start - 1].tag == "C" and words[cue.start - 2].tag == ",")
        if words[cue.start - 1].tag == "C":
            return opening_subject(scene, joined)
    return scene.phrase_before(cue)


def is_impersonal(scene: Scene, cue: Found) -> bool:
    """Whether the *it* before a cue is nobody: ``it is said that``, ``it’s feared that``; but ``it’s said`` may be ``it has said``."""
    subject = scene.phrase_before(cue)
    if subject is None or scene.text(*subject) != "it":
        return False
    leans = scene.words[cue.start].low in ("'s", "’s")
    return cue.voice == "passive" or (leans and cue.verb.kind in ("belief", "expectation"))


def opening_subject(scene: Scene, before: int) -> Range | None:
    """The subject of the sentence's main clause, for a cue further on that has none of its own."""
    words = scene.words
    if (known := _last_speaker(scene, before)) is not None:
        return known
    start = _main_clause(words, before)
    if start >= before:
        return None
    if words[start].tag == "P":
        return start, start + 1
    end = start
    while end < before and words[end].tag in "DNn0I" and not _may_be_verb(words, end, start):
        end += 1
    while end > start and words[end - 1].tag in "ID":
        end -= 1
    return (start, end) if end > start and end - start <= 12 else None


def _last_speaker(scene: Scene, before: int) -> Range | None:
    """The subject of the first cue, or of a later one that opens a clause of its own: ``…, but Holt disagreed``."""
    speaker: Range | None = None
    for cue in scene.cues:
        if cue.start >= before:
            break
        if cue.voice != "finite" or (subject := scene.phrase_before(cue)) is None:
            continue
        link = scene.words[subject[0] - 1] if subject[0] else None
        if speaker is None or link is None or link.tag in ";C" or link.low in BREAKS:
            speaker = subject
    return speaker


def _main_clause(words: list[Word], before: int) -> int:
    """Where the main clause begins: after a dateline, a conjunction, or an adverbial with its comma."""
    start = 0
    dash = next((i for i in range(min(before, 10)) if words[i].tag in "—–"), None)
    if dash is not None and not any(words[i].tag in "XPn" for i in range(dash)):
        start = dash + 1
    while start < before and words[start].tag in "CRt,":
        start += 1
    comma = next((i for i in range(start, min(before, start + 15)) if words[i].tag == ","), None)
    if comma is not None and (words[start].tag in "IS" or _tells_time(words, start, comma)):
        return comma + 1
    return start


def _tells_time(words: list[Word], start: int, end: int) -> bool:
    """Whether a short run is an adverbial such as ``Hours later`` or ``This week``."""
    times = (
        "later",
        "week",
        "month",
        "year",
        "day",
        "days",
        "weeks",
        "months",
        "years",
        "earlier",
        "ago",
        "morning",
        "night",
    )
    return end - start <= 4 and words[end - 1].low in times


def _may_be_verb(words: list[Word], i: int, start: int) -> bool:
    """Whether a word within what may be a noun phrase looks like its verb."""
    word = words[i]
    if word.tag != "n" or i == start:
        return False
    if word.low.endswith("ed") and words[i - 1].tag in "Nn":
        return True
    if words[i - 1].tag != "N" or is_role(word) or word.low in NOUNS:
        return False
    return not any(is_role(following) for following in words[i + 1 : i + 3])
