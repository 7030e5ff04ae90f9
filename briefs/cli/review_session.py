"""Going through proposals one by one on a terminal, as `git add -p` goes through changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from briefs.cli.printing import print_diagnostics, print_failure, say
from briefs.cli.proposal_text import finding_lines, marked_words, proposal_lines
from briefs.cli.styles import styled
from briefs.cli.wording_editor import Ask, edited_wording
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.proposal import Proposal
from briefs.pipeline.deciding import Choice, Deciding, is_written_if_accepted

_HELP = {
    "a": "accept it: write the new wording into the project",
    "n": "note it: nothing is written, since it is done by hand or needs nothing; you are asked what to answer",
    "1": "accept this wording of a conflict: 1, 2 …",
    "r": "reject it; you are asked why",
    "e": "edit the wording, then accept it as edited",
    "l": "decide later: it is asked again in the next review",
    "q": "quit; what was decided is kept",
    "?": "say what these letters mean",
}
_WHY = "reason, for the answer to the reviewers (may be empty): "


def go_through(proposals: Sequence[Proposal], now: Deciding, ask: Ask, named: Callable[[str], str]) -> Counter[str]:
    """Show each of `proposals` and do what is answered; returns how many were accepted, noted, rejected, and put off.

    The end of the input ends it as `q` does.
    """
    done: Counter[str] = Counter()
    for number, proposal in enumerate(proposals, 1):
        say("", *proposal_lines(proposal, named, now.earlier(proposal), f"{number}/{len(proposals)}"))
        try:
            outcome = _asked(proposal, now, ask, named)
        except EOFError:
            say("")
            return done
        if outcome == "quit":
            return done
        done[outcome] += 1
    return done


def _asked(proposal: Proposal, now: Deciding, ask: Ask, named: Callable[[str], str]) -> str:
    """Ask about a proposal until it is decided; returns `accepted`, `noted`, `rejected`, `later` or `quit`."""
    keys = _keys(proposal)
    while True:
        answer = ask(styled(f"{_question(keys)} [{','.join(keys)}]? ", "hint")).strip().lower()
        try:
            match answer if answer in keys else "?":
                case "q":
                    return "quit"
                case "l":
                    now.put_off(proposal)
                    return "later"
                case "r":
                    now.reject([proposal], ask(_WHY).strip())
                    return "rejected"
                case "?":
                    say(*(f"  {styled(key, 'head')}  {_HELP['1' if key.isdigit() else key]}" for key in keys))
                case "e":
                    if (choice := _edited(proposal, keys, ask)) and _accepted(choice, now, named):
                        return "accepted"
                case "n":
                    now.note([proposal], ask("what to answer the reviewers (may be empty): ").strip())
                    say("  noted; nothing was written")
                    return "noted"
                case "a":
                    variant = proposal.variants[0] if proposal.variants else None
                    if _accepted(Choice(proposal, variant), now, named):
                        return "accepted"
                case number:
                    if _accepted(Choice(proposal, proposal.variants[int(number) - 1]), now, named):
                        return "accepted"
        except DocumentError as error:
            print_diagnostics(error.diagnostics, named=named)
            say("It cannot be accepted in these words: edit them, or reject it.")
        except BriefsError as error:
            print_failure(error)


def _keys(proposal: Proposal) -> list[str]:
    """The letters that can be answered."""
    if not is_written_if_accepted(proposal):
        return ["n", "r", "l", "q", "?"]
    numbers = [str(number) for number, variant in enumerate(proposal.variants, 1) if variant.writes]
    is_wording = any(write.after for variant in proposal.variants for write in variant.writes)
    return [*(numbers if proposal.is_conflict else "a"), "r", *("e" if is_wording else ""), "l", "q", "?"]


def _question(keys: Sequence[str]) -> str:
    words = {"a": "accept", "n": "note", "r": "reject", "e": "edit", "l": "later", "q": "quit", "?": "help"}
    numbers = [key for key in keys if key.isdigit()]
    first = [f"accept {' or '.join(numbers)}"] if numbers else []
    return ", ".join([*first, *(words[key] for key in keys if key in words)])


def _edited(proposal: Proposal, keys: Sequence[str], ask: Ask) -> Choice | None:
    """The choice of a wording that somebody has edited; None if nothing was changed."""
    numbers = [key for key in keys if key.isdigit()]
    number = numbers[0] if numbers else "1"
    if len(numbers) > 1:
        number = ask(f"begin with which wording [{','.join(numbers)}]? ").strip()
        if number not in numbers:
            return None
    variant = proposal.variants[int(number) - 1]
    wordings = tuple(edited_wording(write.after, ask) for write in variant.writes)
    choice = Choice(proposal, variant, wordings)
    if not choice.is_edited:
        say("Nothing was edited.")
        return None
    say(*(f"  {marked_words(write.before, write.after)}" for write in choice.writes))
    return choice


def _accepted(choice: Choice, now: Deciding, named: Callable[[str], str]) -> bool:
    """Accept `choice`, and say what was written and what the checks warn of. Raises DocumentError and BriefsError."""
    accepted = now.accept([choice])
    for write in choice.writes:
        say(f"  written: {styled(named(f'{write.path}:{write.line}'), 'place')}")
    if choice.is_edited:
        say(*finding_lines(accepted.warnings, named))
    return True
