"""The edge of each condition and limit of the rules: pairs of sentences, one on each side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from articlekit.attribution.english.words import MAX_SENTENCE_WORDS, split_sentences, tag_words
from articlekit.attribution.rules.engine import MAX_CUES
from articlekit.attribution.steps import read_with_rules
from articlekit.models import Article

Draft = Callable[..., Article]
Report = Callable[..., Article]
Found = list[tuple[str, str, str]]


def found_in(article: Article) -> Found:
    """Return rule, source and content of each claim that the rules find in the text."""
    return [
        (
            claim.rule.removeprefix("claim."),
            " … ".join(article.text[start:end] for start, end in claim.source_ranges),
            " … ".join(article.text[start:end] for start, end in claim.content),
        )
        for claim in read_with_rules(article).claims
    ]


SENTENCES: list[tuple[str, Found]] = [
    # inverted: a warning is told to somebody, too; words that only say when or where are not content
    ("“The pier is old,” warned Asa Holt.", [("inverted", "Asa Holt", "The pier is old")]),
    ("“The pier is old,” told Asa Holt.", []),
    ("The pier is old, wrote Asa Holt.", [("inverted", "Asa Holt", "The pier is old")]),
    ("In a letter to the board, wrote Asa Holt.", []),
    ("On Friday at the town hall, said Asa Holt, the pier closed.", []),
    # inverted: a cue with a subject before it is not inverted
    ("The mayor, Asa Holt, said Ilse Brandt was late.", [("said_that", "The mayor, Asa Holt", "Ilse Brandt was late")]),
    (
        "The mayor, Asa Holt, said Ilse Brandt, the clerk, was late.",
        [("said_that", "The mayor, Asa Holt", "Ilse Brandt, the clerk, was late")],
    ),
    # inverted: a number names nobody
    ("“The pier is old,” said 40 people.", []),
    # trailing: a relative pronoun is not a speaker
    ("They met Asa Holt in May, he said.", [("trailing", "he", "They met Asa Holt in May")]),
    ("They met Asa Holt in May, who said.", []),
    # trailing: content resumes behind a short interruption only
    (
        "Prices rose, he said at the meeting in Elswick, because of the war.",
        [("trailing", "he", "Prices rose … because of the war")],
    ),
    (
        "Prices rose, he said at the long meeting of the board in Elswick, because of the war.",
        [("trailing", "he", "Prices rose")],
    ),
    # participle: not what somebody began, kept or avoided
    ("Asa Holt left, saying that the pier was shut.", [("participle", "Asa Holt", "the pier was shut")]),
    ("Asa Holt began saying that the pier was shut.", []),
    ("Asa Holt kept saying that the pier was shut.", []),
    # participle: an offer needs an infinitive
    ("Asa Holt left, offering to mend the pier.", [("participle", "Asa Holt", "to mend the pier")]),
    ("Asa Holt left, offering a lift to the divers.", []),
    # participle: a conjunction is not content
    ("Asa Holt left, saying, and came back.", []),
    # told: content behind a preposition belongs to its noun
    ("The board warned in May that the pier was shut.", [("said_that", "The board", "the pier was shut")]),
    ("Asa Holt warned of a plan that the board was late.", []),
    # quoted: as saying is within 12 words
    (
        "The Courier quoted Asa Holt, the head of the harbour board, as saying that it was late.",
        [("quoted", "The Courier", "it was late")],
    ),
    (
        "The Courier quoted Asa Holt, the head of the old harbour board of the town, as saying that it was late.",
        [("nominal", "The Courier", "Asa Holt, the head of the old harbour board of the town")],
    ),
    # label: within ten words, and no clause of its own
    (
        "Asa Holt of the Harbour Board of Elswick Bay: The tunnel will be dug.",
        [("label", "Asa Holt of the Harbour Board of Elswick Bay", "The tunnel will be dug")],
    ),
    ("Asa Holt of the Harbour Board of the Town of Elswick Bay: The tunnel will be dug.", []),
    # noun: the clause of a noun may hold another clause with a verb
    ("Brandt's claim that it is safe has failed.", [("noun", "Brandt's", "it is safe")]),
    (
        "Brandt's claim that it is safe if it is dry has failed.",
        [("noun", "Brandt's", "it is safe if it is dry has failed")],
    ),
    # signed: at most 16 words
    (
        "“It is not for sale.” — Asa Holt, commissioner of the harbour board of Marrow Bay",
        [("signed", "Asa Holt, commissioner of the harbour board of Marrow Bay", "It is not for sale")],
    ),
    (
        "“It is not for sale.” — Asa Holt, commissioner of the old harbour board of Marrow Bay in the north of Elswick",
        [],
    ),
    # expected: only expectations and beliefs
    ("The plan is expected to fail.", [("expected", "", "The plan … to fail")]),
    ("The plan was agreed to fail.", []),
    # expected: the verb of a clause without that is within eight words
    (
        "It is feared the old bridge on the quay will flood.",
        [("expected", "", "the old bridge on the quay will flood")],
    ),
    ("It is feared the old bridge on the north quay of the town will flood.", []),
    # nominal: not in a restrictive clause
    ("The divers, who denied the charges, left.", [("nominal", "who", "the charges")]),
    ("The divers who denied the charges left.", []),
    # by: a relative pronoun is not content
    ("The report was criticized by the board.", [("by", "the board", "The report")]),
    ("It was the report, which was criticized by the board.", []),
    # content ends before a noun with which the reporter looks back
    ("Asa Holt said it was late, a claim that the board rejects.", [("said_that", "Asa Holt", "it was late")]),
    (
        "Asa Holt said it was late, a clerk of the board.",
        [("said_that", "Asa Holt", "it was late, a clerk of the board")],
    ),
    # content ends before the day of the report, not before that of an interview
    ("Asa Holt reported a rise in profit last week.", [("said_that", "Asa Holt", "a rise in profit")]),
    (
        "Asa Holt recalled the rule in the interview last week.",
        [("said_that", "Asa Holt", "the rule in the interview last week")],
    ),
    # a colon announces a quotation within 12 words
    (
        "Asa Holt said after the hearing in the hall of Elswick: “It is late.”",
        [("said_that", "Asa Holt", "It is late")],
    ),
    ("Asa Holt said after the hearing in the old hall of the town on the quay: “It is late.”", []),
    # the report of others begins behind a preposition
    (
        "Asa Holt said it was safe despite a warning from engineers that it leaks.",
        [("said_that", "Asa Holt", "it was safe"), ("noun", "engineers", "it leaks")],
    ),
    # a that belongs to the cue within 16 words
    (
        "Asa Holt said in the town hall on the quay of the new town on Friday that it was late.",
        [("said_that", "Asa Holt", "it was late")],
    ),
    ("Asa Holt said in the town hall on the quay of the new town by the old sea on Friday that it was late.", []),
    # of two claims with shared content the longer one stays
    (
        "On the last episode of “The Harbour Show,” the mayor said she wanted to speak “directly to the divers” and leave.",
        [("trailing", "the mayor", "On the last episode of “The Harbour Show,” … “directly to the divers” and leave")],
    ),
    # an addressee has a description of 11 words at most
    (
        "Holt told Asa Brandt, a friend of the late head of the board, it was late.",
        [("told", "Holt", "it was late")],
    ),
    (
        "Holt told Asa Brandt, a friend of the late head of the board of the town, it was late.",
        [("told", "Holt", "a friend of the late head of the board of the town, it was late")],
    ),
    # a sentence does not end with a quotation whose speaker follows
    ("It was over. “Never!” Brandt said. It rained.", [("trailing", "Brandt", "Never!")]),
    # content in a clause with who goes on behind a semicolon
    (
        "A man who said it was late; the pier was shut has been charged.",
        [("said_that", "who", "it was late; the pier was shut has been charged")],
    ),
    # a dateline is not the subject
    ("MARROW BAY — Asa Holt left, saying it was late.", [("participle", "Asa Holt", "it was late")]),
    # two verbs share their object
    ("Asa Holt neither confirmed nor denied that it was late.", [("said_that", "Asa Holt", "it was late")]),
    # a past form before by is a participle
    ("Asa Holt announced that it was late.", [("said_that", "Asa Holt", "it was late")]),
    ("Asa Holt announced by letter that it was late.", []),
]


@pytest.mark.parametrize(("sentence", "claims"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_rule_fires_on_one_side_of_its_edge(sentence: str, claims: Found, draft: Draft) -> None:
    assert found_in(draft(sentence)) == claims


@pytest.mark.parametrize(
    ("adjectives", "cut"), [("further recent public", True), ("very new further recent public", False)]
)
def test_the_report_of_others_is_within_five_words_of_its_preposition(adjectives: str, cut: bool, draft: Draft) -> None:
    report = f"despite a {adjectives} warning from engineers that it leaks"
    content = found_in(draft(f"Asa Holt said it was safe {report}."))[0][2]
    assert content == ("it was safe" if cut else f"it was safe {report}")


def test_two_verbs_that_share_an_object_are_one_cue(report: Report) -> None:
    (claim,) = report("Asa Holt neither confirmed nor denied that it was late.").claims
    assert claim.cue is not None
    assert claim.cue.text == "neither confirmed nor denied"


def test_a_place_before_a_description_is_not_the_source(report: Report) -> None:
    (claim,) = report("He met a man in Elswick, the old mayor, who said it was late.").claims
    assert [source.name for source in claim.sources] == ["the old mayor"]


def test_the_label_of_a_list_item_is_not_a_speaker(draft: Draft) -> None:
    article = draft("Minister: A walk on the quay.")
    assert [rule for rule, _, _ in found_in(article)] == ["label"]
    item = evolve(article, blocks=(evolve(article.blocks[0], kind="list_item"),))
    assert found_in(item) == []


@pytest.mark.parametrize(("noun", "kind"), [("the old claims", "denial"), ("the very old claims", "refusal")])
def test_a_rejected_report_is_a_denial_within_three_words(noun: str, kind: str, report: Report) -> None:
    (claim,) = report(f"The board rejected {noun} that it was late.").claims
    assert claim.cue is not None
    assert claim.cue.kind == kind


def test_a_double_negation_is_an_assertion(report: Report) -> None:
    (claim,) = report("No official did not say that the bridge was safe.").claims
    assert (claim.negated, claim.sources) == (False, ())


@pytest.mark.parametrize(
    ("between", "content"), [(1, "It closed"), (2, "MARROW BAY: It closed"), (3, "MARROW BAY: It closed")]
)
def test_a_place_in_capitals_opens_one_of_the_first_three_blocks(between: int, content: str, draft: Draft) -> None:
    before = "".join(f"Block {number} is old.\n\n" for number in range(between + 1))
    assert found_in(draft(f"{before}MARROW BAY: It closed, the board said."))[0][2] == content


@pytest.mark.parametrize(
    ("between", "content"), [("It was cold.", "It is late … We go"), ("It was cold. It rained.", "It is late")]
)
def test_a_speaker_goes_on_behind_one_sentence_of_the_reporter(between: str, content: str, draft: Draft) -> None:
    assert found_in(draft(f"“It is late,” Holt said. {between} “We go.”"))[0][2] == content


@pytest.mark.parametrize(
    ("introduction", "sources"),
    [
        ("And from the chairwoman:", ["the chairwoman"]),
        ("And so it came to pass in the old hall at noon from the chairwoman:", []),
    ],
)
def test_an_introduction_without_a_verb_is_short(introduction: str, sources: list[str], draft: Draft) -> None:
    assert [source for _, source, _ in found_in(draft(f"{introduction}\n\n> It is late."))] == sources


def test_cues_beyond_the_limit_of_a_sentence_are_left_alone(draft: Draft) -> None:
    article = draft("He said that " * (MAX_CUES + 6) + "it was late.")
    (reading,) = read_with_rules(article).sentences
    assert len(reading.sentence.cues) == MAX_CUES == 24


@pytest.mark.parametrize("towns", [12, 13])
def test_a_phrase_before_a_verb_has_forty_words_at_most(towns: int, draft: Draft) -> None:
    phrase = f"The head{' of the town' * towns}"
    (_, source, _) = found_in(draft(f"{phrase} said it was late."))[0]
    assert source == " ".join(phrase.split()[-40:]).removeprefix("of the ")


def test_a_sentence_is_cut_at_its_limit() -> None:
    text = "quay " * (MAX_SENTENCE_WORDS + 10)
    lengths = [len(sentence) for sentence in split_sentences(tag_words(text, 0, len(text)))]
    assert lengths == [251, 9]


@pytest.mark.parametrize(("words", "found"), [(5, True), (6, False)])
def test_a_speaker_of_an_interview_has_five_words_at_most(words: int, found: bool, draft: Draft) -> None:
    name = " ".join(["Asa", "Ben", "Cay", "Dan", "Eve", "Fay"][:words])
    article = draft(f"{name}: It was late.\n\nRuth Adeyemi: Why?\n\n{name}: I fell. It hurt.")
    assert (("label", name, "I fell … It hurt") in found_in(article)) is found


@pytest.mark.parametrize(("answers", "found"), [(3, True), (2, False)])
def test_an_interview_has_three_answers_at_least(answers: int, found: bool, draft: Draft) -> None:
    turns = "".join(f"Why {number}?\n\nI say {number}.\n\n" for number in range(answers))
    article = draft(f"Ben Carver grows pears.\n\n{turns.strip()}")
    assert ("answer" in {rule for rule, _, _ in found_in(article)}) is found


@pytest.mark.parametrize(("turns", "content"), [(2, "I fell"), (3, "I fell … It hurt")])
def test_an_interview_has_three_labelled_paragraphs_at_least(turns: int, content: str, draft: Draft) -> None:
    article = draft("\n\n".join(["Ben Carver: I fell. It hurt."] * turns))
    assert found_in(article)[0][2] == content


ENGLISH = "the board of the town and the quay "
FOREIGN = "Gemeinderat Hafenmeister Landungssteg Nordkai "


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (ENGLISH * 6, True),
        (FOREIGN * 12, False),
        (FOREIGN * 8, True),  # too short to tell
        (FOREIGN * 9, False),
        ((ENGLISH + FOREIGN) * 6, True),
        ((ENGLISH + FOREIGN * 8) * 6, False),
        (FOREIGN * 14 + ENGLISH * 40, True),
        (FOREIGN * 140 + ENGLISH * 400, False),  # only the first 6,000 characters count
    ],
)
def test_words_of_the_closed_classes_tell_english(text: str, english: bool, draft: Draft) -> None:
    claims = found_in(draft(f"{text}\n\nIt is late, Asa Holt said."))
    assert bool(claims) is english
