"""What is made when it is first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """A function that is called when its value is first asked for: threads that ask meanwhile wait, and get the same value.

    One that raises is called again when it is asked again.

    >>> made = Once(list)
    >>> made() is made()
    True
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self.make = make
        self._made: list[T] = []
        self._making = Lock()

    def __call__(self) -> T:
        """The value."""
        if not self._made:
            with self._making:
                if not self._made:
                    self._made.append(self.make())
        return self._made[0]
