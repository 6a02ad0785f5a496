"""Plain text → Draft: wire copy, e-mailed press releases, text pasted from a page.

What the layout alone tells, in this order: an e-mail is unpacked (``mail``), the text falls into runs of lines
(``lines``), the document shows whether its lines were wrapped and where (``wrapping``), lines become pieces
(``pieces``), and pieces become blocks with their links (``blocks``). What a line means is for assembly to say.
"""

from __future__ import annotations

from articlekit.parsers.draft import Draft
from articlekit.parsers.input.mail import unpack_mail
from articlekit.parsers.plain.blocks import build_blocks
from articlekit.parsers.plain.lines import DEEPEST, split_runs
from articlekit.parsers.plain.pieces import split_run
from articlekit.parsers.plain.wrapping import measure


def read_plain(text: str) -> Draft:
    r"""The blocks, links and e-mail headers of ``text``. Never raises; takes time linear in its length.

    >>> draft = read_plain("Ferry resumes\nBy Ada Quill\n\nThe ferry sails again, see https://ferry.example/.")
    >>> [block.text for block in draft.body.blocks]
    ['Ferry resumes', 'By Ada Quill', 'The ferry sails again, see https://ferry.example/.']
    >>> draft.body.blocks[2].links[0].href
    'https://ferry.example/'
    """
    draft = Draft()
    runs = list(split_runs(unpack_mail(text, draft)))
    if any(run[0].depth > DEEPEST for run in runs):
        draft.report("too-deep", f"quotations lie more than {DEEPEST} deep; those below are given as depth {DEEPEST}")
    wrap = measure(runs)
    draft.body.blocks = build_blocks([piece for run in runs for piece in split_run(run, wrap)])
    return draft
