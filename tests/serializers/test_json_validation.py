from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from articlekit.errors import SchemaError
from articlekit.models import Article, Span
from articlekit.serializers import dumps, from_dict, loads, to_dict

Path = tuple[str | int, ...]


def put(data: dict[str, Any], path: Path, value: object) -> None:
    """Set ``value`` at ``path``."""
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value


def faults_of(data: dict[str, Any]) -> list[str]:
    """Return the faults in the error that ``data`` raises."""
    with pytest.raises(SchemaError) as caught:
        from_dict(data)
    first, *lines = str(caught.value).splitlines()
    assert first == "not a valid article:"
    return lines


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("text",), None, "text: must be a string, not null"),
        (("text",), 3, "text: must be a string, not an integer"),
        (("byline",), "Ada", "unknown field 'byline'"),
        (("claims", 0, "speaker"), "x", "claims[0]: unknown field 'speaker'"),
        (("claims",), {}, "claims: must be an array, not an object"),
        (("tags",), "ferry", "tags: must be an array, not a string"),
        (("tags", 1), 2, "tags[1]: must be a string, not an integer"),
        (("claims", 1), "x", "claims[1]: must be an object, not a string"),
        (("publisher",), [], "publisher: must be an object, not an array"),
        (("claims", 1, "cue"), "told", "claims[1].cue: must be an object, not a string"),
        (("claims", 0, "negated"), 1, "claims[0].negated: must be a boolean, not an integer"),
        (("claims", 0, "confidence"), True, "claims[0].confidence: must be a number, not a boolean"),
        (("claims", 0, "confidence"), "1", "claims[0].confidence: must be a number, not a string"),
        (("claims", 0, "confidence"), 1.5, "claims[0]: Claim.confidence must be between 0 and 1; got 1.5"),
        (("claims", 0, "confidence"), 10**400, "claims[0].confidence: int too large to convert to float"),
        (("claims", 0, "sources"), "source-1", "claims[0].sources: must be an array, not a string"),
        (("claims", 0, "sources", 0), 1, "claims[0].sources[0]: must be a string, not an integer"),
        (("claims", 0, "form"), "spoken", "claims[0].form: must be one of direct, indirect, mixed; got 'spoken'"),
        (("claims", 0, "form"), [], "claims[0].form: must be one of direct, indirect, mixed; got []"),
        (("quotes", 0, "kind"), None, "quotes[0].kind: must be one of speech, fragment, scare, title, name; got None"),
        (("blocks", 1, "level"), "1", "blocks[1].level: must be an integer, not a string"),
        (("blocks", 1, "level"), True, "blocks[1].level: must be an integer, not a boolean"),
        (("blocks", 1, "level"), 1.0, "blocks[1].level: must be an integer, not a number"),
        (("published", "earliest"), "13 June", "published.earliest: must be YYYY-MM-DD; got '13 June'"),
        (("published", "earliest"), "20250613", "published.earliest: must be YYYY-MM-DD; got '20250613'"),
        (("published", "earliest"), "2025-02-30", "published.earliest: must be YYYY-MM-DD; got '2025-02-30'"),
        (
            ("published", "at"),
            "2025-06-13",
            "published.at: must be YYYY-MM-DDThh:mm:ss with an optional offset; got '2025-06-13'",
        ),
        (
            ("published", "latest"),
            "2025-06-12",
            "published: When.latest (2025-06-12) must not be before When.earliest (2025-06-13)",
        ),
        (("claims", 0, "spans", 0), [5, 3], "claims[0].spans[0]: Span.end (3) must not be less than Span.start (5)"),
        (("claims", 0, "spans", 0), [-1, 3], "claims[0].spans[0]: Span.start must not be negative; got -1"),
        (("claims", 0, "spans", 0), ["0", 3], "claims[0].spans[0]: must be an integer, not a string"),
        (("links", 0, "span"), "0-3", 'links[0].span: must be [start, end] or [start, end, "title"], not a string'),
        (("links", 0, "span"), [1], 'links[0].span: must be [start, end] or [start, end, "title"]; got [1]'),
        (
            ("links", 0, "span"),
            [1, 2, "text"],
            "links[0].span: must be [start, end] or [start, end, \"title\"]; got [1, 2, 'text']",
        ),
        (
            ("evidence", 0, "rejected", 0, "rejected"),
            [],
            "evidence[0].rejected[0]: unknown field 'rejected'",
        ),
    ],
)
def test_a_wrong_value_is_reported_with_its_path(article: Article, path: Path, value: object, fault: str) -> None:
    data = to_dict(article, full=True)
    put(data, path, value)
    assert faults_of(data) == [fault]


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        (("text",), "text: missing"),
        (("claims", 1, "rule"), "claims[1].rule: missing"),
        (("claims", 1, "cue", "kind"), "claims[1].cue.kind: missing"),
        (("evidence", 0, "rejected", 0, "raw"), "evidence[0].rejected[0].raw: missing"),
    ],
)
def test_a_missing_field_is_reported_with_its_path(article: Article, path: Path, fault: str) -> None:
    data = to_dict(article)
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    assert faults_of(data) == [fault]


@pytest.mark.parametrize(
    ("path", "value", "faults"),
    [
        (("claims", 1, "sources", 0), "source-9", ["claims[1].sources[0]: no source has the id 'source-9'"]),
        (("claims", 1, "audience", 0), "paper", ["claims[1].audience[0]: no source has the id 'paper'"]),
        (("claims", 1, "links", 0), "link-9", ["claims[1].links[0]: no link has the id 'link-9'"]),
        (("claims", 1, "quotes", 0), "claim-1", ["claims[1].quotes[0]: no quote has the id 'claim-1'"]),
        (("quotes", 1, "sources", 0), "source-9", ["quotes[1].sources[0]: no source has the id 'source-9'"]),
        (("links", 1, "id"), "link-1", ["links[1].id: 'link-1' is already the id of links[0]"]),
        (("sources", 1, "id"), "source-1", [
            "claims[1].audience[0]: no source has the id 'source-2'",
            "sources[1].id: 'source-1' is already the id of sources[0]",
        ]),
        (("claims", 1, "id"), "claim-1", ["claims[1].id: 'claim-1' is already the id of claims[0]"]),
        (("quotes", 0, "id"), "quote-2", ["quotes[1].id: 'quote-2' is already the id of quotes[0]"]),
    ],
)  # fmt: skip
def test_an_unknown_or_duplicate_id_is_reported(article: Article, path: Path, value: object, faults: list[str]) -> None:
    data = to_dict(article, full=True)
    put(data, path, value)
    assert faults_of(data) == faults


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("links", 0, "span"), [170, 190], "links[0].span: ends at 190, but the text has 174 characters"),
        (("claims", 0, "spans", 0, 1), 34, "claims[0].spans[0]: ends at 34, but the title has 33 characters"),
        (("claims", 1, "spans", 0), [85, 99], "claims[1].spans[0]: 85 to 99 is not within one block"),
        (("quotes", 0, "spans", 0), [92, 94], "quotes[0].spans[0]: 92 to 94 is not within one block"),
        (
            ("sources", 0, "mentions", 2),
            [70, 75],
            "sources[0].mentions[2]: starts at 70, before the previous span ends at 86",
        ),
        (
            ("sources", 0, "mentions", 2),
            [0, 5, "title"],
            "sources[0].mentions[2]: spans in the title must come first",
        ),
        (
            ("claims", 1, "source_spans"),
            [[120, 123], [122, 124]],
            "claims[1].source_spans[1]: starts at 122, before the previous span ends at 123",
        ),
        (("claims", 1, "text"), "We tested", "claims[1].text: must be the text at `spans`, 'We 🚒 tested it twice,'; got 'We tested'"),
        (("claims", 0, "cue", "text"), "say", "claims[0].cue.text: must be the text at `spans`, 'says'; got 'say'"),
        (("quotes", 1, "cue", "spans", 0, 1), 125, "quotes[1].cue.text: must be the text at `spans`, 'tol'; got 'told'"),
        (("links", 0, "text"), "Tested", "links[0].text: must be the text at `span`, 'tested'; got 'Tested'"),
        (("claims", 0, "when", "raw"), "friday", "claims[0].when.raw: must be the text at `span`, 'Friday'; got 'friday'"),
        (("times", 0, "span"), [0, 6], "times[0].raw: must be the text at `span`, 'MARROW'; got 'Friday'"),
        (("published", "value"), "soon", "published.value: must be an ISO 8601 or EDTF date; got 'soon'"),
        (("published", "value"), "2025-02-30", "published.value: must be an ISO 8601 or EDTF date; got '2025-02-30'"),
        (
            ("published", "value"),
            "1999",
            "published.value: 1999 covers 1999-01-01 to 1999-12-31, not 2025-06-13 to 2025-06-13",
        ),
        (("times", 0, "span"), None, "times[0].span: missing; each of an article's times has a span in the text"),
        (("blocks", 0, "time", "span"), [0, 5], "blocks[0].time.raw: must be the text at `span`, 'MARRO'; got '13 June, 17:40 CEST'"),
        (("times", 0, "span"), [14, 20, "title"], "times[0].span: must be in the text, not in the title"),
        (("modified", "span"), [0, 5], "modified.raw: must be the text at `span`, 'MARRO'; got '13 June, 17:40 CEST'"),
        (("published", "span"), [0, 5], "published.raw: must be the text at `span`, 'MARRO'; got '13 June, 17:40 CEST'"),
        (("blocks", 0, "span", 0), 1, "blocks[0].span: must start at 0; got 1"),
        (("blocks", 1, "span", 1), 170, "blocks: end at 170, but the text has 174 characters"),
        (("blocks", 1, "span"), [94, 174, "title"], "blocks[1].span: must be in the text, not in the title"),
    ],
)  # fmt: skip
def test_data_that_contradicts_the_text_is_reported_with_its_path(
    article: Article, path: Path, value: object, fault: str
) -> None:
    data = to_dict(article, full=True)
    put(data, path, value)
    assert faults_of(data) == [fault]


@pytest.mark.parametrize(
    ("text", "block", "fault"),
    [
        ("Rain.", {"kind": "heading", "level": 99}, "blocks[0].level: must be 1 to 6 for a heading; got 99"),
        ("Rain.", {"kind": "heading", "level": 7}, "blocks[0].level: must be 1 to 6 for a heading; got 7"),
        ("Rain.", {"kind": "heading"}, "blocks[0].level: must be 1 to 6 for a heading; got None"),
        ("Rain.", {"kind": "paragraph", "level": 3}, "blocks[0].level: must be None for a paragraph; got 3"),
        ("Rain.", {"kind": "list_item", "level": 0}, "blocks[0].level: must be at least 1; got 0"),
        ("It\nrained.", {"kind": "paragraph"}, "blocks[0]: contains a line break; only preformatted blocks may"),
        ("It\trained.", {"kind": "note"}, "blocks[0]: contains a tab; only table rows and preformatted blocks may"),
        ("", {"kind": "paragraph"}, "blocks[0].span: empty"),
    ],
)  # fmt: skip
def test_a_block_must_match_its_kind(text: str, block: dict[str, Any], fault: str) -> None:
    data = {"schema": "articlekit/2", "text": text, "blocks": [{**block, "span": [0, len(text)]}]}
    assert faults_of(data) == [fault]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("links", 0, "url"), "javascript:alert(1)"),
        (("url",), "x"),
        (("url",), "mailto:ann@courier.example"),
        (("authors", 0, "url"), "javascript:alert(1)"),
    ],
)
def test_an_invalid_url_is_a_fault(article: Article, path: Path, value: str) -> None:
    data = to_dict(article)
    put(data, path, value)
    [fault] = faults_of(data)
    assert "must be an absolute URL that begins with http://, https://" in fault


def test_spans_may_follow_each_other_without_a_gap(article: Article) -> None:
    data = to_dict(article)
    data["sources"][0]["mentions"] = [[0, 6], [6, 10]]
    assert from_dict(data).sources[0].mentions == (Span(0, 6), Span(6, 10))


def test_a_claim_without_words_is_a_fault(article: Article) -> None:
    data = to_dict(article)
    data["claims"][0]["spans"] = []
    assert faults_of(data) == ["claims[0].spans: empty"]


def test_a_text_without_blocks_is_a_fault(article: Article) -> None:
    data = to_dict(article)
    del data["blocks"]
    assert faults_of(data) == ["blocks: end at 0, but the text has 174 characters"]


def test_a_span_in_the_text_of_an_empty_article_is_a_fault() -> None:
    link = {"id": "link-1", "href": "#", "text": "", "span": [0, 0], "kind": "media"}
    data = {"schema": "articlekit/2", "text": "", "links": [link]}
    assert faults_of(data) == ["links[0].span: 0 to 0 is not within one block"]


def test_blocks_out_of_order_give_no_faults_of_spans(article: Article) -> None:
    data = to_dict(article)
    data["blocks"].reverse()
    assert faults_of(data) == [
        "blocks[0].span: must start at 0; got 94",
        "blocks[1].span: must start at 176, one blank line after blocks[0]; got 0",
        "blocks: end at 92, but the text has 174 characters",
    ]


def test_blocks_without_a_blank_line_between_them_are_a_fault() -> None:
    blocks = [{"kind": "paragraph", "span": [0, 1]}, {"kind": "paragraph", "span": [3, 4]}]
    data = {"schema": "articlekit/2", "text": "a  b", "blocks": blocks}
    assert faults_of(data) == ["blocks[1].span: must follow a blank line in the text"]


def test_times_out_of_order_are_a_fault(article: Article) -> None:
    data = to_dict(article)
    june = data["times"][0] | {"raw": "June 13", "span": [12, 19]}
    data["times"].append(june)
    assert faults_of(data) == ["times[1].span: starts at 12, before times[0] at 58"]


def test_a_title_span_in_an_article_without_a_title_is_a_fault(article: Article) -> None:
    data = to_dict(article)
    del data["title"]
    assert "claims[0].spans[0]: ends at 20, but the title has 0 characters" in faults_of(data)


def test_one_error_lists_all_wrong_fields_and_types(article: Article) -> None:
    data = to_dict(article)
    put(data, ("claims", 0, "form"), "spoken")
    put(data, ("claims", 1, "speaker"), "x")
    put(data, ("sources", 0, "named"), "yes")
    assert faults_of(data) == [
        "sources[0].named: must be a boolean, not a string",
        "claims[0].form: must be one of direct, indirect, mixed; got 'spoken'",
        "claims[1]: unknown field 'speaker'",
    ]


def test_one_error_lists_all_wrong_references_and_spans(article: Article) -> None:
    data = to_dict(article)
    put(data, ("claims", 1, "sources", 0), "source-9")
    put(data, ("links", 0, "text"), "Tested")
    put(data, ("quotes", 0, "id"), "quote-2")
    assert len(faults_of(data)) == 3


def deep_candidate(data: dict[str, Any]) -> None:
    """Nest rejected candidates deeper than Python's recursion limit."""
    inner: dict[str, Any] = {}
    for _ in range(100_000):
        inner = {"rejected": [inner]}
    data["evidence"] = [inner]


def deep_title(data: dict[str, Any]) -> None:
    """Nest lists in place of a string."""
    inner: list[Any] = []
    for _ in range(100_000):
        inner = [inner]
    data["title"] = inner


@pytest.mark.parametrize("deepen", [deep_candidate, deep_title])
def test_deeply_nested_data_is_rejected_with_faults(article: Article, deepen: Callable[[dict[str, Any]], None]) -> None:
    data = to_dict(article)
    deepen(data)
    assert faults_of(data)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_confidence_that_is_not_a_finite_number_is_rejected(article: Article, number: str) -> None:
    text = dumps(article).replace('"confidence":0.75', f'"confidence":{number}')
    with pytest.raises(SchemaError, match=r"claims\[0\]: Claim.confidence must be between 0 and 1; got -?(nan|inf)"):
        loads(text)


def test_a_long_value_is_shortened_in_the_message(article: Article) -> None:
    data = to_dict(article)
    put(data, ("claims", 0, "form"), "x" * 10_000)
    put(data, ("problems", 0, "code"), ["y" * 10_000] * 10_000)
    assert all(len(line) < 500 for line in faults_of(data))


def test_the_error_has_one_line_for_each_fault(article: Article) -> None:
    data = json.loads(dumps(article))
    put(data, ("claims", 0, "form"), "spoken")
    with pytest.raises(SchemaError) as caught:
        from_dict(data)
    assert str(caught.value) == (
        "not a valid article:\nclaims[0].form: must be one of direct, indirect, mixed; got 'spoken'"
    )
    assert caught.value.__cause__ is None
