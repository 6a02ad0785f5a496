"""The table of reporting verbs: all forms, what each form reports, and what it takes as content."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from articlekit.models import CueKind

VERB_TABLE: Final[tuple[tuple[CueKind, str, str], ...]] = (
    (
        "statement",
        "clause",
        (
            "say add note write report announce tweet explain state claim argue declare respond reply "
            "insist stress emphasize emphasise reiterate recall remark comment joke assert contend observe "
            "point_out post conclude quip repeat mention reveal disclose exclaim shout yell testify recount boast "
            "lament complain suggest imply indicate signal hint confirm counter retort muse answer chant "
            "interject opine caution clarify whisper go_on_to_say proclaim relate specify underscore underline "
            "highlight put_it elaborate vent make_clear make_it_clear speculate theorize allege cry cry_out "
            "volunteer"
        ),
    ),
    ("statement", "quote", "read text email sing continue"),
    ("finding", "clause", "show find determine estimate calculate detail document rule"),
    ("question", "told", "ask"),
    ("question", "clause", "ask wonder inquire question"),
    (
        "belief",
        "that",
        ("believe think feel know fear worry hope doubt realize realise consider understand assume suspect"),
    ),
    ("expectation", "clause", "predict expect project forecast anticipate"),
    ("promise", "clause", "promise vow pledge swear"),
    ("admission", "clause", "admit concede acknowledge confess"),
    ("agreement", "clause", "agree"),
    ("denial", "clause", "disagree"),
    ("accusation", "clause", "charge"),
    ("warning", "told", "warn"),
    ("demand", "told", "advise"),
    ("statement", "told", "tell inform remind assure notify convince persuade"),
    (
        "statement",
        "object",
        (
            "describe call praise defend endorse support cite tout label portray quote mock discuss hail welcome "
            "thank laud applaud invoke reference liken refer_to point_to talk_about speak_about talk_up focus_on "
            "compare dub deem congratulate commend credit recommend back speak_of "
            "speak_out_against express voice sympathize_with side_with embrace speak_out_about "
            "campaign_for agree_with trumpet"
        ),
    ),
    ("belief", "object", "see regard view consider"),
    ("belief", "infinitive", "want hope prefer plan decide intend wish seek"),
    ("belief", "object", "want prefer favor favour"),
    (
        "accusation",
        "object",
        (
            "accuse blame criticize criticise attack slam blast condemn denounce rip trash insult vilify assail "
            "decry deride lambast fault bash ridicule rebuke chide lash_out_at go_after hit_out_at "
            "take_issue_with rail_against challenge scold berate taunt disparage bemoan question scorch hammer"
        ),
    ),
    (
        "demand",
        "object",
        (
            "urge call_for call_on demand request ask_for push_for seek appeal_for press_for push_back_on "
            "lobby_for beg implore propose advocate"
        ),
    ),
    (
        "denial",
        "object",
        (
            "deny dispute rebut refute dismiss disavow contradict brush_aside brush_off shrug_off "
            "distance_himself_from distance_herself_from"
        ),
    ),
    (
        "refusal",
        "object",
        ("refuse reject decline oppose vote_against object_to rule_out rebuff spurn balk_at"),
    ),
    ("refusal", "infinitive", "refuse decline"),
    ("promise", "infinitive", "promise vow pledge swear offer"),
    ("agreement", "infinitive", "agree"),
    ("expectation", "infinitive", "expect"),
    ("threat", "infinitive", "threaten"),
    ("threat", "with", "threaten"),
)
"""Kind, frame and verbs. A frame is what the verb takes as content; a verb in two rows tries both frames in this order."""

IRREGULAR_FORMS: Final = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "find": "finds found found finding",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "know": "knows knew known knowing",
    "show": "shows showed shown showing",
    "make": "makes made made making",
    "put": "puts put put putting",
    "go": "goes went gone going",
    "read": "reads read read reading",
    "take": "takes took taken taking",
    "speak": "speaks spoke spoken speaking",
    "see": "sees saw seen seeing",
    "seek": "seeks sought sought seeking",
    "swear": "swears swore sworn swearing",
    "hit": "hits hit hit hitting",
    "cry": "cries cried cried crying",
    "understand": "understands understood understood understanding",
    "overrule": "overrules overruled overruled overruling",
    "slam": "slams slammed slammed slamming",
    "rip": "rips ripped ripped ripping",
    "quip": "quips quipped quipped quipping",
    "admit": "admits admitted admitted admitting",
    "refer": "refers referred referred referring",
    "label": "labels labeled labeled labeling",
    "signal": "signals signaled signaled signaling",
    "forecast": "forecasts forecast forecast forecasting",
    "dub": "dubs dubbed dubbed dubbing",
    "beg": "begs begged begged begging",
    "chide": "chides chided chided chiding",
    "rebut": "rebuts rebutted rebutted rebutting",
    "volunteer": "volunteers volunteered volunteered volunteering",
    "plan": "plans planned planned planning",
}
"""Third person, past, participle and -ing form of irregular verbs."""


@frozen
class ReportingVerb:
    """One form of a reporting verb."""

    kind: CueKind
    """What a source does with the verb."""
    frames: tuple[str, ...]
    """What the verb takes as content, in the order in which the rules try it."""
    form: str
    """``base``, ``s``, ``past`` or ``ing``; a past participle that differs from the past is ``part``."""
    rest: tuple[str, ...] = ()
    """The further words of a phrase: ``issue``, ``with``."""
    kinds: tuple[CueKind, ...] = ()
    """The kind for each frame."""

    def kind_of(self, frame: str) -> CueKind:
        """Return what a source does with the verb in ``frame``."""
        return self.kinds[self.frames.index(frame)]


def inflect(base: str) -> dict[str, str]:
    """Return the forms of a verb, each with its name.

    >>> inflect("deny")
    {'deny': 'base', 'denies': 's', 'denied': 'past', 'denying': 'ing'}
    """
    if base in IRREGULAR_FORMS:
        third, past, participle, ing = IRREGULAR_FORMS[base].split()
        return {base: "base", third: "s", participle: "part", ing: "ing", past: "past"}
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeiou":
        return {base: "base", base[:-1] + "ies": "s", base[:-1] + "ied": "past", base + "ing": "ing"}
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return {base: "base", third: "s", stem + "ed": "past", stem + "ing": "ing"}


def _build_forms() -> tuple[dict[str, ReportingVerb], dict[str, tuple[ReportingVerb, ...]]]:
    single: dict[str, ReportingVerb] = {}
    phrases: dict[str, list[ReportingVerb]] = {}
    for kind, frame, verbs in VERB_TABLE:
        for entry in verbs.split():
            first, *rest = entry.split("_")
            for word, form in inflect(first).items():
                verb = ReportingVerb(kind=kind, frames=(frame,), form=form, rest=tuple(rest), kinds=(kind,))
                if rest:
                    phrases.setdefault(word, []).append(verb)
                elif (old := single.get(word)) and frame not in old.frames:
                    frames, kinds = (*old.frames, frame), (*old.kinds, kind)
                    single[word] = ReportingVerb(kind=old.kind, frames=frames, form=form, kinds=kinds)
                elif word not in single:
                    single[word] = verb
    longest = {word: tuple(sorted(many, key=lambda v: -len(v.rest))) for word, many in phrases.items()}
    return single, longest


SINGLE_VERBS, PHRASAL_VERBS = _build_forms()
"""Verb forms that report by themselves, and verb forms that begin a phrase, longest phrase first."""
