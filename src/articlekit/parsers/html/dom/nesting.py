"""How deep the elements of a page nest, estimated from its tags: never less than the parser will find.

The rules are those of the HTML standard's tree construction. If following them would take long, an element is taken to
stay open: that costs a hostile page some tags and gives it no advantage.
"""

from __future__ import annotations

from collections import Counter

from attrs import Factory, define

MAX_DEPTH = 500
"""Ancestors of an element. Browsers stop at 512."""
MAX_OPEN_FORMATS = 16
"""Formatting elements that may be open at the same time."""
MAX_LOOK_BACK = 9
"""Open elements among which the one that an end tag ends is looked for."""

FORMATS = frozenset("b big code em font i nobr s small strike strong tt u".split())
"""Formatting elements: if left open, the parser reopens them in each paragraph."""
_VOID = frozenset(
    "a area base br col embed hr img input link meta param source track wbr form html head body frame frameset".split()
)
"""Elements that hold nothing, or of which only one can be open."""
_ENDED_BY = {
    "p": ("p",),
    "li": ("li",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "option": ("option",),
    "td": ("td", "th"),
    "th": ("td", "th"),
}
"""Elements whose end tag may be missing, each with the open elements that its start ends."""
_FOREIGN = frozenset(("svg", "math"))
_BARRIERS = frozenset("table td th caption object template marquee applet select svg math".split())
"""Elements that stop an end tag inside them from ending anything outside."""
_CLOSING_INNER = frozenset(
    "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header "
    "hgroup listing main menu nav ol pre section summary ul li dd dt h1 h2 h3 h4 h5 h6 table".split()
)
"""Elements whose end tag also ends what was left open in them."""
_BREAKING_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
"""Elements that are not allowed in a drawing or a formula and end it."""
_FOREIGN_CONTENT = frozenset(
    "g path circle rect use defs line polygon polyline ellipse symbol lineargradient stop clippath mask text tspan mrow "
    "msup msub mfrac".split()
)
"""Elements inside drawings and formulas."""


@define
class Nesting:
    """The elements that are open at the current tag."""

    open: list[str] = Factory(list)
    """The open elements from the outside in, without the formatting elements."""
    formats: list[Counter[str]] = Factory(lambda: [Counter()])
    """The open formatting elements by name, one counter for each open barrier."""
    formatting: int = 0
    """The number of open formatting elements."""
    foreign: int = 0
    """The number of open drawings and formulas."""
    skipped: Counter[str] = Factory(Counter)
    """The elements by name that would be open if their start tag had not been removed."""

    def start(self, name: str, *, closed: bool) -> bool:
        """Record a start tag and return True if it may stay. ``closed`` says that it ends with ``/>``."""
        if self._is_full(name) or (self.foreign and name == "font"):
            self.skipped[name] += 1
            return False
        if name in _BREAKING_OUT:
            self._break_out()
        if closed and (
            name in _FOREIGN
            or (self.foreign and name in _FOREIGN_CONTENT and self.open[-1] in _FOREIGN_CONTENT | _FOREIGN)
        ):
            return True
        if not self.foreign:
            if name in _VOID:
                return True
            self._end_implicitly(name)
        if name in FORMATS:
            self.formats[-1][name] += 1
            self.formatting += 1
            return True
        self.open.append(name)
        if name in _BARRIERS:
            self.formats.append(Counter())
            self.foreign += name in _FOREIGN
        return True

    def end(self, name: str) -> bool:
        """Record an end tag and return True if it may stay. It ends only what it is certain to end."""
        if self.skipped[name]:
            self.skipped[name] -= 1
            return False
        if name in ("p", "br"):
            self._break_out()
        if name in FORMATS:
            if self.formats[-1][name]:
                self.formats[-1][name] -= 1
                self.formatting -= 1
            return True
        for back in range(1, min(MAX_LOOK_BACK if name in _CLOSING_INNER else 1, len(self.open)) + 1):
            other = self.open[-back]
            if other == name:
                self._pop(back)
                break
            if other in _BARRIERS and not (name == "table" and other in ("td", "th")):
                break
        return True

    def _is_full(self, name: str) -> bool:
        if name in FORMATS:
            return self.formatting >= MAX_OPEN_FORMATS
        return len(self.open) >= MAX_DEPTH and (self.foreign > 0 or name not in _VOID)

    def _end_implicitly(self, name: str) -> None:
        """End the paragraph, item or cell that the start of ``name`` ends implicitly."""
        ended = _ENDED_BY.get(name)
        if ended is not None:
            if name != "option":
                self._pop_one(("p",))
            self._pop_one(ended)
        elif name == "tr":
            self._pop_one(("td", "th"))
            self._pop_one(("tr",))

    def _pop_one(self, names: tuple[str, ...]) -> None:
        if self.open and self.open[-1] in names:
            self._pop(1)

    def _break_out(self) -> None:
        """End drawings and formulas as the parser does at a tag that is not allowed in them."""
        count = 0
        while count < len(self.open) and self.open[-1 - count] in _FOREIGN_CONTENT:
            count += 1
        if self.foreign and count < len(self.open) and self.open[-1 - count] in _FOREIGN:
            self._pop(count + 1)

    def _pop(self, count: int) -> None:
        for _ in range(count):
            name = self.open.pop()
            if name in _BARRIERS:
                self.formats[-2].update(self.formats.pop())
                self.foreign -= name in _FOREIGN
