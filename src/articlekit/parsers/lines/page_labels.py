"""Phrases by language that label the parts of a page: advertisements, related stories, buttons, tags, comments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from articlekit.parsers.lines.phrase_patterns import alternatives, phrase_pattern

LABEL_FRAME = " \n\t-–—:.…|*[]()»«>→▼▸•"
"""Characters around a label."""
ADVERTISEMENT_LABELS: dict[str, str] = {
    "en": "advertisement|advertisements|advert|advertising|article continues below advertisement",
    "de": "anzeige|werbung|- anzeige -",
    "fr": "publicité|annonce",
    "es": "publicidad|anuncio",
    "it": "pubblicità",
    "pt": "publicidade|propaganda",
    "nl": "advertentie|reclame",
    "da": "annonce|reklame",
    "sv": "annons|reklam",
    "no": "annonse|reklame",
    "fi": "mainos",
    "pl": "reklama",
    "hr": "oglas|оглас",
    "ru": "реклама",
    "hu": "hirdetés",
    "ro": "reclamă",
    "el": "διαφήμιση",
    "tr": "ilan|reklam",
    "id": "iklan",
    "vi": "quảng cáo",
    "ja": "広告",
    "zh": "广告|廣告",
    "ko": "광고",
    "hi": "विज्ञापन",
    "bn": "বিজ্ঞাপন",
    "th": "โฆษณา",
    "ar": "إعلان|اعلان",
    "he": "פרסומת",
}
"""Labels of advertisements, by language, in lower case."""
RELATED_LABELS: dict[str, str] = {
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
    "no": "les også|les mer|mest lest",
    "da": "læs også|læs mere|mest læste",
    "sv": "läs också|läs även|läs mer|mest läst",
    "fi": "lue myös|lue lisää|luetuimmat",
    "pl": "czytaj także|czytaj również|czytaj więcej|zobacz także|zobacz też",
    "cs": "čtěte také|přečtěte si také",
    "sk": "čítajte aj",
    "ru": "читайте также|читать далее|смотрите также",
    "uk": "читайте також",
    "bg": "прочетете още",
    "hr": "pročitajte i",
    "sl": "preberite tudi",
    "hu": "olvasta már|kapcsolódó cikkek",
    "ro": "citește și|citeşte şi",
    "el": "διαβάστε επίσης|διαβάστε ακόμα",
    "tr": "ilgili haberler",
    "id": "baca juga|baca selengkapnya",
    "vi": "xem thêm",
    "ja": "関連記事|あわせて読みたい|続きを読む|関連キーワード|おすすめ情報|人気記事",
    "zh": "相关阅读|相关新闻|延伸阅读|延伸閱讀",
    "ko": "관련기사|관련 기사",
    "ar": "اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|مواضيع ذات صلة",
    "he": "קראו גם|לקריאה נוספת",
}
"""Labels over lists of other stories and over parts of the page, by language, in lower case."""
RELATED_HEADINGS: dict[str, str] = {
    "en": "in this article|related topics|related content|related news|related coverage|most read|most popular",
    "de": "mehr zum thema|zum thema|ähnliche themen|verwandte themen|meistgelesen|häufig gelesen",
    "fr": "sur le même sujet|sommaire|sujets associés|les plus lus",
    "es": "más información|temas relacionados|lo más leído",
    "it": "per approfondire|argomenti correlati|i più letti",
    "pt": "assuntos relacionados|mais lidas",
    "nl": "meer over dit onderwerp|meest gelezen",
    "no": "mest lest",
    "da": "mest læste",
    "sv": "mest läst",
    "fi": "luetuimmat",
    "hu": "kapcsolódó cikkek",
    "ja": "人気記事",
}
"""Those of ``RELATED_LABELS`` that stories have as headings too: directly over running text they stay."""
CLOSING_LABELS: dict[str, str] = {
    "en": "comments|trending|trending now|tags|topics|related|more about|more stories|read this next|read next|up next|share|about the author|about the authors",
    "de": "kommentare|schlagworte|schlagwörter|themen|teilen|der autor|die autorin|über den autor|über die autorin",
    "fr": "commentaires|mots-clés|thématiques|partager|à propos de l’auteur|à propos de l'auteur",
    "es": "comentarios|etiquetas|temas|compartir|sobre el autor|sobre la autora",
    "it": "commenti|argomenti|condividi|sull’autore|sull'autore",
    "pt": "comentários|etiquetas|assuntos|compartilhe|sobre o autor|sobre a autora",
    "nl": "reacties|onderwerpen|trefwoorden|delen|over de auteur",
    "da": "kommentarer|emner|del|om forfatteren",
    "sv": "kommentarer|ämnen|dela|om författaren",
    "fi": "kommentit|aiheet",
    "pl": "komentarze|tematy|tagi|o autorze",
    "ru": "комментарии|теги|темы|об авторе",
    "uk": "коментарі",
    "cs": "komentáře",
    "hu": "hozzászólások|címkék",
    "ro": "comentarii|etichete",
    "el": "σχόλια",
    "tr": "yorumlar|etiketler",
    "id": "komentar",
    "vi": "bình luận",
    "ja": "コメント|タグ|キーワード",
    "zh": "评论|標籤|标签",
    "ko": "댓글|태그",
    "ar": "التعليقات|الوسوم",
    "he": "תגובות|תגיות",
}
"""Labels that stories have as headings too, by language, in lower case. At the very end of a text they are left over from a removed part."""
_FILING_WORDS = {
    "en": "tags?|filed under|posted in|keywords?",
    "de": "schlagw(?:orte|örter)",
    "fr": "mots-clés",
    "es": "etiquetas",
    "nl": "trefwoorden",
    "fi": "avainsanat",
    "pl": "tagi",
    "ru": "теги|метки",
    "cs": "klíčová slova",
    "hu": "címkék",
    "ro": "etichete",
    "tr": "etiketler",
    "ja": "タグ|キーワード",
    "zh": "标签|關鍵字",
    "ko": "태그",
    "ar": "الوسوم",
}
_TOPIC_WORDS = {
    "en": "topics?|categor(?:y|ies)",
    "de": "themen",
    "fr": "thématiques",
    "es": "temas",
    "it": "argomenti",
    "da": "emner",
    "sv": "ämnen",
}
FILED_UNDER = re.compile(
    rf"(?:(?P<topics>{alternatives(_TOPIC_WORDS)})|{alternatives(_FILING_WORDS)})\s?[:：]\s?(?P<items>.{{0,199}}[^.!?。])?",
    re.IGNORECASE,
)
"""A whole line after the text that lists what the article is filed under. A word for topics may also begin a list of the story itself."""
LIST_END = re.compile(r"\s(?:and|und|et|y|e|ed|i|en|og|och|ja|и|і|та|ve)\s[^,;]*$", re.IGNORECASE)
"""The end of a list in a sentence: *and* before the last item."""


def labels_of(table: Mapping[str, str]) -> frozenset[str]:
    """Return the labels of all languages in a table of labels separated by ``|``.

    >>> sorted(labels_of({"en": "read more|read also", "de": "lesen sie auch"}))
    ['lesen sie auch', 'read also', 'read more']
    """
    return frozenset(label for labels in table.values() for label in labels.split("|"))


SHARE_HEADINGS = {
    "en": "share this",
    "de": "teilen mit",
    "es": "comparte esto",
    "fr": "partager",
    "pt": "compartilhe isso",
    "it": "condividi",
    "nl": "dit delen",
    "pl": "udostępnij",
}
"""Headings over the share buttons of a blog post, by language."""
LIKE_HEADINGS = {
    "en": "like this",
    "de": "gefällt mir",
    "es": "me gusta esto",
    "fr": "j'aime ça",
    "pt": "curtir isso",
    "it": "mi piace",
    "nl": "vind ik leuk",
}
"""Headings over the like button of a blog post, by language. Stories have lines like them."""
LIKE_LOADING = {
    "en": "like loading",
    "de": "gefällt mir wird geladen|gefällt mir lade",
    "es": "me gusta cargando",
    "fr": "j'aime chargement",
    "pt": "curtir carregando",
    "it": "mi piace caricamento",
    "nl": "vind ik leuk aan het laden|like aan het laden",
}
"""The label of the like button until a script has counted the likes, by language. No writer writes so."""
EMAIL_PLACEHOLDERS = {
    "en": "type your email",
    "de": "gib deine e-mail adresse ein",
    "es": "escribe tu correo electrónico",
    "fr": "saisissez votre adresse e-mail",
    "pt": "digite seu e-mail",
    "it": "digita la tua e-mail",
    "nl": "typ je e-mail",
}
"""The placeholder of the e-mail field of a blog's call to subscribe, by language."""
_CLICK = {
    "en": "click",
    "de": "klicken|klick|klicke",
    "es": r"haz\sclic",
    "fr": "cliquez|cliquer",
    "pt": "clique",
    "it": r"fai\sclic",
    "nl": "klik",
}
_OPENS = {"en": "opens", "de": "wird", "es": r"se\sabre", "fr": "ouvre", "pt": "abre", "it": r"si\sapre", "nl": "wordt"}
SPOKEN_BUTTON = re.compile(
    rf"{alternatives(_CLICK)}\b[^()]{{3,80}}\({alternatives(_OPENS)}\s[^()]{{4,40}}\)[^()]{{0,40}}"
)
"""The label of a share button for screen readers: ``Click to share on X (Opens in new window)``."""
BUTTON_LABEL = phrase_pattern(
    r"share(?:\s(?:this|on)(?:\s\w+){0,4})?",
    r"\d{0,7}\s?shares?",
    r"tweet",
    r"facebook",
    r"twitter",
    r"whatsapp",
    r"linkedin",
    r"reddit",
    r"flipboard",
    r"pocket",
    r"email",
    r"telegram",
    r"bluesky",
    r"threads",
    r"pinterest",
    r"copy(?:\sthe)?\slink",
    r"save(?:\sarticle)?",
    r"bookmark",
    r"\d+\scomments?",
    r"view\scomments?",
    r"comments?\s?\(\d{1,5}\)",
    r"\d[\d.,]{0,8}\s?[km]?\sviews?",
    r"ad",
    r"article\scontent",
    r"sponsored(?:\scontent)?",
    r"continue\sreading(?:\sbelow)?",
    r"story\scontinues(?:\sbelow.{0,20})?",
    r"article\scontinues\s(?:below|after).{0,30}",
    r"listen(?:\sto\sthis\sarticle.{0,20}|\s?\(\d{1,3}\smin\))?",
    r"(?:\(?opens\sin\sa\snew\s(?:tab|window)\)?)",
    r"play\s(?:video|audio)",
    r"back\sto\stop",
    r"loading.{0,12}",
    r"show\smore",
    r"(?:skip|scroll)\s(?:to|past|down).{0,40}",
    ending=r"[.:…]?",
)


"""The label of a button, an advertisement or a player, in English."""
NETWORK_NAME = phrase_pattern(
    r"x|mix|tumblr|google\+|blogger|stumbleupon|digg|messenger|viber|vkontakte|vk|line|mastodon|print|copy|instapaper|gmail|signal|skype|hacker\snews"
)
"""Words that are the label of a button only if other buttons are next to it."""
_COMMENT_WORDS = alternatives(
    {
        "en": "comments?",
        "de": "kommentare?",
        "fr": "commentaires?",
        "es": "comentarios?",
        "it": "commenti",
        "pt": "comentários?",
        "nl": "reacties",
        "da": "kommentarer?",
        "fi": "kommentit",
        "pl": "komentarze",
        "cs": "komentáře",
        "ru": "комментари(?:и|ев|я)",
        "uk": "коментар(?:і|ів)",
        "tr": "yorum(?:lar)?",
        "id": "komentar",
        "hu": "hozzászólás(?:ok)?",
        "el": "σχόλια",
        "ar": "التعليقات",
        "ja": "コメント",
        "zh": "评论|評論",
        "ko": "댓글",
    }
)
COUNTED_COMMENTS = re.compile(
    rf"{_COMMENT_WORDS}\s?[:：]?\s?[(（\[]?\d{{1,5}}[)）\]]?|[(（\[]?\d{{1,5}}[)）\]]?\s?{_COMMENT_WORDS}",
    re.IGNORECASE,
)
"""A heading that counts comments: ``Comments (2)``, ``2 Kommentare``. Without a count it could be a heading of the story."""
