"""What a server says before the final dot is heeded; tests of sending (`test_delivery.py`) try the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefs.mailing.parcel import Parcel
from briefs.mailing.smtp_opening import open_session
from briefs.mailing.smtp_session import Answer, Lost, Session, Timeouts
from briefs.model.diagnostics import BriefsError
from tests.mailing.mail_servers import DROP, Behaviour, running_server

PARCEL = Parcel(b"To: a\r\n\r\ntext", "a@example.org", "chair@example.org")


@pytest.mark.parametrize(
    ("answer", "is_accepted", "is_temporary", "is_closing"),
    [
        (Answer(250, "", "end"), True, False, False),
        (Answer(250, "", "RCPT"), False, False, False),
        (Answer(421, "", "end"), False, True, True),
        (Answer(550, "", "RCPT"), False, False, False),
    ],
)
def test_answers(answer: Answer, is_accepted: bool, is_temporary: bool, is_closing: bool) -> None:
    assert (answer.is_accepted, answer.is_temporary, answer.is_closing) == (is_accepted, is_temporary, is_closing)


def test_an_answer_before_the_final_dot_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    with running_server() as server:
        for said in (Answer(552, "too large", "message"), Answer(250, "fine", "message")):
            session = open_session(server.settings(), "", Timeouts(5, 5))
            monkeypatch.setattr("select.select", lambda *given: (given[0], [], []))
            real = session._answer

            def answers(after: str, real: Callable[[str], Answer] = real, said: Answer = said) -> Answer:
                return said if after == "message" else real(after)

            monkeypatch.setattr(session, "_answer", answers)
            if said.code == 552:
                assert session.hand_over(PARCEL, lambda: None) == said
            else:
                with pytest.raises(Lost, match="no sense"):
                    session.hand_over(PARCEL, lambda: None)
            assert not session.is_open
            with pytest.raises(Lost, match="closed"):
                session.hand_over(PARCEL, lambda: None)
    assert server.behaviour.taken == []


def test_the_sender_is_tried_without_sending(monkeypatch: pytest.MonkeyPatch) -> None:
    behaviour = Behaviour()
    behaviour.faults["MAIL"] = ["", "530 5.7.0 log in first", "", DROP]
    with running_server(behaviour) as server:

        def opened(sender: str = "chair@example.org") -> Session:
            return open_session(server.settings(sender=sender), "", Timeouts(5, 5))

        session = opened()
        session.check_sender()
        with pytest.raises(BriefsError, match=r"530 5\.7\.0 log in first"):
            session.check_sender()
        session.close()
        session = opened("ché@bücher.example.org")
        session.check_sender()
        with pytest.raises(Lost, match="closed"):
            session.check_sender()
        session.interrupt()
        session.close()
    assert behaviour.taken == []
