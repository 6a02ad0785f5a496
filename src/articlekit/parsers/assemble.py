"""Draft to Article: decide each field by its table of rules, then fix the text and every span in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from attrs import evolve

from articlekit.dates import parse_date
from articlekit.models import Article, Author, Credit, Dateline, Evidence, Image, Publisher, When
from articlekit.parsers.draft import Draft, Given, RelatedLink
from articlekit.parsers.field_rules import Candidate, Rule, Table, Unreadable
from articlekit.parsers.fields import TABLES
from articlekit.parsers.fields.dates.line_dates import is_earlier
from articlekit.parsers.layout import lay_out
from articlekit.parsers.options import Options

TYPES: dict[str, type] = {
    **dict.fromkeys(("title", "url", "language", "summary", "section", "tags"), str),
    **dict.fromkeys(("published", "modified"), When),
    "publisher": Publisher,
    "dateline": Dateline,
    "authors": Author,
    "credits": Credit,
    "images": Image,
    "links": RelatedLink,
}
"""The type of the values of each field. Tables that only clean the body have none."""

Offer = tuple[Rule[Any], Candidate[Any]]


def assemble(draft: Draft, options: Options, url: str | None = None) -> Article:
    """Decide every field of ``draft`` by the rule tables, and fix the article's text and spans.

    Raises ValueError if a caller's rule names an unknown field, and TypeError if one offers a value that its field cannot hold.
    """
    draft.given = Given(url=url, language=options.language, anchor=options.anchor)
    if draft.settled:
        draft.decided.url, draft.decided.language = url or draft.decided.url, options.language or draft.decided.language
        return lay_out(draft)
    unreadable: list[Unreadable] = []
    for table in _with_callers(options.rules):
        unreadable += _decide(draft, table)
    _reject_early_change(draft)
    _report_ambiguous(draft, unreadable)
    return lay_out(draft)


def _with_callers(rules: tuple[Rule[Any], ...]) -> tuple[Table, ...]:
    """Return the library's tables with the caller's rules in front of their own."""
    known = [table.field for table in TABLES]
    for rule in rules:
        if rule.field not in known:
            raise ValueError(f"Options.rules: {rule.name!r} names an unknown field; the fields are {', '.join(known)}")
    if not rules:
        return TABLES
    return tuple(
        Table(table.field, table.choose, tuple(_checked(r) for r in rules if r.field == table.field) + table.rules)
        for table in TABLES
    )


def _checked(rule: Rule[Any]) -> Rule[Any]:
    """Return a caller's rule that checks its own candidates, so that an error names the rule."""

    def apply(draft: Draft) -> list[Candidate[Any] | Unreadable]:
        try:
            found = cast("Iterable[Candidate[Any] | Unreadable] | None", rule.apply(draft))
            candidates = None if found is None else list(found)
        except Exception as error:
            error.add_note(f"in the rule {rule.name!r} of Options.rules")
            raise
        if candidates is None:
            raise TypeError(f"Options.rules: {rule.name!r} returned None; a rule returns candidates, or an empty list")
        for candidate in candidates:
            if not isinstance(candidate, Unreadable):
                _check(rule, candidate, draft)
        return candidates

    return evolve(rule, apply=apply)


def _check(rule: Rule[Any], candidate: object, draft: Draft) -> None:
    """Raise TypeError if a rule returns something else than a candidate, a value of the wrong type, or foreign blocks."""
    if not isinstance(candidate, Candidate):
        raise TypeError(f"Options.rules: {rule.name!r} returned {candidate!r:.80}, which is not a Candidate")
    wanted = TYPES.get(rule.field)
    if wanted is not None and not isinstance(candidate.value, wanted):
        raise TypeError(
            f"Options.rules: {rule.name!r} offers {candidate.value!r:.80} for {rule.field!r}, which takes a {wanted.__name__}"
        )
    known, blocks = set(map(id, draft.body.blocks)), cast(object, candidate.blocks)
    if not isinstance(blocks, tuple) or not known.issuperset(map(id, blocks)):
        raise TypeError(
            f"Options.rules: the blocks of a candidate of {rule.name!r} must be a tuple of blocks from draft.body.kept"
        )


def _decide(draft: Draft, table: Table) -> list[Unreadable]:
    """Run the rules of one table, decide its field, and return what the rules could not read."""
    offers: list[Offer] = []
    unreadable: list[Unreadable] = []
    for rule in table.rules:
        results = list(rule.apply(draft))
        unreadable += [result for result in results if isinstance(result, Unreadable)]
        found = [(rule, result) for result in results if isinstance(result, Candidate)]
        offers += found
        if table.choose == "steps":
            _take(draft, found)
        else:
            draft.body.reserve(block for _, candidate in found for block in candidate.blocks)
    if table.choose in ("all", "steps"):
        offers = _in_page_order(draft, offers)
    if offers:
        winners, losers = _choose(table, offers)
        draft.evidence += _evidence(table, winners, losers)
        if table.choose != "steps":
            values = [candidate.value for _, candidate in winners]
            setattr(draft.decided, table.field, values[0] if table.choose == "first" else tuple(values))
            _take(draft, offers)
    draft.body.release()
    return unreadable


def _in_page_order(draft: Draft, offers: list[Offer]) -> list[Offer]:
    if len(offers) < 2:
        return offers
    positions = {block: position for position, block in enumerate(draft.body.blocks)}
    return sorted(offers, key=lambda offer: positions[offer[1].blocks[0]] if offer[1].blocks else -1)


def _take(draft: Draft, offers: list[Offer]) -> None:
    """Take the candidates' blocks out of the body, and put what replaces them in the place of the first block."""
    for rule, candidate in offers:
        for block in candidate.blocks:
            draft.body.take(block, rule.name)
        if candidate.replace is not None:
            candidate.blocks[0].become(candidate.replace)
        if candidate.problem is not None:
            draft.report(candidate.problem.code, candidate.problem.message)


def _choose(table: Table, offers: list[Offer]) -> tuple[list[Offer], list[Offer]]:
    """Return the offers that give the field its value, and those that contradict them."""
    if table.choose in ("all", "steps"):
        return offers, []
    best, value = offers[0][0], _meaning(offers[0])
    if table.choose == "first":
        return offers[:1], [offer for offer in offers[1:] if _meaning(offer) != value]
    return [offer for offer in offers if offer[0] is best], [offer for offer in offers if offer[0] is not best]


def _meaning(offer: Offer) -> object:
    """Return the value that is offered, without the words that it was read from."""
    value = offer[1].value
    return value.value if isinstance(value, When) else value


def _evidence(table: Table, winners: list[Offer], losers: list[Offer]) -> list[Evidence]:
    rejected = tuple(Evidence(field=table.field, rule=rule.name, raw=candidate.raw) for rule, candidate in losers)
    return [
        Evidence(field=table.field, rule=rule.name, raw=candidate.raw, rejected=rejected if number == 0 else ())
        for number, (rule, candidate) in enumerate(winners)
    ]


def _reject_early_change(draft: Draft) -> None:
    """Leave out a date of change that is days before the publication. The evidence of the publication keeps it."""
    modified, published = draft.decided.modified, draft.decided.published
    if modified is None or published is None or not is_earlier(modified, published):
        return
    draft.decided.modified = None
    early = tuple(evidence for evidence in draft.evidence if evidence.field == "modified")
    draft.evidence = [_with_rejected(evidence, early) for evidence in draft.evidence if evidence.field != "modified"]


def _with_rejected(evidence: Evidence, others: tuple[Evidence, ...]) -> Evidence:
    """Return the evidence of the publication with ``others`` among its rejected candidates, and any other evidence as it is."""
    bare = tuple(evolve(other, rejected=()) for other in others)
    return evolve(evidence, rejected=evidence.rejected + bare) if evidence.field == "published" else evidence


def _report_ambiguous(draft: Draft, unreadable: Iterable[Unreadable]) -> None:
    """Report the dates that read two ways, except those that read as the day of publication or change in one of them."""
    days = {
        when.earliest
        for when in (draft.decided.published, draft.decided.modified)
        if when and when.earliest == when.latest
    }
    for words in (found.raw for found in unreadable):
        ways = (parse_date(words, language=language) for language in ("en-US", "en-GB"))
        if days.isdisjoint(when.earliest for when in ways if when):
            draft.report("ambiguous-date", f"{words!r} reads two ways; give Options.language")
