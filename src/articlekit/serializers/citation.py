"""A claim or a quote as a sentence to paste, and as a link that opens the page at the words (URL Fragment Text Directives, WICG).

The sentence:

- In order: source, cue, words; then in brackets title, paper and day: ``Ilse Brandt (“told”): “We tested it twice,” (…)``.
- Words stand in quotation marks where the page has them in quotation marks: quotes, and claims whose form is ``direct``. Other
  words are the reporter's and stand without. Where the words are interrupted stands ``…``. Nothing else is changed.
- A claim that was negated or hedged says so in plain words, since the cue's own words may not.
- What is not known is left out; where nobody is named, the sentence begins with the words.
- The day is that of publication, as it was written (ISO 8601); when it was said comes after the cue.
- The scaffold is English; the words are the page's.

The link:

- ``#:~:text=prefix-,start,end,-suffix``, after a fragment that the address has. Each span has its own directive.
- Up to 12 words are given whole; of more, the first and the last five.
- Prefix and suffix are up to 32 characters around the words in their block, cut between words: browsers look for whole words.
  Mere punctuation tells no place from another and is left out.
- All that is not a letter, a digit, or one of ``._~`` is escaped, hyphen, comma and ampersand above all: they mean something here.
- None where the article has no web address, or where no words stand at the spans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import quote

from articlekit.models import Article, Claim, Quote, slice_text
from articlekit.serializers.identity import WEB, as_uri
from articlekit.serializers.surroundings import Surroundings
from articlekit.serializers.wording import check_article, listed, paper_of

SIZE = 32
"""Characters of prefix and suffix."""
WHOLE = 12
"""Words that are given whole."""
EDGE = 5
"""Words at either end of a longer run."""


def cite(article: Article, item: Claim | Quote) -> str:
    r"""``item``, one of the article's claims or quotes, as a sentence to paste: words, source, cue, paper and date.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nJune 13, 2025\n\n“It rained,” Ilse Brandt told the Tarn Times.")
    >>> cite(article, article.claims[0])
    'Ilse Brandt (“told”; to the Tarn Times): “It rained” (“Rain at last”, 2025-06-13)'
    """
    _check(article, item, "cite")
    parts = [_said(article, item)]
    if place := _where(article):
        parts.append(f"({place})")
    return " ".join(parts)


def link_to(article: Article, item: Claim | Quote) -> str | None:
    """The address that opens the page at the words of ``item``, one of the article's claims or quotes.

    None where the article has no web address, or ``item`` no words.

    >>> import articlekit
    >>> article = articlekit.parse("It rained, Ilse Brandt said.", url="https://tarntimes.example/rain")
    >>> link_to(article, article.claims[0])
    'https://tarntimes.example/rain#:~:text=It%20rained,-%2C%20Ilse%20Brandt%20said.'
    """
    _check(article, item, "link_to")
    address = as_uri(article.url)
    if address is None or not address.startswith(WEB):
        return None
    around = Surroundings(article)
    spans = [span for span in item.spans if around.words(span).strip()]
    directives = [_directive(around.words(span), around.around(span, SIZE)) for span in spans]
    if not directives:
        return None
    own, _, _ = address.partition(":~:")
    return f"{own}{'' if '#' in own else '#'}:~:{'&'.join(directives)}"


def _check(article: Article, item: Claim | Quote, caller: str) -> None:
    """Refuse what is no article, and an item that is not of this one."""
    check_article(article, caller)
    if not isinstance(item, Claim | Quote):
        raise TypeError(f"{caller} takes a Claim or a Quote, not {type(item).__name__}")
    if slice_text(article, item.spans) != item.text:
        raise ValueError(f"{caller}: {item.id} is of another article: its words do not stand at its spans")


def _said(article: Article, item: Claim | Quote) -> str:
    words = _words(article, item)
    if isinstance(item, Quote) or item.form == "direct":
        words = f"“{words}”"
    names = listed([source.name for source in item.sources])
    notes = "; ".join(_notes(item))
    speaker = " ".join(part for part in (names, f"({notes})" if notes else "") if part)
    return f"{speaker}: {words}" if speaker else words


def _words(article: Article, item: Claim | Quote) -> str:
    """The item's words, with a sign where other words stand between two spans."""
    parts = [slice_text(article, item.spans[:1])]
    for before, after in pairwise(item.spans):
        between = article.text[before.end : after.start] if before.field == after.field == "text" else "…"
        parts += ["…"] if any(character.isalnum() or character == "…" for character in between) else []
        parts.append(slice_text(article, [after]))
    return " ".join(parts)


def _notes(item: Claim | Quote) -> Iterator[str]:
    """How it was said."""
    if item.cue and item.cue.text:
        yield f"“{item.cue.text}”"
    if isinstance(item, Quote):
        return
    if item.negated:
        yield "not said"
    if item.hedged:
        yield "not certain"
    if item.audience:
        yield f"to {listed([source.name for source in item.audience])}"
    if item.when:
        yield item.when.value


def _where(article: Article) -> str:
    title = f"“{article.title}”" if article.title else None
    day = article.published.value.partition("T")[0] if article.published else None
    return ", ".join(part for part in (title, paper_of(article), day) if part)


def _directive(words: str, around: tuple[str, str]) -> str:
    """The text directive for words between a prefix and a suffix."""
    run = words.split()
    ends = [run] if len(run) <= WHOLE else [run[:EDGE], run[-EDGE:]]
    prefix, suffix = (_escape(part.split()) if any(map(str.isalnum, part)) else "" for part in around)
    parts = [f"{prefix}-" if prefix else "", *(_escape(end) for end in ends), f"-{suffix}" if suffix else ""]
    return f"text={','.join(part for part in parts if part)}"


def _escape(run: Iterable[str]) -> str:
    return quote(" ".join(run), safe="", errors="replace").replace("-", "%2D")
