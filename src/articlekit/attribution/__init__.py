"""Article → who said what: sources, quotes and claims, found by named rules and a labeller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from attrs import evolve

from articlekit.attribution.labelling.labellers import Labeller, LabellerName, labeller_named
from articlekit.models import Article, Problem

__all__ = ["attribute", "attribute_many"]

TOGETHER: Final = 16
"""How many articles are labelled at once. Articles."""


def attribute(article: Article, *, labeller: LabellerName = "light") -> Article:
    """The article with its sources, quotes and claims.

    ``labeller`` is ``"light"``, or ``"encoder"`` where the extra of that name is installed: right more often, and slower
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

    They are taken a few at a time, because the encoder reads several at once faster than one by one.

    >>> import articlekit
    >>> reports = ["Rain is coming, Ilse Brandt said.", "It is dry, Odo Finch said."]
    >>> articles = (articlekit.parse_text(report, attribute=False) for report in reports)
    >>> [article.claims[0].text for article in articlekit.attribute_many(articles)]
    ['Rain is coming', 'It is dry']
    """
    return _attributed(iter(articles), labeller_named(labeller))


def _attributed(articles: Iterator[Article], labeller: Labeller) -> Iterator[Article]:
    # The rules, their lexicons and the labeller are most of what `import articlekit` would cost: they load when needed.
    from articlekit.attribution.build import build
    from articlekit.attribution.reading import read_claims, read_rules

    while some := list(islice(articles, TOGETHER)):
        many = [read_rules(_checked(article)) for article in some]
        for ruled, claims in zip(many, read_claims(many, labeller), strict=True):
            found = build(ruled.article, claims, ruled.quotations)
            problems = _problems(ruled.article, ruled.stray)
            yield evolve(
                ruled.article, sources=found.sources, quotes=found.quotes, claims=found.claims, problems=problems
            )


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
