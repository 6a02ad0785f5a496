"""HTML tags by what they mean for the text of an article."""

from __future__ import annotations

UNSEEN = frozenset(
    "-comment -doctype -cdata audio button canvas datalist del dialog embed head iframe input link map math meta "
    "noscript object script select source style svg template textarea track video "
    # AMP components whose content a script fills in, or shows to some readers only
    "amp-ad amp-app-banner amp-auto-ads amp-consent amp-embed amp-list amp-next-page amp-sidebar amp-social-share amp-state "
    "amp-sticky-ad amp-user-notification amp-web-push-widget".split()
)
"""Tags whose content is not read as text."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th thead tr ul".split()
)
"""Tags of block elements: they begin a line of their own."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
"""Tags of headings, with their level."""

LISTS = ("ul", "ol", "menu", "dl")
"""Tags that hold list items."""

CELLS = ("td", "th")
"""Tags of table cells. An empty cell keeps its column."""

STRONG = ("b", "strong", "em", "i")
"""Tags that set text in bold or italics."""

FRAMED = ("table", "blockquote", "pre")
"""Tags of text that may be in a figure, where otherwise only images and captions are."""
