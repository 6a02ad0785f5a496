"""Finds who said what in an article: its sources, quotes and claims, by named rules and a labeller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from attrs import evolve

from articlekit.attribution.labeller.protocol import Labeller
from articlekit.attribution.labeller.registry import LabellerName, get_labeller
from articlekit.models import Article, Problem

if TYPE_CHECKING:
    from articlekit.attribution.steps import RuleReading

__all__ = ["attribute", "attribute_many"]


def attribute(article: Article, *, labeller: LabellerName = "light") -> Article:
    """Return the article with its sources, quotes and claims.

    ``labeller`` is ``"light"``, or ``"encoder"`` if the extra of that name is installed. The encoder finds more and is slower
    (``docs/model-card-encoder.md`` says by how much). The result of an earlier attribution is replaced, so that
    ``attribute(attribute(a)) == attribute(a)``. Text in another language than English gets quotes, by their marks, and no claims.

    Raises :class:`~articlekit.MissingExtraError` if the encoder is asked for and not installed.

    >>> import articlekit
    >>> article = articlekit.parse_text("Rain is coming, Ilse Brandt said.", attribute=False)
    >>> article.claims, articlekit.attribute(article).claims[0].text
    ((), 'Rain is coming')
    """
    (attributed,) = attribute_many([article], labeller=labeller)
    return attributed


def attribute_many(articles: Iterable[Article], *, labeller: LabellerName = "light") -> Iterator[Article]:
    """Yield the articles with their sources, quotes and claims, in order, as :func:`attribute` returns them.

    The light labeller reads them one at a time. The encoder reads sixteen at once, in parallel if there are several cores. If an
    article cannot be taken or read, those before it are yielded before the error is raised.

    >>> import articlekit
    >>> reports = ["Rain is coming, Ilse Brandt said.", "It is dry, Odo Finch said."]
    >>> articles = (articlekit.parse_text(report, attribute=False) for report in reports)
    >>> [article.claims[0].text for article in articlekit.attribute_many(articles)]
    ['Rain is coming', 'It is dry']
    """
    return _attributed(iter(articles), get_labeller(labeller))


def _attributed(articles: Iterator[Article], labeller: Labeller) -> Iterator[Article]:
    # The rules, their lexicons and the labeller are most of what `import articlekit` would cost: they load when needed.
    from articlekit.attribution.build import build_attribution
    from articlekit.attribution.steps import label_and_merge

    for many in _read_ahead(articles, labeller.batch_size):
        for reading, claims in zip(many, label_and_merge(many, labeller), strict=True):
            found = build_attribution(reading.article, claims, reading.quotations)
            problems = _problems(reading.article, reading.stray_marks)
            yield evolve(
                reading.article, sources=found.sources, quotes=found.quotes, claims=found.claims, problems=problems
            )


def _read_ahead(articles: Iterator[Article], batch_size: int) -> Iterator[list[RuleReading]]:
    """Yield batches of articles as the rules read them. What was read before an error is yielded before it is raised."""
    from articlekit.attribution.steps import read_with_rules

    failed: Exception | None = None
    while failed is None:
        some: list[RuleReading] = []
        try:
            for article in islice(articles, batch_size):
                some.append(read_with_rules(_checked(article)))  # noqa: PERF401  what was read before an error is kept
        except Exception as error:  # noqa: BLE001  it is raised below
            failed = error
        if some:
            yield some
        elif failed is None:
            return
    raise failed


def _checked(article: Article) -> Article:
    if not isinstance(article, Article):
        raise TypeError(f"attribute() takes an Article; got {type(article).__name__}")
    return article


def _problems(article: Article, stray_marks: int) -> tuple[Problem, ...]:
    """Return the article's problems, with the problem of unbalanced quotation marks replaced."""
    problems = tuple(problem for problem in article.problems if problem.code != "unbalanced-quotes")
    if stray_marks:
        marks = "1 quotation mark has" if stray_marks == 1 else f"{stray_marks} quotation marks have"
        problems += (Problem(code="unbalanced-quotes", message=f"{marks} no partner"),)
    return problems
