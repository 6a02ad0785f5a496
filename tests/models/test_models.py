from __future__ import annotations

import ast
import copy
import datetime as dt
import inspect
import pickle
from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import pytest

from articlekit import models
from articlekit.models import (
    Article,
    Author,
    Block,
    Claim,
    Credit,
    Cue,
    Dateline,
    Evidence,
    Image,
    Link,
    Problem,
    Publisher,
    Quote,
    Source,
    Span,
    When,
    slice_text,
)

DAY = dt.date(2025, 6, 13)
NOON = dt.datetime(2025, 6, 13, 12, tzinfo=dt.UTC)
WHEN = When(value="2025-06-13", earliest=DAY, latest=DAY, raw="Friday")
SOURCE = Source(id="source-1", name="Ilse Brandt", kind="person", named=True)
CLAIM = Claim(id="claim-1", text="Rain", spans=(Span(0, 4),), form="indirect", sources=(SOURCE,), rule="claim.told")

EXAMPLES = [
    Article(text="Rain fell.", title="Rain", claims=(CLAIM,)),
    Author(name="Ada Quill", kind="person"),
    Block(kind="paragraph", span=Span(0, 4)),
    CLAIM,
    Credit(name="Odo Finch", role="editing", text="Editing by Odo Finch"),
    Cue(text="said", spans=(Span(0, 4),), kind="statement"),
    Dateline(place="MARROW BAY", text="MARROW BAY -"),
    Evidence(field="title", rule="title.heading", raw="Rain"),
    Image(alt="A ferry"),
    Link(id="link-1", href="#", text="Storm", kind="related"),
    Problem(code="no-title", message="no headline was found"),
    Publisher(name="The Harbour Courier"),
    Quote(id="quote-1", text="Rain", spans=(Span(0, 4),), kind="fragment"),
    SOURCE,
    Span(0, 4),
    When(value="2025-06-13T12:00Z", earliest=DAY, latest=DAY, at=NOON, raw="noon"),
]
MODELS = [getattr(models, name) for name in models.__all__ if attrs.has(getattr(models, name))]
LITERALS = [getattr(models, name) for name in models.__all__ if get_origin(getattr(models, name)) is Literal]

each_model = pytest.mark.parametrize("model", MODELS)
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: type(example).__name__)


def parts_of(kind: object) -> Iterator[object]:
    """``kind`` without tuples and unions around it."""
    if get_origin(kind) in (tuple, UnionType):
        for part in get_args(kind):
            if part is not ...:
                yield from parts_of(part)
    else:
        yield kind


def fields_of(model: type) -> list[tuple[str, Any]]:
    """Name and type of each field."""
    hints = get_type_hints(model)
    return [(field.name, hints[field.name]) for field in attrs.fields(model)]


def test_every_model_has_an_example_here() -> None:
    assert {type(example) for example in EXAMPLES} == set(MODELS)


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Span\.end \(3\) must not be less than Span\.start \(5\)"):
        Span(5, 3)


def test_a_span_that_starts_before_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Span\.start must not be negative; got -1"):
        Span(-1, 3)


def test_a_span_may_be_empty() -> None:
    assert Span(3, 3) == Span(3, 3, "text")


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(4, 6), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 6)]


def test_a_when_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"When\.latest \(2025-06-12\) must not be before When\.earliest \(2025-06-13\)"
    ):
        When(value="2025-06-13", earliest=DAY, latest=DAY - dt.timedelta(days=1), raw="Friday")


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_confidence_outside_0_to_1_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match=rf"Claim\.confidence must be between 0 and 1; got {confidence}"):
        attrs.evolve(CLAIM, confidence=confidence)


@pytest.mark.parametrize("confidence", [0, 0.5, 1])
def test_a_confidence_from_0_to_1_is_kept(confidence: float) -> None:
    assert attrs.evolve(CLAIM, confidence=confidence).confidence == confidence


@each_example
def test_no_field_can_be_set_or_deleted(example: object) -> None:
    for name, _ in fields_of(type(example)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(example, name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(example, name)


@each_example
def test_a_model_takes_no_new_attributes(example: object) -> None:
    assert not hasattr(example, "__dict__")
    with pytest.raises(AttributeError):
        object.__setattr__(example, "extra", 1)


@each_example
def test_models_are_equal_by_value_and_hash_alike(example: object) -> None:
    twin = copy.copy(example)
    assert twin is not example
    assert twin == example
    assert hash(twin) == hash(example)
    assert example != object()


@each_example
def test_every_model_pickles(example: object) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(example, protocol)) == example


@each_model
def test_fields_are_keyword_only_except_in_span(model: type[attrs.AttrsInstance]) -> None:
    assert {field.kw_only for field in attrs.fields(model)} == {model is not Span}


@each_model
def test_a_field_is_a_tuple_a_model_or_a_plain_value(model: type) -> None:
    plain = {str, int, float, bool, type(None), dt.date, dt.datetime, *MODELS}
    for name, kind in fields_of(model):
        for part in parts_of(kind):
            assert part in plain or get_origin(part) is Literal, f"{model.__name__}.{name}: {part}"


@each_model
def test_a_default_is_none_an_empty_tuple_or_a_plain_value(model: type[attrs.AttrsInstance]) -> None:
    for field in attrs.fields(model):
        assert field.default in (attrs.NOTHING, None, (), False, 1.0, "author", "text"), field.name


@each_model
def test_every_kind_form_role_and_code_is_a_published_literal(model: type) -> None:
    for name, kind in fields_of(model):
        if name in ("kind", "form", "code", "field", "role") and (model, name) not in FREE_WORDS:
            assert kind in LITERALS, f"{model.__name__}.{name}"


FREE_WORDS = {
    (Source, "role"),  # a title as the page writes it
    (Evidence, "field"),  # the name of a field of the article
}


@each_model
def test_every_literal_that_a_model_uses_is_published(model: type) -> None:
    for name, kind in fields_of(model):
        for part in parts_of(kind):
            assert get_origin(part) is not Literal or part in LITERALS, f"{model.__name__}.{name}"


@each_model
def test_every_class_and_field_has_a_docstring(model: type) -> None:
    (cls,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(cls, ast.ClassDef)
    assert ast.get_docstring(cls)
    for field, note in zip(cls.body, [*cls.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign):
            said = isinstance(note, ast.Expr) and isinstance(note.value, ast.Constant) and note.value.value
            assert isinstance(said, str), f"{model.__name__}, line {field.lineno}: {ast.unparse(field)}"


@each_model
def test_a_field_that_can_be_none_says_what_none_means(model: type) -> None:
    notes = inspect.getsource(model)
    for name, kind in fields_of(model):
        if type(None) in get_args(kind):
            note = notes.partition(f"    {name}: ")[2].split('"""')[1]
            assert "None" in note, f"{model.__name__}.{name}"


@each_model
def test_a_model_has_no_public_methods(model: type) -> None:
    assert [name for name in vars(model) if not name.startswith("_") and callable(getattr(model, name))] == []


def test_slice_text_joins_the_words_at_the_spans_with_a_space() -> None:
    article = Article(text="Rain fell. Roads closed.", title="Rain in Marrow Bay")
    assert slice_text(article, [Span(0, 4, "title"), Span(0, 9), Span(11, 24)]) == "Rain Rain fell Roads closed."
    assert slice_text(article, []) == ""


def test_slice_text_of_a_missing_title_is_empty() -> None:
    assert slice_text(Article(text="Rain fell."), [Span(0, 4, "title")]) == ""


def test_offsets_count_code_points() -> None:
    assert slice_text(Article(text="🚒 Zoe\u0308 left"), [Span(2, 6)]) == "Zoe\u0308"
