"""Splits the words under an image into caption and credit."""

from __future__ import annotations

import re
from functools import lru_cache

from articlekit.parsers.lines.names import is_agency, is_organization, is_person
from articlekit.parsers.lines.normalize import ends_sentence
from articlekit.parsers.lines.phrase_patterns import alternatives

MAX_CREDIT_CHARS = 140
"""Characters of a line that can be a credit."""
MAX_CAPTION_CHARS = 600
"""Characters of a line that can be a caption."""
MIN_CAPTION_SPACES = 3
"""Spaces in a caption before a slash and a name: two names with a slash between them are a credit."""
MAX_NON_NAME_CHARS = 2
"""Characters of words that are too short for a name, in scripts without spaces."""

_LABEL = r"(?:photo(?:graph|graphy|s)?(?:\sillustration)?|foto|picture|image|illustration|credit|pic)s?"
_OTHER_LABELS = alternatives(
    {
        "de": "bild(?:er)?|bildquelle|bildnachweis|aufnahme|grafik",
        "nordic": "bilde|billede|kuvat?|valokuva",
        "fr": r"infographie|cr[ée]dits?",
        "es": r"imagen|cr[ée]ditos",
        "pt": "imagem",
        "it": "immagine",
        "pl": r"zdjęci[ae]|fotograf\w{0,3}",
        "hu": "kép|fénykép",
        "tr": "fotoğraf",
        "id": "gambar",
        "vi": "ảnh",
        "ru": "фото",
        "bg": "снимка",
        "uk": "світлина",
        "el": "φωτογραφία",
        "ja": "写真",
        "zh": "图片|圖片|照片|摄影|攝影|撮影",
        "ko": "사진|사진제공",
        "ar": "صورة|الصورة|تصوير",
        "fa": "عکس",
        "he": "צילום|תמונה",
        "hi": "फोटो",
        "bn": "ছবি",
        "th": "ภาพ",
    }
)
"""Labels of the photographer in other languages than English; a colon follows."""
_SOURCES = alternatives(
    {
        "en": "source|file",
        "de": "quelle",
        "es": "fuente",
        "it": "fonte",
        "nl": "bron",
        "nordic": "kilde|källa|lähde",
        "pl": "źródło",
        "hu": "forrás",
        "tr": "kaynak",
        "sl": "vir",
        "hr": "izvor",
        "ru": "источник",
        "uk": "джерело",
        "bg": "источници",
        "el": "πηγή",
        "zh": "来源|來源",
        "ja": "出典",
        "ko": "출처",
        "ar": "المصدر",
        "he": "מקור",
    }
)
"""Labels of the source of an image. They count in captions only: elsewhere much has a source."""
_ABBREVIATED_LABEL = r"(?:fot|zdj|dok|φωτ)\.\s?"
_AFTER_LABEL = r"(?:\s(?:by|credit:?|courtesy(?:\sof)?|via|copyright)\s)"
_LABEL_AND_COLON = rf"(?:(?:{_LABEL}|{_OTHER_LABELS})\s)?(?:{_LABEL}|{_OTHER_LABELS})\s?[:：=＝]\s?"
_LABELLED = re.compile(
    rf"\(?(?:{_LABEL_AND_COLON}|(?:{_LABEL}\s)?{_LABEL}{_AFTER_LABEL}|{_ABBREVIATED_LABEL})(?P<credit>.{{2,120}}?)\)?\.?",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    rf"(?:{_LABEL}\s)?(?:{_LABEL}|{_OTHER_LABELS}|caption|authors?)(?:\sby)?\s?[:：-]?", re.IGNORECASE
)
_COUNTER = re.compile(r"(?:[^\W\d]{2,12}\s)?\d{1,3}\s?(?:/|of|von|de|di|av|af|van|z|из)\s?\d{1,3}", re.IGNORECASE)
"""The number of an image among others: ``Image 1 of 9``."""
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s?(?P<credit>[^.!?]{2,80})\.?", re.IGNORECASE)
_SOURCE_LINE = re.compile(
    rf"(?:(?:image\s)?{_SOURCES}\s?[:：,]\s?|(?:copyright:?|courtesy(?:\sof)?:?)\s(?-i:(?=[A-Z\d]|the\s)))(?P<credit>.{{2,100}}?)\.?",
    re.IGNORECASE,
)
_LABEL_AT_END = re.compile(
    rf"(?:(?:[.…|/–—-]|\s)\s?(?:{_LABEL_AND_COLON}|{_LABEL}{_AFTER_LABEL}(?-i:(?=[^a-z]))"
    rf"|©\s?|\(c\)\s|copyright\s(?-i:(?=[A-Z\d])))|[.!?…。|·•]\s?(?:{_SOURCES}\s?[:：]\s?|courtesy(?:\sof)?\s(?-i:(?=[A-Z\d]|the\s))))(?P<credit>.{{2,100}})$",
    re.IGNORECASE,
)
"""A label at the end of a caption, and the credit after it."""
_LABEL_WITHOUT_COLON = re.compile(
    rf"(?:{_LABEL}|{_OTHER_LABELS})\s(?-i:(?P<credit>[^\W\d_a-z][^.!?()]{{2,60}}?))\.?$", re.IGNORECASE
)
"""A label without a colon, and the name after it: ``Foto Ada Quill``."""
_ONLY_IN_PHOTO_CREDITS = re.compile(
    rf"(?<!\w)(?:{_LABEL}|{_OTHER_LABELS}|fot\.|zdj\.)(?!\w)|©|\(c\)|[撮摄攝]影?|供图|사진", re.IGNORECASE
)
"""Marks that only photo credits have."""
_LABEL_AT_END_HINTS = (":", "：", "=", "＝", "©", "(c)", "copyright", "courtesy", " by ", " via ", " credit ")
"""Each label at the end of a caption contains one of these: most captions contain none."""
_BAR_AT_END = re.compile(
    r"(?P<bar>\||(?<=\s)/|[–—](?=\svia\s))\s?(?:via\s|[^\W\d_]{2,14}\s?[:：]\s?)?(?P<credit>[^|/:：]{3,80})$"
)
_BAR_HINTS = ("|", " /", "–", "—")
"""Each bar before a credit begins with one of these."""
_EAST_ASIAN_MARKS = "＝。"
"""Marks before a credit in East Asian newspapers; they have other uses too."""
_BRACKETS_AT_END = re.compile(r"\s?[(\[（［【](?P<inner>[^()\[\]（）［］【】]{2,100})[)\]）］】]\.?$")
_READ_ALOUD = re.compile(
    r"image\s(?:source|copyright|credit)[,:]?\s(?P<credit>.{2,100}?)[;.,]?\simage\scaption[,:]?\s(?P<caption>.+)",
    re.IGNORECASE,
)
"""Caption and credit as some pages write them for screen readers."""
_RIGHTS = re.compile(
    r"[.,;|]?\s?\b(?:all\srights\sreserved|alle\srechte\svorbehalten|tous\sdroits\sréservés|alle\srechten\svoorbehouden"
    r"|todos\slos\sderechos\sreservados|todos\sos\sdireitos\sreservados|tutti\si\sdiritti\s(?:sono\s)?riservati"
    r"|все\sправа\sзащищены)\b.{0,40}$",
    re.IGNORECASE,
)
_RIGHTS_HINTS = ("reserv", "riserv", "réserv", "vorbehalten", "voorbehouden", "защищ")
"""Each phrase of reserved rights contains one of these: few captions contain any."""
_COPYRIGHT_AND_YEAR = re.compile(
    r"\A(?:copyright|©|\(c\))?\s?(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?,?\s)?(?:by\s)?", re.IGNORECASE
)
_NAME_AND_PHOTO = re.compile(r"(?P<credit>.{2,60}?)\s?(?:提供|撮影|供图|摄|攝|제공)")
_ARCHIVE = re.compile(r"\b(?:archiv(?:e|es|o|io)?|file\sphoto|handout|courtesy|архив)\b", re.IGNORECASE)
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
"""Agencies and archives that sign images but not copy, casefolded."""
_STUDIO = re.compile(r"\w\s(?:Photography|Photographie|Fotografie|Fotografía|Fotografia)\Z")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_NAME = re.compile(r"[^\W\d_a-z]\S*(?:\s(?:for|of|the|and|de|del|la|le|du|di|da|van|von|der|al|bin|[^\W_a-z]\S*)){0,6}")
_SENTENCE = re.compile(r"(?<=[^A-Z][.!?…])[”\"']?(?:\s|(?=[^\W\d_a-z]))")
_EDGES = " \n\t|–—-,;/·"


def read_credit(text: str) -> str | None:
    """Return the credit in a line that is only a credit. None if it is not.

    >>> read_credit("Photo: Ada Quill / Reuters"), read_credit("The pier on Friday.")
    ('Ada Quill / Reuters', None)
    """
    for pattern in (_LABELLED, _COPYRIGHT):
        if match := pattern.fullmatch(text):
            return without_credit_frame(match["credit"])
    return None


def without_credit_frame(credit: str) -> str:
    """Return a credit without copyright sign, year, reserved rights and the brackets around it.

    >>> without_credit_frame("[Copyright 2025 The Harbour Courier. All rights reserved.]")
    'The Harbour Courier'
    """
    words = credit.strip(_EDGES)
    if words[:1] in ("(", "[") and words[-1:] in (")", "]") and words.count(words[0]) == 1:
        words = words[1:-1].strip()
    words = _without_rights(words).strip(_EDGES)
    return _COPYRIGHT_AND_YEAR.sub("", words, count=1) or words


def _without_rights(text: str) -> str:
    """Return ``text`` without *all rights reserved* at its end."""
    lower = text.lower()
    return _RIGHTS.sub("", text) if any(mark in lower for mark in _RIGHTS_HINTS) else text


def is_credit_label(text: str) -> bool:
    """True if a line is only the label of a credit, or only counts the images."""
    return _LABEL_ALONE.fullmatch(text) is not None or _COUNTER.fullmatch(text) is not None


def without_credit_label(text: str) -> str:
    """Return a credit under an image without its label."""
    match = _SOURCE_LINE.fullmatch(text)
    return read_credit(text) or (without_credit_frame(match["credit"]) if match else text)


def is_credit_name(text: str) -> bool:
    """True if a line next to a caption is only the name of a photographer or an agency."""
    return _if_name(text) is not None or _read_credit_only(text) is not None


@lru_cache(maxsize=64)  # A caption is tested first, and read later.
def split_caption(text: str) -> tuple[str | None, str | None]:
    """Return caption and credit of the line under an image.

    >>> split_caption("The pier on Friday. (Photo by Ada Quill / Reuters)")
    ('The pier on Friday.', 'Ada Quill / Reuters')
    """
    if match := _READ_ALOUD.fullmatch(text):
        return match["caption"], without_credit_frame(match["credit"])
    line = _without_rights(text).strip()
    if caption_and_credit := _read_credit_first(line):
        return caption_and_credit
    if credit := _read_credit_only(line):
        return None, credit
    found = _read_in_brackets(line)
    if found is None and (labelled := _read_after_label(line)):
        found = _read_in_brackets(line[: labelled[0]]) or labelled
    found = found or _read_after_sentence(line) or _read_after_bar(line) or _read_after_mark(line)
    if found is None:
        return line or None, None
    return line[: found[0]].rstrip(_EDGES) or None, found[1]


def has_photo_credit(text: str) -> bool:
    """True if a line ends in a credit that only images have: with a label, of a photo archive, or of a person for an agency.

    >>> has_photo_credit("The pier. Photo: Ada Quill"), has_photo_credit("The pier was closed on Friday. (Reuters)")
    (True, False)
    """
    caption, credit = split_caption(text)
    if credit is None:
        return False
    parts = _split_credit(credit)
    names = [part.casefold() for part in parts]
    if any(name in STOCK_AGENCIES or name.removesuffix(" images") in STOCK_AGENCIES for name in names):
        return True
    if len(parts) > 1 and is_person(parts[0]):
        return True
    rest = text[len(caption) :] if caption and text.startswith(caption) else text
    return _ONLY_IN_PHOTO_CREDITS.search(rest) is not None


CreditMatch = tuple[int, str] | None
"""Start of the credit with the marks before it, and the credit."""


def _read_credit_first(text: str) -> tuple[str, str] | None:
    """Return caption and credit if the credit comes first, in brackets."""
    if text[:1] not in ("(", "["):
        return None
    inner, _, caption = text[1:].partition(")" if text[0] == "(" else "]")
    credit = _read_marked_credit(inner.strip()) if caption.strip(_EDGES + ".") else None
    return (caption.strip(_EDGES), credit) if credit else None


def _read_credit_only(text: str) -> str | None:
    """Return the credit if it is all of the line under an image."""
    unlabelled = without_credit_label(text)
    if unlabelled != text:
        return unlabelled
    inner = text[1:-1] if text.startswith("(") and text.endswith(")") else ""
    if inner and (credit := _read_marked_credit(inner)):
        return credit
    # Two places with a slash between them look like a photographer and an agency.
    parts = _split_credit(text)
    is_known = any(map(_is_photo_source, parts)) or all(is_person(part) or is_organization(part) for part in parts)
    return text if is_known and _is_names_only(text) else None


def _read_after_label(text: str) -> CreditMatch:
    lower = text.lower()
    match = _LABEL_AT_END.search(text) if any(mark in lower for mark in _LABEL_AT_END_HINTS) else None
    if match is None or _is_inside_name(text, match):
        return None
    # The full stop before the label belongs to the caption.
    start = match.start() + (text[match.start()] in ".!?…。")
    return start, without_credit_label(without_credit_frame(match["credit"].removesuffix(".")))


def _is_inside_name(text: str, match: re.Match[str]) -> bool:
    """True if a match of a label is the end of an agency's name: ``Coast Images via AP``."""
    before = text[: match.start()].rpartition(" ")[2]
    return " via " in match[0] and match[0][:1].isspace() and before[:1].isupper() and not ends_sentence(before)


def _read_in_brackets(text: str) -> CreditMatch:
    match = _BRACKETS_AT_END.search(text)
    if match is None:
        return None
    credit = _read_marked_credit(match["inner"].strip()) or (
        _if_name(match["inner"].strip()) if ends_sentence(text[: match.start()]) else None
    )
    if credit is None:
        return None
    # An agency in brackets, after a name that is not part of the sentence before it.
    start = _last_sentence_start(text[: match.start()])
    name = text[start : match.start()]
    return (start, text[start:].rstrip(".")) if start and is_person(name) else (match.start(), credit)


def _read_after_bar(text: str) -> CreditMatch:
    match = _BAR_AT_END.search(text) if any(bar in text for bar in _BAR_HINTS) else None
    if match is None or not _if_name(match["credit"]):
        return None
    few = match["bar"] == "/" and text.count(" ", 0, match.start()) < MIN_CAPTION_SPACES
    return None if few and not _with_agency_or_person(match["credit"]) else (match.start(), match["credit"])


def _read_after_mark(text: str) -> CreditMatch:
    start = max(map(text.rfind, _EAST_ASIAN_MARKS))
    credit = _read_marked_credit(text[start + 1 :].strip()) if start > 0 else None
    return (start + (text[start] == "。"), credit) if credit else None


def _read_after_sentence(text: str) -> CreditMatch:
    start = _last_sentence_start(text)
    if start and (match := _LABEL_WITHOUT_COLON.match(text, start)) and _if_name(match["credit"]):
        return start, match["credit"]
    return (start, text[start:].rstrip(".")) if start and _is_names_only(text[start:].rstrip(".")) else None


def _last_sentence_start(text: str) -> int:
    """Return the start of the last sentence; 0 if there is only one."""
    return max((match.end() for match in _SENTENCE.finditer(text)), default=0)


def _read_marked_credit(words: str) -> str | None:
    """Return the credit in words that contain the mark of a credit: a label, an agency, an archive."""
    if credit := read_credit(words) or _with_agency_or_person(words):
        return credit
    if (unlabelled := without_credit_label(words)) != words or " via " in words:
        return unlabelled
    if match := _NAME_AND_PHOTO.fullmatch(words):
        name = match["credit"].rpartition("、")[2].strip()
        return name if len(name) > MAX_NON_NAME_CHARS else words
    if (match := _LABEL_WITHOUT_COLON.match(words)) and _if_name(match["credit"]):
        return match["credit"]
    return words if _NAME.fullmatch(words) and _ARCHIVE.search(words) else None


def _with_agency_or_person(words: str) -> str | None:
    """Return ``words`` if a part of them is an agency, or the first of several parts a person: ``AP Photo/Ada Quill, File``."""
    parts = _split_credit(words)
    is_credit = any(map(_is_photo_source, parts)) or (len(parts) > 1 and is_person(parts[0]))
    return words if is_credit else None


def _is_photo_source(name: str) -> bool:
    """True if a name is that of an agency, a photo archive or a photographer's studio."""
    return (
        is_agency(name.removesuffix(" Photo").strip())
        or name.casefold() in STOCK_AGENCIES
        or _STUDIO.search(name) is not None
    )


def _split_credit(words: str) -> list[str]:
    """Return the parts of a credit between slashes, commas and ``via``."""
    with_slashes = words.replace(" via ", "/").replace("//", "/").replace(",", "/")
    return [part.strip() for part in with_slashes.split("/")]


def _if_name(words: str) -> str | None:
    """Return ``words`` if they are a name or the letters of an organization."""
    return (
        words
        if is_person(words) or is_organization(words) or _ACRONYM.fullmatch(words) or _with_agency_or_person(words)
        else None
    )


def _is_names_only(words: str) -> bool:
    """True if ``words`` are only names, with a slash or ``via`` between them or an agency among them."""
    if len(words) > MAX_CREDIT_CHARS or ends_sentence(words) or _SENTENCE.search(words):
        return False
    parts = _split_credit(words)
    if not all(_NAME.fullmatch(part) or is_agency(part) for part in parts):
        return False
    return any(map(_is_photo_source, parts)) or (len(parts) > 1 and is_person(parts[0]) and "," not in words)
