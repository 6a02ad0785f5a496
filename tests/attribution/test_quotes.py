"""Quotation marks: paired over the whole article, and told from apostrophes, feet and inches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlekit.models import Article, slice_text

Report = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"It held," she said.', ["It held,"]),
        ("“It held,” she said.", ["It held,"]),
        ("„Es hielt“, sagte sie.", ["Es hielt"]),
        ("« Il a tenu », dit-elle.", ["Il a tenu"]),
        ("»Es hielt«, sagte sie.", ["Es hielt"]),
        ("‘It held,’ she said.", ["It held,"]),
        ("'It held,' she said.", ["It held,"]),
        ("''It held,'' she said.", ["It held,"]),
        ('“It held," she said.', ["It held,"]),
        ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,", "never"]),
        ("The keeper's boat isn't the sailors' boat, she said.", []),
        ("Rock 'n' roll and the '90s, she said.", []),
        ("‘It’s the pilots’ fault, isn’t it,’ she said.", ["It’s the pilots’ fault, isn’t it,"]),
        ('The mast is 6\'2" and the board 12" wide.', []),
        ('He\'s 6\'2". "I was there," he said.', ["I was there,"]),
        ('"The mast is 6\'2"," she said.', ["The mast is 6'2\","]),
        ("She called it “hopeless”, he “brave”.", ["hopeless", "brave"]),
    ],
)
def test_quotation_marks_are_paired(text: str, words: list[str], report: Report) -> None:
    assert [quote.text for quote in report(text).quotes] == words


def test_a_quote_reopened_at_each_paragraph_is_one_quote(report: Report) -> None:
    article = report("“One wave came.\n\n“Then came two.\n\n“Then none,” Asa Holt said.")
    assert [quote.text for quote in article.quotes] == ["One wave came. Then came two. Then none,"]
    assert len(article.quotes[0].spans) == 3
    assert article.problems == ()


def test_an_interrupted_quote_is_two_quotes(report: Report) -> None:
    assert [q.text for q in report("“It held,” she said. “Just.”").quotes] == ["It held,", "Just."]


def test_an_unclosed_quote_ends_with_its_paragraph_and_is_a_problem(report: Report) -> None:
    article = report("“It held, she said.\n\nThe wall is old.\n\n“It is,” Asa Holt said.")
    assert [quote.text for quote in article.quotes] == ["It held, she said.", "It is,"]
    assert [problem.code for problem in article.problems] == ["unbalanced-quotes"]


def test_a_stray_closing_mark_swallows_nothing(report: Report) -> None:
    article = report("It held” and stood.\n\n“It is,” Asa Holt said.")
    assert [quote.text for quote in article.quotes] == ["It is,"]
    assert [problem.message for problem in article.problems] == ["1 quotation mark has no partner"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We were never asked,” Asa Holt said.", "speech"),
        ("Asa Holt said the plan was “dead in the water” already.", "fragment"),
        ("The “experts” had gone home.", "scare"),
        ("He plays in the film “The Long Tide” tonight.", "title"),
        ("A pilot with the call sign “Heron” flew east.", "name"),
        ("Jo “Gull” Brandt flew east.", "name"),
        ("It was over, said a man known as “Shorty.”", "name"),
        ("Minister Greve, known on the island as “the Admiral”, sailed.", "name"),
    ],
)
def test_quotation_marks_do_different_things(text: str, kind: str, report: Report) -> None:
    assert [quote.kind for quote in report(text).quotes] == [kind]


def test_a_quote_has_the_sources_and_the_cue_of_its_claim(report: Report) -> None:
    article = report("“We were never asked,” Asa Holt said.")
    (quote,), (claim,) = article.quotes, article.claims
    assert (quote.sources, quote.cue, quote.source_spans) == (claim.sources, claim.cue, claim.source_spans)
    assert claim.quotes == (quote,)


def test_a_name_in_quotation_marks_is_never_speech(report: Report) -> None:
    article = report("A pilot with the call sign “Heron” told the Harbour Courier that the lamp was out.")
    assert article.quotes[0].sources == ()
    assert article.claims[0].form == "indirect"
    assert article.claims[0].sources[0].aliases == ("Heron",)


def test_text_in_another_language_gives_quotes_and_no_claims(report: Report) -> None:
    article = report("„Das Meer stieg“, sagte Ilse Brandt.", language="de-DE")
    assert [quote.text for quote in article.quotes] == ["Das Meer stieg"]
    assert not article.claims
    assert not article.sources


def test_the_marks_stand_outside_the_spans(report: Report) -> None:
    article = report("“It held,” she said.")
    assert slice_text(article, article.quotes[0].spans) == "It held,"


def test_a_forgotten_mark_does_not_give_one_persons_words_to_another(report: Report) -> None:
    article = report('The crew met. "We go, Ada Wood said. She left.\n\n"Stay," said Tim Orr.')
    said = {source.name: claim.text for claim in article.claims for source in claim.sources}
    assert said["Tim Orr"] == "Stay"
    assert [problem.code for problem in article.problems] == ["unbalanced-quotes"]


@pytest.mark.parametrize(
    "text", ["„Wir halten das aus“, sagte er.", "« Nous tiendrons bon », a-t-il dit.", "‘Es bueno’, dijo."]
)
def test_a_sentence_in_marks_with_its_comma_behind_them_is_speech(text: str, report: Report) -> None:
    (quote,) = report(text, language="xx").quotes
    assert quote.kind == "speech"
    assert quote.text == quote.text.strip()


def test_a_title_in_marks_with_a_comma_behind_them_is_none(report: Report) -> None:
    (quote,) = report("Her “Salt Road”, which sold well, is out.").quotes
    assert quote.kind == "scare"


def test_what_somebody_is_the_author_of_is_a_title(report: Report) -> None:
    (quote,) = report("The author of “The Salt Road” lives in Tarn.").quotes
    assert quote.kind == "title"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"‘It was {'x' * 591}’ he said.", [f"It was {'x' * 591}"]),
        (f"‘It was {'x' * 592}’ he said.", []),
        (f"‘The boats’ owners {'x' * 190}’ he said.", [f"The boats’ owners {'x' * 190}"]),
        (f"‘The boats’ owners {'x' * 191}’ he said.", ["The boats"]),
        ('"It held. "It fell," she said.', ["It fell,"]),
        ('"It held," "It fell," she said.', ["It held,", "It fell,"]),
        ('He said."It fell," she said.', []),
        ("Han sa ”det höll” igår.", ["det höll"]),
        ("Er sagte »es hielt« und »gut«.", ["es hielt", "gut"]),
        ('"The board is 12" wide," she said.', ["The board is 12"]),
        ('The board is 12" wide and "short," she said.', ["short,"]),
    ],
)
def test_marks_are_paired_at_the_edges_of_their_conditions(text: str, words: list[str], report: Report) -> None:
    assert [quote.text for quote in report(text).quotes] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('The ship nicknamed "The Old Grey Gull" sank.', "name"),
        ('The ship nicknamed "The Old Grey Sea Gull" sank.', "speech"),
        ('It was Jo "The Old Gull" Brandt.', "name"),
        ('It was Jo "The Old Grey Gull" Brandt.', "speech"),
        ('The novel "The Sea And The Old Grey Gull Of The North Pier Wall" sold.', "title"),
        ('The novel "The Sea And The Old Grey Gull Of The Old North Pier Wall" sold.', "speech"),
        ('It is "very old and" here.', "scare"),
        ('It is "very old and grey" here.', "speech"),
        ('"The pier", he thought.', "speech"),
        ('"The Pier", he thought.', "scare"),
    ],
)
def test_the_words_between_marks_are_counted(text: str, kind: str, report: Report) -> None:
    assert [quote.kind for quote in report(text, language="de").quotes] == [kind]


def test_an_inch_mark_behind_a_number_is_no_stray_mark(report: Report) -> None:
    assert report('The board is 12" wide and "short," she said.').problems == ()


def test_marks_within_a_quotation_that_runs_on_are_a_part_of_it(report: Report) -> None:
    article = report("“It held, ‘so far’ and stood.\n\n“It is,” Asa Holt said.")
    assert [quote.text for quote in article.quotes] == ["It held, ‘so far’ and stood. It is,"]
