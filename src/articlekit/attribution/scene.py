"""One sentence as the rules see it, and the searches that they share."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import Factory, define

from articlekit.attribution.cues import Found
from articlekit.attribution.draft import Claimed, Mention
from articlekit.attribution.lexicon import DOCUMENTS, ORGANIZATIONS, ROLES
from articlekit.attribution.phrases import Range, is_period, is_role, phrase_after, phrase_before
from articlekit.attribution.words import Word, is_clock
from articlekit.models import CueKind, SpanField

TRIM: Final = ",;:—–-."
"""Marks that neither begin nor end a content."""

VENUES: Final = frozenset(
    "statement interview speech tweet email e-mail conference briefing letter post call rally debate report hearing video "
    "message release memo news filing article column event appearance remarks testimony podcast broadcast thread note "
    "floor twitter facebook television tv radio".split()
)
"""Nouns for the occasion on which somebody spoke."""

SUMMARIES: Final = frozenset("claim allegation accusation charge assertion argument suggestion".split())
"""Nouns with which the reporter looks back on what was said: ``…, a claim that his rivals dispute``."""

PLACING: Final = frozenset("in at near from on of".split())
"""Prepositions before the name of a place."""

BREAKS: Final = frozenset("while although though whereas but".split())
"""Words that set a clause of the reporter's, or of another speaker, against the one before."""


@define
class Scene:
    """A sentence, its cues, and what the rules have found in it so far."""

    words: list[Word]
    """The words of the sentence."""
    high: int
    """One past the last word before the final punctuation."""
    field: SpanField = "text"
    """Whether offsets count in the text or in the title."""
    block_kind: str = "paragraph"
    """The kind of the block that the sentence stands in; ``title`` for the title."""
    opens_block: bool = True
    """True for the first sentence of its block."""
    cues: list[Found] = Factory(list)
    """The reporting verbs, in order."""
    _subjects: dict[int, Range | None] = Factory(dict)
    """The phrase before each cue, by the cue's first word, once it was looked for."""

    def phrase_before(self, cue: Found) -> Range | None:
        """The noun phrase right before a cue."""
        if cue.start not in self._subjects:
            self._subjects[cue.start] = self._own_phrase(cue)
        return self._subjects[cue.start]

    def _own_phrase(self, cue: Found) -> Range | None:
        """The phrase before a cue, cut where it would reach over the verb of another main clause: ``He said they hope``."""
        phrase = phrase_before(self.words, cue.start)
        if phrase is None:
            return None
        for other in self.cues:
            over = other.voice == "finite" and phrase[0] < other.start and other.end < cue.start < phrase[1] + 2
            if over and not any(word.tag == "W" for word in self.words[phrase[0] : other.start]):
                own = phrase_before(self.words, cue.start, other.end)
                return own if own and self.words[own[0]].tag != "I" else None
        return phrase

    def chars(self, start: int, end: int) -> Range:
        """The characters of ``words[start:end]``."""
        return self.words[start].start, self.words[end - 1].end

    def mention(self, phrase: Range | None) -> list[Mention]:
        """The phrase as mentions, one for each source that it names. Empty for None."""
        if phrase is None:
            return []
        parts = split_sources(self.words, *phrase)
        return [Mention(*self.chars(*part), self.field, self._antecedent(part)) for part in parts]

    def name_source(self, claim: Claimed, phrase: Range | None) -> Claimed:
        """Give ``claim`` its source: the words of the phrase, and each source that it names."""
        claim.source = self.mention(phrase)
        claim.source_words = [self.chars(*phrase)] if phrase else []
        return claim

    def _antecedent(self, part: Range) -> Range | None:
        """For *who* and its like the name or the words that it stands for, behind any cue: ``said | one official, who``."""
        if self.words[part[0]].tag != "W":
            return None
        before = part[0] - (1 if part[0] and self.words[part[0] - 1].tag == "," else 0)
        low = max((cue.end for cue in self.cues if cue.end <= before), default=0)
        phrase = phrase_before(self.words, before, low)
        if phrase is None:
            return None
        first = phrase[0] + 2 * (self.words[phrase[0]].low == "according")
        # An article behind a small word follows a verb: ``hugs | the waiter, who``.
        objects = (
            i for i in range(phrase[1] - 1, first, -1) if self.words[i].tag == "D" and self.words[i - 1].tag == "n"
        )
        first = next(objects, first)
        start = self._name_within(first, phrase[1]) or self._function_before(first)
        return self.chars(self._described_name(start), phrase[1])

    def _name_within(self, start: int, end: int) -> int | None:
        """Where the name begins that ends a phrase on a thing: ``a setback for | Gov. Asa Holt, who``."""
        words = self.words
        at = next((i for i in range(end - 1, start, -1) if words[i].tag != "N"), start)
        named = words[at].tag == "I" and end - at > 2 and words[at].low != "of"
        return at + 1 if named and not any(is_role(word) for word in words[start:at]) else None

    def _described_name(self, start: int) -> int:
        """Where a name begins that a phrase describes between commas: ``by | Kenji Mori, an amateur, who``; no place: ``in Elswick, the mayor, who``."""
        words = self.words
        if start < 2 or words[start].tag != "D" or words[start - 1].tag != ",":
            return start
        first = start - 1
        while first and words[first - 1].tag == "N":
            first -= 1
        placed = first > 0 and words[first - 1].low in PLACING
        return start if first == start - 1 or placed else first

    def _function_before(self, name: int) -> int:
        """Where a name begins, or the function that it explains: ``her daughter, Paola, who``."""
        words = self.words
        if name < 3 or words[name].tag != "N" or words[name - 1].tag != "," or not is_role(words[name - 2]):
            return name
        start = name - 2
        while start and words[start - 1].tag == "n":
            start -= 1
        return start - 1 if start and words[start - 1].tag == "D" else name

    def content(self, *ranges: Range) -> list[Range]:
        """Word ranges as characters, without commas and full stops at their ends, nor the marks of a lone quotation."""
        out = []
        for one in ranges:
            start, end = _trim(self.words, *one)
            if start < end:
                out.append(_unquote(self.words[start], self.chars(start, end), end - start))
        return [one for one in out if one[0] < one[1]]

    def has_quotation(self, start: int, end: int) -> bool:
        """Whether a quotation stands among the words."""
        return any(word.tag == "Q" for word in self.words[start:end])

    def text(self, start: int, end: int) -> str:
        """The words in lower case, for looking at."""
        return " ".join(word.low for word in self.words[start:end])

    def claim(self, rule: str, content: list[Range], confidence: float, kind: CueKind = "statement") -> Claimed:
        """A claim of this sentence with no source or cue yet."""
        scope = self.chars(0, len(self.words))
        return Claimed(rule, kind, content, field=self.field, scope=scope, confidence=confidence)

    def cued(self, rule: str, cue: Found, content: list[Range], source: Range | None, confidence: float) -> Claimed:
        """A claim of a reporting verb."""
        claim = self.claim(rule, content, confidence, cue.verb.kind)
        self.name_source(claim, source)
        claim.cue = self.chars(cue.start, cue.end)
        claim.negated, claim.hedged = cue.negated, cue.hedged
        return claim


def _trim(words: list[Word], start: int, end: int) -> Range:
    """The range without the marks and conjunctions at its ends that are no content."""
    while start < end and (words[start].tag in TRIM or is_clock(words[start].text)):
        start += 1
    opening = next((i for i in range(start, end) if words[i].tag == "("), end)
    while start < end and (
        words[end - 1].tag in TRIM
        or words[end - 1].low == "and"
        or (words[end - 1].tag == ")" and opening >= end)  # It opens before the range.
    ):
        end -= 1
    return start, end


def _unquote(first: Word, chars: Range, count: int) -> Range:
    if count == 1 and first.tag in "Qq":
        text = first.text
        width = 2 if text.startswith("''") else 1
        end = len(text.rstrip("\"”“»«’'‘›‹")) if text[-1] in "\"”“»«’'‘›‹" else len(text)
        end = max(end, len(text) - width)
        while end > 1 and text[end - 1] in ",. ":
            end -= 1
        return chars[0] + width, chars[0] + max(end, width)
    return chars


def split_sources(words: list[Word], start: int, end: int) -> list[Range]:
    """A coordinated phrase as its parts: ``Smith and Jones``; a name that only holds an ``and`` stays whole."""
    splits = [i for i in range(start + 1, end - 1) if words[i].low == "and"]
    if len(splits) != 1:
        return [(start, end)]
    if listed := _listed(words, start, end, splits[0]):
        return listed
    at = splits[0]
    left, right = words[start:at], words[at + 1 : end]
    # ``Ann Pole and police chief Tom Reed`` are two, ``Ann Pole and colleagues`` may be one.
    unlike = right[0].tag == "n" != left[-1].tag and not (right[-1].tag == "N" and any(map(is_role, right)))
    if unlike or any(word.tag in "W,(" or word.low in ("of", "for", "between") for word in left):
        return [(start, end)]
    names = all(word.tag == "N" for word in left + right)
    if names and (any(w.low in ORGANIZATIONS for w in left + right) or len(left) > 4):
        return [(start, end)]
    heads = any(w.low in ROLES or w.low.endswith("s") or w.tag == "N" for w in left[-1:])
    return [(start, at), (at + 1, end)] if heads else [(start, end)]


def _listed(words: list[Word], start: int, end: int, last: int) -> list[Range]:
    """The parts of ``John Lee, Pat Moss and the Fire Brigades Union``; none where a part may tell of the one before it."""
    marks = [i for i in range(start, last) if words[i].tag == ","]
    marks = [*(marks[:-1] if marks and marks[-1] == last - 1 else marks), last]
    bounds = [start - 1, *marks, end]
    parts = [(before + 1, after) for before, after in pairwise(bounds)]
    parts = [(low, high - (words[high - 1].tag == ",")) for low, high in parts]
    named = all(
        low < high and all(w.tag == "N" for w in words[low + (words[low].low == "the") : high]) for low, high in parts
    )
    whole = all(high - low > 1 or words[low].text.isupper() for low, high in parts)
    return parts if len(parts) > 2 and named and whole else []


def skip_adverbials(scene: Scene, at: int) -> int:
    """Past what may stand between a cue and its content: a date, an adverb, ``in a statement``."""
    words, high = scene.words, scene.high
    while at < high:
        tag = words[at].tag
        if (
            tag in "tR"
            or words[at].low in ("late", "early")
            or (tag == "I" and at + 1 < high and words[at + 1].tag == "t")
        ):
            at += 1
        elif _is_date(words[at : at + 3]):
            at += 2
        elif tag == "I" and (venue := _venue_end(words, at, high)):
            at = venue
        else:
            return at
    return at


def _is_date(words: list[Word]) -> bool:
    """Whether the words tell when, where no year is known: ``last month``; not the subject of a verb."""
    return is_period(words[:2]) and words[-1].tag != "X"


def _venue_end(words: list[Word], at: int, high: int) -> int | None:
    """One past ``in a statement``, ``at a news conference with …``; None where no occasion is named."""
    for i in range(at + 1, min(high, at + 8)):
        if words[i].tag in "XPWQ,:;.":
            return None
        if words[i].low in VENUES and not (i + 1 < high and words[i + 1].low in VENUES):
            after = i + 1
            if after < high and words[after].low in ("with", "to", "on", "by", "from") and words[after + 1 : after + 2]:
                phrase = phrase_after(words, after + 1, high)
                short = phrase and phrase[1] - phrase[0] <= 4
                return phrase[1] if phrase and short else after
            return after
    return None


def find_that(scene: Scene, at: int) -> int | None:
    """Where the content begins after a ``that`` that belongs to the cue before ``at``; None without one."""
    words = scene.words
    others = {cue.start for cue in scene.cues}
    for i in range(at, min(scene.high, at + 16)):
        word = words[i]
        if word.low == "that" and i + 1 < scene.high:
            return i if words[i + 1].tag == "X" else i + 1
        if i in others or (word.tag in "XWQS:;.PC" and not (word.tag in "PC" and i == at)):
            return None
    return None


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


def names_document(words: list[Word], phrase: Range) -> bool:
    """Whether something written or drawn is named before any preposition of the phrase."""
    for i in range(*phrase):
        word = words[i]
        if word.low in DOCUMENTS:
            return word.tag == "n" or i == phrase[0] or words[i - 1].tag != "N"
        if word.tag in "I,":
            return False
    return False
