"""The codes of what ends a command that could not end by itself."""

from __future__ import annotations

from briefs.model.code import Code

LAST_RESORT = {
    "too-slow": Code(
        "A step of a command took more time of the processor than it may, and the command was "
        "ended. Nothing was written.",
        "Look in the file that the message names for something very long, very deeply nested or repeated very often. "
        "For a project of your own that needs so much, set `BRIEFS_PATIENCE=4` in the environment: four times the "
        "time and the memory.",
    ),
    "too-much-memory": Code(
        "A command needed more memory than it may take, or than the machine has, and was ended. Nothing was written.",
        "Look in the file that the message names for a very large picture, a very long text, or a call that makes one. "
        "For a project of your own that needs so much, set `BRIEFS_PATIENCE=4` in the environment: four times the time "
        "and the memory.",
    ),
    "program-failed": Code(
        "The program itself is wrong: something happened that nobody had expected. Nothing was written.",
        "Report it, with the file that the hint names. Until it is mended, it may help to change what the step was "
        "about.",
    ),
}
