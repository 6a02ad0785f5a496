"""Rules for cues that take a noun phrase or an infinitive: denials, demands, threats, promises, praise and blame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.attribution.audience import addressee
from articlekit.attribution.clauses import end_within
from articlekit.attribution.contents import is_supposed, says_nothing
from articlekit.attribution.cues import Found
from articlekit.attribution.draft import Claimed
from articlekit.attribution.endings import before_day, nominal_end
from articlekit.attribution.phrases_after import phrase_after
from articlekit.attribution.rules import rule
from articlekit.attribution.scene import Scene, skip_adverbials
from articlekit.attribution.subjects import is_impersonal, subject_of

CLAUSE: Final = 8
"""Words among which the verb of a clause without *that* shows."""


@rule(
    "claim.threat",
    example="The dockers threatened the port with a strike if pay is cut again.",
    near_miss="Low cloud threatened the regatta.",
)
def threat(scene: Scene, cue: Found | None) -> Iterator[Claimed]:
    """``X threatened Y with C``."""
    if cue is None or cue.voice != "finite" or "with" not in cue.verb.frames:
        return
    subject = subject_of(scene, cue)
    audience = addressee(scene, cue.end)
    if subject is None or audience is None or audience[1] + 1 >= scene.high or scene.words[audience[1]].low != "with":
        return
    content = scene.content((audience[1] + 1, nominal_end(scene, audience[1] + 1)))
    claim = scene.cued("claim.threat", cue, content, subject, 0.75)
    claim.kind = "threat"
    claim.audience = scene.mention(audience)
    yield claim


@rule(
    "claim.infinitive",
    example="The council promised to reopen the swimming baths by May.",
    near_miss="The council promised funds.",
)
def infinitive(scene: Scene, cue: Found | None) -> Iterator[Claimed]:
    """``X promised to C``, ``X refused to C``."""
    if cue is None or cue.voice != "finite":
        return
    at = skip_adverbials(scene, cue.end)
    if at + 1 >= scene.high or scene.words[at].low != "to" or scene.words[at + 1].tag in "DNPM":
        return
    if not ({"infinitive", "with"} & set(cue.verb.frames)):
        return
    subject = subject_of(scene, cue)
    if subject is None:
        return
    content = scene.content((at, end_within(scene, subject, at, nominal_end(scene, at))))
    claim = scene.cued("claim.infinitive", cue, content, subject, 0.6)
    frame = "infinitive" if "infinitive" in cue.verb.frames else "with"
    claim.kind = cue.verb.kind_of(frame)
    yield claim


@rule(
    "claim.expected",
    example="The new lighthouse is expected to open in spring.",
    near_miss="The new lighthouse keeper expected a quiet winter.",
)
def expected(scene: Scene, cue: Found | None) -> Iterator[Claimed]:
    """``X is expected to C``, ``it is believed that C``, ``it’s feared C``: nobody is named as the source."""
    if cue is None or cue.end >= scene.high:
        return
    subject = scene.phrase_before(cue)
    if is_impersonal(scene, cue):
        begins = cue.end + (scene.words[cue.end].low == "that")
        if begins > cue.end or _is_bare_clause(scene, begins):
            yield scene.cued("claim.expected", cue, scene.content((begins, scene.high)), None, 0.7)
    elif subject is None or cue.voice != "passive":
        return
    elif scene.words[cue.end].low == "to" and cue.verb.kind in ("expectation", "belief"):
        content = scene.content(subject, (cue.end, nominal_end(scene, cue.end)))
        yield scene.cued("claim.expected", cue, content, None, 0.6)


def _is_bare_clause(scene: Scene, at: int) -> bool:
    """Whether a subject and its verb stand at a place: ``It is feared | some roads could flood``, not ``It is considered | a threat``."""
    near = scene.words[at : min(at + CLAUSE, scene.high)]
    return near[0].tag in "DNPn0" and any(word.tag == "X" for word in near)


@rule(
    "claim.by",
    example="The plan was criticized by the fishermen's league.",
    near_miss="The plan was printed by the fishermen's league.",
)
def by_agent(scene: Scene, cue: Found | None) -> Iterator[Claimed]:
    """``C was criticized by X``."""
    if cue is None or cue.voice != "passive" or cue.end + 1 >= scene.high or scene.words[cue.end].low != "by":
        return
    source = phrase_after(scene.words, cue.end + 1, scene.high)
    subject = scene.phrase_before(cue)
    if source is None or subject is None or scene.words[source[0]].tag == "0":
        return
    if scene.words[subject[0]].tag != "W":  # ``a report, which was seen by the Courier``
        yield scene.cued("claim.by", cue, scene.content(subject), source, 0.35)


@rule(
    "claim.nominal",
    example="The harbour master has repeatedly refused calls for a night ferry.",
    near_miss="The harbour master has repeatedly repaired the night ferry.",
)
def nominal(scene: Scene, cue: Found | None) -> Iterator[Claimed]:
    """``X denied C``, ``X has not confirmed C``: the content is a noun phrase."""
    if cue is None or cue.voice != "finite" or cue.end >= scene.high:
        return
    takes = "object" in cue.verb.frames or cue.verb.frames[0] == "clause"
    first = scene.words[skip_adverbials(scene, cue.end) if cue.verb.rest == () else cue.end : scene.high][:1]
    if not takes or not first or first[0].tag not in "DNnPMQq0" or first[0].low in ("nothing", "so"):
        return
    if (
        cue.verb.frames[0] == "clause"
        and not (cue.negated or cue.verb.kind in ("finding", "admission", "promise"))
        and cue.verb.kind != "statement"
    ):
        return
    subject = subject_of(scene, cue)
    if subject is None or _is_restrictive(scene, subject[0]) or is_supposed(scene, subject[0]):
        return
    start = scene.words.index(first[0], cue.end)
    if says_nothing(scene, start):
        return
    end = before_day(scene, cue, start, end_within(scene, subject, start, nominal_end(scene, start)))
    content = scene.content((start, end))
    frame = "object" if "object" in cue.verb.frames else cue.verb.frames[0]
    claim = scene.cued("claim.nominal", cue, content, subject, 0.55)
    claim.kind = cue.verb.kind_of(frame)
    yield claim


def _is_restrictive(scene: Scene, at: int) -> bool:
    """Whether the subject is the ``who`` of a clause that only tells which people are meant."""
    return scene.words[at].tag == "W" and at > 0 and scene.words[at - 1].tag != ","


RULES: Final = (threat, infinitive, expected, by_agent, nominal)
"""In the order in which they are tried for a cue."""
