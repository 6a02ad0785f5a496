"""An article as one HTML page for review: who said what, highlighted in the text itself.

The page uses HTML as in the WHATWG standard, and ARIA where HTML has no element.

- The page is self-contained: it has no scripts and loads no files. Images are named and linked but not loaded, so no server
  learns that the page was opened. The Content-Security-Policy in the page blocks scripts and requests.
- Everything from the article is escaped. Only http, https and mailto URLs become links.
- Claims are underlined in the colour of their first source: solid for direct speech, dashed for mixed, dotted for indirect. A
  small number names the source for readers who cannot tell the colours apart. Quotes, cues, mentions of sources, dates and links
  are highlighted too. On hover or focus, source, cue and date appear at the bottom of the window; they are also in the list of claims.
- Overlapping spans are cut into pieces that nest. The text of each block is that of the article, character for character.
- In a narrow window and on paper, the list follows the text. Light and dark mode follow the reader's setting.
- The Tab key reaches each claim. The claim is described by its entry in the list, and the entry links back to the claim.
"""

from __future__ import annotations

from attrs import frozen

from articlekit.models import Article
from articlekit.serializers.shared import require_article

__all__ = ["ArticleView", "to_html"]


def to_html(article: Article) -> str:
    """Return the article as one self-contained HTML page, with its claims, quotes, sources, dates and links highlighted.

    >>> page = to_html(Article(text="Rain & wind."))
    >>> "Rain &amp; wind." in page, "<script" in page
    (True, False)
    """
    # Imported with the first page, which keeps ``import articlekit`` fast.
    from articlekit.serializers.html.review_page import write_page

    require_article(article, "to_html")
    return write_page(article)


@frozen
class ArticleView:
    """Shows an article in a Jupyter notebook, as its HTML page in a sandboxed frame.

    >>> ArticleView(Article(text="It rained."), height=300)._repr_html_()[:40]
    '<iframe title="Article" sandbox="allow-p'
    """

    article: Article
    """The article to show."""
    height: int = 600
    """Height of the frame, in CSS pixels."""

    def _repr_html_(self) -> str:
        from html import escape

        from articlekit.serializers.html.review_page import write_page

        # The page's URL in the frame is about:srcdoc, but fragment links are resolved against the notebook's URL.
        page = escape(write_page(self.article).replace('href="#', 'href="about:srcdoc#'))
        style = f"width:100%;height:{int(self.height)}px;border:1px solid #8888"
        return f'<iframe title="Article" sandbox="allow-popups" srcdoc="{page}" style="{style}"></iframe>'
