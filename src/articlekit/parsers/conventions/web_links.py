"""Links that a web page makes without linking words."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.parsers.draft import Draft, RelatedLink
from articlekit.parsers.rules import Candidate, Rule, rule

_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


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


WEB_LINKS: tuple[Rule[RelatedLink], ...] = (embedded,)
