from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from articlekit import InputError, SchemaError, parse, parse_all
from articlekit.models import Article, Dateline, Image, Publisher, When
from articlekit.serializers import to_ninjs

ITEM = {
    "uri": "https://tarntimes.example/ferry",
    "type": "text",
    "language": "en-GB",
    "firstCreated": "2025-06-13T17:40:00+02:00",
    "versionCreated": "2025-06-14T08:00:00Z",
    "by": "By Ann Pole and Tom Reed",
    "located": "Marrow Bay",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry to Marrow  Bay resumes"}],
    "descriptions": [{"role": "summary", "value": "Nine weeks on."}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Plain."},
        {
            "role": "main",
            "contentType": "text/html",
            "value": "<h1>Ferry to Marrow Bay resumes</h1><p>The <a href='/b'>ferry</a> sails.</p><h2>Next</h2><ul><li>A quay</li></ul>",
        },
    ],
    "subjects": [{"name": "Local", "rel": "section"}, {"name": "ferries", "uri": "urn:x"}],
}
OLD = {
    "uri": "urn:tarntimes:7",
    "versioncreated": "2025-06-13T17:40:00Z",
    "byline": "Ann Pole",
    "headline": "Ferry resumes",
    "body_text": "The ferry sails.\nNobody waits.",
    "subject": [{"name": "ferries"}],
    "associations": {
        "mainpicture": {
            "uri": "urn:p",
            "type": "picture",
            "byline": "Odo Finch",
            "description_text": "The quay.",
            "renditions": {"web": {"href": "https://tarntimes.example/q.jpg"}},
        }
    },
}


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))


def read(item: object, **more: Any) -> Article:
    return parse(json.dumps(item), attribute=False, **more)


def rule_of(article: Article, field: str) -> str:
    """Return the rule that set a field."""
    return next(evidence.rule for evidence in article.evidence if evidence.field == field)


def test_evidence_has_the_path_of_each_field() -> None:
    article = read(ITEM)
    assert article.title == "Ferry to Marrow Bay resumes"
    assert article.summary == "Nine weeks on."
    assert article.published is not None
    assert article.published.value == "2025-06-13T17:40:00+02:00"
    assert [author.name for author in article.authors] == ["Ann Pole", "Tom Reed"]
    assert (article.language, article.section, article.tags) == ("en-GB", "Local", ("ferries",))
    assert article.dateline is not None
    assert article.dateline.place == "Marrow Bay"
    assert rule_of(article, "title") == "title.ninjs:headlines[1].value"
    assert rule_of(article, "authors") == "authors.ninjs:by"


def test_an_html_body_is_read_without_its_repeated_headline() -> None:
    article = read(ITEM)
    assert [block.kind for block in article.blocks] == ["paragraph", "heading", "list_item"]
    assert article.text == "The ferry sails.\n\nNext\n\nA quay"
    assert article.links[0].url == "https://tarntimes.example/b"


def test_members_of_older_versions_are_read() -> None:
    article = read(OLD)
    assert (article.title, article.url, article.tags) == ("Ferry resumes", None, ("ferries",))
    assert article.text == "The ferry sails.\n\nNobody waits."
    assert article.images == (Image(url="https://tarntimes.example/q.jpg", caption="The quay.", credit="Odo Finch"),)


def test_an_update_is_the_publication_date_if_there_is_no_other() -> None:
    article = read(OLD)
    assert article.published == article.modified
    assert rule_of(article, "published") == "published.only_updated"


def test_the_callers_url_wins_over_that_of_the_item() -> None:
    assert read(ITEM, url="https://tarntimes.example/real").url == "https://tarntimes.example/real"


def test_claims_are_found_in_the_text() -> None:
    item = {**ITEM, "bodies": [{"value": "The ferry sails again, Ilse Brandt said."}]}
    assert [claim.text for claim in parse(json.dumps(item)).claims] == ["The ferry sails again"]


@given(strategies.articles())
def test_an_article_written_as_ninjs_is_read_back(article: Article) -> None:
    back = read(to_ninjs(article))
    assert back.text.split() == article.text.split()
    assert (back.title or "").split() == (article.title or "").split()
    assert (back.summary, back.url, back.language) == (article.summary, article.url, article.language)
    assert (back.section, back.tags) == (article.section, tuple(dict.fromkeys(article.tags)))
    made = dict.fromkeys((author.name, author.role, author.url) for author in article.authors)
    assert [(author.name, author.role, author.url) for author in back.authors] == list(made)


@given(
    st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2099, 12, 30), timezones=zones),
    st.integers(0, 99),
)
def test_a_time_written_as_ninjs_is_read_back(at: dt.datetime, later: int) -> None:
    published, modified = moment(at), moment(at + dt.timedelta(hours=later))
    back = read(to_ninjs(Article(text="It rained.", published=published, modified=modified)))
    assert back.published is not None
    assert back.modified is not None
    assert (back.published.at, back.modified.at) == (published.at, modified.at)


def moment(at: dt.datetime) -> When:
    """Return a time as a date, to the second."""
    at = at.replace(microsecond=0)
    return When(value=at.isoformat(), earliest=at.date(), latest=at.date(), at=at, raw=at.isoformat())


def test_a_list_of_items_is_several_articles() -> None:
    both = json.dumps([ITEM, OLD])
    assert [article.title for article in parse_all(both, attribute=False)] == [
        "Ferry to Marrow Bay resumes",
        "Ferry resumes",
    ]
    with pytest.raises(InputError, match="several articles; read it with parse_all"):
        parse(both)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({**ITEM, "headlines": [{"value": 7}]}, r"^headlines\[0\]\.value: must be a string, not a number"),
        ([ITEM, {**ITEM, "bodies": 7}], r"^\[1\]\.bodies: must be a list, not a number"),
        ({**ITEM, "bodies": ["x"]}, r"^bodies\[0\]: must be an object, not a string"),
        ({"headlines": [], "bodies": []}, "^uri: missing"),
        ("no item", "must be an object, not a string"),
    ],
)
def test_a_fault_is_reported_with_its_path(document: object, fault: str) -> None:
    with pytest.raises(SchemaError, match=f"(?m){fault}"):
        parse_all(json.dumps(document), format="ninjs")


def test_invalid_json_is_reported_with_line_and_column() -> None:
    with pytest.raises(SchemaError, match="line 2, column 17"):
        parse('{"uri": "urn:a",\n "headlines": [ }')


def test_deeply_nested_json_is_rejected() -> None:
    with pytest.raises(SchemaError):
        parse('{"uri": "a", "bodies": ' + "[" * 200_000, format="ninjs")


def test_associations_are_images_and_links_outside_the_text() -> None:
    about = {"uri": "https://tarntimes.example/2", "rel": "reference", "headlines": [{"value": "The  quay"}]}
    photo = {
        "uri": "urn:p",
        "type": "picture",
        "by": "Odo Finch",
        "descriptions": [{"role": "alternative", "value": "A quay"}],
    }
    article = read({**ITEM, "associations": [about, photo, {"uri": "urn:3", "headlines": [{"value": "More"}]}]})
    outside = [(link.text, link.url, link.kind) for link in article.links if link.span is None]
    assert outside == [("The quay", "https://tarntimes.example/2", "reference"), ("More", None, "related")]
    assert article.images == (Image(alt="A quay", credit="Odo Finch"),)
    assert rule_of(article, "images") == "images.ninjs:associations[1]"


def test_info_sources_are_read_by_their_role() -> None:
    sources = [
        {"name": "Ann Pole", "role": "writer"},
        {"name": "Odo Finch", "role": "editing"},
        {"name": "Tarn Times", "role": "publisher"},
        {"name": "AP", "role": "agency"},
        {"name": "Nobody", "role": "muse"},
    ]
    article = read({**ITEM, "infoSources": sources})
    assert [author.name for author in article.authors] == ["Ann Pole"]
    assert [(credit.name, credit.role) for credit in article.credits] == [("Odo Finch", "editing")]
    assert article.publisher == Publisher(name="Tarn Times", domain="tarntimes.example")
    assert article.dateline == Dateline(place="Marrow Bay", agency="AP", text="Marrow Bay (AP)")


def test_the_dateline_in_the_text_wins_over_the_metadata() -> None:
    article = read({**ITEM, "bodies": [{"value": "TARN, June 13 (Reuters) - It rained."}]})
    assert article.dateline == Dateline(place="TARN", agency="Reuters", text="TARN, June 13 (Reuters) -")


def test_a_partial_item_is_a_problem() -> None:
    assert read({**ITEM, "representationType": "partial"}).problems[0].code == "truncated"


def test_an_invalid_date_is_a_problem() -> None:
    article = read({**ITEM, "firstCreated": "soon"})
    assert [(problem.code, problem.message) for problem in article.problems] == [
        ("bad-structured-data", "firstCreated: 'soon' is no date")
    ]


def test_control_characters_and_lone_surrogates_are_dropped() -> None:
    article = read({**ITEM, "bodies": [{"value": "It\x00 rained.\ud800"}]})
    assert article.text == "It rained."


def test_other_json_is_rejected() -> None:
    with pytest.raises(InputError, match="JSON, but not a ninjs item"):
        parse('{"uri": "urn:a", "rain": 3}')


def test_equal_values_are_no_rejected_candidates() -> None:
    article = read({**ITEM, "title": "Ferry to Marrow Bay resumes"})
    assert [evidence.rejected for evidence in article.evidence if evidence.field == "title"] == [()]


def test_only_a_heading_of_the_first_level_repeats_the_headline() -> None:
    body = {"contentType": "text/html", "value": f"<h2>{ITEM['headlines'][1]['value']}</h2><p>The ferry sails.</p>"}  # type: ignore[index]
    assert read({**ITEM, "bodies": [body]}).text.startswith("Ferry to Marrow Bay")


def test_a_desk_in_the_byline_is_no_author() -> None:
    assert read({**ITEM, "by": "Staff reporter"}).authors == ()


def test_each_author_is_listed_once() -> None:
    sources = [{"name": "Ann Pole", "role": role} for role in ("writer", "reporter")]
    assert len(read({**ITEM, "infoSources": sources}).authors) == 1


@pytest.mark.parametrize(("literal", "domain"), [("tarn.example", "tarn.example"), ("TT-7", None), ("a. b", None)])
def test_a_literal_of_the_publisher_is_its_domain_if_it_looks_like_one(literal: str, domain: str | None) -> None:
    publisher = {"name": "Tarn Times", "role": "publisher", "literal": literal}
    assert read({**ITEM, "uri": "urn:a", "infoSources": [publisher]}).publisher == Publisher(
        name="Tarn Times", domain=domain
    )


def test_an_unknown_kind_of_link_is_a_related_link() -> None:
    other = {"uri": "https://tarntimes.example/2", "rel": "sidebar", "headlines": [{"value": "The quay"}]}
    assert [link.kind for link in read({**ITEM, "associations": [other]}).links if not link.span] == ["related"]


@pytest.mark.parametrize(("width", "is_kept"), [(40, False), (41, True)])
def test_a_tiny_first_image_is_an_ornament(width: int, is_kept: bool) -> None:
    body = {"contentType": "text/html", "value": f'<img src="/a.jpg" width="{width}"><p>The ferry sails.</p>'}
    assert bool(read({**ITEM, "bodies": [body]}).images) is is_kept


def test_an_item_that_is_not_an_object_has_one_fault() -> None:
    with pytest.raises(SchemaError) as caught:
        parse_all("[7]", format="ninjs")
    assert str(caught.value) == "not a valid ninjs document:\n[0]: must be an object, not a number"
