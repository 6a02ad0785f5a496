"""Dates in other languages, as whole strings."""

from __future__ import annotations

import pytest

from articlekit.dates import is_date_word, parse_date
from articlekit.dates.language_words import LANGUAGES
from articlekit.dates.languages import fold_accents

ROWS = [
    ("de", "14. Mai 2024", "2024-05-14"),
    ("de", "14.05.2024 23:05 Uhr", "2024-05-14T23:05"),
    ("de-AT", "Dienstag, 14. Mai 2024, 23.05 Uhr", "2024-05-14T23:05"),
    ("de", "28. April 2024 um 10:17\xa0Uhr", "2024-04-28T10:17"),
    ("de", "05. November 2024,10:38", "2024-11-05T10:38"),
    ("de", "18.07.2024, 11.08 Uhr", "2024-07-18T11:08"),
    ("de", "06. 01. 2026,  14:59 Uhr", "2026-01-06T14:59"),
    ("de", "06/01/2026 - 14:02 MEZ", "2026-01-06T14:02+01:00"),
    ("de", "12. MÄR 2025 18:03", "2025-03-12T18:03"),
    ("de", "20:00, 29 Jan 2024", "2024-01-29T20:00"),
    ("fr", "14 mai 2024 à 23h05", "2024-05-14T23:05"),
    ("fr", "1er août 2024", "2024-08-01"),
    ("fr", "mardi 14 mai 2024, 23 h 05", "2024-05-14T23:05"),
    ("fr", "le 14/05/2024 à 23:05", "2024-05-14T23:05"),
    ("es", "14 de mayo de 2024", "2024-05-14"),
    ("es", "14 de mayo de 2024 a las 11:05 p. m.", "2024-05-14T23:05"),
    ("es", "14 may. 2024 - 23:05 h", "2024-05-14T23:05"),
    ("es", "15 oct 2024 - 08:22", "2024-10-15T08:22"),
    ("es", "Martes, 14 de mayo del 2024", "2024-05-14"),
    ("es", "14/05/2024 23:05h CEST", "2024-05-14T23:05+02:00"),
    ("it", "14 maggio 2024", "2024-05-14"),
    ("it", "14 Maggio 2024 alle 23:05", "2024-05-14T23:05"),
    ("it", "14 maggio 2024 ore 23.05", "2024-05-14T23:05"),
    ("it", "Martedì 14 maggio 2024", "2024-05-14"),
    ("ja", "2024年5月14日 23:05", "2024-05-14T23:05"),
    ("ja", "2024年5月14日（火）23時05分", "2024-05-14T23:05"),
    ("ja", "2024年5月14日 午後11時5分", "2024-05-14T23:05"),
    ("ja", "2024/05/14 23:05", "2024-05-14T23:05"),
    ("zh", "2024年5月14日 星期二 下午11:05", "2024-05-14T23:05"),
    ("zh-CN", "2024年05月14日23:05", "2024-05-14T23:05"),
    ("ko", "2024년 5월 14일", "2024-05-14"),
    ("ko", "2024. 5. 14. 오후 11:05", "2024-05-14T23:05"),
    ("ko", "2024.05.14. 23:05", "2024-05-14T23:05"),
    ("ko", "2024년 5월 14일 오후 11시 5분", "2024-05-14T23:05"),
    ("ru", "14 мая 2024, 23:05", "2024-05-14T23:05"),
    ("ru", "14 МАЯ 2024 г. в 23:05 МСК", "2024-05-14T23:05+03:00"),
    ("tr", "14 Mayıs 2024", "2024-05-14"),
    ("tr", "14 MAYIS 2024 Salı, 23:05", "2024-05-14T23:05"),
    ("ar", "١٤ مايو ٢٠٢٤", "2024-05-14"),
    ("ar", "14 كانون الثاني 2024", "2024-01-14"),
    ("ar", "الثلاثاء 14 مايو 2024 - 23:05", "2024-05-14T23:05"),
    ("pt", "14/05/2024 às 23h05", "2024-05-14T23:05"),
    ("pt-BR", "14 de maio de 2024 às 23h05", "2024-05-14T23:05"),
    ("pt", "terça-feira, 14 de maio de 2024", "2024-05-14"),
    ("da", "14 maj 2024", "2024-05-14"),
    ("sv", "14 maj 2024 kl. 18.47", "2024-05-14T18:47"),
    ("sv", "23 okt 2025 kl 10.23", "2025-10-23T10:23"),
    ("da", "02/02/2025 KL. 09:00", "2025-02-02T09:00"),
    ("da-DK", "torsdag 06. feb 2025 17:25", "2025-02-06T17:25"),
    ("nl", "14 mei 2024", "2024-05-14"),
    ("nl-BE", "di 14 mei 2024 om 23:05 uur", "2024-05-14T23:05"),
    ("vi", "14 tháng 5, 2024", "2024-05-14"),
    ("vi", "Thứ ba, 14/5/2024, 23:05 (GMT+7)", "2024-05-14T23:05+07:00"),
    ("vi", "ngày 14 tháng 12 năm 2024", "2024-12-14"),
    ("el", "14 Μαΐου 2024", "2024-05-14"),
    ("el", "ΤΡΙΤΗ 14 ΜΑΪΟΥ 2024", "2024-05-14"),
    ("el", "14.05.2024, 11:05 μ.μ.", "2024-05-14T23:05"),
    ("he", "14 במאי 2024", "2024-05-14"),
    ("he", "14.05.2024 בשעה 23:05", "2024-05-14T23:05"),
    ("hi", "14 मई 2024", "2024-05-14"),
    ("hi", "14 मार्च 2024, 23:05 बजे", "2024-03-14T23:05"),
    ("pl", "14 maja 2024, 23:05", "2024-05-14T23:05"),
    ("pl", "14 października 2024 r. godz. 23:05", "2024-10-14T23:05"),
    ("cs", "14. května 2024 v 23:05", "2024-05-14T23:05"),
    ("cs", "23.\xa012.\xa02024 13:31", "2024-12-23T13:31"),
    ("cs", "14. kvě 2024", "2024-05-14"),
    ("nb", "14. mai 2024", "2024-05-14"),
    ("no", "torsdag 09. mai 2024 - 13:26", "2024-05-09T13:26"),
    ("no", "14. mai 2024 kl. 23.05", "2024-05-14T23:05"),
    ("fi", "14. toukokuuta 2024", "2024-05-14"),
    ("fi", "14.5.2024 klo 23.05", "2024-05-14T23:05"),
    ("fi", "14.5.2024 23.05", "2024-05-14T23:05"),
    ("uk", "14 травня 2024 року, 23:05", "2024-05-14T23:05"),
    ("id", "14 Mei 2024", "2024-05-14"),
    ("id", "Selasa, 14 Mei 2024 23:05 WIB", "2024-05-14T23:05+07:00"),
    ("hu", "2024. május 14. 23:05", "2024-05-14T23:05"),
    ("hu", "2024.05.14. 23:05", "2024-05-14T23:05"),
    ("lt", "2024 m. gegužės 14 d. 23:05", "2024-05-14T23:05"),
    ("lv", "2024. gada 14. maijs", "2024-05-14"),
    ("ro", "14 mai 2024, 23:05", "2024-05-14T23:05"),
    ("bg", "14 май 2024 г.", "2024-05-14"),
    ("hr", "14. svibnja 2024. 23:05", "2024-05-14T23:05"),
    ("hr", "14.05.2024. 23:05", "2024-05-14T23:05"),
    ("sr", "14. мај 2024. 23:05", "2024-05-14T23:05"),
    ("sk", "14. mája 2024 o 23:05", "2024-05-14T23:05"),
    ("ca", "14 de maig del 2024", "2024-05-14"),
    ("ca", "14 d'abril de 2024", "2024-04-14"),
    ("is", "14. maí 2024 kl. 23:05", "2024-05-14T23:05"),
    ("et", "14. mai 2024", "2024-05-14"),
    ("bn", "১৪ মে ২০২৪", "2024-05-14"),
    ("ur", "14 مئی 2024", "2024-05-14"),
    ("fa", "14 مه 2024", "2024-05-14"),
    ("th", "14 พฤษภาคม 2024", "2024-05-14"),
    ("ta", "14 மே 2024", "2024-05-14"),
    ("lb", "14. Mee 2024", "2024-05-14"),
    ("ms", "14 Ogos 2024", "2024-08-14"),
    ("az", "14 may 2024", "2024-05-14"),
    ("ka", "14 მაისი 2024", "2024-05-14"),
    ("hy", "14 մայիսի 2024", "2024-05-14"),
    ("de", "03/02/2024", "2024-02-03"),
    ("sv", "söndag 2 augusti 2026", "2026-08-02"),
    ("de", "Mai 2024", "2024-05"),
    ("es", "mar, 14 may 2024", "2024-05-14"),
    ("es", "mar, 14 may 2024", "2024-05-14"),
]
LINES = LANGUAGES.strip().splitlines()


@pytest.mark.parametrize(("language", "raw", "value"), sorted(set(ROWS)))
def test_a_date_is_read_in_its_language(language: str, raw: str, value: str) -> None:
    when = parse_date(raw, language=language)
    assert when is not None
    assert (when.value, when.raw) == (value, raw)


@pytest.mark.parametrize(
    ("language", "raw"),
    [
        ("de", "14. Foo 2024"),
        ("de", "Aktualisiert 14. Mai 2024"),
        ("de", "31. Juni 2024"),
        ("de", "14. Mai 2024 mai"),
        ("fr", "14. Mai"),
        ("fr", "mai"),
        ("nl", "Vandaag om 20:07"),
        ("tlh", "14. Mai 2024"),
        ("", "14. Mai 2024"),
        ("cs", "12:43"),
        ("pl", "14 maja 2024 12:30 z"),
        ("sv", "18.47"),
        ("ja", "12月24日"),
    ],
)
def test_a_string_with_a_word_that_does_not_occur_in_dates_is_not_read(language: str, raw: str) -> None:
    assert parse_date(raw, language=language) is None


@pytest.mark.parametrize("tags", LINES[::3])
def test_a_language_has_twelve_months_and_no_word_with_two_meanings(tags: str) -> None:
    months, others = LINES[LINES.index(tags) + 1], LINES[LINES.index(tags) + 2]
    names = [{fold_accents(name) for name in names.split()} for names in months.split("|")]
    words = [word for each in (*names, {fold_accents(word) for word in others.split()}) for word in each]
    assert len(names) == 12
    assert len(words) == len(set(words))


def test_a_language_tag_is_listed_once() -> None:
    tags = " ".join(LINES[::3]).split()
    assert len(tags) == len(set(tags))


@pytest.mark.parametrize(("word", "value"), [("am", "2024-05-14"), ("den", None)])
def test_a_date_has_up_to_120_characters(word: str, value: str | None) -> None:
    raw = f"{'Montag ' * 15}{word} 14. Mai 2024"
    when = parse_date(raw, language="de")
    assert len(raw) == (120 if value else 121)
    assert (when and when.value) == value


@pytest.mark.parametrize(("word", "expected"), [("Uhr", True), ("um", False), ("la", False), ("Marrow", False)])
def test_a_word_of_one_or_two_letters_is_not_a_date_word(word: str, expected: bool) -> None:
    assert is_date_word(word) is expected
