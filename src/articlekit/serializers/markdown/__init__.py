r"""An article as Markdown that reads well, and that ``parse_markdown`` reads back as it stands.

CommonMark 0.31 with the tables of GitHub, YAML front matter, and on request footnotes as GitHub and Pandoc read them.

- The front matter begins with ``articlekit: markdown/1``. By that mark ``parse_markdown`` takes the file at its word: no
  newspaper convention looks for a byline or a date in it, or takes a line out of the text.
- Kept exactly: title, text, blocks with their kinds, levels and times, links, pictures, authors, publisher, summary, section,
  tags, language, address, place line, credits, and the values of both dates (``raw`` is then that value). Sources, quotes
  and claims are not written, save as footnotes: ``parse_markdown`` finds them again. Evidence and problems are not kept.
- What Markdown has no sign for is said in a comment behind the block, which no viewer shows: ``<!-- note -->``,
  ``<!-- time: 2025-06-13T17:40 -->``; or behind the link, where that is more than a reference: ``<!-- link: author -->``.
- Pictures have no place in the text: the first stands under headline and standfirst, the others follow the text.
- A link leads to its absolute address, so that it works wherever the file lies; a target that was written otherwise on the
  page is the link's title. The links that stood around the text are a list at the foot. So is a link that Markdown cannot
  hold where it stands: within another, across two cells, in preformatted text if it is more than a reference.
- Only signs that would mean something are escaped. Lists are bulleted, since an article does not say what numbers they had.
- Lists and quotations are written no deeper than eight levels: what is deeper comes back as eight. A table ends where the
  number of cells changes.
- PyYAML writes the front matter. It and the writers here are imported with the first article: ``import articlekit`` is to
  stay fast.
"""

from __future__ import annotations

from articlekit.models import Article
from articlekit.serializers.wording import check_article

__all__ = ["to_markdown"]


def to_markdown(article: Article, *, footnotes: bool = False) -> str:
    r"""The article as Markdown, with front matter.

    ``parse_markdown`` reads title, text, blocks, links, pictures, authors and the values of the dates back as they are, and finds
    claims anew.

    With ``footnotes``, a note at the first mention of each source says who that is, and one behind each claim says who
    makes it, by which words and when.

    >>> print(to_markdown(Article(text="It rained.", title="Rain *at last*")))
    ---
    articlekit: markdown/1
    title: Rain *at last*
    ---
    <BLANKLINE>
    # Rain \*at last\* <!-- title -->
    <BLANKLINE>
    It rained.
    <BLANKLINE>
    """
    from articlekit.serializers.markdown.body import write_body
    from articlekit.serializers.markdown.footnotes import Footnotes
    from articlekit.serializers.markdown.front_matter import write_front_matter

    check_article(article, "to_markdown")
    notes = Footnotes(article if footnotes else Article(text=""))
    parts = [write_front_matter(article), *write_body(article, notes), *notes.definitions()]
    return "\n\n".join(part for part in parts if part) + "\n"
