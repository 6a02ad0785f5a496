r"""An article as readable Markdown that ``parse_markdown`` reads back without change.

The form is CommonMark 0.31 with GitHub's tables, YAML front matter, and optionally footnotes as GitHub and Pandoc read them.

- The front matter begins with ``articlekit: markdown/1``. This marker tells ``parse_markdown`` to read the file literally: it does
  not look for bylines or dates in the text, and removes no line.
- Kept exactly: title, text, blocks with their kinds, levels and times, links, images, authors, publisher, summary, section, tags,
  language, URL, dateline, credits, and the values of both dates (``raw`` becomes that value). Sources, quotes and claims are
  written only as footnotes: ``parse_markdown`` extracts them again. Evidence and problems are not kept.
- What Markdown cannot express is in a comment, which viewers do not show. It follows the block (``<!-- note -->``,
  ``<!-- time: 2025-06-13T17:40 -->``) or the link, if the link is not a reference (``<!-- link: author -->``).
- Images have no position in the text. The first follows headline and standfirst, the others follow the text.
- A link has its absolute URL, so it works wherever the file is. If the page has another target, that is the link's title. Links
  outside the text are a list at the end. So are links that Markdown cannot have at their place: inside another link, across two
  table cells, or in preformatted text if they are not references.
- Only characters that would be read as markup are escaped. List items have bullets, because an article does not keep their numbers.
- Lists and quotations have at most eight levels; deeper ones are written as the eighth. A new table begins when the number of
  cells changes.
- PyYAML writes the front matter. It is imported with the first article, which keeps ``import articlekit`` fast.
"""

from __future__ import annotations

from articlekit.models import Article
from articlekit.serializers.shared import require_article

__all__ = ["to_markdown"]


def to_markdown(article: Article, *, footnotes: bool = False) -> str:
    r"""Return the article as Markdown, with front matter.

    ``parse_markdown`` reads title, text, blocks, links, images, authors and the values of the dates back without change, and
    extracts the claims again.

    With ``footnotes``, a note at the first mention of each source describes the source, and a note after each claim gives its
    source, cue and date.

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
    from articlekit.serializers.markdown.blocks import write_body
    from articlekit.serializers.markdown.footnotes import Footnotes
    from articlekit.serializers.markdown.front_matter import write_front_matter

    require_article(article, "to_markdown")
    notes = Footnotes(article if footnotes else Article(text=""))
    parts = [write_front_matter(article), *write_body(article, notes), *notes.definitions()]
    return "\n\n".join(part for part in parts if part) + "\n"
