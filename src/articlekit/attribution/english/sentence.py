"""A sentence with its reporting verbs, as the rules read it, and the searches that the rules share."""

from __future__ import annotations

from typing import Final

from attrs import Factory, define

from articlekit.attribution.claim_draft import ClaimDraft, Mention
from articlekit.attribution.english.antecedents import find_antecedent
from articlekit.attribution.english.coordination import split_sources
from articlekit.attribution.english.cues import CueMatch
from articlekit.attribution.english.lexicon import DOCUMENTS
from articlekit.attribution.english.noun_phrases import DAY_ADVERBS, WordRange, is_period
from articlekit.attribution.english.phrase_after import phrase_after
from articlekit.attribution.english.phrase_before import phrase_before
from articlekit.attribution.english.reporting_nouns import is_other_report
from articlekit.attribution.english.tags import QUOTATIONS, Tag
from articlekit.attribution.english.words import Word, is_clock
from articlekit.models import CueKind, SpanField

BEFORE_ALL: Final = frozenset(")") | {Tag.NAME, Tag.COMMON}
"""What precedes *both* or *all* after a subject."""

SINGLE_ADVERBIALS: Final = frozenset({Tag.TIME, Tag.ADVERB})
"""Adverbials of one word."""

ENDS_OCCASION: Final = frozenset(",:;.") | {Tag.AUXILIARY, Tag.PRONOUN, Tag.RELATIVE, Tag.SPEECH}
"""What cannot lie between a preposition and its occasion."""

BEFORE_OTHER_THAT: Final = frozenset(":;.") | {
    Tag.AUXILIARY,
    Tag.RELATIVE,
    Tag.SPEECH,
    Tag.SUBORDINATOR,
    Tag.PRONOUN,
    Tag.COORDINATOR,
}
"""Words and marks after which a *that* belongs to another verb."""

MAY_FOLLOW_CUE: Final = frozenset({Tag.PRONOUN, Tag.COORDINATOR})
"""Those that may come right after the cue: ``told them that``."""

ENDS_HEAD: Final = frozenset(",") | {Tag.PREPOSITION}
"""What ends the part of a phrase that holds its head."""

TRIMMED_MARKS: Final = frozenset(",;:—–-.")
"""Marks that content neither begins nor ends with."""

OCCASIONS: Final = frozenset(
    "statement interview speech tweet email e-mail conference briefing letter post call rally debate report hearing video "
    "message release memo news filing article column event appearance remarks testimony podcast broadcast thread note "
    "floor twitter facebook television tv radio".split()
)
"""Nouns for an occasion on which somebody speaks."""

CONTRASTING: Final = frozenset("while although though whereas but".split())
"""Words that contrast a clause with the clause before."""


MAX_WORDS_TO_THAT: Final = 16
"""Words from a cue to its *that*, at most."""


@define
class Sentence:
    """A sentence with its words and cues, and the phrases that the rules have found in it."""

    words: list[Word]
    """The words of the sentence."""
    words_end: int
    """One past the last word before the final punctuation."""
    field: SpanField = "text"
    """``text`` or ``title``: where the character offsets count."""
    block_kind: str = "paragraph"
    """Kind of the sentence's block; ``title`` for the title."""
    opens_block: bool = True
    """True for the first sentence of its block."""
    cues: list[CueMatch] = Factory(list)
    """The reporting verbs, in order."""
    _subjects: dict[int, WordRange | None] = Factory(dict)
    """Cache of the phrase before each cue, by the cue's first word."""

    def phrase_before(self, cue: CueMatch) -> WordRange | None:
        """Return the noun phrase right before a cue."""
        if cue.start not in self._subjects:
            self._subjects[cue.start] = self._find_phrase_before(cue)
        return self._subjects[cue.start]

    def _find_phrase_before(self, cue: CueMatch) -> WordRange | None:
        """Return the phrase before a cue, without the verb of another main clause: ``He said they hope``."""
        phrase = phrase_before(self.words, cue.start - self._follows_quantifier(cue))
        if phrase is None:
            return None
        for other in self.cues:
            over = other.voice == "finite" and phrase[0] < other.start and other.end < cue.start < phrase[1] + 2
            if over and not any(word.tag == Tag.RELATIVE for word in self.words[phrase[0] : other.start]):
                own = phrase_before(self.words, cue.start, other.end)
                return own if own and self.words[own[0]].tag != Tag.PREPOSITION else None
        return phrase

    def _follows_quantifier(self, cue: CueMatch) -> bool:
        """True if *both* or *all* separates several sources from the cue: ``Pole and Reed both said``."""
        before = self.words[max(0, cue.start - 2) : cue.start]
        return len(before) > 1 and before[1].low in ("both", "all", "each") and before[0].tag in BEFORE_ALL

    def char_range(self, start: int, end: int) -> WordRange:
        """Return the character range of ``words[start:end]``."""
        return self.words[start].start, self.words[end - 1].end

    def mentions_of(self, phrase: WordRange | None) -> list[Mention]:
        """Return one mention for each source that the phrase names. Empty for None."""
        if phrase is None:
            return []
        parts = split_sources(self.words, *phrase)
        return [
            Mention(
                *self.char_range(*part), self.field, find_antecedent(self.words, part, [cue.end for cue in self.cues])
            )
            for part in parts
        ]

    def name_source(self, claim: ClaimDraft, phrase: WordRange | None) -> ClaimDraft:
        """Give ``claim`` its source: the range of the phrase, and a mention for each source in it. Return ``claim``."""
        claim.sources = self.mentions_of(phrase)
        claim.source_ranges = [self.char_range(*phrase)] if phrase else []
        return claim

    def content_ranges(self, *ranges: WordRange) -> list[WordRange]:
        """Return word ranges as character ranges, without marks at their ends and without the marks of a single quotation."""
        out = []
        for one in ranges:
            start, end = _trim(self.words, *one)
            if start < end:
                out.append(_unquote(self.words[start], self.char_range(start, end), end - start))
        return [one for one in out if one[0] < one[1]]

    def has_quotation(self, start: int, end: int) -> bool:
        """True if there is a quotation among the words."""
        return any(word.tag == Tag.SPEECH for word in self.words[start:end])

    def lower_text(self, start: int, end: int) -> str:
        """Return the words in lower case, joined by spaces."""
        return " ".join(word.low for word in self.words[start:end])

    def new_claim(
        self, rule: str, content: list[WordRange], confidence: float, kind: CueKind = "statement"
    ) -> ClaimDraft:
        """Return a claim of this sentence without source and cue."""
        sentence = self.char_range(0, len(self.words))
        return ClaimDraft(rule, kind, content, field=self.field, sentence=sentence, confidence=confidence)

    def cue_claim(
        self, rule: str, cue: CueMatch, content: list[WordRange], source: WordRange | None, confidence: float
    ) -> ClaimDraft:
        """Return a claim of a reporting verb."""
        claim = self.new_claim(rule, content, confidence, cue.verb.kind)
        self.name_source(claim, source)
        claim.cue = self.char_range(cue.start, cue.end)
        claim.negated, claim.hedged = cue.negated, cue.hedged
        return claim


def _trim(words: list[Word], start: int, end: int) -> WordRange:
    """Return the range without marks and conjunctions at its ends."""
    while start < end and (words[start].tag in TRIMMED_MARKS or is_clock(words[start].text)):
        start += 1
    opening = next((i for i in range(start, end) if words[i].tag == "("), end)
    while start < end and (
        words[end - 1].tag in TRIMMED_MARKS
        or words[end - 1].low == "and"
        or (words[end - 1].tag == ")" and opening >= end)  # It opens before the range.
    ):
        end -= 1
    return start, end


def _unquote(first: Word, chars: WordRange, count: int) -> WordRange:
    if count == 1 and first.tag in QUOTATIONS:
        text = first.text
        width = 2 if text.startswith("''") else 1
        end = len(text.rstrip("\"”“»«’'‘›‹")) if text[-1] in "\"”“»«’'‘›‹" else len(text)
        end = max(end, len(text) - width)
        while end > 1 and text[end - 1] in ",. ":
            end -= 1
        return chars[0] + width, chars[0] + max(end, width)
    return chars


def skip_adverbials(sentence: Sentence, at: int) -> int:
    """Return the index after adverbials between a cue and its content: a date, an adverb, ``in a statement``."""
    words, high = sentence.words, sentence.words_end
    while at < high:
        tag = words[at].tag
        if (
            tag in SINGLE_ADVERBIALS
            or words[at].low in ("late", "early")
            or (tag == Tag.PREPOSITION and at + 1 < high and words[at + 1].tag == Tag.TIME)
        ):
            at += 1
        elif words[at].text in DAY_ADVERBS and words[at + 1 : at + 2] and words[at + 1].tag != Tag.AUXILIARY:
            at += 1
        elif _is_date(words[at : at + 3]):
            at += 2
        elif tag == Tag.PREPOSITION and (venue := _occasion_end(words, at, high)):
            at = venue
        else:
            return at
    return at


def _is_date(words: list[Word]) -> bool:
    """True if the words say when, without a year, and are not the subject of a verb: ``last month``."""
    return is_period(words[:2]) and words[-1].tag != Tag.AUXILIARY


def _occasion_end(words: list[Word], at: int, high: int) -> int | None:
    """Return the index past ``in a statement``, ``at a news conference with …``; None without an occasion."""
    for i in range(at + 1, min(high, at + 8)):
        if words[i].tag in ENDS_OCCASION:
            return None
        if words[i].low in OCCASIONS and not (i + 1 < high and words[i + 1].low in OCCASIONS):
            after = i + 1
            if after < high and words[after].low in ("with", "to", "on", "by", "from") and words[after + 1 : after + 2]:
                phrase = phrase_after(words, after + 1, high)
                short = phrase and phrase[1] - phrase[0] <= 4
                return phrase[1] if phrase and short else after
            return after
    return None


def find_that_clause(sentence: Sentence, at: int) -> int | None:
    """Return the index where the content begins after a ``that`` of the cue before ``at``; None without one."""
    words = sentence.words
    others = {cue.start for cue in sentence.cues}
    for i in range(at, min(sentence.words_end, at + MAX_WORDS_TO_THAT)):
        word = words[i]
        if word.low == "that" and i + 1 < sentence.words_end:
            return i if words[i + 1].tag == Tag.AUXILIARY else i + 1
        if (
            i in others
            or is_other_report(words, i)
            or (word.tag in BEFORE_OTHER_THAT and not (word.tag in MAY_FOLLOW_CUE and i == at))
        ):
            return None
    return None


def names_document(words: list[Word], phrase: WordRange) -> bool:
    """True if the phrase names a document before its first preposition."""
    for i in range(*phrase):
        word = words[i]
        if word.low in DOCUMENTS:
            return word.tag == Tag.COMMON or i == phrase[0] or words[i - 1].tag != Tag.NAME
        if word.tag in ENDS_HEAD:
            return False
    return False
