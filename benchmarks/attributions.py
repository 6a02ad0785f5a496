"""How much of who said what articlekit gets right, and how fast.

Run ``python benchmarks/attributions.py CORPUS [--labeller NAME] [--scorer PATH] [--predictions OUT] [--kinds] [--speed]
[--card PATH]``. CORPUS holds
articles in which attributions are marked, one JSON object a line: ``id``, ``text``, ``attributions``. The scorer is a module with
``read_jsonl``, ``score``, ``table`` and ``project``; unless it is given, it is ``evaluate/attributions.py`` beside the folder of CORPUS.

Each article is read twice: as paragraphs (``attribute`` alone) and by ``parse_text``, as a user would read it. The corpus counts *that*
among the content of *said that the pier is safe*, articlekit does not: the third row is the first with *that* added.

``--card`` writes the figures into a model card, between its marks, so that what it says is what the tree gives.

``--kinds`` prints how many of each kind of attribution are found, and how many claims of each kind of cue, source and confidence are
right; ``--speed`` the words a second, one by one and many together, on one core and on each further number of them (``taskset`` tells
which), beside an untrained spaCy pipeline of the architecture of ``en_core_web_sm`` where spaCy is installed (it runs at the speed of a
trained one). The clock tells how fast it is on an idle machine; processor time, of all cores together, is nearly the same on a busy one.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import runpy
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from articlekit import Article, Block, Claim, Options, Span, attribute, attribute_many, parse_text
from articlekit.attribution.labeller.registry import LabellerName

Row = dict[str, Any]
"""An article of the corpus, or a prediction: as its line has it."""

LINE = re.compile(r"[^\n]+")
PRONOUNS = frozenset("he she they it we i you who which that those many some others both".split())
WORD = re.compile(r"\w+")
THAT = re.compile(r"\bthat\b[\s,“\"]*\Z", re.IGNORECASE)
ROUNDS = 3
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->"
"""What stands before and after the tables of a model card."""
COLUMNS = {
    "content": "content",
    "source": "source",
    "cue": "cue",
    "exact": "content_exact",
    "found": "found",
    "relation": "relation",
    "direct": "direct_recall",
}
"""The columns of a model card, and the scorer's names for them."""
FEW = 30
"""Of kinds with fewer a card tells nothing."""
QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")


def as_paragraphs(text: str) -> Article:
    """The text as an article whose paragraphs are its lines."""
    return Article(text=text, blocks=tuple(Block(kind="paragraph", span=Span(*m.span())) for m in LINE.finditer(text)))


def row_of(claim: Claim) -> Row:
    """A claim as the scorer wants it."""
    cue = claim.cue.spans if claim.cue else ()
    groups = {"source": claim.source_spans, "cue": cue, "content": claim.spans}
    return {role: [[span.start, span.end] for span in spans if span.field == "text"] for role, spans in groups.items()}


def with_that(read: Row, text: str) -> Row:
    """The prediction with the *that* before a content counted as content, as the corpus counts it."""

    def begins(start: int) -> int:
        found = THAT.search(text, max(0, start - 10), start)
        return found.start() if found else start

    moved = [
        {**one, "content": [[begins(start), end] for start, end in one["content"]]} for one in read["attributions"]
    ]
    return {**read, "attributions": moved}


def predict_parsed(row: Row, scorer: SimpleNamespace, labeller: LabellerName) -> Row:
    """What ``parse_text`` finds, carried back to the characters of the corpus."""
    article = parse_text(row["text"], options=Options(labeller=labeller))
    pieces = [(block.span.start, block.span.end) for block in article.blocks]
    found = [row_of(claim) for claim in article.claims if claim.spans[0].field == "text"]
    moved = [
        {role: scorer.project(spans, pieces, article.text, row["text"]) for role, spans in one.items()} for one in found
    ]
    return {"id": row["id"], "attributions": moved}


def kinds_of(row: Row, text: str) -> Iterator[str]:
    """The kinds that a marked attribution is of."""
    content, source, cue = (
        " ".join(text[start:end] for start, end in row.get(role) or ()) for role in ("content", "source", "cue")
    )
    quoted = QUOTED.search(content) is not None
    outside = len(WORD.findall(QUOTED.sub(" ", content)))
    yield "direct" if quoted and outside <= 2 else "mixed" if quoted else "indirect"
    yield "cue: none" if not cue else "cue: said, says, told" if cue in ("said", "says", "told") else _other_cue(cue)
    if not source:
        yield "source: none"
    elif source.lower() in PRONOUNS:
        yield "source: pronoun"
    else:
        yield (
            "source: with a name"
            if re.search(r"(?<!^)\b[A-Z]", source[1:]) or source[:1].isupper()
            else "source: other"
        )


def _other_cue(cue: str) -> str:
    if "according to" in cue.lower():
        return "cue: according to"
    return "cue: one other word" if len(cue.split()) == 1 else "cue: other words"


def recall_by_kind(
    gold: Iterable[Row], read: dict[str, Row], scorer: SimpleNamespace
) -> Iterator[tuple[str, int, float, float]]:
    """For each kind how many are marked, and the shares whose content, and whose content and source, are found."""
    marked, found, related = Counter[str](), Counter[str](), Counter[str]()
    for article in gold:
        starts = [match.start() for match in WORD.finditer(article["text"])]
        rows = read[article["id"]]["attributions"]
        own = [{role: scorer.words_in(row[role], starts) for role in row} for row in rows]
        for row in article["attributions"]:
            want = {role: scorer.words_in(row.get(role) or (), starts) for role in ("source", "content")}
            near = max(own, key=lambda one: scorer.dice(one["content"], want["content"]), default=None)
            hit = near is not None and scorer.dice(near["content"], want["content"]) >= 0.5
            same = hit and near is not None and scorer.dice(near["source"], want["source"]) >= 0.5
            for kind in kinds_of(row, article["text"]):
                marked[kind] += 1
                found[kind] += hit
                related[kind] += same
    for kind in sorted(marked):
        yield kind, marked[kind], found[kind] / marked[kind], related[kind] / marked[kind]


def labels_of(claim: Claim) -> Iterator[str]:
    """The kinds that a claim is of."""
    yield f"cue kind: {claim.cue.kind}" if claim.cue else "cue kind: no cue"
    yield from {f"source kind: {source.kind}" for source in claim.sources} or {"source kind: no source"}
    fifth = min(int(claim.confidence * 5), 4)
    yield f"confidence: {fifth / 5:.1f} to {(fifth + 1) / 5:.1f}"
    yield f"found by: {'labeller' if claim.rule == 'claim.labelled' else 'rule'}"


def precision_by_kind(
    gold: Iterable[Row], articles: dict[str, Article], scorer: SimpleNamespace
) -> Iterator[tuple[str, int, float, float]]:
    """For each kind how many claims there are, and the shares whose content, and whose content and source, are marked."""
    made, right, related = Counter[str](), Counter[str](), Counter[str]()
    for row in gold:
        starts = [match.start() for match in WORD.finditer(row["text"])]
        marked = [
            {role: scorer.words_in(one.get(role) or (), starts) for role in ("source", "content")}
            for one in row["attributions"]
        ]
        for claim in articles[row["id"]].claims:
            own = {role: scorer.words_in(spans, starts) for role, spans in row_of(claim).items()}
            near = max(marked, key=lambda one: scorer.dice(one["content"], own["content"]), default=None)
            hit = near is not None and scorer.dice(near["content"], own["content"]) >= 0.5
            same = hit and near is not None and scorer.dice(near["source"], own["source"]) >= 0.5
            for kind in labels_of(claim):
                made[kind] += 1
                right[kind] += hit
                related[kind] += same
    for kind in sorted(made):
        yield kind, made[kind], right[kind] / made[kind], related[kind] / made[kind]


def figures(
    scores: dict[str, dict[str, float]],
    recalled: Iterable[tuple[str, int, float, float]],
    precise: Iterable[tuple[str, int, float, float]],
) -> str:
    """The tables of a model card: the scores of each reading, and by kind what is found and what is right."""
    readings = [[name, *(_share(score[column]) for column in COLUMNS.values())] for name, score in scores.items()]
    tables = [_table(["", *COLUMNS], readings)]
    for head, kinds in (
        (["marked by hand", "marked", "found", "with its source"], recalled),
        (["claims", "claims", "content right", "source too"], precise),
    ):
        told = [[kind, f"{n:,}", _share(one), _share(both)] for kind, n, one, both in kinds if n >= FEW]
        tables.append(_table(head, told))
    return "\n".join(tables)


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def write_card(card: Path, tables: str) -> None:
    """Put the tables between the marks of a card. Raises ValueError where it has none."""
    before, begin, rest = card.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{card} has no place for figures: {BEGIN} and {END}")
    card.write_text(f"{before}{begin}\n{tables}\n{end}{after}", encoding="utf-8")


def speeds(words: int, systems: dict[str, Callable[[], object]]) -> Iterator[tuple[str, int, float, float]]:
    """For each number of cores and each system the words a second by the clock and of processor time: medians of rounds in turn."""
    pinned = hasattr(os, "sched_setaffinity")
    mine = sorted(os.sched_getaffinity(0)) if pinned else list(range(os.cpu_count() or 1))
    for count in range(1, len(mine) + 1) if pinned else (len(mine),):
        if pinned:
            os.sched_setaffinity(0, mine[:count])
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in systems}
        for _ in range(ROUNDS):
            for name, read in systems.items():
                clock, processor = time.perf_counter(), time.process_time()
                read()
                taken[name].append((time.perf_counter() - clock, time.process_time() - processor))
        for name, rounds in taken.items():
            clock, processor = (statistics.median(column) for column in zip(*rounds, strict=True))
            yield name, count, words / clock, words / processor


def systems_of(texts: list[str], labeller: LabellerName) -> dict[str, Callable[[], object]]:
    """What is timed, by its name: each reads all of the texts."""
    articles = [as_paragraphs(text) for text in texts]
    systems: dict[str, Callable[[], object]] = {
        "attribute": lambda: [attribute(article, labeller=labeller) for article in articles],
        "attribute_many": lambda: list(attribute_many(articles, labeller=labeller)),
    }
    if nlp := spacy_pipeline():
        systems["spaCy"] = lambda: [nlp(text) for text in texts]
    return systems


def spacy_pipeline() -> Callable[[str], object] | None:
    """An untrained pipeline of the architecture of ``en_core_web_sm``; None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    nlp = spacy.blank("en")
    vectors = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 96, "depth": 4, "embed_size": 2000,
               "window_size": 1, "maxout_pieces": 3, "subword_features": True, "pretrained_vectors": None}  # fmt: skip
    nlp.add_pipe("tok2vec", config={"model": vectors})
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    tagger, parser = (
        nlp.add_pipe("tagger", config={"model": {"tok2vec": shared}}),
        nlp.add_pipe("parser", config={"model": {"tok2vec": shared}}),
    )
    recognizer = nlp.add_pipe("ner", config={"model": {"tok2vec": vectors}})
    for number in range(50):
        tagger.add_label(f"TAG{number}")
        parser.add_label(f"relation{number}")
    for number in range(18):
        recognizer.add_label(f"KIND{number}")
    nlp.initialize()
    read: Callable[[str], object] = nlp
    return read


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--labeller", choices=["light", "encoder"], default="light")
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--card", type=Path)
    options = parser.parse_args()
    path = options.scorer or options.corpus.resolve().parents[1] / "evaluate" / "attributions.py"
    scorer = SimpleNamespace(**runpy.run_path(str(path)))
    gold = list(scorer.read_jsonl(str(options.corpus)))
    attributed = attribute_many((as_paragraphs(row["text"]) for row in gold), labeller=options.labeller)
    articles = {row["id"]: article for row, article in zip(gold, attributed, strict=True)}
    read = {
        name: {"id": name, "attributions": [row_of(claim) for claim in article.claims]}
        for name, article in articles.items()
    }
    parsed = {row["id"]: predict_parsed(row, scorer, options.labeller) for row in gold}
    marked = {row["id"]: with_that(read[row["id"]], row["text"]) for row in gold}
    readings = {"attribute": read, "parse_text": parsed, "with *that*": marked}
    scores = {name: scorer.score(gold, predicted) for name, predicted in readings.items()}
    for name, score in scores.items():
        print(scorer.table(name, score))
    if options.predictions:
        options.predictions.write_text("".join(json.dumps(row) + "\n" for row in read.values()), encoding="utf-8")
    recalled, precise = list(recall_by_kind(gold, read, scorer)), list(precision_by_kind(gold, articles, scorer))
    for kind, count, one, both in [*recalled, *precise] if options.kinds else ():
        print(f"{kind:<28} {count:>5}  content {one:.3f}  with its source {both:.3f}")
    if options.card:
        write_card(options.card, figures(scores, recalled, precise))
    if options.speed:
        texts = [row["text"] for row in gold]
        words = sum(len(text.split()) for text in texts)
        for name, cores, clock, processor in speeds(words, systems_of(texts, options.labeller)):
            print(f"{name:<14} cores {cores}  words a second {clock:>7,.0f}  of processor time {processor:>7,.0f}")


if __name__ == "__main__":
    main()
