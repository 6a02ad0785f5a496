"""Dates among names and labels in a short line, in any language."""

from __future__ import annotations

import pytest

from articlekit.dates import find_dates


@pytest.mark.parametrize(
    ("language", "line", "values"),
    [
        ("en", "Published May 12, 2025, updated May 13, 2025", ["2025-05-12", "2025-05-13"]),
        ("de", "Von Ann Pole, Dienstag, 12. Mai 2025, 09:30 Uhr", ["2025-05-12T09:30"]),
        ("fr", "Par Anne Pole, publié le 12 mai 2025 à 09h30", ["2025-05-12T09:30"]),
        ("fr", "Publié le 1er mai 2025, modifié le 2 mai 2025", ["2025-05-01", "2025-05-02"]),
        ("sv", "Publicerad 12 maj 2025 kl 09.30. Uppdaterad 13 maj 2025", ["2025-05-12T09:30", "2025-05-13"]),
        ("pt", "Publicado em 12 de maio de 2025 - Atualizado às 10h30", ["2025-05-12"]),
        ("ru", "Анна Полякова, 12 мая 2025, 09:30", ["2025-05-12T09:30"]),
        ("ar", "نشر في 12 مايو 2025، آخر تحديث 13 مايو 2025", ["2025-05-12", "2025-05-13"]),
        ("hi", "प्रकाशित 12 मई 2025, अपडेट 13 मई 2025", ["2025-05-12", "2025-05-13"]),
        ("ja", "公開：2025年5月12日 更新：2025年5月13日", ["2025-05-12", "2025-05-13"]),
        ("ko", "입력 2025.05.12 09:30 수정 2025.05.13 10:00", ["2025-05-12T09:30", "2025-05-13T10:00"]),
        ("vi", "Đăng ngày 12 tháng 5 năm 2025", ["2025-05-12"]),
        ("fr", "La salle 12 du port de Marrow Bay", []),
        ("xx", "12 maj 2025", []),
    ],
)
def test_every_date_in_a_line_is_found(language: str, line: str, values: list[str]) -> None:
    assert [when.value for when in find_dates(line, language=language)] == values


def test_a_letter_of_a_longer_word_is_not_part_of_a_date() -> None:
    (when,) = find_dates("Oficina12 de mayo de 2025", language="es")
    assert (when.raw, when.value) == ("12 de mayo de 2025", "2025-05-12")


def test_a_date_found_in_a_line_has_its_span() -> None:
    line = "Par Anne Pole, publié le 12 mai 2025"
    (when,) = find_dates(line, language="fr")
    assert when.span is not None
    assert line[when.span.start : when.span.end] == when.raw == "le 12 mai 2025"
