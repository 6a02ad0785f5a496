"""What reads or is named like a door, a wall or a list of others, and is a story that all may read."""

from __future__ import annotations

import pytest

from articlekit import parse_html

P = "<p>The crews of Marrow Bay went on with their work at the old pier until the evening, number {} of many in that week.</p>"
STORY = P.format(1) + P.format(2) + P.format(3)


def page(story: str, head: str = "") -> str:
    return f"<html><head><title>Hafen offen</title>{head}</head><body><article><h1>Hafen offen</h1>{story}</article></body></html>"


def codes(source: str, url: str = "https://courier.example/a") -> list[str]:
    return [problem.code for problem in parse_html(source, attribute=False, url=url).problems]


# Walls


@pytest.mark.parametrize(
    "told",
    [
        "Registered voters can pick up their ballots from Monday, said the clerk of the town.",
        "On his own account the keeper had never left the light for more than a single night.",
        "The new ferry cost $9 million, and the subscribers of the fund paid for nearly half of it.",
    ],
)
def test_a_free_part_of_the_story_in_a_box_that_is_named_a_wall_stays(told: str) -> None:
    source = page(f"{STORY}<div class='article-text paywall'><p>{told}</p></div>")
    assert told in parse_html(source, attribute=False).text
    assert "paywalled" not in codes(source)


@pytest.mark.parametrize(
    "way",
    ["<p>Subscribe to continue reading.</p>", "<p>Already a subscriber?</p>", "<button>Go</button>", "<form><p>Your name</p></form>", "<a href=/in>Go on</a>"],
)  # fmt: skip
def test_a_box_that_is_named_a_wall_and_holds_a_way_in_is_one(way: str) -> None:
    told = "Registered readers can go on with all that the Courier writes, for as long as they like to."
    source = page(f"{STORY}<div class='paywall'><p>{told}</p>{way}</div>")
    assert told not in parse_html(source, attribute=False).text
    assert "paywalled" in codes(source)


def test_a_short_line_about_a_price_in_a_box_that_is_named_a_wall_stays() -> None:
    assert "paywalled" not in codes(page(f"{STORY}<div class=paywall><p>The pier costs £3 a day.</p></div>"))
