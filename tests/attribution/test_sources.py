"""Sources: what they are, and which mentions mean the same one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlekit.attribution.claim_draft import Mention
from articlekit.attribution.sources.coreference import CoreferenceResolver
from articlekit.attribution.sources.describe import describe_source
from articlekit.models import Article, Source, slice_text

Report = Callable[..., Article]


def source_of(text: str, report: Report) -> Source:
    """The only source of the first claim."""
    (source,) = report(text).claims[0].sources
    return source


@pytest.mark.parametrize(
    ("phrase", "kind", "named"),
    [
        ("Asa Holt", "person", True),
        ("A clerk close to the board", "person", False),
        ("A person briefed on the matter", "person", False),
        ("Three officers stationed in the area", "group", False),
        ("Analysts", "group", False),
        ("Labour MPs", "group", False),
        ("A firefighter", "person", False),
        ("The Harbour Courier", "organization", True),
        ("The Elswick Defence Ministry", "organization", True),
        ("The military", "organization", False),
        ("The National Seismic Survey", "organization", True),
        ("A map compiled by the Elswick Institute", "document", False),
        ("Letters seen by the Courier", "document", False),
        ("A poll of 80 economists published on Monday", "document", False),
        ("Her annual report", "document", False),
        ("ELS Networks", "organization", True),
        ("Elswick Semiconductors", "organization", True),
        ("Downing Street", "organization", True),
        ("Elswick Rovers", "organization", True),
        ("The chipmaker", "organization", False),
        ("The buyer, Elswick Holdings,", "organization", True),
        ("The manufacturer, Tarn,", "organization", True),
        ("BBC Sport", "organization", True),
        ("Nasa", "organization", True),
        ("Witnesses", "group", False),
        ("The 38-year-old from Elswick", "person", False),
        ("An epidemiologist", "person", False),
        ("The Dutchman", "person", False),
        ("The Londoner", "person", False),
        ("The South African", "person", False),
        ("The Scotsman", "organization", True),
        ("The German Navy", "organization", True),
        ("The mother-of-two", "person", False),
        ("Gardaí", "group", False),
        ("Bus Éireann", "organization", True),
        ("Tarn Sports", "organization", True),
        ("Tarn & Tarn", "organization", True),
    ],
)
def test_a_source_is_of_a_kind(phrase: str, kind: str, named: bool, report: Report) -> None:
    source = source_of(f"{phrase} said that the pier was closed.", report)
    assert (source.kind, source.named) == (kind, named)


@pytest.mark.parametrize(
    ("phrase", "name", "role", "affiliation"),
    [
        ("Mayor Asa Holt", "Asa Holt", "Mayor", None),
        ("Asa Holt, the mayor of Marrow Bay,", "Asa Holt", "mayor", "Marrow Bay"),
        ("The treasurer, Asa Holt,", "Asa Holt", "treasurer", None),
        ("HWU secretary Asa Holt", "Asa Holt", "secretary", "HWU"),
        ("Rescue chief Asa Holt", "Asa Holt", "Rescue chief", None),
        ("On Sunday, rescue chief Asa Holt", "Asa Holt", "rescue chief", None),
        ("On Sunday, Elswick rescue chief Asa Holt", "Asa Holt", "rescue chief", "Elswick"),
        ("Elswick is old. Elswick rescue chief Asa Holt", "Asa Holt", "Elswick rescue chief", None),
        ("It was in Elswick. Elswick spokesman Asa Holt", "Asa Holt", "spokesman", "Elswick"),
        ("Harbour Board chair Asa Holt", "Asa Holt", "chair", "Harbour Board"),
        ("Former Elswick mayor Asa Holt", "Asa Holt", "Former Elswick mayor", "Elswick"),
        ("Pilot Asa Holt of the Elswick Institute", "Asa Holt", "Pilot", "the Elswick Institute"),
        ("Asa Holt of the Elswick Institute", "Asa Holt", None, "the Elswick Institute"),
        ("J. R. Holt of Elswick", "J. R. Holt", None, "Elswick"),
        ("Asa Holt, 54, a pilot from Elswick,", "Asa Holt", "pilot", "Elswick"),
        ("Mr. Holt", "Holt", None, None),
        ("A spokesman for the Harbour Board", "A spokesman for the Harbour Board", "spokesman", "the Harbour Board"),
        ("Opposition MP Asa Holt", "Asa Holt", "Opposition MP", None),
        ("Asa Holt MP", "Asa Holt", "MP", None),
        ("Asa Holt QC", "Asa Holt", None, None),
        ("The Elswick Harbour MP", "The Elswick Harbour MP", "Elswick Harbour MP", None),
        ("The local MP, Asa Holt,", "Asa Holt", "MP", None),
        ("Elswick striker Asa Holt", "Asa Holt", "Elswick striker", None),
        ("The union's general secretary Asa Holt", "Asa Holt", "general secretary", "union"),
        ("The union's general secretary, Asa Holt,", "Asa Holt", "general secretary", "The union"),
        ("His wife's lawyer, Asa Holt,", "Asa Holt", "lawyer", None),
        ("Her rival Asa Holt", "Asa Holt", "rival", None),
        ("The company, Elswick Chemicals,", "Elswick Chemicals", None, None),
        ("Asa Holt, the mayor of Elswick, a Heron supporter,", "Asa Holt", "mayor", "Elswick"),
        ("Bank of Elswick spokeswoman Ms Asa Holt", "Asa Holt", "spokeswoman", "Bank of Elswick"),
        ("Her husband, the chemist Asa Holt,", "Asa Holt", "husband", None),
        ("Speaker Asa Holt", "Asa Holt", "Speaker", None),
        ("Mayor Asa Holt last week", "Asa Holt", "Mayor", None),
        ("The first witness, retired teacher Asa Holt,", "Asa Holt", "witness", None),
        ("11:30 Mayor Asa Holt", "Asa Holt", "Mayor", None),
        ("Asa Holt, elected in the spring,", "Asa Holt", None, None),
        ("Scientist Asa Long", "Asa Long", "Scientist", None),
        (
            "A memo from the Elswick Board obtained by the Courier",
            "A memo from the Elswick Board obtained by the Courier",
            None,
            "the Elswick Board",
        ),
        ("DCP (South) Asa Holt", "Asa Holt", "DCP", None),
        ("Dr (Mrs) Asa Holt", "Asa Holt", None, None),
        ("The commissioner, Lt. Gen. (retd) Asa Holt,", "Asa Holt", "commissioner", None),
        # an office is no name
        ("The Prime Minister", "The Prime Minister", "Prime Minister", None),
        ("A former deputy commissioner", "A former deputy commissioner", "former deputy commissioner", None),
        ("Asa Cook", "Asa Cook", None, None),
        ("Judge Asa Holt KC", "Asa Holt", "Judge", None),
        ("Cllr Asa Holt", "Asa Holt", "Cllr", None),
        ("Labour group leader Cllr Asa Holt", "Asa Holt", "Labour group leader", None),
        ("HWU president Comrade Asa Holt", "Asa Holt", "president", "HWU"),
        ("Det Con Asa Holt", "Asa Holt", "Det Con", None),
        ("Elswick Town's Asa Holt MP", "Asa Holt", "MP", "Elswick Town"),
        ("Additional Commissioner of Police (South) Asa Holt", "Asa Holt", "Additional Commissioner of Police", None),
        ("Ms Brandt's deputy, Asa Holt,", "Asa Holt", "deputy", None),
        ("Her co-author, Prof Asa Holt,", "Asa Holt", "co-author", None),
        ("Her predecessor, Asa Holt,", "Asa Holt", "predecessor", None),
        # an office with what it is over, before a name
        ("Leader of the Opposition A. Holt", "A. Holt", "Leader of the Opposition", None),
        ("The Leader of the Opposition, Asa Holt,", "Asa Holt", "Leader of the Opposition", None),
        ("Superintendent of Police Asa Holt", "Asa Holt", "Superintendent of Police", None),
        ("The Minister for Rural Affairs Ilse Brandt", "Ilse Brandt", "Minister for Rural Affairs", None),
        ("Inspector of Constabulary Dame Asa Holt", "Asa Holt", "Inspector of Constabulary", None),
        ("Minister of State Ilse Brandt", "Ilse Brandt", "Minister of State", None),
        ("Bishop of Elswick Martin Holt", "Martin Holt", "Bishop", "Elswick"),
        ("The Minister of Foreign Affairs", "The Minister of Foreign Affairs", "Minister of Foreign Affairs", None),
        ("Substitute Asa Holt", "Asa Holt", "Substitute", None),
        (
            "Elswick Dockers Association (EDA) President Asa Holt",
            "Asa Holt",
            "President",
            "Elswick Dockers Association",
        ),
        ("The home secretary", "The home secretary", "home secretary", None),
        ("The shadow home secretary, Asa Holt,", "Asa Holt", "shadow home secretary", None),
        ("The health secretary", "The health secretary", "health secretary", None),
        ("Asa Holt, president and CEO of Tarn Foods,", "Asa Holt", "president and CEO", "Tarn Foods"),
        ("Asa Holt, a docker and former of Elswick,", "Asa Holt", "docker", "Elswick"),
        ("Butcher Asa Holt", "Asa Holt", "Butcher", None),
        ("Another, butcher Asa Holt, 58,", "Asa Holt", "butcher", None),
        ("A third, the nurse Asa Holt,", "Asa Holt", "nurse", None),
        ("A Department of Ports source", "A Department of Ports source", "source", "Department of Ports"),
        ("A Downing Street source", "A Downing Street source", "source", "Downing Street"),
        (
            "The Ministry of Fishery's spokesman",
            "The Ministry of Fishery's spokesman",
            "spokesman",
            "The Ministry of Fishery",
        ),
    ],
)
def test_role_and_affiliation_stand_apart_from_the_name(
    phrase: str, name: str, role: str | None, affiliation: str | None, report: Report
) -> None:
    source = source_of(f"{phrase} said that the pier was closed.", report)
    assert (source.name, source.role, source.affiliation) == (name, role, affiliation)


@pytest.mark.parametrize(
    "text",
    [
        "Asa Holt said the pier was shut. Holt said it was old.",
        "Asa Holt said the pier was shut. Mr. Holt said it was old.",
        "Asa Holt said the pier was shut. She said it was old.",
        "Mayor Asa Holt said the pier was shut. The mayor said it was old.",
        "Three pilots stationed in the area said the pier was shut. The pilots said it was old.",
        "Three pilots stationed in the area said the pier was shut. They said it was old.",
        "The Harbour Courier said the pier was shut. The Courier said it was old.",
        "The Harbour Workers' Union said the pier was shut. The HWU said it was old.",
        "The HWU said the pier was shut. The Harbour Workers' Union said it was old.",
        "The Harbour Workers' Union said the pier was shut. The union said it was old.",
        "The Union of Elswick Dockers (DOCKS) said the pier was shut. The Union of Elswick Dockers said it was old.",
        "The harbour board said the pier was shut. It said it was old.",
        "Asa Holt, who said the pier was shut, left. Holt said it was old.",
        "J. R. Tandy said the pier was shut. Tandy said it was old.",
        "J. R. Tandy of the Elswick Institute said the pier was shut. Tandy said it was old.",
        "J. R. R. Tandy said the pier was shut. Mr. Tandy said it was old.",
        "J.-R. Tandy said the pier was shut. Tandy said it was old.",
        "Asa Tandy Jr. said the pier was shut. Tandy said it was old.",
        "Asa Cook said the pier was shut. Cook said it was old.",
        "The Prime Minister said the pier was shut. The prime minister said it was old.",
        "A senior police officer said the pier was shut. The officer said it was old.",
        "Deputy Mayor Asa Holt said the pier was shut. The mayor said it was old.",
        "Chipmaker Tarn Corp said the pier was shut. Tarn said it was old.",
        "Tarn Networks said the pier was shut. Tarn said it was old.",
        "Tarn said the pier was shut. Tarn Networks said it was old.",
        "The ferry firm Tarn Lines lost a boat. Tarn said the pier was shut. The company said it was old.",
        "The chipmaker said the pier was shut. The chipmaker said it was old.",
        "Tarn Corp said the pier was shut. The chipmaker said it was old.",
        "The Elswick Union of Dockers said the pier was shut. The union said it was old.",
        "The Ministry of Ports said the pier was shut. The ministry said it was old.",
        "Joe Marsh said the pier was shut. Ann Marsh left. Joe said it was old.",
        # who is known is described
        "Asa Holt, 44, said the pier was shut. The 44-year-old said it was old.",
        "Asa Holt (44) said the pier was shut. The 44-year-old said it was old.",
        "Pilot Asa Holt left. Asa Holt said the pier was shut. The pilot said it was old.",
        "Elswick pilot Asa Holt left. Holt said the pier was shut. The pilot said it was old.",
        "Pilot Jan Vries, a Dutchman, left. Vries said the pier was shut. The Dutchman said it was old.",
        "Sir Asa Holt said the pier was shut. Sir Asa said it was old.",
        "Labour MP Asa Holt said the pier was shut. The Elswick North MP said it was old.",
        "Asa Holt, the MP for Elswick North, said the pier was shut. The Elswick North MP said it was old.",
        "Cabinet Secretary Asa Holt said the pier was shut. The CS said it was old.",
        "Tarn Health said the pier was shut. Tarn said it was old.",
    ],
)
def test_two_mentions_are_one_source(text: str, report: Report) -> None:
    article = report(text)
    first, second = article.claims
    assert first.sources == second.sources
    assert len(first.sources[0].mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Asa Holt said the pier was shut. Ilse Holt said it was old.",
        "Asa Holt said the pier was shut. The cook said it was old.",
        "The Prime Minister said the pier was shut. The Foreign Minister said it was old.",
        "Prime Minister Asa Holt said the pier was shut. The finance minister said it was old.",
        "Mayor Asa Holt said the pier was shut. The deputy mayor said it was old.",
        "The port official said the pier was shut. The union official said it was old.",
        "The Harbour Courier said the pier was shut. The company said it was old.",
        "Mr. Holt said the pier was shut. Asa Brandt said it was old.",
        "Three pilots said the pier was shut. Two clerks said it was old.",
        "The Harbour Courier said the pier was shut. The Harbour Board said it was old.",
        "Elswick City Council said the pier was shut. Elswick said it was old.",
        "Mr. Holt said the pier was shut. She said it was old.",
        "Asa Holt said the pier was shut. The 44-year-old said it was old.",
        "Asa Holt, 44, and Ilse Brandt, 44, left. Holt said the pier was shut. The 44-year-old said it was old.",
        "Joe Marsh said the pier was shut. Joe Finch left. Marsh and Finch met. Joe said it was old.",
        "Sir Asa Holt met Sir Asa Brandt. Sir Asa Holt said the pier was shut. Sir Asa said it was old.",
        "Asa Holt, the MP for Tarn, said the pier was shut. The Elswick North MP said it was old.",
        "Senator Asa Holt said the pier was shut. The Elswick senator said it was old.",
        "Pilot Asa Holt left. Jan Holt said the pier was shut. The pilot said it was old.",
        "Jan Vries said the pier was shut. The Dutchman said it was old.",
        # the text tells that the speaker is the other one
        "Asa Holt said the pier was shut. Mrs. Holt left. He said it was old.",
        "Asa Holt, who lost her boat, said the pier was shut. He said it was old.",
        "The landlady said the pier was shut. He said it was old.",
        "Helen Holt said the pier was shut. He said it was old.",
        "Martin Holt said the pier was shut. She said it was old.",
        "Asa Holt, a spokeswoman, said the pier was shut. He said it was old.",
        "Asa Holt said the pier was shut. Her brother rowed on. He said it was old.",
        "Asa Holt said the pier was shut. Holt's sister, Ina, rowed on. She said it was old.",
    ],
)
def test_two_mentions_are_two_sources(text: str, report: Report) -> None:
    first, second = report(text).claims
    assert first.sources != second.sources


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ann Marsh said it was over. Her husband, Joe Marsh, said he slept. “It is,” Mrs Marsh said. “Yes,” Mr Marsh said.",
            ["Ann Marsh", "Joe Marsh", "Ann Marsh", "Joe Marsh"],
        ),
        ("Ann Marsh said it was over. “No,” Mr Marsh said. Joe Marsh left.", ["Ann Marsh", "Joe Marsh"]),
        ("Solicitor Tom Marsh SC was late. Mr Marsh said it was over.", ["Tom Marsh"]),
    ],
)
def test_a_title_tells_people_of_one_surname_apart(text: str, names: list[str], report: Report) -> None:
    assert [claim.sources[0].name for claim in report(text).claims] == names


def test_mr_and_mrs_of_one_surname_are_two(report: Report) -> None:
    first, second, third = report("Mr Holt said it was fine. Mrs Holt said it was not. Mr Holt said it was old.").claims
    assert first.sources == third.sources != second.sources


def test_the_headlines_acronym_is_the_newspaper_of_the_text(report: Report) -> None:
    article = report("# Old Pier to Close – THC\n\nThe pier would close, The Harbour Courier reported.")
    assert article.claims[0].sources == article.claims[1].sources
    assert article.sources[0].name == "The Harbour Courier"
    assert article.sources[0].aliases == ("THC",)
    assert [span.field for span in article.sources[0].mentions] == ["title", "text"]


def test_two_people_joined_by_and_are_two_sources(report: Report) -> None:
    article = report("Asa Holt and Ilse Brandt said the pier was shut.")
    assert [source.name for source in article.claims[0].sources] == ["Asa Holt", "Ilse Brandt"]
    assert slice_text(article, article.claims[0].source_spans) == "Asa Holt and Ilse Brandt"


def test_a_name_that_holds_an_and_is_one_source(report: Report) -> None:
    assert len(report("The Department of Ports and Lights said the pier was shut.").claims[0].sources) == 1


def test_a_surname_is_completed_from_the_text(report: Report) -> None:
    article = report("Mayor Asa Holt opened the pier. “It is safe,” Holt said.")
    assert article.sources[0].name == "Asa Holt"
    assert article.sources[0].kind == "person"


def test_a_pronoun_may_mean_somebody_who_has_not_spoken_yet(report: Report) -> None:
    article = report("Mayor Asa Holt opened the pier. “It is safe,” she said.")
    assert article.claims[0].sources[0].name == "Asa Holt"


def test_a_pronoun_means_the_person_whose_surname_opened_the_sentence_before(report: Report) -> None:
    article = report(
        "Asa Holt said the pier was shut. Odd Berg said it was not. Holt had heard it. He said it was old."
    )
    assert [claim.sources[0].name for claim in article.claims] == ["Asa Holt", "Odd Berg", "Asa Holt"]


def test_a_pronoun_means_the_relative_that_was_named_before_it(report: Report) -> None:
    article = report("Asa Holt said the pier was shut. Holt's brother, Jon, rowed on. He said it was old.")
    assert [claim.sources[0].name for claim in article.claims] == ["Asa Holt", "Jon"]


def test_a_title_before_a_quoted_surname_tells_who_she_is(report: Report) -> None:
    text = "Ruth Abara said it was shut. Anton Greve denied it. “I never met Mrs Abara,” he wrote. She said he did."
    assert [claim.sources[0].name for claim in report(text).claims][-1] == "Ruth Abara"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rail, Maritime and Transport union", "The Rail, Maritime and Transport union"),
        ("Elswick Hospital Association (EHA) President Karen Stolz", "Karen Stolz"),
        ("Tarn & Vink", "Tarn & Vink"),
        ("The Bureau of Ports, Lights and Wrecks", "The Bureau of Ports, Lights and Wrecks"),
        ("The Department for Ports, Lights and Rural Affairs", "The Department for Ports, Lights and Rural Affairs"),
        ("Sgt. Asa Holt of the Elswick State Highway Patrol", "Asa Holt"),
        ("Garda Asa Holt", "Asa Holt"),
        ("Port Rights Watch (PRW) researcher Asa Holt", "Asa Holt"),
    ],
)
def test_what_a_body_is_over_and_its_letters_cut_no_name(text: str, name: str) -> None:
    assert describe_source(text).name == name


def test_the_letters_of_a_body_are_no_name_of_whoever_leads_it(report: Report) -> None:
    article = report("Elswick Dockers Association (EDA) President Asa Holt said it was shut. The EDA said it was old.")
    assert article.claims[0].sources != article.claims[1].sources
    assert article.sources[0].aliases == ()


def test_two_people_with_functions_are_two_sources(report: Report) -> None:
    article = report("Mayor Ann Pole and police chief Tom Reed said the bridge was shut.")
    assert [source.name for source in article.sources] == ["Ann Pole", "Tom Reed"]


def test_a_surname_that_a_comma_follows_opens_a_sentence_too(report: Report) -> None:
    article = report(
        "Striker Jan Vries left early. Steve Lomax said the club had bid. Vries, though, laughed. “I read it,” he said."
    )
    assert article.claims[-1].sources[0].name == "Jan Vries"


def test_a_headlines_verb_is_no_part_of_a_name(report: Report) -> None:
    article = report("Dockers Rap Asa Holt.\n\nThe strike is about Asa Holt. Holt said the pier was safe.")
    assert article.claims[-1].sources[0].name == "Asa Holt"


@pytest.mark.parametrize("opening", ["But Vries", "On Monday, Vries", "Later Vries"])
def test_a_surname_opens_a_sentence_behind_but_and_a_day_too(opening: str, report: Report) -> None:
    article = report(
        f"Striker Jan Vries left early. Steve Lomax said the club had bid. {opening} laughed. “I read it,” he said."
    )
    assert article.claims[-1].sources[0].name == "Jan Vries"


def test_a_lone_surname_is_a_persons_if_he_means_it(report: Report) -> None:
    article = report("Mr Finch denied it. Oduya said it was true. “It was old,” he added.")
    assert article.claims[1].sources == article.claims[2].sources
    assert article.claims[1].sources[0].kind == "person"


@pytest.mark.parametrize(
    "subject", ["Tarn", "Melanie", "Dockers", "Asa Holt was at Vink, which closed. Vink", "The Vink left. Vink"]
)
def test_he_makes_no_person_of_what_cannot_be_one(subject: str, report: Report) -> None:
    article = report(f"Mr Finch denied it at Tarn. {subject} said it was true. “It was old,” he added.")
    assert article.claims[-1].sources[0].name != subject.rpartition(" ")[2]


def test_she_is_a_woman_who_spoke_before_one_of_whom_it_is_not_told(report: Report) -> None:
    article = report(
        "Ms Vance said she was ill. Hilton Marsh said it was good. Peter Dressler denied it. She said she never read."
    )
    assert article.claims[-1].sources[0].name == "Vance"


@pytest.mark.parametrize("whom", ["her colleagues", "her husband"])
def test_her_is_no_audience_before_a_noun(whom: str, report: Report) -> None:
    (claim,) = report(f"Ann Pole told {whom} the pool would close.").claims
    assert [who.name for who in claim.audience] == [whom]
    assert claim.text == "the pool would close"


def test_surnames_in_ly_are_names(report: Report) -> None:
    (claim,) = report("Minister Niamh Daly told RTÉ it was old.").claims
    assert ([who.name for who in claim.sources], [who.name for who in claim.audience]) == (["Niamh Daly"], ["RTÉ"])


def test_a_meeting_is_named_by_more_than_its_day(report: Report) -> None:
    article = report("Asa Holt told Monday's meeting that the port was safe.")
    assert [who.name for who in article.claims[0].audience] == ["Monday's meeting"]


def test_a_pronoun_never_means_the_audience(report: Report) -> None:
    article = report("Asa Holt told Ilse Brandt that the pier was shut. She said it was old.")
    assert article.claims[1].sources[0].name == "Asa Holt"


@pytest.mark.parametrize("paper", ["the Harbour Courier", "the harbour board", "Harbour News"])
def test_whom_it_is_told_to_ends_before_the_subject_of_what_is_told(paper: str, report: Report) -> None:
    (claim,) = report(f"Asa Holt told {paper} pilots were “lost at sea”.").claims
    assert ([who.name for who in claim.audience], claim.text) == ([paper], "pilots were “lost at sea”")


def test_a_pronoun_that_is_told_something_is_not_who_tells_it(report: Report) -> None:
    (claim,) = report("Judge Asa Holt told him: “You lit the fire.”").claims
    assert claim.sources[0].name == "Asa Holt"
    assert [who.name for who in claim.audience] == ["him"]


def test_however_many_letters_stand_behind_a_name_they_are_no_part_of_it() -> None:
    assert describe_source("Asa Holt" + " QC" * 3000).name == "Asa Holt"


def test_those_whom_nobody_named_tells_something_do_not_speak() -> None:
    resolver = CoreferenceResolver(Article(text="Asa Holt came in. He left."))
    resolver.resolve(Mention(0, 8), speakers=())
    assert resolver.resolve(Mention(18, 20)).name == "He"


def test_who_is_the_name_and_not_the_thing_before_it(report: Report) -> None:
    (claim,) = report("It was a setback for Gov. Asa Holt, who called the pier “a disgrace” to the town.").claims
    assert (claim.sources[0].name, claim.sources[0].role) == ("Asa Holt", "Gov.")


def test_she_is_the_reporter_whom_a_function_names(report: Report) -> None:
    (claim,) = report("Our reporter Jo Sands is in Elswick, where she says the pier was shut.").claims
    assert claim.sources[0].name == "Jo Sands"


def test_a_given_name_tells_who_he_and_she_are(report: Report) -> None:
    claims = report(
        "Martin Holt said the pier was shut. Helen Brandt said it was old. He said it was safe. She said it was not."
    ).claims
    assert [claim.sources[0].name for claim in claims] == ["Martin Holt", "Helen Brandt", "Martin Holt", "Helen Brandt"]


def test_sources_are_numbered_in_the_order_of_the_page(report: Report) -> None:
    article = report("The pier was shut, Asa Holt told the Harbour Courier. Ilse Brandt denied the claim.")
    assert [(source.id, source.name) for source in article.sources] == [
        ("source-1", "Asa Holt"),
        ("source-2", "the Harbour Courier"),
        ("source-3", "Ilse Brandt"),
    ]


@pytest.mark.parametrize(
    ("words", "name", "role", "affiliation"),
    [
        ("Det Insp Rhian Powell, of Gwent Police,", "Rhian Powell", "Det Insp", "Gwent Police"),
        ("Sgt Tom Fay", "Tom Fay", "Sgt", None),
        ("The harbour master Ilse Brandt", "Ilse Brandt", "harbour master", None),
        ("Town boss Lena Hartmann", "Lena Hartmann", "Town boss", None),
        ("NATO's Jens Alder", "Jens Alder", None, "NATO"),
        ("Dev Patel, of the Liberal Democrats,", "Dev Patel", None, "the Liberal Democrats"),
        ("Anna Roy, head of surgery at Guy's Hospital,", "Anna Roy", "head of surgery", "Guy's Hospital"),
        ("Ola Berg, Vice President of Sales at Turbina,", "Ola Berg", "Vice President of Sales", "Turbina"),
        ("Lars Cook", "Lars Cook", None, None),
    ],
)
def test_a_function_and_a_body_are_told_apart_from_the_name(
    words: str, name: str, role: str | None, affiliation: str | None, report: Report
) -> None:
    (source,) = report(f"{words} said that the pier was safe.").sources
    assert (source.name, source.role, source.affiliation) == (name, role, affiliation)
    assert (source.kind, source.named) == ("person", True)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Chipmaker Tarn Orbis", "Tarn Orbis"),
        ("Rival Tarn Semiconductors", "Tarn Semiconductors"),
        ("The software maker Tarn Orbis", "Tarn Orbis"),
        ("The budget airline Tarn", "Tarn"),
        ("On Sunday, insurer Tarn Orbis Corp", "Tarn Orbis Corp"),
        ("Housing charity Tarn", "Tarn"),
        ("The animal welfare charity Tarn Orbis", "Tarn Orbis"),
        ("Brokerage Tarn Orbis", "Tarn Orbis"),
        ("Think tank Tarn Orbis", "Tarn Orbis"),
        ("Rival Tarn Auto", "Tarn Auto"),
    ],
)
def test_what_a_company_makes_is_no_part_of_its_name(phrase: str, name: str, report: Report) -> None:
    source = source_of(f"{phrase} said that the pier was closed.", report)
    assert (source.name, source.kind, source.named, source.role) == (name, "organization", True, None)


def test_a_body_behind_what_it_makes_is_no_person(report: Report) -> None:
    (source,) = report("The software maker Tarn Orbis said that the pier was safe.").sources
    assert source.role is None


def test_three_sources_are_three(report: Report) -> None:
    article = report("John Lee, Pat Moss and the Fire Brigades Union said that the plan was unsafe.")
    assert [source.name for source in article.claims[0].sources] == ["John Lee", "Pat Moss", "the Fire Brigades Union"]


def test_he_is_who_is_named_with_a_function_as_the_sentence_before_opens(report: Report) -> None:
    article = report(
        "A spokesperson for Brackley declined to comment. Holt's deputy, Ian Frost, is expected to take over. "
        "He said that he would review the contracts."
    )
    assert article.claims[-1].sources[0].name == "Ian Frost"


def test_the_company_is_the_one_that_has_spoken(report: Report) -> None:
    article = report(
        "Harlow Foods Ltd said that it lost money. Marrow Police said that nobody was hurt. "
        "The company said that it would close the plant."
    )
    assert [claim.sources[0].name for claim in article.claims] == [
        "Harlow Foods Ltd",
        "Marrow Police",
        "Harlow Foods Ltd",
    ]


def test_who_stands_for_the_function_and_the_name_before_it(report: Report) -> None:
    (source,) = report("The keys are with her daughter, Paola, who said that the house was cold.").sources
    assert (source.name, source.role) == ("Paola", "daughter")


def test_a_sentence_ends_with_a_nickname_and_its_full_stop(report: Report) -> None:
    article = report("The robbery was planned by a man known as “Shorty.” Police said that he fled.")
    assert article.claims[-1].sources[0].name == "Police"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harlow Foods Ltd now expects a profit of 210 million pounds, it said in a statement.", "Harlow Foods Ltd"),
        ("The harbour authority will close the pier, it said on Friday.", "The harbour authority"),
        ("The storm will reach the coast by noon, it said.", "it"),
    ],
)
def test_it_is_the_body_that_the_words_before_are_about(text: str, name: str, report: Report) -> None:
    article = report(text)
    assert [source.name for source in article.claims[-1].sources] == [name]
