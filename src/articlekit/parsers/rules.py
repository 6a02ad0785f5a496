"""Named rules: how every heuristic of the parsers is written down, ordered, tried and reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, Literal, TypeVar

from attrs import frozen

from articlekit.models.named_rule import NamedRule
from articlekit.models import Problem
from articlekit.parsers.draft import Draft, DraftBlock

T = TypeVar("T")


@frozen
class Candidate(Generic[T]):
    """A value that a rule offers for its field.

    >>> Candidate("Weather", raw="Section: Weather")
    Candidate(value='Weather', raw='Section: Weather', blocks=(), replace=None, problem=None)
    """

    value: T
    """The value, in the type of the field."""
    raw: str
    """The words that it was read from, as written."""
    blocks: tuple[DraftBlock, ...] = ()
    """The blocks that hold those words and leave the body with them, whether the candidate wins or not."""
    replace: DraftBlock | None = None
    """What stays in the body in the place of ``blocks``. None: nothing does."""
    problem: Problem | None = None
    """What the article has to report because of these words. None: nothing."""


@frozen
class Unreadable:
    """Words at the place of a rule's value that read in two ways. They give no value; the article reports them."""

    raw: str
    """The words as written."""


@frozen
class Rule(NamedRule[str], Generic[T]):
    """One heuristic, with a name, a report that it fires on, and a near miss that it leaves alone.

    A caller's own rules go into :attr:`articlekit.Options.rules` and are tried before the library's.
    Every rule of a field runs, and the blocks of every candidate leave the body: those of a losing one too, since a second
    date line is no more part of the story than the first. The losing words stay in the evidence.

    >>> import articlekit
    >>> def kicker(draft):
    ...     return [Candidate(value, value) for value in draft.facts.meta.get("meta:kicker", ())]
    >>> options = articlekit.Options(rules=(Rule("section.kicker", kicker),))
    >>> articlekit.parse('<meta name="kicker" content="Ports"><p>It rained.</p>', options=options).section
    'Ports'
    """

    name: str
    """``field.rule``: the field that the rule gives a value to, and what the rule looks at."""
    apply: Callable[[Draft], Iterable[Candidate[T] | Unreadable]]
    """Reads the draft and offers candidates, best first. It never changes the draft."""
    example: str = ""
    """A short report that the rule fires on. May be empty for a caller's own rule."""
    near_miss: str = ""
    """A report much like it that the rule leaves alone."""

    @property
    def field(self) -> str:
        """The field that the rule sets."""
        return self.group


def rule(
    name: str, *, example: str, near_miss: str
) -> Callable[[Callable[[Draft], Iterable[Candidate[Any] | Unreadable]]], Rule[Any]]:
    r"""Make a rule of a function.

    >>> @rule("section.kicker", example="SPORT\n\nHeadline", near_miss="Headline")
    ... def kicker(draft):
    ...     return ()
    >>> kicker.field
    'section'
    """
    return lambda apply: Rule(name=name, apply=apply, example=example, near_miss=near_miss)


@frozen
class Table:
    """The rules of one field, in the order in which they are believed."""

    field: str
    """The field of the draft that the rules decide; ``text`` for rules that only take words out of the body or mend it."""
    choose: Literal["first", "rule", "all", "steps"]
    """``first``: the first candidate wins. ``rule``: all candidates of the first rule that has any win. ``all``: every candidate wins.
    In all three, every rule sees the body as it was before the table, and the candidates' blocks leave it afterwards.
    ``steps``: the table decides no field; its rules clean the body, each on what the rules before it left."""
    rules: tuple[Rule[Any], ...]
    """Best first."""
