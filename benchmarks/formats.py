"""How long it takes to write an article in each format, beside how long it took to read its page.

Run ``python benchmarks/formats.py CORPUS ... [--pages N]``, each CORPUS a file of gold pages, one JSON object a line with
``html`` and ``url``. Reading is timed without attribution; what is written has the claims.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from articlekit import Article, attribute, dumps, loads, parse_html, to_html, to_jsonld, to_markdown
from articlekit.serializers import to_annotations, to_ninjs

WARM_UP = 20
"""Pages that are read and written before the clock runs."""

FORMATS: dict[str, Callable[[Article], object]] = {
    "dumps": dumps,
    "dumps, full": lambda article: dumps(article, full=True),
    "dumps and loads": lambda article: loads(dumps(article)),
    "to_markdown": to_markdown,
    "to_html": to_html,
    "to_jsonld": to_jsonld,
    "to_ninjs": to_ninjs,
    "to_annotations": to_annotations,
}
"""What is timed, by name."""


def pages(corpora: list[Path]) -> Iterator[tuple[str, str]]:
    """The HTML and address of each page."""
    for corpus in corpora:
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                page = json.loads(line)
                yield page["html"], page["url"]


def times(corpora: list[Path], count: int) -> dict[str, list[float]]:
    """The milliseconds of processor time that each page took, by what was done."""
    took: dict[str, list[float]] = {name: [] for name in ("parse_html", *FORMATS)}
    for number, (html, url) in enumerate(islice(pages(corpora), count + WARM_UP)):
        start = time.process_time()
        article = parse_html(html, url=url, attribute=False)
        spent = [time.process_time() - start]
        article = attribute(article)
        for write in FORMATS.values():
            start = time.process_time()
            write(article)
            spent.append(time.process_time() - start)
        if number >= WARM_UP:
            for each, seconds in zip(took.values(), spent, strict=True):
                each.append(seconds * 1000)
    return took


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    options.add_argument("--pages", type=int, default=1000)
    given = options.parse_args()
    took = times(given.corpora, given.pages)
    whole = sum(took["parse_html"])
    print(
        f"{len(took['parse_html'])} pages\n\n| what | total s | median ms | of parse_html |\n| --- | ---: | ---: | ---: |"
    )
    for name, each in took.items():
        print(f"| {name} | {sum(each) / 1000:.2f} | {statistics.median(each):.2f} | {sum(each) / whole:.3f} |")


if __name__ == "__main__":
    main()
