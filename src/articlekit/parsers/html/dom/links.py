"""Where the links of a page lead: to another page of the site, or away from it."""

from __future__ import annotations

import re

from articlekit.parsers.html.dom.model import InlineMark, Line

MIN_TITLE_CHARS = 12
"""Characters of a link that can be the headline of another page. A shorter one is a button or a label."""

_HOST = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?([^/?#:]*)", re.IGNORECASE)


def is_internal_link(line: Line, host: str | None) -> bool:
    """True if the line is one link, long enough for a headline, to another page of the site on ``host``."""
    return line.chars >= MIN_TITLE_CHARS and line.is_link and is_internal(link_target(line), host)


def link_target(line: Line) -> str:
    """Return the target of the first link in a line, as written; empty if it has none."""
    for part in line.parts:
        if isinstance(part, InlineMark) and part.kind == "link":
            return part.href
    return ""


def is_internal(href: str, host: str | None) -> bool:
    """True if a link leads to another page of the site on ``host``. A relative link does, a fragment of this page does not."""
    if not href or href[0] == "#":
        return False
    if (address := _HOST.match(href)) is None:
        return ":" not in href.partition("/")[0]
    other = address[1].lower().removeprefix("www.")
    return host is not None and (other == host or other.endswith("." + host) or host.endswith("." + other))
