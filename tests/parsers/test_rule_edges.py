"""Edges of the rules for fields: a case on each side of a limit or a condition."""

from __future__ import annotations

import pytest

import articlekit

STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>" * 3


def authors_of(page: str) -> list[str]:
    return [author.name for author in articlekit.parse_html(page, attribute=False).authors]


@pytest.mark.parametrize(("more", "found"), [("Sport", ["Ada Quill"]), ("Weather and tides", [])])
def test_a_name_next_to_a_date_is_a_writer_only_if_the_line_has_little_else(more: str, found: list[str]) -> None:
    line = f"<div>Ada Quill | June 13, 2025 | {more}</div>"
    assert authors_of(f"<h1>Harbour closed</h1>{line}{STORY}") == found


@pytest.mark.parametrize(("between", "found"), [("|", ["Ada Quill"]), ("In port, since Friday.", [])])
def test_a_separator_may_come_between_a_byline_label_and_the_name(between: str, found: list[str]) -> None:
    lines = f"<div>By</div><div>{between}</div><div>Ada Quill</div>"
    assert authors_of(f"<h1>Harbour closed</h1>{lines}{STORY}") == found


def test_the_day_inside_a_date_of_change_is_not_the_publication() -> None:
    article = articlekit.parse_markdown(
        "# Harbour closed\n\nUpdated 17:40 | 13 June 2025\n\nThe harbour closed on Friday.", attribute=False
    )
    assert article.published is None
    assert article.modified is not None
    assert article.modified.value == "2025-06-13T17:40"


@pytest.mark.parametrize(("count", "stays"), [(3, True), (4, False)])
def test_a_biography_leaves_only_a_text_of_several_paragraphs(count: int, stays: bool) -> None:
    paragraphs = ["The harbour closed.", "The pier is gone.", "Boats lie idle.", "No ferry sails."][:count]
    biography = "Ada Quill is a reporter in Marrow Bay."
    text = "\n\n".join(["# Harbour closed", "By Ada Quill", *paragraphs, biography])
    assert (biography in articlekit.parse_markdown(text, attribute=False).text) is stays


@pytest.mark.parametrize(
    ("first", "is_joined"),
    [("The harbour of Marrow Bay, the old one", False), ("The harbour of Marrow Bay, the old ones,", True)],
)
def test_a_page_break_cuts_only_paragraphs_of_forty_characters(first: str, is_joined: bool) -> None:
    text = f"# Harbour closed\n\n{first}\n\nand the quay are closed on Friday."
    article = articlekit.parse_markdown(text, attribute=False)
    assert (f"{first} and the quay" in article.text) is is_joined


@pytest.mark.parametrize(("above", "is_removed"), [("", False), ("# Harbour closed\n\n", True)])
def test_a_writer_without_name_and_by_is_not_the_first_line(above: str, is_removed: bool) -> None:
    text = f"{above}Staff Reporter\n\nThe harbour closed on Friday, officials said."
    rules = [evidence.rule for evidence in articlekit.parse_markdown(text, attribute=False).evidence]
    assert ("text.unnamed_writer" in rules) is is_removed


def test_an_element_that_includes_the_headline_is_not_a_byline() -> None:
    element = "<div class='byline'><h1>Tom Reed Returns</h1><p>13 June 2025</p></div>"
    assert authors_of(f"{element}{STORY}") == []


@pytest.mark.parametrize(("count", "section"), [(3, "Piers"), (4, None)])
def test_a_category_is_the_section_only_among_a_few(count: int, section: str | None) -> None:
    words = ("Piers", "Boats", "Nets", "Sails")[:count]
    links = ", ".join(f"<a rel='category tag' href='/{word.lower()}'>{word}</a>" for word in words)
    page = f"<h1>Harbour closed</h1>{STORY}<p>Filed under {links}</p>"
    assert articlekit.parse_html(page, attribute=False).section == section


@pytest.mark.parametrize(("count", "section"), [(2, "Harbour Life"), (3, None)])
def test_a_section_link_is_among_the_three_lines_above_the_headline(count: int, section: str | None) -> None:
    lines = "".join(f"<div>Line {index}</div>" for index in range(count))
    page = f"<div><a href='/harbour-life/'>Harbour Life</a></div>{lines}<h1>Harbour closed</h1>{STORY}"
    url = "https://courier.example/harbour-life/closed"
    assert articlekit.parse_html(page, url=url, attribute=False).section == section


@pytest.mark.parametrize(("name", "found"), [("Harbour Courier", "Harbour Courier"), ("Harbour", None)])
def test_a_publisher_in_the_title_is_most_of_the_domain(name: str, found: str | None) -> None:
    page = f"<title>Ferries stay - {name}</title><h1>Ferries stay</h1>{STORY}"
    article = articlekit.parse_html(page, url="https://www.harbourcourieronline.example/a", attribute=False)
    assert article.publisher is not None
    assert article.publisher.name == found


@pytest.mark.parametrize(("more", "kind"), [("", "related"), (" and of every ferry that stayed in port", "reference")])
def test_an_item_of_related_articles_is_nearly_all_link(more: str, kind: str) -> None:
    text = f"# Harbour closed\n\nThe harbour closed.\n\n## Read more\n\n- [Storm nears the coast](/storm){more}"
    assert [link.kind for link in articlekit.parse_markdown(text, attribute=False).links] == [kind]


@pytest.mark.parametrize(
    ("line", "is_summary"), [("Storm keeps all ferries idle.", True), ("Storm keeps Tarn ferries idle.", False)]
)
def test_a_standfirst_above_a_byline_has_four_words_in_lower_case(line: str, is_summary: bool) -> None:
    text = f"# Harbour closed\n\n{line}\n\nBy Ada Quill\n\nThe harbour of Marrow Bay closed on Friday."
    assert (articlekit.parse_markdown(text, attribute=False).summary == line) is is_summary


@pytest.mark.parametrize(("line", "credits"), [("The pier is gone.", 1), ("> The pier is gone.", 0)])
def test_a_signature_after_a_quotation_is_not_a_credit(line: str, credits: int) -> None:
    text = f"# Harbour closed\n\nThe harbour closed on Friday.\n\n{line}\n\n— Ada Quill"
    assert len(articlekit.parse_markdown(text, attribute=False).credits) == credits


@pytest.mark.parametrize(("line", "images"), [("Coast Guard / Tom Reed", 1), ("coast guard / Tom Reed", 0)])
def test_a_credit_in_bold_begins_with_a_capital(line: str, images: int) -> None:
    text = f"# Harbour closed\n\n**{line}**\n\nThe harbour closed on Friday."
    assert len(articlekit.parse_markdown(text, attribute=False).images) == images
