"""Many articles as JSON Lines: one article a line, written and read one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from articlekit.errors import SchemaError
from articlekit.models import Article
from articlekit.serializers.json import dumps, loads


def dump_lines(articles: Iterable[Article], file: IO[str], *, full: bool = False) -> int:
    """Write each article as one line to a file opened for text in UTF-8, and return how many there were.

    ``full`` repeats the words beside every span, for readers without this library.

    >>> import articlekit, io
    >>> file = io.StringIO()
    >>> dump_lines(map(articlekit.parse, ["It rained.", "The roads are closed."]), file)
    2
    >>> [loads(line).text for line in file.getvalue().splitlines()]
    ['It rained.', 'The roads are closed.']
    """
    count = 0
    for article in articles:
        file.write(dumps(article, full=full) + "\n")
        count += 1
    return count


def load_lines(lines: Iterable[str | bytes]) -> Iterator[Article]:
    """The articles of the lines of a file; empty lines are passed over.

    Raises :class:`~articlekit.SchemaError`, with the number of the line, at the first that is no article.

    >>> import articlekit
    >>> lines = [dumps(articlekit.parse(report)) for report in ("It rained.", "The roads are closed.")]
    >>> [article.text for article in load_lines(lines)]
    ['It rained.', 'The roads are closed.']
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield loads(line)
            except SchemaError as error:
                raise SchemaError(f"line {number}: {error}") from None
