"""Rules for ``Article.language``: the caller's, in metadata, or guessed from the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, Rule, rule
from articlekit.parsers.fields.front_matter import front_matter_values
from articlekit.parsers.fields.headline_area import is_web_page
from articlekit.parsers.html.metadata.values import meta_values
from articlekit.parsers.lines.language_tags import read_language_tag
from articlekit.parsers.web.schema_org import plain_text, property_values

MIN_LANGUAGE_WORDS = 20
"""Words, or characters of a script that only one language uses, that a text needs for a guess."""
MAX_LANGUAGE_CHARS = 5000
"""Characters of the text that are read."""
MIN_COMMON_WORD_SHARE = 0.12
"""Share of the words of a text that must be the commonest words of its language."""
MIN_LEAD = 1.3
"""Factor by which a language must have more common words than the next one."""
MIN_OWN_WORDS = 3
"""Words of its own that one of two similar languages needs."""
MIN_OWN_WORD_LEAD = 2.5
"""Factor by which it must have more of them than the other."""

_TEXT = "<p>The harbour of Marrow Bay closed on Friday, and nobody could say when it would open again.</p>"
_SCRIPTS = (
    ("ko", re.compile("[가-힣]")),
    ("ja", re.compile("[ぁ-ヺ]")),
    ("zh", re.compile("[一-鿿]")),
    ("th", re.compile("[ก-๛]")),
    ("el", re.compile("[Ά-ώ]")),
    ("he", re.compile("[א-ת]")),
    ("hy", re.compile("[Ա-և]")),
    ("ka", re.compile("[ა-ჺ]")),
    ("bn", re.compile("[ঁ-৻]")),
    ("pa", re.compile("[ਁ-ੴ]")),
    ("gu", re.compile("[ઁ-૱]")),
    ("ta", re.compile("[ஂ-௺]")),
    ("te", re.compile("[ఀ-౿]")),
    ("kn", re.compile("[ಀ-ೲ]")),
    ("ml", re.compile("[ഀ-ൿ]")),
    ("km", re.compile("[ក-៹]")),
)
"""Scripts of one language each. Japanese is recognized by its syllables, before the characters that it shares with Chinese."""
_WORD = re.compile(r"[^\W\d_][^\s\d.,;:!?\"'’‘“”„«»()\[\]…–—/|।،-]*")
"""A word, with combining marks above and below its letters."""
_COMMON_WORDS = {
    "en": "the of and to in that is was for on with as at by from it he they his has had have be this are were not but said who",
    "de": "der die das und in den von zu mit im ist auf nicht ein eine für des dem sich auch als es an werden aus er hat dass sie nach",
    "fr": "le la les des et en un une du est que dans pour qui par sur au pas plus ne se avec ce il sont aux mais cette ont été",
    "es": "el la los las de que y en un una del se por con no para su al es lo como más pero sus fue ha este entre ya también está desde dice sin",
    "it": "il la di che e un una per non del in della è i le con si da sono al dei nel alla ha come anche più gli ma delle",
    "pt": "o a os as de que e do da em um uma para com não no na se por mais dos foi ao como mas das à são ou também",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er ook om als maar bij door naar wordt uit heeft nog over hij",
    "sv": "och i att en det som på är av för med den till har inte om ett men var de från sig så han kan vid nu efter också",
    "da": "og i at en det er som på af for med den til har ikke de et der men var om fra sig så han kan ved nu efter også blev være",
    "no": "og i at en det er som på av for med den til har ikke de et men var om fra seg så han kan ved nå etter også ble være",
    "fi": "ja on ei että se hän oli joka ovat mutta kun myös mukaan ole kuin sen tai vain nyt sekä jo siitä sanoo jälkeen ollut",
    "pl": "i w na z że się do nie jest to o jak po dla od za są przez ale co tym oraz jego który tego już być która także",
    "cs": "a v na se že je s z do o to pro by ale jako za od které podle který po jsou také jsem až už byl při nebo jeho uvedl",
    "sk": "a v na sa že je s z do o to pre by ale ako za od ktoré podľa ktorý po sú aj som až už bol pri alebo jeho uviedol",
    "hu": "a az és hogy nem is egy meg van ez azt volt csak de már el ki mint után még szerint vagy lesz ha lehet",
    "ro": "și de în a la cu pe că un o nu din este care pentru mai sunt au să ca fost dar prin al ce după iar sau",
    "tr": "ve bir bu da de için ile olarak çok daha olan ne gibi en kadar var sonra ise o olduğunu değil ancak dedi",
    "id": "yang dan di dari ini untuk dengan tidak itu dalam akan pada juga oleh ke karena bisa telah saat sudah adalah ada kata lebih",
    "vi": "và của là có trong được cho không với các một người đã khi này những đến từ tại về ra vào như năm cũng",
    "ca": "el la els les de que i en un una del per amb no és al es ha com més però són va pel dels també als aquest",
    "hr": "i u je na se da za su od s o kao koji što ne a će iz to bi nije ali bio po koja koje te samo nakon",
    "sl": "in je v na se da za so od s pa kot ki ne tudi ni bi iz po pri bo še bil ali ter kar že",
    "ru": "и в не на что с по как это он из за к у от его но для так же был о все а также до при или",
    "uk": "і в у не на що з та як це до за від про його для але є також при або був які який яка він після через",
    "bg": "и в на за се от да не с по че е са като но това до при си които или след през още беше",
    "sr": "и у је на се да за су од с о као који што не а ће из то би није али био по која које",
    "ar": "في من على أن إلى التي الذي عن مع هذا هذه ما كان بعد أو لا قد بين كما وقال إن خلال قبل كل",
    "fa": "و در به از که این را با است برای آن یک شده بر تا می هم خود شد نیز یا اما بود",
    "ur": "کے کی میں ہے اور سے کا کو نے اس کہ پر یہ ہیں بھی نہیں کیا گیا کر تھا ان",
    "hi": "के में की है से का को और ने पर यह कि एक हैं भी नहीं इस हो था लिए कर गया",
    "mr": "आहे आणि या व नाही हे ते की होते करण्यात असे केली तर होता मात्र झाली",
}
"""The commonest words of each language."""


def _languages_of_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, words in _COMMON_WORDS.items():
        for word in words.split():
            found.setdefault(word, []).append(language)
    return found


_LANGUAGES_OF_WORD = _languages_of_words()


@rule(
    "language.html",
    example=f"<html lang='en-GB'><h1>Harbour closed</h1>{_TEXT}",
    near_miss=f"<html lang='plain English'><h1>Harbour closed</h1>{_TEXT}",
)
def language_in_metadata(draft: Draft) -> Iterator[Candidate[str]]:
    """A BCP 47 tag in ``lang``, ``inLanguage``, ``content-language`` or ``og:locale``."""
    return _languages_in_metadata(draft)


def _languages_in_metadata(draft: Draft) -> Iterator[Candidate[str]]:
    values = chain(
        draft.facts.meta.get("html:lang", ()),
        property_values(draft.facts.node, "inLanguage"),
        meta_values(draft, "content-language", "language", "dc.language", "og:locale"),
    )
    for value in values:
        if (words := plain_text(value)) and (tag := read_language_tag(words)):
            yield Candidate(tag, words)


@rule(
    "language.text",
    example=f"<h1>Harbour closed</h1>{_TEXT}<p>It was the wind that broke the pier.</p>",
    near_miss=f"<h1>Harbour closed</h1>{_TEXT}",
)
def language_of_text(draft: Draft) -> Iterator[Candidate[str]]:
    """The language of the text of a page without a language in its metadata, if its script or its commonest words are clear."""
    if not is_web_page(draft) or draft.given.language or any(True for _ in _languages_in_metadata(draft)):
        return
    text = "\n".join(block.text for block in draft.body.kept)[:MAX_LANGUAGE_CHARS]
    if language := guess_language(text):
        yield Candidate(language, text[:80])


def guess_language(text: str) -> str | None:
    """Return the language of a text. None if the text is too short, or fits two languages.

    >>> guess_language("Der Hafen ist seit Freitag zu, und es weiß auch niemand, wann er für die Boote von der Insel wieder auf ist.")
    'de'
    """
    letters = len(text) // 2
    for language, script in _SCRIPTS if not text.isascii() else ():
        found = len(script.findall(text))
        if found >= MIN_LANGUAGE_WORDS and found > letters / (4 if language == "ja" else 1):
            return language
    words = _WORD.findall(text.lower())
    seen: Counter[str] = Counter(language for word in words for language in _LANGUAGES_OF_WORD.get(word, ()))
    (first, most), (second, next_most) = [*seen.most_common(2), ("", 0), ("", 0)][:2]
    if len(words) < MIN_LANGUAGE_WORDS or most < MIN_COMMON_WORD_SHARE * len(words):
        return None
    return first if most >= MIN_LEAD * next_most else _distinguish(words, first, second)


def _distinguish(words: list[str], first: str, second: str) -> str | None:
    """Return the one of two similar languages that a text fits, by the words that only one of them has. None if both fit."""
    pair = {first, second}
    own = [known for word in words if len(known := pair.intersection(_LANGUAGES_OF_WORD.get(word, ()))) == 1]
    of_first = sum(first in known for known in own)
    of_second = len(own) - of_first
    more, fewer = max(of_first, of_second), min(of_first, of_second)
    if more < MIN_OWN_WORDS or more < MIN_OWN_WORD_LEAD * fewer:
        return None
    return first if of_first > of_second else second


@rule("language.caller", example="", near_miss="Headline\n\nThe harbour closed.")
def language_of_caller(draft: Draft) -> Iterator[Candidate[str]]:
    """The language in :attr:`Options.language`."""
    if draft.given.language:
        yield Candidate(draft.given.language, "")


@rule(
    "language.front_matter",
    example="---\ntitle: Harbour closed\nlang: en-GB\n---\n\nThe harbour closed.",
    near_miss="---\ntitle: Harbour closed\nlang: plain English\n---\n\nThe harbour closed.",
)
def language_in_front_matter(draft: Draft) -> Iterator[Candidate[str]]:
    """A BCP 47 tag under ``lang``, ``language`` or ``locale``."""
    for candidate in front_matter_values(draft, ("lang", "language", "locale")):
        if tag := read_language_tag(candidate.value):
            yield Candidate(tag, candidate.raw)


LANGUAGE: tuple[Rule[str], ...] = (
    language_of_caller,
    language_in_front_matter,
    language_in_metadata,
    language_of_text,
)
