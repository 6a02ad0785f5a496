"""An article in other forms, one module a format. Serializers know the models and nothing else."""

from articlekit.serializers.html import ArticleView, to_html
from articlekit.serializers.json import dumps, from_dict, loads, to_dict
from articlekit.serializers.markdown import to_markdown

__all__ = ["ArticleView", "dumps", "from_dict", "loads", "to_dict", "to_html", "to_markdown"]
