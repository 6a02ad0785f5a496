"""The encoder labeller: what it reads, and what is said where it is not installed."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.attribution.labelling import encoder
from articlekit.attribution.labelling.tokens import Tokens
from articlekit.attribution.labelling.windows import windows
from articlekit.errors import MissingExtraError

REPORT = "Rain is coming, minister Ilse Brandt said on Friday. She told the Courier that the pier would close."
installed = pytest.mark.skipif(not find_spec("articlekit_encoder"), reason="the extra is not installed")


def tokens_of(blocks: list[int]) -> Tokens:
    """As many words as there are numbers of blocks."""
    count = len(blocks)
    return Tokens(["word"] * count, list(range(count)), list(range(1, count + 1)), blocks, [0] * count, [0] * count)


@given(st.lists(st.tuples(st.integers(1, 8), st.booleans()), max_size=60), st.integers(8, 30))
def test_windows_hold_every_word_once_and_no_more_pieces_than_fit(words: list[tuple[int, bool]], size: int) -> None:
    blocks, number = [], 0
    for _, opens in words:
        number += opens
        blocks.append(number)
    lengths = iter([length for length, _ in words])
    found = list(windows(tokens_of(blocks), lambda _: [7] * next(lengths), 1, size))
    assert [n for window in found for n in range(window.words.start, window.words.stop)] == list(range(len(words)))
    for window in found:
        assert len(window.pieces) == len(window.features) <= size + 1
        assert window.pieces[0] == 1
        assert len(window.heads) == window.words.stop - window.words.start
        assert all(window.pieces[window.heads] == 7)


def test_a_block_that_fits_is_not_cut() -> None:
    found = windows(tokens_of([0, 0, 0, 1, 1, 1, 1]), lambda _: [7], 1, 5)
    assert [(window.words.start, window.words.stop) for window in found] == [(0, 3), (3, 7)]


@pytest.mark.parametrize("module", ["articlekit_encoder", "onnxruntime", "tokenizers"])
def test_without_the_extra_the_error_says_what_to_install(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if module != "articlekit_encoder" and not find_spec("articlekit_encoder"):
        pytest.skip("the extra is not installed")
    monkeypatch.setitem(sys.modules, module, None)
    with (
        mock.patch.object(encoder, "_loaded", []),
        pytest.raises(MissingExtraError, match=rf'needs {module}: pip install "articlekit\[encoder\]"'),
    ):
        articlekit.parse(REPORT, options=articlekit.Options(labeller="encoder"))


@installed
@pytest.mark.parametrize("broken", ["encoder.onnx", "pieces.json"])
@pytest.mark.parametrize("content", [None, b"cut off"])
def test_weights_that_are_not_whole_are_an_error_that_says_how_to_mend_them(
    broken: str, content: bytes | None, tmp_path: Path
) -> None:
    for name in ("encoder.onnx", "pieces.json"):
        whole = files("articlekit_encoder").joinpath(name)
        if name != broken:
            (tmp_path / name).write_bytes(whole.read_bytes())
        elif content is not None:
            (tmp_path / name).write_bytes(content)
    with pytest.raises(
        MissingExtraError, match=r"cannot be read .*pip install --force-reinstall articlekit-encoder"
    ) as error:
        encoder.Encoder(tmp_path)
    assert error.value.__cause__ is not None


def test_a_labeller_that_there_is_not_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="labeller: 'best' is none of light, encoder"):
        articlekit.attribute(articlekit.Article(text=""), labeller="best")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="labeller"):
        articlekit.Options(labeller="best")  # type: ignore[arg-type]


@installed
def test_the_encoder_finds_who_said_what() -> None:
    article = articlekit.parse(REPORT, options=articlekit.Options(labeller="encoder"))
    said = [([source.name for source in claim.sources], claim.text) for claim in article.claims]
    assert said == [(["Ilse Brandt"], "Rain is coming"), (["Ilse Brandt"], "the pier would close")]


@installed
def test_many_articles_are_read_as_each_alone_would_be() -> None:
    reports = [REPORT, "It is dry, Odo Finch said.", "", " ".join([REPORT] * 30)]
    articles = [
        articlekit.parse_text(report, attribute=False) if report else articlekit.Article(text="") for report in reports
    ]
    together = list(articlekit.attribute_many(articles, labeller="encoder"))
    alone = [articlekit.attribute(article, labeller="encoder") for article in articles]
    assert together == alone


@installed
def test_threads_load_one_encoder() -> None:
    with mock.patch.object(encoder, "_loaded", []), ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: id(encoder.encoder()), range(8)))) == 1


@installed
def test_each_word_has_a_chance_for_each_label() -> None:
    (scores,) = encoder.encoder().scores([tokens_of([0] * 700)])
    assert scores.shape == (700, 7)
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-4)
