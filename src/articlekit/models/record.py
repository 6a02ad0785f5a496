"""How an article came to be what it is: the evidence for each value, and what could not be done."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

ProblemCode = Literal[
    "not-article",
    "no-body",
    "no-title",
    "truncated",
    "paywalled",
    "ambiguous-date",
    "no-anchor",
    "unbalanced-quotes",
    "undecodable-bytes",
    "guessed-charset",
    "control-characters",
    "bad-structured-data",
    "too-deep",
]
"""Every code that a :class:`Problem` can carry. The list grows; codes are never renamed."""


@frozen(kw_only=True)
class Evidence:
    r"""The rule that gave a field its value, or that took words out of the body.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nIt rained.").evidence
    (Evidence(field='title', rule='title.heading', raw='Rain at last', rejected=()),)
    """

    field: str
    """The :class:`Article` field that the rule is about; ``text`` for words that were left out of the body."""
    rule: str
    """The rule's name, ``field.rule``, as in the published tables: ``published.date_line``."""
    raw: str
    """The words that the rule read, as written. Empty where it read none (a value that the caller gave)."""
    rejected: tuple[Evidence, ...] = ()
    """The candidates for the same field that lost, best first; their own ``rejected`` is empty."""


@frozen(kw_only=True)
class Problem:
    """Something that could not be done, and why. A problem never costs words: the rest of the article stands.

    >>> import articlekit
    >>> articlekit.parse("It rained.").problems
    (Problem(code='no-title', message='no headline was found'),)
    """

    code: ProblemCode
    """What kind of problem, for programs."""
    message: str
    """What was found and where, for people: one English sentence without a full stop."""
