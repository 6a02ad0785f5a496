from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.errors import InputError
from articlekit.parsers.input.decode import Decoded, decode_input

LIMIT = 1000


def decoded(raw: str | bytes, charset: str | None = None) -> Decoded:
    return decode_input(raw, charset=charset, max_bytes=LIMIT)


def clean(text: str) -> Decoded:
    return Decoded(text, text.encode(), text.count("<"), ())


def codes(result: Decoded) -> list[str]:
    return [problem.code for problem in result.problems]


def test_clean_text_passes_untouched() -> None:
    text = "Rain fell.\n\n\tTwo piers\fclosed \u200b.\n"
    assert decoded(text) == clean(text)


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        (None, "NoneType"),
        (3, "int"),
        (bytearray(b"Rain."), "bytearray"),
        (Path("report.md"), "parse_file"),
        (io.StringIO("Rain."), "read()"),
    ],
)
def test_input_of_another_type_is_a_type_error_that_says_what_is_wanted(raw: str, hint: str) -> None:
    with pytest.raises(TypeError, match="str or bytes") as caught:
        decoded(raw)
    assert hint in str(caught.value)


@pytest.mark.parametrize("raw", ["", " \n\t\u00a0", b"", b"\xef\xbb\xbf \r\n", b"\x00\x01"])
def test_input_without_a_word_is_an_input_error(raw: str | bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        decoded(raw)


@pytest.mark.parametrize("raw", ["x" * 1001, "é" * 501, "\U0001f300" * 251, b"x" * 1001])
def test_input_over_the_limit_is_refused_with_both_sizes(raw: str | bytes) -> None:
    with pytest.raises(InputError, match=r"10\d\d bytes.* 1000"):
        decoded(raw)


@pytest.mark.parametrize("raw", ["x" * 1000, "é" * 500, "\U0001f300" * 250, b"x" * 1000])
def test_input_at_the_limit_passes(raw: str | bytes) -> None:
    assert decoded(raw).problems == ()


@pytest.mark.parametrize(
    "raw",
    [
        "https://example.com/a",
        "  HTTP://example.com/a?b=c \n",
        "<https://example.com/a>",
        "www.example.com/x",
        "ftp://example.com/a",
        "file:///tmp/a",
        b"https://example.com/a",
        "https://example.com/a".encode("utf-16"),
    ],
)
def test_a_url_is_an_input_error_that_says_nothing_is_fetched(raw: str | bytes) -> None:
    with pytest.raises(InputError, match="does not fetch pages"):
        decoded(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "/tmp/a.html",
        "/etc/passwd",
        "reports/a.md",
        "report.md",
        "C:\\x\\a.txt",
        "C:\\My Reports\\a.txt",
        "~/a.md",
        "../a",
        "my reports/the harbour.md",
        b"reports/a.md",
    ],
)
def test_a_path_is_an_input_error_that_names_parse_file(raw: str | bytes) -> None:
    with pytest.raises(InputError, match="parse_file"):
        decoded(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Rain and/or snow",
        "AC/DC",
        "km/h",
        "and/or.",
        "a.m./p.m.",
        "24/7",
        "Rain.",
        "U.S.",
        "//",
        "~",
        "C:",
        "See https://example.com/a for more",
        "The list is in reports/a.md, he said",
        "The harbour and/or the pier closed, says notes.txt",
        "https://example.com/a\nThe harbour closed.",
        "https://example.com/" + "a" * 900 + " is long",
    ],
)
def test_a_line_that_merely_looks_like_a_url_is_text(raw: str) -> None:
    assert decoded(raw).text == raw


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_charset_and_is_dropped(name: str) -> None:
    assert decoded("Café “Pier”".encode(name), charset="windows-1252") == clean("Café “Pier”")


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("latin-1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-2", "iso-8859-2"),
        ("UTF-8", "utf-8"),
        ('"utf-8"', "utf-8"),
    ],
)
def test_a_declared_charset_is_read_as_browsers_read_it(charset: str, codec: str) -> None:
    text = "Café Pier" if "8859-2" in charset else "Café “Pier”"
    assert decoded(text.encode(codec), charset) == clean(text)


def test_latin_1_is_not_believed_of_bytes_that_are_utf_8() -> None:
    result = decoded("Café".encode(), "iso-8859-1")
    assert result.text == "Café"
    assert codes(result) == ["guessed-charset"]


@pytest.mark.parametrize("charset", ["no-such", "hex", "rot13", "punycode", "idna", "a\0b", "\ud800", "utf-7"])
def test_an_unknown_charset_is_a_problem_and_the_bytes_are_read_without_it(charset: str) -> None:
    result = decoded("Café".encode(), charset)
    assert result.text == "Café"
    assert codes(result) == ["guessed-charset"]


def test_an_encoding_that_no_document_has_is_not_applied() -> None:
    assert decoded(b"Caf+AOk-", "utf-7").text == "Caf+AOk-"


def test_a_byte_order_mark_at_the_head_of_text_is_dropped() -> None:
    assert decoded("\ufeffRain \ufefffell.") == clean("Rain \ufefffell.")


def test_a_declared_charset_that_fails_is_a_problem_and_is_ignored() -> None:
    result = decoded("Café".encode("cp1252"), "utf-8")
    assert result.text == "Café"
    assert codes(result) == ["guessed-charset", "guessed-charset"]


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_nulls(name: str) -> None:
    assert decoded("The café closed.".encode(name)) == clean("The café closed.")


def test_utf_8_with_a_few_wrong_bytes_stays_utf_8() -> None:
    result = decoded("é ü ö".encode() + b" \xff.")
    assert result.text == "é ü ö \ufffd."
    assert "1 places" in result.problems[0].message
    assert "byte 9" in result.problems[0].message
    assert codes(result) == ["undecodable-bytes"]


def test_bytes_that_are_not_utf_8_are_read_as_windows_1252() -> None:
    result = decoded(b"Caf\xe9 \x93Pier\x94 \x81")
    assert result.text == "Café “Pier” \ufffd"
    assert codes(result) == ["guessed-charset", "undecodable-bytes"]


def test_line_ends_become_line_feeds_without_a_problem() -> None:
    assert decoded("a\r\nb\rc\n") == clean("a\nb\nc\n")


def test_control_characters_are_dropped_and_counted() -> None:
    result = decoded("a\x00b\x07\x7fc\x1bd\x0b")
    assert result.text == "abcd\x0b"
    assert codes(result) == ["control-characters"]
    assert result.problems[0].message.startswith("4 ")


def test_lone_surrogates_become_replacement_characters() -> None:
    result = decoded("a\ud800b")
    assert result.text == "a\ufffdb"
    assert codes(result) == ["undecodable-bytes"]


@given(
    st.binary(max_size=200) | st.text(st.characters(), max_size=200),
    st.sampled_from([None, "utf-8", "latin-1", "big5", "x"]),
)
def test_whatever_passes_the_gate_is_clean(raw: str | bytes, charset: str | None) -> None:
    try:
        text = decoded(raw, charset).text
    except InputError:
        return
    assert not any(c < "\t" or c in "\r\x7f" or "\x0e" <= c < "\x1c" or "\ud800" <= c < "\ue000" for c in text)
    assert text.strip()


PAGES = [
    ("windows-1251", "Паром в бухту Марроу снова ходит, сообщило портовое управление. Ремонт причала закончен."),
    ("koi8-r", "Паром в бухту Марроу снова ходит, сообщило портовое управление. Ремонт причала закончен."),
    ("shift_jis", "マロウ湾行きのフェリーは月曜日に運航を再開したと港湾事務所が発表した。"),
    ("euc-jp", "マロウ湾行きのフェリーは月曜日に運航を再開したと港湾事務所が発表した。"),
    ("euc-kr", "마로만으로 가는 여객선이 월요일에 운항을 다시 시작했다고 항만 사무소가 밝혔다."),
    ("gb18030", "港务局表示,开往马罗湾的渡轮星期一恢复航行。部长说码头的修理工作已经完成。"),
    ("big5", "港務局表示,開往馬羅灣的渡輪星期一恢復航行。部長說碼頭的修理工作已經完成。"),
    ("iso-8859-2", "Prom do zatoki Marrow znów kursuje, a nabrzeże już naprawione, więc żegluga może ruszyć."),
    ("windows-1253", "Το πλοίο για τον κόλπο Μάροου εκτελεί ξανά δρομολόγια, ανακοίνωσε το λιμεναρχείο."),
    ("windows-1254", "Marrow Körfezi'ne giden vapur yeniden çalışıyor. Bakan, iskelenin onarımının bittiğini söyledi."),
    ("windows-1255", "המעבורת למפרץ מארו חזרה לפעול, הודיעה רשות הנמל. השרה אמרה כי תיקון המזח הסתיים."),
    ("windows-1256", "عادت العبارة إلى خليج مارو للعمل من جديد. وقالت الوزيرة إن إصلاح الرصيف انتهى."),
    ("windows-1252", "Die Fähre fährt wieder, teilte das Hafenamt mit. Die Brücke würde „nächste“ Woche geöffnet."),
]


@pytest.mark.parametrize(("charset", "text"), PAGES, ids=[name for name, _ in PAGES])
def test_a_page_that_states_no_charset_is_read_by_what_its_bytes_look_like(charset: str, text: str) -> None:
    page = f"<!doctype html><html><body><p>{text}</p></body></html>"
    result = decoded(page.encode(charset))
    assert result.text == page
    assert codes(result) == ["guessed-charset"]


@pytest.mark.parametrize("charset", [name for name, _ in PAGES])
@pytest.mark.parametrize(
    "head",
    [
        "<meta charset={}>",
        "<meta content='text/html; charset={}' http-equiv=Content-Type>",
        "<!-- <meta charset=koi8-u> --><META CHARSET='{}' />",
    ],
)
def test_a_page_is_read_in_the_charset_that_it_states(charset: str, head: str) -> None:
    page = f"<html><head>{head.format(charset)}<p>{dict(PAGES)[charset]}"
    assert decoded(page.encode(charset)) == clean(page)


def test_an_xml_declaration_states_the_charset() -> None:
    page = '<?xml version="1.0" encoding="koi8-r"?><html><p>Паром'
    assert decoded(page.encode("koi8-r")) == clean(page)


def test_the_transport_is_believed_before_the_page() -> None:
    page = "<meta charset=koi8-r><p>Паром снова ходит"
    assert decoded(page.encode("cp1251"), "windows-1251") == clean(page)


@pytest.mark.parametrize("label", ["utf-16", "utf-16be"])
def test_a_page_that_states_utf_16_in_ascii_is_utf_8(label: str) -> None:
    page = f"<meta charset={label}><p>Café"
    assert decoded(page.encode()) == clean(page)


@pytest.mark.parametrize("label", ["windows-1251", "iso-8859-1", "x-user-defined"])
def test_a_page_in_utf_8_that_states_another_charset_is_read_and_reported(label: str) -> None:
    page = f"<meta charset={label}><p>Паром"
    result = decoded(page.encode())
    assert (result.text, codes(result)) == (page, ["guessed-charset"])


def test_one_broken_byte_does_not_unsay_the_charset_that_a_page_states() -> None:
    result = decoded("<meta charset=gbk><p>港务局,表示,恢复航行".encode("gbk") + b"\xff")
    assert result.text.endswith("恢复航行\ufffd")
    assert codes(result) == ["undecodable-bytes"]


def test_what_a_report_in_plain_text_says_of_charsets_is_not_obeyed() -> None:
    result = decoded("Café: write <meta charset=koi8-r> at the head.".encode("cp1252"))
    assert result.text.startswith("Café")


REPORT = b"<h1>Harbour closed</h1><p>The harbour of Marrow Bay closed on Friday.</p>"


def zipped() -> bytes:
    with io.BytesIO() as out:
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("report.html", REPORT)
        return out.getvalue()


BINARIES = [
    (gzip.compress(REPORT, mtime=0), "gzip data: decompress it first, as gzip.decompress does"),
    (bz2.compress(REPORT), "bzip2 data: .*bz2.decompress"),
    (lzma.compress(REPORT), "xz data: .*lzma.decompress"),
    (b"\x28\xb5\x2f\xfd\x04\x00", "Zstandard data"),
    (zipped(), "a ZIP archive: unpack it and pass a file from it"),
    (b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7z archive"),
    (b"Rar!\x1a\x07\x01\x00", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an office document"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF: extract its text .* parse_text"),
    (b"%PDF-1.4\r%\xe2\xe3", "a PDF"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image: it has no text"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
    (b"GIF89a\x01\x00\x01\x00\x80", "a GIF image"),
    (b"RIFF\x24\x00\x00\nWEBPVP8 ", "a WebP image"),
    (b"\x00\x00\x00\x20ftypisom", "a recording"),
]


@pytest.mark.parametrize(("raw", "told"), BINARIES, ids=[told.partition(":")[0] for _, told in BINARIES])
@pytest.mark.parametrize(
    "read", [articlekit.parse, articlekit.parse_html, articlekit.parse_markdown, articlekit.parse_text]
)
def test_bytes_that_are_not_text_are_an_input_error_that_says_what_to_do(
    read: Callable[[bytes], object], raw: bytes, told: str
) -> None:
    with pytest.raises(InputError, match=f"^the input is {told}"):
        read(raw)


def test_a_file_that_is_not_text_is_an_input_error_too(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(gzip.compress(REPORT, mtime=0))
    with pytest.raises(InputError, match="gzip data"):
        articlekit.parse_file(path)


def test_binary_input_is_refused_before_its_size_is_checked() -> None:
    with pytest.raises(InputError, match="a PDF"):
        decoded(b"%PDF-1.7\n" + b"x" * 2 * LIMIT)


@pytest.mark.parametrize(
    "raw",
    [b"%PDF-1.7 is how such a file begins, the clerk said.", b"GIF89a is how a picture begins, the clerk said.", b"PKW ran into the pier.",
     b"BZh9 is the name of a pier.", b"RIFFs of the band were heard on the quay.", b"Rar! is what the seals said.", b"7zip is slow.",
     b"\xff\xfeR\x00a\x00i\x00n\x00.\x00", b"\xef\xbb\xbfRain.", b"Rain: " + gzip.compress(REPORT, mtime=0)],
)  # fmt: skip
def test_text_that_begins_much_like_other_bytes_is_text(raw: bytes) -> None:
    assert decoded(raw).text


def test_data_that_is_text_is_not_taken_for_bytes() -> None:
    assert decoded("%PDF-1.7\nis how such a file begins.").text.startswith("%PDF")
