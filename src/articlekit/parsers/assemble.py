"""Draft → Article: each field's rules in order, then the text and every span in it fixed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from attrs import evolve

from articlekit.models import Article, Author, Credit, Dateline, Evidence, Image, Publisher, When
from articlekit.parsers.draft import Draft, RelatedLink
from articlekit.parsers.fields import TABLES
from articlekit.parsers.fields.dates.text import forget_early_change, report_unread
from articlekit.parsers.layout import lay_out
from articlekit.parsers.options import Options
from articlekit.parsers.rules import Candidate, Rule, Table

# Tables that change the body itself and have no field of the draft to fill.
OUTLINE = ("text", "blocks")

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
"""What a candidate for each field is, but for those that only change the body."""

Offer = tuple[Rule[Any], Candidate[Any]]


def assemble(draft: Draft, options: Options, url: str | None = None) -> Article:
    """Decide every field of ``draft`` by the rule tables, and fix the article's text and spans.

    Raises ValueError where a caller's rule is about a field that no table decides, and TypeError where one offers what its
    field cannot hold.
    """
    draft.given_url, draft.given_language, draft.given_anchor = url, options.language, options.anchor
    if draft.settled:
        draft.url, draft.language = url or draft.url, options.language or draft.language
    for table in () if draft.settled else _with_callers(options.rules):
        _decide(draft, table)
    if not draft.settled:
        forget_early_change(draft)
        report_unread(draft)
    return lay_out(draft)


def _with_callers(rules: tuple[Rule[Any], ...]) -> tuple[Table, ...]:
    """The library's tables, with the caller's rules before their own."""
    known = [table.field for table in TABLES]
    for rule in rules:
        if rule.field not in known:
            raise ValueError(f"Options.rules: {rule.name!r} is about no field; the fields are {', '.join(known)}")
    if not rules:
        return TABLES
    return tuple(
        Table(table.field, table.choose, tuple(_checked(r) for r in rules if r.field == table.field) + table.rules)
        for table in TABLES
    )


def _checked(rule: Rule[Any]) -> Rule[Any]:
    """A caller's rule, whose mistakes are told by its name before they surface where nobody knows it."""

    def apply(draft: Draft) -> list[Candidate[Any]]:
        try:
            found = cast("Iterable[Candidate[Any]] | None", rule.apply(draft))
            candidates = None if found is None else list(found)
        except Exception as error:
            error.add_note(f"in the rule {rule.name!r} of Options.rules")
            raise
        if candidates is None:
            raise TypeError(
                f"Options.rules: {rule.name!r} gave None; a rule gives candidates, none where it finds nothing"
            )
        for candidate in candidates:
            _check(rule, candidate, draft)
        return candidates

    return evolve(rule, apply=apply)


def _check(rule: Rule[Any], candidate: object, draft: Draft) -> None:
    """Raises TypeError where a rule offers what is no candidate, one of another type than its field's, or blocks of no body."""
    if not isinstance(candidate, Candidate):
        raise TypeError(f"Options.rules: {rule.name!r} offers {candidate!r:.80}, which is no Candidate")
    wanted = TYPES.get(rule.field)
    if wanted is not None and not isinstance(candidate.value, wanted):
        raise TypeError(
            f"Options.rules: {rule.name!r} offers {candidate.value!r:.80}, which is no {wanted.__name__}, for {rule.field!r}"
        )
    known, blocks = set(map(id, draft.blocks)), cast(object, candidate.blocks)
    if not isinstance(blocks, tuple) or not known.issuperset(map(id, blocks)):
        raise TypeError(
            f"Options.rules: {rule.name!r} takes blocks that are no tuple of blocks of the text; they come from draft.body()"
        )


def _decide(draft: Draft, table: Table) -> None:
    offers: list[Offer] = []
    for rule in table.rules:
        for candidate in list(rule.apply(draft)):
            _take(draft, rule, candidate)
            offers.append((rule, candidate))
    if table.choose == "all":
        offers = _in_page_order(draft, offers)
    if offers:
        winners, losers = _choose(table, offers)
        draft.evidence += _evidence(table, winners, losers)
        if table.field not in OUTLINE:
            values = [candidate.value for _, candidate in winners]
            setattr(draft, table.field, values[0] if table.choose == "first" else tuple(values))


def _in_page_order(draft: Draft, offers: list[Offer]) -> list[Offer]:
    if len(offers) < 2:
        return offers
    places = {id(block): place for place, block in enumerate(draft.blocks)}
    return sorted(offers, key=lambda offer: places[id(offer[1].blocks[0])] if offer[1].blocks else -1)


def _take(draft: Draft, rule: Rule[Any], candidate: Candidate[Any]) -> None:
    """Take the candidate's blocks out of the body, and let what replaces them stand in the first one's place."""
    for block in candidate.blocks:
        draft.take(block, rule.name)
    if candidate.replace is not None:
        candidate.blocks[0].become(candidate.replace)


def _choose(table: Table, offers: list[Offer]) -> tuple[list[Offer], list[Offer]]:
    """The offers that give the field its value, and those that contradict them."""
    if table.choose == "all":
        return offers, []
    best, value = offers[0][0], _meaning(offers[0])
    if table.choose == "first":
        return offers[:1], [offer for offer in offers[1:] if _meaning(offer) != value]
    return [offer for offer in offers if offer[0] is best], [offer for offer in offers if offer[0] is not best]


def _meaning(offer: Offer) -> object:
    """The value that is offered, without the words that it was read from."""
    value = offer[1].value
    return value.value if isinstance(value, When) else value


def _evidence(table: Table, winners: list[Offer], losers: list[Offer]) -> list[Evidence]:
    rejected = tuple(Evidence(field=table.field, rule=rule.name, raw=candidate.raw) for rule, candidate in losers)
    return [
        Evidence(field=table.field, rule=rule.name, raw=candidate.raw, rejected=rejected if number == 0 else ())
        for number, (rule, candidate) in enumerate(winners)
    ]
