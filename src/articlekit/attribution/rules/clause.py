"""Rules for cues that take a whole clause or speech: ``X said that C``, ``C, X said``, ``C, said X``, ``X told Y C``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.attribution.claim_draft import CharRange, ClaimDraft
from articlekit.attribution.english.audience import addressee
from articlekit.attribution.english.clauses import end_within
from articlekit.attribution.english.contents import (
    agrees_with_what_follows,
    announced,
    before_aside,
    is_clause,
    is_no_report,
    kind_of_asking,
    past_colon,
    says_nothing,
    that_follows,
)
from articlekit.attribution.english.cues import Found, asks_for
from articlekit.attribution.english.endings import before_day, clause_end, is_thing
from articlekit.attribution.english.lexicon import AUXILIARIES
from articlekit.attribution.english.phrases import Range
from articlekit.attribution.english.phrases_after import phrase_after
from articlekit.attribution.english.scene import Scene, find_that, names_document, skip_adverbials
from articlekit.attribution.english.subjects import is_impersonal, opening_subject, subject_of
from articlekit.attribution.english.tags import (
    CLAUSE_BREAKS,
    COMMA_OR_SEMICOLON,
    COMMA_OR_SPEECH,
    LINKS_PHRASE,
    OPENS_ADVERBIAL,
    SHOWS_CLAUSE,
    Tag,
)
from articlekit.attribution.english.words import Word
from articlekit.attribution.rules.rule import rule
from articlekit.attribution.sources.describe import describe_source

BEFORE_SPEAKER: Final = frozenset(",—–!?") | {Tag.SPEECH}
"""Marks between content and the speaker behind it."""

BEFORE_LONE_QUOTATION: Final = frozenset(",:—–-(")
"""Marks before a quotation that is the content alone."""

OPENS_ADVERBIAL_PHRASE: Final = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB, Tag.TIME, Tag.COORDINATOR})
"""First words of what tells when, where or why."""

ENDS_CLAUSE_ON_AUDIENCE: Final = frozenset(",;:—–") | {Tag.SPEECH}
"""What ends a clause on those to whom something is told."""

OPENS_CONTENT: Final = frozenset(":") | {Tag.SPEECH, Tag.RELATIVE}
"""What opens content behind a cue that a quotation precedes."""

OPENS_REMARK: Final = frozenset(
    {Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.PREPOSITION, Tag.ADVERB, Tag.TIME}
)
"""First words of what the reporter adds behind a speaker."""

AFTER_SOURCE: Final = frozenset(",;—–") | {Tag.TIME, Tag.PREPOSITION, Tag.ADVERB}
"""What follows a source behind its verb."""

OPENS_QUOTED_CONTENT: Final = frozenset(":,") | {Tag.SPEECH}
"""What shows that content begins, without *that*."""

COMMA_OR_COORDINATOR: Final = frozenset(",") | {Tag.COORDINATOR}
"""What sets a participle apart."""

BEFORE_PARTICIPLE: Final = frozenset({Tag.NAME, Tag.COMMON, Tag.SPEECH, Tag.TIME})
"""What may precede a participle that nothing sets apart."""

JOINS_PARTICIPLE: Final = frozenset(",") | {Tag.COORDINATOR, Tag.ADVERB, Tag.TIME}
"""What joins a participle to the subject of the sentence."""

NOTHING_REPORTED: Final = frozenset(",.;)") | {Tag.COORDINATOR}
"""What follows a participle that reports nothing."""

SPEECH_FRAMES: Final = frozenset({"clause", "told", "quote"})
"""Frames of cues that can stand after what they report."""

FARTHEST: Final = 12
"""Words that name who is quoted."""

RESUMING: Final = frozenset("because since to by from so until unless including".split())
"""Small words with which what was said goes on after the speaker: ``Prices rose, he said, because of the war``. Others, such as
``who``, ``while`` and ``after``, begin what the reporter adds more often than not."""


def _is_speech(cue: Found | None) -> bool:
    return cue is not None and cue.voice == "finite" and not SPEECH_FRAMES.isdisjoint(cue.verb.frames)


@rule(
    "claim.trailing",
    example="The north bridge will stay shut until autumn, the harbour board said on Friday.",
    near_miss="On Friday, the harbour board said that the north bridge will stay shut.",
)
def trailing(scene: Scene, cue: Found | None) -> Iterator[ClaimDraft]:
    """``C, X said``, and ``C, X said, C`` where the sentence goes on."""
    if cue is None or not _is_speech(cue):
        return
    subject = scene.phrase_before(cue)
    if subject is None or subject[0] < 1 or scene.words[subject[0]].tag == Tag.RELATIVE:
        return
    left = _left_content(scene, subject[0])
    after, audience = _after_cue(scene, cue)
    if left is None or not _closes(scene, after, scene.words[left[1] - 1].tag == Tag.SPEECH):
        return
    right = _resumes(scene, after, scene.has_quotation(*left))
    if not scene.has_quotation(*left) and _belongs_to_cue(scene, left, right):
        return
    claim = scene.cued("claim.trailing", cue, scene.content(left, *([right] if right else [])), subject, 0.85)
    claim.audience = scene.mention(audience)
    if scene.text(*subject) == "it" and (body := _body_before(scene, left)):
        claim.sources = [evolve(claim.sources[0], antecedent=body)]
    yield claim


def _body_before(scene: Scene, left: Range) -> CharRange | None:
    """The body that the words before *it* are about: ``The company expects a loss, it said``."""
    subject = opening_subject(scene, left[1])
    if subject is None or subject[0] < left[0]:
        return None
    told = describe_source(" ".join(word.text for word in scene.words[slice(*subject)]))
    return scene.chars(*subject) if told.kind == "organization" else None


def _belongs_to_cue(scene: Scene, left: Range, right: Range | None) -> bool:
    """Whether the words before the speaker only tell when or where it was said, and the content follows, if at all."""
    if right is None:
        return _is_adverbial(scene, left)
    return scene.has_quotation(right[0], right[0] + 1) and scene.words[left[0]].tag in OPENS_ADVERBIAL_PHRASE


def _left_content(scene: Scene, subject: int) -> Range | None:
    """The words before the comma that stands before the subject; None where no comma or quotation does."""
    words = scene.words
    before = words[subject - 1]
    end = subject if before.tag == Tag.SPEECH else subject - 1
    if before.tag not in BEFORE_SPEAKER or end <= 0:
        return None
    if before.tag == Tag.SPEECH and (end == 1 or words[end - 2].tag in BEFORE_LONE_QUOTATION):
        return end - 1, end
    start = next((i + 1 for i in range(end - 1, -1, -1) if words[i].tag == ";"), 0)
    quoted = scene.has_quotation(start, end)
    return (start, end) if quoted or end - start >= 2 or words[start].tag == Tag.TIME else None


def _is_adverbial(scene: Scene, left: Range) -> bool:
    """Whether the words only tell when or where: ``On Sunday``, ``In a letter to the board``."""
    words = scene.words[left[0] : left[1]]
    if words[0].tag not in OPENS_ADVERBIAL_PHRASE and not words[0].low.endswith("ing"):
        return False
    if words[0].tag == Tag.SUBORDINATOR and not any(word.tag == "," for word in words):
        return True
    return not any(word.tag in SHOWS_CLAUSE for word in words)


def _after_cue(scene: Scene, cue: Found) -> tuple[int, CharRange | None]:
    """Where the words after the cue begin, and whom it was told to."""
    at = cue.end
    if "told" in cue.verb.frames or (at < scene.high and scene.words[at].low == "to"):
        to = at + (scene.words[at].low == "to") if at < scene.high else at
        audience = addressee(scene, to)
        if audience is not None:
            return _past_clause(scene.words, audience[1], scene.high), audience
    return at, None


def _past_clause(words: list[Word], at: int, high: int) -> int:
    """Past a clause on those to whom something is told: ``students | who asked``."""
    if at >= high or words[at].low not in ("who", "whose"):
        return at
    return next((i for i in range(at, high) if words[i].tag in ENDS_CLAUSE_ON_AUDIENCE), high)


def _closes(scene: Scene, at: int, quoted: bool) -> bool:
    """Whether nothing that could be content follows the cue."""
    words = scene.words
    if quoted and (at >= scene.high or words[at].tag not in OPENS_CONTENT) and find_that(scene, at) is None:
        return True
    at = skip_adverbials(scene, at)
    if at >= scene.high:
        return True
    tag = words[at].tag
    if tag in CLAUSE_BREAKS:
        return True
    return (
        tag in OPENS_ADVERBIAL
        and words[at].low not in ("how", "why", "what", "whether", "if")
        and find_that(scene, at) is None
    )


def _resumes(scene: Scene, at: int, quoted: bool) -> Range | None:
    """The content that goes on after an interruption, as in ``Five years ago, he said, prices fell``."""
    words, high = scene.words, scene.high
    comma = next((i for i in range(at, high) if words[i].tag in COMMA_OR_SPEECH), high)
    if comma >= high:
        return None
    start = comma + (words[comma].tag == ",")
    if start >= high:
        return None
    if scene.has_quotation(start, min(high, start + 1)):
        return start, high
    first = words[start]
    if first.low not in RESUMING and (quoted or first.tag in OPENS_REMARK or first.low.endswith("ing")):
        return None
    if comma - at > 8:
        return None
    return start, clause_end(scene, start)


@rule(
    "claim.inverted",
    example="“We had no warning,” said Ilse Brandt, the minister for ports.",
    near_miss="Ilse Brandt, the minister for ports, said the city had no warning.",
)
def inverted(scene: Scene, cue: Found | None) -> Iterator[ClaimDraft]:
    """``C, said X``."""
    if cue is None or not _is_speech(cue) or cue.start < 1 or cue.verb.form not in ("past", "s"):
        return
    if "told" in cue.verb.frames and cue.verb.kind != "warning":
        return
    left = _left_content(scene, cue.start)
    if left is None:
        return
    source = phrase_after(scene.words, cue.end, scene.high)
    if source is None or scene.words[source[0]].tag == Tag.NUMBER:
        return
    after = source[1]
    quoted = scene.has_quotation(*left)
    closed = (
        after >= scene.high
        or scene.words[after].tag in AFTER_SOURCE
        or scene.words[after].low in ("as", "when", "after", "who")
    )
    if not closed or (not quoted and (scene.phrase_before(cue) is not None or _is_adverbial(scene, left))):
        return
    right = _resumes(scene, after, quoted)
    content = scene.content(left, *([right] if right else []))
    yield scene.cued("claim.inverted", cue, content, source, 0.9 if quoted else 0.7)


@rule(
    "claim.told",
    example="Three pilots told the Harbour Courier in March that the lamps had failed.",
    near_miss="The captain told the truth.",
)
def told(scene: Scene, cue: Found | None) -> Iterator[ClaimDraft]:
    """``X told Y that C``, ``X told Y C``."""
    if cue is None or cue.voice != "finite" or "told" not in cue.verb.frames:
        return
    subject, found = subject_of(scene, cue), _told_content(scene, cue)
    if subject is None or found is None:
        return
    begins, audience = found
    content = scene.content((begins, end_within(scene, subject, begins, clause_end(scene, begins))))
    claim = scene.cued("claim.told", cue, content, subject, 0.85)
    claim.audience = scene.mention(audience)
    claim.kind = kind_of_asking(scene, cue, begins)
    yield claim


def _told_content(scene: Scene, cue: Found) -> tuple[int, CharRange | None] | None:
    """Where what is told begins, and whom it is told to; None where nothing is."""
    begins, audience = find_that(scene, cue.end), addressee(scene, cue.end)
    if begins is None and audience is not None and _opens_clause(scene, audience):
        begins, audience = audience[0], None
    elif begins is None and audience is not None:
        set_off = audience[1] < scene.high and scene.words[audience[1]].tag == ","
        begins = find_that(scene, audience[1] + 1) if set_off else None  # ``told Brandt, who was ill, that``
        begins = begins or past_colon(scene, skip_adverbials(scene, audience[1]))
        if says_nothing(scene, begins) or (cue.verb.kind == "demand" and not asks_for(scene.words, begins - 1)):
            return None
    if begins is None or begins >= scene.high:
        return None
    far = audience is None and begins != cue.end and scene.words[cue.end].low != "that"
    return None if far and not scene.has_quotation(cue.end, scene.high) else (begins, audience)


def _opens_clause(scene: Scene, phrase: Range) -> bool:
    """Whether what looks like an audience is the subject of what is told: ``warned the bridge would close``."""
    return phrase[1] < scene.high and scene.words[phrase[1]].low in AUXILIARIES


@rule(
    "claim.document",
    example="A chart by the Marrow Bay Institute shows that the sandbank has moved west.",
    near_miss="A chart by the Marrow Bay Institute hangs in the hall.",
)
def document(scene: Scene, cue: Found | None) -> Iterator[ClaimDraft]:
    """``A map by X shows C``: something written or drawn is the source."""
    if cue is None or cue.voice != "finite" or cue.verb.frames[0] != "clause":
        return
    subject = scene.phrase_before(cue)
    if subject is None or not names_document(scene.words, subject):
        return
    begins = find_that(scene, cue.end) or past_colon(scene, skip_adverbials(scene, cue.end))
    if begins < scene.high and scene.words[begins].tag not in LINKS_PHRASE:
        yield scene.cued("claim.document", cue, scene.content((begins, clause_end(scene, begins))), subject, 0.75)


@rule(
    "claim.said_that",
    example="The ferry company said that it would refund every ticket.",
    near_miss="The ferry company said nothing.",
)
def said_that(scene: Scene, cue: Found | None) -> Iterator[ClaimDraft]:
    """``X said that C``, ``X said C``, ``X said: “C”``."""
    if cue is None or cue.voice != "finite" or is_impersonal(scene, cue):
        return
    subject = subject_of(scene, cue)
    if subject is None:
        return
    begins = find_that(scene, cue.end)
    explicit = begins is not None
    if {"clause", "that", "quote"}.isdisjoint(cue.verb.frames) and not (explicit and that_follows(scene, cue)):
        return
    if begins is None:
        begins = announced(scene, cue.end) or skip_adverbials(scene, cue.end)
        explicit = begins < scene.high and scene.words[begins].tag in OPENS_QUOTED_CONTENT
        begins = past_colon(scene, begins)
    if begins >= scene.high or (not explicit and not is_clause(scene, begins, cue)):
        return
    if (not explicit and says_nothing(scene, begins)) or agrees_with_what_follows(scene, cue):
        return
    aside = before_aside(scene, subject[0], begins)
    if aside is None:
        return
    if is_no_report(scene, subject[0], begins):
        return
    end = end_within(scene, subject, begins, clause_end(scene, begins))
    if not explicit and is_thing(scene, begins):
        end = before_day(scene, cue, begins, end)
    content = scene.content(*aside, (begins, end))
    claim = scene.cued("claim.said_that", cue, content, subject, 0.85 if explicit else 0.75)
    claim.kind = kind_of_asking(scene, cue, begins)
    claim.audience = scene.mention(_spoken_to(scene, cue, begins))
    yield claim


def _spoken_to(scene: Scene, cue: Found, begins: int) -> Range | None:
    """Whom *to* behind a cue and before *that* names: ``wrote to | her | that``."""
    to = cue.end < begins and scene.words[cue.end].low == "to"
    audience = addressee(scene, cue.end + 1) if to else None
    return audience if audience and audience[1] == begins - 1 else None


@rule(
    "claim.participle",
    example="The mayor left early, saying that the storm had closed the road.",
    near_miss="The mayor left early, carrying the keys of the town hall.",
)
def participle(scene: Scene, cue: Found | None) -> Iterator[ClaimDraft]:
    """``…, saying that C``: the subject of the sentence says it."""
    if cue is None or cue.voice != "participle" or cue.start < 2:
        return
    before = scene.words[cue.start - 1]
    if before.tag not in COMMA_OR_COORDINATOR and cue.verb.rest == () and before.tag not in BEFORE_PARTICIPLE:
        return
    if set(cue.verb.frames) <= {"infinitive", "with"} and scene.text(cue.end, cue.end + 1) != "to":
        return
    if before.low in ("began", "begin", "begins", "kept", "keeps", "started", "stopped", "without", "avoid", "avoided"):
        return
    joined = before.tag in JOINS_PARTICIPLE or before.tag == Tag.SPEECH
    subject = opening_subject(scene, cue.start) if joined else scene.phrase_before(cue)
    begins = find_that(scene, cue.end)
    audience = None
    if begins is None:
        begins = cue.end
        if "told" in cue.verb.frames:
            audience = addressee(scene, cue.end)
            begins = audience[1] if audience else begins
        begins = (
            past_colon(scene, skip_adverbials(scene, begins))
            if not {"clause", "told"}.isdisjoint(cue.verb.frames)
            else begins
        )
    if subject is None or begins >= scene.high or scene.words[begins].tag in NOTHING_REPORTED:
        return
    claim = scene.cued("claim.participle", cue, scene.content((begins, clause_end(scene, begins))), subject, 0.65)
    claim.audience = scene.mention(audience)
    yield claim


@rule(
    "claim.quoted",
    example="The Courier quoted Ilse Brandt as saying that the pier was safe.",
    near_miss="The Courier quoted Ilse Brandt and a diver.",
)
def quoted(scene: Scene, cue: Found | None) -> Iterator[ClaimDraft]:
    """``X quoted Y as saying C``, ``C, X quoted Y as saying``: of two who speak, the outer one."""
    if cue is None or cue.voice != "finite" or scene.words[cue.verb_at].low not in ("quoted", "quotes"):
        return
    near = range(cue.end, min(scene.high - 1, cue.end + FARTHEST))
    at = next((i + 2 for i in near if scene.text(i, i + 2) == "as saying"), None)
    subject = subject_of(scene, cue)
    if at is None or subject is None:
        return
    if at < scene.high and scene.words[at].tag not in COMMA_OR_SEMICOLON:
        begins = find_that(scene, at) or past_colon(scene, skip_adverbials(scene, at))
        said = [(begins, clause_end(scene, begins))]
    else:
        said = [left] if (left := _left_content(scene, subject[0])) else []
    yield scene.cued("claim.quoted", cue, scene.content(*said), subject, 0.8)


RULES: Final = (trailing, inverted, told, document, quoted, said_that, participle)
"""In the order in which they are tried for a cue."""
