"""What the metadata of a page says about its article: title, authors, dates, address and the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

import articlekit
from articlekit import Candidate
from articlekit.parsers.draft import Draft
from articlekit.parsers.html.metadata.json_salvage import salvage_json
from articlekit.parsers.html.metadata.jsonld import read_jsonld

STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>" * 3


def page(head: str = "", above: str = "<h1>Harbour closed</h1>", url: str | None = None) -> articlekit.Article:
    source = f"<!doctype html><html><head>{head}</head><body>{above}{STORY}</body></html>"
    return articlekit.parse(source, format="html", url=url, attribute=False)


def jsonld(**node: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org"} | node)}</script>'


def meta(**values: str) -> str:
    return "".join(f'<meta property="{key.replace("__", ":")}" content="{value}">' for key, value in values.items())


def codes(article: articlekit.Article) -> list[str]:
    return [problem.code for problem in article.problems]


def test_the_heading_that_the_markup_states_is_the_title_not_the_first_one() -> None:
    head = meta(og__title="Harbour closed after storm")
    article = page(head, "<h1>Local news</h1><h2>Harbour closed after storm</h2>")
    assert article.title == "Harbour closed after storm"


@pytest.mark.parametrize(
    "title",
    [
        "Harbour closed | Harbour Courier",
        "Harbour Courier - Harbour closed",
        "Harbour closed — courier.example",
        "Harbour closed – HC – 13.06.2025 | Harbour Courier",
    ],
)
def test_the_name_of_the_site_is_not_in_the_title(title: str) -> None:
    head = meta(og__title=title, og__site_name="Harbour Courier") + "<meta name='application-name' content='HC'>"
    assert page(head, "", url="https://www.courier.example/a").title == "Harbour closed"


def test_a_dash_in_a_headline_stays() -> None:
    head = meta(og__title="Harbour closed - ferries in port", og__site_name="Harbour Courier")
    assert page(head, "").title == "Harbour closed - ferries in port"


def test_doubly_escaped_entities_in_metadata_are_resolved() -> None:
    head = jsonld(**{"@type": "NewsArticle", "headline": "Tom &amp;amp; Ada&#8217;s harbour"})
    assert page(head, "").title == "Tom & Ada’s harbour"


def test_a_reference_in_a_graph_is_looked_up() -> None:
    graph = [
        {"@type": "WebSite", "name": "Harbour Courier"},
        {"@type": "NewsArticle", "headline": "Harbour closed", "author": {"@id": "#ada"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Quill", "url": "https://courier.example/ada"},
    ]
    (author,) = page(jsonld(**{"@graph": graph})).authors
    assert (author.name, author.kind, author.url) == ("Ada Quill", "person", "https://courier.example/ada")


def test_of_several_articles_the_one_with_the_pages_headline_counts() -> None:
    other = jsonld(
        **{"@type": "NewsArticle", "headline": "Storm nears", "author": "Tom Reed", "datePublished": "2025-06-01"}
    )
    this = jsonld(**{"@type": "NewsArticle", "headline": "Harbour closed", "author": "Ada Quill"})
    assert [author.name for author in page(other + this).authors] == ["Ada Quill"]


@pytest.mark.parametrize(
    "source",
    [
        '/*<![CDATA[*/{"@type": "NewsArticle", "headline": "Harbour closed"}/*]]>*/',
        '<!-- {"@type": "NewsArticle", "headline": "Harbour closed"} -->',
        '{"@type": "NewsArticle", "headline": "Harbour closed",};',
        '{"@type": "NewsArticle", "keywords": ["a", , "b"], "headline": "Harbour closed"}',
        '{"@type": "NewsArticle", "headline": "Harbour closed", "text": "one\ntwo\tthree"}',
        '{"@type": "NewsArticle", "text": "she said "no" to it", "headline": "Harbour closed"}',
        '{"@type": "NewsArticle", "headline": "Harbour closed"} {"@type": "Thing"}',
        '{"@type": "NewsArticle", "headline": "Harbour closed", "text": "a \\d b"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Harbour closed&quot;}",
        '{"@type": "NewsArticle", // the type\n "headline": "Harbour closed"}',
    ],
)
def test_a_broken_block_of_jsonld_is_mended(source: str) -> None:
    found = read_jsonld([source])
    assert (found.node.get("headline"), found.faults) == ("Harbour closed", [])


NODE = '{"@type": "NewsArticle", "headline": "Harbour closed", "author": {"name": "Ada Quill"}, '
STORM = '"description": "Keepers \\"wait\\" for it, they say", "keywords": ["storm", "quay"], "wordCount": 1200}'


@pytest.mark.parametrize(
    ("source", "more"),
    [
        (NODE + STORM[:-1], {"keywords": ["storm", "quay"]}),
        (NODE + STORM.replace("1200", ""), {"keywords": ["storm", "quay"]}),
        (NODE + STORM.replace("1200", "undefined"), {"wordCount": None}),
        (NODE + STORM.replace('], "w', ']\n "w'), {"wordCount": 1200}),
        (NODE.replace('closed",', 'closed"\n') + STORM, {"wordCount": 1200}),
        ((NODE + STORM).replace('\\"', "").replace('"', "'"), {"description": "Keepers wait for it, they say"}),
        (NODE + "\"description\": 'The keepers' wait', ", {"description": "The keepers' wait"}),
        # What may have ended elsewhere, or is cut off, is left out.
        (NODE + '"description": "The keep', {"description": None}),
        (NODE + '"wordCount": 12', {"wordCount": None}),
        (NODE + '"keywords": ["storm", "qu', {"keywords": ["storm"]}),
        (NODE + "\"description\": 'The keepers', she said, 'wait', ", {"description": None}),
        (NODE + '"description": "She said "no", twice, "wordCount": 9}', {"description": None, "wordCount": 9}),
        (NODE + '// "wordCount": 9,\n "keywords": "storm" x}', {"wordCount": None, "keywords": None}),
        (NODE + 'x} "wordCount": 9}', {"wordCount": None}),
    ],
)
def test_the_whole_parts_of_broken_jsonld_are_read_and_the_fault_is_reported(source: str, more: dict[str, Any]) -> None:
    found = read_jsonld([source])
    assert (found.node["headline"], found.node["author"]) == ("Harbour closed", {"name": "Ada Quill"})
    assert len(found.faults) == 1
    assert {key: found.node.get(key) for key in more} == more


@pytest.mark.parametrize("end", range(1, len(NODE + STORM)))
def test_a_block_cut_off_anywhere_gives_nothing_that_the_whole_does_not(end: int) -> None:
    whole, part = json.loads(NODE + STORM), salvage_json((NODE + STORM)[:end]) or {}
    assert isinstance(part, dict)
    for key, value in part.items():
        if isinstance(value, dict):
            assert value.items() <= whole[key].items()
        elif isinstance(value, list):
            assert value == whole[key][: len(value)]
        else:
            assert value == whole[key]


@pytest.mark.parametrize("source", ["{", "[" * 100_000, '{"a":' * 100_000, '"\\', "9" * 10_000])
def test_a_block_that_cannot_be_mended_is_reported_and_nothing_else_breaks(source: str) -> None:
    article = page(f'<script type="application/ld+json">{source}</script>' + meta(og__title="Harbour closed"))
    assert article.title == "Harbour closed"
    assert "bad-structured-data" in codes(article)


RECIPE = {"@type": "Recipe", "name": "Harbour Closed", "datePublished": "2025-03-04", "author": {"name": "Ada Quill"}}


@pytest.mark.parametrize(
    ("nodes", "found"),
    [
        ([RECIPE], (["Ada Quill"], "2025-03-04")),
        ([RECIPE | {"@type": "CreativeWork"}], (["Ada Quill"], "2025-03-04")),
        ([RECIPE | {"name": "Harbour"}], ([], None)),
        ([RECIPE | {"@type": "Product"}], ([], None)),
        ([RECIPE, {"@type": "NewsArticle", "headline": "Harbour closed"}], ([], None)),
        ([RECIPE | {"name": "Kelp soup"}, RECIPE | {"author": "Tom Reed"}], (["Tom Reed"], "2025-03-04")),
    ],
)
def test_a_work_with_the_pages_title_is_the_article_if_there_is_not_an_other(
    nodes: list[dict[str, Any]], found: tuple[list[str], str | None]
) -> None:
    article = page(jsonld(**{"@graph": nodes}))
    assert ([author.name for author in article.authors], article.published and article.published.value) == found


@pytest.mark.parametrize("kind", ["WebPage", "VideoObject", "PodcastEpisode", "MedicalWebPage", "FAQPage"])
def test_the_author_of_the_page_is_used_if_the_article_names_none(kind: str) -> None:
    stated = jsonld(**{"@type": kind, "name": "Harbour closed", "author": {"@type": "Person", "name": "Ada Quill"}})
    assert [author.name for author in page(stated).authors] == ["Ada Quill"]
    byline = "<h1>Harbour closed</h1><div class=byline>By Tom Reed</div>"
    assert [author.name for author in page(stated, byline).authors] == ["Tom Reed"]
    assert page(stated.replace("Ada Quill", "adaq")).authors == ()


def test_nodes_that_refer_to_each_other_in_a_circle_do_no_harm() -> None:
    graph = [
        {"@type": "Article", "@id": "#a", "author": {"@id": "#b"}},
        {"@type": "Person", "@id": "#b", "author": {"@id": "#a"}},
    ]
    assert page(jsonld(**{"@graph": graph})).authors == ()


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Ada Quill and Tom Reed", ["Ada Quill", "Tom Reed"]),
        ({"name": "Ada Quill (aq)"}, ["Ada Quill"]),
        ({"givenName": "Ada", "familyName": "Quill"}, ["Ada Quill"]),
        ("Ada Quill, PhD", ["Ada Quill"]),
        ([{"name": "Ada Quill"}, {"name": "Ada Quill"}], ["Ada Quill"]),
        ("Ada Quill und Tom Reed, dpa", ["Ada Quill", "Tom Reed", "dpa"]),
        ({"@type": "Organization", "name": "Board of Trade and Fishing"}, ["Board of Trade and Fishing"]),
        ("@adaquill", []),
        ("admin", []),
        ("https://courier.example/ada", []),
        (7, []),
        ({"name": ["Ada Quill", "Tom Reed"]}, ["Ada Quill", "Tom Reed"]),
        ([{"name": ["Ada Quill"]}, {"name": []}, {"name": ["Tom Reed", 7]}], ["Ada Quill", "Tom Reed"]),
        ({"name": [], "givenName": "Ada", "familyName": "Quill"}, ["Ada Quill"]),
    ],
)
def test_authors_in_metadata_are_reduced_to_names(author: Any, names: list[str]) -> None:
    found = page(jsonld(**{"@type": "NewsArticle", "author": author})).authors
    assert [author.name for author in found] == names


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ({"creator": ["Ada Quill"]}, ["Ada Quill"]),
        ({"creator": {"@type": "Person", "name": "Ada Quill"}, "author": []}, ["Ada Quill"]),
        ({"creator": ["Ada Quill"], "author": {"name": "Harbour Courier"}}, ["Ada Quill"]),
        ({"creator": ["Tom Reed"], "author": "Ada Quill"}, ["Ada Quill"]),
        ({"creator": ["admin"]}, []),
    ],
)
def test_a_creator_is_the_author_if_no_author_is_given(stated: Any, names: list[str]) -> None:
    publisher = {"@type": "Organization", "name": "Harbour Courier"}
    found = page(jsonld(**{"@type": "NewsArticle", "publisher": publisher, **stated})).authors
    assert [author.name for author in found] == names


def test_two_writers_of_one_name_list_do_not_share_an_address() -> None:
    author = {"name": ["Ada Quill", "Tom Reed"], "url": "https://courier.example/writers/ada"}
    assert [author.url for author in page(jsonld(**{"@type": "NewsArticle", "author": author})).authors] == [None, None]


def test_a_person_in_the_byline_beats_the_paper_that_the_markup_names() -> None:
    head = jsonld(
        **{"@type": "NewsArticle", "author": {"name": "Harbour Courier"}, "publisher": {"name": "Harbour Courier"}}
    )
    above = "<h1>Harbour closed</h1><div class='article-byline'><a href='/staff/ada'>Ada Quill</a></div>"
    (author,) = page(head, above, url="https://courier.example/a").authors
    assert (author.name, author.url) == ("Ada Quill", "https://courier.example/staff/ada")


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        ({"@type": "Person", "name": "Ada Quill"}, "person"),
        ({"@type": "Organization", "name": "Port Elswick"}, "organization"),
        ({"@type": "Person", "name": "The Associated Press"}, "organization"),
        ({"@type": "Person", "name": "gullwatcher"}, "person"),
    ],
)
def test_the_markup_separates_people_from_organizations(author: dict[str, str], kind: str) -> None:
    assert [found.kind for found in page(jsonld(**{"@type": "NewsArticle", "author": author})).authors] == [kind]


def test_the_paper_is_the_author_if_the_markup_names_nobody_else() -> None:
    head = jsonld(
        **{"@type": "NewsArticle", "author": {"name": "Harbour Courier"}, "publisher": {"name": "Harbour Courier"}}
    )
    assert [author.name for author in page(head).authors] == ["Harbour Courier"]


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<h1>Harbour closed</h1><div>By Ada Quill and Tom Reed | 5 min read</div>", ["Ada Quill", "Tom Reed"]),
        ("<h1>Harbour closed</h1><div>Von</div><div>Ada Quill</div>", ["Ada Quill"]),
        ("<h1>Harbour closed</h1><div>Posted by: gullwatcher</div>", ["gullwatcher"]),
        ("<h1>Harbour closed</h1><div>June 13, 2025 · Ada Quill in Marrow Bay</div>", ["Ada Quill"]),
        ("<h1>Harbour closed</h1><div>Ada Quill, Political Editor</div><div>13 June 2025</div>", ["Ada Quill"]),
        ("<h1>Harbour closed</h1><span class='entry-author-name'>Ada Quill</span>", ["Ada Quill"]),
        ("<h1>Harbour closed</h1><a href='/authors/ada-quill/'>Ada Quill</a>", ["Ada Quill"]),
        ("<h1>Harbour closed</h1><div>Reviewed by Ada Quill</div>", []),
        ("<h1>Harbour closed</h1><div>Powered by Marrow Bay Energy</div>", []),
        ("<h1>Harbour closed</h1><div>Table of Contents</div><div>13 June 2025</div>", []),
        ("<h1>Harbour closed</h1><div>Show Comments</div><div>5 min read</div>", []),
        ("<h1>Harbour closed</h1><div class='authority'>Port Board</div>", []),
    ],
)
def test_the_byline_beside_the_headline_names_the_authors(above: str, names: list[str]) -> None:
    assert [author.name for author in page(above=above).authors] == names


def test_a_byline_that_names_more_than_the_markup_is_the_fuller_one() -> None:
    above = "<h1>Harbour closed</h1><div class='byline'>By Ada Quill and Tom Reed</div>"
    assert len(page("<meta name='author' content='Ada Quill'>", above).authors) == 2


@pytest.mark.parametrize(
    ("above", "value"),
    [
        ("<h1>Harbour closed</h1><div>Faith Holm•Oct 20, 2025</div>", "2025-10-20"),
        ("<h1>Harbour closed</h1><div>Published Apr 26, 2023 Updated Aug 21, 2025</div>", "2023-04-26"),
        ("<h1>Harbour closed</h1><div>Published: 26 April 2023</div><div>Updated: 21 August 2025</div>", "2023-04-26"),
        ("<h1>Harbour closed</h1><div>Last updated on Aug 21, 2025</div>", None),
        (
            "<div>August 1, 2019: <a href='/b'>Storm nears, and the pier of Marrow Bay is in its way</a></div><h1>Harbour closed</h1>",
            None,
        ),
        ("<h1>Harbour closed</h1><div>Top 10 storms of 2025</div>", None),
        (
            "<h1>Harbour closed</h1><figure><figcaption>The pier of Marrow Bay on 3 June 2025, before the storm.</figcaption></figure>",
            None,
        ),
    ],
)
def test_the_date_beside_the_headline_is_the_date_of_publication(above: str, value: str | None) -> None:
    published = page(above=above).published
    assert (published and published.value) == value


def test_a_visible_date_long_before_the_metadata_date_wins() -> None:
    head = jsonld(**{"@type": "Article", "datePublished": "2025-06-24", "dateModified": "2025-06-24"})
    article = page(head, "<h1>Harbour closed</h1><div>June 13, 2024</div>")
    assert article.published is not None
    assert article.published.value == "2024-06-13"


def test_published_and_modified_are_kept_apart_with_time_and_zone() -> None:
    head = jsonld(
        **{"@type": "NewsArticle", "datePublished": "2025-06-13T17:40:00+02:00", "dateModified": "2025-06-14T08:00:00Z"}
    )
    article = page(head)
    assert article.published is not None
    assert article.modified is not None
    assert article.published.value == "2025-06-13T17:40:00+02:00"
    assert article.modified.value == "2025-06-14T08:00:00+00:00"


def test_a_date_of_change_is_never_the_date_of_publication() -> None:
    article = page(meta(article__modified_time="2025-06-14"), "<h1>Harbour closed</h1><div>Updated 14 June 2025</div>")
    assert article.published is None
    assert article.modified is not None


def test_a_year_in_the_footer_is_not_a_date() -> None:
    source = f"<html><body><h1>Harbour closed</h1>{STORY}<footer>© 2019 Harbour Courier</footer></body></html>"
    assert articlekit.parse(source, format="html", attribute=False).published is None


def test_the_time_of_another_article_is_ignored() -> None:
    aside = "<aside><a href='/b'>Storm nears <time datetime='2025-06-01'>June 1</time></a></aside>"
    source = f"<html><body><h1>Harbour closed</h1>{STORY}{aside}</body></html>"
    assert articlekit.parse(source, format="html", attribute=False).published is None


def test_the_page_states_language_section_tags_publisher_and_description() -> None:
    head = jsonld(
        **{
            "@type": "NewsArticle",
            "keywords": "harbour, strike, harbour",
            "articleSection": "Local",
            "inLanguage": "en_GB",
        }
    )
    article = page(head + meta(og__site_name="Harbour Courier", og__description="Ferries stay in port."))
    assert (article.language, article.section, article.tags) == ("en-GB", "Local", ("harbour", "strike"))
    assert (article.publisher and article.publisher.name, article.summary) == (
        "Harbour Courier",
        "Ferries stay in port.",
    )


@pytest.mark.parametrize("stated", [False, "false", "False", "https://schema.org/False"])
def test_a_page_that_is_not_free_to_read_says_so(stated: object) -> None:
    assert "paywalled" in codes(page(jsonld(**{"@type": "NewsArticle", "isAccessibleForFree": stated})))


def test_a_free_page_has_no_paywall() -> None:
    assert "paywalled" not in codes(page(jsonld(**{"@type": "NewsArticle", "isAccessibleForFree": True})))


def test_an_error_page_and_a_list_of_articles_are_not_articles() -> None:
    assert "not-article" in codes(page("<title>404 - Page not found</title>", "<h1>Oops</h1>"))
    assert "not-article" in codes(page(jsonld(**{"@type": "CollectionPage", "name": "Local news"})))
    assert "not-article" not in codes(
        page("<title>404 reasons to visit Marrow Bay and its harbour before the storm comes</title>")
    )


def test_an_attribute_of_a_megabyte_is_cut() -> None:
    article = page(meta(og__title="Harbour " * 130_000) + f"<meta name='author' content='{'Ada ' * 250_000}'>")
    assert article.title == "Harbour closed"
    assert article.authors == ()


@pytest.mark.parametrize(
    ("href", "title"),
    [("/", None), ("https://courier.example", None), ("/harbour", "Harbour closed"), ("#", "Harbour closed")],
)
def test_a_heading_that_leads_to_the_front_page_is_not_the_headline(href: str, title: str | None) -> None:
    assert page("", f"<header><h1><a href='{href}'>Harbour closed</a></h1></header>").title == title


def test_a_site_rule_finds_elements_by_css_selector_also_those_that_left_the_text() -> None:
    def islands(draft: Draft) -> Iterator[Candidate[str]]:
        yield from (Candidate(block.words, block.text) for block in draft.facts.select("aside.island b"))

    options = articlekit.Options(rules=(articlekit.Rule("tags.islands", islands),))
    source = f"<h1>Harbour closed</h1><aside class=island>Near <b>Gull <i>Island</i></b></aside>{STORY}"
    assert articlekit.parse_html(source, options=options, attribute=False).tags == ("Gull Island",)
    assert articlekit.parse_text("Harbour closed\n\nRain fell.", options=options).tags == ()


def test_a_visible_day_gets_the_time_of_its_element() -> None:
    line = "<div>Posted on <time datetime='2025-06-13T20:11:00+02:00'>June 13, 2025</time></div>"
    published = page("", f"<h1>Harbour closed</h1>{line}").published
    assert published is not None
    assert published.value.startswith("2025-06-13T20:11")
    other = line.replace("2025-06-13T", "2025-06-12T")
    assert page("", f"<h1>Harbour closed</h1>{other}").published != published


def test_a_headline_that_looks_like_a_label_does_not_make_a_link() -> None:
    article = page("<title>In pictures: the bridge</title>", "<h1>In pictures: the bridge</h1>")
    assert (article.title, article.links) == ("In pictures: the bridge", ())
