"""Lines with which a page asks for money before it goes on: they leave the text, and the article says that it is paywalled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlekit.parsers.conventions.zones import short_lines
from articlekit.parsers.draft import Draft
from articlekit.parsers.rules import Candidate, Rule, rule

LONGEST = 160
"""A longer line tells something. Characters."""

WALL = re.compile(
    r"(?:to (?:continue|keep) reading\b|(?:subscribe|sign up|register|log in) (?:now )?to (?:continue|keep|read) (?:on|reading|this)\b"
    r"|this (?:article|content|story) is (?:only )?(?:available (?:only )?(?:to|for)|for|reserved for|exclusive to) (?:our |paying )?(?:subscribers|members)"
    r"|this (?:post|article|story|content|newsletter) is for (?:paid |paying )?(?:subscribers|members)|continue reading this (?:post|story|article) for free"
    r"|to (?:read|see|unlock) the (?:full|whole|rest of the) (?:story|article|post)\b"
    r"|(?:for )?subscribers only\W{0,3}$|(?:you have|you[’']ve) (?:reached|used|read) (?:all )?(?:your|the) (?:limit|last|free|monthly)"
    r"|dieser (?:artikel|inhalt|text) ist (?:nur |exklusiv )?für abonnent|weiterlesen mit\b|jetzt (?:weiterlesen|abonnieren)\b"
    r"|(?:cet |cet)?article (?:est )?réservé (?:aux|à nos) abonnés|(?:la suite|il vous reste) .{0,60}(?:abonnés|cet article)"
    r"|(?:este )?(?:contenido|artículo) (?:es )?(?:exclusivo|sólo|solo) para (?:nuestros )?(?:suscriptores|abonados)|suscríbete para (?:seguir|continuar)"
    r"|(?:questo )?(?:articolo|contenuto) è riservato agli abbonati|abbonati per (?:continuare|leggere)"
    r"|(?:conteúdo|matéria|este artigo é) (?:é )?(?:exclusiv[oa] )?para assinantes|assine para (?:continuar|ler)"
    r"|(?:dit artikel is )?(?:alleen )?voor abonnees\b|word abonnee om"
    r"|(?:artikkelen|artiklen|artikeln|denne (?:saken|artikkelen|artikel)) (?:er|är) (?:bare |kun |endast )?(?:for|för) (?:abonnent|prenumerant)"
    r"|(?:logg inn|log ind|logga in) for å (?:lese|læse)|этот материал доступен (?:только )?подписчикам"
    r"|(?:この記事|続きを読むには).{0,12}会員|本文仅限订阅)",
    re.IGNORECASE,
)
"""How a line begins that keeps the rest of the story for those who pay."""

DOOR = re.compile(
    r"(?:are you )?already (?:a |have a )?(?:subscriber|subscription|member)\b.{0,60}|(?:sie sind )?(?:bereits|schon) abonnent.{0,60}|déjà abonné.{0,60}"
    r"|¿?ya (?:eres|soy|es) suscriptor.{0,60}|(?:sei )?già abbonato.{0,60}|já é assinante.{0,60}|(?:al|reeds) abonnee.{0,60}"
    r"|(?:allerede abonnent|redan prenumerant).{0,60}",
    re.IGNORECASE,
)
"""The whole of a line that lets in those who have paid."""


@rule(
    "text.paywall",
    example="# Harbour closed\n\nThe harbour closed on Friday.\n\nSubscribe to continue reading.\n\nAlready a subscriber? Log in",
    near_miss="# Harbour closed\n\nSubscribers only heard of it on Friday, when the harbour had been closed for a week and every ferry lay idle at "
    "the old quay, said the paper.\n\nThe pier is closed as well.",
)
def paywall(draft: Draft) -> Iterator[Candidate[None]]:
    """``Subscribe to continue reading``, ``Déjà abonné ? Connectez-vous``: the end of what is free."""
    for line in short_lines(draft):
        if len(line.text) > LONGEST:
            continue
        walled = WALL.match(line.text)
        if walled and not any(problem.code == "paywalled" for problem in draft.problems):
            draft.report("paywalled", f"the page says {line.text[:80]!r}, and may hold a part of the text only")
        if walled or DOOR.fullmatch(line.text):
            yield Candidate(None, line.text, (line,))


PAYWALLS: tuple[Rule[None], ...] = (paywall,)
