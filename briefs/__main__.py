"""`python -m briefs`: the same program as the `briefs` command."""

from briefs.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
