"""The base of every rule: a heuristic with a name and two samples that its tests run."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import field, frozen

ExampleT = TypeVar("ExampleT")


@frozen(slots=False)  # a subclass gives the fields defaults; slots of the base would hide them
class NamedRule(Generic[ExampleT]):
    """One heuristic of the library, with its name, a sample that it fires on, and a sample that it leaves alone.

    Each package that has rules adds to this what its rules read and return. This class is not part of the public API.

    >>> NamedRule("section.kicker", example="SPORT", near_miss="Sport was cancelled.").group
    'section'
    """

    name: str
    """``group.rule``, unique within the package. Evidence and claims cite it."""
    example: ExampleT = field(kw_only=True)
    """A sample that the rule fires on."""
    near_miss: str = field(kw_only=True)
    """A sample that differs from the example in one thing, which is why the rule leaves it alone."""

    @property
    def group(self) -> str:
        """The part of the name before the first full stop: the field that the rule sets, or its family."""
        return self.name.partition(".")[0]
