"""The exceptions that articlekit raises: one root, so that one ``except`` catches all of them."""

from __future__ import annotations


class ArticlekitError(Exception):
    """The root of every exception that articlekit raises on purpose.

    >>> import articlekit
    >>> try:
    ...     articlekit.parse("https://tarntimes.example/rain")
    ... except articlekit.ArticlekitError as error:
    ...     print(error)
    the input is the address 'https://tarntimes.example/rain', not a report; articlekit never fetches: give the page itself
    """


class InputError(ArticlekitError, ValueError):
    """The input cannot be read as news at all: it is empty, too large, an address, or bytes that are no text, as a PDF is.

    The message says what was wrong and what to do. Input that is merely poor gives an
    :class:`~articlekit.Article` with :attr:`~articlekit.Article.problems` instead.

    >>> import articlekit
    >>> articlekit.parse("")
    Traceback (most recent call last):
    ...
    articlekit.errors.InputError: the input is empty: it holds no character but white space
    """


class SchemaError(ArticlekitError, ValueError):
    """A dumped article, or a document in ninjs, NITF, NewsML-G2, RSS or Atom, does not follow its schema.

    The message names the path to each fault; of XML that is not well formed, the line and column.

    >>> import articlekit
    >>> articlekit.loads('{"schema": "articlekit/2", "text": 7}')
    Traceback (most recent call last):
    ...
    articlekit.errors.SchemaError: not an article as the schema has it:
    text: must be a string, not an integer
    """


class MissingExtraError(ArticlekitError, ImportError):
    """What was asked for needs a library that is not installed, or not whole. The message says how to install it.

    >>> issubclass(MissingExtraError, ImportError)
    True
    """
