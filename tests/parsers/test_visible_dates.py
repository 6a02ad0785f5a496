"""Dates that a web page shows: near the headline, in time elements, after the article."""

from __future__ import annotations

import pytest

import articlekit

PARAGRAPH = "The harbour of Marrow Bay closed on Monday, and nobody could say when it would open again for the ferries."
STORY = "".join(f"<p>{PARAGRAPH} {PARAGRAPH} {number}</p>" for number in range(4))
TITLE = "<title>Harbour closed</title><h1>Harbour closed</h1>"
SCRIPT = "<script></script>"


def read(line: str, language: str = "en", under: str = "", url: str | None = None) -> articlekit.Article:
    page = f"<html lang={language}>{TITLE}{line}{STORY}{under}"
    return articlekit.parse_html(page, url=url, attribute=False)


def dates(article: articlekit.Article) -> tuple[str | None, str | None]:
    published, modified = article.published, article.modified
    return published.value if published else None, modified.value if modified else None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Veröffentlicht am 12. Mai 2025, aktualisiert am 13. Mai 2025"),
        ("fr", "Publié le 12 mai 2025, modifié le 13 mai 2025"),
        ("sv", "Publicerad 12 maj 2025. Uppdaterad 13 maj 2025"),
        ("nl", "Gepubliceerd op 12 mei 2025, bijgewerkt op 13 mei 2025"),
        ("pl", "Opublikowano 12 maja 2025, zaktualizowano 13 maja 2025"),
        ("ru", "Опубликовано 12 мая 2025, обновлено 13 мая 2025"),
        ("tr", "Yayınlanma: 12 Mayıs 2025, Güncelleme: 13 Mayıs 2025"),
        ("ar", "نشر في 12 مايو 2025، آخر تحديث 13 مايو 2025"),
        ("zh", "发布时间：2025-05-12 更新时间：2025-05-13"),
        ("ko", "입력 2025.05.12 수정 2025.05.13"),
        ("en", "Published 12 May 2025. Updated 13 May 2025"),
    ],
)
def test_a_line_with_both_dates_gives_both_and_leaves_the_text(language: str, line: str) -> None:
    article = read(f"<p>{line}</p>", language)
    assert dates(article) == ("2025-05-12", "2025-05-13")
    assert article.text.startswith("The harbour")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "<p>Von Ann Pole, 12. Mai 2025</p>"),
        ("nl", "<p>Door Anna Pool, 12 mei 2025</p>"),
        ("ru", "<p>Анна Полякова, 12 мая 2025</p>"),
        ("ru", "<div><span class=author>Автор: Анна Полякова</span> <span class=date>12 мая 2025</span></div>"),
        ("it", "<p>Di Anna Polo, 12 maggio 2025</p>"),
        ("fr", "<p>Par Anne Paul, publié le 12 mai 2025</p>"),
    ],
)
def test_a_date_after_a_byline_is_read_in_the_language_of_the_page(language: str, line: str) -> None:
    article = read(line, language)
    assert dates(article) == ("2025-05-12", None)
    assert article.authors
    assert article.text.startswith("The harbour")


def test_a_date_in_a_caption_that_tells_something_is_not_the_reports() -> None:
    assert read("<div>Ein Schiff bei den Inseln vor Marrow Bay, 24. April 2023</div>", "de").published is None


@pytest.mark.parametrize(
    "line", ["<p>Published: 12/05/2025</p>", "<p>12/05/2025</p>", "<div class=date>12/05/2025</div>"]
)
def test_a_date_line_that_reads_two_ways_is_reported_and_no_text(line: str) -> None:
    article = read(line)
    assert article.published is None
    assert "ambiguous-date" in [problem.code for problem in article.problems]
    assert article.text.startswith("The harbour")


def test_no_date_is_reported_as_ambiguous_if_the_metadata_has_one() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-05-12"}</script>'
    article = read(f"{head}<p>Published: 12/05/2025</p>")
    assert dates(article) == ("2025-05-12", None)
    assert [problem.code for problem in article.problems] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("<time datetime='2025-05-12'>12/05/2025</time>", []),
        ("<div>Published: <time datetime='2025-12-05T10:00Z'>12/05/2025</time></div>", []),
        ("<meta name=date content='2025-12-05'><div>12/05/2025</div>", []),
        ("<meta name=date content='2025-12-06'><div>12/05/2025</div>", ["ambiguous-date"]),
        ("<meta name=date content='2025-12-05'><div>Updated: 12/06/2025</div>", ["ambiguous-date"]),
    ],
)
def test_a_date_is_not_reported_as_ambiguous_if_the_metadata_gives_the_day(line: str, told: list[str]) -> None:
    assert [problem.code for problem in read(line).problems] == told


@pytest.mark.parametrize(
    "line", ["Deadline: May 20, 2025", "Event date: May 20, 2025", "Start: <time datetime='2025-05-20'>Tuesday</time>"]
)
def test_a_date_after_a_label_of_another_sort_is_not_the_reports(line: str) -> None:
    assert read(f"<div>{line}</div>").published is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Posted: May 12, 2025 / 09:30 AM EDT Updated: May 13, 2025 / 10:00 AM EDT",
            ("2025-05-12T09:30-04:00", "2025-05-13T10:00-04:00"),
        ),
        ("Published<b>May 12, 2025</b>Updated<b>May 13, 2025</b>", ("2025-05-12", "2025-05-13")),
    ],
)
def test_statements_that_only_looks_part_are_read_apart(line: str, expected: tuple[str, str]) -> None:
    assert dates(read(f"<div>{line}</div>")) == expected


PUBLISHED = '<time class="entry-date published" datetime="2025-05-14T20:11:00+02:00">14 May 2025</time>'
UPDATED = '<time class="updated" datetime="2025-05-15T08:00:00+02:00">15 May 2025</time>'


@pytest.mark.parametrize(
    "line",
    [
        f"Posted on <a href='/x'>{PUBLISHED}{UPDATED}</a>",
        f"{PUBLISHED}{UPDATED}",
        f"Posted on {PUBLISHED} {UPDATED}",
        f"Published <span>{PUBLISHED}</span> Updated <span>{UPDATED}</span>",
    ],
)
def test_two_times_in_one_line_are_both_dates_to_the_minute(line: str) -> None:
    assert dates(read(f"<div class=meta>{line}</div>")) == ("2025-05-14T20:11:00+02:00", "2025-05-15T08:00:00+02:00")


def test_a_time_that_is_named_published_and_updated_is_the_publication() -> None:
    time = PUBLISHED.replace("published", "published updated")
    assert dates(read(f"<div>{time}</div>")) == ("2025-05-14T20:11:00+02:00", None)


def test_the_visible_day_beats_the_day_of_a_time_element() -> None:
    assert dates(read("<div><time datetime='2025-05-20'>14 May 2025</time></div>")) == ("2025-05-14", None)


def test_a_time_in_words_is_read_from_what_it_states() -> None:
    assert dates(read("<div>By Ada Quill <time datetime='2025-05-14'>3 hours ago</time></div>")) == ("2025-05-14", None)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("<time datetime='2025-03-04T09:12:00Z'>4 March 2025, 10:12</time>", "2025-03-04T09:12:00+00:00"),
        ("<time datetime='2025-03-04T06:30:21+01:00'>March 4, 2025, 6:30 am</time>", "2025-03-04T06:30:21+01:00"),
        ("<time datetime='2025-03-04T09:12:00Z'>4 March 2025, 14:57</time>", "2025-03-04T09:12:00+00:00"),
        # No zone explains an hour less five minutes, none is 23 hours away, and what is seen counts for the day.
        ("<time datetime='2025-03-04T09:12:00Z'>4 March 2025, 10:07</time>", "2025-03-04T10:07"),
        ("<time datetime='2025-03-04T23:45:00Z'>4 March 2025, 00:45</time>", "2025-03-04T00:45"),
        ("<time datetime='2025-03-05T02:30:00Z'>4 March 2025, 21:30</time>", "2025-03-04T21:30"),
        ("<time datetime='2025-03-04T09:12:00'>4 March 2025, 10:12</time>", "2025-03-04T10:12"),
        ("<time datetime='2025-03-04T09:12:00Z'>4 March 2025, 10:12 EST</time>", "2025-03-04T10:12-05:00"),
    ],
)
def test_a_visible_time_gets_its_zone_from_metadata(line: str, value: str) -> None:
    assert dates(read(f"<div>{line}</div>")) == (value, None)


@pytest.mark.parametrize(
    ("stated", "shown", "value"),
    [
        ("2025-03-04T06:30:00+01:00", "March 4, 2025, 6:30 am", "2025-03-04T06:30:00+01:00"),
        ("2025-03-04T06:30:00+01:00", "March 4, 2025", "2025-03-04T06:30:00+01:00"),
        ("2025-03-04T00:00:00+01:00", "March 4, 2025", "2025-03-04"),
        ("2025-03-03T06:30:00+01:00", "March 4, 2025, 6:30 am", "2025-03-04T06:30"),
    ],
)
def test_a_visible_time_gets_its_zone_from_a_meta_element(stated: str, shown: str, value: str) -> None:
    assert dates(read(f"<meta name=date content='{stated}'><div>{shown}</div>")) == (value, None)


@pytest.mark.parametrize(
    "under",
    [
        "<h3>Comments (2)</h3><div><b>ann</b> <span>May 13, 2025 at 10:00</span><p>Quite right.</p></div>",
        "<div class=comments><time datetime='2025-05-13'>May 13, 2025</time></div>",
        "<div class=teaser><h3><a href='/1'>Another</a></h3><time datetime='2024-01-02'>2 Jan 2024</time></div>",
        "<div><h3><a href='/1'>Another bridge is to open</a></h3><time datetime='2024-01-02'>2 Jan 2024</time></div>",
        "<div><a href='/1'>Another bridge is to open in spring</a></div><div>2 January 2024</div>",
        "<aside><div>2 January 2024</div></aside>",
    ],
)
def test_the_dates_of_comments_and_teasers_are_not_the_reports(under: str) -> None:
    assert dates(read("", under=under)) == (None, None)


@pytest.mark.parametrize("wrap", ["{}", "<article>{}</article>", "<div class=teaser>{}</div>"])
def test_a_list_of_reports_has_no_date(wrap: str) -> None:
    teaser = (
        "<h2><a href='/n/{0}'>Story number {0} about the harbour</a></h2><span>{0} May 2025</span><p>Number {0}. "
        + PARAGRAPH
        + "</p>"
    )
    listed = "".join(wrap.format(teaser.format(number)) for number in range(1, 12))
    article = articlekit.parse_html(f"<title>Local news</title><h1>Local news</h1>{listed}", attribute=False)
    assert article.published is None


def test_the_only_visible_date_counts_although_it_is_an_update() -> None:
    article = read(f"{SCRIPT}<div>Updated May 3, 2025</div>")
    assert dates(article) == ("2025-05-03", "2025-05-03")
    assert "published.only_updated" in [evidence.rule for evidence in article.evidence]


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [
        ("", "<div>Updated May 3, 2025</div>", None),
        (SCRIPT, "<div>May 1, 2025 | Updated May 3, 2025</div>", "2025-05-01"),
        (SCRIPT + "<meta property='article:modified_time' content='2025-05-03'>", "", None),
    ],
)
def test_an_update_is_not_the_publication_in_a_stripped_copy_or_next_to_another_date(
    head: str, line: str, published: str | None
) -> None:
    assert dates(read(head + line))[0] == published


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<p>Last updated</p><p>March 4, 2025</p>", (None, "2025-03-04")),
        ("<p>Published:</p><p>March 3, 2025</p><p>Updated:</p><p>March 4, 2025</p>", ("2025-03-03", "2025-03-04")),
        ("<p>Last updated by the harbour master</p><p>March 4, 2025</p>", ("2025-03-04", None)),
        ("<p>Last updated</p><p>Ada Quill</p><p>March 4, 2025</p>", ("2025-03-04", None)),
    ],
)
def test_a_label_in_a_line_of_its_own_says_what_the_date_in_the_next_one_is(
    lines: str, expected: tuple[str | None, str | None]
) -> None:
    assert dates(read(lines)) == expected


def test_a_date_in_the_footer_of_the_article_is_the_reports() -> None:
    page = f"<article>{TITLE}{STORY}<footer>By Ada Quill <span>May 12, 2025</span></footer></article>"
    assert dates(articlekit.parse_html(page, attribute=False)) == ("2025-05-12", None)


def test_a_labelled_date_elsewhere_beats_later_metadata() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-11-29"}</script>'
    under = "<h2>More</h2><div>Published <time datetime='2025-08-13'>August 13, 2025</time></div>"
    assert dates(read(head, under=under))[0] == "2025-08-13"


@pytest.mark.parametrize(
    ("stated", "published"), [("T22:02:58Z", "2025-05-11"), ("T02:02:58Z", "2025-05-12T02:02:58+00:00")]
)
def test_a_visible_day_before_the_metadata_counts_if_no_zone_explains_it(stated: str, published: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "Article", "datePublished": "2025-05-12{stated}"}}</script>'
    assert dates(read(f"{head}<div>May 11, 2025</div>"))[0] == published


def test_the_month_in_a_url_may_be_a_word() -> None:
    assert dates(read("", url="https://courier.example/world/2025/may/12/harbour-closed"))[0] == "2025-05-12"


def test_a_name_that_says_date_and_published_states_the_date() -> None:
    assert dates(read("<meta name='x-published-date' content='2025-05-12'>"))[0] == "2025-05-12"
    assert dates(read("<meta name='x-last-published-date' content='2025-05-12'>"))[0] is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("June 13, 2025 | 7:40am | Updated June 14, 2025 | 8:00am", ("2025-06-13T07:40", "2025-06-14T08:00")),
        ("Ada Quill • 13 June 2025 • 07:40 • 3 comments", ("2025-06-13T07:40", None)),
        ("June 13, 2025 | 12 photos", ("2025-06-13", None)),
        ("Fri., June 13, 2025timer5 min. read", ("2025-06-13", None)),
    ],
)
def test_a_time_of_day_after_a_bar_belongs_to_the_day_before_it(line: str, expected: tuple[str, str | None]) -> None:
    assert dates(read(f"<div>{line}</div>")) == expected


def test_a_day_and_its_time_after_a_bar_are_kept_as_written() -> None:
    published = read("<div>Ada Quill | June 13, 2025 | 7:40am</div>").published
    assert published is not None
    assert published.raw == "June 13, 2025 | 7:40am"


def stated(published: str, modified: str) -> tuple[str | None, str | None]:
    node = f'{{"@type": "NewsArticle", "datePublished": "{published}", "dateModified": "{modified}"}}'
    return dates(read(f'<script type="application/ld+json">{node}</script>'))


@pytest.mark.parametrize(
    "modified", ["1970-01-01T00:00:00+00:00", "1969-12-31T19:00:00-05:00", "2025-06-10", "2025-06-12T17:59+00:00"]
)
def test_a_change_before_the_publication_or_at_the_epoch_does_not_count(modified: str) -> None:
    assert stated("2025-06-13T08:00+00:00", modified) == ("2025-06-13T08:00+00:00", None)


@pytest.mark.parametrize("modified", ["2025-06-13T00:00+00:00", "2025-06-12T18:00+00:00", "2025-06-13", "2025-07-01"])
def test_a_change_that_only_a_zone_puts_before_the_publication_counts(modified: str) -> None:
    assert stated("2025-06-13T08:00+00:00", modified) == ("2025-06-13T08:00+00:00", modified)


def test_a_report_of_long_ago_keeps_its_date() -> None:
    assert stated("1964-06-13", "1970-01-02") == ("1964-06-13", "1970-01-02")


SITTING = "<p>The court sits again <time datetime='2025-05-12T14:00:00Z'>at 2pm</time>.</p>"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("<div class=date>12 May 2025, 10:00</div>", "2025-05-12T10:00"),
        ("<div class=date>12 May 2025</div>", "2025-05-12"),
        ("<div><time datetime='2025-05-12T09:00:00Z'>12 May 2025, 10:00</time></div>", "2025-05-12T09:00:00+00:00"),
    ],
)
def test_a_time_element_in_the_text_does_not_change_the_visible_date(line: str, value: str) -> None:
    assert dates(read(line, under=SITTING)) == (value, None)
    assert dates(read(line + SITTING)) == (value, None)
    label = SITTING.replace("The court sits again", "Next sitting").replace(".</p>", "</p>")
    assert dates(read(f"{line}<p>{PARAGRAPH}</p>{label}")) == (value, None)


def test_a_time_element_in_the_first_sentence_is_not_the_publication() -> None:
    assert dates(read(SITTING)) == (None, None)
    assert dates(read(f"<p>{PARAGRAPH}</p>", under=SITTING)) == (None, None)


@pytest.mark.parametrize(
    ("time", "value"),
    [
        ("<time datetime='2025-05-12T14:00:00Z'>Monday</time>", "2025-05-12T14:00:00+00:00"),
        ("<time class=updated datetime='2025-05-12T14:00:00Z'>Monday</time>", "2025-05-12"),
    ],
)
def test_a_time_element_next_to_the_visible_day_adds_its_hour_unless_it_is_a_change(time: str, value: str) -> None:
    assert dates(read(f"<div class=date>12 May 2025</div><div>{time}</div>"))[0] == value


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2025-03-04T10:12:00-05:00", "2025-03-04T10:12:00-05:00"),
        ("2025-03-04T12:12:00+01:00", "2025-03-04T10:12"),
        ("2025-03-04T09:57:00Z", "2025-03-04T10:12"),
        ("2025-03-04T23:12:00Z", "2025-03-04T10:12"),
        ("2025-03-04T22:12:00Z", "2025-03-04T22:12:00+00:00"),
    ],
)
def test_a_zone_counts_only_if_local_time_in_it_is_the_visible_time(stated: str, value: str) -> None:
    assert dates(read(f"<div><time datetime='{stated}'>4 March 2025, 10:12</time></div>")) == (value, None)
