"""Pages that are not an article, or not the whole of one, are reported."""

from __future__ import annotations

import json
import re

import pytest

from articlekit import parse_html

STORY = "<p>The harbour of Marrow Bay was closed on Friday, and nobody knows for how long it will be.</p>"
LONG = "<p>" + " ".join(f"Pier {number} was closed on Friday after the storm." for number in range(9)) + "</p>"
CARD = "<div class=card><h3><a href=/a{0}>Ferry number {0} sails again after the storm</a></h3><p>Pier {0} is open.</p></div>"


def codes(page: str, url: str = "https://courier.example/a", **node: object) -> list[str]:
    if node:
        page += f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **node})}</script>'
    return [problem.code for problem in parse_html(page, attribute=False, url=url).problems]


def test_a_page_of_links_without_text_is_not_an_article() -> None:
    assert "not-article" in codes("<h1>The Harbour Courier</h1>" + "".join(map(CARD.format, range(40))))


def test_a_story_with_many_others_under_it_is_an_article() -> None:
    page = "<h1>Harbour closed</h1>" + STORY + LONG + "".join(map(CARD.format, range(40)))
    assert "not-article" not in codes(page)


def test_a_short_story_that_structured_data_calls_an_article_is_one() -> None:
    page = "<h1>Harbour closed</h1>" + STORY + "".join(map(CARD.format, range(40)))
    assert "not-article" not in codes(page, headline="Harbour closed")


def test_an_error_page_is_not_an_article() -> None:
    assert "not-article" in codes("<title>404 Not Found</title><h1>404 Not Found</h1><p>Nothing is here.</p>")


@pytest.mark.parametrize(
    "title",
    ["Page introuvable", "Página no encontrada | The Harbour Courier", "Seite wurde nicht gefunden", "Страница не найдена",
     "404 – Sidan hittades inte", "ページが見つかりません", "Error 404", "This page doesn't exist"[5:]],
)  # fmt: skip
def test_an_error_page_is_known_in_many_languages(title: str) -> None:
    assert "not-article" in codes(
        f"<title>{title}</title><h1>{title}</h1><p>Try the search, or go to the front page.</p>"
    )


@pytest.mark.parametrize(
    "title", ["Sorry, we can’t find that page", "Oops!", "Please verify you are a human", "Are you a robot?"]
)
def test_a_page_that_apologizes_or_asks_for_a_human_is_not_an_article(title: str) -> None:
    assert codes(f"<title>Harbour</title><h1>{title}</h1>{STORY}").count("not-article") == 1


USES = "<p>We use cookies and data to keep the Courier running, and to see who reads it and for how long.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<title>courier.example</title><p id=msg>Please enable JS and disable any ad blocker</p>",
        "<title>Courier</title><p>Access to this page has been denied because we believe that you are a machine and no reader.</p>",
        "<title>Robot or human?</title><h1>Robot or human?</h1><p>Hold the button down until it is green.</p>",
        f"<title>Courier</title><div class='consent dialog'><h1>Before you continue to the Courier</h1>{USES}</div>",
        "<title>Sign in - Courier</title><h1>Sign in</h1><form><label>E-mail</label></form>",
        "<title>Courier</title><h2>Anmelden</h2><p>Geben Sie hier Ihr Kennwort ein, und dann geht es weiter.</p>",
        "<title>Courier</title><dialog-box class=modal><div class=modal><h2>Sign in</h2></div></dialog-box>",
        "<title>Courier</title><h2>Page not found</h2><p>What you are looking for is not here any longer.</p>",
        "<title>Courier</title><h1>Something went wrong</h1><p>Try again later.</p>",
        "<title>Courier</title><p>Bitte aktivieren Sie JavaScript, um fortzufahren.</p>",
    ],
)
def test_a_page_instead_of_an_article_is_reported(page: str) -> None:
    assert codes(page).count("not-article") == 1
    assert "not-article" not in codes(page + LONG)
    assert "not-article" not in codes(f"<meta property=og:type content=article>{page}")


@pytest.mark.parametrize(
    "page",
    [
        f"<header><a href=/in>Sign in</a></header><h1>Harbour closed</h1>{STORY}",
        f"<div hidden><h2>Sign in</h2></div><h2>Harbour closed</h2>{STORY}",
        "<title>The harbour in pictures</title><div hidden><h2>Sign in</h2></div><img src=/a.jpg>",
        f"<div class=modal><h2>Sign in</h2></div><h2>Harbour closed</h2>{STORY}",
        f"<div class=modal><h1>Sign in</h1></div><h1>Harbour closed</h1>{STORY}",
        f"<h1>Harbour closed</h1>{STORY}<h2>Sign in</h2>",
        f"<div><h3>Sign in</h3></div><h1>Harbour closed</h1>{STORY}",
        f"<h1>Harbour closed</h1>{STORY}<p>Please enable JavaScript to view the comments.</p>",
        f"<a href=/help>Please enable cookies</a><h1>Harbour closed</h1>{STORY}",
        f"<h1>Something went wrong at the pier</h1>{STORY}",
        "<title>JavaScript turns thirty</title><p>JavaScript was made in ten days, and nobody thought that it would last so long.</p>",
        "<p>JavaScript runs the ferry.</p>" + "<p>Pier closed.</p>" * 12,
    ],
)
def test_a_short_story_beside_a_login_form_is_an_article(page: str) -> None:
    assert "not-article" not in codes(page)


def test_what_says_twice_that_it_is_not_an_article_is_reported_once() -> None:
    head = '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'
    found = codes(head + "<h1>The Harbour Courier</h1>" + "".join(map(CARD.format, range(40))))
    assert found.count("not-article") == 1


@pytest.mark.parametrize(
    "box",
    [
        "<div class=subscribe-wall><h2>Subscribe to continue reading</h2><p>Already a subscriber?</p></div>",
        "<div id=piano><p>To read the full story</p><a href=/s>Subscribe</a></div>",
        "<div><h2>This post is for paid subscribers</h2><a href=/s>Subscribe</a></div>",
    ],
)
def test_a_box_behind_the_story_that_asks_for_a_subscription_is_a_paywall(box: str) -> None:
    page = f"<article><h1>Harbour closed</h1>{STORY}{LONG}{box}</article>"
    assert "paywalled" in codes(page)
    assert "paywalled" not in codes(
        page.replace("Subscribe to", "Ask to").replace("To read", "We read").replace("is for", "is by")
    )


ASK = "<h3>Keep up with the piers</h3><p>Subscribe for £1 a week and get unlimited access to all that we write.</p>"
BARRED = f"<article><h1>Harbour closed</h1>{STORY}{{}}{LONG}{{}}</article>"


@pytest.mark.parametrize("name", ["paywall", "regwall js-wall", "article-paywall"])
def test_a_small_box_named_paywall_that_asks_for_money_is_one(name: str) -> None:
    wall = f"<div class='{name}'>{ASK}</div>"
    for page in (BARRED.format(wall, ""), BARRED.format("", wall), BARRED.format("", wall + wall)):
        article = parse_html(page, attribute=False)
        assert "paywalled" in [problem.code for problem in article.problems]
        assert "unlimited" not in article.text
        assert "Keep up" not in article.text


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=box>{ASK}</div>",
        "".join(
            f"<p class=paywall>Pier {n} costs £3 a day, and nobody in the town has paid it for years.</p>"
            for n in range(3)
        ),
        "".join(
            f"<div class=paywall><p>Pier {n} costs £3 a day, and nobody in the town has paid it.</p></div>"
            for n in range(3)
        ),
        "<p class=paywall>Pier nine costs £3 a day, and nobody in the town has paid it for years.</p>",
        "<div class=paywall><p>The divers found no rot in the piles that they had looked at in spring.</p></div>",
        f"<div class=paywall>{'<p>Pier nine costs £3 a day, and nobody in the town of Marrow Bay has paid it for years.</p>' * 2}{LONG * 2}</div>",
    ],
)
def test_a_part_of_the_story_named_paywall_stays(box: str) -> None:
    article = parse_html(BARRED.format(box, LONG * 4), attribute=False)
    assert "paywalled" not in [problem.code for problem in article.problems]
    assert all(words in article.text for words in re.findall(r"<p[^>]*>([^<]+)", box)[:1])


def test_a_short_story_or_headline_in_a_box_named_paywall_stays() -> None:
    assert (
        "£3" in parse_html("<div class=paywall><h1>Harbour closed</h1><p>It costs £3.</p></div>", attribute=False).text
    )
    page = "<h1>Harbour closed</h1><div class=paywall><p>The pier of Marrow Bay costs £3 a day, and nobody has ever paid it.</p></div>"
    assert "£3" in parse_html(page, attribute=False).text
    headline = f"<div class=paywall><h1>Pier for £3 a day</h1></div>{LONG}"
    assert parse_html(headline, attribute=False).title == "Pier for £3 a day"


def test_a_paywall_in_a_box_named_hidden_is_not_reported() -> None:
    page = BARRED.format(
        "", f"<div class='paywall hidden'>{ASK.replace('Keep up', 'Keep reading with a subscription')}</div>"
    )
    assert "paywalled" not in codes(page)
    assert "paywalled" in codes(page.replace(" hidden", ""))
    assert "paywalled" not in codes(BARRED.format("", f"<div class='paywall overlay'>{ASK}</div>"))


def test_a_hidden_or_distant_paywall_is_not_reported() -> None:
    box = "<div class=popup {}><p>Subscribe to continue reading</p></div>"
    assert "paywalled" not in codes(f"<article><h1>Harbour closed</h1>{STORY}{LONG}</article>{box.format('hidden')}")
    far = "".join(f"<li><a href=/{n}>Harbour {n}</a></li>" for n in range(12))
    assert "paywalled" not in codes(
        f"<article><h1>Harbour closed</h1>{STORY}{LONG}</article><ul class=related>{far}</ul>{box.format('')}"
    )


def test_a_part_that_is_not_free_counts_if_it_is_on_the_page() -> None:
    part = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".wall"}
    page = f"<h1>Harbour closed</h1>{STORY}"
    assert "paywalled" not in codes(page, isAccessibleForFree=True, hasPart=part)
    assert "paywalled" in codes(f"{page}<div class=wall>{LONG}</div>", isAccessibleForFree=True, hasPart=part)
    assert "paywalled" in codes(page, hasPart={**part, "cssSelector": "div:has(> ..wall"})


@pytest.mark.parametrize("end", ["[…]", "[...]"])
def test_a_text_that_breaks_off_is_truncated(end: str) -> None:
    assert "truncated" in codes(f"<h1>Harbour closed</h1>{LONG}<p>Ninety people live on the island and {end}</p>")
    assert "truncated" not in codes(f"<h1>Harbour closed</h1><p>“The pier {end} was closed,” she said.</p>{LONG}")


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("and…</p><a href=/whole>Read more</a>", True),
        ("and ... <a href=/whole>Weiterlesen »</a></p>", True),
        ("and.</p><a href=/whole>Read more</a>", False),
        ("and… Read more</p>", False),
        ("and…</p><p>Read more</p>", False),
        ("and…</p><a href=/whole>The ferry of the island</a>", False),
        ("and…</p>", False),
    ],
)
def test_a_story_that_breaks_off_before_a_link_to_the_rest_is_truncated(end: str, expected: bool) -> None:
    story = (
        f"<article><h1>Harbour closed</h1>{STORY}{LONG}<p>Ninety people live on the island all the year round, {end}"
    )
    assert ("truncated" in codes(f"{story}</article>")) is expected
    assert codes(f"{story}</article>", articleBody="The storm went on. " * 99).count("truncated") == 1


def test_an_article_about_an_error_is_an_article() -> None:
    title = "404 not found: the tale of an error"
    assert "not-article" not in codes(f"<title>{title}</title><h1>{title}</h1>" + STORY + LONG)


@pytest.mark.parametrize("wrapped", ["{}", "<div>{}</div>", "<section><div>{}</div></section>"])
def test_a_list_of_headlines_with_a_line_under_each_is_not_an_article(wrapped: str) -> None:
    teaser = "<h2><a href=/n/{0}>Ferry number {0} sails again after the storm</a></h2><p>The pier of berth {0} was mended on Friday.</p>"
    page = "<h1>Harbour news</h1>" + "".join(wrapped.format(teaser.format(number)) for number in range(12))
    assert "not-article" in codes(page)


def test_a_signed_article_of_short_parts_whose_headings_lead_elsewhere_is_one() -> None:
    part = "<h2><a href=/walk/{0}>The old light number {0}</a></h2><p>The light of berth {0} was mended by hand on Friday, in the rain.</p>"
    parts = "".join(part.format(number) for number in range(12))
    assert "not-article" not in codes(
        f"<article><h1>Twelve lights of the coast</h1><p>By Ada Quill</p>{parts}</article>"
    )
    assert "not-article" in codes(f"<article><h1>Twelve lights of the coast</h1><p>By the sea</p>{parts}</article>")


def test_a_story_whose_headings_lead_elsewhere_is_an_article() -> None:
    part = "<h2><a href=/ferry/{0}>The ferry number {0} of the old line</a></h2>" + STORY + LONG
    assert "not-article" not in codes("<h1>Twelve ferries</h1>" + "".join(part.format(number) for number in range(12)))


SITE = "https://courier.example"
CARDS = "".join(map(CARD.format, range(12)))
LINKS = "".join(f"<li><a href=/a{n}>Ferry number {n} sails again after the storm</a></li>" for n in range(12))
POST = "<{1}><h2><a href=/a{0}>Ferry number {0} sails again after the storm</a></h2><p>{0} March 2025</p><p>No. {0}: {2}</{1}>"
BIO = "<h1>Ada Quill</h1><p>Ada Quill has told of the harbour of Marrow Bay for twenty years, and has never missed a storm.</p>"


@pytest.mark.parametrize("box", ["article", "div"])
def test_a_front_page_of_whole_posts_is_not_an_article(box: str) -> None:
    page = "<title>Courier</title>" + "".join(POST.format(number, box, LONG[3:]) for number in range(4))
    assert "not-article" in codes(page, f"{SITE}/")
    assert "not-article" in codes(page, SITE)
    assert "not-article" not in codes(page, f"{SITE}/three-ferries-sail-again")
    assert "not-article" not in codes(f"<h1>Harbour closed</h1>{STORY}{LONG}{CARDS}", f"{SITE}/")
    assert "not-article" not in codes(f"<meta property=og:type content=article>{page}", f"{SITE}/")


@pytest.mark.parametrize(
    "address",
    ["/authors/ada-quill", "/en/author/ada-quill/", "/auteurs/ada", "/tag/harbour", "/search?q=ferry", "/find?page=2&q=ferry", "/harbour/", "/local/harbour"],
)  # fmt: skip
def test_a_short_page_with_links_to_others_at_the_address_of_a_list_is_not_an_article(address: str) -> None:
    bio = BIO.replace("Ada Quill</h1>", "Harbour</h1>")
    for page in (f"{bio}<ul>{LINKS}</ul>", f"{bio}{CARDS}"):
        assert "not-article" in codes(page, SITE + address)
        assert "not-article" not in codes(page, f"{SITE}/ada-quill-of-the-courier-has-told-of-the-harbour")
        assert "not-article" not in codes(page.replace("</h1>", f"</h1>{LONG}"), SITE + address)
        assert "not-article" not in codes(f"<meta property=og:type content=article>{page}", SITE + address)
        assert "not-article" not in codes(page, SITE + address, headline="Ada Quill")


@pytest.mark.parametrize(
    "address", ["/people/the-keeper-of-the-light-is-dead", "/harbour/2025", "/a?page=2&seq=4", "/harbour-closed"]
)
def test_a_short_page_with_links_to_others_at_the_address_of_a_story_is_an_article(address: str) -> None:
    assert "not-article" not in codes(f"{BIO}<ul>{LINKS}</ul>", SITE + address)
    four = "".join(map(CARD.format, range(4)))
    assert "not-article" not in codes(f"{BIO}{four}", f"{SITE}/authors/ada-quill")


def test_a_short_description_of_a_section_does_not_make_an_article() -> None:
    page = f"<h1>Harbour</h1>{STORY}{STORY.replace('Friday', 'Monday')}{STORY.replace('Friday', 'Sunday')}{CARDS}"
    assert "not-article" not in codes(page, f"{SITE}/harbour/")
    assert "not-article" in codes(page, f"{SITE}/tag/harbour/")


def test_links_above_the_story_do_not_make_an_index_page() -> None:
    assert "not-article" not in codes(f"<nav><ul>{LINKS}</ul></nav>{BIO}", f"{SITE}/authors/ada-quill")


def test_a_page_that_says_that_it_is_about_a_person_is_not_an_article() -> None:
    page = "<meta property=og:type content=profile>" + BIO + LONG
    assert "not-article" in codes(page)
    assert "not-article" not in codes(page.replace("profile", "website"))
    assert "not-article" not in codes(f"<meta property=article:published_time content=2025-03-04>{page}")


def test_a_page_that_says_that_it_is_not_free_is_paywalled() -> None:
    assert "paywalled" in codes("<h1>Harbour closed</h1>" + STORY, isAccessibleForFree=False)


@pytest.mark.parametrize(
    "wall",
    ["Keep reading with a subscription", "Continue reading for £1", "Register for free to continue reading", "Create a free account to keep reading",
     "Du möchtest weiterlesen? Mit einem Abo geht es.", "Den här artikeln är för prenumeranter", "Articolo riservato agli abbonati",
     "この記事は有料会員限定です", "This story is available exclusively to Courier subscribers.",
     "Subscribe to continue reading", "This article is for subscribers only.", "Dieser Artikel ist nur für Abonnenten",
     "Article réservé aux abonnés", "Suscríbete para seguir leyendo", "Questo articolo è riservato agli abbonati"],
)  # fmt: skip
def test_a_line_that_asks_for_a_subscription_is_reported_and_not_text(wall: str) -> None:
    page = (
        "<h1>Harbour closed</h1>"
        + STORY
        + LONG
        + f"<div><h3>{wall}</h3><p>Already a subscriber? <a href=/in>Log in</a></p></div>"
    )
    article = parse_html(page, attribute=False)
    assert "paywalled" in [problem.code for problem in article.problems]
    assert wall not in article.text
    assert "Log in" not in article.text


@pytest.mark.parametrize(
    "line",
    ["Keep reading for pleasure is what she tells children.", "Articolo riservato: così la chiamano al porto.", "You have 3 articles to sew on.",
     "This story is available to sailors and subscribers."],
)  # fmt: skip
def test_a_line_about_reading_is_text(line: str) -> None:
    article = parse_html(f"<h1>Harbour closed</h1>{STORY}{LONG}<p>{line}</p>", attribute=False)
    assert line in article.text
    assert "paywalled" not in [problem.code for problem in article.problems]


def test_a_count_of_free_articles_is_neither_text_nor_a_paywall() -> None:
    article = parse_html(f"<h1>Harbour closed</h1>{STORY}{LONG}<p>You have 3 free articles left</p>", attribute=False)
    assert "free articles" not in article.text
    assert "paywalled" not in [problem.code for problem in article.problems]


@pytest.mark.parametrize(("free", "expected"), [(False, True), (True, False)])
def test_a_paid_page_that_shows_a_part_of_the_stated_words_is_truncated(free: bool, expected: bool) -> None:
    problems = codes("<h1>Harbour closed</h1>" + STORY, isAccessibleForFree=free, wordCount=900)
    assert ("truncated" in problems) is expected


def test_a_page_that_shows_less_than_its_structured_data_is_truncated() -> None:
    assert "truncated" in codes("<h1>Harbour closed</h1>" + STORY, articleBody="The storm went on. " * 60)
    assert "truncated" not in codes("<h1>Harbour closed</h1>" + STORY, articleBody="The storm went on.")
