"""The list of claims next to the text, and the tables below it: sources, quotes, dates, links, credits, problems, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from articlekit.models import Article, Claim, Evidence
from articlekit.serializers.html.highlights import ArticleHighlights, link_element, write_attributes
from articlekit.serializers.shared import join_names


def write_claims(article: Article, highlights: ArticleHighlights) -> Iterator[str]:
    """Yield the list of claims."""
    yield f'<aside aria-labelledby="claims">\n<h2 id="claims">Claims <span class="count">{len(article.claims)}</span></h2>'
    if not article.claims:
        yield '<p class="nothing">None was found.</p>'
    else:
        claims = (_write_claim(number, claim, highlights) for number, claim in enumerate(article.claims, start=1))
        yield from ("<ol>", *claims, "</ol>")
    yield "</aside>"


def _write_claim(number: int, claim: Claim, highlights: ArticleHighlights) -> str:
    names = ", ".join(_numbered(source.name, highlights.number(source)) for source in claim.sources)
    cue = f'<span class="cue s0">{escape(claim.cue.text)}</span>' if claim.cue else "by the layout"
    audience = join_names(f"<bdi>{escape(source.name)}</bdi>" for source in claim.audience)
    when = claim.when.value if claim.when else ""
    about = [
        f"{names or 'No source is named'} {cue}{f' to {audience}' if audience else ''}",
        escape(f"{when} (“{claim.when.raw}”)") if claim.when else "",
    ]
    kind = f"{claim.cue.kind}, " if claim.cue else ""
    flags = f"{'negated, ' if claim.negated else ''}{'hedged, ' if claim.hedged else ''}"
    detail = f"{claim.form}, {kind}{flags}{claim.confidence:.2f} by {claim.rule}"
    return (
        f'<li id="about-c{number}" class="{highlights.colour_class(claim.sources)}" dir="auto">'
        f'<span class="who">{" · ".join(part for part in about if part)}</span> '
        f"{_linked_text(number, claim)} <small>{escape(detail)}</small></li>"
    )


def _linked_text(number: int, claim: Claim) -> str:
    """Return the text of a claim as a link to its place on the page; without a link if the claim is empty."""
    words = escape(claim.text)
    return f'<a class="words" href="#c{number}">{words}</a>' if words else '<span class="words"></span>'


def _numbered(name: str, number: int) -> str:
    element = f"<b><bdi>{escape(name)}</bdi></b>"
    return f'{element}<sup class="number">{number}</sup>' if number else element


def write_tables(article: Article, highlights: ArticleHighlights) -> Iterator[str]:
    """Yield the tables below the text."""
    yield "<footer>"
    yield from _section("Sources", _sources(article, highlights))
    yield from _section("Quotes", _quotes(article, highlights))
    dates = [(escape(when.raw), f"<code>{escape(when.value)}</code>") for when in article.times]
    yield from _section("Dates", [("On the page", "Read as"), *dates])
    yield from _section("Links", _links(article))
    credited = [(escape(credit.name), escape(credit.role), escape(credit.text)) for credit in article.credits]
    yield from _section("Credits", [("Name", "Role", "On the page"), *credited])
    problems = [(f"<code>{escape(problem.code)}</code>", escape(problem.message)) for problem in article.problems]
    yield from _section("Problems", [("Code", "What"), *problems], if_empty="None.")
    yield from _section("Evidence", [("Field", "Rule", "On the page"), *_evidence(article.evidence)], if_empty="None.")
    yield "</footer>"


def _sources(article: Article, highlights: ArticleHighlights) -> Iterator[Sequence[str]]:
    yield "No.", "Name", "What it is", "Claims", "Quotes", "Mentions"
    claims = Counter(source.id for claim in article.claims for source in claim.sources)
    quotes = Counter(source.id for quote in article.quotes for source in quote.sources)
    for source in article.sources:
        kind = source.kind if source.named else f"unnamed {source.kind}"
        about = ", ".join(part for part in (kind, source.role, source.affiliation) if part)
        also = f"<br><small>also {escape(', '.join(source.aliases))}</small>" if source.aliases else ""
        yield (
            f'<span class="badge {highlights.colour_class((source,))}">{highlights.number(source)}</span>',
            f"<bdi>{escape(source.name)}</bdi>{also}",
            escape(about),
            str(claims[source.id]),
            str(quotes[source.id]),
            str(len(source.mentions)),
        )


def _quotes(article: Article, highlights: ArticleHighlights) -> Iterator[Sequence[str]]:
    yield "Words", "Kind", "Who"
    for number, quote in enumerate(article.quotes, start=1):
        names = ", ".join(_numbered(source.name, highlights.number(source)) for source in quote.sources)
        yield f'<a href="#q{number}">{escape(quote.text)}</a>', quote.kind, names


def _links(article: Article) -> Iterator[Sequence[str]]:
    yield "Words", "Kind", "Address"
    for link in article.links:
        tag, attributes = link_element(link)
        address = escape(link.url or link.href or "none")
        yield escape(link.text), link.kind, f"<{tag}{write_attributes(attributes)}>{address}</{tag}>"


def _evidence(evidence: Iterable[Evidence]) -> Iterator[Sequence[str]]:
    for item in evidence:
        yield escape(item.field), f"<code>{escape(item.rule)}</code>", escape(item.raw)
        for other in item.rejected:
            yield "", f"<small>not <code>{escape(other.rule)}</code></small>", f"<small>{escape(other.raw)}</small>"


def _section(title: str, rows: Iterable[Sequence[str]], if_empty: str = "") -> Iterator[str]:
    """Yield a table under a heading. Without rows, yield the words ``if_empty``, or no section if there are none."""
    head, *body = rows
    if not body and not if_empty:
        return
    name = title.lower()
    yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title} <span class="count">{len(body)}</span></h2>'
    if not body:
        yield f'<p class="nothing">{if_empty}</p>'
    else:
        yield f'<div class="table" tabindex="0" role="group" aria-labelledby="{name}"><table class="{name}">'
        yield f"<thead>{_row('th', head)}</thead>\n<tbody>"
        yield from (_row("td", row) for row in body)
        yield "</tbody>\n</table></div>"
    yield "</section>"


def _row(tag: str, cells: Iterable[str]) -> str:
    attribute = ' scope="col"' if tag == "th" else ' dir="auto"'
    return f"<tr>{''.join(f'<{tag}{attribute}>{cell}</{tag}>' for cell in cells)}</tr>"
