"""Reader for plain text: wire copy, e-mailed press releases, text pasted from a page.

It uses the layout only. ``mail`` reads e-mail headers; ``text_lines`` splits the text into runs of lines and finds out whether a
program wrapped them; ``blocks`` groups the lines into blocks. What the words of a line mean is decided later, by the field rules.
"""

from __future__ import annotations

from articlekit.parsers.draft import Draft
from articlekit.parsers.input.mail import unpack_mail
from articlekit.parsers.plain.blocks import build_blocks, split_run
from articlekit.parsers.plain.text_lines import MAX_DEPTH, find_wrapping, split_runs


def read_plain(text: str) -> Draft:
    r"""Return a draft with the blocks, links and e-mail headers of ``text``. Never raises; takes linear time.

    >>> draft = read_plain("Ferry resumes\nBy Ada Quill\n\nThe ferry sails again, see https://ferry.example/.")
    >>> [block.text for block in draft.body.blocks]
    ['Ferry resumes', 'By Ada Quill', 'The ferry sails again, see https://ferry.example/.']
    >>> draft.body.blocks[2].links[0].href
    'https://ferry.example/'
    """
    draft = Draft()
    runs = list(split_runs(unpack_mail(text, draft)))
    if any(run[0].depth > MAX_DEPTH for run in runs):
        draft.report(
            "too-deep", f"quotations lie more than {MAX_DEPTH} deep; those below are given as depth {MAX_DEPTH}"
        )
    wrapping = find_wrapping(runs)
    draft.body.blocks = build_blocks([group for run in runs for group in split_run(run, wrapping)])
    return draft
