"""The encoder labeller: what it reads, and what is said where it is not installed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import numpy as np
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.attribution.labeller import encoder
from articlekit.attribution.labeller.protocol import ENCODER_TRUST
from articlekit.attribution.labeller.tokens import Tokens
from articlekit.attribution.labeller.windows import to_windows
from articlekit.errors import MissingExtraError

REPORT = "Rain is coming, minister Ilse Brandt said on Friday. She told the Courier that the pier would close."
FILES = ("encoder.onnx", "pieces.json", "digests.json")
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
    found = list(to_windows(tokens_of(blocks), lambda _: [7] * next(lengths), 1, size))
    assert [n for window in found for n in range(window.words.start, window.words.stop)] == list(range(len(words)))
    for window in found:
        assert len(window.pieces) == len(window.features) <= size + 1
        assert window.pieces[0] == 1
        assert len(window.first_pieces) == window.words.stop - window.words.start
        assert all(window.pieces[window.first_pieces] == 7)


def test_a_block_that_fits_is_not_cut() -> None:
    found = to_windows(tokens_of([0, 0, 0, 1, 1, 1, 1]), lambda _: [7], 1, 5)
    assert [(window.words.start, window.words.stop) for window in found] == [(0, 3), (3, 7)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained . The pier closed today .", ["It rained .", "The pier closed today ."]),
        ("It rained . ” The pier closed .", ["It rained . ”", "The pier closed ."]),
        ("It rained . the pier closed today .", ["It rained . the pier", "closed today ."]),
        ("It . The pier of Elswick closed .", ["It . The pier of", "Elswick closed ."]),
    ],
)
def test_a_block_that_does_not_fit_is_cut_at_the_end_of_a_sentence_that_is_near(text: str, parts: list[str]) -> None:
    words = text.split()
    tokens = tokens_of([0] * len(words))
    tokens.text[:] = words
    assert [" ".join(words[window.words]) for window in to_windows(tokens, lambda _: [7], 1, 5)] == parts


class TestWhatIsInstalled:
    """Libraries and weights that are missing or broken are the library's own error, when they are loaded."""

    @pytest.fixture(autouse=True)
    def _loads_again(self) -> Iterator[None]:
        encoder.load_encoder.cache_clear()
        yield
        encoder.load_encoder.cache_clear()

    @pytest.mark.parametrize("module", ["articlekit_encoder", "onnxruntime", "tokenizers"])
    def test_without_the_extra_the_error_says_what_to_install(
        self, module: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if module != "articlekit_encoder" and not find_spec("articlekit_encoder"):
            pytest.skip("the extra is not installed")
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(MissingExtraError, match=rf'needs {module}: pip install "articlekit\[encoder\]"') as error:
            articlekit.parse(REPORT, options=articlekit.Options(labeller="encoder"))
        assert isinstance(error.value.__cause__, ModuleNotFoundError)

    @installed
    @pytest.mark.parametrize("module", ["articlekit_encoder", "onnxruntime", "tokenizers"])
    @pytest.mark.parametrize(
        "code",
        ["raise OSError('no libcrunch.so')", "raise ImportError('no libcrunch.so')", "import libcrunch", "1 / 0"],
    )
    def test_a_module_that_cannot_be_imported_is_named_with_its_place_and_the_cause(
        self, module: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / module).mkdir()
        (tmp_path / module / "__init__.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, module, raising=False)
        with pytest.raises(MissingExtraError, match=rf"{module} in .* cannot be imported .*force-reinstall") as error:
            encoder.load_encoder()
        assert str(tmp_path) in str(error.value)
        assert str(error.value.__cause__) in str(error.value)

    @installed
    @pytest.mark.parametrize("module", ["articlekit_encoder", "onnxruntime", "tokenizers"])
    def test_a_folder_that_an_old_version_left_behind_is_told_from_what_is_installed(
        self, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        left = ModuleType(module)
        left.__path__ = [str(tmp_path)]
        monkeypatch.setitem(sys.modules, module, left)
        with pytest.raises(MissingExtraError, match=rf"{module} in {tmp_path} has no code.*force-reinstall"):
            encoder.load_encoder()

    @installed
    def test_weights_in_an_archive_are_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        archive = tmp_path / "weights.whl"
        with ZipFile(archive, "w") as file:
            for name in ("__init__.py", *FILES):
                file.writestr(f"articlekit_encoder/{name}", files("articlekit_encoder").joinpath(name).read_bytes())
        monkeypatch.syspath_prepend(archive)
        monkeypatch.delitem(sys.modules, "articlekit_encoder", raising=False)
        assert str(archive) in str(files("articlekit_encoder"))
        assert encoder.load_encoder().trust is ENCODER_TRUST


def _flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes(byte ^ 255 for byte in content[middle : middle + 100]) + content[middle + 100 :]


class TestWeights:
    """Weights that are not whole, or not for this library, are an error when they are loaded, and never wrong answers."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        for name in FILES:
            (tmp_path / name).write_bytes(files("articlekit_encoder").joinpath(name).read_bytes())
        return tmp_path

    def refused(self, folder: Path, why: str) -> None:
        words = rf"articlekit-encoder in {folder} cannot be read .*{why}.*pip install --force-reinstall"
        with pytest.raises(MissingExtraError, match=words) as error:
            encoder.EncoderLabeller(folder)
        assert error.value.__cause__ is not None

    @installed
    @pytest.mark.parametrize("name", ["encoder.onnx", "pieces.json"])
    @pytest.mark.parametrize(
        "broken",
        [
            lambda _: b"",
            lambda _: b"version https://git-lfs.github.com/spec/v1\nsize 18509721\n",
            lambda content: content[:-1000],
            _flipped,
        ],
        ids=["empty", "pointer", "cut off", "flipped"],
    )
    def test_a_file_that_is_not_as_it_was_made_is_named(
        self, folder: Path, name: str, broken: Callable[[bytes], bytes]
    ) -> None:
        (folder / name).write_bytes(broken((folder / name).read_bytes()))
        self.refused(folder, f"{name} does not match its SHA-256 in digests.json")

    @installed
    @pytest.mark.parametrize("name", FILES)
    def test_a_file_that_is_not_there_is_named(self, folder: Path, name: str) -> None:
        (folder / name).unlink()
        self.refused(folder, name)

    @installed
    @pytest.mark.parametrize("content", ["", "{}", "[]", '{"encoder.onnx": 1}'])
    def test_digests_that_cannot_be_read_are_no_digests(self, folder: Path, content: str) -> None:
        (folder / "digests.json").write_text(content, encoding="utf-8")
        self.refused(folder, "")

    @installed
    @pytest.mark.parametrize(
        ("old", "new", "why"),
        [
            ("[CLS]", "[KLS]", r"has no piece \[CLS\]"),
            ("[UNK]", "[UNC]", "UNK"),
            ('"vocab": {', '"vocab": {"one piece more": 18619, ', "out of data bounds"),
        ],
    )
    def test_pieces_that_do_not_fit_the_network_are_refused_also_where_their_digest_is_right(
        self, folder: Path, old: str, new: str, why: str
    ) -> None:
        path = folder / "pieces.json"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        told = {name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES[:2]}
        (folder / "digests.json").write_text(json.dumps(told), encoding="utf-8")
        self.refused(folder, why)

    @installed
    def test_a_network_for_other_labels_is_refused(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(encoder.EncoderLabeller, "_read", lambda *_: np.zeros((1, 9), dtype=np.float32))
        self.refused(folder, "the model has 9 labels, expected 7")


def test_a_labeller_that_there_is_not_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="labeller must be one of light, encoder; got 'best'"):
        articlekit.attribute(articlekit.Article(text=""), labeller="best")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="labeller"):
        articlekit.Options(labeller="best")  # type: ignore[arg-type]


@installed
def test_the_encoder_finds_who_said_what() -> None:
    article = articlekit.parse(REPORT, options=articlekit.Options(labeller="encoder"))
    said = [([source.name for source in claim.sources], claim.text) for claim in article.claims]
    assert said == [(["Ilse Brandt"], "Rain is coming"), (["Ilse Brandt"], "the pier would close")]


@installed
def test_the_how_to_prints_what_it_shows() -> None:
    """Its code is marked ``py`` and not ``python``: the docs are built without the extra, too."""
    page = (
        (samples.ROOT / "docs" / "how-to" / "use-the-encoder.md")
        .read_text(encoding="utf-8")
        .replace("```py\n", "```python\n")
    )
    assert "```python" in page
    assert samples.run_page(page, "use-the-encoder.md") == (page, [])


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
def test_each_word_has_a_chance_for_each_label() -> None:
    (scores,) = encoder.load_encoder().scores([tokens_of([0] * 700)])
    assert scores.shape == (700, 7)
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-4)
