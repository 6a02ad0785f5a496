"""The labeller: what it reads, how its scores become runs, and how runs become claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from time import sleep

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from articlekit.attribution.build import build_attribution
from articlekit.attribution.claim_draft import ClaimDraft
from articlekit.attribution.labeller import decode, features, light, linking
from articlekit.attribution.labeller.decode import Run, decode_runs, viterbi
from articlekit.attribution.labeller.protocol import ENCODER_TRUST, LIGHT_TRUST, Trust
from articlekit.attribution.labeller.registry import get_labeller
from articlekit.attribution.labeller.tokens import INSIDE, LABELS, MARK, OUTSIDE, Tokens, to_tokens
from articlekit.attribution.quotations.quotes import find_quotations
from articlekit.attribution.rules.engine import find_regions
from articlekit.attribution.steps import label_and_merge, read_with_rules
from articlekit.models import Article, Block, Span

Report = Callable[..., Article]
Scores = NDArray[np.float32]


def article_of(text: str) -> Article:
    """An article whose paragraphs are the lines of ``text``."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(kind="paragraph", span=Span(at, at + len(line))))
        at += len(line) + 1
    return Article(text=text, blocks=tuple(blocks))


def tokens_in(text: str, claims: tuple[ClaimDraft, ...] = ()) -> Tokens:
    regions = find_regions(article_of(text))
    return to_tokens(regions, find_quotations(regions)[0], claims)


def certain(labels: list[str]) -> Scores:
    """Scores that leave no doubt."""
    scores = np.full((len(labels), len(LABELS)), -20.0, dtype=np.float32)
    for word, label in enumerate(labels):
        scores[word, LABELS.index(label)] = 0
    return scores


LETTERS = {"S": "B-source", "s": "I-source", "C": "B-cue", "c": "I-cue", "T": "B-content", "t": "I-content"}


def lettered(letters: str) -> Scores:
    """Scores that leave no doubt, by a letter for each word's label: small where a run goes on, any other outside."""
    return certain([LETTERS.get(letter, "O") for letter in letters])


@pytest.fixture
def unloaded() -> Iterator[None]:
    """The light labeller is loaded again in the test, and after it."""
    light.load_light.cache_clear()
    yield
    light.load_light.cache_clear()


def test_threads_that_ask_at_once_get_the_same_labeller(unloaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[object] = []

    def read(_: object) -> object:
        sleep(0.01)
        loaded.append(object())
        return loaded[-1]

    monkeypatch.setattr(light, "read_light", read)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: get_labeller("light"), range(8)))
    assert found == loaded * 8
    assert len(loaded) == 1


def test_a_labeller_that_could_not_be_loaded_is_tried_again(unloaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(light, "read_light", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            get_labeller("light")
    assert get_labeller("light") is light.load_light()


def test_link_weights_are_read_once() -> None:
    assert linking.link_weights() is linking.link_weights()


def test_marks_and_the_words_between_them_are_told_apart() -> None:
    tokens = tokens_in("“It held,” she said.")
    assert list(zip(tokens.text, tokens.quoted, strict=True)) == [
        ("“", MARK),
        ("It", INSIDE),
        ("held", INSIDE),
        (",", INSIDE),
        ("”", MARK),
        ("she", OUTSIDE),
        ("said", OUTSIDE),
        (".", OUTSIDE),
    ]


def test_the_rules_hints_are_labels() -> None:
    claim = ClaimDraft("claim.said_that", "statement", content=[(9, 16)], source_ranges=[(0, 3)], cue=(4, 8))
    tokens = tokens_in("She said it held.", (claim,))
    assert [LABELS[hint] for hint in tokens.hint] == ["B-source", "B-cue", "B-content", "I-content", "O"]


def test_a_title_is_not_read() -> None:
    article = Article(title="She said it held", text="It held.", blocks=(Block(kind="paragraph", span=Span(0, 8)),))
    assert to_tokens(find_regions(article), (), ()).text == ["It", "held", "."]


@pytest.mark.parametrize(
    ("word", "low", "kind"),
    [("Said", "said", 5), ("1,250", "0,000", 1), ("US", "us", 4), ("A", "a", 3), ("don’t", "don't", 2), ("—", "—", 0), ("McRae", "mcrae", 6)],
)  # fmt: skip
def test_words_are_known_by_their_small_letters_and_their_shape(word: str, low: str, kind: int) -> None:
    assert features.normalize(word) == low
    assert features.word_shape(word) == kind


def test_a_word_that_the_vocabulary_lacks_is_unknown_but_its_ending_is_not() -> None:
    known = features.Vocabulary({"said": 2}, {"ing": 1, "^zor": 2}, {"clause": 1})
    rows = features.to_features(tokens_in("Zorbling said"), known)
    assert rows[:, :3].tolist() == [[features.UNKNOWN_WORD, 1, 2], [2, 0, 0]]
    assert rows[:, 4].tolist() == [0, 1]
    assert rows[:, 5].tolist() == [3, 0]  # The first word opens its block.


def _valid(labels: tuple[int, ...]) -> bool:
    before = (0, *labels[:-1])
    return all(label == 0 or label % 2 or one in (label, label - 1) for one, label in zip(before, labels, strict=True))


@given(arrays(np.float32, st.tuples(st.integers(1, 4), st.just(len(LABELS))), elements=st.floats(-9, 0, width=32)))
def test_the_best_sequence_is_the_best_of_all_that_are_allowed(scores: Scores) -> None:
    rows = scores.tolist()
    best = max(
        sum(row[label] for row, label in zip(rows, labels, strict=True))
        for labels in product(range(len(LABELS)), repeat=len(rows))
        if _valid(labels)
    )
    found = viterbi(rows)
    assert _valid(tuple(found))
    assert sum(row[label] for row, label in zip(rows, found, strict=True)) == pytest.approx(best)


def test_a_run_ends_with_its_block() -> None:
    tokens = tokens_in("It held\nfast")
    runs = decode_runs(tokens, certain(["B-content", "I-content", "I-content"]))
    assert [(run.role, run.first, run.end) for run in runs] == [("content", 0, 2)]
    assert decode.decode_runs(tokens_in(""), np.empty((0, len(LABELS)), dtype=np.float32)) == []


def linked(text: str, labels: str) -> list[tuple[str, str, list[str]]]:
    """Cue, source and contents of what is linked; the labels as in :func:`lettered`."""
    tokens = tokens_in(text)
    runs = decode_runs(tokens, lettered(labels))

    def words(run: Run | None) -> str:
        return " ".join(tokens.text[run.first : run.end]) if run else ""

    found = linking.link_runs(linking.TokenIndex(tokens), runs, linking.link_weights(), LIGHT_TRUST)
    return [(words(one.cue), words(one.source), [words(run) for run in one.content]) for one in found]


def test_a_cue_takes_the_source_and_the_content_beside_it() -> None:
    text = "Holt said the pier was safe , but Brandt denied that it was ."
    assert linked(text, "SCTttt--SC-Tt-") == [
        ("said", "Holt", ["the pier was safe"]),
        ("denied", "Brandt", ["it was"]),
    ]


def test_content_on_both_sides_of_its_cue_is_one_content() -> None:
    assert linked("“The pier,” Holt said, “is safe.”", "-Tt--SC--Tt--") == [("said", "Holt", ["The pier", "is safe"])]


def test_a_source_may_belong_to_two_cues() -> None:
    text = "Holt said it held and added it would last."
    assert linked(text, "SCTt-CTtt-") == [("said", "Holt", ["it held"]), ("added", "Holt", ["it would last"])]


def test_a_cue_without_content_attributes_nothing() -> None:
    assert linked("Holt said nothing.", "SC--") == []


def test_content_without_a_cue_is_kept() -> None:
    assert linked("“It held.”", "-Tt--") == [("", "", ["It held"])]


class Sure:
    """A labeller that reads what it is told to."""

    trust = LIGHT_TRUST
    batch_size = 1

    def __init__(self, letters: str) -> None:
        self._letters = letters

    def scores(self, many: Sequence[Tokens]) -> list[Scores]:
        return [lettered(self._letters) for _ in many]


def test_the_verb_that_leans_on_the_source_belongs_to_the_cue() -> None:
    ruled = read_with_rules(article_of("She’s whispering, so far, that the pier is shut."))
    (claim,) = label_and_merge([ruled], Sure("SC----Ttttt-"))[0]
    words = [ruled.article.text[slice(*chars)] for chars in (*claim.source_ranges, claim.cue or (0, 0))]
    assert words == ["She", "’s whispering"]


def test_who_is_asked_as_the_sentence_opens_is_no_source() -> None:
    ruled = read_with_rules(article_of("Asked about the report, Asa Holt left."))
    (claim,) = label_and_merge([ruled], Sure("CcTt-Ss--"))[0]
    assert claim.source_ranges == []


@pytest.mark.parametrize(("letters", "cue"), [("SC-----SCccT-", "threatened"), ("-------SCccT-", "refuses to accept")])
def test_what_is_reported_within_a_report_is_no_claim_where_both_readings_hear_the_report(
    letters: str, cue: str
) -> None:
    ruled = read_with_rules(article_of("Brandt threatened Elswick with a strike if Holt refuses to accept terms."))
    claims = label_and_merge([ruled], Sure(letters))[0]
    assert [ruled.article.text[slice(*(claim.cue or (0, 0)))] for claim in claims] == [cue]


def test_a_speaker_who_reports_twice_makes_two_claims() -> None:
    ruled = read_with_rules(article_of("Holt says it is over but cautions that gusts come."))
    claims = label_and_merge([ruled], Sure("SCTtttCTtt-"))[0]
    contents = [ruled.article.text[slice(*chars)] for claim in claims for chars in claim.content]
    assert contents == ["it is over", "gusts come"]


class Hesitant(Sure):
    """A labeller that reads what it is told to, and gives every other label of a word a chance of .09."""

    trust = ENCODER_TRUST

    def scores(self, many: Sequence[Tokens]) -> list[Scores]:
        return [np.log(np.where(scores == 0, 0.46, 0.09)).astype(np.float32) for scores in super().scores(many)]


def test_where_the_readings_part_cue_and_content_at_different_words_both_are_of_one_reading() -> None:
    ruled = read_with_rules(article_of("Police declined to say whether the pier was safe."))
    labeller = Hesitant("SCccTtttt-")
    (claim,) = label_and_merge([ruled], labeller)[0]
    parts = [ruled.article.text[slice(*chars)] for chars in (claim.cue or (0, 0), *claim.content)]
    assert parts == ["declined to say", "whether the pier was safe"]


def test_a_clause_on_somebody_reports_nothing_of_the_main_clause() -> None:
    ruled = read_with_rules(article_of("A man who said he was lost has been charged."))
    (claim,) = label_and_merge([ruled], Sure("--SCTttttt-"))[0]
    assert [ruled.article.text[slice(*chars)] for chars in claim.content] == ["he was lost"]


def test_a_clause_on_the_speaker_denies_no_speaker() -> None:
    ruled = read_with_rules(article_of("“It fell,” Jo Holt, who said she ran outside, told us."))
    claims = label_and_merge([ruled], Sure("TttttSs-SCTtt-C--"))[0]
    words = {ruled.article.text[slice(*chars)] for claim in claims for chars in claim.source_ranges}
    assert words == {"Jo Holt, who said she ran outside", "who"}


class Wild:
    """A labeller that says anything, and is trusted as another is."""

    batch_size = 1

    def __init__(self, seed: int, trust: Trust) -> None:
        self._random, self.trust = np.random.default_rng(seed), trust

    def scores(self, many: Sequence[Tokens]) -> list[Scores]:
        return [self._some(len(tokens)) for tokens in many]

    def _some(self, count: int) -> Scores:
        return np.log(self._random.dirichlet([0.2] * len(LABELS), count) + 1e-9).astype(np.float32)


SENTENCES = (
    "“The pier,” Holt said, “is safe.”", "According to a map by the board, it held.", "She told reporters that it would not.",
    "Holt and Brandt denied it; “never,” they added.", "And from the chairwoman:", "“It is not for sale.",
)  # fmt: skip


@pytest.mark.parametrize("trust", [LIGHT_TRUST, ENCODER_TRUST], ids=["light", "encoder"])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.integers(0, 10**6))
def test_whatever_a_labeller_says_the_claims_are_sound(trust: Trust, sentences: list[str], seed: int) -> None:
    article = article_of("\n".join(sentences))
    ruled = read_with_rules(article)
    (claims,) = label_and_merge([ruled], Wild(seed, trust))
    found = build_attribution(article, claims, ruled.quotations)
    contents: set[int] = set()
    for claim in found.claims:
        cue = claim.cue.spans if claim.cue else ()
        parts = [
            {i for span in spans for i in range(span.start, span.end)}
            for spans in (claim.spans, claim.source_spans, cue)
        ]
        assert claim.spans
        assert sum(map(len, parts)) == len(set.union(*parts))
        assert contents.isdisjoint(parts[0])
        contents |= parts[0]


def test_a_long_text_is_scored_as_its_parts_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = tokens_in(" ".join(SENTENCES * 8))
    (whole,) = light.load_light().scores([tokens])
    monkeypatch.setattr(light, "WINDOW_WORDS", 64)
    assert np.allclose(light.load_light().scores([tokens])[0], whole, atol=1e-4)


def test_a_text_shorter_than_the_networks_reach_is_scored() -> None:
    assert light.load_light().scores([tokens_in("It held.")])[0].shape == (3, len(LABELS))


def test_a_claim_that_no_rule_finds_says_that_the_labeller_found_it(report: Report) -> None:
    claim = report(
        "The mayor’s fear is that the pier will not hold, and nobody at the board has an answer to it."
    ).claims
    assert {one.rule for one in claim} <= {"claim.labelled", "claim.noun"}


def test_a_quotation_whose_cue_the_labeller_misses_keeps_the_speaker_that_a_rule_finds(report: Report) -> None:
    article = report(
        "The eel, about 6'2\" long, lives at depths of 80 metres, the authors report. “It’s a ‘living fossil’,” "
        "Dr. Ruth Abara, who led the work, told reporters."
    )
    assert [[source.name for source in claim.sources] for claim in article.claims] == [["the authors"], ["Ruth Abara"]]


class Deaf(Wild):
    """A labeller that hears nobody, and is ``sure`` of it in powers of e."""

    def __init__(self, sure: float) -> None:
        super().__init__(0, LIGHT_TRUST)
        self._sure = sure

    def _some(self, count: int) -> Scores:
        scores = np.full((count, len(LABELS)), -self._sure - np.log(len(LABELS) - 1), dtype=np.float32)
        scores[:, 0] = np.log1p(-np.exp(-self._sure))
        return scores


@pytest.mark.parametrize(
    ("labels", "sources"),
    [
        ("SsSssC", ["Holt , the mayor ,"]),  # of one person
        ("SsOSsC", ["Holt ,", "mayor ,"]),
        ("SsSOOO", ["Holt , the"]),
    ],
)
def test_a_source_goes_on_with_the_source_right_behind_it(labels: str, sources: list[str]) -> None:
    tokens = tokens_in("Holt, the mayor, said")
    runs = decode_runs(tokens, lettered(labels))
    assert [" ".join(tokens.text[run.first : run.end]) for run in runs if run.role == "source"] == sources


@pytest.mark.parametrize(("text", "source"), [("Mr. Holt said", "Mr. Holt"), ("Asa Holt said", "Asa")])
def test_a_source_does_not_end_with_a_title(text: str, source: str) -> None:
    tokens = tokens_in(text)
    run = decode_runs(tokens, certain(["B-source", "O", "O"]))[0]
    assert " ".join(tokens.text[run.first : run.end]) == source


@pytest.mark.parametrize(
    ("text", "letters"), [("Holt who said", "SSC"), ("Holt, he said", "SsSC"), ("by “Holt.” Brandt said", "-SsssSC")]
)
def test_another_source_begins_with_who_or_he_and_in_another_sentence(text: str, letters: str) -> None:
    tokens = tokens_in(text)
    runs = decode_runs(tokens, lettered(letters))
    assert [run.role for run in runs] == ["source", "source", "cue"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Pole, the mayor since 2019, purred", "Ann Pole, the mayor since 2019"),
        ("Odo Holt, who left on Friday, purred", "Odo Holt, who left on Friday"),
        ("Odo Holt, the mayor, on Friday purred", "Odo Holt, the mayor"),
        ("Odo Holt, who on Friday purred", "Odo Holt"),
        ("A poll published on Friday purred", "A poll published on Friday"),
        ("Many of whom purred", "Many of whom"),
    ],
)
def test_a_date_ends_a_source_only_where_it_tells_of_it(text: str, source: str, draft: Report) -> None:
    ruled = read_with_rules(draft(f"{text} the pier was shut."))
    count = len(tokens_in(text).text) - 1
    (claim,) = label_and_merge([ruled], Sure("S" + "s" * (count - 1) + "CTttt-"))[0]
    assert [ruled.article.text[slice(*chars)] for chars in claim.source_ranges] == [source]


def test_a_day_before_the_verb_is_passed_over_where_no_year_is_known() -> None:
    text = "The court on Monday asked Asa Holt why it was shut."
    (claim,) = read_with_rules(article_of(text)).claims
    assert [text[slice(*chars)] for chars in claim.source_ranges + claim.content] == ["The court", "why it was shut"]


@pytest.mark.parametrize(("sure", "claims"), [(1.0, 1), (6.0, 0)])
def test_what_a_rule_alone_finds_stands_unless_the_labeller_denies_it(sure: float, claims: int) -> None:
    ruled = read_with_rules(article_of("Asa Holt said that the pier was safe."))
    assert len(label_and_merge([ruled], Deaf(sure))[0]) == claims
