"""The phrases with which a page asks its readers to subscribe, pay or log in."""

from __future__ import annotations

import re

MAX_PAYWALL_CHARS = 160
"""A longer line tells something. Characters."""


PAYWALL_START = re.compile(
    r"(?:to (?:continue|keep) reading\b"
    r"|(?:subscribe|sign up|register|log in(?: or (?:register|create an account))?|create an? (?:free )?account) (?:now |today |free |for free )?to"
    r" (?:continue|keep|read) (?:on|reading|this)\b"
    r"|(?:keep|continue) reading (?:with an? (?:\w+ )?(?:subscription|account|membership|trial)\b|for (?:just |only )?[£$€]\s?\d)"
    r"|this (?:article|content|story) is (?:only )?(?:available (?:only |exclusively )?(?:to|for)|for|reserved for|exclusive to)"
    r" (?:our |paying |(?:(?-i:[A-Z])[\w’']*\s){1,3})?(?:subscribers|members)"
    r"|this (?:post|article|story|content|newsletter) is for (?:paid |paying )?(?:subscribers|members)|continue reading this (?:post|story|article) for free"
    r"|to (?:read|see|unlock) the (?:full|whole|rest of the) (?:story|article|post)\b"
    r"|(?:for )?subscribers only\W{0,3}$|(?:you have|you[’']ve) (?:reached|used|read) (?:all )?(?:your|the) (?:limit|last|free|monthly)"
    r"|(?:du möchtest|sie möchten|möchten sie) (?:diesen artikel )?weiterlesen\?|dieser (?:artikel|inhalt|text) ist (?:nur |exklusiv )?für abonnent|weiterlesen mit\b|jetzt (?:weiterlesen|abonnieren)\b"
    r"|(?:cet |cet)?article (?:est )?réservé (?:aux|à nos) abonnés|(?:la suite|il vous reste) .{0,60}(?:abonnés|cet article)"
    r"|(?:este )?(?:contenido|artículo) (?:es )?(?:exclusivo|sólo|solo) para (?:nuestros )?(?:suscriptores|abonados)|suscríbete para (?:seguir|continuar)"
    r"|(?:questo )?(?:articolo|contenuto) (?:è )?riservato agli abbonati|abbonati per (?:continuare|leggere)"
    r"|(?:conteúdo|matéria|este artigo é) (?:é )?(?:exclusiv[oa] )?para assinantes|assine para (?:continuar|ler)"
    r"|(?:dit artikel is )?(?:alleen )?voor abonnees\b|word abonnee om"
    r"|(?:(?:den här |denne )?(?:artikkelen|artiklen|artikeln|artikel|saken)|denna artikel) (?:er|är) (?:bare |kun |endast )?(?:for|för) (?:abonnent|prenumerant)"
    r"|(?:logg inn|log ind|logga in) for å (?:lese|læse)|этот материал доступен (?:только )?подписчикам"
    r"|(?:tämä (?:artikkeli|juttu) on )?(?:vain )?tilaajille\W{0,3}$|ten artykuł jest (?:dostępny )?(?:tylko )?dla (?:prenumerator|subskrybent)"
    r"|(?:この記事|続きを読むには).{0,12}会員|有料会員限定|本文仅限订阅|(?:이 기사는 )?유료 ?(?:회원|구독자) ?전용)",
    re.IGNORECASE,
)
"""How a line begins that keeps the rest of the story for those who pay."""


SUBSCRIPTION_WORD = re.compile(
    r"subscri|abonn|\babos?\b|abbonat|suscri|assina|prenumer|tilaa|předplat|predplat|subskry|подпис|підпис|συνδρομ|会員|購読|订阅|訂閱|구독|اشترا|מנוי"
    r"|anmeld|\blog ?in\b|\bsign (?:in|up)\b|membership",
    re.IGNORECASE,
)
"""What a box of a page says somewhere that asks for money or a name, in many languages."""


PRICE_OR_ACCOUNT = re.compile(r"[£$€]\s?\d|\d\s?[£$€]|\bregist(?:er|r)|\baccount\b|\bkonto\b", re.IGNORECASE)
"""What it may say as well, and stories do: it takes a way in beside it."""


SUBSCRIBE_START = re.compile(
    r"(?:now |jetzt |gratis |please )?(?:subscribe|abonnez-vous|abonnieren|suscr[ií]b(?:ete|ase)|abb[oó]nati|assine|prenumerera|abonneer)\b"
    r"(?= (?:for|to|now|today|here|from|sie|jetzt|ab|pour|dès|a|por|desde|para|hoy|per|da|agora|för|nu|voor)\b|\W{0,3}$)",
    re.IGNORECASE,
)
"""How a line begins that tells a reader to pay."""


METER_LINE = re.compile(
    r"you have \d{1,2} (?:free )?(?:articles?|stories|reads?) (?:left|remaining)\b.{0,80}", re.IGNORECASE
)
"""The whole of a line that counts what is still free."""


SUBSCRIBER_LOGIN_LINE = re.compile(
    r"(?:are you )?already (?:a |have a )?(?:subscriber|subscription|member)\b.{0,60}|(?:sie sind )?(?:bereits|schon) abonnent.{0,60}|déjà abonné.{0,60}"
    r"|¿?ya (?:eres|soy|es) suscriptor.{0,60}|(?:sei )?già abbonato.{0,60}|já é assinante.{0,60}|(?:al|reeds) abonnee.{0,60}"
    r"|(?:allerede abonnent|redan prenumerant).{0,60}",
    re.IGNORECASE,
)
"""The whole of a line that lets in those who have paid."""
