"""Rules that set the fields of an article, the candidates they return, and the tables that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, Literal, TypeVar

from attrs import field as attrs_field
from attrs import frozen

from articlekit.models import Problem
from articlekit.models.named_rule import NamedRule
from articlekit.parsers.draft import Draft, DraftBlock

T = TypeVar("T")


@frozen
class Candidate(Generic[T]):
    """A value that a rule found for its field.

    >>> Candidate("Weather", raw="Section: Weather")
    Candidate(value='Weather', raw='Section: Weather', blocks=(), replace=None, problem=None)
    """

    value: T
    """The value, in the type of the field."""
    raw: str
    """The words of the input that it was read from, as written. They go into ``Evidence.raw``."""
    blocks: tuple[DraftBlock, ...] = ()
    """The blocks that hold only those words. They leave the text, whether the candidate wins or not."""
    replace: DraftBlock | None = None
    """What takes the place of ``blocks`` in the text, such as the rest of a line. None: nothing."""
    problem: Problem | None = None
    """A problem that the article reports because of these words. None: no problem."""


@frozen
class Unreadable:
    """Words in the place of a value that can be read in two ways. They give no value; the article reports them."""

    raw: str
    """The words as written."""


@frozen
class Rule(NamedRule[str], Generic[T]):
    """One heuristic for one field of the article.

    Pass your own rules in :attr:`articlekit.Options.rules`; they run before the library's rules for the same field. All rules of a
    field run. The blocks of every candidate leave the text, also those of losing candidates: a second date line is not part
    of the article either. The words of losing candidates stay in ``Evidence.rejected``.

    >>> import articlekit
    >>> def kicker(draft):
    ...     return [Candidate(value, value) for value in draft.facts.meta.get("meta:kicker", ())]
    >>> options = articlekit.Options(rules=(Rule("section.kicker", kicker),))
    >>> articlekit.parse('<meta name="kicker" content="Ports"><p>It rained.</p>', options=options).section
    'Ports'
    """

    apply: Callable[[Draft], Iterable[Candidate[T] | Unreadable]]
    """Reads the draft and returns candidates, best first. It must not change the draft."""
    example: str = attrs_field(default="", kw_only=True)
    """A short input on which the rule fires. Optional for your own rules."""
    near_miss: str = attrs_field(default="", kw_only=True)
    """An input that differs from ``example`` in one thing, so that the rule does not fire."""

    @property
    def field(self) -> str:
        """The field that the rule sets."""
        return self.group


def rule(
    name: str, *, example: str, near_miss: str
) -> Callable[[Callable[[Draft], Iterable[Candidate[Any] | Unreadable]]], Rule[Any]]:
    r"""Return a decorator that makes a rule of a function.

    >>> @rule("section.kicker", example="SPORT\n\nHeadline", near_miss="Headline")
    ... def kicker(draft):
    ...     return ()
    >>> kicker.field
    'section'
    """
    return lambda apply: Rule(name=name, apply=apply, example=example, near_miss=near_miss)


@frozen
class Table:
    """The rules of one field, in order of precedence."""

    field: str
    """The field that the rules set. ``text`` and ``blocks`` name tables whose rules only clean the body."""
    choose: Literal["first", "rule", "all", "steps"]
    """How the value is chosen. ``first``: the first candidate. ``rule``: all candidates of the first rule that has any. ``all``: every
    candidate. In these three the blocks of the candidates leave the body after the table has decided; until then a block is
    reserved for the first rule that offers it, and the rules after that one do not see it in ``body.kept``. ``steps``: the table sets no
    field; its rules clean the body one after the other, each on what the rules before it left."""
    rules: tuple[Rule[Any], ...]
    """The rules, highest precedence first."""
