"""An invented story, and the pages that the tests of the HTML reader put it on."""

from __future__ import annotations

import articlekit
from articlekit.models import Article

URL = "https://www.courier.example/news/ferry"
HEADLINE = "Ferry to Gull Island to stop for the whole of the winter"
PARAGRAPHS = (
    "The ferry to Gull Island will stop sailing in October, the harbour office of Marrow Bay said on Thursday.",
    "Divers found rot in two of the nine piles of the old pier when they went down to look at them in the spring.",
    "A new pier would cost the town four million crowns, which is more than it takes from all its parking meters.",
    "Some ninety people live on the island through the winter, and most of them are older than the ferry itself.",
    "The school boat will go on sailing, since it lands on the beach and has never needed a pier in all its years.",
    "A fisherman from the northern quay has offered to carry the post across, for as long as his engine holds out.",
)
LONG = tuple(f"{day} brought the same news. {words}" for day in ("Monday", "Tuesday", "Friday") for words in PARAGRAPHS)
STORY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
OTHER = "The paper's readers chose the finest garden of the town, and the prize went to a balcony over the fish market."
ANOTHER = (
    "The brass band of the fire brigade is looking for a second tuba, and for someone with a cellar to keep it in."
)
THIRD = (
    "The lighthouse will be painted in the colours of the town again, once the painters have agreed on what they are."
)
OTHERS = (OTHER, ANOTHER, THIRD)


def read(body: str, *, head: str = "", url: str | None = URL) -> Article:
    """Return the article of a page with this body."""
    return articlekit.parse_html(f"<title>{HEADLINE}</title>{head}<body>{body}", url=url, attribute=False)


def lines(article: Article) -> list[str]:
    """Return the text of each block of an article."""
    return [articlekit.slice_text(article, [block.span]) for block in article.blocks]


def body(html: str, *, head: str = "", url: str | None = URL) -> list[str]:
    """Return the text of each block of a page."""
    return lines(read(html, head=head, url=url))


def between_paragraphs(inner: str) -> list[str]:
    """Return the blocks that become of ``inner`` between two paragraphs of a story."""
    page = f"<main><h1>{HEADLINE}</h1><p>{'</p><p>'.join(PARAGRAPHS[:3])}</p>{inner}<p>{'</p><p>'.join(PARAGRAPHS[3:])}</p></main>"
    blocks = body(page)
    assert tuple(blocks[:3]) == PARAGRAPHS[:3]
    assert tuple(blocks[-3:]) == PARAGRAPHS[3:]
    return blocks[3:-3]


def teaser(words: str, href: str) -> str:
    """Return a box with the beginning of another story and a link to it."""
    return f"<div class=box><a href={href}>{words[:60]}</a> <p>{words[60:]}</p></div>"
