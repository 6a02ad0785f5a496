"""What a page says to its reader beside the story, in many languages: labels of advertisements and of lists, and calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articlekit.parsers.draft import Draft, DraftBlock
from articlekit.parsers.fields.page_parts import LINE, short_lines, tells
from articlekit.parsers.lines.normalize import match_key
from articlekit.parsers.rules import Candidate, Rule, rule

LONGEST = 45
"""Characters of a label."""
FEWEST = 2
"""Blocks that stand over a label at the very end."""
AROUND = " \n\t-–—:.…|*[]()»«>→▼▸•"
"""What a label may be set in."""

ADVERTISEMENTS: dict[str, str] = {
    "en": "advertisement|advertisements|advert|advertising|article continues below advertisement",
    "de": "anzeige|werbung|- anzeige -",
    "fr": "publicité|annonce",
    "es": "publicidad|anuncio",
    "it": "pubblicità",
    "pt": "publicidade|propaganda",
    "nl": "advertentie|reclame",
    "nordic": "annonce|annons|annonse|reklame|reklam|mainos",
    "slavic": "reklama|oglas|реклама|оглас",
    "east": "hirdetés|reclamă|διαφήμιση|ilan",
    "asia": "iklan|quảng cáo|広告|广告|廣告|광고|विज्ञापन|বিজ্ঞাপন|โฆษณา",
    "semitic": "إعلان|اعلان|פרסומת",
}
"""How advertisements are labelled, by language."""
LEADING: dict[str, str] = {
    "en": "read more|read also|also read|related articles|related stories|related coverage|story continues below|story continues"
    "|continue reading below|recommended from editorial|recommended for you|you may also like|you might also like"
    "|table of contents|in this article|show caption|hide caption|text size|skip advertisement|related topics|related content|related news"
    "|more on this story|more on this topic|most read|most popular|join the conversation",
    "de": "lesen sie auch|lesen sie mehr|lesen sie dazu auch|mehr zum thema|zum thema|auch interessant|passend zum artikel"
    "|passend zum thema|das könnte sie auch interessieren|weiterlesen nach der anzeige|inhaltsverzeichnis"
    "|ähnliche themen|verwandte themen|meistgelesen|häufig gelesen",
    "fr": "lire aussi|à lire aussi|lire la suite|à lire également|lire également|sur le même sujet|voir aussi|sommaire|sujets associés|les plus lus",
    "es": "leer más|lea también|lee también|leer también|te puede interesar|noticias relacionadas|más información|ver también"
    "|temas relacionados|lo más leído",
    "it": "leggi anche|leggi tutto|per approfondire|articoli correlati|potrebbe interessarti|argomenti correlati|i più letti",
    "pt": "leia também|leia mais|veja também|saiba mais|continua após a publicidade|notícias relacionadas"
    "|assuntos relacionados|mais lidas",
    "nl": "lees ook|lees meer|lees verder|meer over dit onderwerp|meest gelezen",
    "nordic": "les også|les mer|læs også|læs mere|läs också|läs även|läs mer|lue myös|lue lisää|mest lest|mest læste|mest läst|luetuimmat",
    "slavic": "czytaj także|czytaj również|czytaj więcej|zobacz także|zobacz też|čtěte také|přečtěte si také|čítajte aj"
    "|читайте также|читайте також|читать далее|смотрите также|прочетете още|pročitajte i|preberite tudi",
    "east": "olvasta már|kapcsolódó cikkek|citește și|citeşte şi|διαβάστε επίσης|διαβάστε ακόμα|ilgili haberler",
    "asia": "baca juga|baca selengkapnya|xem thêm|関連記事|あわせて読みたい|続きを読む|関連キーワード|相关阅读|相关新闻|延伸阅读|延伸閱讀|관련기사|관련 기사|おすすめ情報|人気記事",
    "semitic": "اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|مواضيع ذات صلة|קראו גם|לקריאה נוספת",
}
"""What announces lists of other stories and of a page's own parts, by language: no heading of a story reads so."""
TITLES = (
    "in this article|related topics|related content|related news|related coverage|most read|most popular|mehr zum thema|zum thema|ähnliche themen"
    "|verwandte themen|meistgelesen|häufig gelesen|sur le même sujet|sommaire|sujets associés|les plus lus|más información|temas relacionados"
    "|lo más leído|per approfondire|argomenti correlati|i più letti|assuntos relacionados|mais lidas|meer over dit onderwerp|meest gelezen"
    "|mest lest|mest læste|mest läst|luetuimmat|kapcsolódó cikkek|人気記事"
)
"""Those of them that a story has headings like after all: as a heading right over what is told they stay."""
ORPHANS: dict[str, str] = {
    "en": "comments|trending|trending now|tags|topics|related|more about|more stories|read this next|read next|up next|share|about the author|about the authors",
    "de": "kommentare|schlagworte|schlagwörter|themen|teilen|der autor|die autorin|über den autor|über die autorin",
    "fr": "commentaires|mots-clés|thématiques|partager|à propos de l’auteur|à propos de l'auteur",
    "es": "comentarios|etiquetas|temas|compartir|sobre el autor|sobre la autora",
    "it": "commenti|argomenti|condividi|sull’autore|sull'autore",
    "pt": "comentários|etiquetas|assuntos|compartilhe|sobre o autor|sobre a autora",
    "nl": "reacties|onderwerpen|trefwoorden|delen|over de auteur",
    "nordic": "kommentarer|emner|ämnen|dela|del|om forfatteren|om författaren|kommentit|aiheet",
    "slavic": "komentarze|tematy|tagi|o autorze|комментарии|теги|темы|об авторе|коментарі|komentáře",
    "east": "hozzászólások|címkék|comentarii|etichete|σχόλια|yorumlar|etiketler",
    "asia": "komentar|bình luận|コメント|タグ|キーワード|评论|標籤|标签|댓글|태그",
    "semitic": "التعليقات|الوسوم|תגובות|תגיות",
}
"""Labels that stories have headings like, by language: at the very end they stand over what went."""
LISTED = re.compile(
    r"(?:tags?|(?P<said>topics?|categor(?:y|ies)|themen|thématiques|temas|argomenti|emner|ämnen)|filed under|posted in|keywords?|schlagw(?:orte|örter)"
    r"|mots-clés|etiquetas"
    r"|trefwoorden|avainsanat|tagi|теги|метки|klíčová slova|címkék|etichete|etiketler|タグ|キーワード|标签|關鍵字|태그|الوسوم)"
    r"\s?[:：]\s?(?P<items>.{0,199}[^.!?。])?",
    re.IGNORECASE,
)
"""The whole of a line behind the text that lists what it is filed under; a ``said`` word may begin a list of the story's own."""
_LAST = re.compile(r"\s(?:and|und|et|y|e|ed|i|en|og|och|ja|и|і|та|ve)\s[^,;]*$", re.IGNORECASE)
"""The end of a list in a sentence."""
KEYWORDS = ("meta:keywords", "meta:news_keywords", "meta:article:tag", "rel:tag")
"""Where a page states its keywords."""
CALLS: dict[str, tuple[str, ...]] = {
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
    "nordic": (r"tilmeld dig\b.{0,60}nyhedsbrev.{0,60}", r"følg oss? på\b.{0,80}", r"meld deg på\b.{0,60}nyhetsbrev.{0,60}", r"prenumerera på\b.{0,60}nyhetsbrev.{0,60}"),
    "slavic": (
        r"подписывайтесь на\b.{0,160}", r"підписуйтес[яь] на\b.{0,160}", r"zapisz się (?:na|do)\b.{0,60}newsletter.{0,60}",
        r"obserwuj nas\b.{0,80}",
    ),
    "asia": (r"cek berita\b.{0,120}google news.{0,120}", r"무단 ?전재.{0,40}금지(?:합니다)?\W{0,4}", r"無断転載.{0,20}(?:禁|断).{0,20}"),
}  # fmt: skip
"""How whole lines read that ask the reader to subscribe, to follow and to comment, by language; in small letters."""


_ITEM = re.compile(r"[,;、|·]")


def _set(tables: dict[str, str]) -> frozenset[str]:
    return frozenset(label for labels in tables.values() for label in labels.split("|"))


def _by_first_word(calls: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    """One pattern for all calls that begin with a word, by that word: most lines are never matched with any."""
    found: dict[str, list[str]] = {}
    for call in (call for several in calls.values() for call in several):
        found.setdefault(call.split(" ", 1)[0], []).append(call)
    return {word: re.compile("|".join(same)) for word, same in found.items()}


_ADVERTISEMENTS, _LEADING, _ORPHANS = _set(ADVERTISEMENTS), _set(LEADING), _set(ORPHANS)
_TITLES = frozenset(TITLES.split("|"))
_CALLS = _by_first_word({language: calls for language, calls in CALLS.items() if language != "asia"})
_CALLS_OF_ASIA = re.compile("|".join(CALLS["asia"]))
_ASIA = ("cek berita", "무단", "無断転載")
"""What every one of those begins with; where no spaces stand, there is no first word."""


def _labels(draft: Draft, labels: frozenset[str]) -> Iterator[Candidate[None]]:
    for block in short_lines(draft):
        if len(block.text) <= LONGEST and block.text.strip(AROUND).lower() in labels:
            yield Candidate(None, block.text, (block,))


@rule(
    "text.advertisement",
    example="# Harbour closed\n\nThe harbour closed.\n\n- Publicité -\n\nFerries stayed in port.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nPublicité: the port paid for none of it.",
)
def advertisement(draft: Draft) -> Iterator[Candidate[None]]:
    """``Anzeige``, ``Publicidad``, ``広告`` and their like, where a line says no more."""
    return _labels(draft, _ADVERTISEMENTS)


@rule(
    "text.leading_label",
    example="# Harbour closed\n\nThe harbour closed.\n\nLesen Sie auch:\n\nFerries stayed in port.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nLesen Sie auch im Hafen, fragte sie.",
)
def leading_label(draft: Draft) -> Iterator[Candidate[None]]:
    """``Read more``, ``À lire aussi``, ``関連記事``: a label whose list went, or whose links follow; no ``Most popular`` over what is told."""
    labels = list(_labels(draft, _LEADING))
    headings = {id(block) for label in labels for block in label.blocks if block.kind == "heading" and _is_title(block)}
    over = pairwise(draft.body.kept) if headings else ()
    kept = {id(block) for block, below in over if id(block) in headings and tells(below)}
    return (label for label in labels if id(label.blocks[0]) not in kept)


def _is_title(block: DraftBlock) -> bool:
    return block.text.strip(AROUND).lower() in _TITLES


@rule(
    "text.call",
    example="# Harbour closed\n\nThe harbour closed.\n\nSuscríbete a nuestro boletín de la mañana.",
    near_miss="# Harbour closed\n\nThe harbour closed.\n\nSuscríbete, decía el cartel del puerto.",
)
def call(draft: Draft) -> Iterator[Candidate[None]]:
    """A line that asks the reader to subscribe, to follow or to comment, whatever its kind."""
    for block in short_lines(draft):
        text = block.text.lower()
        pattern = _CALLS.get(text.split(None, 1)[0]) or (_CALLS_OF_ASIA if text.startswith(_ASIA) else None)
        if pattern is not None and pattern.fullmatch(text):
            yield Candidate(None, block.text, (block,))


@rule(
    "text.orphan",
    example="# Harbour closed\n\nThe harbour closed on Friday.\n\nFerries stayed in port.\n\nTags: harbour, ferries\n\n### Comments",
    near_miss="# Harbour closed\n\nThe harbour closed on Friday.\n\n### Comments\n\nThe mayor had none.",
)
def orphan(draft: Draft) -> Iterator[Candidate[None]]:
    """``Comments``, ``Trending``, ``About the author`` at the very end, where what they stood over went, and ``Tags: …``."""
    body = draft.body.kept
    for block in reversed(body[FEWEST:]):
        if not (is_orphan(block) and _is_filed(draft, block)):
            return
        yield Candidate(None, block.text, (block,))


def is_orphan(block: DraftBlock) -> bool:
    """Whether a block says no more than such a label."""
    if block.kind not in ("paragraph", "heading") or len(block.text) > LINE:
        return False
    return block.text.strip(AROUND).lower() in _ORPHANS or LISTED.fullmatch(block.text) is not None


def _is_filed(draft: Draft, block: DraftBlock) -> bool:
    """Whether a line that begins like a list of labels, with a word that stories use too or to the end of a sentence, is one.

    It is where something in it is linked, or the page states it as a keyword.
    """
    listed = LISTED.fullmatch(block.text)
    items = listed["items"] if listed else None
    if listed is None or items is None or block.links or not (listed["said"] or _LAST.search(items)):
        return True
    known = {
        match_key(tag) for key in KEYWORDS for value in draft.facts.meta.get(key, ()) for tag in _ITEM.split(value)
    }
    stated = draft.facts.node.get("keywords")
    for value in stated if isinstance(stated, list) else (stated,):
        known.update(map(match_key, _ITEM.split(value)) if isinstance(value, str) else ())
    return not known.isdisjoint(map(match_key, _ITEM.split(items)))


NOTICES: tuple[Rule[None], ...] = (advertisement, leading_label, call)
"""Before the rules that tell where the text ends."""
ORPHANED: tuple[Rule[None], ...] = (orphan,)
"""After them."""
