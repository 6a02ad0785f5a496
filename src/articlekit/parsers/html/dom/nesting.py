"""How deep the elements of a page nest, told from its tags: never less than the parser finds.

The rules are those of the HTML standard's tree construction, and where they would take long to follow, an element is taken to
stay open: that costs a hostile page some tags and can be turned to no advantage.
"""

from __future__ import annotations

from collections import Counter

from attrs import Factory, define

DEEPEST = 500
"""Elements around an element; browsers stop at 512."""
MOST_FORMATS = 16
"""Formatting elements that are open at one place."""
FAR = 9
"""How many open elements are looked at for the one that an end tag ends."""

FORMATS = frozenset("b big code em font i nobr s small strike strong tt u".split())
"""Elements that are opened anew in each paragraph where they were left open."""
_VOID = frozenset(
    "a area base br col embed hr img input link meta param source track wbr form html head body frame frameset".split()
)
"""Elements that hold nothing, or of which one can be open at a time."""
_ENDED_BY = {
    "p": ("p",),
    "li": ("li",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "option": ("option",),
    "td": ("td", "th"),
    "th": ("td", "th"),
}
"""Elements that end by themselves, and which ones their start ends."""
_FOREIGN = frozenset(("svg", "math"))
_BARRIERS = frozenset("table td th caption object template marquee applet select svg math".split())
"""Elements that no end tag inside them reaches beyond."""
_REACHING = frozenset(
    "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header "
    "hgroup listing main menu nav ol pre section summary ul li dd dt h1 h2 h3 h4 h5 h6 table".split()
)
"""Elements whose end tag ends what was left open in them."""
_BREAKING_OUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
"""Elements that cannot stand in a drawing or a formula and end it."""
_DRAWN = frozenset(
    "g path circle rect use defs line polygon polyline ellipse symbol lineargradient stop clippath mask text tspan mrow "
    "msup msub mfrac".split()
)
"""Elements that drawings and formulas consist of."""


@define
class Nesting:
    """What is open where the reading stands."""

    open: list[str] = Factory(list)
    """The open elements, from outside in, but for the formatting ones."""
    formats: list[Counter[str]] = Factory(lambda: [Counter()])
    """How many formatting elements of each name are open, within each of the open barriers."""
    formatting: int = 0
    """How many formatting elements are open."""
    foreign: int = 0
    """How many drawings and formulas are open."""
    skipped: Counter[str] = Factory(Counter)
    """How many elements of each name would be open, had their start not been taken out."""

    def start(self, name: str, *, closed: bool) -> bool:
        """Note a start tag; whether it may stay. ``closed`` says that it ends with ``/>``."""
        if self._is_full(name) or (self.foreign and name == "font"):
            self.skipped[name] += 1
            return False
        if name in _BREAKING_OUT:
            self._break_out()
        if closed and (name in _FOREIGN or (self.foreign and name in _DRAWN and self.open[-1] in _DRAWN | _FOREIGN)):
            return True
        if not self.foreign:
            if name in _VOID:
                return True
            self._end_by_itself(name)
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
        """Note an end tag, which ends what it ends for certain; whether it may stay."""
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
        for back in range(1, min(FAR if name in _REACHING else 1, len(self.open)) + 1):
            other = self.open[-back]
            if other == name:
                self._pop(back)
                break
            if other in _BARRIERS and not (name == "table" and other in ("td", "th")):
                break
        return True

    def _is_full(self, name: str) -> bool:
        if name in FORMATS:
            return self.formatting >= MOST_FORMATS
        return len(self.open) >= DEEPEST and (self.foreign > 0 or name not in _VOID)

    def _end_by_itself(self, name: str) -> None:
        """End the paragraph, item or cell that the start of ``name`` ends."""
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
        """End drawings and formulas as the parser does where a tag cannot stand in one."""
        many = 0
        while many < len(self.open) and self.open[-1 - many] in _DRAWN:
            many += 1
        if self.foreign and many < len(self.open) and self.open[-1 - many] in _FOREIGN:
            self._pop(many + 1)

    def _pop(self, many: int) -> None:
        for _ in range(many):
            name = self.open.pop()
            if name in _BARRIERS:
                self.formats[-2].update(self.formats.pop())
                self.foreign -= name in _FOREIGN
