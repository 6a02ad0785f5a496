"""Reads XML safely, and converts its text elements to HTML for the HTML reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element  # only the class of the elements: defusedxml parses

from articlekit.errors import InputError, MissingExtraError, SchemaError
from articlekit.parsers.exchange.draft_builder import as_line

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_PROLOG = re.compile(r"(?:[\s\ufeff]|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DOCTYPE_SUBSET = re.compile(r"<!DOCTYPE(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*+\[", re.IGNORECASE)
"""The start of a document type declaration with an internal subset."""
_ENTITY_DECLARATION = re.compile(r"<!ENTITY\b")
_HTML_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption pre br hr em strong b i q sub sup a img"
    " figure figcaption blockquote cite div section article aside span time".split()
)
"""Elements of NITF or XHTML that have the same meaning in HTML."""
_TAG_EQUIVALENTS = {
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
"""Elements of NITF: the HTML element for each, and its attributes."""
_INVISIBLE_TAGS = frozenset(
    "head script style media-metadata media-object nitf-table-metadata copyrite custom-table body.head datasource rp rt"
    " title".split()
)
"""Elements whose content is not part of the text."""
_KEPT_ATTRIBUTES = ("href", "src", "alt", "width", "height", "class")


def parse_xml(text: str, name: str) -> Element:
    """Return the root of an XML document, with namespaces removed from the names of elements.

    A document may name a document type, as NITF often does. It is not fetched. Raises :class:`InputError` if it declares entities,
    and :class:`SchemaError` if it is not well-formed XML. ``name`` is the format, for the messages.
    """
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring
    except ImportError as error:
        raise MissingExtraError('NITF and NewsML-G2 need defusedxml: pip install "articlekit[newsml]"') from error
    try:
        root: Element = fromstring(text.lstrip(), forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise _entity_error(name) from None
    except ParseError as error:
        raise SchemaError(f"not {name}: {error}") from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def reject_entities(text: str, name: str) -> None:
    """Raise :class:`InputError` if a document declares entities, for a parser that does not check this."""
    prolog = _PROLOG.match(text)
    subset = _DOCTYPE_SUBSET.match(text, prolog.end() if prolog else 0)
    if subset and _ENTITY_DECLARATION.search(text, subset.end()):
        raise _entity_error(name)


def _entity_error(name: str) -> InputError:
    reason = "entities are not supported, because they can expand without limit"
    return InputError(f"the {name} document declares entities; {reason}")


def element_text(element: Element | None) -> str:
    """Return the text of an element as one line; empty if it is None."""
    return as_line("".join(element.itertext())) if element is not None else ""


def to_html(element: Element) -> str:
    """Return the content of ``element`` as HTML. Of unknown elements, only the text is kept."""
    pieces = [escape(element.text or "", quote=False)]
    opened: list[tuple[Iterator[Element], str, str]] = [(iter(element), "", "")]
    while opened:
        children, end_tag, tail = opened[-1]
        child = next(children, None)
        if child is None:
            opened.pop()
            pieces += [end_tag, escape(tail, quote=False)]
        elif child.tag in _INVISIBLE_TAGS:
            pieces.append(escape(child.tail or "", quote=False))
        else:
            start_tag, end_tag = _tags(child)
            pieces += [start_tag, escape(child.text or "", quote=False)]
            opened.append((iter(child), end_tag, child.tail or ""))
    return "".join(pieces)


def _tags(element: Element) -> tuple[str, str]:
    """Return the HTML start and end tags for an element; both empty if HTML has no equivalent."""
    tag = element.tag
    if tag == "media-reference":
        return _image_tag(element), ""
    if tag in _TAG_EQUIVALENTS:
        name, attributes = _TAG_EQUIVALENTS[tag]
        return f"<{name}{attributes}>", f"</{name}>"
    if tag not in _HTML_TAGS:
        return "", ""
    attributes = "".join(f' {key}="{escape(element.attrib[key])}"' for key in _KEPT_ATTRIBUTES if key in element.attrib)
    return f"<{tag}{attributes}>", "" if tag in ("br", "hr", "img") else f"</{tag}>"


def _image_tag(element: Element) -> str:
    kind = element.get("mime-type", "image")
    if not kind.startswith("image") or not element.get("source"):
        return ""
    return f'<img src="{escape(element.get("source", ""))}" alt="{escape(element.get("alternate-text", ""))}">'
