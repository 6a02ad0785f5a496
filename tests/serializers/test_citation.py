from __future__ import annotations

from urllib.parse import unquote

import pytest
import strategies
from attrs import evolve
from hypothesis import given

from articlekit.models import Article, Block, Claim, Quote, Source, Span
from articlekit.serializers import cite, link_to

REFERENCE = "(“Ferry back on Friday, Brandt says”, The Harbour Courier, 2025-06-13)"


def report(text: str, *spans: Span, url: str | None = "https://marrowbay.example/f") -> tuple[Article, Quote]:
    """Return an article of one block, and a quote in it."""
    words = " ".join(text[span.start : span.end] for span in spans)
    item = Quote(id="quote-1", text=words, spans=spans, kind="speech")
    blocks = (Block(kind="paragraph", span=Span(0, len(text))),)
    return Article(text=text, url=url, blocks=blocks, quotes=(item,)), item


def read_directive(directive: str) -> dict[str, str]:
    """Return the parts of a text directive, as browsers read it."""
    parts = directive.removeprefix("text=").split(",")
    found = {}
    if parts[0].endswith("-"):
        found["prefix"] = unquote(parts.pop(0)[:-1])
    if parts[-1].startswith("-"):
        found["suffix"] = unquote(parts.pop()[1:])
    assert 1 <= len(parts) <= 2
    return {**found, "start": unquote(parts[0]), **({"end": unquote(parts[1])} if parts[1:] else {})}


def directives_of(link: str | None) -> list[dict[str, str]]:
    """Return the parts of each directive of a link."""
    assert link is not None
    return [read_directive(directive) for directive in link.partition(":~:")[2].split("&")]


def test_a_quote_is_cited_with_source_cue_and_article(article: Article) -> None:
    assert cite(article, article.quotes[1]) == f"Ilse Brandt (“told”): “We 🚒 tested it twice,” {REFERENCE}"


def test_a_claim_is_cited_with_its_audience(article: Article) -> None:
    cited = "Ilse Brandt (“told”; to the Harbour Courier): “We 🚒 tested it twice,”"
    assert cite(article, article.claims[1]) == f"{cited} {REFERENCE}"


def test_indirect_words_have_no_quotation_marks_and_doubts_are_named(article: Article) -> None:
    cited = "Ilse Brandt (“says”; not said; not certain; 2025-06-13): Ferry back on Friday"
    assert cite(article, article.claims[0]) == f"{cited} {REFERENCE}"


def test_a_quote_without_a_source_is_cited_alone() -> None:
    assert cite(*report("Rain fell.", Span(0, 4))) == "“Rain”"


def test_several_sources_are_listed() -> None:
    sources = tuple(Source(id=f"source-{n}", name=n, kind="person", named=True) for n in ("Ann", "Bo", "Cy"))
    article, item = report("Rain fell.", Span(0, 4))
    assert cite(article, evolve(item, sources=sources[:2])) == "Ann and Bo: “Rain”"
    assert cite(article, evolve(item, sources=sources)) == "Ann, Bo and Cy: “Rain”"


@pytest.mark.parametrize(
    ("gap", "cited"), [(" he said ", "“Rain … fell”"), ("”\n“", "“Rain fell”"), (" … ", "“Rain … fell”")]
)
def test_an_interruption_is_cited_as_an_ellipsis(gap: str, cited: str) -> None:
    text = f"Rain{gap}fell"
    assert cite(*report(text, Span(0, 4), Span(len(text) - 4, len(text)))) == cited


@given(strategies.articles())
def test_every_claim_and_quote_of_any_article_can_be_cited(article: Article) -> None:
    items: list[Claim | Quote] = [*article.claims, *article.quotes]
    for item in items:
        cited = cite(article, item)
        assert all(article.text[s.start : s.end] in cited for s in item.spans if s.field == "text")
        assert all(source.name in cited for source in item.sources)


def test_a_link_has_the_words_with_prefix_and_suffix(article: Article) -> None:
    link = link_to(article, article.quotes[1])
    assert link is not None
    assert link.startswith("https://marrowbay.example/ferry#:~:text=We%20")
    assert directives_of(link) == [{"start": "We 🚒 tested it twice,", "suffix": "” she told the Harbour Courier,"}]


def test_a_prefix_of_punctuation_only_is_left_out() -> None:
    text = "“Rain,” he said. “Snow.”"
    assert directives_of(link_to(*report(text, Span(1, 6)))) == [{"start": "Rain,", "suffix": "” he said. “Snow.”"}]
    assert directives_of(link_to(*report(text, Span(18, 23)))) == [{"prefix": "“Rain,” he said. “", "start": "Snow."}]


def test_a_link_has_only_the_ends_of_a_long_text() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    [found] = directives_of(link_to(*report(words, Span(0, len(words)))))
    assert found == {"start": "word0 word1 word2 word3 word4", "end": "word35 word36 word37 word38 word39"}


@pytest.mark.parametrize(("count", "has_end"), [(12, False), (13, True)])
def test_a_link_has_up_to_twelve_words_in_full(count: int, has_end: bool) -> None:
    words = " ".join(f"word{n}" for n in range(count))
    [found] = directives_of(link_to(*report(words, Span(0, len(words)))))
    assert ("end" in found) is has_end


def test_characters_with_a_meaning_in_directives_are_escaped() -> None:
    text = "a-, -b&c,-d"
    link = link_to(*report(text, Span(4, 9)))
    assert link == "https://marrowbay.example/f#:~:text=a%2D%2C-,%2Db%26c%2C,-%2Dd"
    assert directives_of(link) == [{"prefix": "a-,", "start": "-b&c,", "suffix": "-d"}]


def test_the_fragment_of_the_url_is_kept() -> None:
    article, item = report("Rain fell.", Span(0, 10), url="https://marrowbay.example/f#weather")
    assert link_to(article, item) == "https://marrowbay.example/f#weather:~:text=Rain%20fell."


def test_each_span_has_a_directive() -> None:
    link = link_to(*report("Rain, he said, fell.", Span(0, 4), Span(15, 19)))
    assert [found["start"] for found in directives_of(link)] == ["Rain", "fell"]


@pytest.mark.parametrize("url", [None, "/ferry", "mailto:a@marrowbay.example", "file:///ferry.html"])
def test_an_article_without_a_web_url_has_no_link(url: str | None) -> None:
    assert link_to(*report("Rain fell.", Span(0, 4), url=url)) is None


def test_an_item_without_words_has_no_link() -> None:
    assert link_to(*report("Rain fell.", Span(4, 4), Span(4, 5))) is None


@given(strategies.articles())
def test_a_link_has_only_words_of_the_article(article: Article) -> None:
    items: list[Claim | Quote] = [*article.claims, *article.quotes]
    for item in items:
        if (link := link_to(article, item)) is None:
            continue
        assert link.isascii()
        assert " " not in link
        said = " ".join(f"{article.title or ''} {article.text}".split())
        for found in directives_of(link):
            assert found["start"] in said
            assert found.get("end", "") in said
            assert found.get("prefix", "") in said
            assert found.get("suffix", "") in said
