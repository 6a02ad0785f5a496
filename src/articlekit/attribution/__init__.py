"""Article → who said what: sources, quotes and claims, found by named rules and a labeller."""

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
    """The article with its sources, quotes and claims.

    ``labeller`` is ``"light"``, or ``"encoder"`` where the extra of that name is installed: it finds more, and is slower
    (``docs/model-card-encoder.md`` has by how much). What an earlier attribution found is found anew, so that
    ``attribute(attribute(a)) == attribute(a)``. Text in another language than English gives quotes, by their marks, and no claims.

    Raises :class:`~articlekit.MissingExtraError` where the encoder is asked for and not installed.

    >>> import articlekit
    >>> article = articlekit.parse_text("Rain is coming, Ilse Brandt said.", attribute=False)
    >>> article.claims, articlekit.attribute(article).claims[0].text
    ((), 'Rain is coming')
    """
    (attributed,) = attribute_many([article], labeller=labeller)
    return attributed


def attribute_many(articles: Iterable[Article], *, labeller: LabellerName = "light") -> Iterator[Article]:
    """The articles with their sources, quotes and claims, in order, as :func:`attribute` gives them.

    The light labeller takes them one at a time. The encoder takes sixteen, because it reads several side by side where there are
    several cores; on one core it gains nothing by it. Where taking or reading an article raises, those before it come first.

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
        for ruled, claims in zip(many, label_and_merge(many, labeller), strict=True):
            found = build_attribution(ruled.article, claims, ruled.quotations)
            problems = _problems(ruled.article, ruled.stray)
            yield evolve(
                ruled.article, sources=found.sources, quotes=found.quotes, claims=found.claims, problems=problems
            )


def _read_ahead(articles: Iterator[Article], most: int) -> Iterator[list[RuleReading]]:
    """The articles as the rules read them, so many at once. What was read before an error comes before the error."""
    from articlekit.attribution.steps import read_with_rules

    failed: Exception | None = None
    while failed is None:
        some: list[RuleReading] = []
        try:
            for article in islice(articles, most):
                some.append(read_with_rules(_checked(article)))  # noqa: PERF401  what came before an error is kept
        except Exception as error:  # noqa: BLE001  it is raised below
            failed = error
        if some:
            yield some
        elif failed is None:
            return
    raise failed


def _checked(article: Article) -> Article:
    if not isinstance(article, Article):
        raise TypeError(f"attribute() wants an Article, not {type(article).__name__}")
    return article


def _problems(article: Article, stray: int) -> tuple[Problem, ...]:
    """The article's problems, with what is said of its quotation marks said anew."""
    problems = tuple(problem for problem in article.problems if problem.code != "unbalanced-quotes")
    if stray:
        marks = "1 quotation mark has" if stray == 1 else f"{stray} quotation marks have"
        problems += (Problem(code="unbalanced-quotes", message=f"{marks} no partner"),)
    return problems
