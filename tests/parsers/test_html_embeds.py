"""Videos, posts and charts that a story shows in frames."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, STORY, TOLD, lines, read

VIDEO = "https://video.example/embed/7"


def media(inner: str) -> list[tuple[str, str | None]]:
    """Text and address of the media links of a story with ``inner`` in its middle."""
    article = read(f"<main><h1>{HEADLINE}</h1><p>{TOLD[0]}</p>{inner}<p>{'</p><p>'.join(TOLD[1:])}</p></main>")
    assert tuple(lines(article)) == TOLD
    return [(link.text, link.url) for link in article.links if link.kind == "media" and link.span is None]


@pytest.mark.parametrize(
    "frame",
    [
        f"<iframe src={VIDEO} title='The pier falls'></iframe>",
        f"<figure><iframe data-src={VIDEO} src=about:blank title='The pier falls'></iframe></figure>",
        "<div class=video><iframe src=//video.example/embed/7 title='The pier falls' width=640 height=360></iframe></div>",
        f"<video src={VIDEO} title='The pier falls'></video>",
        f"<video title='The pier falls'><source src={VIDEO}></video>",
        f"<audio src={VIDEO} title='The pier falls'></audio>",
        f"<amp-video src={VIDEO} title='The pier falls'></amp-video>",
        f"<amp-iframe src={VIDEO} title='The pier falls'></amp-iframe>",
    ],
)
def test_a_frame_in_the_story_is_a_media_link_outside_the_text(frame: str) -> None:
    assert media(frame) == [("The pier falls", VIDEO)]


def test_a_frame_without_a_name_is_told_by_its_address_and_once() -> None:
    assert media(f"<iframe src={VIDEO}></iframe>" * 2) == [(VIDEO, VIDEO)]


@pytest.mark.parametrize(
    "frame",
    [
        f"<iframe src={VIDEO} width=1 height=1></iframe>",
        f"<iframe src={VIDEO} style='display:none'></iframe>",
        f"<iframe src={VIDEO} id=ad-frame></iframe>",
        "<iframe src=https://ads.example/7></iframe>",
        "<iframe src=https://paper.example/newsletter/signup></iframe>",
        "<iframe src=javascript:void(0)></iframe>",
        "<iframe srcdoc='<p>The pier</p>'></iframe>",
        "<video src=blob:https://video.example/7></video>",
        f"<aside><iframe src={VIDEO}></iframe></aside>",
    ],
)
def test_frames_that_show_no_part_of_the_story_are_left_out(frame: str) -> None:
    assert media(frame) == []


def test_a_frame_far_from_the_story_is_none_of_it() -> None:
    page = (
        f"<main><h1>{HEADLINE}</h1>{STORY}</main><section><h2>More to see</h2><iframe src={VIDEO}></iframe></section>"
    )
    assert read(page).links == ()


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        ("<video src=/v/pier.mp4 title=Pier></video>", [("Pier", "https://www.courier.example/v/pier.mp4")]),
        ("<video src='blob:pier'></video>", []),
        (f"<noscript><iframe src={VIDEO} title=Pier></iframe></noscript>", [("Pier", VIDEO)]),
    ],
)
def test_recordings_of_the_site_and_frames_for_readers_without_scripts_count(
    frame: str, found: list[tuple[str, str | None]]
) -> None:
    assert media(frame) == found
