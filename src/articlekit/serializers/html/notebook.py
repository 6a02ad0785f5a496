"""An article as notebooks show it."""

from __future__ import annotations

from html import escape

from attrs import frozen

from articlekit.models import Article
from articlekit.serializers.html.page import write_page


@frozen
class ArticleView:
    """An article that Jupyter and its kin show as its HTML page, in a frame where nothing can run.

    >>> ArticleView(Article(text="It rained."))
    ArticleView(article=Article(text='It rained.', ...
    """

    article: Article
    """The article to show."""
    height: int = 600
    """Height of the frame, in CSS pixels."""

    def _repr_html_(self) -> str:
        page = escape(write_page(self.article))
        size = f"width:100%;height:{int(self.height)}px;border:1px solid #8888"
        return f'<iframe title="Article" sandbox="allow-popups" srcdoc="{page}" style="{size}"></iframe>'
