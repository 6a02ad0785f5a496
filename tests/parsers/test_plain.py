from __future__ import annotations

import pytest

from articlekit.parsers.draft import DraftBlock
from articlekit.parsers.plain import read_plain

WRAPPED = """\
Dockers walk out
By Ada Quill

MARROW BAY, June 13 (AP) - Dockers in the port of Marrow Bay walked out
on Friday after talks over pay for the night shift had broken down, the
harbour office said. It is the third strike of the year, said
Mayor Ilse Brandt.
   "We will not give in," she said, and went back to the town hall to
sign the papers that the owners had sent over from the capital in the
early morning.

"""


def texts(text: str) -> list[str]:
    return [block.text for block in read_plain(text).body.blocks]


def blocks(text: str) -> list[tuple[str, int | None, str]]:
    return [(block.kind, block.level, block.text) for block in read_plain(text).body.blocks]


def test_wrapped_lines_are_joined_and_short_lines_are_not() -> None:
    found = texts(WRAPPED)
    assert found[:2] == ["Dockers walk out", "By Ada Quill"]
    assert found[2].startswith("MARROW BAY, June 13 (AP) - Dockers")
    assert found[2].endswith("said Mayor Ilse Brandt.")


def test_an_indented_line_begins_a_paragraph_in_wrapped_text() -> None:
    assert texts(WRAPPED)[3].startswith('"We will not give in," she said')


def test_a_wrapped_sentence_continues_with_a_capital_too() -> None:
    text = WRAPPED + "The ships of the line were sent on to the harbour of the town of Port\nElswick on Saturday.\n"
    assert texts(text)[-1].endswith("the town of Port Elswick on Saturday.")


def test_paragraphs_on_one_line_each_are_not_joined() -> None:
    lines = [
        "The ferry between the two towns was cancelled on Thursday, its owner said.",
        "Nobody knew why. Hotel keepers were angry, and a third of all the guests went home at once.",
        "“It was a good ferry,” one said.",
        "The next one sails on Sunday, if there is a crew, according to the harbour office in the town.",
    ]
    assert texts("\n".join(lines)) == lines


def test_lines_that_are_not_sentences_are_not_joined() -> None:
    lines = ["Night ferry to Gull Island cancelled for the whole summer", "Islanders told by text", "13 June 2025"]
    assert texts("\n".join(lines)) == lines


def test_headlines_of_equal_length_are_not_joined() -> None:
    lines = [f"{name} of the Island Ferry Boats Told to Stay in Port" for name in ("Owner", "Crews", "Guest", "Mates")]
    assert texts("\n".join(lines)) == lines


def test_a_few_wrapped_lines_are_not_a_wrapped_text() -> None:
    wrapped = (
        "The ships in the harbour of the old town were sent on\n"
        + "to the sea and those that lay out on the sea to the\n" * 4
    )
    lines = [f"The owner of ship No. {n} in the harbour of the town said {'no' * 3 * n}." for n in range(11)]
    assert texts(wrapped + "\n" + "\n".join(lines))[1:] == lines


def test_a_much_longer_line_in_wrapped_text_is_not_joined() -> None:
    long = "The mayor said no. " * 20
    assert texts(WRAPPED + long + "\nNobody came.")[-2:] == [long.strip(), "Nobody came."]


def test_an_indented_line_begins_a_paragraph_after_a_full_line() -> None:
    full = "The ships in the harbour were sent on to the harbour of Port Elswick."
    assert texts(f"{WRAPPED}{full}\n   Nobody came.")[-2:] == [full, "Nobody came."]


def test_a_bullet_after_a_full_line_begins_an_item() -> None:
    full = "The union of the dockers of the harbour of the town of Marrow Bay wants:"
    assert blocks(f"{WRAPPED}{full}\n- pay\n- rest")[-2:] == [("list_item", 1, "pay"), ("list_item", 1, "rest")]


def test_a_sentence_on_two_lines_is_joined() -> None:
    assert texts("The storm tore away the old pier of Marrow Bay and\nfour boats.") == [
        "The storm tore away the old pier of Marrow Bay and four boats."
    ]


def test_a_word_hyphenated_at_a_wrap_is_joined_with_its_hyphen() -> None:
    text = WRAPPED + "The pay for the night shift has been a matter of dispute since the govern-\nment fell.\n"
    assert texts(text)[-1].endswith("since the govern-ment fell.")


def test_a_hyphenated_word_is_not_joined_in_unwrapped_text() -> None:
    assert texts("The strike committee met both the pre- and the post-\nwar owners.")[0].endswith("post- war owners.")


@pytest.mark.parametrize("rule", ["-----", "***", "* * *", "___", "======", "– – –"])
def test_a_horizontal_rule_is_dropped(rule: str) -> None:
    assert texts(f"It rained.\n\n{rule}\n\nIt stopped.") == ["It rained.", "It stopped."]


@pytest.mark.parametrize("mark", ["-30-", "###", "Page 2 of 3", "ENDS", "— AFP", "- AFP", "* Names were changed."])
def test_marks_with_a_meaning_are_kept(mark: str) -> None:
    assert blocks(f"It rained.\n\n{mark}")[1] == ("paragraph", None, mark)


@pytest.mark.parametrize("bullet", ["-", "*", "•", "–"])
def test_bullets_with_hanging_indents_are_list_items(bullet: str) -> None:
    assert blocks(f"They want:\n{bullet} more pay, and\n  less work\n{bullet} more sleep") == [
        ("paragraph", None, "They want:"),
        ("list_item", 1, "more pay, and less work"),
        ("list_item", 1, "more sleep"),
    ]


def test_indented_items_have_a_higher_level() -> None:
    levels = [level for _, level, _ in blocks("- pay\n  - nights\n    - Sundays\n  - days\n- rest")]
    assert levels == [1, 2, 3, 2, 1]


def test_numbers_that_count_from_one_are_list_items() -> None:
    assert blocks("1. pay\n2. rest\n\n3) sleep") == [
        ("list_item", 1, "pay"),
        ("list_item", 1, "rest"),
        ("list_item", 1, "sleep"),
    ]


@pytest.mark.parametrize(
    "text",
    ["3. The council meets.", "13. June was dry.\n\n20. July was wet.", "1. FC Elswick lost.", "2. pay\n\n3. rest"],
)
def test_a_number_outside_a_numbered_list_is_kept(text: str) -> None:
    assert "\n\n".join(texts(text)) == text


def test_e_mail_quotations_have_their_depth() -> None:
    assert blocks("He wrote:\n> I know\n>> You do?\n> > Do you?\n\nBye.") == [
        ("paragraph", None, "He wrote:"),
        ("quotation", 1, "I know"),
        ("quotation", 2, "You do?"),
        ("quotation", 2, "Do you?"),
        ("paragraph", None, "Bye."),
    ]


def test_too_deep_quotations_are_a_problem_and_lose_no_word() -> None:
    draft = read_plain(">" * 10_000 + " still here")
    assert (draft.body.blocks[0].text, draft.body.blocks[0].level) == ("still here", 100)
    assert [problem.code for problem in draft.problems] == ["too-deep"]


def test_underlined_lines_are_headings() -> None:
    assert blocks("Ferry resumes\n=============\n\nIt sails.\n\nWhat next\n---------\nNobody knows.") == [
        ("heading", 1, "Ferry resumes"),
        ("paragraph", None, "It sails."),
        ("heading", 2, "What next"),
        ("paragraph", None, "Nobody knows."),
    ]


@pytest.mark.parametrize("line", ["Again.", "It sails again.", "A line much longer than the rule that follows it"])
def test_a_rule_under_a_sentence_or_of_another_length_is_not_an_underline(line: str) -> None:
    assert blocks(f"{line}\n-----\n\nThe end.")[0] == ("paragraph", None, line)


STORY = "The ferry between Marrow Bay and Gull Island sails again on Sunday, its owner said on Friday morning."


def test_a_line_in_capitals_between_paragraphs_is_a_crosshead() -> None:
    assert ("heading", 2, "WHAT HAPPENS NEXT?") in blocks(f"{STORY}\n\nWHAT HAPPENS NEXT?\n\nNobody knows.")


@pytest.mark.parametrize(
    "text",
    [
        f"FOR IMMEDIATE RELEASE\n\n{STORY}",
        f"{STORY}\n\nENDS",
        f"{STORY}\n\nIT RAINED.\n\nIt stopped.",
        f"{STORY}\n\n(MORE)\n\nIt stopped.",
        f"{STORY}\n\n3,400\n\nIt stopped.",
        f"{STORY.upper()}\n\nWHAT NEXT\n\nNOBODY KNOWS",
    ],
)
def test_other_lines_in_capitals_are_not_crossheads(text: str) -> None:
    assert all(kind != "heading" for kind, _, _ in blocks(text))


def test_lines_with_tabs_between_cells_are_table_rows() -> None:
    assert blocks("Year\tVisitors\tCost \n2024\t\t431,000\nOne\tonly") == [
        ("table_row", None, "Year\tVisitors\tCost"),
        ("table_row", None, "2024\t\t431,000"),
        ("paragraph", None, "One only"),
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n \t\n", "\f", "\n\f\n", "\u2029\u2029"])
def test_a_blank_line_or_a_page_break_ends_a_paragraph(gap: str) -> None:
    assert texts(f"The storm tore away the pier of the town of Marrow Bay and{gap}four boats.")[1] == "four boats."


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("See https://ferry.example/a.", "https://ferry.example/a"),
        ("See <https://ferry.example/a?b=c&d>, he said", "https://ferry.example/a?b=c&d"),
        ("(https://ferry.example/a_(b))", "https://ferry.example/a_(b)"),
        ("“HTTP://Ferry.example/,”", "HTTP://Ferry.example/"),
        ("https://ferry.example/a/[1]]...", "https://ferry.example/a/[1]"),
    ],
)
def test_bare_urls_are_links_with_their_exact_characters(text: str, href: str) -> None:
    (block,) = read_plain(text).body.blocks
    assert block.text == text
    assert [(block.text[link.start : link.end], link.href) for link in block.links] == [(href, href)]


@pytest.mark.parametrize(
    "text", ["press@ferry.example", "www.ferry.example", "xhttps://a", "https://", "https://...", "http:// a"]
)
def test_other_words_are_not_links(text: str) -> None:
    assert read_plain(text).body.blocks[0].links == ()


@pytest.mark.parametrize("text", ["", "\n" * 1_000, " \t\n>\n", "\f\f"])
def test_empty_text_gives_no_blocks(text: str) -> None:
    assert read_plain(text).body.blocks == []


def test_a_line_of_five_million_characters_is_one_block() -> None:
    (block,) = read_plain("rain " * 1_000_000).body.blocks
    assert isinstance(block, DraftBlock)
    assert len(block.text) == 4_999_999
