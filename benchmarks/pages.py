"""How much of real news pages ``parse_html`` gets right, and how long it takes beside others.

Run ``python benchmarks/pages.py CORPUS ... [--scorer PATH] [--predictions OUT] [--nameless] [--speed]``, each CORPUS a
file of gold pages. The scorer is a module with ``read_jsonl``, ``score``, ``header`` and ``table``; unless it is given, it is
``evaluate/pages.py`` beside the folder of the first corpus.

Prints the scorer's table. With ``--nameless`` the same pages follow with class names and ids that mean nothing: what is
lost then hangs on the names that the library knows, and other sites have others. With ``--speed`` each page goes to each
system in turn, in one process on one core, and a table of times and ratios follows; pages come from memory, already
decoded.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import re
import statistics
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from articlekit import parse_html

Page = dict[str, Any]
"""A page as its line in a corpus has it: id, corpus, url, html and gold."""

EVERY = {"trafilatura": 10, "trafilatura, text alone": 10}
"""The systems that are so slow that only each n-th page goes to them."""
WANTED = (
    ("articlekit", "resiliparse", "<= 1.5"),
    ("trafilatura", "articlekit", ">= 12"),
    ("trafilatura, text alone", "articlekit", ""),
    ("articlekit", "lexbor", ""),
)
"""The ratios of times that are printed, with the bar where there is one."""
TAG = re.compile(r"<[a-zA-Z][^>]*>")
NAMES = re.compile(r"""\s(class|id)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")
PARTS = re.compile(r"""\sdata-(?:component|testid|qa|type|module)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)""")
"""A tag, the names in it, and the other attributes in which sites name their boxes."""
WARM_UP = 20
"""Pages that go to every system before the clock runs."""


def load_scorer(path: Path) -> ModuleType:
    """The module at ``path``."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"{path}: no scorer is there; name it with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scorer_beside(corpus: Path) -> Path:
    """Where the scorer is unless it is named."""
    return corpus.resolve().parents[1] / "evaluate" / "pages.py"


def predict(page: Page) -> Page:
    """What the scorer wants to know of a page, as articlekit reads it."""
    article = parse_html(page["html"], url=page["url"], attribute=False)
    return {
        "id": page["id"],
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date": article.published.value[:10] if article.published else None,
        "text": article.text,
    }


def read_pages(corpora: Iterable[Path], scorer: ModuleType) -> list[Page]:
    """The pages of all corpora."""
    return [page for path in corpora for page in scorer.read_jsonl(str(path))]


def predict_all(pages: Iterable[Page]) -> dict[str, Page]:
    """What the scorer wants to know of each page, by the page's id."""
    return {page["id"]: predict(page) for page in pages}


def nameless(html: str) -> str:
    """``html`` with a word without meaning for every class name and id, the same for the same."""
    return TAG.sub(lambda tag: PARTS.sub("", NAMES.sub(_renamed, tag[0])), html)


def _renamed(match: re.Match[str]) -> str:
    numbers = (zlib.crc32(name.encode()) for name in match[2].strip("\"'").split())
    names = " ".join("x" + "".join("zqjk"[number >> 2 * place & 3] for place in range(12)) for number in numbers)
    return f' {match[1]}="{names}"'


def systems() -> Iterator[tuple[str, Callable[[Page], object]]]:
    """Each system that is installed, by its name; says which is not."""
    yield "articlekit", lambda page: parse_html(page["html"], url=page["url"], attribute=False)
    yield "lexbor", lambda page: LexborHTMLParser(page["html"])
    if module := _installed("resiliparse.extract.html2text"):
        extract = module.extract_plain_text
        yield "resiliparse", lambda page: extract(page["html"], main_content=True)
    if module := _installed("trafilatura"):
        bare = module.bare_extraction
        yield "trafilatura", lambda page: bare(page["html"], url=page["url"], with_metadata=True)
        yield "trafilatura, text alone", lambda page: bare(page["html"], url=page["url"])


def _installed(name: str) -> ModuleType | None:
    """The module of that name; None, with a message, where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        print(f"skipped: {name} ({error}); pip install --group bench", file=sys.stderr)
        return None


def times(pages: list[Page]) -> dict[str, dict[int, float]]:
    """For each system the milliseconds of processor time that each page took, by the page's number.

    Which system comes first changes from page to page, so that none always finds the page in the processor's cache.
    """
    calls = list(systems())
    for page in pages[:WARM_UP]:
        for _, call in calls:
            call(page)
    took: dict[str, dict[int, float]] = defaultdict(dict)
    for number, page in enumerate(pages):
        turn = number % len(calls)
        for name, call in calls[turn:] + calls[:turn]:
            if number % EVERY.get(name, 1) == 0:
                start = time.process_time()
                call(page)
                took[name][number] = (time.process_time() - start) * 1000
    return took


def print_times(took: dict[str, dict[int, float]]) -> None:
    """The table of times, and the ratios, each over the pages that both systems were given."""
    print("\n| system | pages | median ms | mean ms |\n| --- | ---: | ---: | ---: |")
    for name, each in took.items():
        print(
            f"| {name} | {len(each)} | {statistics.median(each.values()):.2f} | {statistics.mean(each.values()):.2f} |"
        )
    print("\n| ratio | of totals | of medians | median of the pages' ratios | wanted |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for one, other, wanted in WANTED:
        if one in took and other in took:
            cells = " | ".join(f"{ratio:.2f}" for ratio in _ratios(took[one], took[other]))
            print(f"| {one} / {other} | {cells} | {wanted} |")


def _ratios(one: dict[int, float], other: dict[int, float]) -> tuple[float, float, float]:
    """The ratio of the totals, that of the medians, and the median of the ratios, over the pages that both hold."""
    both = sorted(one.keys() & other.keys())
    first, second = [one[number] for number in both], [other[number] for number in both]
    each = [top / bottom for top, bottom in zip(first, second, strict=True) if bottom]
    return sum(first) / sum(second), statistics.median(first) / statistics.median(second), statistics.median(each)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    options.add_argument("--scorer", type=Path, help="the scorer, a Python file")
    options.add_argument("--predictions", type=Path, metavar="OUT", help="where to write what was read, as JSON lines")
    options.add_argument(
        "--nameless", action="store_true", help="read the pages once more with names that mean nothing"
    )
    options.add_argument("--speed", action="store_true", help="time articlekit and its peers as well")
    given = options.parse_args()
    scorer = load_scorer(given.scorer or scorer_beside(given.corpora[0]))
    pages = read_pages(given.corpora, scorer)
    predictions = predict_all(pages)
    if given.predictions:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions.values())
        given.predictions.write_text("".join(lines), encoding="utf-8")
    print(scorer.header())
    print(scorer.table("articlekit", scorer.score(pages, predictions)))
    if given.nameless:
        renamed = [{**page, "html": nameless(page["html"])} for page in pages]
        print(scorer.table("nameless", scorer.score(pages, predict_all(renamed))))
    if given.speed:
        print_times(times(pages))


if __name__ == "__main__":
    main()
