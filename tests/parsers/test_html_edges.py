"""Conditions and limits of the HTML reader, each with a page on either side of it."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, OTHER, OTHERS, PARAGRAPHS, STORY, between_paragraphs, body, read
from selectolax.lexbor import LexborHTMLParser

from articlekit.models import Article
from articlekit.parsers.html.boilerplate.prose_statistics import measure_prose
from articlekit.parsers.html.dom.walk import read_page

TITLE = f"<h1>{HEADLINE}</h1>"
WORDS = "the boats of the old harbour went out on every tide of that long week "


def words(chars: int, end: str = "") -> str:
    """Running text of a length, which counts no white space at its ends."""
    text = (WORDS * (chars // len(WORDS) + 1))[: chars - len(end)].rstrip()
    return text.ljust(chars - len(end), "x") + end


def codes(article: Article) -> set[str]:
    return {problem.code for problem in article.problems}


def prose_chars(line: str) -> int:
    page = read_page(LexborHTMLParser(f"<p>{line}</p>"))
    measure_prose(page)
    return page.lines[0].prose_chars


# Running text


def test_a_line_is_running_text_from_sixty_characters_if_it_ends_like_a_sentence() -> None:
    assert prose_chars(words(59, ".")) == 0
    assert prose_chars(words(60, ".")) == 60


def test_a_line_without_an_end_is_running_text_from_two_hundred_characters() -> None:
    assert prose_chars(words(200)) == 0
    assert prose_chars(words(201)) == 201


# The header


def test_the_name_of_the_site_is_not_the_headline_over_a_standfirst() -> None:
    motto = "<h2>The newspaper of Marrow Bay and of all its islands</h2>"
    site = "The Harbour Courier and Advertiser"
    assert tuple(body(f"<h1><a href=/>{site}</a></h1><div>{motto}</div><main>{STORY}</main>")) == PARAGRAPHS
    found = body(f"<h1><a href=/ferry>{site}</a></h1><div>{motto}</div><main>{STORY}</main>")
    assert found[0].startswith("The newspaper of Marrow Bay")


@pytest.mark.parametrize(("lines", "is_near"), [(69, True), (70, False)])
def test_a_standfirst_is_near_a_headline_that_the_metadata_confirms(lines: int, is_near: bool) -> None:
    between = "".join(f"<div>Part {count}</div>" for count in range(lines - 1))
    page = f"{TITLE}<h2>{OTHER[:90]}</h2>{between}<main>{STORY}</main>"
    assert (OTHER[:90].strip() in body(page)) == is_near


@pytest.mark.parametrize(("letters", "is_standfirst"), [(39, False), (40, True)])
def test_a_line_is_the_description_from_forty_letters_on(letters: int, is_standfirst: bool) -> None:
    line = "a b c d e f g h " + "harbour" * 5
    line = line[: 8 + letters]
    assert sum(map(str.isalpha, line)) == letters
    head = f'<meta name=description content="{line} and much more of the same">'
    article = read(f"{TITLE}<div>{line}</div><main>{STORY}</main>", head=head)
    assert (line in article.text or article.summary == line) == is_standfirst


# Boilerplate


@pytest.mark.parametrize(("chars", "is_kept"), [(600, False), (601, True)])
def test_a_name_that_describes_the_look_marks_only_small_elements(chars: int, is_kept: bool) -> None:
    text = words(chars, ".")
    story = "".join(f"<p>{line}</p>" for line in PARAGRAPHS * 2)
    assert (text in body(f"<main>{TITLE}{story}<div class=info><p>{text}</p></div>{story}</main>")) == is_kept


@pytest.mark.parametrize(("chars", "is_story"), [(301, True), (299, False)])
def test_an_element_named_boilerplate_is_the_story_if_it_holds_three_times_the_rest(chars: int, is_story: bool) -> None:
    rest = words(100, ".")
    promo = words(chars, ".")
    comments = f"<div id=comments><p>{words(500, '.')}</p></div>"
    found = body(f"{TITLE}<div class=promo><p>{promo}</p></div><div><p>{rest}</p></div>{comments}")
    assert (promo in found) == is_story


# Teasers


def test_boxes_with_two_lines_of_text_are_parts_of_the_story_and_not_teasers() -> None:
    def parts(lines: int) -> str:
        return "".join(
            f"<div class=box><div><a href=/news/{count}>{text[:60]}</a></div>"
            f"{''.join(f'<p>{count}{line}. {words(70, chr(46))}</p>' for line in range(lines))}</div>"
            for count, text in enumerate(OTHERS)
        )

    assert between_paragraphs(f"<div>{parts(1)}</div>") == []
    assert len(between_paragraphs(f"<div>{parts(2)}</div>")) == 6


@pytest.mark.parametrize(("chars", "is_kept"), [(7 * 40, False), (7 * 40 + 1, True)])
def test_a_teaser_is_at_most_eight_times_as_long_as_its_headline(chars: int, is_kept: bool) -> None:
    boxes = "".join(
        f"<div class=box><div><a href=/news/{count}>{words(40)}</a></div><p>{count}{words(chars - 1, '.')}</p></div>"
        for count in range(3)
    )
    assert bool(between_paragraphs(f"<div>{boxes}</div>")) == is_kept


@pytest.mark.parametrize(("teasers", "is_kept"), [(7, False), (6, True)])
def test_teasers_are_seven_in_ten_of_the_small_elements_that_look_like_them(teasers: int, is_kept: bool) -> None:
    boxes = "".join(
        f"<div class=box><div><a href=/news/{count}>{words(40)}</a></div><p>{count}{words(90, '.')}</p></div>"
        for count in range(teasers)
    )
    parts = "".join(f"<div class=box><p>{text}</p></div>" for text in OTHERS)
    found = between_paragraphs(f"<div>{parts}{boxes}</div>")
    assert (f"0{words(90, '.')}" in found) == is_kept
    assert all(text in found for text in OTHERS)


# Paywall boxes

PAYWALL = "<div class=paywall><div>{} The rest of this is for you alone</div><a href=/in>Subscribe</a></div>"


def test_a_box_named_paywall_with_the_headline_in_it_is_not_one() -> None:
    lines = "<div>Friday in Marrow Bay</div><a href=/in>Subscribe</a>"
    assert "paywalled" not in codes(read(f"<div class=paywall>{TITLE}{lines}</div>{STORY}"))
    assert "paywalled" in codes(read(f"{TITLE}{STORY}<div class=paywall>{lines}</div>"))


@pytest.mark.parametrize(("boxes", "is_paywalled"), [(2, True), (3, False)])
def test_a_page_has_at_most_two_paywall_boxes(boxes: int, is_paywalled: bool) -> None:
    page = f"{TITLE}{STORY}{''.join(PAYWALL.format(count) for count in range(boxes))}"
    assert ("paywalled" in codes(read(page))) == is_paywalled


# Images


@pytest.mark.parametrize(("lines", "is_kept"), [(12, True), (13, False)])
def test_the_lead_image_is_at_most_twelve_lines_above_the_headline(lines: int, is_kept: bool) -> None:
    between = "".join(f"<div>Part {count}</div>" for count in range(lines))
    head = '<meta property="og:image" content="/pier.jpg">'
    image = "<img src=/pier.jpg alt='The pier at low tide'>"
    article = read(f"{image}{between}{TITLE}{STORY}", head=head)
    assert [image.alt for image in article.images] == (["The pier at low tide"] if is_kept else [None])
