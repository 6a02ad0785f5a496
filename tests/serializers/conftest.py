from __future__ import annotations

import datetime as dt

import pytest

from articlekit.models import (
    Article,
    Author,
    Block,
    Claim,
    Credit,
    Cue,
    Dateline,
    Evidence,
    Image,
    Link,
    Problem,
    Publisher,
    Quote,
    Source,
    Span,
    When,
)

TITLE = "Ferry back on Friday, Brandt says"
FIRST = "MARROW BAY, June 13 (AP) - The ferry “Zoë” sails again on Friday, minister Ilse Brandt said."
SECOND = "“We 🚒 tested it twice,” she told the Harbour Courier, and the port confirmed it."
TEXT = f"{FIRST}\n\n{SECOND}"


def at(words: str, start: int = 0) -> Span:
    """Return the span of ``words`` in the text."""
    first = TEXT.index(words, start)
    return Span(first, first + len(words))


@pytest.fixture
def article() -> Article:
    """Return a short report in which every field of every model has a value."""
    day = dt.date(2025, 6, 13)
    friday = When(value="2025-06-13", earliest=day, latest=day, raw="Friday", span=at("Friday"))
    moment = dt.datetime(2025, 6, 13, 17, 40, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    published = When(value="2025-06-13T17:40+02:00", earliest=day, latest=day, at=moment, raw="13 June, 17:40 CEST")
    brandt = Source(
        id="source-1",
        name="Ilse Brandt",
        kind="person",
        named=True,
        role="minister",
        affiliation="the ministry of ports",
        aliases=("Brandt",),
        mentions=(Span(22, 28, "title"), at("minister Ilse Brandt"), at("she")),
    )
    paper = Source(id="source-2", name="the Harbour Courier", kind="organization", named=True)
    told = Cue(text="told", spans=(at("told"),), kind="statement")
    link = Link(
        id="link-1",
        href="/test",
        url="https://marrowbay.example/test",
        text="tested",
        span=at("tested"),
        kind="reference",
    )
    quote = Quote(
        id="quote-2",
        text="We 🚒 tested it twice,",
        spans=(at("We 🚒 tested it twice,"),),
        kind="speech",
        sources=(brandt,),
        source_spans=(at("she"),),
        cue=told,
    )
    first = Claim(
        id="claim-1",
        text="Ferry back on Friday",
        spans=(Span(0, 20, "title"),),
        form="indirect",
        sources=(brandt,),
        cue=Cue(text="says", spans=(Span(29, 33, "title"),), kind="statement"),
        when=friday,
        negated=True,
        hedged=True,
        confidence=0.75,
        rule="claim.title",
    )
    second = Claim(
        id="claim-2",
        text=quote.text,
        spans=quote.spans,
        form="direct",
        sources=(brandt,),
        source_spans=(at("she"),),
        cue=told,
        audience=(paper,),
        links=(link,),
        quotes=(quote,),
        rule="claim.told",
    )
    return Article(
        text=TEXT,
        title=TITLE,
        summary="The “Zoë” sails again.",
        url="https://marrowbay.example/ferry",
        publisher=Publisher(name="The Harbour Courier", domain="marrowbay.example"),
        authors=(Author(name="Ada Quill", kind="person", role="editor", url="https://marrowbay.example/quill"),),
        published=published,
        modified=published,
        language="en-GB",
        section="Ports",
        tags=("ferry", "مرفأ"),
        dateline=Dateline(place="MARROW BAY", agency="AP", text="MARROW BAY, June 13 (AP) -"),
        credits=(Credit(name="Odo Finch", role="editing", text="Editing by Odo Finch"),),
        blocks=(
            Block(kind="paragraph", span=Span(0, len(FIRST)), time=published),
            Block(kind="list_item", span=Span(len(FIRST) + 2, len(TEXT)), level=1),
        ),
        images=(Image(url="https://marrowbay.example/f.jpg", alt="A ferry", caption="The “Zoë”", credit="AP"),),
        links=(link, Link(id="link-2", href="#", text="Storm closes port", kind="related")),
        times=(friday,),
        sources=(brandt, paper),
        quotes=(Quote(id="quote-1", text="Zoë", spans=(at("Zoë"),), kind="name"), quote),
        claims=(first, second),
        evidence=(
            Evidence(
                field="title",
                rule="title.heading",
                raw=TITLE,
                rejected=(Evidence(field="title", rule="title.meta", raw="Ferry"),),
            ),
        ),
        problems=(Problem(code="truncated", message="the text ends in the middle of a word"),),
    )
