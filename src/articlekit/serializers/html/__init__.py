"""An article as one HTML page to check it by: who said what, marked in the words themselves.

HTML as the WHATWG's living standard has it, with ARIA where HTML has no word for something.

- The page is complete in itself: no script, no outside file. Pictures are named and linked, not shown: opening the page tells
  nobody that it was opened. A Content-Security-Policy in the page forbids what the page does not do anyway.
- Everything that comes from the article is escaped. Only http, https and mailto addresses become links; all others are words.
- Claims are underlined in the colour of their first source, drawn through for direct speech, dashed for mixed and dotted for
  indirect; a small number names the source where colours do not do. Quotes, cues, mentions of sources, dates and links are
  marked. Who, by which words and when stands at the foot of the window on hover and on focus, and in the list beside.
- Spans that overlap are cut into pieces that nest. The words of a block are the article's own, to the character.
- Where the window is narrow, or on paper, the list follows the text. Light and dark follow the reader's setting.
- Each claim can be reached with the Tab key and is described by its entry in the list; each entry leads back to its words.
"""

from __future__ import annotations

from articlekit.models import Article
from articlekit.serializers.html.notebook import ArticleView
from articlekit.serializers.wording import check_article

__all__ = ["ArticleView", "to_html"]


def to_html(article: Article) -> str:
    """The article as one self-contained HTML page, with its claims, quotes, sources, dates and links marked.

    >>> page = to_html(Article(text="Rain & wind."))
    >>> "Rain &amp; wind." in page, "<script" in page
    (True, False)
    """
    # With the first page only: ``import articlekit`` is to stay fast.
    from articlekit.serializers.html.page import write_page

    check_article(article, "to_html")
    return write_page(article)
