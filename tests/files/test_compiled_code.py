"""What Python compiles while it loads the program is the same, whether it is compiled or was kept."""

from __future__ import annotations

import collections
import dataclasses
import marshal
import re
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefs.files import compiled_code, user_cache
from briefs.files.compiled_code import FEWEST, CompiledCode, compiled_before
from briefs.files.user_cache import cache_folder, keep

EXPRESSIONS: tuple[tuple[str | bytes, int], ...] = (
    (r"(?P<first>\w+)\s(?P<second>[а-я]+|(?P=first))", re.IGNORECASE),
    (r"(?P<first>\w+)\s(?P<second>[а-я]+|(?P=first))", 0),
    (rb"[\x00-\x20]+(?:a|b)??", re.DOTALL),
    ("(?ms)^a  b # c", re.VERBOSE),
    ("(?<!x)(?i:straße|ſ|İ)(?=y)|[^\\W\\d_]{2,5}+", re.UNICODE),
    ("".join(f"[{chr(code)}{chr(code + 700)}]|" for code in range(300, 400)), re.ASCII),
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def compiled(expression: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """The pattern, not as the module `re` remembers it."""
    re.purge()
    return re.compile(expression, flags)


def in_two_processes(make: Callable[[], Any]) -> tuple[Any, Any, Any]:
    """What `make` gives as usual, in a process that keeps what it compiles, and in one that finds all of that."""
    usual = make()
    with compiled_before("build") as first:
        kept = make()
        first.new += FEWEST
    with compiled_before("build") as second:
        found = make()
        assert second.new == 0 < first.new
    return usual, kept, found


def test_patterns_are_the_same() -> None:
    def make() -> list[re.Pattern[Any]]:
        return [compiled(expression, flags) for expression, flags in EXPRESSIONS]

    usual, kept, found = in_two_processes(make)
    assert usual == kept == found  # they compare their code and flags
    text = "Привет привет a a"
    for pattern in (usual[0], found[0]):
        assert pattern.groupindex == {"first": 1, "second": 2}
        assert [one.groupdict() for one in pattern.finditer(text)] == [
            {"first": "Привет", "second": "привет"},
            {"first": "a", "second": "a"},
        ]


def test_data_classes_are_the_same() -> None:
    def make() -> list[Any]:
        @dataclasses.dataclass(frozen=True, order=True, slots=True, kw_only=True)
        class Point:
            x: int
            y: int = 2
            more: list[int] = dataclasses.field(default_factory=list, compare=False, repr=False)

            def __post_init__(self) -> None:
                if self.x < 0:
                    raise ValueError("less than nothing")

        pair = collections.namedtuple("pair", "left right", defaults=(3,))
        one, two = Point(x=1), Point(x=1, y=3)
        with pytest.raises(dataclasses.FrozenInstanceError):
            one.x = 3  # type: ignore[misc]
        with pytest.raises(ValueError, match="less than nothing"):
            Point(x=-1)
        with pytest.raises(TypeError) as wrong:
            Point(1)  # type: ignore[call-arg]
        told = str(wrong.value).rpartition(".")[2]
        made = [repr(one).rpartition(".")[2], one < two, one == Point(x=1, more=[2]), len({one, Point(x=1)}), told]
        return [*made, tuple(pair(1)), repr(pair(1, 2)), pair.__new__.__qualname__, Point.__init__.__annotations__]

    usual, kept, found = in_two_processes(make)
    assert usual == kept == found


def test_annotations_are_the_same() -> None:
    def make() -> list[Any]:
        reference = typing.ForwardRef("tuple[int, str | None]")
        return [reference.__forward_arg__, typing.get_type_hints(dataclasses.make_dataclass("A", [("a", reference)]))]

    usual, kept, found = in_two_processes(make)
    assert usual == kept == found


def test_code_does_not_take_over_how_this_module_reads_annotations() -> None:
    scope: dict[str, Any] = {}
    exec(CompiledCode().code("def f(a: int): ...", "exec"), scope)
    assert scope["f"].__annotations__ == {"a": int}


def test_mistakes_stay_mistakes() -> None:
    with compiled_before("build"):
        with pytest.raises(re.error, match="unterminated"):
            compiled("(")
        with pytest.raises(TypeError, match="first argument must be string"):
            re.compile(1)  # type: ignore[call-overload]
        with pytest.raises(SyntaxError, match="Forward reference must be an expression"):
            typing.ForwardRef("a b")


def test_what_depends_on_more_than_its_source_is_not_kept() -> None:
    with compiled_before("build") as known:
        assert compiled(rb"(?L)\w").match(b"a")
        assert compiled(rb"\w", re.LOCALE).match(b"a")
    assert known.new == 0


def test_afterwards_python_is_as_it_was() -> None:
    def functions() -> list[object]:
        names = (("exec", dataclasses), ("eval", collections), ("compile", typing))
        compiler = getattr(re, "_compiler", None)
        return [*(vars(module).get(name) for name, module in names), vars(compiler)["compile"], vars(compiler)["_sre"]]

    def fail() -> None:
        with compiled_before("build") as known:
            assert functions() != before
            known.new = FEWEST
            raise KeyError

    before = functions()
    with pytest.raises(KeyError):
        fail()
    assert functions() == before
    assert not cache_folder("compiled").exists()  # nothing is kept of what failed


def test_few_new_pieces_are_not_worth_writing() -> None:
    for number, is_kept in ((FEWEST - 1, False), (FEWEST, True)):
        with compiled_before("build"):
            for one in range(number):
                compiled(f"{one}+")
        assert cache_folder("compiled").exists() == is_kept


def test_commands_do_not_know_what_others_compile() -> None:
    in_two_processes(lambda: [compiled("build+")])
    with compiled_before("check") as known:
        compiled("build+")
    assert known.new == 1


@pytest.mark.parametrize("spoiled", [b"", b"[", marshal.dumps(1), marshal.dumps((1, 2)), marshal.dumps([1, 2, 3])])
def test_what_cannot_be_read_is_compiled(spoiled: bytes) -> None:
    in_two_processes(lambda: [compiled("a+")])
    (file,) = cache_folder("compiled").iterdir()
    keep("compiled", file.name, spoiled, 9)
    with compiled_before("build") as known:
        assert compiled("a+").match("aa")
    assert known.new == 1


def test_if_it_is_too_much_only_what_was_used_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    known = CompiledCode()
    sources = [f"{number} + 1" for number in range(50)]
    for source in sources:
        known.code(source, "eval")
    everything = known.packed()
    assert everything is not None
    monkeypatch.setattr(compiled_code, "LARGEST", len(everything) - 1)
    later = CompiledCode(everything)
    assert eval(later.code(sources[3], "eval")) == 4
    latest = CompiledCode(later.packed())
    assert [latest.code(sources[number], "eval") and latest.new for number in (3, 4)] == [0, 1]


def test_if_even_what_was_used_is_too_much_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    in_two_processes(lambda: [compiled("a+")])
    (file,) = cache_folder("compiled").iterdir()
    before = file.read_bytes()
    monkeypatch.setattr(compiled_code, "LARGEST", 50)
    with compiled_before("build") as known:
        for one in range(FEWEST):
            compiled(f"{one}+")
    assert known.packed() is None
    assert file.read_bytes() == before


def test_what_is_compiled_for_ever_more_documents_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_code, "MOST", 3)
    with compiled_before("build") as known:
        assert all(compiled(f"{one}+").match(f"{one}") for one in range(9))
        assert [eval(known.code(f"{one} + 1", "eval")) for one in range(9)] == [*range(1, 10)]
    assert known.new == 3


def test_a_process_without_cache_compiles_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_cache, "_is_off", True)
    with compiled_before("build") as known:
        assert compiled("a+").match("aa")
        known.new = FEWEST
    assert not cache_folder("compiled").exists()
