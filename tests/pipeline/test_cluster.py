"""Workers on other machines: here, other processes on this one."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.cluster import cluster
from briefs.pipeline.executors import InProcess, executor
from tests.pipeline.chunk_work import chunks, failing, lost_once, plain, pretend_to_be_older, workers


def _pretend(address: str, number: int) -> list[str]:
    """Make as many workers pretend that they have other versions; returns their addresses."""
    import distributed

    client: Any = distributed.Client(address, set_as_default=False)  # type: ignore[no-untyped-call]
    with client:
        client.wait_for_workers(2, timeout=60)  # one that was killed is begun again
        pretending = sorted(client.scheduler_info(n_workers=-1)["workers"])[:number]
        client.run(pretend_to_be_older, workers=pretending)
    return pretending


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # what the libraries of the cluster warn of when a worker is killed
def test_a_killed_worker_costs_only_its_chunk_and_another_version_is_not_used(tmp_path: Path) -> None:
    with workers(2) as started:
        address = started.scheduler_address
        alone = list(InProcess().map(chunks(tmp_path / "alone", plain)))
        with executor(address) as who:
            assert list(who.map(chunks(tmp_path / "all", plain))) == alone
            assert list(who.map([])) == []
            with pytest.raises(BriefsError, match="disk is full") as failure:
                list(who.map(chunks(tmp_path / "failing", failing)))
            assert failure.value.hint == "make room"
            assert list(who.map(chunks(tmp_path, lost_once(tmp_path)))) == alone
            assert (tmp_path / "killed").exists()
        logging.getLogger("distributed.client").warning("Couldn't gather keys")  # stays silent, or this test fails
        said: list[str] = []
        (other,) = _pretend(address, 1)
        with cluster(address, said.append) as who:
            assert list(who.map(chunks(tmp_path / "one", plain))) == alone
        assert [line for line in said if other in line]
        assert "it has weasyprint 1.0 instead of" in said[0]
        _pretend(address, 2)
        with cluster(address) as who, pytest.raises(BriefsError, match="no worker can be used"):
            list(who.map(chunks(tmp_path, plain)))


def test_without_the_packages_it_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BriefsError, match="not installed") as failure, executor("tcp://127.0.0.1:1"):
        pass
    assert failure.value.hint == "run `make extras`"


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="distributed is not installed")
    monkeypatch.setattr("briefs.pipeline.cluster._TO_ANSWER", 1)
    for address in ("tcp://127.0.0.1:1", "nonsense://"):
        with pytest.raises(BriefsError, match="no Dask scheduler answers at"), executor(address):
            pass
