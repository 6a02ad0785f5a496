"""Article → who said what: sources, quotes and claims, found by named rules."""

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
    # The rules and their lexicons are most of what `import articlekit` would cost: they load when first needed.
    from articlekit.attribution.build import build
    from articlekit.attribution.continuation import join
    from articlekit.attribution.engine import regions_of, spoken
    from articlekit.attribution.quotes import find_quotations

    regions = regions_of(article)
    quotations, stray = find_quotations(regions)
    claims = join(list(spoken(article, regions, quotations)), quotations) if _is_english(article) else []
    found = build(article, claims, quotations)
    problems = tuple(problem for problem in article.problems if problem.code != "unbalanced-quotes")
    if stray:
        marks = "1 quotation mark has" if stray == 1 else f"{stray} quotation marks have"
        problems += (Problem(code="unbalanced-quotes", message=f"{marks} no partner"),)
    return evolve(article, sources=found.sources, quotes=found.quotes, claims=found.claims, problems=problems)


def _is_english(article: Article) -> bool:
    return article.language is None or article.language.lower().split("-")[0] == "en"
