"""The standfirst in italics or bold below the headline."""

from __future__ import annotations

import pytest

import articlekit

STANDFIRST = "Ferries stay in port until the pier is mended."


@pytest.mark.parametrize("mark", ["*", "**"])
@pytest.mark.parametrize(
    "under",
    [
        "![Pier](pier.jpg)\n\nThe harbour closed.\n\nThe ferries stayed in port.",
        "![Pier](pier.jpg)\n\nWaves at the pier on Friday\n\nThe harbour closed.",
        "![Pier](pier.jpg)\n\n*Waves at the pier on Friday.*\n\nThe harbour closed.",
        "By Ada Quill\n\n![Pier](pier.jpg)\n\nThe harbour closed.",
    ],
)
def test_a_line_set_off_between_headline_and_image_is_the_standfirst(mark: str, under: str) -> None:
    article = articlekit.parse(f"# Harbour closed\n\n{mark}{STANDFIRST}{mark}\n\n{under}")
    assert article.summary == STANDFIRST
    assert article.blocks[0].kind == "standfirst"


@pytest.mark.parametrize(
    "report",
    [
        f"# Harbour closed\n\nThe harbour closed.\n\n*{STANDFIRST}*\n\n![Pier](pier.jpg)\n\nIt rained.",
        f"# Harbour closed\n\n![Pier](pier.jpg)\n\n*{STANDFIRST}*\n\nIt rained.",
        f"# Harbour closed\n\n*{STANDFIRST}*\n\nIt rained.\n\n![Pier](pier.jpg)\n\nIt rained on.",
        "# Harbour closed\n\n*Ferries*\n\n![Pier](pier.jpg)\n\nIt rained.",
    ],
)
def test_other_emphasized_lines_near_an_image_are_not_a_standfirst(report: str) -> None:
    assert articlekit.parse(report).summary is None
