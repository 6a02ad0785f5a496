from __future__ import annotations

import pytest

from articlekit.models import Image
from articlekit.parsers.draft import DraftBlock
from articlekit.parsers.markdown import read_markdown


def read(markdown: str) -> list[tuple[str, str]]:
    """Return the kind and the text of each block."""
    return [(block.kind, block.text) for block in read_markdown(markdown).body.blocks]


def read_one(markdown: str) -> DraftBlock:
    """Return the only block of the text."""
    (block,) = read_markdown(markdown).body.blocks
    return block


def links(markdown: str) -> list[tuple[str, str]]:
    """Return the words and the target of each link."""
    return [(b.text[k.start : k.end], k.href) for b in read_markdown(markdown).body.blocks for k in b.links]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Pier closed", [("heading", "Pier closed", 1)]),
        ("Pier closed\n---\n\n### Why ###", [("heading", "Pier closed", 2), ("heading", "Why", 3)]),
        ("- sun\n- rain\n  1. hail", [("list_item", "sun", 1), ("list_item", "rain", 1), ("list_item", "hail", 2)]),
        ("- sun\n\n  and wind", [("list_item", "sun", 1), ("list_item", "and wind", 1)]),
        ("> Rain.\n>\n> > Sun.", [("quotation", "Rain.", 1), ("quotation", "Sun.", 2)]),
        ("> - sun\n\n- > rain", [("list_item", "sun", 1), ("quotation", "rain", 1)]),
        ("> ## Pier\n\nOpen", [("heading", "Pier", 2), ("paragraph", "Open", None)]),
    ],
)
def test_blocks_have_kind_and_level(markdown: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert [(block.kind, block.text, block.level) for block in read_markdown(markdown).body.blocks] == expected


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Rain  fell\non the\tpier.", "Rain fell on the pier."),
        ("Rain fell  \non the\\\npier.", "Rain fell\non the\npier."),
        (r"1986\. A \*star\* \[sic\]", "1986. A *star* [sic]"),
        ("Caf&eacute; &amp; bar&nbsp;&#8212; open", "Café & bar — open"),
        ("The `km / h` ~~not~~ *now* __then__", "The km / h not now then"),
        ("Tide[^1] turns.", "Tide[^1] turns."),
        ("[Update]: Confirmed", "[Update]: Confirmed"),
        ("[1]: Smith, 2020", "[1]: Smith, 2020"),
    ],
)
def test_the_text_of_a_paragraph_is_the_visible_text(markdown: str, text: str) -> None:
    assert read_one(markdown).text == text


def test_a_thematic_break_is_left_out() -> None:
    assert read("Rain.\n\n* * *\n\nSun.") == [("paragraph", "Rain."), ("paragraph", "Sun.")]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("The *Courier* [re*port*ed](#) it.", [("reported", "#")]),
        ("[ Rain ](/a 'Title') fell [on](<b c>) [Friday](https://example.com/é).", [("Rain", "/a"), ("on", "b c"), ("Friday", "https://example.com/é")]),
        ("See <https://example.com/a> or <me@example.com>.", [("https://example.com/a", "https://example.com/a"), ("me@example.com", "mailto:me@example.com")]),
        ("[Rain][r] and [sun].\n\n[r]: /rain 'Title'\n[sun]: /sun", [("Rain", "/rain"), ("sun", "/sun")]),
        ("[go](javascript:void(0))", [("go", "javascript:void(0)")]),
        ("Rain [](/empty) fell", [("", "/empty")]),
        ("https://example.com/a", [("https://example.com/a", "https://example.com/a")]),
        ("www.example.com/a", []),
        ("See https://example.com/a, there", [("https://example.com/a", "https://example.com/a")]),
        ("[See https://example.com/a there](/b)", [("See https://example.com/a there", "/b")]),
        ("# [Rain](/a) at last\n\n- [x](/b)\n\n> [y](/c)", [("Rain", "/a"), ("x", "/b"), ("y", "/c")]),
    ],
)  # fmt: skip
def test_a_link_has_its_exact_words_and_its_target_as_written(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert links(markdown) == expected


def test_code_keeps_lines_and_indentation() -> None:
    assert read("```text\na  b\n  c\n```\n\n    d\n      e\n") == [
        ("preformatted", "a  b\n  c"),
        ("preformatted", "d\n  e"),
    ]


def test_several_words_after_a_fence_are_part_of_the_text() -> None:
    assert read_one("``` said the harbour master\nRain.\n```").text == "said the harbour master\nRain."


@pytest.mark.parametrize(
    ("markdown", "rows"),
    [
        ("| a | b |\n|---|---|\n| c | d *e* |", ["a\tb", "c\td e"]),
        ("|  | b |\n|--|--|\n| c |", ["\tb", "c\t"]),
        ("a | b\n--|--\nc | d | more \\| words | [x](/x)", ["a\tb", "c\td\tmore | words\tx"]),
        ("> | a |\n> |---|\n> | b | c |", ["a", "b\tc"]),
    ],
)
def test_a_table_row_is_a_block_with_all_its_cells(markdown: str, rows: list[str]) -> None:
    assert read(markdown) == [("table_row", row) for row in rows]


def test_a_link_in_a_table_has_its_exact_words() -> None:
    assert links("| a | b |\n|---|---|\n| [x](/1) | see [y z](/2) |") == [("x", "/1"), ("y z", "/2")]


@pytest.mark.parametrize(
    ("markdown", "quotation"),
    [
        ("> The pier is open.\n> — Ilse Brandt, minister", "The pier is open."),
        ("> The *pier* is “open”\n> -- [Ilse Brandt](/b), minister", "The pier is “open”"),
        ("> The pier is open  \n> *— Ilse Brandt, minister*", "The pier is open"),
        ("> [The pier](/p) is open<br>\n> – Ilse Brandt, minister", "The pier is open"),
    ],
)
def test_a_signature_under_a_quotation_is_a_separate_block(markdown: str, quotation: str) -> None:
    first, second = read_markdown(markdown).body.blocks
    assert (first.kind, first.text) == ("quotation", quotation)
    assert second.kind == "quotation"
    assert second.text.endswith("Ilse Brandt, minister")
    assert all(0 <= k.start < k.end <= len(b.text) for b in (first, second) for k in b.links)


def test_links_keep_their_words_when_a_signature_is_split_off() -> None:
    assert links("> [Open](/o), it is.\n> — [Ilse Brandt](/b)") == [("Open", "/o"), ("Ilse Brandt", "/b")]


@pytest.mark.parametrize(
    "markdown",
    [
        "> The pier, she said,\n> — and few disagree — is open.",
        "> The pier is open.\n> It is dry.",
        "> — Ilse Brandt, minister",
        "The pier is open.\n— Ilse Brandt, minister",
    ],
)
def test_a_dash_in_running_text_is_not_a_signature(markdown: str) -> None:
    assert "\n" not in read_one(markdown).text


@pytest.mark.parametrize(
    ("markdown", "emphasis"),
    [
        ("**Coast Guard / Tom Reed**", True),
        ("*By [Ada Quill](/ada)*.", True),
        ("***Rain***", True),
        ("**Photo:** *Ada Quill*", True),
        ("**Photo:** Ada Quill", False),
        ("Rain", False),
        ("“*Rain*”", True),
        ("*Rain* `x`", False),
    ],
)
def test_a_block_is_emphasized_only_if_all_its_words_are(markdown: str, emphasis: bool) -> None:
    assert read_one(markdown).emphasis is emphasis


def test_an_image_alone_is_an_image_block() -> None:
    block = read_one('![The *pier*, [closed](/c)](pier.jpg "On Friday")')
    assert (block.kind, block.text) == ("image", "")
    assert block.image == Image(url="pier.jpg", alt="The pier, closed", caption="On Friday")


def test_an_image_in_a_paragraph_follows_it_as_a_block() -> None:
    assert read("The pier ![a pier](p.jpg) closed.\n\nRain.") == [
        ("paragraph", "The pier closed."),
        ("image", ""),
        ("paragraph", "Rain."),
    ]


def test_a_link_around_an_image_is_kept_with_the_image() -> None:
    image = read_one("[![A pier](p.jpg)](/large)")
    assert [(k.start, k.end, k.href) for k in image.links] == [(0, 0, "/large")]
    assert links("[![A pier](p.jpg)](/large) Open.") == [("", "/large")]


def test_front_matter_is_metadata_and_not_text() -> None:
    draft = read_markdown("---\ntitle: Pier closed\ntags: [a, b]\n---\n\nRain.")
    assert draft.facts.meta == {"front_matter:title": ("Pier closed",), "front_matter:tags": ("a", "b")}
    assert [block.text for block in draft.body.blocks] == ["Rain."]


def test_broken_front_matter_is_text_and_a_problem() -> None:
    draft = read_markdown("---\ntitle: 'Pier closed\n---\n\nRain.")
    assert "Pier closed" in draft.body.blocks[0].text
    assert [problem.code for problem in draft.problems] == ["bad-structured-data"]


def test_link_targets_split_at_a_hyphen_are_joined() -> None:
    assert links("# [Pier closed](/news/pier-\nclosed-on-\nfriday)\n\nWell-\nknown (so-\ncalled).") == [("Pier closed", "/news/pier-closed-on-friday")]  # fmt: skip


def test_a_malformed_numbered_definition_does_not_affect_the_next_ones() -> None:
    definitions = "   [1]: javascript: go()\n   [2]: /a (Tide (high))\n   [3]: (Rain)\n   [4]: /b\n"
    markdown = f"[x][1] [y][2] [z][4]\n\n{definitions}"
    assert read(markdown) == [("paragraph", "x y z")]
    assert links(markdown) == [("x", "javascript: go()"), ("y", "/a"), ("z", "/b")]


def test_a_link_around_several_blocks_links_each_of_them() -> None:
    markdown = '[\n\n![a](p.jpg)\n\n### Pier *closed*\n\nRain.](/pier "Title")\n\nSun.'
    assert read(markdown) == [("image", ""), ("heading", "Pier closed"), ("paragraph", "Rain."), ("paragraph", "Sun.")]
    assert links(markdown) == [("", "/pier"), ("Pier closed", "/pier"), ("Rain.", "/pier")]


@pytest.mark.parametrize("markdown", ["Rain](/a)", "[sic] rain\n\nfell](/a)", "[rain\n\nfell](/a) there"])
def test_brackets_that_are_not_a_link_are_kept(markdown: str) -> None:
    assert " ".join(text for _, text in read(markdown)) == markdown.replace("\n\n", " ")


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("> " * 10_000 + "deep words", {"deep", "words"}),
        ("- " * 10_000 + "deep words", {"deep", "words"}),
        ("\n\n".join("> " * n + f"w{n}" for n in range(1, 60)), {f"w{n}" for n in range(1, 60)}),
        ("\n".join("  " * n + f"- w{n}" for n in range(60)), {f"w{n}" for n in range(60)}),
        ("> " * 40 + "rain\nfell\n\nlater", {"rain", "fell", "later"}),
        ("<blockquote>" * 500 + "rain" + "</blockquote>" * 500 + "<p>fell", {"rain", "fell"}),
    ],
)
def test_nesting_that_is_too_deep_is_a_problem_and_loses_no_word(markdown: str, words: set[str]) -> None:
    draft = read_markdown(markdown)
    assert words <= {word for block in draft.body.blocks for word in block.text.split()}
    assert "too-deep" in [problem.code for problem in draft.problems]


@pytest.mark.parametrize(
    "markdown",
    [
        "rain " + "[" * 3000 + " fell",
        "rain " + "*" * 3000 + " fell",
        "rain " + "`a" * 999 + " fell",
        "rain " + "<" * 3000 + " fell",
        "rain " + "![" * 999 + " fell",
        "*a **b " * 900 + "rain fell" + " c** d*" * 900,
        "<div>rain" + "<a b='" * 999 + " fell",
        "<div>rain" + "<!--" * 999 + " fell",
        "<div>rain &#" + "9" * 5000 + "; fell",
        "[rain" * 1500 + " fell](/u)",
    ],
)
def test_long_runs_of_markup_lose_no_word(markdown: str) -> None:
    text = " ".join(text for _, text in read(markdown))
    assert "rain" in text
    assert "fell" in text


def test_escaped_characters_in_alt_text_are_kept() -> None:
    image = read_markdown(r"![5 \* 3 &amp; \[sic\]](a.jpg)").body.blocks[0].image
    assert image
    assert image.alt == "5 * 3 & [sic]"


@pytest.mark.parametrize(("between", "is_linked"), [(11, True), (12, False)])
def test_a_link_around_blocks_has_a_limited_number_of_blocks(between: int, is_linked: bool) -> None:
    markdown = "[sun\n\n" + "wind\n\n" * between + "rain](/a)"
    assert bool(links(markdown)) is is_linked


def test_a_link_around_blocks_leaves_links_inside_them_alone() -> None:
    assert links("[\n\n### [Pier](/p) open\n\nRain.](/x)") == [("Pier", "/p"), ("Rain.", "/x")]


@pytest.mark.parametrize("markdown", ["[sun\n\n    rain](/a)", "    [sun\n\nrain](/a)"])
def test_brackets_in_code_are_not_a_link_around_blocks(markdown: str) -> None:
    assert links(markdown) == []


def test_levels_are_counted_up_to_twenty() -> None:
    nested = "".join(f"<blockquote>w{depth}" for depth in range(1, 23))
    assert [block.level for block in read_markdown(nested).body.blocks][-4:] == [19, 20, 20, 20]
