"""Pages that a site sends instead of an article: errors, robot checks, questions of consent, login pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articlekit.parsers.draft import Draft
from articlekit.parsers.html.boilerplate.by_markup import is_hidden
from articlekit.parsers.html.dom.class_names import name_words
from articlekit.parsers.html.dom.model import Line, Page
from articlekit.parsers.html.dom.tags import HEADINGS
from articlekit.parsers.html.metadata.hints import Hints, letters_of

MAX_ERROR_PROSE_CHARS = 400
"""Characters of running text on such a page. A page with more is an article about an error."""
MAX_FIRST_LINES = 5
"""Lines without links among which a page asks whether the reader is a robot."""
MAX_SCRIPT_PAGE_LINES = 12
"""Lines of a page that only asks for JavaScript."""
MAX_TITLE_LEVEL = 3
"""The lowest level of a heading that can say what a page is."""

ERROR_TITLES = (
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
LOGIN_TITLES = (
    r"robot or human", r"(?:human|security|bot|browser) (?:verification|check)", r"one more step", r"before you continue", r"something went wrong",
    r"access (?:to this (?:page|site) )?(?:has been |was |is )?(?:denied|blocked)", r"(?:sorry, )?you have been blocked", r"unusual (?:traffic|activity)",
    r"(?:please )?(?:sign|log) ?in", r"login", r"(?:sign|log) ?in (?:or (?:register|sign up|create an account)|required)", r"anmelden", r"einloggen",
    r"connexion", r"se connecter", r"iniciar sesión", r"inicia sesión", r"accedi", r"entrar", r"inloggen", r"logg inn", r"log ind", r"logga in",
    r"kirjaudu sisään", r"zaloguj się", r"logowanie", r"přihlášení", r"bejelentkezés", r"autentificare", r"σύνδεση", r"giriş yap", r"вход", r"войти",
    r"увійти", r"ログイン", r"登录", r"登入", r"로그인", r"تسجيل الدخول", r"התחברות",
)  # fmt: skip
"""The whole title, or the whole first heading of a page without an ``h1``, of a page that does not let the reader in yet."""
ROBOT_CHECKS = (
    r"please (?:enable|turn on|allow) (?:js|java\s?script|cookies)\b", r"enable (?:js|java\s?script|cookies) (?:and|to)\b",
    r"(?:please )?disable (?:any|your) ad ?blocker", r"access to this (?:page|site) (?:has been|was|is) (?:denied|blocked)", r"verifying (?:that )?you are (?:a )?human",
    r"(?:please )?(?:verify|prove|confirm) (?:that )?you(?: are|[’']re) (?:a )?(?:human|not a (?:ro)?bot)", r"press (?:& |and )hold to confirm",
    r"checking (?:if the site|your browser|whether)", r"(?:we|our systems) (?:have|[’']ve)? ?detected unusual", r"performing security verification",
    r"(?:complete|solve) the (?:captcha|security check|challenge)",
)  # fmt: skip
"""How a line begins that asks whether the reader is a robot."""

_ERROR = re.compile(rf"(?:404\W{{1,4}})?(?:{'|'.join(ERROR_TITLES)}).{{0,40}}", re.IGNORECASE)
_LOGIN = re.compile(
    rf"(?:{'|'.join(LOGIN_TITLES)})(?:\W{{0,3}}|(?: to|\s?[|–—:-]) (?:the )?(?P<site>.{{0,40}}))", re.IGNORECASE
)
_ROBOT_CHECK = re.compile(rf"(?:{'|'.join(ROBOT_CHECKS)})", re.IGNORECASE)
_SCRIPT = re.compile(r"\bjava ?script\b", re.IGNORECASE)
_ABOUT_ACCESS = re.compile(
    r"java ?script|cookie|browser|\b(?:ro)?bots?\b|captcha|automat|\bverif|security (?:of|check)|connection|password|kennwort|passwor[dt]|\byour?\b",
    re.IGNORECASE,
)
"""Words in the sentences of such a page. The sentences of a story mostly do not have them."""
_SEARCH_NAMES = frozenset(("search", "searchform", "suche", "recherche"))
"""Words in the name of a search form."""
_SITE_BAR_TAGS = frozenset(("header", "nav", "footer"))
"""Tags of elements whose forms belong to the site, not to the page."""


def error_page_message(page: Page, story: list[Line], hints: Hints, draft: Draft) -> str | None:
    """Return what a page with little running text is instead of an article, as a message for a problem; None if it may be one."""
    if sum(line.prose_chars for line in story) >= MAX_ERROR_PROSE_CHARS:
        return None
    h1s = draft.facts.meta.get("html:h1", ())
    titles = [*draft.facts.meta.get("html:title", ())[:1], *h1s[:1]]
    if any(_ERROR.fullmatch(title.strip()) for title in titles):
        return "the page says that it is an error page"
    if is_declared_article(draft):
        return None
    heading = "" if h1s else next(_headings(page, story), "")
    if _ERROR.fullmatch(heading):
        return "the page says that it is an error page"
    has_content = any(_is_content(line) for line in story)
    if has_content and not _has_login_form(page):
        return None
    # Behind the words of a login page only the name of the site may follow, if the page has content of its own.
    site_names = _site_names(hints, draft) if has_content else None
    if any(_is_login_title(title.strip(), site_names) for title in (*(titles if len(h1s) < 2 else ()), heading)):
        return "the page lets nobody in yet: it asks for consent, a login or a sign of life"
    if not has_content and (_has_robot_check(_visible_lines(page, story)) or _asks_for_script(page, titles)):
        return "the page asks whether its reader is one, and holds no article"
    return None


def _is_content(line: Line) -> bool:
    """True if a line is running text that is not about cookies, passwords or robots."""
    return bool(line.prose_chars) and line.element.tag not in HEADINGS and not _ABOUT_ACCESS.search(line.text)


def _site_names(hints: Hints, draft: Draft) -> set[str]:
    """Return the letters of the names of the site and of the labels of its host."""
    return {letters_of(name) for name in (*draft.facts.site_names, *(hints.host or "").split(".")) if name}


def _has_login_form(page: Page) -> bool:
    """True if the page has a field for a password, or a form that is neither a search nor in the bar of the site."""
    if page.password_fields:
        return True
    forms = (one for one in page.elements if one.tag == "form" and one.attributes.get("role") != "search")
    return any(
        not name_words(form) & _SEARCH_NAMES and all(one.tag not in _SITE_BAR_TAGS for one in form.self_and_ancestors())
        for form in forms
    )


def _is_login_title(title: str, site_names: set[str] | None) -> bool:
    """True if a title is that of a login page. If ``site_names`` are given, nothing but one of them may follow."""
    match = _LOGIN.fullmatch(title)
    if match is None or site_names is None or not match["site"]:
        return match is not None
    site = letters_of(match["site"])
    return any(name in (site, f"the{site}") for name in site_names)


def _headings(page: Page, story: list[Line]) -> Iterator[str]:
    """Yield the visible headings of the first levels."""
    lines = _visible_lines(page, story)
    return (line.text for line in lines if HEADINGS.get(line.element.tag, MAX_TITLE_LEVEL + 1) <= MAX_TITLE_LEVEL)


def _has_robot_check(lines: Iterator[Line]) -> bool:
    """True if one of the first lines asks whether the reader is a robot, and none above it is running text."""
    for line in islice((line for line in lines if not line.linked_chars), MAX_FIRST_LINES):
        if line.prose_chars or _ROBOT_CHECK.match(line.text):
            return _ROBOT_CHECK.match(line.text) is not None
    return False


def _asks_for_script(page: Page, titles: list[str]) -> bool:
    """True if a page of few lines is only about JavaScript, whose name is the same in all languages."""
    if len(page.lines) > MAX_SCRIPT_PAGE_LINES or any(map(_SCRIPT.search, titles)):
        return False
    about_script = [line for line in page.lines if _SCRIPT.search(line.text)]
    return bool(about_script) and not any(line.prose_chars and line not in about_script for line in page.lines)


def is_declared_article(draft: Draft) -> bool:
    """True if the metadata says that the page is an article, or when it was published."""
    if draft.facts.item or "article" in draft.facts.meta.get("meta:og:type", ()):
        return True
    return is_dated(draft)


def is_dated(draft: Draft) -> bool:
    """True if a meta element says when the page was published."""
    return any(key.endswith(("published_time", "datepublished")) for key in draft.facts.meta)


def _visible_lines(page: Page, story: list[Line]) -> Iterator[Line]:
    """Yield the lines that a reader sees, without boilerplate if there is a story next to it."""
    return (line for line in page.lines if not (is_in_hidden_element(line) or (story and line.element.excluded)))


def is_in_hidden_element(line: Line) -> bool:
    """True if a line is in an element that is not shown."""
    return any(is_hidden(one.attributes, small=False) for one in line.element.self_and_ancestors() if one.attributes)
