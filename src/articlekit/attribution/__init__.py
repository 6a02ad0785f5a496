"""Article → who said what: sources, quotes and claims, found by named rules and a labeller."""

from __future__ import annotations

from attrs import evolve

from articlekit.models import Article, Problem

__all__ = ["attribute"]


def attribute(article: Article) -> Article:
    """The article with its sources, quotes and claims.

    What an earlier attribution found is found anew, so that ``attribute(attribute(a)) == attribute(a)``. Text in
    another language than English gives quotes, by their marks, and no claims.
    """
    if not isinstance(article, Article):
        raise TypeError(f"attribute() wants an Article, not {type(article).__name__}")
    # The rules, their lexicons and the labeller are most of what `import articlekit` would cost: they load when needed.
    from articlekit.attribution.build import build
    from articlekit.attribution.engine import regions_of
    from articlekit.attribution.english import is_english
    from articlekit.attribution.quotes import find_quotations
    from articlekit.attribution.reading import read_claims

    regions = regions_of(article)
    quotations, stray = find_quotations(regions)
    claims = read_claims(article, regions, quotations) if is_english(article) else []
    found = build(article, claims, quotations)
    problems = tuple(problem for problem in article.problems if problem.code != "unbalanced-quotes")
    if stray:
        marks = "1 quotation mark has" if stray == 1 else f"{stray} quotation marks have"
        problems += (Problem(code="unbalanced-quotes", message=f"{marks} no partner"),)
    return evolve(article, sources=found.sources, quotes=found.quotes, claims=found.claims, problems=problems)
