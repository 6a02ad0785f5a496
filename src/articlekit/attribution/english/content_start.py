"""The words after a reporting verb: whether they are content, and where the content begins."""

from __future__ import annotations

from typing import Final

from articlekit.attribution.english.cues import CueMatch, asks_for_action
from articlekit.attribution.english.lexicon import AUXILIARIES
from articlekit.attribution.english.noun_phrases import WordRange
from articlekit.attribution.english.sentence import Sentence, skip_adverbials
from articlekit.attribution.english.tags import ADVERBIAL, COLON_OR_COMMA, Tag
from articlekit.models import CueKind

ENDS_ADVERBIALS: Final = frozenset(":;,") | {Tag.SPEECH, Tag.AUXILIARY, Tag.PRONOUN, Tag.RELATIVE}
"""What ends the adverbials between a cue and a colon, the colon included."""

HOLDS_CONTENT: Final = frozenset({Tag.COMMON, Tag.NAME, Tag.PRONOUN, Tag.FRAGMENT, Tag.SPEECH})
"""Words that show that content precedes an aside."""

NO_CONTENT: Final = frozenset(",;)—–") | {Tag.PREPOSITION}
"""What no content without *that* begins with."""

OPENS_BARE_CLAUSE: Final = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.COMMON})
"""First words of a clause without *that*."""

MAX_WORDS_BEFORE_COLON: Final = 12
"""Words between a cue and the colon before its content, at most."""

BACK_REFERENCES: Final = frozenset(
    "nothing anything hello goodbye too otherwise likewise the same thing again as well much so differently".split()
)
"""Words that only refer back to earlier words: ``said the same``."""


def find_announced_quotation(sentence: Sentence, at: int) -> int | None:
    """Return the index of a colon that announces a quotation after adverbials: ``said after the hearing: “…”``; else None."""
    words = sentence.words
    near = range(at, min(sentence.words_end - 1, at + MAX_WORDS_BEFORE_COLON))
    colon = next((i for i in near if words[i].tag in ENDS_ADVERBIALS), None)
    return colon if colon is not None and words[colon].tag == ":" and words[colon + 1].tag == Tag.SPEECH else None


def introduces_next_speaker(sentence: Sentence, cue: CueMatch) -> bool:
    """True if a colon introduces another speaker: ``Not everyone agreed: Rossi said …``."""
    words = sentence.words
    colon = cue.verb.kind == "agreement" and cue.end < sentence.words_end and words[cue.end].tag == ":"
    return colon and any(other.start > cue.end and other.voice == "finite" for other in sentence.cues)


def reports_nothing(sentence: Sentence, subject: int, begins: int) -> bool:
    """True if a cue reports nothing: ``said no``, ``if he says it is``, ``what he said is``, ``which reported in May, said``."""
    first = sentence.words[begins]
    if first.low in ("nothing", "so", "no", "goodbye", "anything") or is_condition(sentence, subject):
        return True
    if sentence.words[begins - 1].tag == "," and any(cue.start == begins for cue in sentence.cues):
        return True
    return first.tag == Tag.AUXILIARY and subject > 0 and sentence.words[subject - 1].low == "what"


def content_before_aside(sentence: Sentence, subject: int, begins: int) -> list[WordRange] | None:
    """Return the content before a speaker between commas: ``Elswick, as Holt pointed out, has no pier``.

    None if another speaker follows: ``As the Courier reported, Holt said …``.
    """
    words = sentence.words
    if not subject or words[subject - 1].low != "as" or words[begins - 1].tag != ",":
        return []
    others = (cue for cue in sentence.cues if cue.start > begins and cue.voice == "finite")
    if any((phrase := sentence.phrase_before(other)) and phrase[0] == begins for other in others):
        return None
    inserted = (
        subject > 1 and words[subject - 2].tag == "," and any(word.tag in HOLDS_CONTENT for word in words[:subject])
    )
    return [(0, subject - 2)] if inserted else []


def has_no_content(sentence: Sentence, begins: int) -> bool:
    """True if no content begins here: another verb follows (``said and did``), or words that only refer back (``too``)."""
    words = sentence.words[begins : sentence.words_end]
    return words[:1] != [] and (
        words[0].tag == Tag.COORDINATOR or all(w.low in BACK_REFERENCES or w.tag in ADVERBIAL for w in words)
    )


def is_condition(sentence: Sentence, subject: int) -> bool:
    """True if the attribution is only a condition: ``if the county says …``."""
    return subject > 0 and sentence.words[subject - 1].low in ("if", "unless", "whether", "until")


def that_follows(sentence: Sentence, cue: CueMatch) -> bool:
    """True if only a date or an adverb separates a cue from its ``that``: ``denied on Thursday that``."""
    at = skip_adverbials(sentence, cue.end)
    return at < sentence.words_end and sentence.words[at].low == "that"


def is_bare_clause(sentence: Sentence, at: int, cue: CueMatch) -> bool:
    """True if the words at ``at`` can be a clause without ``that``."""
    words = sentence.words
    first = words[at]
    if cue.verb.kind == "finding" or cue.verb.frames[0] == "quote":
        return False
    if cue.verb.frames[0] == "clause" and cue.verb.kind in ("statement", "question") and first.tag not in NO_CONTENT:
        return first.tag != Tag.SUBORDINATOR or first.low not in (
            "while",
            "although",
            "though",
            "as",
            "because",
            "after",
            "before",
            "since",
        )
    if first.tag == Tag.SUBORDINATOR:
        return first.low in ("how", "why", "what", "whether", "if", "when", "where")
    if first.tag not in OPENS_BARE_CLAUSE:
        return False
    return any(
        words[i].tag == Tag.AUXILIARY or words[i].low in AUXILIARIES for i in range(at, min(sentence.words_end, at + 8))
    )


def skip_colon(sentence: Sentence, at: int) -> int:
    """Return the index after a colon or a comma at ``at``; else ``at``."""
    return at + (at < sentence.words_end and sentence.words[at].tag in COLON_OR_COMMA)


def kind_of_request(sentence: Sentence, cue: CueMatch, begins: int) -> CueKind:
    """Return the kind of a cue; a question for an action is a demand: ``asked the court | to consider``, ``asked that | it be closed``."""
    words = sentence.words
    to_be_done = asks_for_action(words, begins - 1) or words[begins].low == "for" or words[begins - 1].low == "that"
    return "demand" if cue.verb.kind == "question" and to_be_done else cue.verb.kind
