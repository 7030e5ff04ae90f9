"""Mutations of wording: of each edited form of a project one of each kind, the same whenever they are made.

They are made in memory, and many are checked at once, each in a form of its own. A mutation may happen to be harmless,
as when a word is exchanged for one that says the same; that is rare.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random

from bench.planting import Spot
from bench.proving import Judged, judge, key_of
from briefs.check.kept_findings import KeptFindings
from briefs.check.subjects import WordingToCheck, edited_wording
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Diagnostic
from briefs.model.library import Drawn, Library
from briefs.model.typesetting import plain
from briefs.pipeline.checks import check_inputs
from briefs.pipeline.inputs import draw_blocks, prepare_composer
from briefs.pipeline.order import Project
from briefs.pipeline.sources import read_sources

CLAUSES = (
    ", because governments have failed",
    ", provided that donors pay for it",
    ", which few would dispute",
    ", as the financial crisis has shown",
    ", at the expense of national parliaments",
    ", if the largest economies take part",
    ", and this will save costs",
    ", despite the objections of employers",
    ", under the supervision of a court",
    ", before the end of the decade",
)
SOFT = (
    ("it was suggested that ", ""),
    ("it was felt that ", ""),
    ("it was noted that ", ""),
    ("in an ideal sense", ""),
    ("would likely", "will"),
    ("likely ", ""),
    ("possibly ", ""),
    ("potentially, ", ""),
    ("largely ", ""),
    ("almost ", ""),
    ("not necessarily ", "not "),
    ("not always ", "never "),
    ("often ", ""),
    ("might well ", "will "),
    ("might ", "will "),
    ("could ", "will "),
    ("would ", "will "),
    ("should ", "must "),
    ("seemed ", "were "),
    ("consider ", ""),
    ("seeks to ", "will "),
    ("generally ", ""),
)
MORE = (
    ("one participant", "several participants"),
    ("one person", "many"),
    ("some ", "most "),
    ("a number of", "most"),
    ("several", "most"),
    ("multiple", "most"),
    ("many", "nearly all"),
    ("a good number of", "the vast majority of"),
    ("the vast majority", "all"),
    ("most", "all"),
    ("generally", "unanimously"),
    ("widely", "universally"),
    ("often", "always"),
    ("participants", "all participants"),
    ("broad", "unanimous"),
    ("strong agreement", "unanimous agreement"),
)
ACTORS = (
    ("participants", "governments"),
    ("special representative on migration", "Secretary-General"),
    ("special representative", "Secretary-General"),
    ("secretary-general", "General Assembly"),
    ("global migration group", "Global Forum"),
    ("global forum", "Global Migration Group"),
    ("governments", "employers"),
    ("states", "agencies"),
    ("agencies", "States"),
    ("ministers", "mayors"),
    ("parliamentarians", "judges"),
    ("national leaders", "heads of agencies"),
    ("leaders", "officials"),
    ("countries", "agencies"),
    ("the convener", "the European Union"),
    ("icmc", "Mexico"),
    ("migrants", "employers"),
    ("ambassadors", "ministers"),
    ("one participant", "one government"),
    ("the forum", "the Group"),
    ("civil society", "the private sector"),
)
DENIALS = (
    ("does not at all help", "helps"),
    ("do not have", "have"),
    ("are not", "are"),
    ("is not", "is"),
    ("not be", "be"),
    ("not always", "always"),
    ("not all", "all"),
    ("cannot", "can"),
    ("can no longer", "can"),
    ("have not", "have"),
    ("has not", "has"),
    ("not ", ""),
    ("without", "with"),
    ("never", "always"),
    ("nor ", "and "),
    ("no ", "a "),
)
AUXILIARIES = "is|are|was|were|would|could|should|will|can|might|must|has|have|had|did|does|do|may"
_CONTENT = re.compile(r"(?<![\w“\"'’-])[a-z]{5,}(?![\w’'-])")


def mutated(library: Library, wording: WordingToCheck, kind: str, words: Mapping[str, list[str]]) -> str | None:
    """The wording with one mutation of a kind; None if it has nothing that could be mutated so."""
    random = Random(f"{kind} {wording.drawn.id} {wording.field}")
    text = written(wording)
    if kind == "word replaced":
        return _word(text, wording, words, random)
    if kind == "clause added":
        match = re.search(r"[.?:”\"]*$", text)
        assert match
        return text[: match.start()] + random.choice(CLAUSES) + text[match.start() :]
    if kind == "negation added":
        return _denied(text)
    pairs = {"hedge dropped": SOFT, "quantifier raised": MORE, "actor changed": ACTORS, "negation dropped": DENIALS}
    return _exchanged(text, pairs[kind])


KINDS = (
    "word replaced",
    "clause added",
    "hedge dropped",
    "quantifier raised",
    "actor changed",
    "negation dropped",
    "negation added",
)


def written(wording: WordingToCheck) -> str:
    """The wording as it is written."""
    return str(getattr(_form(wording), "text", None) or getattr(wording.drawn.block, wording.field))


def _form(wording: WordingToCheck) -> object:
    value = getattr(wording.drawn.block, wording.field.split(".")[0])
    return value.short if isinstance(value, Passage) else value


def _exchanged(text: str, pairs: tuple[tuple[str, str], ...]) -> str | None:
    for old, new in pairs:
        if match := re.search(
            rf"(?<![\w-]){re.escape(old)}(?![\w-])" if old[-1] != " " else rf"(?<!\w){old}", text, re.I
        ):
            start = new[:1].upper() + new[1:] if match[0][0].isupper() and new else new
            changed = text[: match.start()] + start + text[match.end() :]
            return changed[:1].upper() + changed[1:] if match.start() == 0 and text[0].isupper() else changed
    return None


def _denied(text: str) -> str | None:
    for match in re.finditer(rf"\b({AUXILIARIES})\b(?! not)", text):
        return f"{text[: match.end()]} not{text[match.end() :]}"
    return None


def _word(text: str, wording: WordingToCheck, words: Mapping[str, list[str]], random: Random) -> str | None:
    found = list(_CONTENT.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    near = plain(f"{wording.passage} {text}").lower()
    others = [one for one in words[_shape(match[0])] if one[:5] not in near]
    return text[: match.start()] + random.choice(others) + text[match.end() :] if others else None


def _shape(word: str) -> str:
    """The ending of a word, by which one that can stand in its place is found."""
    return next((end for end in ("ing", "ed", "ly", "tion", "ive", "al", "ers", "s") if word.endswith(end)), "")


def _vocabulary(library: Library) -> dict[str, list[str]]:
    """All longer words of the report, by ending."""
    words: dict[str, list[str]] = {}
    text = " ".join(plain(leaf.text, library.report.note_numbers()) for leaf in library.report.leaves())
    for word in sorted(set(_CONTENT.findall(text))):
        words.setdefault(_shape(word), []).append(word)
    return words


def with_text(drawn: Drawn, field: str, text: str) -> Drawn:
    """A block with other words in one field."""
    name, _, part = field.partition(".")
    value = getattr(drawn.block, name)
    if isinstance(value, Form):
        value = value.model_copy(update={"text": text})
    elif isinstance(value, Passage):
        assert part == "short", field
        assert value.short is not None, field
        value = value.model_copy(update={"short": value.short.model_copy(update={"text": text})})
    else:
        value = text
    return replace(drawn, block=drawn.block.model_copy(update={name: value}))


def prove_mutations(project: Project) -> Iterator[Judged]:
    """What is found of one mutation of each kind of each edited form of the project, kind by kind."""
    sources = read_sources(project).value
    library = draw_blocks(sources).value
    assert sources.report is not None
    rules = sources.report.rules
    composer = prepare_composer(sources, library).value
    kept = KeptFindings()  # forms that are not mutated are checked once
    before = {key_of(one) for one in check_inputs(sources, library, composer, kept=kept)}
    words = _vocabulary(library)
    forms = [one for one in edited_wording(library, rules) if one.drawn.id in library.blocks]
    for kind in KINDS:
        made = [
            (form, text) for form in forms if (text := mutated(library, form, kind, words)) not in (None, written(form))
        ]
        yield from _proved(
            kind, made, before, lambda changed: check_inputs(sources, changed, composer, kept=kept), library
        )


def _proved(
    kind: str,
    made: list[tuple[WordingToCheck, str]],
    before: set[tuple[str, str, int, str]],
    check: Callable[[Library], Iterator[Diagnostic]],
    library: Library,
) -> Iterator[Judged]:
    """One field of each block at a time, so that no mutation stands beside another one in a block."""
    rest = made
    while rest:
        batch = list({form.drawn.id: (form, text) for form, text in reversed(rest)}.values())
        taken = {(form.drawn.id, form.field) for form, _ in batch}
        rest = [one for one in rest if (one[0].drawn.id, one[0].field) not in taken]
        blocks = dict(library.blocks)
        for form, text in batch:
            blocks[form.drawn.id] = with_text(form.drawn, form.field, text)
        found = [one for one in check(replace(library, blocks=blocks)) if key_of(one) not in before]
        for form, text in batch:
            spot = Spot(form.place.path, form.place.line or 0, form.place.line or 0)
            here = [one for one in found if (one.place.path, one.place.line) == (spot.path, spot.first)]
            yield judge(f"{form.drawn.id} {form.field}: {text}", kind, [spot], here)
