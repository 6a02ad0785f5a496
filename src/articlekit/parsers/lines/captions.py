"""The line under a picture: what is told about it, and whose it is."""

from __future__ import annotations

import re
from functools import lru_cache

from articlekit.parsers.lines.names import is_agency, is_organization, is_person
from articlekit.parsers.lines.normalize import ends_sentence

MAX_CREDIT_CHARS = 140
MAX_CAPTION_CHARS = 600
MIN_CAPTION_SPACES = 3
"""Spaces in what is told before a name behind a slash: two names with a slash between them are told as a credit."""
MAX_NON_NAME_CHARS = 2
"""Characters of what is no name, in scripts without spaces."""

_LABEL = r"(?:photo(?:graph|graphy|s)?(?:\sillustration)?|foto|picture|image|illustration|credit|pic)s?"
_LABELS_ABROAD = (
    r"(?:bilde?r?|bildquelle|bildnachweis|aufnahme|grafik|billede|kuvat?|valokuva|kép|fénykép|fotograf\w{0,3}|fotoğraf"
    r"|zdjęci[ae]|imagen|imagem|immagine|infographie|cr[ée]dit(?:[oi]?s)?|gambar|ảnh|фото|снимка|світлина|φωτογραφία"
    r"|写真|图片|圖片|照片|摄影|攝影|撮影|사진|사진제공|صورة|الصورة|تصوير|عکس|צילום|תמונה|फोटो|ছবি|ภาพ)"
)
"""What papers that are not written in English put before the name of a photographer, with a colon behind it."""
_SOURCES = (
    r"(?:source|file|quelle|fuente|fonte|bron|kilde|källa|lähde|źródło|forrás|kaynak|vir|izvor|источник|джерело|источници"
    r"|πηγή|来源|來源|出典|출처|المصدر|מקור)"
)
"""The same for where a picture was taken from; only under a picture, since elsewhere much has a source."""
_CUT = r"(?:fot|zdj|dok|φωτ)\.\s?"
_BEHIND = r"(?:\s(?:by|credit:?|courtesy(?:\sof)?|via|copyright)\s)"
_WITH_COLON = rf"(?:(?:{_LABEL}|{_LABELS_ABROAD})\s)?(?:{_LABEL}|{_LABELS_ABROAD})\s?[:：=＝]\s?"
_LABELLED = re.compile(
    rf"\(?(?:{_WITH_COLON}|(?:{_LABEL}\s)?{_LABEL}{_BEHIND}|{_CUT})(?P<credit>.{{2,120}}?)\)?\.?", re.IGNORECASE
)
_LABEL_ALONE = re.compile(
    rf"(?:{_LABEL}\s)?(?:{_LABEL}|{_LABELS_ABROAD}|caption|authors?)(?:\sby)?\s?[:：-]?", re.IGNORECASE
)
_COUNTED = re.compile(r"(?:[^\W\d]{2,12}\s)?\d{1,3}\s?(?:/|of|von|de|di|av|af|van|z|из)\s?\d{1,3}", re.IGNORECASE)
"""The place of a picture among others: ``Image 1 of 9``."""
_SIGN = re.compile(r"(?:©|\(c\))\s?(?P<credit>[^.!?]{2,80})\.?", re.IGNORECASE)
_SOURCE = re.compile(
    rf"(?:(?:image\s)?{_SOURCES}\s?[:：,]\s?|(?:copyright:?|courtesy(?:\sof)?:?)\s(?-i:(?=[A-Z\d]|the\s)))(?P<credit>.{{2,100}}?)\.?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"(?:(?:[.…|/–—-]|\s)\s?(?:{_WITH_COLON}|{_LABEL}{_BEHIND}(?-i:(?=[^a-z]))"
    rf"|©\s?|\(c\)\s|copyright\s(?-i:(?=[A-Z\d])))|[.!?…。|·•]\s?(?:{_SOURCES}\s?[:：]\s?|courtesy(?:\sof)?\s(?-i:(?=[A-Z\d]|the\s))))(?P<credit>.{{2,100}})$",
    re.IGNORECASE,
)
"""A label, and everything behind it."""
_UNMARKED = re.compile(
    rf"(?:{_LABEL}|{_LABELS_ABROAD})\s(?-i:(?P<credit>[^\W\d_a-z][^.!?()]{{2,60}}?))\.?$", re.IGNORECASE
)
"""A label without a colon, and the name behind it: ``Foto Ada Quill``."""
_OF_PICTURES = re.compile(
    rf"(?<!\w)(?:{_LABEL}|{_LABELS_ABROAD}|fot\.|zdj\.)(?!\w)|©|\(c\)|[撮摄攝]影?|供图|사진", re.IGNORECASE
)
"""What stands in the credits of pictures only."""
_TAILING = (":", "：", "=", "＝", "©", "(c)", "copyright", "courtesy", " by ", " via ", " credit ")
"""What stands in every such end of a caption."""
_BAR = re.compile(
    r"(?P<bar>\||(?<=\s)/|[–—](?=\svia\s))\s?(?:via\s|[^\W\d_]{2,14}\s?[:：]\s?)?(?P<credit>[^|/:：]{3,80})$"
)
_BARS = ("|", " /", "–", "—")
"""What such a bar begins with."""
_SET_OFF = "＝。"
"""What papers of East Asia set a credit off with, and much else."""
_BRACKET = re.compile(r"\s?[(\[（［【](?P<inner>[^()\[\]（）［］【】]{2,100})[)\]）］】]\.?$")
_SPOKEN = re.compile(
    r"image\s(?:source|copyright|credit)[,:]?\s(?P<credit>.{2,100}?)[;.,]?\simage\scaption[,:]?\s(?P<caption>.+)",
    re.IGNORECASE,
)
"""What some pages write for those who have a page read to them."""
_RESERVED = re.compile(
    r"[.,;|]?\s?\b(?:all\srights\sreserved|alle\srechte\svorbehalten|tous\sdroits\sréservés|alle\srechten\svoorbehouden"
    r"|todos\slos\sderechos\sreservados|todos\sos\sdireitos\sreservados|tutti\si\sdiritti\s(?:sono\s)?riservati"
    r"|все\sправа\sзащищены)\b.{0,40}$",
    re.IGNORECASE,
)
_RESERVING = ("reserv", "riserv", "réserv", "vorbehalten", "voorbehouden", "защищ")
"""What stands in every such phrase: few captions hold any."""
_YEAR = re.compile(r"\A(?:copyright|©|\(c\))?\s?(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?,?\s)?(?:by\s)?", re.IGNORECASE)
_TAKEN = re.compile(r"(?P<credit>.{2,60}?)\s?(?:提供|撮影|供图|摄|攝|제공)")
_KEPT = re.compile(r"\b(?:archiv(?:e|es|o|io)?|file\sphoto|handout|courtesy|архив)\b", re.IGNORECASE)
STOCK_AGENCIES = frozenset(
    name.casefold()
    for name in (
        "Adobe Stock", "Alamy", "Alamy Stock Photo", "Contributed", "Depositphotos", "EPA", "EPA-EFE", "Flickr", "Getty",
        "Handout", "Imago", "iStock", "iStockphoto", "Pexels", "picture alliance", "Pixabay", "Shutterstock", "SIPA",
        "Supplied", "Unsplash", "Wikimedia Commons", "Zuma", "共同", "時事", "ロイター", "ＡＦＰ", "新华社", "新華社", "路透社", "法新社", "美联社",
        "中新社", "연합뉴스", "뉴시스", "뉴스1", "로이터", "رويترز", "أ ف ب", "فرانس برس", "أسوشيتد برس", "الأناضول", "Рейтер", "ТАСС", "РИА Новости",
        "Укрінформ", "רויטרס",
    )
)  # fmt: skip
"""Who signs pictures and no copy, case folded."""
_STUDIO = re.compile(r"\w\s(?:Photography|Photographie|Fotografie|Fotografía|Fotografia)\Z")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_NAME = re.compile(r"[^\W\d_a-z]\S*(?:\s(?:for|of|the|and|de|del|la|le|du|di|da|van|von|der|al|bin|[^\W_a-z]\S*)){0,6}")
_SENTENCE = re.compile(r"(?<=[^A-Z][.!?…])[”\"']?(?:\s|(?=[^\W\d_a-z]))")
_EDGE = " \n\t|–—-,;/·"


def read_credit(text: str) -> str | None:
    """The credit that a whole line gives: ``Photo: Ada Quill / Reuters`` → ``Ada Quill / Reuters``. None: it is no credit."""
    for pattern in (_LABELLED, _SIGN):
        if match := pattern.fullmatch(text):
            return without_credit_frame(match["credit"])
    return None


def without_credit_frame(credit: str) -> str:
    """A credit without the year, the reserved rights and the brackets around it.

    >>> without_credit_frame("[Copyright 2025 The Harbour Courier. All rights reserved.]")
    'The Harbour Courier'
    """
    words = credit.strip(_EDGE)
    if words[:1] in ("(", "[") and words[-1:] in (")", "]") and words.count(words[0]) == 1:
        words = words[1:-1].strip()
    words = _unreserved(words).strip(_EDGE)
    return _YEAR.sub("", words, count=1) or words


def _unreserved(text: str) -> str:
    """``text`` without the rights that are reserved at its end."""
    lower = text.lower()
    return _RESERVED.sub("", text) if any(mark in lower for mark in _RESERVING) else text


def is_credit_label(text: str) -> bool:
    """Whether a line is but the label of a credit, which stands elsewhere or nowhere, or counts the pictures."""
    return _LABEL_ALONE.fullmatch(text) is not None or _COUNTED.fullmatch(text) is not None


def without_credit_label(text: str) -> str:
    """What a credit under a picture says behind its label; the whole where it has none."""
    match = _SOURCE.fullmatch(text)
    return read_credit(text) or (without_credit_frame(match["credit"]) if match else text)


def is_credit_name(text: str) -> bool:
    """Whether a line beside a caption is but the name of who took or sold the picture."""
    return _named(text) is not None or _whole(text) is not None


@lru_cache(maxsize=64)  # A caption is asked whether it is one, and read then.
def split_caption(text: str) -> tuple[str | None, str | None]:
    """Caption and credit of the line under a picture.

    >>> split_caption("The pier on Friday. (Photo by Ada Quill / Reuters)")
    ('The pier on Friday.', 'Ada Quill / Reuters')
    """
    if match := _SPOKEN.fullmatch(text):
        return match["caption"], without_credit_frame(match["credit"])
    told = _unreserved(text).strip()
    if before := _before_caption(told):
        return before
    if whole := _whole(told):
        return None, whole
    found = _in_brackets(told)
    if found is None and (behind := _behind_label(told)):
        found = _in_brackets(told[: behind[0]]) or behind
    found = found or _behind_sentence(told) or _behind_bar(told) or _set_off(told)
    if found is None:
        return told or None, None
    return told[: found[0]].rstrip(_EDGE) or None, found[1]


def has_photo_credit(text: str) -> bool:
    """Whether a line ends in a credit that only a picture has, and no text: with its label, of a stock of pictures, or of a person for an agency.

    >>> has_photo_credit("The pier. Photo: Ada Quill"), has_photo_credit("The pier was closed on Friday. (Reuters)")
    (True, False)
    """
    caption, credit = split_caption(text)
    if credit is None:
        return False
    parts = _parts(credit)
    stock = any(
        part.casefold() in STOCK_AGENCIES or part.casefold().removesuffix(" images") in STOCK_AGENCIES for part in parts
    )
    if stock or (len(parts) > 1 and is_person(parts[0])):
        return True
    behind = text[len(caption) :] if caption and text.startswith(caption) else text
    return _OF_PICTURES.search(behind) is not None


CreditMatch = tuple[int, str] | None
"""Where the credit begins with all that sets it off, and what it says."""


def _before_caption(text: str) -> tuple[str, str] | None:
    """Caption and credit where the credit stands first, in brackets."""
    if text[:1] not in ("(", "["):
        return None
    inner, _, behind = text[1:].partition(")" if text[0] == "(" else "]")
    credit = _marked(inner.strip()) if behind.strip(_EDGE + ".") else None
    return (behind.strip(_EDGE), credit) if credit else None


def _whole(text: str) -> str | None:
    """The credit that is all that the line under a picture says."""
    unlabelled = without_credit_label(text)
    if unlabelled != text:
        return unlabelled
    inner = text[1:-1] if text.startswith("(") and text.endswith(")") else ""
    if inner and (credit := _marked(inner)):
        return credit
    # Two places with a slash between them look like a photographer with an agency.
    parts = _parts(text)
    known = any(map(_signs_pictures, parts)) or all(is_person(part) or is_organization(part) for part in parts)
    return text if known and _is_signature(text) else None


def _behind_label(text: str) -> CreditMatch:
    lower = text.lower()
    match = _TAIL.search(text) if any(mark in lower for mark in _TAILING) else None
    if match is None or _is_in_name(text, match):
        return None
    # The full stop before the label is the caption's.
    start = match.start() + (text[match.start()] in ".!?…。")
    return start, without_credit_label(without_credit_frame(match["credit"].removesuffix(".")))


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a label is the end of an agency's name: ``Coast Images via AP``."""
    before = text[: match.start()].rpartition(" ")[2]
    return " via " in match[0] and match[0][:1].isspace() and before[:1].isupper() and not ends_sentence(before)


def _in_brackets(text: str) -> CreditMatch:
    match = _BRACKET.search(text)
    if match is None:
        return None
    credit = _marked(match["inner"].strip()) or (
        _named(match["inner"].strip()) if ends_sentence(text[: match.start()]) else None
    )
    if credit is None:
        return None
    # An agency in brackets behind a name that is no part of the sentence before it.
    start = _last_sentence(text[: match.start()])
    name = text[start : match.start()]
    return (start, text[start:].rstrip(".")) if start and is_person(name) else (match.start(), credit)


def _behind_bar(text: str) -> CreditMatch:
    match = _BAR.search(text) if any(bar in text for bar in _BARS) else None
    if match is None or not _named(match["credit"]):
        return None
    few = match["bar"] == "/" and text.count(" ", 0, match.start()) < MIN_CAPTION_SPACES
    return None if few and not _mark(match["credit"]) else (match.start(), match["credit"])


def _set_off(text: str) -> CreditMatch:
    start = max(map(text.rfind, _SET_OFF))
    credit = _marked(text[start + 1 :].strip()) if start > 0 else None
    return (start + (text[start] == "。"), credit) if credit else None


def _behind_sentence(text: str) -> CreditMatch:
    start = _last_sentence(text)
    if start and (match := _UNMARKED.match(text, start)) and _named(match["credit"]):
        return start, match["credit"]
    return (start, text[start:].rstrip(".")) if start and _is_signature(text[start:].rstrip(".")) else None


def _last_sentence(text: str) -> int:
    """Where what stands behind the last full stop begins; 0 where there is none."""
    return max((match.end() for match in _SENTENCE.finditer(text)), default=0)


def _marked(words: str) -> str | None:
    """The credit that words in brackets give by what stands in them: a label, an agency, an archive."""
    if credit := read_credit(words) or _mark(words):
        return credit
    if (unlabelled := without_credit_label(words)) != words or " via " in words:
        return unlabelled
    if match := _TAKEN.fullmatch(words):
        name = match["credit"].rpartition("、")[2].strip()
        return name if len(name) > MAX_NON_NAME_CHARS else words
    if (match := _UNMARKED.match(words)) and _named(match["credit"]):
        return match["credit"]
    return words if _NAME.fullmatch(words) and _KEPT.search(words) else None


def _mark(words: str) -> str | None:
    """``words`` where a part of them is an agency, or the first of several a person: ``AP Photo/Ada Quill, File``."""
    parts = _parts(words)
    marked = any(map(_signs_pictures, parts)) or (len(parts) > 1 and is_person(parts[0]))
    return words if marked else None


def _signs_pictures(name: str) -> bool:
    """Whether a name is that of an agency, a stock of pictures or a photographer's studio."""
    return (
        is_agency(name.removesuffix(" Photo").strip())
        or name.casefold() in STOCK_AGENCIES
        or _STUDIO.search(name) is not None
    )


def _parts(words: str) -> list[str]:
    """What slashes, commas and ``via`` divide."""
    divided = words.replace(" via ", "/").replace("//", "/").replace(",", "/")
    return [part.strip() for part in divided.split("/")]


def _named(words: str) -> str | None:
    """``words`` where they are a name, or a body's letters."""
    return words if is_person(words) or is_organization(words) or _ACRONYM.fullmatch(words) or _mark(words) else None


def _is_signature(words: str) -> bool:
    """Whether ``words`` are names with a slash or ``via`` between them, or with an agency among them, and no more."""
    if len(words) > MAX_CREDIT_CHARS or ends_sentence(words) or _SENTENCE.search(words):
        return False
    parts = _parts(words)
    if not all(_NAME.fullmatch(part) or is_agency(part) for part in parts):
        return False
    return any(map(_signs_pictures, parts)) or (len(parts) > 1 and is_person(parts[0]) and "," not in words)
