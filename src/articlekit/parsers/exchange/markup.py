"""XML that is safe to read, and its text elements as HTML, for the one walk that all markup goes through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element  # only the class of the elements: defusedxml parses

from articlekit.errors import InputError, MissingExtraError, SchemaError
from articlekit.parsers.exchange.record import words_of

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_PROLOG = re.compile(r"(?:[\s\ufeff]|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_SUBSET = re.compile(r"<!DOCTYPE(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*+\[", re.IGNORECASE)
"""The beginning of a document type that has declarations of its own."""
_ENTITY = re.compile(r"<!ENTITY\b")
_SAME = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption pre br hr em strong b i q sub sup a img"
    " figure figcaption blockquote cite div section article aside span time".split()
)
"""Elements that NITF or XHTML has and HTML means the same by."""
_AS = {
    "hl1": ("h1", ""),
    "hl2": ("h2", ""),
    "bq": ("blockquote", ""),
    "credit": ("cite", ""),
    "block": ("div", ""),
    "body.content": ("div", ""),
    "note": ("div", ' class="editors note"'),
    "fn": ("p", ""),
    "media": ("figure", ""),
    "media-caption": ("figcaption", ""),
    "media-producer": ("figcaption", ' class="credit"'),
    "tagline": ("p", ""),
}
"""What NITF's own elements are in HTML."""
_UNSEEN = frozenset(
    "head script style media-metadata media-object nitf-table-metadata copyrite custom-table body.head datasource rp rt"
    " title".split()
)
"""Elements that no reader sees in the text."""
_KEPT = ("href", "src", "alt", "width", "height", "class")


def parse_xml(text: str, name: str) -> Element:
    """The root of an XML document, namespaces left off its elements.

    A document type may be named, as NITF often does; it is never fetched, and one that declares entities is refused.
    """
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring
    except ImportError as error:
        raise MissingExtraError('NITF and NewsML-G2 need defusedxml: pip install "articlekit[newsml]"') from error
    try:
        root: Element = fromstring(text.lstrip(), forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise InputError(
            f"the {name} document declares entities, which are not read: they can grow without end"
        ) from None
    except ParseError as error:
        raise SchemaError(f"not {name}: {error}") from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def refuse_entities(text: str, name: str) -> None:
    """Refuse a document that declares entities, for a parser that does not do so itself."""
    prolog = _PROLOG.match(text)
    subset = _SUBSET.match(text, prolog.end() if prolog else 0)
    if subset and _ENTITY.search(text, subset.end()):
        raise InputError(f"the {name} document declares entities, which are not read: they can grow without end")


def words_in(element: Element | None) -> str:
    """All words in an element as one line; empty where there is none."""
    return words_of("".join(element.itertext())) if element is not None else ""


def to_html(element: Element) -> str:
    """What stands in ``element``, as HTML. Unknown elements leave their words."""
    pieces = [escape(element.text or "", quote=False)]
    opened: list[tuple[Iterator[Element], str, str]] = [(iter(element), "", "")]
    while opened:
        children, closing, tail = opened[-1]
        child = next(children, None)
        if child is None:
            opened.pop()
            pieces += [closing, escape(tail, quote=False)]
        elif child.tag in _UNSEEN:
            pieces.append(escape(child.tail or "", quote=False))
        else:
            opening, ending = _tags(child)
            pieces += [opening, escape(child.text or "", quote=False)]
            opened.append((iter(child), ending, child.tail or ""))
    return "".join(pieces)


def _tags(element: Element) -> tuple[str, str]:
    """The opening and the closing tag of an element in HTML; both empty where HTML has none for it."""
    tag = element.tag
    if tag == "media-reference":
        return _picture(element), ""
    if tag in _AS:
        name, marks = _AS[tag]
        return f"<{name}{marks}>", f"</{name}>"
    if tag not in _SAME:
        return "", ""
    marks = "".join(f' {key}="{escape(element.attrib[key])}"' for key in _KEPT if key in element.attrib)
    return f"<{tag}{marks}>", "" if tag in ("br", "hr", "img") else f"</{tag}>"


def _picture(element: Element) -> str:
    kind = element.get("mime-type", "image")
    if not kind.startswith("image") or not element.get("source"):
        return ""
    return f'<img src="{escape(element.get("source", ""))}" alt="{escape(element.get("alternate-text", ""))}">'
