"""Pages that a site sends in the place of an article: errors, checks for robots, questions of consent, doors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.boilerplate.by_markup import is_unshown
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.metadata.hints import Witness, fold

TOLD = 400
"""Characters that such a page tells at most: what tells more is an article about an error."""
FIRST, FEW = 5, 12
"""Lines that are no links among which such a page says what it is, and lines of a page that says next to nothing else."""
LOWEST = 3
"""The level of a heading that can say what a page is."""

NOT_FOUND = (
    r"(?:error\s)?(?:40[0-4]|410|50[0-4])\b", r"access denied", r"just a moment", r"attention required", r"forbidden",
    r"(?:page|article|site)\s(?:was |could )?not (?:be )?found", r"(?:page|article|site)\s(?:does not|doesn[’']t) exist",
    r"(?:die )?(?:seite|artikel)\s(?:wurde )?nicht gefunden", r"(?:cette )?page (?:introuvable|non trouvée|n[’']existe (?:pas|plus))",
    r"página no encontrada", r"pagina non trovata", r"página não encontrada", r"pagina niet gevonden",
    r"(?:siden|artikkelen) (?:(?:ble|blev) )?ikke (?:fundet|funnet)", r"fant ikke siden", r"sidan (?:hittades inte|kunde inte hittas|finns inte)",
    r"sivua ei löy(?:dy|tynyt)", r"nie znaleziono strony", r"strona nie (?:została znaleziona|istnieje)", r"stránka (?:nebyla )?nenalezena",
    r"страница не найдена", r"сторінку не знайдено", r"sayfa bulunamadı", r"halaman tidak ditemukan", r"pagina nu a fost găsită",
    r"(?:az )?oldal nem található", r"η σελίδα δεν βρέθηκε", r"الصفحة غير موجودة", r"ページが見つかりません", r"找不到(?:页面|頁面|网页|網頁)",
    r"(?:sorry|oops)\b.{0,30}\b(?:page|article|went wrong)\b", r"oops\W{0,3}", r"(?:we )?(?:can[’']?t|could ?n[o’']t|cannot) find (?:that|this|the|your) page",
    r"(?:please )?verify (?:that )?you(?: are|[’']re) (?:a )?human", r"(?:please )?(?:prove|confirm) (?:that )?you(?: are|[’']re) (?:not a robot|human)",
    r"are you a (?:robot|human)", r"checking your browser", r"pardon our interruption", r"(?:site|service) (?:is )?(?:temporarily )?unavailable",
    r"页面不存在", r"페이지를 찾을 수 없습니다",
)  # fmt: skip
"""What the title, or the first heading, of an error page begins with."""
DOORS = (
    r"robot or human", r"(?:human|security|bot|browser) (?:verification|check)", r"one more step", r"before you continue", r"something went wrong",
    r"access (?:to this (?:page|site) )?(?:has been |was |is )?(?:denied|blocked)", r"(?:sorry, )?you have been blocked", r"unusual (?:traffic|activity)",
    r"(?:please )?(?:sign|log) ?in", r"login", r"(?:sign|log) ?in (?:or (?:register|sign up|create an account)|required)", r"anmelden", r"einloggen",
    r"connexion", r"se connecter", r"iniciar sesión", r"inicia sesión", r"accedi", r"entrar", r"inloggen", r"logg inn", r"log ind", r"logga in",
    r"kirjaudu sisään", r"zaloguj się", r"logowanie", r"přihlášení", r"bejelentkezés", r"autentificare", r"σύνδεση", r"giriş yap", r"вход", r"войти",
    r"увійти", r"ログイン", r"登录", r"登入", r"로그인", r"تسجيل الدخول", r"התחברות",
)  # fmt: skip
"""The whole of the title, or of the first heading where it has none of the first level, of a page that lets nobody in yet."""
CHECKS = (
    r"please (?:enable|turn on|allow) (?:js|java\s?script|cookies)\b", r"enable (?:js|java\s?script|cookies) (?:and|to)\b",
    r"(?:please )?disable (?:any|your) ad ?blocker", r"access to this (?:page|site) (?:has been|was|is) (?:denied|blocked)", r"verifying (?:that )?you are (?:a )?human",
    r"(?:please )?(?:verify|prove|confirm) (?:that )?you(?: are|[’']re) (?:a )?(?:human|not a (?:ro)?bot)", r"press (?:& |and )hold to confirm",
    r"checking (?:if the site|your browser|whether)", r"(?:we|our systems) (?:have|[’']ve)? ?detected unusual", r"performing security verification",
    r"(?:complete|solve) the (?:captcha|security check|challenge)",
)  # fmt: skip
"""How a line begins that asks whether a reader is one."""

_ERROR = re.compile(rf"(?:404\W{{1,4}})?(?:{'|'.join(NOT_FOUND)}).{{0,40}}", re.IGNORECASE)
_DOOR = re.compile(
    rf"(?:{'|'.join(DOORS)})(?:\W{{0,3}}|(?: to|\s?[|–—:-]) (?:the )?(?P<site>.{{0,40}}))", re.IGNORECASE
)
_CHECK = re.compile(rf"(?:{'|'.join(CHECKS)})", re.IGNORECASE)
_SCRIPT = re.compile(r"\bjava ?script\b", re.IGNORECASE)
_OF_MACHINES = re.compile(
    r"java ?script|cookie|browser|\b(?:ro)?bots?\b|captcha|automat|\bverif|security (?:of|check)|connection|password|kennwort|passwor[dt]|\byour?\b",
    re.IGNORECASE,
)
"""What the sentences of such a page speak of, or to; a story's mostly do not."""
_SEARCHES = frozenset(("search", "searchform", "suche", "recherche"))
"""Words that name a form that lets nobody in."""
_BAR = frozenset(("header", "nav", "footer"))
"""Tags of boxes whose forms are the site's."""


def told_instead(page: Page, story: list[Line], witness: Witness, draft: Draft) -> str | None:
    """What a page that tells little says to be in the place of an article. None: nothing."""
    if sum(line.weight for line in story) >= TOLD:
        return None
    h1s = draft.facts.meta.get("html:h1", ())
    titles = [*draft.facts.meta.get("html:title", ())[:1], *h1s[:1]]
    if any(_ERROR.fullmatch(title.strip()) for title in titles):
        return "the page says that it is an error page"
    if is_stated(draft):
        return None
    heading = "" if h1s else next(_headings(page, story), "")
    if _ERROR.fullmatch(heading):
        return "the page says that it is an error page"
    tells = any(line.weight and line.box.tag not in HEADINGS and not _OF_MACHINES.search(line.text) for line in story)
    if tells and not _asks_in(page):
        return None
    names = (
        {fold(name) for name in (*draft.facts.site_names, *(witness.host or "").split(".")) if name} if tells else None
    )
    if any(_is_door(title.strip(), names) for title in (*(titles if len(h1s) < 2 else ()), heading)):
        return "the page lets nobody in yet: it asks for consent, a login or a sign of life"
    if not tells and (_checks(_seen(page, story)) or _asks_for_script(page, titles)):
        return "the page asks whether its reader is one, and holds no article"
    return None


def _asks_in(page: Page) -> bool:
    """Whether a form stands on the page that may let a reader in, or a field for a password does."""
    if page.passwords:
        return True
    forms = (box for box in page.boxes if box.tag == "form" and box.attributes.get("role") != "search")
    return any(not name_words(box) & _SEARCHES and all(one.tag not in _BAR for one in box.around()) for box in forms)


def _is_door(title: str, names: set[str] | None) -> bool:
    """Whether a title is that of a door; of what follows, ``names`` are the site's, where nothing else may."""
    door = _DOOR.fullmatch(title)
    if door is None or names is None or not door["site"]:
        return door is not None
    site = fold(door["site"])
    return any(name in (site, f"the{site}") for name in names)


def _headings(page: Page, story: list[Line]) -> Iterator[str]:
    return (line.text for line in _seen(page, story) if HEADINGS.get(line.box.tag, LOWEST + 1) <= LOWEST)


def _checks(lines: Iterator[Line]) -> bool:
    """Whether one of the first lines asks whether a reader is one, and none above it tells anything."""
    for line in islice((line for line in lines if not line.linked), FIRST):
        if line.weight or _CHECK.match(line.text):
            return _CHECK.match(line.text) is not None
    return False


def _asks_for_script(page: Page, titles: list[str]) -> bool:
    """Whether a page of few lines tells of nothing but the language of scripts, whose name is the same in all languages."""
    if len(page.lines) > FEW or any(map(_SCRIPT.search, titles)):
        return False
    naming = [line for line in page.lines if _SCRIPT.search(line.text)]
    return bool(naming) and not any(line.weight and line not in naming for line in page.lines)


def is_stated(draft: Draft) -> bool:
    """Whether the page states that it is an article, or when it was published."""
    if draft.facts.item or "article" in draft.facts.meta.get("meta:og:type", ()):
        return True
    return is_dated(draft)


def is_dated(draft: Draft) -> bool:
    """Whether a meta element of the page says when it was published."""
    return any(key.endswith(("published_time", "datepublished")) for key in draft.facts.meta)


def _seen(page: Page, story: list[Line]) -> Iterator[Line]:
    """The lines that a reader sees: without apparatus, where there is a story beside it."""
    return (line for line in page.lines if not (is_unseen(line) or (story and line.box.out)))


def is_unseen(line: Line) -> bool:
    """Whether a line waits in a box that is not shown."""
    return any(is_unshown(box.attributes, small=False) for box in line.box.around() if box.attributes)
