"""What each HTML tag is to a reader of news."""

from __future__ import annotations

UNSEEN = frozenset(
    "-comment -doctype -cdata audio button canvas datalist del dialog embed head iframe input link map math meta "
    "noscript object script select source style svg template textarea track video "
    # components of AMP that hold what is filled in, opened or shown to some readers only
    "amp-ad amp-app-banner amp-auto-ads amp-consent amp-embed amp-list amp-next-page amp-sidebar amp-social-share amp-state "
    "amp-sticky-ad amp-user-notification amp-web-push-widget".split()
)
"""Tags whose content is no part of what a page says."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th thead tr ul".split()
)
"""Tags that begin a line of their own."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
"""Headings and their level."""

LISTS = ("ul", "ol", "menu", "dl")
"""Tags that hold list items."""

CELLS = ("td", "th")
"""Tags of cells of a table, which keep their column where nothing stands in them."""

STRONG = ("b", "strong", "em", "i")
"""Tags that set words in bold or italics."""

FRAMED = ("table", "blockquote", "pre")
"""Tags of text that may stand in a figure, where else only pictures and captions do."""
