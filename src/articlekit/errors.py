"""The exceptions that articlekit raises, with one base class, so that one ``except`` catches them all."""

from __future__ import annotations


class ArticlekitError(Exception):
    """The base class of the exceptions that articlekit raises.

    >>> import articlekit
    >>> try:
    ...     articlekit.parse("https://tarntimes.example/rain")
    ... except articlekit.ArticlekitError as error:
    ...     print(error)
    the input is the URL 'https://tarntimes.example/rain', not an article; articlekit does not fetch pages: pass the page's HTML
    """


class InputError(ArticlekitError, ValueError):
    """The input cannot be an article: it is empty, too large, a URL or a path, or not text (a PDF, for example).

    The message says what is wrong and what to do. Input that is only poor does not raise: it returns an
    :class:`~articlekit.Article` with :attr:`~articlekit.Article.problems`.

    >>> import articlekit
    >>> articlekit.parse("")
    Traceback (most recent call last):
    ...
    articlekit.errors.InputError: the input is empty: it has nothing but white space
    """


class SchemaError(ArticlekitError, ValueError):
    """The JSON of an article, or a document in ninjs, NITF, NewsML-G2, RSS or Atom, is not valid.

    The message gives the path to each fault. If XML is not well-formed, it gives the line and the column.

    >>> import articlekit
    >>> articlekit.loads('{"schema": "articlekit/2", "text": 7}')
    Traceback (most recent call last):
    ...
    articlekit.errors.SchemaError: not a valid article:
    text: must be a string, not an integer
    """


class MissingExtraError(ArticlekitError, ImportError):
    """A feature needs a library that is not installed, or not completely. The message says how to install it.

    >>> issubclass(MissingExtraError, ImportError)
    True
    """
