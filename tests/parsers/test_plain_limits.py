"""Plain text on both sides of each limit of the reader."""

from __future__ import annotations

import pytest

from articlekit.parsers.plain import read_plain


def line(width: int, start: str = "ships") -> str:
    """Return a line of running text that is exactly ``width`` characters long."""
    text = (start + " ship" * 40)[:width]
    return f"{text[:-1]}s" if text.endswith(" ") else text


def wrapped(*widths: int) -> str:
    """Return lines of running text of these widths."""
    return "\n".join(line(width) for width in widths)


def blocks(text: str) -> list[tuple[str, int | None, str]]:
    return [(block.kind, block.level, block.text) for block in read_plain(text).body.blocks]


UNIFORM = wrapped(*[70] * 8)
RAGGED = wrapped(*[70, 50] * 5, 70, 70, 70)


@pytest.mark.parametrize(("width", "is_joined"), [(44, False), (45, True)])
def test_a_line_is_a_sentence_from_a_minimum_width(width: int, is_joined: bool) -> None:
    assert (len(blocks(f"{line(width)}\nand ferries")) == 1) is is_joined


@pytest.mark.parametrize(
    ("text", "width", "is_joined"), [(RAGGED, 60, True), (RAGGED, 50, False), (UNIFORM, 60, False), (UNIFORM, 70, True)]
)
def test_only_in_ragged_text_a_shorter_first_line_is_continued(text: str, width: int, is_joined: bool) -> None:
    last = f"{line(width, 'The ships')}\nPort Elswick was quiet."
    assert (blocks(f"{text}\n\n{last}")[-1][2] == last.replace("\n", " ")) is is_joined


@pytest.mark.parametrize(("width", "count"), [(29, 5), (30, 1)])
def test_lines_below_the_smallest_column_are_not_wrapped(width: int, count: int) -> None:
    assert len(blocks(wrapped(*[width] * 5))) == count


@pytest.mark.parametrize(("width", "is_joined"), [(130, True), (131, False)])
def test_lines_beyond_the_largest_column_are_not_wrapped(width: int, is_joined: bool) -> None:
    last = f"{line(width)}\nPort Elswick was quiet."
    assert (blocks(f"{wrapped(*[width] * 5)}\n\n{last}")[-1][2] == last.replace("\n", " ")) is is_joined


def test_long_words_do_not_show_where_a_text_is_wrapped() -> None:
    url = "https://marrowbay.example/" + "x" * 60
    text = "\n\n".join(f"{line(width)}\n{url}" for width in (40, 60, 80))
    assert [found for _, _, found in blocks(text)][:2] == [line(40), url]


def test_list_items_do_not_count_as_lines_of_wrapped_text() -> None:
    items = "\n".join(f"- {line(29 + width)}" for width in range(12))
    last = f"{line(70)}\nPort Elswick was quiet."
    assert blocks(f"{wrapped(*[70] * 4)}\n\n{items}\n\n{last}")[-1][2] == last.replace("\n", " ")


def test_wrapped_text_in_capitals_is_joined() -> None:
    assert len(blocks(UNIFORM.upper())) == 1


def test_a_dash_in_a_sentence_of_wrapped_text_begins_no_item() -> None:
    assert len(blocks(f"{UNIFORM}\n\n{line(70)}\n- as in May - until Sunday.")) == 2


def test_an_indented_line_that_continues_a_sentence_is_joined() -> None:
    assert len(blocks(f"{UNIFORM}\n   and ferries.")) == 1


def test_a_list_item_may_be_wrapped_without_a_hanging_indent() -> None:
    assert blocks(f"- {line(60)}\nand ferries\n- rest")[0] == ("list_item", 1, f"{line(60)} and ferries")


@pytest.mark.parametrize(
    "text",
    [
        "Ferry resumes\n*************",
        "- Ferry resumes\n-------------",
        "The storm tore away the old pier of Marrow Bay and\nfour boats\n" + "-" * 50,
        f"{line(121)}\n{'-' * 121}",
    ],
)
def test_a_rule_below_something_else_than_a_short_line_is_not_an_underline(text: str) -> None:
    assert "heading" not in [kind for kind, _, _ in blocks(text)]


def test_the_longest_line_that_can_be_underlined_is_a_heading() -> None:
    assert blocks(f"{line(120)}\n{'-' * 120}") == [("heading", 2, line(120))]


def test_only_the_first_heading_has_the_first_level() -> None:
    assert [level for _, level, _ in blocks("Ferry\n=====\n\nIt sails.\n\nNext\n====\nNobody knows.")] == [
        1,
        None,
        2,
        None,
    ]


@pytest.mark.parametrize(("width", "kind"), [(79, "paragraph"), (80, "heading")])
def test_a_crosshead_follows_a_paragraph_of_prose(width: int, kind: str) -> None:
    assert blocks(f"{line(width)}\n\nWHAT NEXT\n\nNobody knows.")[1][0] == kind


@pytest.mark.parametrize(("crosshead", "kind"), [
    (line(80).upper(), "heading"), (line(81).upper(), "paragraph"), ("ABC 52", "heading"), ("AB 52", "paragraph"),
])  # fmt: skip
def test_a_crosshead_has_a_limited_length_and_enough_letters(crosshead: str, kind: str) -> None:
    assert blocks(f"{line(80)}\n\n{crosshead}\n\nNobody knows.")[1][0] == kind
