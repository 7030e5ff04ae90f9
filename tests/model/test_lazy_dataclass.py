"""Data classes whose methods are made late are as those that Python makes at once."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from briefs.model.lazy_dataclass import dataclass

Decorator = Callable[..., Any]
BOTH = pytest.mark.parametrize("decorator", [dataclass, dataclasses.dataclass], ids=["lazy", "of Python"])


def point(decorator: Decorator, **options: bool) -> Any:
    class Point:
        """A point."""

        kind: ClassVar[str] = "point"
        x: int
        y: int = 2
        tags: list[str] = field(default_factory=list, compare=False)
        hidden: str = field(default="", repr=False, hash=False)

    return decorator(slots=True, **options)(Point)


@dataclass(frozen=True, slots=True)
class Place:
    """A place, which can be pickled."""

    path: str
    line: int = 0


@BOTH
@pytest.mark.parametrize("is_frozen", [True, False])
def test_objects_are_made_compared_and_shown(decorator: Decorator, is_frozen: bool) -> None:
    Point = point(decorator, frozen=is_frozen)
    one, same, other = Point(1), Point(x=1, y=2, tags=["a"]), Point(1, 3)
    assert (one.x, one.y, one.tags, one.hidden, one.kind) == (1, 2, [], "", "point")
    assert one == same != other
    assert one != (1, 2)
    assert repr(same) == "point.<locals>.Point(x=1, y=2, tags=['a'])"
    assert Point(1).tags is not Point(1).tags
    assert is_dataclass(Point.__mro__[0])
    assert replace(one, y=3) == other
    assert asdict(one) == {"x": 1, "y": 2, "tags": [], "hidden": ""}
    assert copy.copy(same).tags is same.tags
    assert copy.deepcopy(same) == same
    assert [one.name for one in fields(Point)] == ["x", "y", "tags", "hidden"]
    assert Point.__match_args__ == ("x", "y", "tags", "hidden")
    assert Point.__doc__ == "A point."
    assert not hasattr(one, "__dict__")
    assert Point.__dataclass_params__.frozen is is_frozen
    assert not hasattr(Point, "__setstate__") or is_frozen


@BOTH
def test_only_frozen_objects_have_a_hash(decorator: Decorator) -> None:
    frozen = point(decorator, frozen=True)
    assert hash(frozen(1)) == hash(frozen(1, 2, ["a"], "b"))
    assert len({frozen(1), frozen(1), frozen(2)}) == 2
    assert point(decorator).__hash__ is None


@BOTH
def test_frozen_objects_stay_as_they_are(decorator: Decorator) -> None:
    one = point(decorator, frozen=True)(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        one.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del one.x
    changeable = point(decorator)(1)
    changeable.x = 2
    assert changeable.x == 2


@BOTH
def test_wrong_arguments_are_named(decorator: Decorator) -> None:
    Point = point(decorator, frozen=True)
    for _ in range(2):
        with pytest.raises(TypeError, match=r"Point.__init__\(\) missing 1 required positional argument: 'x'"):
            Point()
        with pytest.raises(TypeError, match=r"got an unexpected keyword argument 'z'"):
            Point(1, z=2)


@BOTH
def test_methods_that_a_class_has_itself_stay(decorator: Decorator) -> None:
    class Own:
        """It compares itself."""

        name: str
        length: int = field(init=False)
        usual: int = field(init=False, default=3)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

        def __eq__(self, other: object) -> bool:
            return True

        def __repr__(self) -> str:
            return f"<{self.name}>"

    made = decorator(frozen=True, slots=True)(Own)
    one = made("abc")
    assert (one.length, one.usual, repr(one)) == (3, 3, "<abc>")
    assert one == 1
    assert isinstance(hash(one), int)


@BOTH
def test_a_class_without_equality_is_equal_to_itself_alone(decorator: Decorator) -> None:
    made = point(decorator, frozen=True, eq=False)
    one = made(1)
    assert one == one != made(1)
    assert len({one, made(1)}) == 2


@BOTH
def test_an_object_in_itself_can_be_shown(decorator: Decorator) -> None:
    one = point(decorator)(1)
    one.tags.append(one)
    assert repr(one) == "point.<locals>.Point(x=1, y=2, tags=[...])"


@BOTH
def test_classes_with_a_base_or_an_order_are_as_python_makes_them(decorator: Decorator) -> None:
    Point = point(decorator, frozen=True)

    @decorator(frozen=True, slots=True)
    class Named(Point):  # type: ignore[misc, valid-type]
        name: str = "p"

    assert Named(1) == Named(1, 2, [], "", "p") != Point(1)
    assert "name='p'" in repr(Named(1))
    ordered = point(decorator, frozen=True, order=True)
    assert ordered(1) < ordered(2)


@BOTH
def test_a_class_below_one_of_them_takes_its_methods(decorator: Decorator) -> None:
    Point = point(decorator, frozen=True)

    class Below(Point):  # type: ignore[misc, valid-type]
        pass

    assert Below(1) == Below(1, 2)
    assert repr(Below(1)).endswith("Below(x=1, y=2, tags=[])")


def test_objects_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Place("a", 3))) == Place("a", 3)


def test_constructors_are_made_once_when_they_are_first_called() -> None:
    Point = point(dataclass, frozen=True)
    first = Point.__init__
    one = Point(1)
    assert Point.__init__ is not first
    made = Point.__init__
    assert Point(1) == one
    assert Point.__init__ is made
