"""Claims: which words are the source, the cue, the audience and the content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

import articlekit
from articlekit.attribution.steps import read_with_rules
from articlekit.models import Article, Claim, slice_text

Report = Callable[..., Article]

CASES = [
    # leading
    ("Asa Holt said that the pier would close.", "Asa Holt", "said", "the pier would close"),
    ("Asa Holt said the pier would close.", "Asa Holt", "said", "the pier would close"),
    ("On Sunday, Asa Holt said the pier would close.", "Asa Holt", "said", "the pier would close"),
    ("Holt said in a statement on Friday that the pier would close.", "Holt", "said", "the pier would close"),
    ("He has repeatedly said that the pier is safe.", "He", "has repeatedly said", "the pier is safe"),
    ("The mayor said: “The pier will close.”", "The mayor", "said", "The pier will close"),
    ("The mayor told reporters: “The pier will close.”", "The mayor", "told", "The pier will close"),
    ("Asa Holt said: “The pier will close.”", "Asa Holt", "said", "The pier will close"),
    ("Divers and pilots say the pier is rotten.", "Divers and pilots", "say", "the pier is rotten"),
    ("Asa Holt on Sunday said that the pier would close.", "Asa Holt", "said", "the pier would close"),
    ("The board on Friday said the pier would close.", "The board", "said", "the pier would close"),
    ("On Sunday, according to Holt, the pier closed.", "Holt", "according to", "the pier closed"),
    # trailing
    ("The pier would close, Asa Holt said.", "Asa Holt", "said", "The pier would close"),
    ("The pier would close, the board announced on Friday.", "the board", "announced", "The pier would close"),
    ("“The pier will close,” Holt said, laughing.", "Holt", "said", "The pier will close"),
    ("“Will it close?” Asa Holt asked.", "Asa Holt", "asked", "Will it close?"),
    ("“It will close,” Asa Holt told reporters after the vote.", "Asa Holt", "told", "It will close"),
    # inverted
    ("“It will close,” said Asa Holt.", "Asa Holt", "said", "It will close"),
    ("It will close, said a clerk at the harbour office.", "a clerk at the harbour office", "said", "It will close"),
    # the whole noun phrase
    (
        "Three pilots stationed in the area told the Courier that the lamp was out.",
        "Three pilots stationed in the area",
        "told",
        "the lamp was out",
    ),
    (
        "Asa Holt, the mayor of Marrow Bay, said the pier would close.",
        "Asa Holt, the mayor of Marrow Bay",
        "said",
        "the pier would close",
    ),
    (
        "Asa Holt, who grew up on the quay, said the pier would close.",
        "Asa Holt, who grew up on the quay",
        "said",
        "the pier would close",
    ),
    ("Elswick, which lost its pier, said it was sorry.", "Elswick", "said", "it was sorry"),
    (
        "“It is over,” said Rep. Asa Holt (D-N.C.), head of the board.",
        "Rep. Asa Holt (D-N.C.), head of the board",
        "said",
        "It is over",
    ),
    (
        "“It is over,” said Asa Holt of Ashton, Md., on Friday.",
        "Asa Holt of Ashton, Md.",
        "said",
        "It is over",
    ),
    ("The man who built the pier said it was sound.", "The man who built the pier", "said", "it was sound"),
    # no verb
    ("According to the coast guard, the lamp was out.", "the coast guard", "According to", "the lamp was out"),
    ("The lamp was out, according to the coast guard.", "the coast guard", "according to", "The lamp was out"),
    ("“The lamp was out,” according to the coast guard.", "the coast guard", "according to", "The lamp was out"),
    (
        "According to a report seen by the Courier, two of the piles “are gone”.",
        "a report seen by the Courier",
        "According to",
        "two of the piles “are gone”",
    ),
    (
        "According to a report by the board, which was seen by the Courier, two of the piles are gone.",
        "a report by the board, which was seen by the Courier",
        "According to",
        "two of the piles are gone",
    ),
    # contracted
    ("They've said that the pier was shut.", "They", "'ve said", "the pier was shut"),
    ("He’s denied any wrongdoing.", "He", "’s denied", "any wrongdoing"),
    # documents
    ("A chart by the institute shows the bank moved.", "A chart by the institute", "shows", "the bank moved"),
    (
        "A poll published last week by the institute found that most want the pier.",
        "A poll published last week by the institute",
        "found",
        "most want the pier",
    ),
    # negated, refused, threatened, promised, denied
    ("The navy has so far not confirmed the loss.", "The navy", "has so far not confirmed", "the loss"),
    ("Elswick has refused calls for a new pier.", "Elswick", "has refused", "calls for a new pier"),
    ("Asa Holt denied any wrongdoing.", "Asa Holt", "denied", "any wrongdoing"),
    ("The board denied on Thursday that it knew.", "The board", "denied", "it knew"),
    ("The dockers threatened on Thursday to stop work.", "The dockers", "threatened", "to stop work"),
    ("The dockers threatened the port with a strike.", "The dockers", "threatened", "a strike"),
    ("Asa Holt took issue with the figures.", "Asa Holt", "took issue with", "the figures"),
    ("Holt denied asking “Who will pay?” at the meeting.", "Holt", "denied", "asking “Who will pay?” at the meeting"),
    # passives
    ("Asa Holt was quoted as saying that the pier was safe.", "Asa Holt", "was quoted as saying", "the pier was safe"),
    ("It is widely expected that the pier will close.", "", "is widely expected", "the pier will close"),
    ("It’s feared some roads could flood.", "", "’s feared", "some roads could flood"),
    # asides
    ("Elswick, as Holt pointed out, has no pier.", "Holt", "pointed out", "Elswick has no pier"),
    ("As the Courier reported, Holt said: “I am not going.”", "Holt", "said", "I am not going"),
    ("Arnoc, which reported last week, said sales would fall.", "Arnoc", "said", "sales would fall"),
    # abbreviations end a sentence before speech
    ("The bid came from Tarn Inc. “These are rumours,” Asa Holt said.", "Asa Holt", "said", "These are rumours"),
    # nested: the outer one
    ("Asa Holt said the board had told her it was over.", "Asa Holt", "said", "the board had told her it was over"),
    (
        "Officials said a scan of the ferry's log revealed that it had sunk.",
        "Officials",
        "said",
        "a scan of the ferry's log revealed that it had sunk",
    ),
    ("Holt said he hopes that the pier holds.", "Holt", "said", "he hopes that the pier holds"),
    (
        "Critics say that the law, which Holt calls “a triumph”, will fail.",
        "Critics",
        "say",
        "the law, which Holt calls “a triumph”, will fail",
    ),
    ("The Courier quoted Ilse Brandt as saying that it held.", "The Courier", "quoted", "it held"),
    ("“It held,” the Courier quoted her as saying.", "the Courier", "quoted", "It held"),
    # a noun and who makes the claim
    ("It will be built despite claims from traders that it would sink.", "traders", "claims", "it would sink"),
    ("Warnings from traders that it would sink were ignored.", "traders", "Warnings", "it would sink"),
    # two verbs, one object
    ("The board neither confirmed nor denied the loss.", "The board", "neither confirmed nor denied", "the loss"),
    ("The board has neither denied nor admitted a loss.", "The board", "has neither denied nor admitted", "a loss"),
    ("The board would not confirm or deny the loss.", "The board", "would not confirm or deny", "the loss"),
]


def words(article: Article, claim: Claim) -> tuple[str, str, str]:
    """Source, cue and content as they stand on the page."""
    return slice_text(article, claim.source_spans), claim.cue.text if claim.cue else "", claim.text


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_sentence_gives_one_claim(text: str, source: str, cue: str, content: str, report: Report) -> None:
    article = report(text)
    assert [words(article, claim) for claim in article.claims] == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "“We lost,” a man who refused to be named told Reuters.",
            [("a man who refused to be named", "told", "We lost"), ("who", "refused", "to be named")],
        ),
        (
            "“It fell,” Holt, who asked that his house be spared, said.",
            [("Holt, who asked that his house be spared", "said", "It fell"), ("who", "asked", "his house be spared")],
        ),
    ],
)
def test_a_clause_on_the_speaker_takes_no_words_from_the_speaker(
    text: str, claims: list[tuple[str, str, str]], report: Report
) -> None:
    article = report(text)
    assert [words(article, claim) for claim in article.claims] == claims


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The deal is dead,” said one official, who declined to comment on the price.", "one official"),
        ("Outside Holt hugs the waiter, who says that the soup is cold.", "the waiter"),
        ("It was won by Kenji Mori, an amateur from Nagoya, who said that the wind had helped.", "Kenji Mori"),
        ("The court heard from a doctor, who said the wound was old.", "a doctor"),
        ("The minister met farmers, who said the price was low.", "farmers"),
        ("The firm sued divers and pilots, who said the price was low.", "divers and pilots"),
        ("The prize went to nurse Jo Bell, who said she was proud.", "Jo Bell"),
        ("She introduced me to the nurse, who said it was late.", "the nurse"),
        ("She spoke to a man in Tarn who said it was late.", "a man in Tarn"),
        ("The board picked one of the divers, who said it was late.", "one of the divers"),
        ("They chose Asa Holt (Lab), who said it was late.", "Asa Holt"),
    ],
)
def test_who_stands_for_the_name_before_it_and_nothing_else(text: str, name: str, report: Report) -> None:
    assert [source.name for source in report(text).sources] == [name]


def test_whom_one_tells_ends_where_the_clause_begins_that_is_told(report: Report) -> None:
    (claim,) = report("Dr Asa Holt told the Harbour Courier patients were dying in corridors.").claims
    assert [who.name for who in claim.audience] == ["the Harbour Courier"]
    assert claim.text == "patients were dying in corridors"


@pytest.mark.parametrize(
    "text",
    [
        "The lamp was lit at dusk.",
        "The state of the pier worries nobody.",
        "The boat sailed according to plan.",
        "If Asa Holt says the pier is safe, boats will dock.",
        "The captain told the truth.",
        "Note: The tunnel is closed on Mondays.",
        # an order in a shop
        "Halden Rail orders 40 trains.",
        # words that only point at what was said before
        "The board said so too.",
        "The board said otherwise.",
        "The board thinks so as well.",
        "The dog said nothing.",
        # a verb whose object stands after another verb
        "The board said and did little.",
        # a date behind a label
        "PUBLISHED: 22:41, 2 January 2024",
        "UPDATED: 2 January 2024 at 22:41",
        "TARN: 2 January 2024",
    ],
)
def test_a_sentence_without_attribution_gives_no_claim(text: str, report: Report) -> None:
    assert report(text).claims == ()


def test_a_claim_interrupted_by_its_speaker_has_several_spans(report: Report) -> None:
    article = report("Five years ago, he said, prices fell.")
    assert [slice_text(article, [span]) for span in article.claims[0].spans] == ["Five years ago", "prices fell"]


@pytest.mark.parametrize(
    "text",
    [
        "“The sea rose,” he said. “It fell.”",
        "“The sea rose,” he said. He paused. “It fell.”",
        "“The sea rose,” he said.\n\n“It fell.”",
        "He said that he saw it.\n\n“The sea rose. It fell.”",
    ],
)
def test_the_next_quotation_is_the_same_speakers(text: str, report: Report) -> None:
    article = report(text)
    assert len(article.claims) == 1
    assert article.claims[0].text.endswith("It fell")
    assert all(quote.sources == article.claims[0].sources for quote in article.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "“The sea rose,” he said.\n\nThe town is old.\n\n“It fell down at last.”",
        "“The sea rose,” he said. He paused. The wind blew. “It fell down at last.”",
    ],
)
def test_a_quotation_after_other_sentences_of_the_reporter_has_no_speaker(text: str, report: Report) -> None:
    assert report(text).quotes[1].sources == ()


def test_a_quote_over_three_paragraphs_belongs_to_the_speaker_at_its_end(report: Report) -> None:
    article = report("“One wave came.\n\n“Then came two.\n\n“Then none,” Asa Holt said.")
    assert [len(claim.spans) for claim in article.claims] == [3]
    assert article.claims[0].form == "direct"


def test_two_speakers_in_one_sentence_are_two_claims(report: Report) -> None:
    article = report("The mayor said the pier would hold, but the engineer said it would not.")
    assert [words(article, claim) for claim in article.claims] == [
        ("The mayor", "said", "the pier would hold"),
        ("the engineer", "said", "it would not"),
    ]


def test_and_added_goes_on_with_the_same_source(report: Report) -> None:
    article = report("Asa Holt said the pier would hold and added that boats could dock.")
    assert [claim.text for claim in article.claims] == ["the pier would hold", "boats could dock"]
    assert article.claims[0].sources == article.claims[1].sources


def test_a_participle_has_the_subject_of_its_sentence_as_source(report: Report) -> None:
    article = report("Asa Holt left the hall early, saying that the pier would hold.")
    assert [words(article, claim) for claim in article.claims] == [("Asa Holt", "saying", "the pier would hold")]


def test_the_audience_is_a_source_and_no_content(report: Report) -> None:
    (claim,) = report("A clerk told The Harbour Courier in February that the money was gone.").claims
    assert [source.name for source in claim.audience] == ["The Harbour Courier"]
    assert claim.when is not None
    assert claim.when.value == "2024-02"
    assert claim.text == "the money was gone"


@pytest.mark.parametrize(
    "audience",
    [
        "the BBC's Today programme",
        "the Sunday Courier",
        "The Friday Post",
        "BBC Radio 4's Today programme",
        "Tarn Radio's Sunday Supper show",
    ],
)
@pytest.mark.parametrize("rest", [": ‘It held for a whole year.’", " on Friday that it held for a whole year."])
def test_a_day_within_a_name_is_part_of_it(audience: str, rest: str, report: Report) -> None:
    (claim,) = report(f"Asa Holt told {audience}{rest}").claims
    assert [source.name for source in claim.audience] == [audience]
    assert claim.text.casefold() == "it held for a whole year"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The pier would close, the Harbour Courier reported Thursday.", "2024-03-14"),
        ("On Sunday, the board said the pier would close.", "2024-03-10"),
        ("The board said the pier would close on Sunday.", None),
    ],
)
def test_when_is_the_date_outside_the_content(text: str, when: str | None, report: Report) -> None:
    (claim,) = report(text).claims
    assert (claim.when and claim.when.value) == when


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Holt asked whether the pier was safe.", "question"),
        ("Holt believes that the pier is safe.", "belief"),
        ("Holt predicted that the pier would hold.", "expectation"),
        ("The survey found that the pier is safe.", "finding"),
        ("Holt promised to mend the pier.", "promise"),
        ("Holt threatened to close the pier.", "threat"),
        ("Holt warned that the pier was rotten.", "warning"),
        ("Holt called for a new pier.", "demand"),
        ("Holt denied the claim.", "denial"),
        ("Holt declined to comment.", "refusal"),
        ("Holt would not say whether the pier was safe.", "refusal"),
        ("Holt rejected the offer.", "refusal"),
        ("Holt rejected claims that the pier was rotten.", "denial"),
        ("Holt rejected the allegations.", "denial"),
        ("Holt disagreed that the pier was rotten.", "denial"),
        ("Holt asked the court to reopen the pier.", "demand"),
        ("Holt asked the jury not to be swayed.", "demand"),
        ("Holt asked that the case be heard.", "demand"),
        ("Holt asked the judge for leniency.", "demand"),
        ("Holt asked the judge whether it was safe.", "question"),
        ("Holt admitted that the pier was rotten.", "admission"),
        ("Holt accused the board of neglect.", "accusation"),
        ("Holt agreed that the pier was rotten.", "agreement"),
        ("Holt said that the pier was rotten.", "statement"),
    ],
)
def test_a_cue_tells_what_the_source_did(text: str, kind: str, report: Report) -> None:
    (claim,) = report(text).claims
    assert claim.cue is not None
    assert claim.cue.kind == kind


def test_negation_and_hedging_are_told(report: Report) -> None:
    article = report("The navy did not say that the boat sank. The pilot reportedly said that it did.")
    assert [(claim.negated, claim.hedged) for claim in article.claims] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "text", ["Holt said nothing about the plan.", "Holt stopped short of saying the plan would fail."]
)
def test_nothing_that_is_said_is_negated(text: str, report: Report) -> None:
    assert [claim.negated for claim in report(text).claims] == [True]


@pytest.mark.parametrize(
    ("text", "source", "audience", "content"),
    [
        ("Mayor Holt was asked by a reporter whether he would resign.", "a reporter", ["Holt"], "whether he would resign"),
        ("The inquiry was told by Asa Holt that the money was gone.", "Asa Holt", ["The inquiry"], "the money was gone"),
        ("The board was asked by divers to shut the pier.", "divers", ["The board"], "to shut the pier"),
    ],
)  # fmt: skip
def test_who_is_asked_or_told_is_the_audience_of_a_passive(
    text: str, source: str, audience: list[str], content: str, report: Report
) -> None:
    (claim,) = report(text).claims
    assert [who.name for who in claim.sources] == [source]
    assert ([who.name for who in claim.audience], claim.text) == (audience, content)


def test_what_somebody_is_accused_of_is_no_part_of_who_accuses(draft: Report) -> None:
    article = draft("Reed was accused by Asa Holt of lying about the boat.")
    (claim,) = read_with_rules(article).claims
    assert [article.text[slice(*part)] for part in (*claim.source_ranges, *claim.content)] == [
        "Asa Holt",
        "Reed",
        "of lying about the boat",
    ]


def test_form_tells_how_much_is_in_quotation_marks(report: Report) -> None:
    article = report("“It held,” Holt said.\n\nHolt said it “just” held.\n\nHolt said it held.")
    assert [claim.form for claim in article.claims] == ["direct", "mixed", "indirect"]


def test_links_in_source_cue_or_content_belong_to_the_claim(report: Report) -> None:
    article = report("A [map](#) by the board [shows](#) that the bank moved. The [lamp](#) was out.")
    assert [link.text for link in article.claims[0].links] == ["map", "shows"]


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Old Pier to Close for Good – Harbour Courier", "Harbour Courier", "Old Pier to Close for Good"),
        ("HWU: Old Pier to Close", "HWU", "Old Pier to Close"),
        ("Old Pier to Close: Minister", "Minister", "Old Pier to Close"),
        ("Mayor Says Old Pier Will Close", "Mayor", "Old Pier Will Close"),
        ("Old Pier Will Close, Mayor Says", "Mayor", "Old Pier Will Close"),
    ],
)
def test_a_headline_attributes(title: str, source: str, content: str, report: Report) -> None:
    article = report(f"# {title}\n\nThe pier is old.")
    (claim,) = article.claims
    assert (slice_text(article, claim.source_spans), claim.text) == (source, content)
    assert {span.field for span in (*claim.spans, *claim.source_spans)} == {"title"}


@pytest.mark.parametrize(
    "title",
    ["Storm Ina: live updates", "Old Pier to Close – and Soon", "Live: Old Pier Closes", "Old Pier Closes for Good"],
)
def test_a_plain_headline_attributes_nothing(title: str, report: Report) -> None:
    assert report(f"# {title}\n\nThe pier is old.").claims == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("> The pier is ours.\n\n> — Jane Doe, mayor", "Jane Doe, mayor"),
        ("> The pier is ours.\n\n— Jane Doe, mayor", "Jane Doe, mayor"),
        ("“The pier is ours.” -Commissioner Starks", "Commissioner Starks"),
        ("The chairman spoke first. And from the chairwoman:\n\n“The pier is ours.”", "the chairwoman"),
        ("Asa Holt wrote:\n\n> The pier is ours.", "Asa Holt"),
        ("Minister: “The pier is ours.”", "Minister"),
    ],
)
def test_the_layout_attributes(text: str, source: str, report: Report) -> None:
    article = report(text)
    (claim,) = article.claims
    assert slice_text(article, claim.source_spans) == source
    assert claim.text == "The pier is ours"


def test_the_dateline_is_no_part_of_the_first_sentence(report: Report) -> None:
    dateline = "MARROW BAY, March 15 (Reuters) - "
    article = report(f"{dateline}The pier would close, the board said.", dateline=dateline)
    assert article.claims[0].text == "The pier would close"


def test_content_carries_neither_comma_nor_full_stop(report: Report) -> None:
    article = report("“The pier will close,” said Asa Holt, “and stay closed.”")
    assert article.claims[0].text == "The pier will close and stay closed"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Asa Holt on Sunday said that the pier was rotten.", "2025-06-08"),
        ("On Sunday, according to Holt, the pier closed.", "2025-06-08"),
        ("According to a study commissioned last year, the pier is rotten.", None),
        ("A study published last year showed that the pier was rotten.", None),
    ],
)
def test_a_date_that_belongs_to_the_source_does_not_say_when_it_was_said(text: str, when: str | None) -> None:
    options = articlekit.Options(anchor=dt.date(2025, 6, 13))
    (claim,) = articlekit.parse_text(text, options=options).claims
    assert (claim.when and claim.when.value) == when


def test_a_signed_block_quote_is_a_claim_of_its_own() -> None:
    report = "“We are close,” said Asa Holt. “Very close.”\n\n> The wall will hold.\n>\n> — Odd Berg, engineer"
    claims = articlekit.parse_markdown(report).claims
    assert [(claim.sources[0].name, claim.text) for claim in claims] == [
        ("Asa Holt", "We are close Very close"),
        ("Odd Berg", "The wall will hold"),
    ]


def test_a_signature_takes_its_words_from_a_speaker_some_claims_before(report: Report) -> None:
    quoted = ["> “No,” said Odd Berg. “Never.”", "> “It held,” said Ina Loft.", "> “It fell,” said Jo Brandt."]
    article = report("\n\n".join([*quoted, "> “It sank,” said Lev Aster.", "— Jane Doe, mayor"]))
    texts = [claim.text for claim in article.claims]
    assert texts == ["No", "Never", "It held", "It fell", "It sank"]


def test_a_dateline_below_a_standfirst_is_no_part_of_what_is_said() -> None:
    report = "Pier shut\n\nRain again\n\nBy Ada Quill\n\nTARN, March 4 — The pier is shut, the board said."
    article = articlekit.parse_text(report, options=articlekit.Options(anchor=dt.date(2025, 6, 13)))
    assert [claim.text for claim in article.claims] == ["The pier is shut"]


@pytest.mark.parametrize(
    "said", ["Nobody has said who would feed the sheep.", "The sheep are hungry. Nobody has said who would feed them."]
)
def test_a_signed_block_quote_is_one_claim_of_the_signer_whatever_is_reported_in_it(said: str) -> None:
    article = articlekit.parse_markdown(
        f"# Sheep\n\n> {said}\n>\n> — Nadia Verhoeven, postmistress\n\nThe end of it came."
    )
    assert [(claim.text + ".", [source.name for source in claim.sources]) for claim in article.claims] == [
        (said.replace("hungry. ", "hungry "), ["Nadia Verhoeven"])
    ]


def test_a_quoted_plan_in_a_headline_is_a_claim_that_the_paper_keeps_at_a_distance(report: Report) -> None:
    (claim,) = report("# Minister ‘to quit’ over pier\n\nThe pier is old.").claims
    assert (claim.text, claim.sources, claim.hedged) == ("Minister ‘to quit’ over pier", (), True)


@pytest.mark.parametrize(
    ("told", "audience"),
    [
        ("the mayor, Ilse Brandt, that", "Ilse Brandt"),
        ("Ilse Brandt, the mayor of Elswick, that", "Ilse Brandt"),
        ("the mayor, who was ill, that", "the mayor"),
        ("the Courier, that", "the Courier"),
    ],
)
def test_whom_it_is_told_to_may_be_described_between_commas(told: str, audience: str, report: Report) -> None:
    (claim,) = report(f"Asa Holt told {told} the pier was shut.").claims
    assert ([who.name for who in claim.audience], claim.text) == ([audience], "the pier was shut")


def test_what_is_told_may_begin_with_the_words_of_an_audience(report: Report) -> None:
    (claim,) = report("Asa Holt warned the pier would collapse.").claims
    assert (claim.text, claim.audience) == ("the pier would collapse", ())


def test_who_concedes_and_denies_makes_two_claims(report: Report) -> None:
    claims = report("The board conceded the pier was old but denied it was rotten.").claims
    assert [(claim.text, claim.sources[0].name) for claim in claims] == [
        ("the pier was old", "The board"),
        ("it was rotten", "The board"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Asa Holt said after the hearing: “The pier was shut.”",
        "However, Asa Holt said the pier was shut.",
        "Asa Holt said last month the pier was shut.",
        "Asa Holt told clerks last month the pier was shut.",
        "Asa Holt however said the pier was shut.",
        "The mayor, Dr (Mrs) Asa Holt, said the pier was shut.",
        "Mayor Asa Holt spoke for an hour. According to her, the pier was shut.",
        "Mayor Asa Holt spoke for an hour. According to him, the pier was shut.",
    ],
)
def test_the_words_around_a_cue_do_not_hide_who_speaks(text: str, report: Report) -> None:
    (claim,) = report(text).claims
    assert (claim.sources[0].name, claim.text.lower()) == ("Asa Holt", "the pier was shut")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Asa Holt said the men were Odo (24) and Ivo (22).", "the men were Odo (24) and Ivo (22)"),
        ("(Asa Holt said the pier was shut.)", "the pier was shut"),
        ("The pier (which Asa Holt said was shut) is old.", "was shut"),
    ],
)
def test_content_holds_whole_brackets(text: str, content: str, report: Report) -> None:
    assert [claim.text for claim in report(text).claims] == [content]


def test_a_clause_on_those_who_are_told_is_no_content(report: Report) -> None:
    (claim,) = report("“Read everything,” Asa Holt tells students who come early.").claims
    assert (claim.text, [who.name for who in claim.audience]) == ("Read everything", ["students"])


def test_another_speaker_behind_a_semicolon_ends_the_content(report: Report) -> None:
    (claim,) = report("Critics say the pier is rotten; she disagrees.").claims
    assert claim.text == "the pier is rotten"


def test_a_place_in_capitals_as_the_story_opens_is_no_speaker(report: Report) -> None:
    claims = report(
        "ELSWICK: Growers have called on the board to act, warning that yields could halve.\n\nIt rained."
    ).claims
    assert {source.name for claim in claims for source in claim.sources} == {"Growers"}


def test_the_time_of_an_entry_is_no_content(report: Report) -> None:
    (claim,) = report("10:42 The pier was shut, its website shows.").claims
    assert claim.text == "The pier was shut"


def test_those_who_are_asked_are_the_audience(report: Report) -> None:
    (claim,) = report("Brandt asked reporters, “Who said ‘never’?” and went home.").claims
    assert [who.name for who in claim.audience] == ["reporters"]
    assert "reporters" not in claim.text


def test_a_nouns_clause_ends_before_the_verb_of_the_noun(report: Report) -> None:
    (claim,) = report("The mayor's insistence that the pier was sound did not convince the divers.").claims
    assert claim.text == "the pier was sound"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Prices rose, the minister said, because of the war.", ["Prices rose", "because of the war"]),
        ("Rents fell, Ann Lee said, since 2019.", ["Rents fell", "since 2019"]),
        ("Rents fell, Ann Lee said, after the vote.", ["Rents fell"]),
    ],
)
def test_content_goes_on_behind_the_speaker_where_it_gives_a_reason(
    text: str, content: list[str], report: Report
) -> None:
    article = report(text)
    assert [slice_text(article, [span]) for span in article.claims[0].spans] == content
    assert article.claims[0].when is None


def test_a_date_in_a_clause_behind_a_comma_does_not_say_when_it_was_said(report: Report) -> None:
    assert report("The pier is safe, Holt said, while it opened in 2022.").claims[0].when is None


def test_the_reporters_word_for_what_was_said_ends_the_content(report: Report) -> None:
    (claim,) = report("Brown said the plan is dead, a claim that his rivals dispute.").claims
    assert claim.text == "the plan is dead"


def test_another_speaker_behind_a_quotation_with_a_comma_has_a_claim_of_her_own(report: Report) -> None:
    article = report(
        'The firm said the storm was "worse than feared," while Ada Quill, a manager at Tarn, said it was mild.'
    )
    assert [words(article, claim) for claim in article.claims] == [
        ("The firm", "said", 'the storm was "worse than feared,"'),
        ("Ada Quill, a manager at Tarn", "said", "it was mild"),
    ]


def test_a_verb_that_is_no_speech_takes_no_quotation_behind_its_full_stop(report: Report) -> None:
    (claim,) = report("“Come in,” he said. He paused. “Sit down.”").claims
    assert (claim.text, claim.cue and claim.cue.text) == ("Come in Sit down", "said")


def test_a_forecast_is_a_noun_behind_an_adjective(report: Report) -> None:
    article = report("Harlow Foods on Tuesday lowered its full-year profit forecast, blaming the price of cocoa.")
    assert [words(article, claim) for claim in article.claims] == [("Harlow Foods", "blaming", "the price of cocoa")]


def test_what_is_believed_and_what_is_said_in_the_next_sentence_are_two_claims(report: Report) -> None:
    article = report("The suspect is believed to have known the victim. He remains in custody, police said.")
    believed, said = article.claims
    assert (believed.cue and believed.cue.kind, believed.sources) == ("belief", ())
    assert (words(article, said), said.cue and said.cue.kind) == (
        ("police", "said", "He remains in custody"),
        "statement",
    )


def test_a_verb_within_what_is_reported_is_no_cue(report: Report) -> None:
    article = report("A survey by the Food Federation showed that most bakers plan to raise prices.")
    (claim,) = article.claims
    assert words(article, claim)[1:] == ("showed", "most bakers plan to raise prices")
    assert claim.cue
    assert claim.cue.kind == "finding"


@pytest.mark.parametrize(
    "text",
    [
        "Captain Joe Keane was dismissed for a second booking that Allard described as “a joke”.",
        "Officers were called to the old harbour at about 7.40pm.",
        "Anyone with information is asked to call the harbour office.",
    ],
)
def test_those_to_whom_it_is_done_are_no_sources(text: str, report: Report) -> None:
    assert not {"Joe Keane", "Officers", "Anyone with information"} & {source.name for source in report(text).sources}


def test_questions_and_answers_in_a_headline_are_no_speaker(report: Report) -> None:
    assert report("# Q&A: How to plant a tree\n\nIt rained.").claims == ()


def test_a_colon_behind_agreement_leaves_the_words_to_who_says_them(report: Report) -> None:
    article = report("Not everyone agreed: Maria Rossi, a rival, once said that Holt sang “like a kettle”.")
    assert words(article, article.claims[-1])[1:] == ("once said", "Holt sang “like a kettle”")
    assert article.claims[-1].sources[0].name == "Maria Rossi"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A man who told police he was lost has been charged.", "he was lost"),
        ("A diver who said she saw the crash has been praised.", "she saw the crash"),
        ("Residents who feared the river would flood left their homes.", "the river would flood"),
        ("A driver who said the road was clear but the gate was shut has been fined.", "the road was clear but the gate was shut"),
        ("People who say the way to be safe is to stay home are wrong.", "the way to be safe is to stay home"),
        ("A diver who threatened to sue the board has been paid.", "to sue the board"),
        ("Ina Loft, who cast bells and once told a critic that she would rather sing, died on Sunday.", "she would rather sing"),
        ("A man who lied to police and said he was lost was jailed on Monday.", "he was lost"),
    ],
)  # fmt: skip
def test_what_a_clause_with_who_reports_ends_before_the_verb_of_the_main_clause(
    text: str, content: str, report: Report
) -> None:
    assert [claim.text for claim in report(text).claims] == [content]


def test_a_clause_with_who_on_nobodys_subject_may_have_a_second_verb(report: Report) -> None:
    (claim,) = report("Police spoke to a man who said he was sure it was safe.").claims
    assert claim.text == "he was sure it was safe"


def test_the_verb_of_the_main_clause_has_the_subject_before_who(report: Report) -> None:
    article = report("A woman who said she saw the crash told the court the car was white.")
    assert [words(article, claim) for claim in article.claims] == [
        ("who", "said", "she saw the crash"),
        ("A woman who said she saw the crash", "told", "the car was white"),
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Holt says the storm has passed, but has advised people to stay in.", ["the storm has passed", "to stay in"]),
        ("Holt says the worst is over and asks people to stay in.", ["the worst is over", "to stay in"]),
        ("Holt said the worst was over and urged people to rest.", ["the worst was over", "people to rest"]),
        ("Holt has said the pier is old and has called for a new one.", ["the pier is old", "a new one"]),
        ("The report found the boat had sunk and recommended that it be raised.", ["the boat had sunk", "it be raised"]),
        ("Holt said the mayor was ill and urged people to rest.", ["the mayor was ill and urged people to rest"]),
        ("The union says ministers lie and refuse to act.", ["ministers lie and refuse to act"]),
    ],
)  # fmt: skip
def test_who_reports_once_more_makes_another_claim(text: str, claims: list[str], report: Report) -> None:
    found = report(text).claims
    assert [claim.text for claim in found] == claims
    assert len({source.id for claim in found for source in claim.sources}) == 1


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Holt said the pier was old and the mayor said it would close.", [("Holt", "the pier was old"), ("the mayor", "it would close")]),
        ("Holt said the pier was safe while Pole said it was not.", [("Holt", "the pier was safe"), ("Pole", "it was not")]),
        ("Tarn Buses says it will not run, while Elswick Airport is asking passengers to check.", [("Tarn Buses", "it will not run"), ("Elswick Airport", "to check")]),
        ("Holt said the pier was a mess, while the mayor called it a triumph.", [("Holt", "the pier was a mess"), ("the mayor", "it a triumph")]),
        ("Holt said the board had met and the members had said nothing.", [("Holt", "the board had met and the members had said nothing")]),
        ("Police said the man was drunk and he told them he was lost.", [("Police", "the man was drunk and he told them he was lost")]),
    ],
)  # fmt: skip
def test_who_speaks_next_in_the_sentence_has_a_claim_of_their_own(
    text: str, claims: list[tuple[str, str]], report: Report
) -> None:
    assert [(claim.sources[0].name, claim.text) for claim in report(text).claims] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Holt has insisted the plan will go ahead, despite a warning from divers that the boats are “rotten”.", [("Holt", "the plan will go ahead"), ("divers", "the boats are “rotten”")]),
        ("Holt said the pier would close, amid warnings by engineers that it would fall.", [("Holt", "the pier would close"), ("engineers", "it would fall")]),
        ("Holt announced the pier would close following complaints by residents that it was “a trap”.", [("Holt", "the pier would close"), ("residents", "it was “a trap”")]),
        ("Holt promised to mend the pier, despite a warning from divers that it was rotten.", [("Holt", "to mend the pier"), ("divers", "it was rotten")]),
        ("Holt denied the charge, despite a claim by Pole that he had lied.", [("Holt", "the charge"), ("Pole", "he had lied")]),
        ("Holt said the pier would close despite her promise that it would stay.", [("Holt", "the pier would close despite her promise that it would stay")]),
        ("Holt said the pier would close after the storm.", [("Holt", "the pier would close after the storm")]),
    ],
)  # fmt: skip
def test_what_somebody_else_reports_behind_despite_and_its_like_is_no_content(
    text: str, claims: list[tuple[str, str]], report: Report
) -> None:
    assert [(claim.sources[0].name, claim.text) for claim in report(text).claims] == claims


@pytest.mark.parametrize(
    ("who", "parts"),
    [
        ("Mayor Ann Pole and Police Chief Tom Reed", ["Mayor Ann Pole", "Police Chief Tom Reed"]),
        ("Pole and council member Bill Sorn", ["Pole", "council member Bill Sorn"]),
        ("Justice Secretary Asa Holt and shadow minister Jo Bell both", ["Justice Secretary Asa Holt", "shadow minister Jo Bell"]),
        ("Smith, Jones and Brown", ["Smith", "Jones", "Brown"]),
        ("Smith, Jones and Brown all", ["Smith", "Jones", "Brown"]),
        ("Ann Pole, the mayor, and Tom Reed, the police chief,", ["Ann Pole, the mayor", "Tom Reed, the police chief"]),
        ("The Employment and Labour Relations Court", ["The Employment and Labour Relations Court"]),
        ("Trade and Industry Secretary Jo Bell", ["Trade and Industry Secretary Jo Bell"]),
        ("The Police and Crime Commissioner, Jo Bell,", ["The Police and Crime Commissioner, Jo Bell"]),
        ("Previous work by Walker and his colleague Mei Tan", ["Previous work by Walker and his colleague Mei Tan"]),
    ],
)  # fmt: skip
def test_who_speaks_together_is_told_from_names_with_an_and(who: str, parts: list[str], draft: Report) -> None:
    article = draft(f"{who} denied the charge.")
    (claim,) = read_with_rules(article).claims
    assert [article.text[mention.start : mention.end] for mention in claim.sources] == parts


@pytest.mark.parametrize(
    ("text", "audience", "content"),
    [
        ("Holt told Reuters last week that the pier was shut.", "Reuters", "the pier was shut"),
        ("Holt told the committee last night that the pier was shut.", "the committee", "the pier was shut"),
        ("Holt told MPs yesterday the plan would fail.", "MPs", "the plan would fail"),
        ("Holt told the board yesterday that the plan would fail.", "the board", "the plan would fail"),
        ("Ina Loft met Asa Holt. He wrote to Ina Loft that the pier was shut.", "Ina Loft", "the pier was shut"),
    ],
)
def test_a_day_is_no_part_of_an_audience_where_no_year_is_known(text: str, audience: str, content: str) -> None:
    (claim,) = articlekit.parse_text(text).claims
    assert ([who.name for who in claim.audience], claim.text) == ([audience], content)


@pytest.mark.parametrize(
    ("text", "content", "when"),
    [
        ("Arnoc reported a rise in profit on Thursday.", "a rise in profit", "2024-03-14"),
        ("Arnoc announced the closure of its plant on Thursday.", "the closure of its plant", "2024-03-14"),
        ("Holt denied the charge on Thursday.", "the charge", "2024-03-14"),
        ("The board rejected the plan last week.", "the plan", "2024-03-04/2024-03-10"),
        ("Holt denied claims that he fled on Thursday.", "claims that he fled on Thursday", None),
        ("Holt denied the report published on Thursday.", "the report published on Thursday", None),
        ("Arnoc said the pier fell on Thursday.", "the pier fell on Thursday", None),
    ],
)
def test_the_day_behind_a_thing_that_is_told_is_when_it_was_told(
    text: str, content: str, when: str | None, report: Report
) -> None:
    (claim,) = report(text).claims
    assert (claim.text, claim.when and claim.when.value) == (content, when)


@pytest.mark.parametrize(
    "who",
    [
        "Asa Holt, 32, from Leeds,",
        "Asa Holt, 44, of Old Road, Bath,",
        "Asa Holt, aged 44, of no fixed address,",
        "Asa Holt, 44, who lives next door,",
    ],
)
def test_an_age_between_commas_is_nobody(who: str, report: Report) -> None:
    article = report(f"{who} denied murder.")
    assert words(article, article.claims[0])[1:] == ("denied", "murder")
    assert [source.name for source in article.sources] == ["Asa Holt"]
