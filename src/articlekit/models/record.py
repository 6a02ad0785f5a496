"""Evidence and problems: which rule set each value of an article, and what could not be read."""

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
"""The codes of a :class:`Problem`. New ones may be added; none is renamed."""


@frozen(kw_only=True)
class Evidence:
    r"""The rule that set a field, or that left words out of the text.

    >>> import articlekit
    >>> articlekit.parse("# Rain at last\n\nIt rained.").evidence
    (Evidence(field='title', rule='title.heading', raw='Rain at last', rejected=()),)
    """

    field: str
    """The field of :class:`Article` that the rule set. ``text``: the rule left words out of the text."""
    rule: str
    """The name of the rule, ``field.rule``, as in the rule tables of the documentation: ``published.date_line``."""
    raw: str
    """The words that the rule read, as written. Empty if there are none, as for a value that you passed."""
    rejected: tuple[Evidence, ...] = ()
    """The losing candidates for the same field, best first. Their own ``rejected`` is empty."""


@frozen(kw_only=True)
class Problem:
    """Something that could not be read, and why. A problem never removes text.

    >>> import articlekit
    >>> articlekit.parse("It rained.").problems
    (Problem(code='no-title', message='no headline was found'),)
    """

    code: ProblemCode
    """The kind of problem, for programs to test."""
    message: str
    """What is wrong and where, for people: one English sentence without a full stop."""
