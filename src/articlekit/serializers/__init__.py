"""Articles in output formats, one module or package for each. Serializers import only models and errors."""

from articlekit.serializers.annotation import to_annotations
from articlekit.serializers.citation import cite, link_to
from articlekit.serializers.html import ArticleView, to_html
from articlekit.serializers.json import dump_lines, dumps, from_dict, load_lines, loads, to_dict
from articlekit.serializers.jsonld import to_jsonld
from articlekit.serializers.markdown import to_markdown
from articlekit.serializers.ninjs import to_ninjs
from articlekit.serializers.tables import arrow_reader, to_arrow, to_rows, write_csv, write_parquet

__all__ = [
    "ArticleView",
    "arrow_reader",
    "cite",
    "dump_lines",
    "dumps",
    "from_dict",
    "link_to",
    "load_lines",
    "loads",
    "to_annotations",
    "to_arrow",
    "to_dict",
    "to_html",
    "to_jsonld",
    "to_markdown",
    "to_ninjs",
    "to_rows",
    "write_csv",
    "write_parquet",
]
