"""The tense of a clause, which decides whether ``Sunday`` is the last Sunday or the next one."""

from __future__ import annotations

import re
from typing import Literal

_MAX_CONTEXT_CHARS = 120
"""How many characters before and after an expression are searched for verbs. It bounds the work on long sentences."""
_REPORTING = (
    "said|says|told|tells|announced|reported|wrote|tweeted|added|warned|confirmed|argued|claimed|noted|stated|posted"
    "|according to|(?:in|at) (?:an?|the) (?:interview|statement|(?:news|press) conference|briefing|report|post|e-?mail)"
)
_PAST = (
    "was|were|had|did|went|came|took|made|held|won|lost|saw|met|began|found|fell|rose|hit|led|got|gave|left|struck|shot"
    "|spoke|sent|became|brought|kept|ran|sat|stood|threw|told|grew|drew|flew|knew|paid|sold|broke|chose|drove|swore"
)
_FUTURE = (
    r"will|won['’]t|shall|would(?! have)|going to|due|scheduled|slated|set (?:to|for)|(?<!than )expected|expects?"
    r"|plan(?:s|ned|ning)?|hop(?:es?|ing) to|aim(?:s|ing)? to|intends? to|(?:promis|vow|threaten)(?:es|s|ed) to|to be|resumes?|reopens?|opens|faces|upcoming|forthcoming"
    r"|(?:is|are) to|until|till|deadline|poised to|preparing to|prepares? to|ready to|must|holds|begins|kicks off|takes place|beginning|starting|goes into|takes (?:effect|office)"
)
# Both patterns begin with a set of characters, so that the regex engine skips most of the text without trying a word.
_MARKER = re.compile(
    rf"\W(?:(?P<future>{_FUTURE}|(?<=['’])ll)\b|(?<!\bbe\W)(?:(?P<reporting>{_REPORTING})"
    rf"|(?P<past>{_PAST}|(?!hundred|followed)[a-z]{{2,16}}[^e\W]ed))\b)"
)
_SENTENCE_END = re.compile(
    r"[.!?;\n:—–\-](?:(?<=[;\n:—–])|(?<=\s-)\s|(?<=\s-)-\s"
    r"|(?<=[.!?])(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bSen.)(?<!\bGov.)(?<!\bRep.)(?<!\bGen.)"
    r"(?<!\b[A-Z].)(?<![ap]\.m\.)[\"”’']?\s(?=[\"“‘']?[A-Z]))"
)
_SENTENCE_START = re.compile(
    r"\W*(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen|[Yy]et|[Oo]r|Still|Back|Also|Now|Later|Only|Just)\W*)?\Z"
)
_IS_BEFORE_DAY = re.compile(r"\b(?:[Ii]s|[Aa]re|[Ii]t['’]s)(?: (?:only|also|now|not|again))?\s\Z")
"""A form of *be* right before the day: ``The vote is on Sunday`` is about a coming day; a past one would have *was*."""
_IMPERATIVE = re.compile(
    r"\W*(?:(?:Please|And|But|So|Then|Just|Do|Don['’]t)\W+)?(?i:ask|bring|book|call|catch|check|come|expect|find|get|join|listen"
    r"|look|meet|register|remember|return|see|send|sign up|stay|submit|tell|try|tune in|visit|vote|wait|watch|write)\b"
)
"""The start of a sentence in the imperative: what it asks for is in the future."""
_DEADLINE_PREPOSITION = re.compile(r"\b(?:[Bb]y|[Ff]rom|no later than)\s$")

Tense = Literal["past", "future"] | None
"""The tense of a clause. None: no word decides."""


def find_tense(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around ``text[start:end]``.

    The last deciding word before the expression wins. If the expression opens its sentence or clause, the first deciding word after it
    wins.

    >>> find_tense("The council will meet on Sunday.", 22, 31)
    'future'
    >>> find_tense("The firm that will build it said on Sunday", 33, 42)
    'past'
    """
    before = _sentence_before(text, start)
    if _IS_BEFORE_DAY.search(before):
        return "future"
    clause = before[before.rstrip(" ,").rfind(",") + 1 :]
    if _SENTENCE_START.match(clause):  # the whole sentence up to the expression, or what follows its last comma
        return _tense(_first_marker(_sentence_after(text, end)) or _last_marker(before, before))
    tense = _tense(_last_marker(clause, before))
    # A possessive after an imperative is not its date: "Listen to Thursday's debate."
    is_asked_for = _IMPERATIVE.match(before) and not text.startswith(("'", "’"), end)
    return "future" if tense is None and (is_asked_for or _DEADLINE_PREPOSITION.search(before)) else tense


def _tense(marker: str | None) -> Tense:
    if marker is None:
        return None
    return "future" if marker == "future" else "past"


def _sentence_before(text: str, start: int) -> str:
    window = text[max(0, start - _MAX_CONTEXT_CHARS) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(window)]
    return window[ends[-1] :] if ends else window


def _sentence_after(text: str, end: int) -> str:
    window = text[end : end + _MAX_CONTEXT_CHARS]
    stop = _SENTENCE_END.search(window)
    return window[: stop.start()] if stop else window


def _first_marker(words: str) -> str | None:
    marker = _MARKER.search(f" {words}")
    return marker.lastgroup if marker else None


def _last_marker(clause: str, sentence: str) -> str | None:
    """Return the kind of the last marker of the clause, or of the sentence if the clause has none.

    Future and reporting verbs win over past forms, which may be mere participles; in the rest of the sentence only they count.
    """
    kinds = [marker.lastgroup for marker in _MARKER.finditer(f" {clause}")]
    if not kinds:
        kinds = [marker.lastgroup for marker in _MARKER.finditer(f" {sentence}") if marker.lastgroup != "past"]
    finite = [kind for kind in kinds if kind != "past"]
    return (finite or kinds or [None])[-1]
