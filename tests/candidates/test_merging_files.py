"""Drawing again: what people changed or removed stays so."""

from __future__ import annotations

from dataclasses import replace

from briefs.candidates.candidate import Candidate
from briefs.candidates.found import Found, FoundPassage
from briefs.candidates.gathering import Gathered
from briefs.candidates.merging_files import Proposed, merged, most_certain
from briefs.candidates.proposed_file import Entry, ProposedFile, new_file, read_proposed
from briefs.model.block_fields import Anchor
from briefs.model.report import Paragraph

ALL = frozenset(("question", "quote"))


def _one(words: str, kind: str = "question", rule: str = "rule") -> Gathered:
    passage = FoundPassage(Paragraph(words, words, (1,), words), words)
    return Gathered(Found(kind, passage, rule, "", 0.9, {}))


def _make(one: Gathered, name: str) -> Candidate | None:
    words = one.found.passage.words
    return None if "again" in words else Candidate(name, one.found, Anchor.model_validate({"text": words}), {})


def _merged(found: list[Gathered], before: Proposed | None = None, kinds: frozenset[str] | None = ALL) -> Proposed:
    files = dict(before.files) if before else {}
    return merged(found, files, before.known if before else (), frozenset({"q.who_pays_already"}), _make, kinds)


def _reread(done: Proposed, old: str = "", new: str = "") -> Proposed:
    """The same after its files were written, and a person has put `new` words for `old` ones there."""
    texts = {kind: file.content.decode().replace(old or "\0", new) for kind, file in done.files.items()}
    return Proposed({kind: read_proposed(text.encode(), kind, kind) for kind, text in texts.items()}, done.known)


def _ids(done: Proposed, kind: str = "question") -> list[str]:
    return [entry.id for entry in done.files[kind].entries]


FOUND = [_one("Who pays already?"), _one("Who digs them deeper?")]


def test_candidates_get_ids_that_no_block_has_and_keep_them() -> None:
    done = _merged(FOUND)
    assert _ids(done) == list(done.added)
    assert "q.who_pays_already" not in done.added
    again = _merged([_one("Is water dear?"), *reversed(FOUND)], _reread(done))
    assert set(done.added) < set(_ids(again))
    assert len(again.added) == 1


def test_nothing_changes_if_the_same_is_found_again() -> None:
    done = _merged(FOUND)
    again = _merged(FOUND, _reread(done))
    assert (again.files["question"].content, again.known) == (done.files["question"].content, done.known)
    assert (again.added, again.changed, again.gone) == ((), (), ())


def test_an_untouched_candidate_is_written_anew_and_a_changed_one_stays() -> None:
    done = _merged(FOUND)
    name = _ids(done)[1]
    again = _merged([FOUND[0], _one("Who digs them deeper?", rule="better rule")], _reread(done))
    assert "better rule" in again.files["question"].entries[1].text
    edited = _merged(
        [FOUND[0], _one("Who digs them deeper?", rule="better rule")], _reread(done, "Who digs", "Who Digs")
    )
    assert "better rule" not in edited.files["question"].entries[1].text
    assert edited.changed == (name,)


def test_a_candidate_that_was_deleted_does_not_come_back() -> None:
    done = _merged(FOUND)
    first, second = _ids(done)
    left = Proposed({"question": done.files["question"].without(frozenset({first}))}, done.known)
    again = _merged(FOUND, left)
    assert _ids(again) == [second]
    assert again.known == done.known


def test_an_untouched_candidate_goes_with_its_passage_and_a_changed_one_does_not() -> None:
    done = _merged(FOUND)
    first, second = _ids(done)
    gone = _merged(FOUND[:1], _reread(done))
    assert (gone.gone, _ids(gone)) == ((second,), [first])
    assert second not in [one.id for one in gone.known]
    kept = _merged(FOUND[:1], _reread(done, "Who digs", "Who Digs"))
    assert (kept.gone, _ids(kept), kept.changed) == ((), [first, second], (second,))


def test_where_only_a_part_was_looked_through_everything_else_stays() -> None:
    done = _merged(FOUND)
    assert _ids(_merged(FOUND[:1], _reread(done), None)) == _ids(done)
    other = _merged([_one("“Water is dear.”", "quote")], _reread(done), frozenset({"quote"}))
    assert _ids(other) == _ids(done)


def test_what_somebody_typed_there_stays_and_is_not_proposed_again() -> None:
    text = '  - id: q.mine\n    anchor: "Who digs them deeper?"\n'
    file = ProposedFile(
        "question", new_file("question").head, (Entry("q.mine", text, 9, {"anchor": "Who digs them deeper?"}),)
    )
    done = _merged(FOUND, Proposed({"question": file}, ()))
    assert "q.mine" in _ids(done)
    assert len(_ids(done)) == 2


def test_a_passage_that_no_anchor_names_is_told_and_one_found_twice_is_proposed_once() -> None:
    done = _merged([_one("Who pays again?"), FOUND[1], FOUND[1]])
    assert len(_ids(done)) == 1
    assert [one.found.passage.words for one in done.nameless] == ["Who pays again?"]


def test_the_most_certain_are_proposed_first_and_those_proposed_before_stay() -> None:
    sure = Gathered(replace(_one("Who digs them deeper?").found, certainty=0.95))
    found = [_one("Who pays already?"), _one("Is water dear?"), sure]
    first, left_out = most_certain(found, {}, (), most=2)
    assert ([one.found.passage.words for one in first], left_out) == (["Who pays already?", "Who digs them deeper?"], 1)
    done = _merged([_one("Is water dear?"), _one("Who pays already?")])
    assert most_certain(found, done.files, done.known, most=2) == (found[:2], 1)
    rejected = {kind: file.without(frozenset(done.added[:1])) for kind, file in done.files.items()}
    assert most_certain(found, rejected, done.known, most=2) == (found, 0)
    assert most_certain(found, {}, (), most=3) == (found, 0)
