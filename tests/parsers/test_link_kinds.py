"""What the links of a text are for."""

from __future__ import annotations

import pytest

import articlekit

URL = "https://courier.example/harbour-closed"


def kinds(*links: str, above: str = "<p class='byline'>By <a rel='author' href='/u/7'>Ada Quill</a></p>") -> list[str]:
    story = " ".join(f"The harbour of Marrow Bay closed on Friday, wrote {link} in the paper." for link in links)
    source = f"<h1>Harbour closed</h1>{above}<p>{story}</p>"
    article = articlekit.parse_html(source, url=URL, attribute=False)
    return [link.kind for link in article.links if link.span is not None]


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("<a href='/u/7'>her</a>", "author"),
        ("<a href='https://quill.example'>Ada Quill</a>", "author"),
        ("<a href='/u/8'>Tom Reed</a>", "reference"),
        ("<a href='/pier.jpg?w=9'>the pier</a>", "media"),
        ("<a href='https://radio.example/talk.MP3'>a talk</a>", "media"),
        ("<a href='/survey.pdf'>a survey</a>", "reference"),
        ("<a href='https://jpg.example/'>a site</a>", "reference"),
        (f"<a href='{URL}'>this report</a>", "original"),
        (f"<a href='{URL}-again'>another report</a>", "reference"),
        ("<a href='#fn1'>1</a>", "reference"),
        ("<a href='mailto:ada@courier.example'>a letter</a>", "reference"),
    ],
)
def test_a_link_of_the_text_says_what_it_is_for(link: str, kind: str) -> None:
    assert kinds(link) == [kind]


def test_a_link_to_an_agency_that_signs_the_report_is_a_reference() -> None:
    head = "<meta name='author' content='Reuters'>"
    assert kinds("<a href='https://agency.example/a'>Reuters</a>", above=head) == ["reference"]
