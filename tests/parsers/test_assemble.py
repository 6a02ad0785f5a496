"""Assembly: the order of decisions, the spans, and that no word is ever lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.parsers.fields import TABLES
from articlekit.parsers.markdown import read_markdown

LINES = sorted(
    {
        part
        for table in TABLES
        for rule in table.rules
        for report in (rule.example, rule.near_miss)
        if not report.startswith(("---", "From:", "<"))
        for part in report.split("\n\n")
        if part.strip()
    }
)
# The last line is always there: an address alone is no report.
pages = st.lists(st.sampled_from(LINES), max_size=12).map(lambda lines: "\n\n".join([*lines, "Rain fell."]))
PAGE = """# Storm Shuts Harbour for a Week – Courier

Ferries stay in port until Monday.

By Ada Quill

June 13, 2025

**Coast Guard / Harbour Master Tom Reed**

The harbour of Marrow Bay will stay closed, The Harbour Courier [reported](#) Friday, after the

storm tore away the pier.

READ MORE: [Storm nears](/storm)

Correction: An earlier version misspelt the mayor's name.

Sign up for our newsletter.

Original url:

<https://www.theharbourcourier.example/2025/06/13/storm>
"""


def everything(article: articlekit.Article) -> str:
    """All words that the article kept, wherever it put them."""
    kept = [article.text, article.title or "", article.summary or ""]
    kept += [item.raw for item in article.evidence]
    kept += [lost.raw for item in article.evidence for lost in item.rejected]
    kept += [f"{i.url} {i.alt} {i.caption} {i.credit}" for i in article.images]
    kept += [f"{link.text} {link.href}" for link in article.links]
    return " ".join(kept)


@given(pages)
def test_no_word_of_a_page_is_lost(report: str) -> None:
    words = {word for block in read_markdown(report).body.blocks for word in re.findall(r"\w+", block.text)}
    kept = set(re.findall(r"\w+", everything(articlekit.parse_markdown(report))))
    assert words - kept == set()


@given(pages)
def test_blocks_tile_the_text_and_links_stand_at_their_words(report: str) -> None:
    article = articlekit.parse_markdown(report, attribute=False)
    assert "\n\n".join(articlekit.slice_text(article, [b.span]) for b in article.blocks) == article.text
    for link in article.links:
        assert link.span is None or articlekit.slice_text(article, [link.span]) == link.text


@given(pages)
def test_what_was_parsed_is_loaded_from_its_json_again(report: str) -> None:
    article = articlekit.parse_markdown(report)
    assert articlekit.loads(articlekit.dumps(article)) == article


def test_a_whole_page_falls_into_its_fields() -> None:
    article = articlekit.parse(PAGE)
    assert article.title == "Storm Shuts Harbour for a Week – Courier"
    assert article.summary == "Ferries stay in port until Monday."
    assert [a.name for a in article.authors] == ["Ada Quill"]
    assert article.published is not None
    assert article.published.value == "2025-06-13"
    assert [i.credit for i in article.images] == ["Coast Guard / Harbour Master Tom Reed"]
    assert article.publisher == articlekit.Publisher(name="The Harbour Courier", domain="theharbourcourier.example")
    assert [b.kind for b in article.blocks] == ["standfirst", "paragraph", "note"]
    assert "after the storm tore away" in article.text
    assert [(link.kind, link.href, link.url) for link in article.links] == [
        ("reference", "#", None),
        ("related", "/storm", "https://www.theharbourcourier.example/storm"),
        ("original", article.url, article.url),
    ]
    assert article.problems == ()


def test_words_that_leave_the_body_stay_in_the_evidence() -> None:
    article = articlekit.parse(PAGE)
    assert ("text.newsletter", "Sign up for our newsletter.") in [(e.rule, e.raw) for e in article.evidence]


def test_what_lost_is_told_beside_what_won() -> None:
    article = articlekit.parse("# Harbour closed\n\n13 June 2025\n\nThe harbour closed.\n\nPublished: 14 June 2025")
    (evidence,) = [item for item in article.evidence if item.field == "published"]
    assert evidence.raw == "13 June 2025"
    assert [lost.raw for lost in evidence.rejected] == ["Published: 14 June 2025"]


@pytest.mark.parametrize(
    ("report", "code"),
    [
        ("The harbour closed on 13 June 2025.", "no-title"),
        ("# Harbour closed", "no-body"),
        ("# Harbour closed\n\nIt closed on Friday.", "no-anchor"),
        ("# Harbour closed\n\nIt closed on 03/02/2024.", "ambiguous-date"),
        ("# Harbour closed\n\n03/02/2024\n\nIt closed.", "ambiguous-date"),
    ],
)
def test_what_could_not_be_done_is_a_problem(report: str, code: str) -> None:
    assert code in [problem.code for problem in articlekit.parse(report, attribute=False).problems]


def test_a_modified_date_is_never_the_published_one() -> None:
    article = articlekit.parse("# Harbour closed\n\nUpdated 14 June 2025\n\nThe harbour closed.")
    assert article.published is None
    assert article.modified is not None
    assert article.modified.value == "2025-06-14"


def test_published_and_updated_in_one_line_are_told_apart() -> None:
    line = "Published 4:12 PM EST, Tue March 4, 2025 | Updated 9:03 AM EST, Wed March 5, 2025"
    article = articlekit.parse(f"# Harbour closed\n\n{line}\n\nThe harbour closed.")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value, article.modified.value) == ("2025-03-04T16:12-05:00", "2025-03-05T09:03-05:00")
    assert article.text == "The harbour closed."
