"""Print the fields, the claims and the text of a saved page.

Run ``python examples/page.py [PAGE [URL]]``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import articlekit
from articlekit import Article, Claim

PAGE = Path(__file__).parent / "reports" / "ferry.html"


def fields(article: Article) -> dict[str, str]:
    """Return the fields that have a value, as text."""
    values = {
        "title": article.title,
        "authors": ", ".join(author.name for author in article.authors),
        "published": article.published and article.published.value,
        "modified": article.modified and article.modified.value,
        "publisher": article.publisher and (article.publisher.name or article.publisher.domain),
        "section": article.section,
        "tags": ", ".join(article.tags),
        "pictures": "; ".join(image.caption or image.alt or image.url or "" for image in article.images),
        "problems": ", ".join(problem.code for problem in article.problems),
    }
    return {name: value for name, value in values.items() if value}


def describe(claim: Claim) -> str:
    """Return a claim as one line: sources, reporting words, content."""
    sources = ", ".join(source.name for source in claim.sources) or "(no source)"
    cue = claim.cue.text if claim.cue else "(no reporting verb)"
    return f"- {sources} | {cue} | {claim.text}"


def main() -> None:
    """Print the page named on the command line, or a sample page."""
    file = sys.argv[1] if len(sys.argv) > 1 else PAGE
    article = articlekit.parse_file(file, url=sys.argv[2] if len(sys.argv) > 2 else None)
    for name, value in fields(article).items():
        print(f"{name:10} {value}")
    print("\nWho said what")
    for claim in article.claims:
        print(describe(claim))
    print(f"\nText\n{article.text}")


if __name__ == "__main__":
    main()
