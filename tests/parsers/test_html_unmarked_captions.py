"""Captions in elements whose names say nothing, as generated style sheets have them."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, OTHER, PARAGRAPHS, STORY, read

from articlekit.models import Image

TITLE = f"<h1>{HEADLINE}</h1>"
FIRST, SECOND = f"<p>{PARAGRAPHS[0]}</p>", f"<p>{PARAGRAPHS[1]}</p>"


def page(between: str) -> str:
    """A story with something between two of its paragraphs."""
    return f"<main>{TITLE}<div>{FIRST}{between}{SECOND}{STORY}</div></main>"


@pytest.mark.parametrize(
    ("box", "caption", "credit"),
    [
        ("<div class=kq1><img src=/a.jpg><div>The pier on Friday. Photo: Ada Quill</div></div>", "The pier on Friday.", "Ada Quill"),
        ("<div class=kq1><img src=/a.jpg><div>The pier on Friday</div><div>Getty Images</div></div>", "The pier on Friday", "Getty Images"),
        ("<div class=kq1><img src=/a.jpg></div><div class=zz2>The old pier on Friday. Photo: Ada Quill</div>", "The old pier on Friday.", "Ada Quill"),
        ("<div class=kq1><img src=/a.jpg></div><p>The pier of Marrow Bay on Friday (Ada Quill/Reuters)</p>", "The pier of Marrow Bay on Friday", "Ada Quill/Reuters"),
        ("<div class=kq1><div><img src=/a.jpg></div><div>The old pier of Marrow Bay</div></div>", "The old pier of Marrow Bay", None),
    ],
)  # fmt: skip
def test_a_credit_or_the_position_makes_a_line_a_caption(box: str, caption: str, credit: str | None) -> None:
    article = read(page(box))
    assert caption not in article.text
    assert Image(url="https://www.courier.example/a.jpg", caption=caption, credit=credit) in article.images


@pytest.mark.parametrize(
    ("box", "told"),
    [
        (f"<div class=kq1><img src=/a.jpg><p>{OTHER}</p></div>", OTHER),
        ("<div class=kq1><img src=/a.jpg><h3>The old pier</h3><p>It was rebuilt in the spring. (Reuters)</p></div>", "It was rebuilt"),
        (f"<div class=kq1><img src=/a.jpg><div>Photographs by Ada Quill</div><p>{OTHER}</p></div>", OTHER),
        ("<p><img src=/a.jpg>Nobody on the pier knew why</p>", "Nobody on the pier"),
        ("<div><div><img src=/yes.svg>No deposit is wanted</div><div><img src=/yes.svg>Lifts on every floor</div></div>", "Lifts on every floor"),
        ("<img src=/a.jpg><p>The boats went out on Friday evening, said the harbour office. (Reuters)</p>", "The boats went out"),
        ("<img src=/a.jpg><p>The boats went out on Friday evening. Source: Harbour Office</p>", "The boats went out"),
        ("<iframe src=https://youtu.be/abc></iframe><p>The boats went out on Friday evening. Photo: Ada Quill</p>", "The boats went"),
        ("<img src=/pixel.gif width=1 height=1><p>The boats went out on Friday evening. Photo: Ada Quill</p>", "The boats went"),
        ("<div class=ad><img src=/a.jpg></div><p>The boats went out on Friday evening. Photo: Ada Quill</p>", "The boats went"),
        ("<ol><li><img src=/a.jpg>Melt the butter in a large pan. Photo: Ada Quill</li></ol>", "Melt the butter"),
        ("<img src=/a.jpg><blockquote>We will rebuild the pier before summer. Photo: Ada Quill</blockquote>", "We will rebuild"),
        ("<div class=kq1><img src=/a.jpg><p>“We will rebuild the pier before the summer.”</p><p>Photo: Ada Quill</p></div>", "We will rebuild"),
        ("<div class=kq1><img src=/a.jpg><div><b>What the council plans for the pier</b></div></div>", "What the council"),
        ("<div class=kq1><img src=/a.jpg><div>When will the harbour open again?</div></div>", "When will"),
        ("<div class=kq1><img src=/a.jpg><div>Tickets: 12 crowns at the door</div></div>", "Tickets"),
        ("<table><tr><td><img src=/a.png>The Marrow Bay Rovers (Reuters)</td><td>3</td></tr></table>", "The Marrow Bay Rovers"),
    ],
)  # fmt: skip
def test_other_lines_under_an_image_are_the_storys(box: str, told: str) -> None:
    assert told in read(page(box)).text


def test_a_signed_caption_between_headline_and_text_is_not_a_standfirst() -> None:
    caption = "The ferry at the old pier of Marrow Bay on Friday, a day before its last voyage (Ada Quill/Reuters)"
    top = f"<div>{TITLE}<div class=kq1><img src=/a.jpg></div><div class=zz2>{caption}</div></div>"
    article = read(f"<main>{top}<div>{STORY}</div></main>")
    assert article.summary is None
    assert "Ada Quill" not in article.text


def test_the_only_or_last_text_of_a_page_is_not_a_caption() -> None:
    told = "The boats went out on Friday evening, said the harbour office. Photo: Ada Quill"
    assert told in read(f"<article>{TITLE}<img src=/a.jpg><p>{told}</p></article>").text
    assert told in read(f"<article>{TITLE}{STORY}<img src=/a.jpg><p>{told} (Reuters)</p></article>").text
    box = f"<div class=kq1><img src=/a.jpg><p>{told}</p><p>Photo: Ada Quill</p></div>"
    assert told in read(f"<article>{TITLE}{box}</article>").text
