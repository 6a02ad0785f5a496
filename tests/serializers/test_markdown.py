"""Written Markdown is readable, and is read back without change."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import credit_lines, datelines, flags, publishers, tuples_of, values_of, words

from articlekit import (
    Article,
    Author,
    Block,
    Claim,
    Cue,
    Image,
    Link,
    Options,
    Source,
    Span,
    When,
    parse,
    parse_markdown,
    to_markdown,
)
from articlekit.models import AuthorKind, AuthorRole, BlockKind, LinkKind
from articlekit.serializers.json.validation import days_of

DAY = dt.date(2025, 6, 13)
SIGNS = ["*", "_", "`", "[", "]", "(", ")", "![", "](", "<", ">", "<b>", "<!--", "-->", "&amp;", "&#35;", "\\", "|", "~~", "#", "-",
         "+", "1.", "1)", "---", "===", "```", "[^c1]", "[^s1]:", "[1]: /a", "https://a.example/b_c", "a_b", "!", "^", ":", "$x$",
         "By Ann Pole", "Share", "© 2025", "Published 2 May 2024", "By", "— Ann", "<!-- note -->", "</p>", "{x}", "%", "@a", '"']  # fmt: skip
"""Words with a meaning in Markdown or on a news page."""

pieces = (st.sampled_from(SIGNS) | words).filter(lambda word: not any(map(str.isspace, word)))
lines = st.lists(st.lists(pieces, min_size=1, max_size=3).map("".join), min_size=1, max_size=6).map(" ".join)
maybe_line = st.none() | lines
rows = st.lists(lines | st.just(""), min_size=1, max_size=3).map("\t".join).filter(str.strip)
code = (
    st.lists(lines | st.sampled_from(("", "    deep", "\ttab")), min_size=1, max_size=4)
    .map("\n".join)
    .map(str.rstrip)
    .map(lambda text: text.lstrip("\n"))
    .filter(str.strip)
)
values = st.dates(dt.date(1900, 1, 1)).flatmap(
    lambda day: st.sampled_from(
        (
            f"{day}",
            f"{day}"[:7],
            f"{day}"[:4],
            f"{day}T17:40",
            f"{day}T07:05+02:00",
            f"{day}T00:00-13:59",
            f"{day}/9999-12-31",
        )
    )
)
loose_targets = st.sampled_from(
    (
        "#",
        "/a b",
        "x(y)",
        "a|b",
        "<x>",
        "a\\b",
        "/a?b=1&amp;c=2",
        "/?a=1&b=2",
        "",
        "javascript:alert(1)",
        '"',
        "a\nb",
        "*_`[",
    )
)
addresses = st.sampled_from(
    ("https://a.example/", "https://a.example/b_(c)", "https://a.example/?a=1&lt=2|3", "https://a.example/ü?[x]*_`\\")
)


@st.composite
def whens(draw: st.DrawFn) -> When:
    value = draw(values)
    days = days_of(value)
    assert days
    at = dt.datetime.fromisoformat(value) if "T" in value else None
    return When(value=value, earliest=days[0], latest=days[1], at=at, raw=value)


@st.composite
def blocks(draw: st.DrawFn, start: int) -> tuple[Block, str]:
    kind: BlockKind = draw(values_of(BlockKind))
    text = draw({"preformatted": code, "table_row": rows}.get(kind, lines))
    level = draw(st.integers(1, 6)) if kind in ("heading", "list_item", "quotation") else None
    time = draw(st.none() | whens()) if kind in ("heading", "paragraph", "note", "list_item") else None
    return Block(kind=kind, span=Span(start, start + len(text)), level=level, time=time), text


@st.composite
def links_in(draw: st.DrawFn, block: Block, text: str) -> list[tuple[Span, str]]:
    """Draw some spans of whole words in a block, each with its text."""
    found, place = [], 0
    for word in re.split(r"[\t\n ]", text):
        if word and draw(flags):
            start = block.span.start + place
            found.append((Span(start, start + len(word)), word))
        place += len(word) + 1
    return found


@st.composite
def targets_of(draw: st.DrawFn, words: str) -> tuple[str, str | None]:
    """Draw the target of a link as written, and its URL. Equal targets have equal URLs."""
    url = draw(st.none() | addresses)
    if url is None:
        return draw(loose_targets), None
    return draw(st.sampled_from((url, f"/{words}/{url}"))), url


@st.composite
def parsed_articles(draw: st.DrawFn) -> Article:
    """Draw an article of the form that the parsers make, with any words."""
    made: list[tuple[Block, str]] = []
    start = 0
    for _ in range(draw(st.integers(0, 6))):
        made.append(draw(blocks(start)))
        start = made[-1][0].span.end + 2
    found: list[Link] = []
    kinds: dict[tuple[str, str], LinkKind] = {}
    for home, span, text in [(one, *pair) for one, said in made for pair in draw(links_in(one, said))]:
        href, url = draw(targets_of(text))
        plain = home.kind == "preformatted"
        kind = kinds.setdefault((href, text), "reference" if plain else draw(values_of(LinkKind)))
        if plain and kind != "reference":
            continue  # Markdown cannot express it there
        found.append(Link(id=f"link-{len(found) + 1}", href=href, url=url, text=text, span=span, kind=kind))
    for text in draw(tuples_of(lines)):
        href, url = draw(targets_of(text))
        found.append(Link(id=f"link-{len(found) + 1}", href=href, url=url, text=text, kind=draw(values_of(LinkKind))))
    people = st.builds(
        Author, name=lines, kind=values_of(AuthorKind), role=values_of(AuthorRole), url=st.none() | addresses
    )
    shown = st.builds(Image, url=st.none() | addresses, alt=maybe_line, caption=maybe_line, credit=maybe_line)
    return Article(
        text="\n\n".join(text for _, text in made),
        title=draw(maybe_line),
        summary=draw(maybe_line),
        url=draw(st.none() | addresses),
        publisher=draw(st.none() | publishers),
        authors=draw(tuples_of(people)),
        published=draw(st.none() | whens()),
        modified=draw(st.none() | whens()),
        language=draw(st.sampled_from((None, "en", "sr-Latn-RS"))),
        section=draw(maybe_line),
        tags=draw(tuples_of(lines)),
        dateline=draw(st.none() | datelines),
        credits=draw(tuples_of(credit_lines)),
        images=draw(tuples_of(shown)),
        blocks=tuple(block for block, _ in made),
        links=tuple(found),
    )


KEPT_FIELDS = ("text", "title", "authors", "published", "modified", "blocks", "links", "images", "publisher", "summary", "section",
        "tags", "language", "url", "dateline", "credits")  # fmt: skip


def assert_same(again: Article, article: Article) -> None:
    for name in KEPT_FIELDS:
        assert getattr(again, name) == getattr(article, name), name


@given(parsed_articles())
def test_written_markdown_is_read_back_without_change(article: Article) -> None:
    assert_same(parse_markdown(to_markdown(article), attribute=False), article)


@given(parsed_articles(), st.data())
def test_footnotes_are_not_part_of_the_text(article: Article, data: st.DataObject) -> None:
    ann = Source(id="source-1", name="Ann *Pole*", kind="person", named=True)
    containers = [
        *(block.span for block in article.blocks),
        *([Span(0, len(article.title), "title")] if article.title else []),
    ]
    claims = []
    for container in containers:
        end = data.draw(st.integers(container.start + 1, container.end))
        claims.append(
            Claim(
                id="c",
                text="",
                spans=(Span(container.start, end, container.field),),
                form="direct",
                sources=(ann,),
                rule="r",
            )
        )
        ann = evolve(ann, mentions=(Span(container.start, container.start + 1, container.field),))
    noted = evolve(article, sources=(ann,), claims=tuple(claims))
    assert_same(parse_markdown(to_markdown(noted, footnotes=True), attribute=False), article)


REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.*")), ids=lambda path: path.name)
def test_the_sample_reports_come_back_with_their_claims(path: Path) -> None:
    raw = path.read_bytes()
    article = parse(raw, url="https://marrowbay.example/a", options=Options(anchor=DAY))
    again = parse(to_markdown(article, footnotes=True))
    for name in KEPT_FIELDS:
        if name not in ("published", "modified"):
            assert getattr(again, name) == getattr(article, name), name
    for then, now in ((article.published, again.published), (article.modified, again.modified)):
        assert (then and (then.value, then.earliest, then.latest, then.at)) == (
            now and (now.value, now.earliest, now.latest, now.at)
        )
    if article.published:
        assert (again.claims, again.quotes, again.sources, again.times) == (
            article.claims, article.quotes, article.sources, article.times,
        )  # fmt: skip


def blocks_as(*kinds: tuple[BlockKind, int | None, str]) -> Article:
    found, start = [], 0
    for kind, level, text in kinds:
        found.append(Block(kind=kind, level=level, span=Span(start, start + len(text))))
        start += len(text) + 2
    return Article(text="\n\n".join(text for _, _, text in kinds), blocks=tuple(found))


def body(article: Article) -> str:
    return to_markdown(article).partition("---\n\n")[2]


@pytest.mark.parametrize(
    ("article", "markdown"),
    [
        (blocks_as(("heading", 2, "Roads"), ("paragraph", None, "It rained.")), "## Roads\n\nIt rained.\n"),
        (blocks_as(("list_item", 1, "a"), ("list_item", 2, "b"), ("list_item", 1, "c")), "- a\n  - b\n- c\n"),
        (blocks_as(("list_item", 1, "a"), ("list_item", 3, "b")), "- a\n  - - b\n"),
        (blocks_as(("quotation", 1, "a"), ("quotation", 2, "b"), ("quotation", 1, "c")), "> a\n>\n> > b\n>\n> c\n"),
        (blocks_as(("table_row", None, "a\tb"), ("table_row", None, "c\t|")), "| a | b |\n| --- | --- |\n| c | \\| |\n"),
        (blocks_as(("table_row", None, "a\tb"), ("table_row", None, "c")), "| a | b |\n| --- | --- |\n\n| c |\n| --- |\n"),
        (blocks_as(("preformatted", None, "a  b\n```")), "````\na  b\n```\n````\n"),
        (blocks_as(("standfirst", None, "Rain."), ("note", None, "Mended.")), "**Rain.** <!-- standfirst -->\n\n*Mended.* <!-- note -->\n"),
        (Article(text="No block.\n\nNone."), "No block.\n\nNone.\n"),
        (Article(text=""), ""),
    ],
)  # fmt: skip
def test_blocks_are_written_as_markdown(article: Article, markdown: str) -> None:
    assert body(article) == markdown


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("5 * 3 in snake_case", "5 \\* 3 in snake_case"),
        ("1. First", "1\\. First"),
        ("1.5 metres, AT&T, R&D; -5 °C", "1.5 metres, AT\\&T, R\\&D; -5 °C"),
        ("# 1 on the list", "\\# 1 on the list"),
        ("#1 on the list", "#1 on the list"),
        ("- he said", "\\- he said"),
        ("“Rain” – a lot (of it), ‘really’!", "“Rain” – a lot (of it), ‘really’!"),
    ],
)
def test_only_markup_characters_are_escaped(words: str, markdown: str) -> None:
    assert body(Article(text=words)) == f"{markdown}\n"


@pytest.mark.parametrize(("words", "start"), [("Wow!Rain fell.", 4), ("^c1 fell.", 0), ("rain ^s1", 5)])
def test_characters_around_a_link_do_not_change_it(words: str, start: int) -> None:
    link = Link(id="link-1", href="/a", text=words[start:], span=Span(start, len(words)), kind="reference")
    article = evolve(blocks_as(("paragraph", None, words)), links=(link,))
    again = parse_markdown(to_markdown(article))
    assert (again.text, again.links, again.images) == (article.text, article.links, ())


def linked(href: str, url: str | None, words: str = "Rain") -> Article:
    link = Link(id="link-1", href=href, url=url, text=words, span=Span(0, len(words)), kind="reference")
    return evolve(blocks_as(("paragraph", None, f"{words} fell.")), links=(link,))


@pytest.mark.parametrize(
    ("article", "markdown"),
    [
        (linked("/a", "https://a.example/a"), '[Rain](https://a.example/a "/a") fell.\n'),
        (linked("#", None), "[Rain](#) fell.\n"),
        (linked("https://a.example/b c", None), '[Rain](<> "https://a.example/b c") fell.\n'),
        (linked("javascript:alert(1)", None), '[Rain](<> "javascript:alert(1)") fell.\n'),
        (linked("https://a.example/", "https://a.example/", "https://a.example/"), "<https://a.example/> fell.\n"),
    ],
)
def test_a_link_has_its_url_and_keeps_the_target_as_written(article: Article, markdown: str) -> None:
    assert body(article) == markdown
    assert parse_markdown(to_markdown(article)).links == article.links


def test_a_link_that_markdown_cannot_have_inline_is_listed_at_the_end() -> None:
    article = linked("/a", "https://a.example/a")
    inner = Link(id="link-2", href="/b", text="ai", span=Span(1, 3), kind="reference")
    again = parse_markdown(to_markdown(evolve(article, links=(*article.links, inner))))
    assert [(link.text, link.href, link.span) for link in again.links] == [
        ("Rain", "/a", Span(0, 4)),
        ("ai", "/b", None),
    ]


@pytest.mark.parametrize(
    ("kind", "link_kind", "end", "is_inline"),
    [("table_row", "reference", 4, True), ("table_row", "reference", 9, False), ("preformatted", "reference", 4, True),
     ("preformatted", "media", 4, False), ("paragraph", "media", 4, True)],
)  # fmt: skip
def test_a_link_is_inline_if_markdown_can_have_it(
    kind: BlockKind, link_kind: LinkKind, end: int, is_inline: bool
) -> None:
    text = "Rain\tfell" if kind == "table_row" else "Rain fell"
    link = Link(id="link-1", href="/a", text=text[:end], span=Span(0, end), kind=link_kind)
    written = body(evolve(blocks_as((kind, None, text)), links=(link,)))
    assert ("\n- [" not in written) is is_inline


def test_written_text_keeps_lines_that_look_like_boilerplate() -> None:
    article = blocks_as(
        ("paragraph", None, "By Ann Pole"),
        ("paragraph", None, "Share this story"),
        ("paragraph", None, "© 2025 The Tarn Times"),
    )
    assert parse_markdown(to_markdown(article)).text == article.text
    assert parse_markdown(body(article)).text != article.text


def test_the_callers_url_and_language_win_over_the_front_matter() -> None:
    written = to_markdown(Article(text="Rain.", url="https://a.example/", language="en"))
    again = parse_markdown(written, url="https://b.example/", options=Options(language="de"))
    assert (again.url, again.language) == ("https://b.example/", "de")


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("published: '2025-06-13'", "published: last week"),
        ("published: '2025-06-13'", "published: 2025-13-45"),
        ("published: '2025-06-13'", "published: [a]"),
        ("kind: person", "kind: dragon"),
        ("kind: person", "mood: grey"),
        ("kind: person", "role: author"),
        ("published: '2025-06-13'", "published: *nobody"),
        ("kind: person", "kind: person\n  url: javascript:alert(1)"),
        ("published: '2025-06-13'", "url: javascript:alert(1)"),
    ],
)
def test_invalid_front_matter_is_reported_and_read_like_any_other(line: str, changed: str) -> None:
    day = When(value="2025-06-13", earliest=DAY, latest=DAY, raw="Friday")
    article = evolve(
        blocks_as(("paragraph", None, "It rained.")), authors=(Author(name="Ann Pole", kind="person"),), published=day
    )
    written = to_markdown(article)
    assert line in written
    again = parse_markdown(written.replace(line, changed))
    assert again.text.endswith("It rained.")
    assert "bad-structured-data" in [problem.code for problem in again.problems]


def test_footnotes_describe_claims_and_sources() -> None:
    text = "The pier is closed, mayor Ann Pole said."
    ann = Source(id="s", name="Ann Pole", kind="person", named=True, role="mayor", mentions=(Span(20, 34),))
    cue = Cue(text="said", spans=(Span(35, 39),), kind="statement")
    claim = Claim(
        id="c", text=text[:18], spans=(Span(0, 18),), form="indirect", sources=(ann,), cue=cue, rule="claim.trailing"
    )
    article = evolve(blocks_as(("paragraph", None, text)), sources=(ann,), claims=(claim,))
    assert to_markdown(article, footnotes=True).partition("---\n\n")[2] == (
        "The pier is closed,[^c1] mayor Ann Pole[^s1] said.\n\n"
        "[^c1]: **Ann Pole**, “said”, indirect claim, confidence 1.00: The pier is closed\n\n"
        "[^s1]: **Ann Pole** (person, mayor): 1 claim, 1 mention\n"
    )


def test_what_is_not_an_article_is_rejected() -> None:
    with pytest.raises(TypeError, match="to_markdown takes an Article, not dict"):
        to_markdown({})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    ["~~rain~~", "**rain**", "_rain_ a__b__c", "`rain`", "<b>rain</b>", "![a](b.jpg)", "[a](b)", "[a]: /b", "&copy; &#35;",
     "a\\*b", "a\\", "| a |", "***", "---", "# a #", "> a", "1) a", "+ a", "http://a.example/b_c_", "<http://a.example>",
     "rain! [^c1]", "[^s1]: rain", "<!-- note -->", "~~~", "```"],
)  # fmt: skip
def test_words_that_look_like_markup_stay_words(words: str) -> None:
    for kind in ("paragraph", "heading", "list_item", "quotation", "standfirst", "note", "table_row"):
        level = 1 if kind in ("heading", "list_item", "quotation") else None
        article = blocks_as((kind, level, words), (kind, level, words))
        again = parse_markdown(to_markdown(article), attribute=False)
        assert (again.text, again.blocks, again.links) == (article.text, article.blocks, ())
