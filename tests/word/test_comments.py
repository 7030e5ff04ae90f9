"""Comments, what they are on, and what was answered."""

from __future__ import annotations

import itertools

from briefs.model.marked_file import MarkedFile, Thread
from briefs.word.marked_reading import read_marked_file
from tests.returned_files import deleted, inserted, packed, par, row, run, sdt, table, unpacked, word_file


def comment(id: int, *texts: str, paragraph_ids: tuple[str, ...] = (), author: str = "Ana") -> str:
    """A comment of some paragraphs, whose ids are those of Word 2013."""
    paragraphs = (
        f'<w:p w14:paraId="{named}">{run(text)}</w:p>' if named else par(run(text))
        for text, named in itertools.zip_longest(texts, paragraph_ids)
    )
    attributes = f'w:id="{id}" w:author="{author}" w:date="2026-11-02T09:0{id}:00Z" w:initials="{author[0]}"'
    return f"<w:comment {attributes}>{''.join(paragraphs)}</w:comment>"


def state(paragraph_id: str, parent: str = "", done: bool = False) -> str:
    """What the part of Word 2013 says of a comment."""
    above = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{paragraph_id}"{above} w15:done="{int(done)}"/>'


def start(id: int) -> str:
    return f'<w:commentRangeStart w:id="{id}"/>'


def end(id: int) -> str:
    return f'<w:commentRangeEnd w:id="{id}"/>'


def reference(id: int) -> str:
    return f'<w:r><w:commentReference w:id="{id}"/></w:r>'


def on(id: int, content: str) -> str:
    """`content` with a comment on it."""
    return start(id) + content + end(id) + reference(id)


def read(body: str, comments: str, extended: str = "", **parts: str) -> MarkedFile:
    more = {"commentsExtended": extended} if extended else {}
    return read_marked_file("a.docx", word_file(body, {"comments": comments, **more, **parts}))


def said(thread: Thread) -> list[str]:
    return [one.text for one in thread.comments]


def places(file: MarkedFile) -> dict[str, list[str]]:
    """The words that each thread is on, by the spans that say so."""
    found: dict[str, list[str]] = {}
    for paragraph in file.paragraphs:
        for span in paragraph.spans:
            for thread in span.threads:
                found.setdefault(thread, []).append(span.text)
    return found


def test_a_comment_has_author_date_text_and_the_words_that_it_is_on() -> None:
    file = read(par(run("a ") + on(1, run("b")) + run(" c")), comment(1, "First.", "Second."))
    (thread,) = file.threads
    (one,) = thread.comments
    assert (one.author, one.date, one.initials, one.text) == ("Ana", "2026-11-02T09:01:00Z", "A", "First.\nSecond.")
    assert (thread.quoted, thread.is_resolved) == ("b", False)
    assert places(file) == {"1": ["b"]}


def test_replies_are_in_the_thread_by_the_last_paragraph_of_what_they_answer() -> None:
    comments = (
        comment(1, "Why?", "Say more.", paragraph_ids=("0A", "0B"))
        + comment(2, "Because.", paragraph_ids=("0C",), author="Ben")
        + comment(3, "I see.", paragraph_ids=("0D",))
    )
    extended = state("0B", done=True) + state("0C", "0B") + state("0d", "0C")  # one answers an answer
    file = read(par(on(1, on(2, run("b")))), comments, extended)
    (thread,) = file.threads
    assert said(thread) == ["Why?\nSay more.", "Because.", "I see."]
    assert thread.is_resolved
    assert places(file) == {"1": ["b"]}


def test_a_resolved_reply_does_not_resolve_its_thread() -> None:
    comments = comment(1, "Why?", paragraph_ids=("0A",)) + comment(2, "So.", paragraph_ids=("0B",))
    (thread,) = read(par(on(1, run("b"))), comments, state("0A") + state("0B", "0A", done=True)).threads
    assert not thread.is_resolved


def test_comments_that_libreoffice_gives_no_ids_are_answered_by_nothing() -> None:
    """It writes an id only for a comment that is resolved, and no parent in its state."""
    comments = comment(1, "Done.", paragraph_ids=("0A",)) + comment(2, "Why?") + comment(3, "How?")
    threads = read(par(on(1, run("a")) + on(2, run("b")) + on(3, run("c"))), comments, state("0A", done=True)).threads
    assert [(said(one), one.is_resolved) for one in threads] == [
        (["Done."], True),
        (["Why?"], False),
        (["How?"], False),
    ]


def test_answers_in_a_circle_are_one_thread() -> None:
    comments = comment(1, "a", paragraph_ids=("0A",)) + comment(2, "b", paragraph_ids=("0B",))
    threads = read(par(run("x")), comments, state("0A", "0B") + state("0B", "0A")).threads
    assert [said(one) for one in threads] == [["a", "b"]]


def test_without_that_part_every_comment_begins_a_thread() -> None:
    file = word_file(par(on(1, on(2, run("b")))), {"comments": comment(1, "One.") + comment(2, "Two.")})
    parts = unpacked(file)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
    added = f'<Relationship Id="app" Type="{kind}" Target="docProps/app.xml"/></Relationships>'.encode()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", added)
    parts["docProps/app.xml"] = b"<Properties><Application>Some Writer/4.1</Application></Properties>"
    found = read_marked_file("a.docx", packed(parts))
    assert found.saved_by == "Some Writer"
    assert [said(thread) for thread in found.threads] == [["One."], ["Two."]]
    assert places(found) == {"1": ["b"], "2": ["b"]}


def test_two_comments_of_google_docs_on_the_same_words_are_a_thread() -> None:
    comments = comment(1, "One.") + comment(2, "Reply.") + comment(3, "Other.")
    file = read(par(start(1) + start(2) + run("b") + end(1) + end(2) + on(3, run("c"))), comments)
    assert [said(thread) for thread in file.threads] == [["One.", "Reply."], ["Other."]]


def test_a_comment_on_an_insertion_and_on_a_deletion_quotes_it() -> None:
    comments = comment(1, "New?") + comment(2, "Gone?") + comment(3, "Both?")
    body = par(on(1, inserted(run("new"))) + on(2, deleted("old"))) + par(on(3, deleted("x") + inserted(run("y"))))
    threads = read(body, comments).threads
    assert [thread.quoted for thread in threads] == ["new", "old", "y"]


def test_a_comment_may_be_on_several_paragraphs() -> None:
    file = read(par(start(1) + run("a")) + par(run("b")) + par(run("c") + end(1) + run("d")), comment(1, "All."))
    assert file.threads[0].quoted == "a b c"
    assert places(file) == {"1": ["a", "b", "c"]}


def test_comments_are_in_cells_and_notes() -> None:
    note = f'<w:footnote w:id="2">{par(on(2, run("n")))}</w:footnote>'
    body = table(row(par(on(1, run("c"))))) + par('<w:r><w:footnoteReference w:id="2"/></w:r>')
    file = read(body, comment(1, "Cell.") + comment(2, "Note."), footnotes=note)
    assert places(file) == {"1": ["c"], "2": ["n"]}


def test_a_comment_on_no_words_has_a_place() -> None:
    body = par(run("a") + reference(1)) + par(run("b") + start(2) + end(2)) + par(run("c") + start(3) + run("d"))
    file = read(body, "".join(comment(number, "?") for number in (1, 2, 3)))
    assert places(file) == {"1": [""], "2": [""], "3": [""]}
    assert [thread.quoted for thread in file.threads] == ["", "", ""]
    assert [paragraph.base for paragraph in file.paragraphs] == ["a", "b", "cd"]


def test_a_comment_that_nothing_refers_to_is_not_lost() -> None:
    file = read(par(run("a")), comment(1, "Lost?") + comment(1, "Same id."))
    assert [said(thread) for thread in file.threads] == [["Lost?"], ["Same id."]]


def test_a_comment_around_a_deleted_paragraph_keeps_its_place() -> None:
    file = read(start(1) + par(deleted("a"), "del") + end(1) + par(reference(1) + run("b")), comment(1, "Why?"))
    assert places(file) == {"1": ["a"]}


def test_a_comment_of_which_nothing_is_known_is_read() -> None:
    (thread,) = read(par(on(1, run("b"))), '<w:comment w:id="1"/>').threads
    assert [(one.author, one.date, one.text) for one in thread.comments] == [("", "", "")]


def test_nothing_of_a_comment_is_lost_that_is_no_plain_word() -> None:
    ticked = sdt("<w:r><w:t>☒</w:t></w:r>", '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')
    smiley = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    drawn = "<w:r><w:pict><v:shape/></w:pict></w:r>"
    contents = (run("✔"), run("✔ agreed") + smiley, ticked + run(" yes"), drawn, run("See ") + drawn)
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Ana">{par(content)}</w:comment>'
        for number, content in enumerate(contents)
    )
    file = read(par(run("a")), comments)
    assert [said(one) for one in file.threads] == [["✔"], ["✔ agreed☺"], ["☒ yes"], ["[picture]"], ["See [picture]"]]
    assert [one.boxes for one in file.paragraphs] == [()]
