"""What a page states about its story, and the story itself.

Run ``python examples/page.py [PAGE [URL]]``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import articlekit
from articlekit import Article

PAGE = Path(__file__).parent / "reports" / "ferry.html"


def facts(article: Article) -> dict[str, str]:
    """The facts about a report, without those that it does not tell."""
    told = {
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
    return {name: value for name, value in told.items() if value}


def main() -> None:
    """Print the page that is named on the command line, or a sample."""
    file = sys.argv[1] if len(sys.argv) > 1 else PAGE
    article = articlekit.parse_file(file, url=sys.argv[2] if len(sys.argv) > 2 else None, attribute=False)
    for name, value in facts(article).items():
        print(f"{name:10} {value}")
    print(f"\n{article.text}")


if __name__ == "__main__":
    main()
