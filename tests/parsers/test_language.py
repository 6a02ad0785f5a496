"""The language of a web page without a language in its metadata."""

from __future__ import annotations

import pytest

import articlekit

TEXTS = {
    "en": "The harbour of Marrow Bay was closed on Friday, and the mayor said that it would be open again by the end of the week.",
    "de": "Der Hafen von Marrow Bay ist seit Freitag zu, und der Bürgermeister sagt, dass er bis zum Ende der Woche nicht wieder auf ist.",
    "fr": "Le port de Marrow Bay est fermé depuis vendredi, et le maire dit que les bateaux ne vont pas sortir avant la fin de la semaine.",
    "es": "El puerto de Marrow Bay está cerrado desde el viernes, y el alcalde dice que los barcos no van a salir en toda la semana.",
    "pt": "O porto de Marrow Bay está fechado desde sexta-feira, e o prefeito diz que os barcos não vão sair até o fim da semana, mas há uma saída.",
    "da": "Havnen i Marrow Bay blev lukket fredag, og borgmesteren siger, at den ikke er åben før efter ugens slutning, og at det er bedst for alle, der bor i byen nu og af og til sejler.",
    "no": "Havnen i Marrow Bay ble stengt fredag, og ordføreren sier at den ikke er åpen før etter ukens slutt, og at det også er best nå.",
    "sv": "Hamnen i Marrow Bay är stängd sedan fredag, och borgmästaren säger att den inte är öppen förrän efter veckans slut och att det är bäst.",
    "cs": "Přístav je od pátku zavřený a starosta uvedl, že podle plánu se do konce týdne neotevře, protože by to pro lodě nebylo dobré, jsou však i jiné.",
    "ru": "Гавань закрыта с пятницы, и мэр сказал, что она не откроется до конца недели, но это не так плохо, как он думал о ней в начале.",
    "uk": "Гавань зачинена з п'ятниці, і мер сказав, що вона не відкриється до кінця тижня, але це не так погано, як він думав про неї на початку.",
    "ar": "أغلق الميناء يوم الجمعة بعد العاصفة وقال العمدة إن السفن لا تبحر من هذا المكان إلى الجزيرة قبل نهاية الأسبوع في كل حال من الأحوال",
    "hi": "बंदरगाह शुक्रवार से बंद है और मेयर ने कहा कि यह सप्ताह के अंत तक नहीं खुलेगा और नावों के लिए भी यह एक बड़ी बात है।",
    "ja": "港は金曜日から閉まっていて、町長は週末まで開かないと言った。船は出られない。",
    "zh": "港口自星期五起关闭，市长说本周末之前不会重新开放，渡船全部停在港内，居民只能等待。",
    "ko": "항구는 금요일부터 닫혀 있으며 시장은 주말까지 다시 열리지 않을 것이라고 말했다고 한다.",
    "el": "Το λιμάνι είναι κλειστό από την Παρασκευή και ο δήμαρχος λέει ότι δεν θα ανοίξει.",
    "he": "הנמל סגור מיום שישי וראש העיר אומר שהוא לא ייפתח עד סוף השבוע הזה.",
}


def language_of(text: str, attributes: str = "") -> str | None:
    source = f"<html {attributes}><head><title>1</title></head><body><h1>1</h1><p>{text}</p></body></html>"
    return articlekit.parse_html(source, attribute=False).language


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_that_states_no_language_is_in_that_of_its_text(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Harbour closed.",
        "Ada Quill, Tom Reed, Mia Holm, Nils Berg, Marrow Bay, Port Elswick, Gull Island, Pier 4, Quay 7, Dock 9, North Mole, Friday, Sunday.",
        "Kelu moba taru sine polu kemi daru, welo tani meku sora pilu, nemo katu seri wolu tema piro dalu, kemo sani teru.",
        "Han kan ikke se det i havnen, og der er det, som det er med den på en dag for ham, og så var det det hele, som man har.",
    ],
)
def test_a_text_that_is_short_or_could_be_in_two_languages_has_none(text: str) -> None:
    assert language_of(text) is None


def test_what_the_page_states_is_believed() -> None:
    assert language_of(TEXTS["en"], "lang='de-AT'") == "de-AT"


def test_the_language_of_a_plain_text_is_not_guessed() -> None:
    assert articlekit.parse_text(TEXTS["en"], attribute=False).language is None


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<html lang='English'>", "en"),
        ("<html xml:lang='de-at'>", "de-AT"),
        ("<html><meta http-equiv='content-language' content='pt-br, en'>", "pt-BR"),
        ("<html lang=en_us>", "en-US"),
        ("<html lang=en-uk>", "en-GB"),
        ("<html lang=IW>", "he"),
        ("<html lang=zh-hant-tw>", "zh-Hant-TW"),
        ("<html lang='plain English'>", None),
        ("<html lang='{{lang}}'>", None),
    ],
)
def test_a_language_in_metadata_becomes_a_tag_in_its_usual_form(markup: str, language: str | None) -> None:
    assert articlekit.parse_html(f"{markup}<h1>Pier 4</h1><p>Shut.</p>", attribute=False).language == language
