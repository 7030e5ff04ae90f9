"""Which messages would be sent, and what is refused before a server is asked; `tests/cli/test_send.py` sends."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.mailing.parcel import Limits
from briefs.model.diagnostics import BriefsError
from briefs.model.recipient import Recipient
from briefs.model.unknown_name import UnknownName
from briefs.outbox.distribution_folder import write_register
from briefs.pipeline import sending
from briefs.pipeline.distribution_upkeep import withdraw
from briefs.pipeline.distributions import Distributions
from briefs.pipeline.sending import Choice, Distribution, distributions, planned
from tests.mailing.mail_servers import running_server
from tests.mailing.outboxes import recipients, write_distribution


@pytest.fixture
def place(tmp_path: Path) -> Distributions:
    return Distributions(tmp_path / "build", tmp_path / "build/distribution")


def written(place: Distributions, name: str = "MIN", count: int = 3) -> Distribution:
    """A distribution that has been written and found."""
    write_distribution(place.output / name, recipients(count))
    return distributions(place, [name])[0]


def copies(distribution: Distribution, choice: Choice) -> list[int]:
    return [one.copy for one in planned(distribution, choice).to_send]


def test_distributions_are_found_by_name_and_folder(place: Distributions, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BriefsError, match="has nothing to send"):
        distributions(place, [])
    for name in ("MIN", "AMB"):
        written(place, name)
    (place.output / "unfinished").mkdir()
    assert [one.name for one in distributions(place, [])] == ["AMB", "MIN"]
    folder = str(place.output / "MIN")
    assert [one.name for one in distributions(place, ["MIN", folder, f"{folder}/", "MIN/"])] == ["MIN"]
    with pytest.raises(UnknownName) as raised:
        distributions(place, ["MIN", "unfinished"])
    assert (raised.value.of, raised.value.known) == ("edition", ("AMB", "MIN"))
    with pytest.raises(UnknownName) as raised:
        distributions(place, [], ["captains", "ministers"])
    assert (raised.value.of, raised.value.names) == ("audience", ("captains",))
    with pytest.raises(BriefsError, match="several distributions: AMB, MIN"):
        sending.the_only(distributions(place, []))


def test_what_has_been_sent_is_not_planned_again(place: Distributions) -> None:
    one = written(place)
    one.journal.plan(ids(one))
    steps = one.journal.read()
    one.journal.step(one.journal.step(steps[1], "handing over"), "accepted", 250)
    one.journal.step(steps[2], "refused", 550)
    one = sending.again(one)
    assert copies(one, Choice()) == [3]
    assert copies(one, Choice(again=(1, 2))) == [1, 2]
    assert copies(one, Choice(copies=(1, 3))) == [3]
    assert copies(one, Choice(audiences=("ambassadors",))) == []
    with pytest.raises(BriefsError, match="copy 3 of MIN has not been sent yet"):
        copies(one, Choice(again=(1, 3)))
    with pytest.raises(BriefsError, match="MIN has no copy 4"):
        copies(one, Choice(copies=(4,)))


def ids(one: Distribution) -> dict[int, str]:
    return {copy.number: copy.message.id for copy in one.register.copies if copy.message}


def test_messages_that_the_server_cannot_take_are_told(place: Distributions) -> None:
    one = written(place)
    plan = planned(one, Choice(), "chair@example.org", Limits(10, True, True, ""))
    assert plan.to_send == ()
    assert list(plan.obstacles) == [1, 2, 3]


def test_only_what_is_undecided_is_decided(place: Distributions) -> None:
    one = written(place)
    one.journal.plan(ids(one))
    one.journal.step(one.journal.read()[2], "handing over")
    one = sending.again(one)
    with pytest.raises(BriefsError, match="copies 1, 3 of MIN is not undecided: planned"):
        sending.was_sent(one, (3, 2, 1))
    sending.was_sent(one, (2,))
    assert sending.again(one).entries[2].state == "accepted"


def test_those_who_were_forgotten_have_no_message(place: Distributions) -> None:
    one = written(place)
    forgotten = replace(one.register, copies=tuple(replace(copy, recipient=None) for copy in one.register.copies))
    write_register(one.folder, forgotten)
    one = sending.again(one)
    assert copies(one, Choice()) == []
    with pytest.raises(BriefsError, match="copy 1 of MIN has no message"):
        copies(one, Choice(copies=(1,)))


def test_a_journal_that_changed_since_the_plan_ends_it(place: Distributions) -> None:
    one = written(place)
    plan = planned(one, Choice())
    one.journal.plan({1: ids(one)[1]})
    with running_server() as server, pytest.raises(BriefsError, match="MIN has been sent meanwhile"):
        sending.send(plan, server.settings(), lambda sent: None)


def test_a_build_that_exchanges_the_folder_between_steps_loses_nothing(place: Distributions) -> None:
    one = written(place)

    def exchanged() -> None:
        """What a build does: a new folder with links to the same files takes the place of the old one."""
        new = place.build.with_name("new")
        for path in sorted(place.build.rglob("*")):
            target = new / path.relative_to(place.build)
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                os.link(path, target)
        place.build.rename(place.build.with_name(f"old-{os.urandom(4).hex()}"))
        new.rename(place.build)

    with running_server() as server:
        server.behaviour.at_message = exchanged
        sending.send(planned(one, Choice()), server.settings(), lambda sent: None)
        assert set(server.behaviour.got().values()) == {1}
    assert {entry.state for entry in sending.again(one).entries.values()} == {"accepted"}


def test_a_message_that_is_written_again_before_it_is_sent_is_sent_as_it_is_now(place: Distributions) -> None:
    one = written(place)
    one.journal.plan({1: "<before@briefs>", **{copy: id for copy, id in ids(one).items() if copy > 1}})
    with running_server() as server:
        sending.send(planned(sending.again(one), Choice()), server.settings(), lambda sent: None)
    entries = sending.again(one).entries
    assert {entry.state for entry in entries.values()} == {"accepted"}
    assert entries[1].message_id == ids(one)[1]


def test_a_copy_that_is_withdrawn_at_the_last_moment_is_not_sent(place: Distributions) -> None:
    one = written(place)

    def withdraw_at(command: str) -> None:
        if command == "DATA" and not server.behaviour.taken:
            withdraw(place, "MIN", (1,))

    with running_server() as server:
        server.behaviour.at_command = withdraw_at
        with pytest.raises(BriefsError, match=r"0001\.eml cannot be read"):
            sending.send(planned(one, Choice()), server.settings(), lambda sent: None)
        assert server.behaviour.taken == []
        one = sending.again(one)
        assert one.register.copies[0].is_withdrawn
        sending.send(planned(one, Choice()), server.settings(), lambda sent: None)
        assert server.behaviour.got() == {"r2@example.org": 1, "r3@example.org": 1}


def test_a_recipient_without_an_address_is_passed_over(place: Distributions) -> None:
    write_distribution(place.output / "MIN", [*recipients(1), Recipient("Nobody", "ministers")])
    assert copies(distributions(place, ["MIN"])[0], Choice()) == [1]
