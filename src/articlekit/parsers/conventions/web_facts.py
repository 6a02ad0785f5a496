"""What a web page says that its story is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from articlekit.parsers.conventions.structured import meta, values_of, words_of
from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule, rule

_STORY = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"


def _strings(values: Iterable[object]) -> Iterator[Candidate[str]]:
    return (Candidate(words, words) for value in values if (words := words_of(value)))


@rule(
    "summary.description",
    example=f"<meta name='description' content='Ferries stay in port.'><h1>Harbour closed</h1>{_STORY}",
    near_miss=f"<meta name='keywords' content='Ferries, port'><h1>Harbour closed</h1>{_STORY}",
)
def description(draft: Draft) -> Iterator[Candidate[str]]:
    """``description`` in JSON-LD, OpenGraph or HTML."""
    return _strings(
        chain(
            values_of(draft.node, "description"),
            meta(draft, "og:description", "description", "twitter:description", "dc.description"),
        )
    )


WEB_SUMMARY: tuple[Rule[str], ...] = (description,)
