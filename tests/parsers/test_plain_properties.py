from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from articlekit.parsers.input.detect import detect_format
from articlekit.parsers.lines.normalize import without_invisible
from articlekit.parsers.plain import read_plain

LINES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        (
            "", " ", "> ", ">> quoted", "- item", "* item", "1. one", "2. two", "-----", "=====", "Title", "CROSSHEAD",
            "From: a@b.example", "Subject: =?utf-8?q?x=C3?=", "Date: Fri", "Content-Type: text/plain", "-- a --",
            "Content-Type: multipart/mixed; boundary=x", "--x", "--x--", "Content-Transfer-Encoding: base64", "a\tb\tc",
            "https://a.example/(b)).", "\t", "\f", "\xad", "• \xad", "har\xadbour\xad", "   The harbour of the town was closed on Friday by the govern-",
            "The ships that lay in the harbour of the old town were sent on to the sea and",
        )
    ),
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=12).map("\n".join)
MARKS = frozenset("-–—_=*~+·•‣◦▪●>.)0123456789")


@given(TEXTS)
@example("From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n--x--")
def test_any_text_gives_blocks_with_valid_links(text: str) -> None:
    detect_format(text)
    for block in read_plain(text).body.blocks:
        assert block.text
        assert [block.text[link.start : link.end] for link in block.links] == [link.href for link in block.links]


@given(TEXTS)
def test_the_text_of_a_block_has_single_spaces(text: str) -> None:
    for block in read_plain(text).body.blocks:
        assert block.kind == "table_row" or block.text == " ".join(block.text.split())


@given(TEXTS.filter(lambda text: "Content-T" not in text and "=?" not in text))
def test_every_word_is_kept_except_marks_of_layout(text: str) -> None:
    draft = read_plain(text)
    kept = "".join(
        [block.text for block in draft.body.blocks]
        + [value for values in draft.facts.meta.values() for value in values]
    )
    names = " ".join(draft.facts.meta)
    for word in text.split():
        bare = without_invisible(word.lstrip(">•‣◦▪●"))
        assert bare in kept or set(bare) <= MARKS or bare.removesuffix(":").lower() in names
