"""Sources at the edges of the conditions and limits that decide who they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlekit.attribution.claim_draft import Mention
from articlekit.attribution.sources.coreference import CoreferenceResolver
from articlekit.attribution.sources.describe import describe_source
from articlekit.attribution.sources.genders import NAMES_OF_MEN
from articlekit.models import Article

Report = Callable[..., Article]


def resolved(text: str, *mentions: str) -> list[str]:
    """The name of the source that each mention means. The mentions are in the order of the text."""
    resolver, at, entities = CoreferenceResolver(Article(text=text)), 0, []
    for words in mentions:
        at = text.index(words, at)
        entities.append(resolver.resolve(Mention(at, at + len(words))))
        at += len(words)
    return [entity.name for entity in entities]


def names(text: str, report: Report) -> list[str]:
    return [source.name for source in report(text).sources]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the mayor, Asa Pym Holt,", "Asa Pym Holt"),
        ("the mayor, Asa Pym Holt Brandt,", "the mayor"),
        ("Dockers' Union (D of E) president Asa Rao", "Asa Rao"),
        ("Dockers' Union (D of the E) president Asa Rao", "Dockers' Union"),
        ("Judge Jo Bell KC", "Jo Bell"),
        ("Elswick Harbour Councillor MP", "Elswick Harbour Councillor MP"),
    ],
)
def test_the_words_of_a_name_are_counted(phrase: str, name: str) -> None:
    assert describe_source(phrase).name == name


@pytest.mark.parametrize(("phrase", "named"), [("Mrs Holt Brandt", True), ("His Holt Brandt", False)])
def test_a_person_behind_a_determiner_is_not_named(phrase: str, named: bool) -> None:
    assert describe_source(phrase).named == named


@pytest.mark.parametrize(
    ("phrase", "alias"), [("the Harbour Union (HU)", "HU"), ("the Harbour Union (Hu)", None), ("Asa Holt (Tory)", None)]
)
def test_one_capital_letter_is_not_an_acronym(phrase: str, alias: str | None) -> None:
    assert describe_source(phrase).alias == alias


@pytest.mark.parametrize(
    ("phrase", "affiliation"),
    [
        ("the union's doctor Asa Holt", "union"),
        ("her wife's doctor Asa Holt", None),
        ("NATO's Jens Holt", "NATO"),
        ("NATO's JENS HOLT", None),
        ("a Board of Trade harbour source", "Board of Trade"),
        ("a Board of Trade and harbour source", None),
    ],
)
def test_what_a_person_belongs_to_is_an_organization(phrase: str, affiliation: str | None) -> None:
    assert describe_source(phrase).affiliation == affiliation


def test_an_initial_can_be_a_given_name(report: Report) -> None:
    assert names("Jo Holt said it held. J. Holt said it fell.", report) == ["Jo Holt"]
    assert names("Jo Holt said it held. A. Holt said it fell.", report) == ["Jo Holt", "A. Holt"]


def test_a_person_is_not_the_organization_of_that_name(report: Report) -> None:
    assert names("Tarn Foods said it held. Mrs Tarn said it fell.", report) == ["Tarn Foods", "Tarn"]


@pytest.mark.parametrize(("men", "name"), [(29, "Olga Holt"), (30, "Holt")])
def test_only_the_last_of_one_surname_are_tried(men: int, name: str) -> None:
    mentions = ["Olga Holt", *(f"{man.title()} Holt" for man in sorted(NAMES_OF_MEN)[:men]), "Mrs Holt"]
    assert resolved("it fell. the pier sank, ".join(mentions), *mentions)[-1] == name


def test_a_police_force_is_not_the_company(report: Report) -> None:
    text = "The Elswick {} said it held. The company said it fell."
    assert names(text.format("Brewery"), report) == ["The Elswick Brewery"]
    assert names(text.format("Police"), report) == ["The Elswick Police", "The company"]


def test_the_company_is_neither_of_two(report: Report) -> None:
    text = "Tarn Foods said it held. Holt Motors said it fell. The company said it broke."
    assert names(text, report) == ["Tarn Foods", "Holt Motors", "The company"]


def test_the_member_for_a_place_is_neither_of_two_without_one() -> None:
    one = "Jo Bell MP left. The Elswick MP left."
    assert resolved(one, "Jo Bell MP", "The Elswick MP")[-1] == "Jo Bell"
    assert resolved("Asa Holt MP came. " + one, "Asa Holt MP", "Jo Bell MP", "The Elswick MP")[-1] == "The Elswick MP"


@pytest.mark.parametrize(("between", "name"), [(299, "Asa Holt"), (300, "the mayor")])
def test_a_description_finds_one_of_the_last_speakers(between: int, name: str) -> None:
    text = "Mayor Asa Holt left. " + "Tarn Foods sank. " * between + "Then the mayor left."
    assert resolved(text, "Mayor Asa Holt", *["Tarn Foods"] * between, "the mayor")[-1] == name


@pytest.mark.parametrize(("between", "name"), [(29, "Ian Holt"), (30, "he")])
def test_a_pronoun_means_one_of_the_last_speakers(between: int, name: str) -> None:
    text = "Then Ian Holt left. " + "Tarn Foods sank and sank. " * between + "Then he left."
    assert resolved(text, "Ian Holt", *["Tarn Foods"] * between, "he")[-1] == name


@pytest.mark.parametrize(("far", "name"), [(400, "Ian Holt"), (401, "he")])
def test_a_pronoun_looks_back_so_far(far: int, name: str) -> None:
    start = "Ian Holt, who owns a boat, left. "
    text = start + "x" * (far - len(start) - 1) + " he left."
    assert resolved(text, "he")[-1] == name


def test_a_womans_name_is_not_the_surname_of_a_man() -> None:
    assert resolved("Oduya left. Then he left.", "Oduya", "he") == ["Oduya", "Oduya"]
    assert resolved("Olga left. Then he left.", "Olga", "he") == ["Olga", "he"]


def test_she_means_a_known_woman_before_a_person_of_unknown_gender() -> None:
    text = "Olga Holt left. Asa Pym left. Ian Frost left. Then she left."
    assert resolved(text, "Olga Holt", "Asa Pym", "Ian Frost", "she")[-1] == "Olga Holt"


def test_a_surname_of_two_people_has_no_gender() -> None:
    one = "Mr Holt came. Captain Asa Holt left, Olga Pym left."
    assert resolved(one + " Then she left.", "Captain Asa Holt", "she") == ["Asa Holt", "she"]
    two = "Captain Ira Holt and " + one
    assert resolved(two + " Then she left.", "Captain Asa Holt", "she") == ["Asa Holt", "Asa Holt"]


def test_a_name_in_the_quotation_before_a_pronoun_is_not_the_speaker() -> None:
    said = "Captain Odo Finch came in. "
    assert resolved(said + "It sank and Captain Ian Holt left, he says", "he")[-1] == "Odo Finch"
    assert resolved("It rained. “Captain Ian Holt came in,” he says", "he")[-1] == "he"
