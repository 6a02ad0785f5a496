"""A claim or a quote as a sentence to paste, and as a link that opens the page at its words (URL Fragment Text Directives, WICG).

The sentence:

- The order is source, cue, words, and in parentheses title, publisher and day: ``Ilse Brandt (“told”): “We tested it twice,” (…)``.
- Words have quotation marks if they have them on the page: quotes, and claims whose form is ``direct``. Other words are the
  reporter's. ``…`` marks an interruption. Nothing else is changed.
- A negated or hedged claim is labelled, because the words of the cue may not show it.
- Unknown parts are left out. Without a source, the sentence begins with the words.
- The day is that of publication, as written (ISO 8601). The date of the statement follows the cue.
- The sentence around the words is in English.

The link:

- ``#:~:text=prefix-,start,end,-suffix`` is added to the fragment of the URL. Each span has its own directive.
- Up to 12 words are written in full; of a longer text, the first and the last five.
- Prefix and suffix are up to 32 characters around the words in their block. They are whole words, because browsers search for
  whole words. If they are only punctuation they are left out: punctuation identifies no place.
- Every character except letters, digits and ``._~`` is escaped. Hyphen, comma and ampersand have a meaning in a directive.
- There is no link if the article has no web URL, or if the spans are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import quote

from articlekit.models import Article, Claim, Quote, slice_text
from articlekit.serializers.anchoring import SpanContext
from articlekit.serializers.shared import WEB_SCHEMES, as_uri, join_names, publisher_name, require_article

MAX_CONTEXT_CHARS = 32
"""Length of a prefix and of a suffix."""
MAX_WORDS_IN_FULL = 12
"""Number of words up to which a link has all of them. Limits the length of the link."""
WORDS_AT_EITHER_END = 5
"""Number of words that a link has of each end of a longer text."""


def cite(article: Article, item: Claim | Quote) -> str:
    r"""Return ``item``, a claim or quote of the article, as a sentence to paste, with source, cue, publisher and date.

    >>> import articlekit
    >>> article = articlekit.parse("# Rain at last\n\nJune 13, 2025\n\n“It rained,” Ilse Brandt told the Tarn Times.")
    >>> cite(article, article.claims[0])
    'Ilse Brandt (“told”; to the Tarn Times): “It rained” (“Rain at last”, 2025-06-13)'
    """
    _check(article, item, "cite")
    parts = [_statement(article, item)]
    if reference := _reference(article):
        parts.append(f"({reference})")
    return " ".join(parts)


def link_to(article: Article, item: Claim | Quote) -> str | None:
    """Return a URL that opens the page at the words of ``item``, a claim or quote of the article.

    None if the article has no web URL, or ``item`` has no words.

    >>> import articlekit
    >>> article = articlekit.parse("It rained, Ilse Brandt said.", url="https://tarntimes.example/rain")
    >>> link_to(article, article.claims[0])
    'https://tarntimes.example/rain#:~:text=It%20rained,-%2C%20Ilse%20Brandt%20said.'
    """
    _check(article, item, "link_to")
    url = as_uri(article.url)
    if url is None or not url.startswith(WEB_SCHEMES):
        return None
    context = SpanContext(article)
    spans = [span for span in item.spans if context.text_at(span).strip()]
    directives = [_directive(context.text_at(span), context.around(span, MAX_CONTEXT_CHARS)) for span in spans]
    if not directives:
        return None
    page, _, _ = url.partition(":~:")
    return f"{page}{'' if '#' in page else '#'}:~:{'&'.join(directives)}"


def _check(article: Article, item: Claim | Quote, caller: str) -> None:
    """Raise an error unless ``article`` is an article and ``item`` is one of its claims or quotes."""
    require_article(article, caller)
    if not isinstance(item, Claim | Quote):
        raise TypeError(f"{caller} takes a Claim or a Quote, not {type(item).__name__}")
    if slice_text(article, item.spans) != item.text:
        raise ValueError(f"{caller}: {item.id} is not from this article: the text at its spans is different")


def _statement(article: Article, item: Claim | Quote) -> str:
    words = _words(article, item)
    if isinstance(item, Quote) or item.form == "direct":
        words = f"“{words}”"
    names = join_names([source.name for source in item.sources])
    notes = "; ".join(_notes(item))
    speaker = " ".join(part for part in (names, f"({notes})" if notes else "") if part)
    return f"{speaker}: {words}" if speaker else words


def _words(article: Article, item: Claim | Quote) -> str:
    """Return the words of the item, with ``…`` between two spans if there are other words between them."""
    parts = [slice_text(article, item.spans[:1])]
    for before, after in pairwise(item.spans):
        between = article.text[before.end : after.start] if before.field == after.field == "text" else "…"
        parts += ["…"] if any(character.isalnum() or character == "…" for character in between) else []
        parts.append(slice_text(article, [after]))
    return " ".join(parts)


def _notes(item: Claim | Quote) -> Iterator[str]:
    """Yield notes on how it was said, when, and to whom."""
    if item.cue and item.cue.text:
        yield f"“{item.cue.text}”"
    if isinstance(item, Quote):
        return
    if item.negated:
        yield "not said"
    if item.hedged:
        yield "not certain"
    if item.audience:
        yield f"to {join_names([source.name for source in item.audience])}"
    if item.when:
        yield item.when.value


def _reference(article: Article) -> str:
    title = f"“{article.title}”" if article.title else None
    day = article.published.value.partition("T")[0] if article.published else None
    return ", ".join(part for part in (title, publisher_name(article), day) if part)


def _directive(words: str, around: tuple[str, str]) -> str:
    """Return the text directive for words between a prefix and a suffix."""
    run = words.split()
    is_short = len(run) <= MAX_WORDS_IN_FULL
    ends = [run] if is_short else [run[:WORDS_AT_EITHER_END], run[-WORDS_AT_EITHER_END:]]
    prefix, suffix = (_escape(part.split()) if any(map(str.isalnum, part)) else "" for part in around)
    parts = [f"{prefix}-" if prefix else "", *(_escape(end) for end in ends), f"-{suffix}" if suffix else ""]
    return f"text={','.join(part for part in parts if part)}"


def _escape(run: Iterable[str]) -> str:
    return quote(" ".join(run), safe="", errors="replace").replace("-", "%2D")
