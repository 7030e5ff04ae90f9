"""A brief as a whole, with every element that a Document has; the words are those of the editorial specimens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from briefs.model.document import Cell, Document, Figure, Item, List, Note, Paragraph, Row, Section, Table, Unit
from briefs.model.figure import Event, Timeline
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, SourceTag, Strong, Text
from briefs.model.page_furniture import Furniture, Properties


class _Maker:
    """Gives units their ids and numbers in reading order, as composing and numbering do."""

    def __init__(self, draft: bool) -> None:
        self.draft = draft
        self.ids: Iterator[int] = count(1)
        self.numbers: Iterator[int] = count(1)

    def unit(self, *blocks: str, numbered: bool = True) -> Unit:
        return Unit(tag := f"u{next(self.ids)}", tag, blocks, next(self.numbers) if numbered else None)

    def inlines(self, text: str, tag: str = "") -> tuple[Inline, ...]:
        """`**bold** rest` as inline elements, with a source tag in a draft."""
        parts = text.split("**")
        made: list[Inline] = [Strong((Text(part),)) if i % 2 else Text(part) for i, part in enumerate(parts) if part]
        return (*made, SourceTag(tag)) if tag and self.draft else tuple(made)

    def items(self, *items: tuple[str, str, str]) -> List:
        return List(tuple(Item(self.inlines(text, tag), self.unit(block)) for block, text, tag in items))

    def rows(self, *rows: tuple[str, ...]) -> tuple[Row, ...]:
        return tuple(
            Row(
                tuple(Cell(self.inlines(text), header=i == 0) for i, text in enumerate(cells)),
                self.unit(block, numbered=False),
            )
            for block, *cells in rows
        )


def specimen(draft: bool = True) -> Document:
    """The ministers' brief of the specimens: decision box, checklist, notes, figure, sources, clearance table."""
    make = _Maker(draft)
    status = "DRAFT FOR CLEARANCE, v0.3 — not for onward distribution" if draft else "CLEARED 12 March 2026"
    sections = [
        Section(
            make.inlines("Issue"),
            (
                Paragraph(
                    make.inlines(
                        "Migration is global; its governance remains almost entirely national. "
                        "Ministers responsible for "
                        "migration are virtually alone among Cabinet colleagues in having no regular "
                        "international meeting "
                        "of their own.",
                        "ES 2; VI Next steps ¶3",
                    ),
                    unit=make.unit("es.02", "fact.no_ministers_forum"),
                ),
            ),
        ),
        Section(
            make.inlines("Ministers are invited to"),
            (
                make.items(
                    (
                        "nxt.4",
                        "**Consider taking part** in an initial meeting or retreat of 10–15 "
                        "ministers from developing and "
                        "developed countries, which the International Catholic Migration Commission "
                        "(ICMC) will seek to convene.",
                        "VI Next steps ¶4",
                    ),
                    (
                        "es.16.2.4",
                        "**Support** a regular international meeting of ministers responsible for migration.",
                        "ES 16.2",
                    ),
                    (
                        "es.16.2.2",
                        "**Establish** a coherent and comprehensive national migration policy, "
                        "integrated with foreign and "
                        "development policy.",
                        "ES 16.2",
                    ),
                    (
                        "es.16.1.4",
                        "**Have the net benefits** of cooperation calculated, and support a "
                        "checklist of benefits with "
                        "supporting evidence.",
                        "ES 16.1; III ¶2",
                    ),
                ),
            ),
            style="decision",
        ),
        Section(
            make.inlines("Timing"),
            (
                Paragraph(
                    (
                        Text(
                            "No date is set for the ministers’ meeting; its agenda is to be drafted "
                            "with ministers. The next "
                        ),
                        Text("Global Forum on Migration and Development is in Mexico [2010]"),
                        NoteCall("fn.forum", 1),
                        Text("; the second United Nations High-level Dialogue is in 2013."),
                    ),
                    unit=make.unit("date.forum", "date.dialogue"),
                ),
                Figure(
                    Timeline((Event("[2010]", "Global Forum, Mexico"), Event("2013", "High-level Dialogue"))),
                    make.inlines("Two dates that are set"),
                    make.unit("fig.calendar"),
                ),
            ),
        ),
        Section(
            make.inlines("Why act: expected benefits"),
            (
                Paragraph(
                    make.inlines("What a framework for cooperation would bring, and on what the report rests it:"),
                    "intro",
                ),
                Table(
                    make.inlines("Checklist of expected benefits"),
                    (
                        (),
                        make.inlines("For"),
                        make.inlines("Expected benefit: a framework would bring"),
                        make.inlines("Basis in the report"),
                    ),
                    tuple(
                        Row(
                            (
                                Cell((Checkbox(f"{who}: benefit considered"),)),
                                Cell(make.inlines(who), header=True),
                                Cell(make.inlines(what)),
                                Cell(make.inlines(basis)),
                            ),
                            make.unit(f"ben.{who.lower()}", numbered=False),
                        )
                        for who, what, basis in (
                            (
                                "States",
                                "Better sharing of the burdens of migration; more effective domestic action",
                                "Stated as an assumption (ES 7); no data",
                            ),
                            (
                                "Citizens",
                                "More confidence that their government can manage migration pressures",
                                "Stated as an assumption (ES 7); no data",
                            ),
                            (
                                "Migrants",
                                "A system more transparent and fair in relation to their needs",
                                "Stated as an assumption (ES 7); no data",
                            ),
                            (
                                "Ministers",
                                "A place to share practice, plan joint initiatives and lead",
                                "Multiple participants",
                            ),
                        )
                    ),
                    widths=(5, 14, 47, 34),
                    number=next(make.numbers),
                    style="checklist",
                ),
                *([Paragraph((SourceTag("IV Framework ¶3; ES 7"),), "tag")] if draft else []),
            ),
        ),
        Section(
            make.inlines("What this does not mean"),
            (
                make.items(
                    ("es.06", "**No new agency:** neither the objective nor the consensus.", "ES 6"),
                    (
                        "gov.with",
                        "**Not instead of** national and regional action, but together with it.",
                        "III ¶9",
                    ),
                    (
                        "gov.cap",
                        "**Not “them doing more”**, but building cooperation and capacities among States.",
                        "IV National ¶2",
                    ),
                ),
            ),
        ),
        Section(
            make.inlines("Risks and sensitivities"),
            (
                List(
                    (
                        Item(
                            make.inlines(
                                "“Global governance” is a loaded term for some; participants seemed "
                                "open to “management”.",
                                "III ¶1",
                            ),
                            make.unit("term.gg"),
                        ),
                        Item(
                            make.inlines(
                                "Migration is an emotional and controversial issue for many governments.",
                                "IV ¶4",
                            ),
                            make.unit("risk.1"),
                        ),
                        Item(
                            (
                                Text("“Win-win-win” is not easily achieved: there are winners and losers. The "),
                                Emphasis((Text("acquis"),)),
                                Text(", a "),
                                Foreign("fr", (Text("rapprochement des législations"),)),
                                Text(", took decades"),
                                NoteCall("fn.acquis", 2),
                                Text("."),
                            ),
                            make.unit("risk.2"),
                        ),
                    )
                ),
                Paragraph(make.inlines("“Good governance begins at home.”"), "quote", make.unit("quote.1")),
                Paragraph(make.inlines("A participant"), "attribution"),
            ),
        ),
        Section(
            make.inlines("Lines to take"),
            (
                List(
                    (
                        Item(
                            make.inlines("No country can cope alone: global problems ultimately need global responses.")
                        ),
                        Item(make.inlines("Cooperation can be strengthened step by step, far short of a new agency.")),
                    ),
                    "plain",
                ),
            ),
            style="box",
        ),
        Section(
            make.inlines("If asked"),
            (
                make.items(
                    (
                        "qa.1",
                        "**Are we ceding sovereignty?** States’ reluctance to do so is acknowledged.",
                        "III ¶2",
                    ),
                    (
                        "qa.2",
                        "**Where is the evidence?** The report gives participants’ views, not data.",
                        "III ¶2",
                    ),
                ),
            ),
            style="box",
            level=3,
        ),
        Section(
            make.inlines("Basis and limits"),
            (
                Paragraph(
                    make.inlines(
                        "The discussions were held under the Chatham House Rule. No view is "
                        "attributed to any person or "
                        "organization. 43 participants, two roundtables and individual meetings, "
                        "Geneva, October–December 2009."
                    ),
                    "small",
                ),
                Paragraph(
                    (
                        Text("Contact: "),
                        Link("mailto:briefs@example.org", "briefs@example.org"),
                        Text("; the report is at "),
                        Link("https://example.org/report", "https://example.org/report"),
                        Text("."),
                    ),
                    "small",
                ),
            ),
            id="basis",
            style="end",
        ),
        Section(
            make.inlines("Sources"),
            (
                Table(
                    (),
                    (make.inlines("No."), make.inlines("Places in the report")),
                    make.rows(
                        (
                            "s.1",
                            "1",
                            "Executive summary, point 2; section VI, Immediate next steps, paragraph 3",
                        ),
                        (
                            "s.2",
                            "2–5",
                            "Section VI, Immediate next steps, paragraph 4; executive summary, point 16",
                        ),
                        ("s.3", "6", "Section II, Global Forum, paragraph 8"),
                    ),
                    widths=(10, 90),
                    style="sources",
                ),
            ),
            style="end",
        ),
    ]
    if draft:
        sections.append(
            Section(
                make.inlines("Clearance"),
                (
                    Table(
                        (),
                        tuple(
                            make.inlines(head)
                            for head in ("Office", "Name", "Cleared", "With comments", "Not cleared", "Date")
                        ),
                        tuple(
                            Row(
                                (
                                    Cell(make.inlines(office), header=True),
                                    Cell(()),
                                    *(
                                        Cell((Checkbox(f"{office}: {answer}"),))
                                        for answer in ("cleared", "with comments", "not cleared")
                                    ),
                                    Cell(()),
                                )
                            )
                            for office in ("Policy", "Legal", "Director")
                        ),
                        style="clearance",
                    ),
                ),
                style="end",
            )
        )
    return Document(
        audience="ministers",
        title="Migration: what ministers could gain from acting together, and what they are invited to do",
        furniture=Furniture(
            issuer="International Catholic Migration Commission",
            series="Brief for Ministers",
            reference="ICMC/GGM/2",
            date="12 March 2026",
            version="Version\u00a0" + ("0.3" if draft else "1.0"),
            language_name="English",
            status=status,
            distribution="Distribution: Limited" if draft else "Distribution: General",
            about=(
                Text("Summarizes "),
                Emphasis((Text("Connecting the Dots"),)),
                Text(
                    ", a report of discussions among 43 heads of agencies, Ambassadors and others in Geneva "
                    "(October–December 2009). Later developments are not covered."
                ),
            ),
            running_header=("Migration: what ministers could gain · Ministers", "DRAFT" if draft else "Cleared"),
            footer="ICMC/GGM/2 · " + ("Limited" if draft else "General"),
        ),
        properties=Properties(
            title="Migration: what ministers could gain from acting together, and what they are invited to do",
            subject="Brief for Ministers",
            author="International Catholic Migration Commission",
            keywords=("migration", "global governance", "ministers"),
            language="en-GB",
            date="2026-03-12",
            version="0.3" if draft else "1.0",
            status="draft" if draft else "cleared",
            identifier="ICMC/GGM/2 0.3",
        ),
        sections=tuple(sections),
        notes=(
            Note(
                "fn.forum",
                Unit("u90", "u90", ("fn.forum",)),
                make.inlines("Fourth meeting of the Forum, after Brussels, Manila and Athens."),
                1,
            ),
            Note(
                "fn.acquis",
                Unit("u91", "u91", ("fn.acquis",)),
                make.inlines("The body of rights and obligations common to the members of the European Union."),
                2,
            ),
        ),
    )
