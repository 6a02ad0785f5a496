"""Links that a web page makes without linking words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.conventions.furniture import AUTHOR_PAGE
from articlekit.parsers.draft import Draft, RelatedLink
from articlekit.parsers.rules import Candidate, Rule, rule

_LIST_PAGE = re.compile(r"/(?:tags?|topics?|categor(?:y|ies))/")
"""In the address of a page that lists stories."""
_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_MORE = "<p>The ferries of Marrow Bay stayed in port for a week, and nobody there was told for how long.</p>"


@rule(
    "links.embedded",
    example=f"<h1>Harbour closed</h1>{_STORY}<iframe src='https://video.example/embed/7' title='The pier falls'></iframe>",
    near_miss=f"<h1>Harbour closed</h1>{_STORY}<iframe src='https://ads.example/frame' width=1 height=1></iframe>",
)
def embedded(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """A video, a post or a chart that the story shows in a frame: its name, or its address where it has none."""
    for block in draft.body():
        if block.kind == "image" and block.image is None:
            yield from (Candidate(link, link.href, (block,)) for link in block.links_as("media"))


@rule(
    "links.among",
    example=f"<h1>Harbour closed</h1>{_STORY}<ul><li><a href='/storm'>Storm nears the coast of Tarn</a></ul>{_MORE}",
    near_miss=f"<h1>Harbour closed</h1>{_STORY}<ul class='share'><li><a href='/send'>Send this report to a friend</a></ul>{_MORE}",
)
def among(draft: Draft) -> Iterator[Candidate[RelatedLink]]:
    """The headline of another story of the site that stands among the lines of this one and was left out of its text."""
    for link in draft.among:
        here = (draft.whole(link.href) or "").partition("#")[0] == draft.given_url
        if not (here or AUTHOR_PAGE.search(link.href) or _LIST_PAGE.search(link.href)):
            yield Candidate(link, link.text)


WEB_LINKS: tuple[Rule[RelatedLink], ...] = (embedded, among)
