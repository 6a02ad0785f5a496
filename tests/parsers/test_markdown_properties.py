"""Properties of the Markdown reader for any text, and for prose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articlekit.parsers.markdown import read_markdown

MARKUP = [
    "> ", "- ", "1. ", "# ", "* ", "**", "_", "`", "```\n", "~~", "[", "](", ")", "![", "|", "|-|-|\n", "\n", "\n\n",
    "    ", "\\", "  \n", "<div>", "</div>", "<blockquote>", "</blockquote>", "<a href=x>", "</a>", "<ul><li>", "</ul>",
    "<table><tr><td>", "</td>", "</tr>", "<img src=x alt=y>", "<figcaption>", "</figcaption>", "<pre>", "</pre>",
    "<script>", "</script>", "<!--", "-->", "<", "&amp;", "&#1;", "---\n", "a: b\n", "[1]: ", "https://example.com/-\n",
    "— ", " ", "\t", "\u00a0", "\x0c", "rain", "é", "\ud800", "\U0001f300", "===\n", "<b>", "</b>", "<br>", "“Sun.”",
]  # fmt: skip
markup = st.lists(st.sampled_from(MARKUP), max_size=60).map("".join)
word = st.text("abcdefghijklmnopqrstuvwxyzäé’", min_size=1, max_size=9)
sentence = st.lists(word, min_size=1, max_size=12).map(lambda words: " ".join(words).capitalize() + ".")


@given(markup | st.text(max_size=300))
def test_any_text_gives_blocks_with_single_spaces_and_valid_links(text: str) -> None:
    for block in read_markdown(text).body.blocks:
        assert bool(block.text) != (block.image is not None)
        assert all(0 <= link.start <= link.end <= len(block.text) for link in block.links)
        assert [link.start for link in block.links] == sorted(link.start for link in block.links)
        if block.kind != "preformatted":
            parts = block.text.replace("\n", " ").replace("\t", " ") if block.kind == "table_row" else block.text
            assert all(" ".join(part.split()) == part for part in block.text.replace("\t", "\n").split("\n")), parts


@given(st.lists(st.lists(sentence, min_size=1, max_size=4), min_size=1, max_size=6))
def test_every_word_of_prose_is_kept_in_order(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join("\n".join(lines) for lines in paragraphs)
    assert [block.text for block in read_markdown(text).body.blocks] == [" ".join(lines) for lines in paragraphs]


@given(markup, sentence)
def test_a_paragraph_after_closed_markup_is_kept(before: str, last: str) -> None:
    # Code, link targets and invisible HTML may contain the last sentence, so they are removed.
    text = before.replace("<script>", "").replace("<!--", "").replace("```", "").replace("<", "").replace("[", "")
    read = " ".join(block.text for block in read_markdown(f"{text}\n\n{last}").body.blocks)
    assert last in " ".join(read.split())
