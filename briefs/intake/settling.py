"""What a person must settle before the first brief of a new report goes out, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefs.intake.guess import CERTAIN, LIKELY, Guess

_MOST_PLACES = 8


def to_settle(guesses: Sequence[Guess], is_plain: bool) -> Iterator[str]:
    """A sentence for each thing that a person must decide or look at, the most important first."""
    by_field: dict[str, list[Guess]] = {}
    for guess in guesses:
        by_field.setdefault(guess.field, []).append(guess)
    yield from _texts(by_field)
    yield from _headings(by_field, is_plain)
    if "names" in by_field:
        (names,) = by_field["names"][:1]
        if names.value is not None:
            section = names.value["section"]
            yield f"names: may the people in “{section}”{_at(names)} be named? As it stands, briefs name nobody."
    for outside in by_field.get("never_print", ()):
        people = "1 person stands" if outside.proposal == 1 else f"{outside.proposal} people stand"
        yield (
            f"never_print: {people} in a list of participants, but not in a table{_at(outside)}: unless they may be "
            "named, write each name here, as in never_print: [Brook, Stone]."
        )
    if "strength" in by_field:
        yield "strength: do the phrases listed say how many held a view, at the right levels?"
    about = by_field.get("about", [])
    where = f"; a likely passage stands {_where(about[0])}" if about and about[0].proposal and about[0].lines else ""
    yield f"about: write the sentence that stands under every title{where}."


def _texts(by_field: Mapping[str, Sequence[Guess]]) -> Iterator[str]:
    is_open = any(guess.value is None for guess in by_field.get("issuer", ()))
    for name in ("language", "title", "subtitle", "issuer", *(() if is_open else ("citation",))):
        for guess in by_field.get(name, ()):
            if guess.value is None and name == "language":
                yield "language: in which language is the report? Its words do not tell."
            elif guess.value is None:
                perhaps = f" Perhaps {guess.proposal}{_at(guess)}." if guess.proposal else ""
                yield f"{name}: who issued the report?{perhaps} Write it into `citation` too."
            elif guess.certainty < LIKELY:
                yield f"{name}: is it “{guess.value}”? That is only a guess by {guess.evidence}{_at(guess)}."
            elif guess.certainty < CERTAIN and name != "citation":
                yield f"{name}: look whether “{guess.value}” is right{_at(guess)}."
    for guess in by_field.get("citation", ()):
        if not is_open and guess.value is not None and LIKELY <= guess.certainty < CERTAIN:
            yield f"citation: look whether its date{_at(guess)} and order are right."


def _headings(by_field: Mapping[str, Sequence[Guess]], is_plain: bool) -> Iterator[str]:
    headings = [guess for guess in by_field.get("outline", ()) if guess.value is not None]
    if not headings:
        yield "outline: no headings were found. Name them: blocks are cited by the headings that they stand under."
    doubtful = [guess for guess in headings if guess.certainty < LIKELY]
    if doubtful:
        are = (
            "1 line that may be no heading" if len(doubtful) == 1 else f"{len(doubtful)} lines that may be no headings"
        )
        yield f"outline: look at {are}: {_places(doubtful)}."
    likely = sum(LIKELY <= guess.certainty < CERTAIN for guess in headings)
    if likely and is_plain:
        yield f"outline: {likely} of its {len(headings)} headings are likely, not certain: read it through once."
    if lost := [guess for guess in by_field.get("outline", ()) if guess.value is None]:
        yield f"outline: {len(lost)} headings could not be told apart, and are commented out: {_places(lost)}."
    if left := by_field.get("not_headings", ()):
        yield f"not_headings: is one of the {len(left)} lines a heading after all? {_places(left)}."


def _places(guesses: Sequence[Guess]) -> str:
    places = list(dict.fromkeys(_where(guess).removeprefix("on ") for guess in guesses if guess.lines))
    more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
    return ", ".join(places[:_MOST_PLACES]) + more


def _where(guess: Guess) -> str:
    return f"on p. {guess.page}" if guess.page else f"on line {guess.lines[0]}"


def _at(guess: Guess) -> str:
    return f" ({_where(guess).removeprefix('on ')})" if guess.lines else ""
