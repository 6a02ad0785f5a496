"""Reading times: ``4 min read``, and the labels before them."""

from __future__ import annotations

from articlekit.parsers.lines.phrase_patterns import phrase_pattern

_READING = (
    r"(?:est(?:imated|\.)?\s)?reading\stime|lesezeit|lesedauer|temps\sde\slecture|tiempo\sde\slectura|tempo\sdi\slettura|tempo\sde\sleitura"
    r"|leestijd|læsetid|lesetid|lästid|czas\sczytania|время\sчтения|час\sчитання|読了時間|阅读时间|閱讀時間"
)
"""Labels of a reading time, before or around the number of minutes."""


_READING_LABEL = phrase_pattern(_READING, ending=r"\b")
_READING_TIME = phrase_pattern(
    r"\d{1,3}[-\s]?min(?:ute)?s?\s(?:read|listen|watch)",
    r"\d{1,3}\s?(?:min(?:ut(?:e[ns]?|os?|er|i)?)?\.?\s(?:lesezeit|lesedauer|de\slecture|de\slectura|di\slettura|de\sleitura|leestijd|læsetid"
    r"|lesetid|läsning|lästid|czytania|čtení|чтения|читання|okuma)|分で読め(?:ます|る)?|分钟阅读|分鐘閱讀)",
    rf"(?:{_READING})\s?[:：]?\s?(?:ca\.?\s)?"
    r"\d{1,3}[-\s]?(?:min(?:ut(?:e[ns]?|os?|er|i)?|uto|ut|s)?|мин(?:уты?)?|хв|分钟|分鐘|分)",
    ending=r"\.?",
)
MINUTES = phrase_pattern(_READING_TIME.pattern, r"\d{1,3}[-\s]?min(?:ute)?s?\.?")
"""A reading time, or a bare number of minutes."""


def is_reading_time(words: str) -> bool:
    """True if ``words`` say how long the report takes to read: ``4 min read``."""
    return _READING_TIME.fullmatch(words) is not None


def has_reading_time_label(words: str) -> bool:
    """True if ``words`` contain the label of a reading time: ``Temps de lecture``."""
    return _READING_LABEL.search(words) is not None
