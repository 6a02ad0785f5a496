"""Free stories that look like a login page, a paywall or an index page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from articlekit import parse_html
from articlekit.parsers.html.boilerplate.prose_statistics import measure_prose
from articlekit.parsers.html.boilerplate.signup_forms import find_signup_forms
from articlekit.parsers.html.dom.model import Element
from articlekit.parsers.html.dom.walk import read_page

P = "<p>The crews of Marrow Bay went on with their work at the old pier until the evening, number {} of many in that week.</p>"
STORY = P.format(1) + P.format(2) + P.format(3)


def page(story: str, head: str = "") -> str:
    return f"<html><head><title>Hafen offen</title>{head}</head><body><article><h1>Hafen offen</h1>{story}</article></body></html>"


def codes(source: str, url: str = "https://courier.example/a") -> list[str]:
    return [problem.code for problem in parse_html(source, attribute=False, url=url).problems]


# Walls


@pytest.mark.parametrize(
    "told",
    [
        "Registered voters can pick up their ballots from Monday, said the clerk of the town.",
        "On his own account the keeper had never left the light for more than a single night.",
        "The new ferry cost $9 million, and the subscribers of the fund paid for nearly half of it.",
    ],
)
def test_a_free_part_of_the_story_in_a_box_named_paywall_stays(told: str) -> None:
    source = page(f"{STORY}<div class='article-text paywall'><p>{told}</p></div>")
    assert told in parse_html(source, attribute=False).text
    assert "paywalled" not in codes(source)


@pytest.mark.parametrize(
    "way",
    ["<p>Subscribe to continue reading.</p>", "<p>Already a subscriber?</p>", "<button>Go</button>", "<form><p>Your name</p></form>", "<a href=/in>Go on</a>"],
)  # fmt: skip
def test_a_box_named_paywall_with_a_form_button_or_link_is_one(way: str) -> None:
    told = "Registered readers can go on with all that the Courier writes, for as long as they like to."
    source = page(f"{STORY}<div class='paywall'><p>{told}</p>{way}</div>")
    assert told not in parse_html(source, attribute=False).text
    assert "paywalled" in codes(source)


def test_a_short_line_about_a_price_in_a_box_named_paywall_stays() -> None:
    assert "paywalled" not in codes(page(f"{STORY}<div class=paywall><p>The pier costs £3 a day.</p></div>"))


# Forms

FORM = "<form><input type=email></form>"
CHUNKS = "".join(f"<div class=chunk>{P.format(number)}</div>" for number in range(4))


@pytest.mark.parametrize(
    "told",
    [
        "<p>The mayor thanked the crews on Saturday and said that the worst was over.</p>",
        "<p>Die Stadt dankte den Helfern am Samstag, denn das Schlimmste war nun vorbei.</p>",
        "<h4>What it costs</h4><p>The mending of the old pier costs the town 40,000 pounds in the coming year.</p>",
        "<h2>How to take part</h2><p>Readers can send their photos of the harbour until the end of the month.</p><p>The five best of them will hang in the town hall of Marrow Bay.</p>",
        "<p>Readers can send their photos of the harbour until the end of the month.</p><p>The five best of them will hang in the hall.</p>",
    ],
)  # fmt: skip
def test_text_of_the_story_stays_beside_a_form(told: str) -> None:
    text = parse_html(page(f"{CHUNKS}<div class=chunk>{told}{FORM}</div>"), attribute=False).text
    assert all(words.split("</p>")[0] in text for words in told.split("<p>")[1:])


@pytest.mark.parametrize(
    "call",
    [
        "<p>The Courier Newsletter comes every evening with all that the town has talked about.</p>",
        "<h4>Newsletter</h4><p>At 6 every evening all that the town has talked about, and a joke at the end.</p>",
        "<p>We write to you every evening and tell of all that the town has talked about.</p><p>Your address goes to nobody else, and we will never tell it.</p>",
    ],
)
def test_a_call_to_fill_a_form_in_goes_with_it(call: str) -> None:
    text = parse_html(page(f"{CHUNKS}<div class=chunk>{call}{FORM}</div>"), attribute=False).text
    assert "talked about" not in text


class Counted(list[Element]):
    """Boxes that count how often they are gone through."""

    asked = 0

    def __iter__(self) -> Iterator[Element]:
        self.asked += 1
        return super().__iter__()

    def __getitem__(self, place: Any) -> Any:
        self.asked += 1
        return super().__getitem__(place)


def test_many_forms_in_one_box_are_looked_at_once() -> None:
    read = read_page(LexborHTMLParser(f"<body>{STORY}<div>{FORM * 200}<p>x</p></div>"))
    statistics = measure_prose(read)
    read.elements = Counted(read.elements)
    assert len(find_signup_forms(read, statistics)) == 1
    assert read.elements.asked < 3


# Addresses

ITEMS = "".join(f"<li><a href=/a{n}>Ferry number {n} sails again after the storm</a></li>" for n in range(6))
BRIEF = page(f"{P.format(1)}</article><ul>{ITEMS}</ul>")


@pytest.mark.parametrize(
    "address",
    ["/story.php?s=local&id=12", "/n/harbour-reopens?s=20", "/archive/harbour-reopens-friday", "/archives/48213", "/people/ada-quill-90",
     "/category/12345.html", "/lokales/hafenfest/"],
)  # fmt: skip
def test_a_brief_at_an_address_that_only_resembles_that_of_a_list_is_an_article(address: str) -> None:
    assert "not-article" not in codes(BRIEF, f"https://courier.example{address}")


@pytest.mark.parametrize(
    "address",
    ["/?s=harbour", "/en/?s=harbour", "/search.php?page=2&q=ferry", "/archive/harbour-2024", "/people/ada-quill", "/category/old-town-harbour", "/hafen/"],
)  # fmt: skip
def test_a_few_words_over_links_at_the_address_of_a_list_are_not_an_article(address: str) -> None:
    source = BRIEF.replace("Hafen offen</h1>", "Hafen</h1>")
    assert "not-article" in codes(source, f"https://courier.example{address}")


# Doors


DOORED = [
    page(P.format(1)).replace("Hafen offen", title)
    for title in ("Login: Hackers steal passwords", "One more step to a new pier", "Access blocked to Marrow Bay pier", "Security check - queues at the ferry port")
]  # fmt: skip
FRONT = "<html><body><div>Please enable JavaScript to use all functions of this site.</div>"
BLOCKED = "<p>Access to this site was blocked by protesters on Friday.</p>"


@pytest.mark.parametrize(
    "source",
    [*DOORED, *(title.replace("<article>", "<form class=ask><p>Ask us</p></form><article>") for title in DOORED),
     page(P.format(1)).replace("<article>", f"{FRONT}<article>"), page(BLOCKED + P.format(1)),
     page(P.format(1) + FORM).replace("<article>", f"{FRONT}<article>")],
)  # fmt: skip
def test_a_brief_that_reads_like_a_login_page_is_an_article(source: str) -> None:
    assert "not-article" not in codes(source)


@pytest.mark.parametrize(
    "told",
    [
        "<p>The Courier needs to review the security of your connection before it can go on to the page.</p>",
        "<form><p>Write down the name and the word that the Courier knows all of its readers by, and go on.</p></form>",
        "<p>All who have a name at the Courier can go on with a single word, and others can get one here.</p><input type=password>",
    ],
)
def test_a_login_page_that_names_its_readers_is_not_an_article(told: str) -> None:
    assert "not-article" in codes(page(told).replace("Hafen offen", "Login - Courier"))
    assert "not-article" in codes(page(told).replace("Hafen offen", "Before you continue to the Courier"))


# Stories that end in dots


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("</article><aside><a href=/x>Lees meer</a></aside><article>", False),
        ("</article><aside><a href=#>Lees meer</a></aside><article>", False),
        ("<p><a href=/x>Leia mais</a></p>", False),
        ("<p><a href=/a?id=3>Leia mais</a></p>", False),
        ("<p><a href=/a#rest>Leia mais</a></p>", True),
        ("<p><a href=#rest>Leia mais</a></p>", True),
        ("<div><a href=https://www.courier.example/a/>Leia mais</a></div>", True),
        ("<a href=/x>Leia mais</a>", True),
    ],
)
def test_a_link_after_an_ellipsis_leads_to_the_rest_or_to_another_story(link: str, expected: bool) -> None:
    last = "<p>Nobody on the quay could tell what the sea would bring to the town, and so they waited…</p>"
    assert ("truncated" in codes(page(P.format(1) + last + link))) is expected
