"""Live blogs: each entry has its time, and a line with only a time is not text."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, PARAGRAPHS, lines, read

TITLE = f"<h1>{HEADLINE}</h1>"
CLOCKS = ("10:15", "09:40", "08:05")
BOX = "<div class=post><span class=time>{0}</span><p>{1}</p></div>"
DATED = (
    '<script type=\'application/ld+json\'>{{"@type": "{0}", "headline": "Ferry", "datePublished": "{1}"{2}}}</script>'
)
PUBLISHED = DATED.format("NewsArticle", "2025-06-13T08:00:00+02:00", "")
LIVE = DATED.format("LiveBlogPosting", "2025-06-13T08:00:00+02:00", "")


def blog(
    entry: str, clocks: tuple[str, ...] = CLOCKS, *, head: str = "", above: str = ""
) -> list[tuple[str | None, str]]:
    """Time and words of each block of a page with an entry for each of ``clocks``."""
    entries = "".join(map(entry.format, clocks, PARAGRAPHS))
    article = read(f"<main>{TITLE}{above}<div class=stream>{entries}</div></main>", head=head)
    times = [block.time.value[:16] if block.time else None for block in article.blocks]
    return list(zip(times, lines(article), strict=True))


@pytest.mark.parametrize(
    "entry",
    [
        BOX,
        "<section><time>{0}</time><p>{1}</p></section>",
        "<li class=entry><p class=timestamp>{0}</p><p>{1}</p></li>",
        "<div><div class=when>{0} Uhr</div><p>{1}</p></div>",
        "<time>{0}</time><p>{1}</p>",
        "<p><b>{0}</b></p><p>{1}</p>",
    ],
)
def test_times_of_day_are_joined_with_the_day_that_the_page_states(entry: str) -> None:
    days = [f"2025-06-13T{clock}" for clock in CLOCKS]
    assert blog(entry, head=PUBLISHED) == list(zip(days, PARAGRAPHS, strict=False))


@pytest.mark.parametrize("entry", [BOX, "<section><time>{0}</time><p>{1}</p></section>", "<time>{0}</time><p>{1}</p>"])
def test_without_a_day_they_leave_the_text_and_no_time_is_guessed(entry: str) -> None:
    assert blog(entry) == [(None, words) for words in PARAGRAPHS[:3]]


def test_a_day_in_a_line_of_its_own_is_that_of_the_entries_below_it() -> None:
    first = "<h2>Friday, 13 June 2025</h2>" + "".join(map(BOX.format, ("10:15", "08:05"), PARAGRAPHS))
    second = "<h2>Thursday, 12 June 2025</h2>" + "".join(map(BOX.format, ("23:10", "20:00"), PARAGRAPHS[2:]))
    article = read(f"<main>{TITLE}<div class=live>{first}{second}</div></main>")
    assert [block.time.value for block in article.blocks if block.time] == [
        "2025-06-13T10:15",
        "2025-06-13T08:05",
        "2025-06-12T23:10",
        "2025-06-12T20:00",
    ]


def test_entries_that_run_over_midnight_have_no_time() -> None:
    assert [time for time, _ in blog(BOX, ("00:20", "23:40", "22:00"), head=PUBLISHED)] == [None] * 3


def test_a_page_that_was_changed_on_another_day_states_no_day_for_a_time() -> None:
    changed = DATED.format("NewsArticle", "2025-06-13T08:00:00+02:00", ', "dateModified": "2025-06-14"')
    assert [time for time, _ in blog(BOX, head=changed)] == [None] * 3


def test_full_times_beside_each_other_in_one_box_begin_the_entries() -> None:
    entry = "<time datetime=2025-06-13T{0}:00Z>{0}</time><p>{1}</p>"
    assert [time for time, _ in blog(entry)] == [f"2025-06-13T{clock}" for clock in CLOCKS]


def test_the_paragraphs_of_an_entry_share_its_time() -> None:
    found = blog(f"<time>{{0}}</time><p>{{1}}</p><p>{PARAGRAPHS[5]} It was {{0}} then.</p>", head=PUBLISHED)
    assert [time and time[11:] for time, _ in found] == ["10:15", "10:15", "09:40", "09:40", "08:05", "08:05"]


@pytest.mark.parametrize("entry", [BOX, "<time>{0}</time><p>{1}</p>"])
def test_two_entries_are_enough_for_a_declared_live_blog(entry: str) -> None:
    assert [time for time, _ in blog(entry, CLOCKS[:2], head=LIVE)] == ["2025-06-13T10:15", "2025-06-13T09:40"]
    assert [time for time, _ in blog(entry, CLOCKS[:2], head=PUBLISHED)] == [None] * 4


def test_the_times_of_a_programme_stay_in_the_text() -> None:
    entry = "<div><div>{0}</div><p>{1}</p></div>"
    assert [words for _, words in blog(entry, ("10:15", "11:00", "12:30"))][::2] == ["10:15", "11:00", "12:30"]


def test_the_programme_in_a_blogs_post_stays_in_the_text() -> None:
    told = "".join(f"<p>{clock}</p><p>{words}</p>" for clock, words in zip(CLOCKS[::-1], PARAGRAPHS, strict=False))
    assert lines(read(f"<main>{TITLE}<div class=entry-content>{told}</div></main>"))[::2] == list(CLOCKS[::-1])


@pytest.mark.parametrize("head", ["", PUBLISHED])
def test_prices_are_not_times(head: str) -> None:
    entry = "<div><div>{0}</div><p>{1}</p></div>"
    found = blog(entry, ("12.50", "9.90", "3.20"), head=head)
    assert [words for _, words in found][:4:2] == ["12.50", "9.90"]
    assert {time for time, _ in found} == {None}


def test_times_in_a_table_stay_in_it() -> None:
    rows = "".join(
        f"<tr><td>{clock}</td><td>{words}</td></tr>" for clock, words in zip(CLOCKS, PARAGRAPHS, strict=False)
    )
    article = read(
        f"<main>{TITLE}<p>{PARAGRAPHS[3]}</p><table>{rows}</table><p>{PARAGRAPHS[4]}</p></main>", head=PUBLISHED
    )
    assert lines(article)[1].startswith("10:15\t")
    assert [block.time for block in article.blocks] == [None] * 5


def test_times_inside_sentences_do_not_make_a_live_blog() -> None:
    told = "".join(
        f"It was <time datetime=2025-06-1{n}>then</time>. {words}<br><br>" for n, words in enumerate(PARAGRAPHS)
    )
    assert {block.time for block in read(f"<main>{TITLE}<div>{told}</div></main>").blocks} == {None}


def test_dates_of_other_stories_between_paragraphs_are_not_entry_times() -> None:
    cards = ("2025-01-24", "2023-04-25", "2024-12-23")
    told = "".join(
        f"<p>{words}</p><aside><time datetime={day}>{day}</time></aside>"
        for day, words in zip(cards, PARAGRAPHS, strict=False)
    )
    assert {block.time for block in read(f"<main>{TITLE}{told}<p>{PARAGRAPHS[4]}</p></main>").blocks} == {None}
