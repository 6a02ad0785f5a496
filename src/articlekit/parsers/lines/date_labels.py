"""Labels before dates: whether the report was published or changed then."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from attrs import frozen

DateKind = Literal["published", "modified"]

_CHANGED = """
en updated update modified edited changed revised refreshed reviewed last_updated last_update last_modified last_edited
en last_reviewed page_updated page_last_updated last_checked fact_checked
de aktualisiert geändert überarbeitet stand letzte_aktualisierung letzte_änderung zuletzt_aktualisiert zuletzt_geändert
fr mis_à_jour mise_à_jour modifié modifiée actualisé dernière_mise_à_jour dernière_modification
es actualizado actualizada actualización modificado última_actualización
pt atualizado atualizada atualização última_atualização modificado
it aggiornato aggiornata aggiornamento ultimo_aggiornamento modificato ultima_modifica
ca actualitzat actualitzada actualització
nl bijgewerkt gewijzigd aangepast laatst_bijgewerkt laatst_gewijzigd laatste_update laatste_wijziging
no oppdatert endret sist_oppdatert sist_endret
da opdateret ændret sidst_opdateret senest_opdateret
sv uppdaterad uppdaterat uppdaterades ändrad senast_uppdaterad updatering uppdatering
fi päivitetty muokattu viimeksi_päivitetty
pl zaktualizowano aktualizacja aktualizowano ostatnia_aktualizacja zmodyfikowano
cs aktualizováno aktualizace upraveno naposledy_upraveno poslední_aktualizace
sk aktualizované aktualizácia upravené
hu frissítve módosítva frissült
ro actualizat actualizare modificat ultima_actualizare
hr ažurirano zadnja_izmjena izmijenjeno izmenjeno ажурирано измењено
sl posodobljeno spremenjeno
bg обновена обновено актуализирана актуализирано последна_промяна
ru обновлено изменено обновлён обновлен последнее_обновление
uk оновлено змінено останнє_оновлення
el ενημέρωση ενημερώθηκε τελευταία_ενημέρωση
tr güncelleme güncellendi güncellenme son_güncelleme
ar تحديث آخر_تحديث تعديل حُدّث
he עודכן עדכון_אחרון
fa به‌روزرسانی بروزرسانی آخرین_به‌روزرسانی
hi अपडेट अपडेटेड अद्यतन
id diperbarui diperbaharui terakhir_diperbarui dikemas_kini
vi cập_nhật
th อัปเดต อัพเดท แก้ไขล่าสุด ปรับปรุงล่าสุด
zh 更新 更新时间 更新時間 更新日 更新日期 最后更新 最後更新 最近更新 更新日時 最終更新 最終更新日 修改
ko 수정 업데이트 최종수정 최종_수정 수정일
"""
"""Labels of a change, by language; ``_`` stands for a space."""

_PUBLISHED = """
en published posted created release released release_date added issued filed date written first_published first_posted originally_posted
en originally_published date_published date_posted published_date publish_date publication_date posted_date
de veröffentlicht publiziert erstellt erschienen zuerst_veröffentlicht datum
fr publié publiée paru parue créé mis_en_ligne mise_en_ligne
es publicado publicada creado fecha fecha_de_publicación
pt publicado publicada criado data data_de_publicação
it pubblicato pubblicata creato data_di_pubblicazione
ca publicat publicada
nl gepubliceerd geplaatst
no publisert lagt_ut
da offentliggjort publiceret udgivet oprettet
sv publicerad publicerat publicerades skapad
fi julkaistu
pl opublikowano opublikowany publikacja data_publikacji dodano utworzono
cs publikováno vydáno zveřejněno vloženo
sk publikované zverejnené vydané
hu közzétéve megjelent publikálva létrehozva
ro publicat publicată postat
hr objavljeno објављено
sl objavljeno
bg публикувана публикувано
ru опубликовано опубликована дата_публикации создано
uk опубліковано опублікована дата_публікації
el δημοσιεύτηκε δημοσιεύθηκε δημοσίευση
tr yayınlanma yayınlandı yayımlanma yayın_tarihi yayınlanma_tarihi giriş oluşturulma eklenme
ar نشر نُشر تاريخ_النشر نشرت
he פורסם
fa منتشر_شده تاریخ_انتشار انتشار
hi प्रकाशित
id diterbitkan dipublikasikan tayang diterbit
vi đăng xuất_bản ngày_đăng
th เผยแพร่
zh 发布 发布时间 發布 發佈 發布時間 发表 發表 刊登 公開 公開日 掲載 投稿日 配信
ko 입력 기사입력 등록 게시 발행 작성 승인
"""
"""Labels of a publication, in the same form."""

_PREPOSITIONS = """
en on at
de am an den der
fr le
es el la
it il la
pt em
nl op
no kl i
pl dnia w_dniu o
ro în
tr tarihi
id pada
vi vào lúc
ar في
"""
"""Words between a label and its date, in the same form."""


def _pattern(table: str) -> str:
    words = (word for line in table.strip().splitlines() for word in line.split()[1:])
    return "|".join(re.escape(word).replace("_", r"\s") for word in sorted(set(words), key=len, reverse=True))


_AFTER_LABEL = rf"(?:\s(?:{_pattern(_PREPOSITIONS)}))?(?![^\W\d_])\s?[:：,]?\s?"
_LABEL_AT_START = re.compile(
    rf"\(?\s?(?:(?P<changed>{_pattern(_CHANGED)})|(?:{_pattern(_PUBLISHED)})){_AFTER_LABEL}", re.IGNORECASE
)
_CHANGE_LABEL_AT_END = re.compile(rf"(?<![^\W_])(?:{_pattern(_CHANGED)}){_AFTER_LABEL}[^\w]{{0,4}}$", re.IGNORECASE)
_LABEL_AT_END = re.compile(
    rf"\s(?:{_pattern(_CHANGED + _PUBLISHED)})(?:\s(?:{_pattern(_PREPOSITIONS)}))?\s?[:：]?$", re.IGNORECASE
)
_LABEL_ANYWHERE = re.compile(rf"(?<![^\W_])(?:{_pattern(_CHANGED + _PUBLISHED)}){_AFTER_LABEL}", re.IGNORECASE)

_SENTENCE_ENDS = (".", "!", "?", "…", "。")
MAX_LABEL_CHARS = 40
"""Characters directly before a date that are searched for its label."""
MAX_LOWERCASE_WORDS = 2
"""Words in lower case that a line may have next to its date: more make it a sentence about that day."""


@frozen
class DateLabel:
    """The label at the start of a line."""

    kind: DateKind
    """What the label says about the date after it."""
    end: int
    """One past its last character, including the colon and the space."""


def find_date_label(words: str) -> DateLabel | None:
    """Return the label at the start of ``words``. None if there is no label.

    >>> find_date_label("Publié le 12 mai 2025"), find_date_label("Update des Tages")
    (DateLabel(kind='published', end=10), DateLabel(kind='modified', end=7))
    """
    match = _LABEL_AT_START.match(words)
    return DateLabel("modified" if match["changed"] else "published", match.end()) if match else None


def is_date_label(words: str) -> bool:
    """True if ``words`` are a label and nothing else.

    >>> is_date_label("Dernière mise à jour"), is_date_label("Mise à jour du port")
    (True, False)
    """
    label = find_date_label(words)
    return label is not None and label.end == len(words)


def without_final_date_label(words: str) -> str:
    """Return the words before a date without the label at their end.

    >>> without_final_date_label("Hélène Marchais Publié le")
    'Hélène Marchais'
    """
    label = _LABEL_AT_END.search(words[-MAX_LABEL_CHARS:])
    return words if label is None else words[: len(words) - len(label.group())]


def ends_in_change_label(words: str) -> bool:
    """True if the words before a date end in the label of a change.

    >>> ends_in_change_label("Publicerad kl 09.30. Uppdaterad "), ends_in_change_label("Uppdaterad av Ann Pole den ")
    (True, False)
    """
    return _CHANGE_LABEL_AT_END.search(words[-MAX_LABEL_CHARS:]) is not None


@lru_cache(maxsize=64)  # Several rules look at the same line with a date.
def without_date_labels(words: str) -> str:
    """Return ``words`` without any date label in them.

    >>> without_date_labels("Publié le par Ada Quill, mis à jour le ")
    'par Ada Quill, '
    """
    return _LABEL_ANYWHERE.sub("", words)


def ends_in_other_label(before: str) -> bool:
    """True if the words before a date end in a label of something else than publication or change.

    >>> ends_in_other_label("Deadline: "), ends_in_other_label("By Ada Quill, published: ")
    (True, False)
    """
    clause = before.rpartition(",")[2].strip()
    label = find_date_label(clause)
    return clause.endswith((":", "：")) and (label is None or label.end < len(clause))


def is_date_in_sentence(before: str, after: str) -> bool:
    """True if a date is part of a sentence without a date label. ``before`` and ``after`` are the words around it.

    >>> is_date_in_sentence("The court sits again ", "."), is_date_in_sentence("Posted by Ada Quill ", "from the harbour desk and the quay.")
    (True, False)
    """
    if (
        not after.rstrip().endswith(_SENTENCE_ENDS)
        or find_date_label(before)
        or _LABEL_AT_END.search(before[-MAX_LABEL_CHARS:].rstrip())
    ):
        return False
    return sum(map(str.islower, f"{before} {after}".split())) > MAX_LOWERCASE_WORDS
