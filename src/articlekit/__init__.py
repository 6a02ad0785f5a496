"""articlekit turns news into typed articles that answer who said what, when, to whom, and on what evidence."""

from articlekit.attribution import attribute, attribute_many
from articlekit.errors import ArticlekitError, InputError, MissingExtraError, SchemaError
from articlekit.models import (
    Article,
    Author,
    Block,
    Claim,
    Credit,
    Cue,
    Dateline,
    Evidence,
    Image,
    Link,
    Problem,
    Publisher,
    Quote,
    Source,
    Span,
    When,
    slice_text,
)
from articlekit.parsers.draft import Draft
from articlekit.parsers.field_rules import Candidate, Rule
from articlekit.parsers.options import Options
from articlekit.pipeline import parse, parse_all, parse_file, parse_html, parse_markdown, parse_text
from articlekit.serializers.html import to_html
from articlekit.serializers.json import dumps, from_dict, loads, to_dict
from articlekit.serializers.jsonld import to_jsonld
from articlekit.serializers.markdown import to_markdown

__all__ = [
    "Article",
    "ArticlekitError",
    "Author",
    "Block",
    "Candidate",
    "Claim",
    "Credit",
    "Cue",
    "Dateline",
    "Draft",
    "Evidence",
    "Image",
    "InputError",
    "Link",
    "MissingExtraError",
    "Options",
    "Problem",
    "Publisher",
    "Quote",
    "Rule",
    "SchemaError",
    "Source",
    "Span",
    "When",
    "attribute",
    "attribute_many",
    "dumps",
    "from_dict",
    "loads",
    "parse",
    "parse_all",
    "parse_file",
    "parse_html",
    "parse_markdown",
    "parse_text",
    "slice_text",
    "to_dict",
    "to_html",
    "to_jsonld",
    "to_markdown",
]
