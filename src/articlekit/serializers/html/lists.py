"""The lists of the page: claims beside the text; sources, quotes, dates, links, problems and evidence at its foot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from articlekit.models import Article, Claim, Evidence
from articlekit.serializers.html.finds import Finds, link_element
from articlekit.serializers.html.marks import write_attributes
from articlekit.serializers.wording import listed


def write_claims(article: Article, finds: Finds) -> Iterator[str]:
    """The list of claims."""
    yield f'<aside aria-labelledby="claims">\n<h2 id="claims">Claims <span class="count">{len(article.claims)}</span></h2>'
    if not article.claims:
        yield '<p class="nothing">None was found.</p>'
    else:
        claims = (_write_claim(number, claim, finds) for number, claim in enumerate(article.claims, start=1))
        yield from ("<ol>", *claims, "</ol>")
    yield "</aside>"


def _write_claim(number: int, claim: Claim, finds: Finds) -> str:
    names = ", ".join(_numbered(source.name, finds.number(source)) for source in claim.sources)
    said = f'<span class="cue s0">{escape(claim.cue.text)}</span>' if claim.cue else "by the layout"
    heard = listed(f"<bdi>{escape(source.name)}</bdi>" for source in claim.audience)
    when = claim.when.value if claim.when else ""
    about = [
        f"{names or 'No source is named'} {said}{f' to {heard}' if heard else ''}",
        escape(f"{when} (“{claim.when.raw}”)") if claim.when else "",
    ]
    kind = f"{claim.cue.kind}, " if claim.cue else ""
    signs = f"{'negated, ' if claim.negated else ''}{'hedged, ' if claim.hedged else ''}"
    detail = f"{claim.form}, {kind}{signs}{claim.confidence:.2f} by {claim.rule}"
    return (
        f'<li id="about-c{number}" class="{finds.colour(claim.sources)}" dir="auto">'
        f'<span class="who">{" · ".join(part for part in about if part)}</span> '
        f"{_led(number, claim)} <small>{escape(detail)}</small></li>"
    )


def _led(number: int, claim: Claim) -> str:
    """The words of a claim, leading to where they stand; one without words stands nowhere."""
    words = escape(claim.text)
    return f'<a class="words" href="#c{number}">{words}</a>' if words else '<span class="words"></span>'


def _numbered(name: str, number: int) -> str:
    shown = f"<b><bdi>{escape(name)}</bdi></b>"
    return f'{shown}<sup class="number">{number}</sup>' if number else shown


def write_foot(article: Article, finds: Finds) -> Iterator[str]:
    """What stands at the foot."""
    yield "<footer>"
    yield from _section("Sources", _sources(article, finds))
    yield from _section("Quotes", _quotes(article, finds))
    dates = [(escape(when.raw), f"<code>{escape(when.value)}</code>") for when in article.times]
    yield from _section("Dates", [("On the page", "Read as"), *dates])
    yield from _section("Links", _links(article))
    credited = [(escape(credit.name), escape(credit.role), escape(credit.text)) for credit in article.credits]
    yield from _section("Credits", [("Name", "Role", "On the page"), *credited])
    problems = [(f"<code>{escape(problem.code)}</code>", escape(problem.message)) for problem in article.problems]
    yield from _section("Problems", [("Code", "What"), *problems], nothing="None.")
    yield from _section("Evidence", [("Field", "Rule", "On the page"), *_evidence(article.evidence)], nothing="None.")
    yield "</footer>"


def _sources(article: Article, finds: Finds) -> Iterator[Sequence[str]]:
    yield "No.", "Name", "What it is", "Claims", "Quotes", "Mentions"
    claims = Counter(source.id for claim in article.claims for source in claim.sources)
    quotes = Counter(source.id for quote in article.quotes for source in quote.sources)
    for source in article.sources:
        kind = source.kind if source.named else f"unnamed {source.kind}"
        about = ", ".join(part for part in (kind, source.role, source.affiliation) if part)
        also = f"<br><small>also {escape(', '.join(source.aliases))}</small>" if source.aliases else ""
        yield (
            f'<span class="badge {finds.colour((source,))}">{finds.number(source)}</span>',
            f"<bdi>{escape(source.name)}</bdi>{also}",
            escape(about),
            str(claims[source.id]),
            str(quotes[source.id]),
            str(len(source.mentions)),
        )


def _quotes(article: Article, finds: Finds) -> Iterator[Sequence[str]]:
    yield "Words", "Kind", "Who"
    for number, quote in enumerate(article.quotes, start=1):
        names = ", ".join(_numbered(source.name, finds.number(source)) for source in quote.sources)
        yield f'<a href="#q{number}">{escape(quote.text)}</a>', quote.kind, names


def _links(article: Article) -> Iterator[Sequence[str]]:
    yield "Words", "Kind", "Address"
    for link in article.links:
        tag, told = link_element(link)
        shown = escape(link.url or link.href or "none")
        yield escape(link.text), link.kind, f"<{tag}{write_attributes(told)}>{shown}</{tag}>"


def _evidence(evidence: Iterable[Evidence]) -> Iterator[Sequence[str]]:
    for item in evidence:
        yield escape(item.field), f"<code>{escape(item.rule)}</code>", escape(item.raw)
        for loser in item.rejected:
            yield "", f"<small>not <code>{escape(loser.rule)}</code></small>", f"<small>{escape(loser.raw)}</small>"


def _section(title: str, rows: Iterable[Sequence[str]], nothing: str = "") -> Iterator[str]:
    """A table under a heading; where it has no rows, ``nothing`` or nothing at all."""
    head, *body = rows
    if not body and not nothing:
        return
    name = title.lower()
    yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title} <span class="count">{len(body)}</span></h2>'
    if not body:
        yield f'<p class="nothing">{nothing}</p>'
    else:
        yield f'<div class="table" tabindex="0" role="group" aria-labelledby="{name}"><table class="{name}">'
        yield f"<thead>{_row('th', head)}</thead>\n<tbody>"
        yield from (_row("td", row) for row in body)
        yield "</tbody>\n</table></div>"
    yield "</section>"


def _row(tag: str, cells: Iterable[str]) -> str:
    told = ' scope="col"' if tag == "th" else ' dir="auto"'
    return f"<tr>{''.join(f'<{tag}{told}>{cell}</{tag}>' for cell in cells)}</tr>"
