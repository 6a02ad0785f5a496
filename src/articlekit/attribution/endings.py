"""Where content ends: with its clause, or where the reporter or somebody else takes over."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.cues import Found
from articlekit.attribution.scene import BREAKS, Scene
from articlekit.attribution.words import Word

SUMMARIES: Final = frozenset("claim allegation accusation charge assertion argument suggestion".split())
"""Nouns with which the reporter looks back on what was said: ``…, a claim that his rivals dispute``."""

STOPS: Final = frozenset(
    "but while though although whereas as even after before when because since saying adding citing noting who where until "
    "unless if".split()
)
"""Words after which the reporter goes on in his own words."""


def clause_end(scene: Scene, start: int) -> int:
    """Where a content that begins at ``start`` ends: with its bracket or sentence, or where another speaker takes over."""
    words = scene.words
    high = _bracket_end(words, start, scene.high)
    for i in range(start, min(high, scene.high - 2)):
        after = words[i + 1].low, words[i + 2].low
        if words[i].tag == "," and (
            after == ("according", "to") or (after[0] in ("a", "an") and after[1] in SUMMARIES)
        ):
            return i
    for cue in scene.cues:
        if cue.start > start and (end := _takes_over(scene, cue, start)) is not None:
            return min(end, high)
    return high


def _bracket_end(words: list[Word], start: int, high: int) -> int:
    """Where the bracket around ``words[start]`` closes; ``high`` where it stands in none."""
    depth = 0
    for i in range(start, high):
        depth += (words[i].tag == "(") - (words[i].tag == ")")
        if depth < 0:
            return i
    return high


def _takes_over(scene: Scene, cue: Found, start: int) -> int | None:
    """Where the content ends if ``cue``, which stands within it, is another claim's; None where it is part of it."""
    words = scene.words
    before = words[cue.start - 1]
    if cue.voice == "participle":
        return _before_participle(cue, before)
    if cue.voice != "finite":
        return None
    comma = words[cue.start - 2].tag == ","
    if before.low == "but" and (comma or words[cue.start - 2].tag == "Q" or cue.verb.form == "past"):
        return cue.start - 1 - comma
    if (after := _behind_semicolon(scene, cue, start)) is not None:
        return after
    if cue.verb.frames[0] not in ("clause", "told") or cue.verb.form not in ("past", "s"):
        return _breaks_off(scene, cue, start)
    if before.low in ("and", "but") and cue.verb.form == "past":
        return cue.start - 1 - comma
    return _new_speaker(scene, cue, start)


def _behind_semicolon(scene: Scene, cue: Found, start: int) -> int | None:
    """Where the clause of another speaker follows a semicolon: ``critics say it leaks; she disagrees``."""
    subject = scene.phrase_before(cue)
    return subject[0] - 1 if subject and subject[0] - 2 > start and scene.words[subject[0] - 1].tag == ";" else None


def _before_participle(cue: Found, before: Word) -> int | None:
    """Where ``…, adding that`` begins: at its comma, or right after a quotation that ends in one."""
    if before.tag == "Q" and _inner_comma(before):
        return cue.start
    speaks = cue.verb.frames[0] in ("clause", "told", "object")
    return cue.start - 1 if before.tag == "," and speaks else None


def _new_speaker(scene: Scene, cue: Found, start: int) -> int | None:
    """Where another speaker's clause begins: ``…, but the engineer said``."""
    words = scene.words
    subject = scene.phrase_before(cue)
    if subject is None or subject[0] - 2 <= start or cue.end >= scene.high:
        return None
    link = words[subject[0] - 1]
    if link.low not in BREAKS and link.low != "and":
        return None
    last = words[subject[0] - 2]
    if last.tag in "Qq" and _inner_comma(last):
        return subject[0] - 1
    return subject[0] - 2 if last.tag in ",;" else None


def _breaks_off(scene: Scene, cue: Found, start: int) -> int | None:
    """Where quoted words end in a comma and the reporter goes on: ``“…,” but she refused``."""
    subject = scene.phrase_before(cue)
    if subject is None or subject[0] - 2 <= start or scene.words[subject[0] - 1].low not in BREAKS:
        return None
    quotation = scene.words[subject[0] - 2]
    return subject[0] - 1 if quotation.tag in "Qq" and _inner_comma(quotation) else None


def _inner_comma(quotation: Word) -> bool:
    """Whether a quotation ends in a comma, as American printers set it."""
    return quotation.text.rstrip("\"”’'»")[-1:] == ","


def nominal_end(scene: Scene, start: int) -> int:
    """Where a content that is no whole clause ends: before the reporter's own comma or conjunction."""
    words = scene.words
    joined = {cue.start - 1 for cue in scene.cues if cue.voice == "finite" and cue.verb.form in ("past", "s")}
    for i in range(start + 1, scene.high):
        word = words[i]
        if i in joined and word.tag == "C":
            return i
        if word.tag in ";:—–":
            return i
        if word.low in ("even", "although", "though", "while", "whereas", "saying", "but"):
            return i
        if word.tag == "," and i + 1 < scene.high:
            following = words[i + 1]
            if following.low in STOPS or following.tag == "P" or following.low.endswith("ing"):
                return i
    return scene.high
