"""Captions in boxes with names that tell nothing, as pages of generated style sheets have them."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, OTHER, STORY, TOLD, read

from articlekit.models import Image

TITLE = f"<h1>{HEADLINE}</h1>"
FIRST, SECOND = f"<p>{TOLD[0]}</p>", f"<p>{TOLD[1]}</p>"


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
def test_words_under_a_picture_are_its_caption_where_a_credit_or_their_place_says_so(
    box: str, caption: str, credit: str | None
) -> None:
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
        ("<table><tr><td><img src=/a.png>The Marrow Bay Rovers (Reuters)</td><td>3</td></tr></table>", "The Marrow Bay Rovers"),
    ],
)  # fmt: skip
def test_what_else_stands_under_a_picture_is_the_storys(box: str, told: str) -> None:
    assert told in read(page(box)).text


def test_a_signed_caption_between_headline_and_text_is_no_standfirst() -> None:
    caption = "The ferry at the old pier of Marrow Bay on Friday, a day before its last voyage (Ada Quill/Reuters)"
    top = f"<div>{TITLE}<div class=kq1><img src=/a.jpg></div><div class=zz2>{caption}</div></div>"
    article = read(f"<main>{top}<div>{STORY}</div></main>")
    assert article.summary is None
    assert "Ada Quill" not in article.text
