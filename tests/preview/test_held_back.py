"""Ctrl-C comes after what must not be interrupted, whichever thread the system gives it to."""

from __future__ import annotations

from tests.preview.interrupted import interrupted


def test_ctrl_c_comes_at_the_end_also_with_other_threads() -> None:
    threads = "with interrupts_held_back(): threading.Thread(target=time.sleep, args=(10,), daemon=True).start()"
    assert interrupted(threads) == "the whole of it\nthen the end\n"
