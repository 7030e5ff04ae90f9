"""Check that an environment holds what a lock file pins: `installed.py LOCK`, run with that environment's own Python.

The packages of a lock are installed without resolving anything, so that nothing depends on later releases, or on how a
machine's installer resolves. Instead, this checks what an installer would have ensured: every package is there in the
pinned version, and meets the requirements (extras included) of all others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def read_pins(lock: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The versions that `lock` pins in `environment` (values of environment markers, PEP 508), by canonical name."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.removesuffix("\\")) for line in lines if line[:1].isalnum()]
    return {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in pins
        if pin.marker is None or pin.marker.evaluate(dict(environment))
    }


def unmet_requirements(
    examined: Iterable[Distribution], versions: Mapping[str, str], environment: Mapping[str, str]
) -> Iterator[str]:
    """Requirements of the `examined` distributions in `environment` that `versions` (by canonical name) do not meet."""
    by_name = {canonicalize_name(distribution.name): distribution for distribution in examined}
    open_ = [(name, "") for name in by_name]
    seen = set(open_)
    while open_:
        name, extra = open_.pop(0)
        for requirement in _requirements(by_name[name], extra, environment):
            wanted = canonicalize_name(requirement.name)
            version = versions.get(wanted)
            if version is None:
                yield f"{name} requires {requirement}, which is missing"
            elif not requirement.specifier.contains(version, prereleases=True):
                yield f"{name} requires {requirement}, not {version}"
            asked = {(wanted, extra) for extra in requirement.extras if wanted in by_name} - seen
            open_ += sorted(asked)
            seen |= asked


def _requirements(distribution: Distribution, extra: str, environment: Mapping[str, str]) -> Iterator[Requirement]:
    """What a distribution requires for an extra; with an empty extra, what it requires without any."""
    for text in distribution.requires or ():
        requirement = Requirement(text)
        if _applies(requirement, extra, environment) and not (extra and _applies(requirement, "", environment)):
            yield requirement


def _applies(requirement: Requirement, extra: str, environment: Mapping[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**environment, "extra": extra})


def problems(lock: Path) -> Iterator[str]:
    """What is wrong with the environment of the running Python, one line for each problem."""
    environment = {name: str(value) for name, value in default_environment().items()}
    installed = list(distributions())
    versions = {str(canonicalize_name(distribution.name)): distribution.version for distribution in installed}
    for name, version in read_pins(lock, environment).items():
        if versions.get(name) != version:
            yield f"{name} is {versions.get(name, 'missing')}, not {version}"
    yield from unmet_requirements(installed, versions, environment)


if __name__ == "__main__":
    sys.exit("; ".join(problems(Path(sys.argv[1]))) or 0)
