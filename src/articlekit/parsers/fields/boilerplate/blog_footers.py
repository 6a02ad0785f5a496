"""What WordPress puts under a post: buttons to share and to like it, and the call to subscribe, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.boilerplate.notices import AROUND
from articlekit.parsers.rules import Candidate, Rule, rule

UNDER = 30
"""Blocks at the end of a text among which such lines stand."""
LONGEST, LABEL = 150, 60
"""Characters of such a line, and of one that is but a label."""

SHARED: frozenset[str] = frozenset(
    (
        "share this",
        "teilen mit",
        "comparte esto",
        "partager",
        "compartilhe isso",
        "condividi",
        "dit delen",
        "udostępnij",
    )
)
"""What stands over the buttons to share a post."""
LIKED: frozenset[str] = frozenset(
    ("like this", "gefällt mir", "me gusta esto", "j'aime ça", "curtir isso", "mi piace", "vind ik leuk")
)
"""What stands over the button to like it, and in many a story."""
WAITING: frozenset[str] = frozenset(
    (
        "like loading", "gefällt mir wird geladen", "gefällt mir lade", "me gusta cargando", "j'aime chargement",
        "curtir carregando", "mi piace caricamento", "vind ik leuk aan het laden", "like aan het laden",
    )
)  # fmt: skip
"""What that button says until a script has counted: nobody writes so."""
TYPED: frozenset[str] = frozenset(
    (
        "type your email", "gib deine e-mail adresse ein", "escribe tu correo electrónico", "saisissez votre adresse e-mail",
        "digite seu e-mail", "digita la tua e-mail", "typ je e-mail",
    )
)  # fmt: skip
"""What stands in the field of the call to subscribe."""
DISCOVER = (
    "discover more from ", "entdecke mehr von ", "descubre más desde ", "en savoir plus sur ", "descubra mais sobre ",
    "scopri di più da ", "ontdek meer van ",
)  # fmt: skip
"""How the call to subscribe begins; the name of the paper follows."""
SUBSCRIBE = (
    "subscribe to get the latest posts ", "subscribe now to keep reading ", "melde dich für ein abonnement an",
    "suscríbete y recibe las últimas entradas ", "abonnez-vous pour recevoir les derniers articles ",
    "assine para receber nossas notícias ", "abbonati per ricevere gli ultimi articoli ", "abonneer je om de nieuwste berichten ",
)  # fmt: skip
"""How it goes on in the line under that."""

_BUTTON = re.compile(
    r"(?:click|klicken|klick|klicke|haz\sclic|cliquez|cliquer|clique|fai\sclic|klik)\b[^()]{3,80}"
    r"\((?:opens|wird|se\sabre|ouvre|abre|si\sapre|wordt)\s[^()]{4,40}\)[^()]{0,40}"
)
"""What a button of a network is called for those who have the page read to them."""


@rule(
    "text.blog_buttons",
    example="# Harbour closed\n\nThe harbour closed.\n\n### Share this:\n\n### Like this:\n\nLike Loading...",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\n### Like this:\n\nThe ferries stayed in port.",
)
def buttons(draft: Draft) -> Iterator[Candidate[None]]:
    """``Share this:``, ``Like this:`` over ``Like Loading...``, and the names of the buttons under them."""
    under = _under(draft)
    for block, below in zip_longest(under, under[1:]):
        if _is_label(_said(block), _said(below) if below is not None else "") or _is_button(block.text):
            yield Candidate(None, block.text, (block,))


def _is_label(said: str, below: str) -> bool:
    """Whether a line is the heading of such buttons, or the button to like a post, which says so ``below`` or in the same line."""
    if said in LIKED:
        return below in WAITING
    if said in SHARED or said in WAITING:
        return True
    label, colon, behind = said.partition(":")
    return bool(colon) and label.rstrip() in LIKED and behind.strip() in WAITING


def _is_button(text: str) -> bool:
    """Whether a line is the name of a button that shares the post."""
    return "(" in text and _BUTTON.fullmatch(text.lower()) is not None


@rule(
    "text.blog_call",
    example="# Harbour closed\n\nThe harbour closed.\n\nEntdecke mehr von Hafenkurier\n\nMelde dich für ein Abonnement an, um mehr zu lesen.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nDiscover more from The Harbour Courier\n\nThe ferries stayed in port.",
)
def call(draft: Draft) -> Iterator[Candidate[None]]:
    """``Discover more from …`` over a call to subscribe, and the field for the address under it."""
    under = _under(draft)
    asked = False
    for block, below in zip_longest(under, under[1:]):
        text = block.text.lower()
        if text.startswith(DISCOVER) and below is not None and below.text.lower().startswith(SUBSCRIBE):
            asked = True
            yield Candidate(None, block.text, (block,))
        elif asked and (text.startswith(SUBSCRIBE) or _said(block) in TYPED):
            yield Candidate(None, block.text, (block,))


def _under(draft: Draft) -> list[DraftBlock]:
    """The short lines at the end of a text, which such lines are among; never the first."""
    last = draft.body.kept[1:][-UNDER:]
    return [block for block in last if 0 < len(block.text) <= LONGEST and block.kind != "preformatted"]


def _said(block: DraftBlock) -> str:
    """A label in small letters, without what it is set in; empty where the line is more than a label."""
    return block.text.lower().replace("’", "'").strip(AROUND) if len(block.text) <= LABEL else ""


BLOGS: tuple[Rule[None], ...] = (buttons, call)
"""What takes such lines out of the text."""
