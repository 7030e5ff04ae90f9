"""What help says besides what the options are: what the program is for, and examples of each command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ABOUT = """\
From one report, tailored briefs in Word, PDF and HTML, every sentence accounted for.

Run it anywhere in a project: a folder with seeds/ (reports and their blocks) and
templates/ (what each brief says, to whom)."""

BEGIN = """\
examples:
  briefs init report.docx             take a new report in
  briefs preview                      the briefs beside the report, as you edit
  briefs build                        all briefs, as drafts, into build/
  briefs build --audience ministers   only those for ministers
  briefs check                        whether anything is wrong, without building
  briefs fit --audience ministers     what is printed, and what was left out and why
  briefs blocks --text "border"       the blocks that say something about borders
  briefs help build                   what a command can do"""

EXAMPLES: Mapping[str, Sequence[str]] = {
    "init": (
        "briefs init ~/Downloads/water.docx",
        "briefs init water.pdf --name water-2026",
        "briefs init water.pdf --project new-project",
        "briefs init water.pdf --dry-run",
    ),
    "preview": (
        "briefs preview",
        "briefs preview --audience ministers --no-open",
        "briefs preview --port 9000 --editor sublime",
    ),
    "build": (
        "briefs build",
        "briefs build --audience ministers --format docx",
        "briefs build --status cleared --version 1.1 --date 2026-12-01",
        "briefs build --since 0.3",
    ),
    "check": (
        "briefs check",
        "briefs check seeds/connecting-the-dots/blocks/benefits.yaml",
        "briefs check --strict --json",
        "briefs check --status cleared",
        "briefs check --sign ben.states templates/ministers.md",
    ),
    "draw": (
        "briefs draw",
        "briefs draw --kind question --at III --dry-run",
        "briefs draw --accept es.14 q.who_digs_wells",
        "briefs draw --accept --kind summary_point",
        "briefs draw --reject q.who_digs_wells",
        "briefs draw --accept-report",
        "briefs draw --accept-report ben.states es.02",
        "briefs draw --again --dry-run",
    ),
    "fit": (
        "briefs fit --audience ministers",
        "briefs fit --audience ministers --product brief --pages 3",
    ),
    "audit": (
        "briefs audit",
        "briefs audit --audience ministers",
        "briefs audit --html audit.html",
    ),
    "redline": (
        "briefs redline 0.3 --audience ministers",
        "briefs redline 'ICMC/CGGM/MIN 0.3 draft' --format docx",
        "briefs redline 'ICMC/CGGM/MIN 1.0 cleared' 'ICMC/CGGM/MIN 1.1 cleared'",
    ),
    "blocks": (
        "briefs blocks --kind term",
        "briefs blocks --audience ministers --priority must",
        "briefs blocks --id 'es.16.*' --text ministers",
    ),
    "show": (
        "briefs show ben.states",
        "briefs show build/connecting-the-dots_brief-ministers_v0.3_draft.docx",
        "briefs show build/connecting-the-dots_brief-ministers_v0.3_draft.docx 7",
    ),
    "distribute": (
        "briefs distribute --recipients recipients.csv",
        "briefs distribute --recipients list.xlsx --audience ministers --sign",
        "briefs distribute --recipients recipients.csv --for clearance",
        "briefs distribute --forget ICMC-CGGM-MIN_1.0_cleared",
    ),
    "report": (
        "briefs report",
        "briefs report --json",
        "briefs report --diff",
        "briefs report --diff ~/Downloads/second-edition.docx",
    ),
    "anchor": (
        'briefs anchor "a profound need for capacity building"',
        'briefs anchor "must be addressed" --in "IV › Framework versus implementation"',
        "briefs anchor --file seeds/connecting-the-dots/report.txt:250",
        "briefs anchor -",
    ),
    "publish": (
        "briefs publish --output site",
        "briefs publish --output site --audience ministers --url https://www.example.org/briefs/",
    ),
    "verify": (
        "briefs verify ~/Downloads/letter.pdf",
        "briefs verify *.pdf --register archive/ICMC-CGGM-MIN_1.0_cleared --json",
    ),
    "trace": (
        "briefs trace build/connecting-the-dots_brief-ministers_v1.0_cleared.pdf",
        "briefs trace ~/Downloads/letter.docx --changes",
    ),
    "review": (
        "briefs review ~/Downloads/minister-brief-legal.docx ~/Downloads/minister-brief-press.docx",
        "briefs review returned.docx --list",
        "briefs review returned.docx --accept 3fa2c1 90be7d:2",
        'briefs review returned.docx --reject 77c0de --reason "not in the report"',
        "briefs review returned.docx --answer answer.docx",
        "briefs review --status",
    ),
    "reference": (
        "briefs reference --new templates/layout/our-letterhead.docx",
        "briefs reference --check templates/layout/our-letterhead.docx",
    ),
    "schema": ("briefs schema",),
    "send": (
        "briefs send                                    a rehearsal: who would get what",
        "briefs send ICMC-CGGM-MIN_1.0_cleared --yes-send 44",
        "briefs send --status",
        "briefs send --resend 17",
        "briefs send --bounces ~/returned",
    ),
    "cache": (
        "briefs cache",
        "briefs cache --clear",
    ),
    "completion": (
        'eval "$(briefs completion bash)"                        bash: in ~/.bashrc',
        "briefs completion zsh > ~/.zfunc/_briefs                zsh: a folder in fpath",
        "briefs completion fish > ~/.config/fish/completions/briefs.fish",
    ),
    "help": ("briefs help build",),
}
