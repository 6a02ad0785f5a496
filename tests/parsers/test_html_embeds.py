"""Videos, posts and charts that a story shows in frames."""

from __future__ import annotations

import pytest
from newspage import HEADLINE, PARAGRAPHS, STORY, lines, read

VIDEO = "https://video.example/embed/7"


def media(inner: str) -> list[tuple[str, str | None]]:
    """Text and address of the media links of a story with ``inner`` in its middle."""
    article = read(
        f"<main><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p>{inner}<p>{'</p><p>'.join(PARAGRAPHS[1:])}</p></main>"
    )
    assert tuple(lines(article)) == PARAGRAPHS
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


def test_a_frame_without_a_title_is_named_by_its_address_once() -> None:
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
def test_frames_that_are_not_the_storys_are_left_out(frame: str) -> None:
    assert media(frame) == []


def test_a_frame_far_from_the_story_is_left_out() -> None:
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


TWEET, REEL = "https://twitter.com/i/status/1111122222333334444", "https://www.instagram.com/p/BquillReed1/"
WATCH = "https://www.youtube.com/watch?v=pier-falls1"


@pytest.mark.parametrize(
    ("box", "address"),
    [
        ("<amp-twitter width=1 height=1 data-tweetid=1111122222333334444></amp-twitter>", TWEET),
        ("<div class=widget><figure><div data-tweet-id=1111122222333334444></div></figure></div>", TWEET),
        ("<amp-instagram data-shortcode=BquillReed1 width=1 height=1 layout=responsive></amp-instagram>", REEL),
        (f"<blockquote class=instagram-media data-instgrm-permalink='{REEL}?utm_source=x'></blockquote>", REEL),
        (
            f"<blockquote class=instagram-media><div><a href={REEL}?utm_source=x><div></div></a></div></blockquote>",
            REEL,
        ),
        (
            "<div class='embed twitter'><blockquote class=twitter-tweet><a href='https://twitter.com/quill/status/11111?s=20'></a></blockquote></div>",
            "https://twitter.com/quill/status/11111",
        ),
        ("<amp-youtube data-videoid=pier-falls1 width=480 height=270></amp-youtube>", WATCH),
        ("<lite-youtube videoid=pier-falls1></lite-youtube>", WATCH),
        ("<div class=youtube-player data-id=pier-falls1></div>", WATCH),
        ("<amp-vimeo data-videoid=1234567></amp-vimeo>", "https://vimeo.com/1234567"),
        ("<amp-dailymotion data-videoid=x2mquill></amp-dailymotion>", "https://www.dailymotion.com/video/x2mquill"),
        (
            "<blockquote class=bluesky-embed data-bluesky-uri=at://did:plc:quill7/app.bsky.feed.post/3kreed></blockquote>",
            "https://bsky.app/profile/did:plc:quill7/post/3kreed",
        ),
        (
            "<blockquote class=tiktok-embed cite=https://www.tiktok.com/@quill/video/7777777></blockquote>",
            "https://www.tiktok.com/@quill/video/7777777",
        ),
        (
            "<div class=fb-post data-href='https://www.facebook.com/photo.php?fbid=11111&type=3#x'></div>",
            "https://www.facebook.com/photo.php?fbid=11111&type=3",
        ),
    ],
)
def test_the_id_of_a_post_or_a_video_becomes_a_media_link(box: str, address: str) -> None:
    assert media(box) == [(address, address)]


@pytest.mark.parametrize(
    "box",
    [
        "<amp-twitter data-tweetid=quill></amp-twitter>",
        "<amp-brightcove data-video-id=1111122222></amp-brightcove>",
        "<div class=player data-id=pier-falls1></div>",
        "<div class=youtube-player data-id=7></div>",
        "<div data-shortcode=BquillReed1></div>",
        "<div data-href=https://www.facebook.com/quill></div>",
        "<div class=sidebar><div class=fb-post data-href=https://www.facebook.com/quill/posts/7></div></div>",
        "<blockquote class=instagram-media data-instgrm-permalink=javascript:void(0)></blockquote>",
        "<blockquote class=twitter-tweet><a href=https://twitter.com/quill></a></blockquote>",
    ],
)
def test_an_id_without_a_known_address_is_not_a_link(box: str) -> None:
    assert media(box) == []


def test_a_quoted_post_that_the_text_links_to_is_linked_once() -> None:
    post = "https://twitter.com/quill/status/11111"
    words = f"<p>The pier fell into the harbour.</p>— Ada Quill (@quill) <a href={post}?s=20>June 13</a>"
    page = f"<p>{PARAGRAPHS[0]}</p><blockquote class=twitter-tweet>{words}</blockquote>{STORY}"
    article = read(f"<main><h1>{HEADLINE}</h1>{page}</main>")
    assert "The pier fell into the harbour." in lines(article)
    assert [link.kind for link in article.links] == ["reference"]


def test_the_words_in_an_element_of_a_script_stay() -> None:
    words = "<amp-twitter data-tweetid=11111><blockquote placeholder>The pier fell.</blockquote></amp-twitter>"
    article = read(f"<main><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p>{words}{STORY}</main>")
    assert "The pier fell." in lines(article)
    assert [link.url for link in article.links] == ["https://twitter.com/i/status/11111"]


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ("<figure><video src=/v.mp4></video><figcaption>The quay at dawn</figcaption></figure>", "The quay at dawn"),
        ("<figure><video src=/v.mp4 title=Quay></video><figcaption>The quay at dawn</figcaption></figure>", "Quay"),
        (f"<div><video src=/v.mp4></video><p>{PARAGRAPHS[2]}</p></div>", "/v.mp4"),
    ],
)
def test_a_recording_is_called_what_it_says_of_itself_or_the_caption_in_its_figure(box: str, text: str) -> None:
    article = read(f"<main><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p>{box}{STORY}</main>")
    assert [link.text for link in article.links] == [text]
