"""An article as notebooks show it."""

from __future__ import annotations

from attrs import frozen

from articlekit.models import Article


@frozen
class ArticleView:
    """An article that Jupyter and its kin show as its HTML page, in a frame where nothing can run.

    >>> ArticleView(Article(text="It rained."), height=300)._repr_html_()[:40]
    '<iframe title="Article" sandbox="allow-p'
    """

    article: Article
    """The article to show."""
    height: int = 600
    """Height of the frame, in CSS pixels."""

    def _repr_html_(self) -> str:
        from html import escape

        from articlekit.serializers.html.page import write_page

        # A frame's own page has the address about:srcdoc, but links in it count from the notebook's.
        page = escape(write_page(self.article).replace('href="#', 'href="about:srcdoc#'))
        size = f"width:100%;height:{int(self.height)}px;border:1px solid #8888"
        return f'<iframe title="Article" sandbox="allow-popups" srcdoc="{page}" style="{size}"></iframe>'
