"""Cue matches: the reporting verbs of a sentence with their auxiliaries, adverbs and negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from articlekit.attribution.english.lexicon import BE_FORMS, HEDGES, NEGATORS, POSSESSIVE_ENDINGS
from articlekit.attribution.english.reporting_verbs import PHRASAL_VERBS, SINGLE_VERBS, ReportingVerb
from articlekit.attribution.english.tags import NEEDS_NOUN, Tag
from articlekit.attribution.english.words import Word

HELPERS: Final = frozenset({Tag.AUXILIARY, Tag.ADVERB})
"""Auxiliaries and adverbs before a verb."""

AFTER_SUBJECT: Final = frozenset(",)") | {Tag.NAME, Tag.PRONOUN, Tag.RELATIVE}
"""Last words and marks of a subject."""

PRONOUN_SUBJECTS: Final = frozenset({Tag.PRONOUN, Tag.RELATIVE, Tag.OBJECT_PRONOUN})
"""Pronouns before a verb; in headlines and quotations objects, too."""

PLURAL_SUBJECTS: Final = frozenset("),") | {Tag.NAME, Tag.COMMON, Tag.NUMBER}
"""Last words and marks of a subject that may be plural."""

CLOSING_MARKS: Final = frozenset(",)")
"""Marks that close an insertion after a subject."""

NOUN_LIKE: Final = frozenset(
    "claims reports notes states calls plans names hopes fears views charges attacks questions doubts projects documents "
    "estimates details signals hints claim report note state call plan name hope fear view charge attack question doubt "
    "project document estimate detail signal hint demand demands request requests promise promises vow vows "
    "pledge pledges support supports challenge challenges offer offers post posts answer answers address issue issues "
    "credit back backs favor favors need forecast forecasts rule rules text texts email emails reply replies knock rip "
    "comment comments remark remarks joke jokes list lists quote quotes volunteer volunteers express concern fault "
    "voice voices boast boasts cry account praise blame appeal".split()
)
"""Forms that are more often nouns: they are cues only right after a subject."""


UNDONE: Final = frozenset(
    (("yet", "to"), ("fail", "to"), ("fails", "to"), ("failed", "to"), ("failing", "to"), ("short", "of"))
)
"""Two words before an action that did not happen: ``has yet to say``, ``stopped short of saying``."""

QUANTIFIERS: Final = frozenset("all some many most both to one several few that this".split())
"""Determiners and prepositions that can be a subject or precede a verb."""


@frozen
class CueMatch:
    """A reporting verb in a sentence. Indices count the words of the sentence."""

    start: int
    """First word of the cue, auxiliaries and adverbs included."""
    verb_at: int
    """Return the reporting verb, or the longest phrase of one, that begins at ``words[i]``."""
    end: int
    """One past the cue's last word."""
    verb: ReportingVerb
    """The verb's form and frames."""
    voice: str
    """``finite``, ``passive``, ``participle`` or ``infinitive``."""
    negated: bool
    """True with ``not``, ``never`` and similar words."""
    hedged: bool
    """True with ``reportedly`` and similar words."""


QUOTED_AS_SAYING: Final = ReportingVerb(
    kind="statement", frames=("clause",), form="past", rest=("as", "saying"), kinds=("statement",)
)
"""``was quoted as saying``: passive in form, but the subject is the source."""

REPORTED_PASSIVE: Final = frozenset({"quoted", "cited"})


def find_cues(words: list[Word], *, headline: bool = False) -> Iterator[CueMatch]:
    """Yield every reporting verb of the sentence, in order."""
    skip = 0
    for i, word in enumerate(words):
        if i < skip or not (word.tag == Tag.COMMON or (headline and word.tag == Tag.NAME and i)):
            continue
        verb = verb_at(words, i)
        if verb is not None and (found := _match_cue(words, i, verb)) is not None:
            skip = found.end
            yield found


def verb_at(words: list[Word], i: int) -> ReportingVerb | None:
    """Return the reporting verb, or the longest phrase of one, that begins at ``words[i]``."""
    low = words[i].low
    for phrase in PHRASAL_VERBS.get(low, ()):
        rest = phrase.rest
        if len(words) > i + len(rest) and all(words[i + 1 + k].low == part for k, part in enumerate(rest)):
            return phrase
    if low in REPORTED_PASSIVE and [w.low for w in words[i + 1 : i + 3]] == ["as", "saying"]:
        return QUOTED_AS_SAYING
    return SINGLE_VERBS.get(low)


def _match_cue(words: list[Word], i: int, verb: ReportingVerb) -> CueMatch | None:
    """Return the verb with its auxiliaries and adverbs; None if the form is not a verb here."""
    start = _cue_start(words, i)
    if _shares_object(words, i + 2, start):
        return None
    if (joint := _cue_start(words, max(0, i - 2))) < i - 1 and _shares_object(words, i, joint):
        start = joint
    helpers = [words[k].low for k in range(start, i)]
    before = words[start - 1] if start else None
    voice = _voice(verb, helpers, before)
    if voice is None or not _is_verb(words, i, start, verb, helpers):
        return None
    end = i + 1 + len(verb.rest)
    negated = any(h in NEGATORS for h in helpers)
    return CueMatch(start, i, end, verb, voice, negated, any(h in HEDGES for h in helpers))


def is_undone(cue: Sequence[str]) -> bool:
    """True if the lower-case words of a cue say that it did not happen: ``did not say``, ``said nothing about``, ``has yet to say``."""
    return not NEGATORS.isdisjoint(cue) or "nothing" in cue or not UNDONE.isdisjoint(pairwise(cue))


def asks_for_action(words: list[Word], i: int) -> bool:
    """True if the verb at ``i`` asks for an action: ``asked not to be named``."""
    follows = [word.low for word in words[i + 1 : i + 3]]
    return follows[:1] == ["to"] or follows == ["not", "to"]


def _cue_start(words: list[Word], i: int) -> int:
    """Return the index of the first auxiliary or adverb before a verb."""
    start = i
    while start and (words[start - 1].tag in HELPERS or words[start - 1].low in ("so", "far", "going")):
        start -= 1
    while start < i and words[start].low in ("both", "all", "even", "only", "just"):
        start += 1
    return start


def _shares_object(words: list[Word], i: int, start: int) -> bool:
    """True if ``words[i]`` ends a cue of two verbs: ``neither confirmed nor denied``, ``would not confirm or deny``."""
    if i >= len(words) or words[i - 1].low not in ("nor", "or"):
        return False
    negated = any(words[k].low in NEGATORS for k in range(start, i - 2))
    return negated and SINGLE_VERBS.keys() >= {words[i - 2].low, words[i].low}


def _voice(verb: ReportingVerb, helpers: list[str], before: Word | None) -> str | None:
    if verb is QUOTED_AS_SAYING:
        return "finite"
    be = any(h in BE_FORMS for h in helpers)
    if verb.form == "ing":
        return "finite" if be else "participle"
    if be and verb.form in ("base", "s"):
        return None
    if be and verb.form in ("past", "part"):
        return "passive"
    if before is not None and before.low == "to":
        return "infinitive"
    if verb.form == "part" and not helpers:
        return None
    return "finite"


def _is_verb(words: list[Word], i: int, start: int, verb: ReportingVerb, helpers: list[str]) -> bool:
    before = words[start - 1] if start else None
    after = words[i + 1] if i + 1 < len(words) else None
    if verb.form == "past" and not helpers and after is not None and after.low == "by":
        return False
    if words[i].low == "state" and not helpers:
        return False
    if before is None:
        return verb.form == "ing" or bool(helpers)
    if (before.tag in NEEDS_NOUN and before.low not in QUANTIFIERS) or before.low.endswith(POSSESSIVE_ENDINGS):
        return False
    return bool(helpers) or _follows_subject(words, i, start, verb)


def _follows_subject(words: list[Word], i: int, start: int, verb: ReportingVerb) -> bool:
    """True if a verb without auxiliaries can follow the word before it."""
    before, noun_like = words[start - 1], words[i].low in NOUN_LIKE
    if verb.form in ("past", "part", "ing") and not noun_like:
        return True
    plural = _is_plural(before, words[start - 2] if start > 1 else None)
    if verb.form == "base":
        return plural
    if verb.form == "past":  # Past, plain form and noun in one: ``forecast``.
        return plural or before.tag in AFTER_SUBJECT
    return not noun_like or before.tag in AFTER_SUBJECT


def _is_plural(subject: Word, before: Word | None) -> bool:
    """True if a plain form can follow: ``they say``, ``officials say``, ``Brandt and Holt say``, not ``the state``."""
    if subject.tag in PRONOUN_SUBJECTS:
        return subject.low not in ("he", "she", "it", "everyone", "someone", "nobody")
    if subject.tag == Tag.AUXILIARY:
        return True
    plural = subject.low.endswith(("s", "people", "men", "women", "%", "percent")) and not subject.low.endswith(
        ("ss", "'s", "’s")
    )
    joined = before is not None and before.low == "and"
    return subject.tag in PLURAL_SUBJECTS and (plural or joined or subject.tag in CLOSING_MARKS)
