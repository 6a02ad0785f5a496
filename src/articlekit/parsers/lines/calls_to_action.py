"""Phrases by language with which a page asks its reader to subscribe, pay, log in, follow or comment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from articlekit.parsers.lines.phrase_patterns import alternatives, phrase_pattern

MAX_PAYWALL_CHARS = 160
"""Characters of a line that can be part of a paywall: longer lines are running text."""
PAYWALL_START = re.compile(
    alternatives(
        {
            "en": r"to (?:continue|keep) reading\b"
            r"|(?:subscribe|sign up|register|log in(?: or (?:register|create an account))?|create an? (?:free )?account) (?:now |today |free |for free )?to"
            r" (?:continue|keep|read) (?:on|reading|this)\b"
            r"|(?:keep|continue) reading (?:with an? (?:\w+ )?(?:subscription|account|membership|trial)\b|for (?:just |only )?[£$€]\s?\d)"
            r"|this (?:article|content|story) is (?:only )?(?:available (?:only |exclusively )?(?:to|for)|for|reserved for|exclusive to)"
            r" (?:our |paying |(?:(?-i:[A-Z])[\w’']*\s){1,3})?(?:subscribers|members)"
            r"|this (?:post|article|story|content|newsletter) is for (?:paid |paying )?(?:subscribers|members)"
            r"|continue reading this (?:post|story|article) for free"
            r"|to (?:read|see|unlock) the (?:full|whole|rest of the) (?:story|article|post)\b"
            r"|(?:for )?subscribers only\W{0,3}$"
            r"|(?:you have|you[’']ve) (?:reached|used|read) (?:all )?(?:your|the) (?:limit|last|free|monthly)",
            "de": r"(?:du möchtest|sie möchten|möchten sie) (?:diesen artikel )?weiterlesen\?"
            r"|dieser (?:artikel|inhalt|text) ist (?:nur |exklusiv )?für abonnent|weiterlesen mit\b|jetzt (?:weiterlesen|abonnieren)\b",
            "fr": r"(?:cet |cet)?article (?:est )?réservé (?:aux|à nos) abonnés|(?:la suite|il vous reste) .{0,60}(?:abonnés|cet article)",
            "es": r"(?:este )?(?:contenido|artículo) (?:es )?(?:exclusivo|sólo|solo) para (?:nuestros )?(?:suscriptores|abonados)"
            r"|suscríbete para (?:seguir|continuar)",
            "it": r"(?:questo )?(?:articolo|contenuto) (?:è )?riservato agli abbonati|abbonati per (?:continuare|leggere)",
            "pt": r"(?:conteúdo|matéria|este artigo é) (?:é )?(?:exclusiv[oa] )?para assinantes|assine para (?:continuar|ler)",
            "nl": r"(?:dit artikel is )?(?:alleen )?voor abonnees\b|word abonnee om",
            "nordic": r"(?:(?:den här |denne )?(?:artikkelen|artiklen|artikeln|artikel|saken)|denna artikel) (?:er|är) (?:bare |kun |endast )?"
            r"(?:for|för) (?:abonnent|prenumerant)|(?:logg inn|log ind|logga in) for å (?:lese|læse)",
            "ru": r"этот материал доступен (?:только )?подписчикам",
            "fi": r"(?:tämä (?:artikkeli|juttu) on )?(?:vain )?tilaajille\W{0,3}$",
            "pl": r"ten artykuł jest (?:dostępny )?(?:tylko )?dla (?:prenumerator|subskrybent)",
            "ja": r"(?:この記事|続きを読むには).{0,12}会員|有料会員限定",
            "zh": r"本文仅限订阅",
            "ko": r"(?:이 기사는 )?유료 ?(?:회원|구독자) ?전용",
        }
    ),
    re.IGNORECASE,
)
"""The start of a line that keeps the rest of the story for subscribers."""
SUBSCRIPTION_WORD = re.compile(
    alternatives(
        {
            "en": r"subscri|\blog ?in\b|\bsign (?:in|up)\b|membership",
            "de": r"abonn|\babos?\b|anmeld",
            "it": "abbonat",
            "es": "suscri",
            "pt": "assina",
            "sv": "prenumer",
            "fi": "tilaa",
            "cs": "předplat",
            "sk": "predplat",
            "pl": "subskry",
            "ru": "подпис",
            "uk": "підпис",
            "el": "συνδρομ",
            "ja": "会員|購読",
            "zh": "订阅|訂閱",
            "ko": "구독",
            "ar": "اشترا",
            "he": "מנוי",
        }
    ),
    re.IGNORECASE,
)
"""A word that every element of a page has in it that asks for a subscription or a login."""
PRICE_OR_ACCOUNT = re.compile(r"[£$€]\s?\d|\d\s?[£$€]|\bregist(?:er|r)|\baccount\b|\bkonto\b", re.IGNORECASE)
"""A price or an account. Stories mention them too, so an element needs a login line next to it."""
SUBSCRIBE_START = re.compile(
    r"(?:now |jetzt |gratis |please )?"
    + alternatives(
        {
            "en": "subscribe",
            "fr": "abonnez-vous",
            "de": "abonnieren",
            "es": "suscr[ií]b(?:ete|ase)",
            "it": "abb[oó]nati",
            "pt": "assine",
            "sv": "prenumerera",
            "nl": "abonneer",
        }
    )
    + r"\b(?= "
    + alternatives(
        {
            "en": "for|to|now|today|here|from",
            "de": "sie|jetzt|ab",
            "fr": "pour|dès",
            "es": "a|por|desde|para|hoy",
            "it": "per|da",
            "pt": "agora",
            "sv": "för",
            "nl": "nu|voor",
        }
    )
    + r"\b|\W{0,3}$)",
    re.IGNORECASE,
)
"""The start of a line that asks the reader to subscribe."""
METER_LINE = re.compile(
    r"you have \d{1,2} (?:free )?(?:articles?|stories|reads?) (?:left|remaining)\b.{0,80}", re.IGNORECASE
)
"""A whole line that counts the articles that are still free."""
SUBSCRIBER_LOGIN_LINE = re.compile(
    alternatives(
        {
            "en": "(?:are you )?already (?:a |have a )?(?:subscriber|subscription|member)\\b",
            "de": "(?:sie sind )?(?:bereits|schon) abonnent",
            "fr": "déjà abonné",
            "es": "¿?ya (?:eres|soy|es) suscriptor",
            "it": "(?:sei )?già abbonato",
            "pt": "já é assinante",
            "nl": "(?:al|reeds) abonnee",
            "no": "allerede abonnent",
            "sv": "redan prenumerant",
        }
    )
    + ".{0,60}",
    re.IGNORECASE,
)
"""A whole line that offers a login to subscribers."""
_LETTER_WORDS = r"(?:newsletters?|inbox|mailing\slist|(?:e-?mail|news)\s(?:alerts?|updates?|notifications?))"
"""What only a newspaper sends to its readers."""
_OFFER_WORDS = r"(?:e-?mails?|alerts?|updates?|app|channel|account|free|stories|subscribers?|members?|headlines)"
"""What others offer too, so that stories are about it."""
NEWSLETTER_CALL = phrase_pattern(
    r"(?:want\smore.{0,60}\?\s)?(?:please\s)?"
    rf"(?:(?:sign\sup|subscribe|register|join|download|get|receive)\b.{{0,160}}\b{_LETTER_WORDS}|subscribe\b.{{0,80}}\b{_OFFER_WORDS}"
    r"|have\b.{0,80}\b(?:delivered|sent)\b.{0,40}\binbox)\b.{0,200}",
    r"(?:subscribe|sign\sup)(?:\s(?:now|today|here))?[.!]?",
    r"never\smiss\s(?:an?(?:other)?|our|the|any)\s(?:\w+\s){0,2}"
    r"(?:stor(?:y|ies)|articles?|posts?|episodes?|updates?|issues?|newsletters?|alerts?|deals?|headlines?|things?)\b.{0,80}",
    r"enter\syour\s(?:e-?mail|postcode).{0,60}",
    r"(?:follow\s(?:(?-i:[Uu]s)|@\w+)|(?-i:FOLLOW\sUS))\b.{0,120}",
    r"follow\s(?:(?-i:[A-Z])[\w.'’-]*\s){1,4}on\s(?:twitter|facebook|x|instagram|whatsapp)(?:\s@?\w+)?\.?",
    rf"(?:become\sa|support\sour|enjoying\sthis).{{0,60}}\b(?:journalism|newsroom|{_LETTER_WORDS}|(?:paid|paying)\s(?:subscriber|member)).{{0,160}}",
)
"""A whole line in English that asks the reader to subscribe, sign up or follow."""
OFFER_CALL = phrase_pattern(
    rf"(?:want\smore.{{0,60}}\?\s)?(?:please\s)?(?:sign\sup|register|join|download|get|receive)\b.{{0,80}}\b{_OFFER_WORDS}\b.{{0,200}}",
    rf"(?:become\sa|support\sour|enjoying\sthis).{{0,60}}\b{_OFFER_WORDS}\b.{{0,160}}",
)
"""A whole line in English that may be a call, and may also be a sentence about people who join something."""
FIRST_PERSON_PLURAL = re.compile(r"\b(?:our|(?-i:us)|we)\b", re.IGNORECASE)
"""A word with which a newspaper speaks about itself."""
FOLLOW_CALLS: dict[str, tuple[str, ...]] = {
    "en": (
        r"you can save this (?:article|story)\b.{0,160}", r"our standards:.{0,80}", r"click here to (?:subscribe|sign up|register|join)\b.{0,80}",
        r"what do you think\?.{0,20}(?:let us know|tell us|join|share).{0,80}", r"let us know (?:what you think )?in the comments\b.{0,40}",
        r"was this newsletter forwarded\b.{0,120}",
    ),
    "de": (
        r"folgen sie uns\b.{0,100}", r"melden sie sich\b.{0,60}newsletter\b.{0,80}", r"abonnieren sie\b.{0,60}(?:newsletter|kanal)\b.{0,80}",
        r"hier (?:geht es )?(?:zum|den) newsletter\b.{0,60}",
    ),
    "fr": (r"abonnez-vous (?:à|pour|gratuitement)\b.{0,120}", r"inscrivez-vous (?:à|pour|gratuitement)\b.{0,60}\b(?:newsletters?|infolettres?|lettres?|alertes|cha[iî]ne)\b.{0,80}", r"suivez-nous (?:sur|aussi)\b.{0,100}"),
    "es": (
        r"suscríbete (?:a|gratis|aquí|y)\b.{0,160}", r"síguenos en\b.{0,120}",
        r"puedes seguir\b.{0,60}\b(?:facebook|twitter|instagram|whatsapp|telegram|google)\b.{0,80}",
    ),
    "it": (r"iscriviti (?:alla|al|qui|gratis)\b.{0,60}\b(?:newsletter|canale|pagina|notiziario)\b.{0,80}", r"seguici (?:su|anche)\b.{0,120}"),
    "pt": (r"inscreva-se (?:na|no|em|para)\b.{0,60}\b(?:newsletters?|canal|boletim|lista)\b.{0,80}", r"assine (?:a|nossa) newsletter\b.{0,100}", r"siga-nos (?:no|na|em)\b.{0,100}"),
    "nl": (r"meld je (?:aan|nu)\b.{0,60}nieuwsbrief\b.{0,60}", r"schrijf je in\b.{0,60}nieuwsbrief\b.{0,60}", r"volg ons (?:op|ook)\b.{0,80}"),
    "da": (r"tilmeld dig\b.{0,60}nyhedsbrev.{0,60}", r"følg oss? på\b.{0,80}"),
    "no": (r"meld deg på\b.{0,60}nyhetsbrev.{0,60}",),
    "sv": (r"prenumerera på\b.{0,60}nyhetsbrev.{0,60}",),
    "ru": (r"подписывайтесь на\b.{0,160}",),
    "uk": (r"підписуйтес[яь] на\b.{0,160}",),
    "pl": (r"zapisz się (?:na|do)\b.{0,60}newsletter.{0,60}", r"obserwuj nas\b.{0,80}"),
}  # fmt: skip
"""Whole lines that ask the reader to subscribe, to follow or to comment, by language, in lower case."""
UNSPACED_CALLS: dict[str, tuple[str, ...]] = {
    "id": (r"cek berita\b.{0,120}google news.{0,120}",),
    "ko": (r"무단 ?전재.{0,40}금지(?:합니다)?\W{0,4}",),
    "ja": (r"無断転載.{0,20}(?:禁|断).{0,20}",),
}
"""The same for phrases whose first word does not tell them apart, and a line that forbids copying."""
_UNSPACED_STARTS = ("cek berita", "무단", "無断転載")
"""The start of each of ``UNSPACED_CALLS``."""
BLOG_SUBSCRIBE_STARTS = {
    "en": ("subscribe to get the latest posts ", "subscribe now to keep reading "),
    "de": ("melde dich für ein abonnement an",),
    "es": ("suscríbete y recibe las últimas entradas ",),
    "fr": ("abonnez-vous pour recevoir les derniers articles ",),
    "pt": ("assine para receber nossas notícias ",),
    "it": ("abbonati per ricevere gli ultimi articoli ",),
    "nl": ("abonneer je om de nieuwste berichten ",),
}
"""The start of a blog's call to subscribe, by language, in lower case."""
DISCOVER_MORE_STARTS = {
    "en": "discover more from ",
    "de": "entdecke mehr von ",
    "es": "descubre más desde ",
    "fr": "en savoir plus sur ",
    "pt": "descubra mais sobre ",
    "it": "scopri di più da ",
    "nl": "ontdek meer van ",
}
"""The start of the line over that call, by language, in lower case; the name of the blog follows."""


def is_follow_call(line: str) -> bool:
    """True if a whole line asks the reader to subscribe, to follow or to comment, in any known language.

    >>> is_follow_call("Suscríbete a nuestro boletín."), is_follow_call("Suscríbete, decía el cartel.")
    (True, False)
    """
    line = line.lower()
    pattern = _CALLS_BY_FIRST_WORD.get("".join(line.split(None, 1)[:1])) or (
        _UNSPACED if line.startswith(_UNSPACED_STARTS) else None
    )
    return pattern is not None and pattern.fullmatch(line) is not None


def _by_first_word(calls: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """Return one pattern for all calls with the same first word, by that word: most lines need no matching then."""
    same: dict[str, list[str]] = {}
    for call in calls:
        same.setdefault(call.split(" ", 1)[0], []).append(call)
    return {word: re.compile("|".join(calls)) for word, calls in same.items()}


_CALLS_BY_FIRST_WORD = _by_first_word(chain.from_iterable(FOLLOW_CALLS.values()))
_UNSPACED = re.compile("|".join(chain.from_iterable(UNSPACED_CALLS.values())))
