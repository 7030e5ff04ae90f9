"""The answer to the offices: a document that says what became of each comment and proposal, and who cleared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefs.model.answer_phrases import AnswerPhrases, answer_phrases_for
from briefs.model.answer_record import AnswerRecord
from briefs.model.decision_record import DecidedProposal, ProposedWording, RemarkKept
from briefs.model.document import Cell, Content, Document, Paragraph, Row, Section, Table
from briefs.model.inline import Emphasis, Inline, Strong, Text
from briefs.model.phrases import phrases_for
from briefs.review.answer_wordings import deciding_passages, quoted, quoted_change

_NOTED = frozenset(("comment", "answer"))
"""Proposals that change no words."""
_WIDTHS = (5, 13, 37, 14, 31)
"""Shares of the text width in per cent."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class AnswerOrder:
    """What is to be answered: the edition as it was `seen`, what was decided on `proposals`, in the order of the brief,
    and the `answers` of offices, if there are any. Names of authors are printed only if it `names_authors`."""

    seen: Document
    proposals: tuple[DecidedProposal, ...]
    answers: AnswerRecord | None = None
    names_authors: bool = False


def answer_document(order: AnswerOrder) -> Document:
    """The answer, in the language of the edition and with its masthead; its identifier says that it is none."""
    return _Answering(order).document()


def answer_identifier(seen: Document) -> str:
    """What the answer to those who saw an edition is called in its file."""
    return f"{seen.properties.identifier} answer"


class _Answering:
    """Writes one answer."""

    def __init__(self, order: AnswerOrder) -> None:
        self._order = order
        self._phrases: AnswerPhrases = answer_phrases_for(order.seen.properties.language)
        files = order.answers.files if order.answers is not None else ()
        self._offices = {file.name: tuple(one.office for one in file.offices if one.office) for file in files}

    def document(self) -> Document:
        seen, phrases = self._order.seen, self._phrases
        title = phrases.title.format(title=seen.title)
        furniture = replace(
            seen.furniture,
            status=phrases.status.format(version=seen.properties.version),
            about=(Text(phrases.about),),
            running_header=(seen.furniture.running_header[0], phrases.running),
            is_personal=False,
            copy=None,
        )
        properties = replace(seen.properties, title=title, identifier=answer_identifier(seen))
        return Document(
            seen.audience,
            title,
            furniture,
            properties,
            tuple(self._sections()),
            product=seen.product,
        )

    def _sections(self) -> Iterator[Section]:
        phrases = self._phrases
        if rows := tuple(self._clearances()):
            columns = tuple((Text(column),) for column in phrases.clearance_columns)
            table = Table((Text(phrases.clearance_caption),), columns, rows, widths=(34, 42, 24), number=1)
            yield Section((Text(phrases.clearance),), (table,), id="clearance-given")
        content: tuple[Content, ...] = (Paragraph((Text(self._summary()),)),)
        if self._order.proposals:
            columns = tuple((Text(column),) for column in phrases.comments_columns)
            proposals = enumerate(self._order.proposals, start=1)
            listed = tuple(self._row(number, proposal) for number, proposal in proposals)
            number = 2 if rows else 1
            content += (Table((Text(phrases.comments_caption),), columns, listed, widths=_WIDTHS, number=number),)
        yield Section((Text(phrases.comments),), content, id="comments")

    def _clearances(self) -> Iterator[Row]:
        """What offices decided, in the order in which their files came in."""
        answers, phrases = self._order.answers, phrases_for(self._order.seen.properties.language)
        for one in (one for file in (answers.files if answers else ()) for one in file.offices):
            decision = self._phrases.decisions[one.decision]
            if one.decision == "unclear" and one.written:
                decision = self._phrases.as_written.format(decision=decision, written=one.written)
            date = phrases.printed_date(one.date) if one.date else one.date_written
            yield Row((Cell((Text(one.office),), header=True), Cell((Text(decision),)), Cell((Text(date),))))

    def _summary(self) -> str:
        phrases, total = self._phrases, len(self._order.proposals)
        if not total:
            return phrases.nothing
        counted = Counter(_outcome(one) for one in self._order.proposals)
        said = [
            phrases.counts[one][counted[one] > 1].format(number=counted[one]) for one in phrases.counts if counted[one]
        ]
        summary = phrases.summary_one if total == 1 else phrases.summary
        return summary.format(total=total, counts=", ".join(said))

    def _row(self, number: int, one: DecidedProposal) -> Row:
        return Row(
            (
                Cell((Text(str(number)),)),
                Cell((Text(one.about),), header=True),
                Cell(_spaced([*self._wordings(one), *self._remarks(one)])),
                Cell((Text("; ".join(self._from(one)) or self._phrases.somebody),)),
                Cell(_spaced(list(self._answer(one)))),
            )
        )

    def _wordings(self, one: DecidedProposal) -> Iterator[Inlines]:
        """What was proposed, each wording with its letter if there are several."""
        for number, wording in enumerate(one.proposed):
            letter = _letter(number)
            name = Strong((Text(self._phrases.variant.format(letter=letter)),))
            head: Inlines = (name,) if len(one.proposed) > 1 else ()
            yield (*head, *self._wording(one, wording, is_first=number == 0))

    def _wording(self, one: DecidedProposal, wording: ProposedWording, is_first: bool) -> Inlines:
        phrases = self._phrases
        match one.kind:
            case "delete":
                return _said(phrases.leave_out, quoted(one.before))
            case "move":
                return _said(phrases.move, quoted(one.before or wording.text))
            case "new":
                return _said(phrases.new, quoted(wording.text))
            case "split" | "merge":
                return _said(phrases.split if one.kind == "split" else phrases.merge, quoted(wording.text))
            case _ if not wording.text:
                return _said(phrases.leave_out, quoted(one.before))
            case _:
                was, now = quoted_change(one.before, wording.text)
                before = _filled(phrases.was, was) if was and is_first else ()
                return (*before, *_filled(phrases.proposed, now))

    def _remarks(self, one: DecidedProposal) -> Iterator[Inlines]:
        for remark in one.comments:
            phrase = self._phrases.resolved if remark.resolved else self._phrases.comment
            yield _said(phrase, _line(remark.text))
            for reply in remark.replies:
                yield _said(self._phrases.reply, _line(reply.text))

    def _from(self, one: DecidedProposal) -> list[str]:
        """The offices whose files propose or comment, each once; with authors, if they are to be named, and with the
        letters of what they propose, if there are several wordings."""
        found: dict[str, dict[str, None]] = {}
        letters: dict[str, list[str]] = {}
        for file, names in _authors(one.proposed, one.comments):
            found.setdefault(self._office(file), {}).update(dict.fromkeys(filter(None, names)))
        for number, wording in enumerate(one.proposed if len(one.proposed) > 1 else ()):
            for office in dict.fromkeys(map(self._office, wording.files)):
                letters.setdefault(office, []).append(_letter(number))
        return [self._named(office, letters.get(office, ()), names) for office, names in found.items()]

    def _office(self, file: str) -> str:
        return ", ".join(self._offices.get(file, ())) or _stem(file)

    def _named(self, office: str, letters: Iterable[str], names: Iterable[str]) -> str:
        marks = "".join(f" {self._phrases.variant.format(letter=letter).strip()}" for letter in letters)
        shown = ", ".join(names) if self._order.names_authors else ""
        return (self._phrases.author.format(office=office, names=shown) if shown else office) + marks

    def _answer(self, one: DecidedProposal) -> Iterator[Inlines]:
        phrases, outcome = self._phrases, _outcome(one)
        said = phrases.outcomes[outcome]
        chosen = [number for number, wording in enumerate(one.proposed) if wording.text == one.wording]
        if outcome == "accepted" and len(one.proposed) > 1 and chosen:
            said = f"{said}, {phrases.chosen.format(letter=_letter(chosen[0]))}"
        yield (Strong((Text(f"{said}."),)),)
        if outcome == "changed" and one.wording:
            yield _filled(phrases.now, quoted_change(one.before, one.wording)[1])
        if one.reason:
            reason = _closed(one.reason)
            yield (Text(reason[:1].upper() + reason[1:]),)
        for passage in deciding_passages(one) if outcome in ("rejected", "open") else ():
            yield (Text(phrases.report_says.format(text=quoted(passage.text), label=passage.label)),)


def _outcome(one: DecidedProposal) -> str:
    """What became of a proposal, as the answer says it."""
    if one.decision == "later":
        return "open"
    if one.decision == "accepted" and (one.kind in _NOTED or one.noted):
        return "noted"
    if one.decision == "accepted":
        return "changed" if one.edited else "accepted"
    return "rejected"


def _authors(
    proposed: Iterable[ProposedWording], comments: Iterable[RemarkKept]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files that propose or comment, with those of their authors that are known to be in them."""
    for wording in proposed:
        names = wording.by if len(wording.files) == 1 else ()
        yield from ((file, names) for file in wording.files)
    for remark in comments:
        yield remark.file, (remark.by, *(reply.by for reply in remark.replies))


def _said(phrase: str, text: str) -> Inlines:
    return _filled(phrase, (Text(text),))


def _filled(phrase: str, inlines: Inlines) -> Inlines:
    """A phrase with its text filled in; the words before it, if it has any, are in italics."""
    before, _, after = phrase.partition("{text}")
    label = before.rstrip("“ ")
    said = (Emphasis((Text(label),)),) if label else ()
    return tuple(one for one in (*said, Text(before[len(label) :]), *inlines, Text(after)) if one != Text(""))


def _spaced(parts: Sequence[Inlines]) -> Inlines:
    """Parts one after another, with a space between them."""
    out: list[Inline] = []
    for part in parts:
        out += ([Text(" ")] if out else []) + list(part)
    return tuple(out)


def _letter(number: int) -> str:
    return _LETTERS[number] if number < len(_LETTERS) else str(number + 1)


def _line(text: str) -> str:
    return _closed(" ".join(text.split()))


def _closed(text: str) -> str:
    """A text with a stop at its end."""
    text = text.strip()
    return text if not text or text[-1] in ".?!…”’)" else f"{text}."


def _stem(file: str) -> str:
    return file.rpartition(".")[0] or file
