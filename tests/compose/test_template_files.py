from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose.template_files import check_folders, keys_of, read_block_templates, read_templates
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError
from tests.builders import CAPTAINS, front, write_files


def problems_of(folder: Path, **templates: str) -> str:
    write_files(folder, templates, ".md")
    return "\n".join(map(str, read_templates(folder, folder).problems))


def test_a_template_is_front_matter_and_a_body_that_knows_its_first_line(tmp_path: Path) -> None:
    write_files(tmp_path, {"captains": "\ufeff" + (front("captains") + CAPTAINS).replace("\n", "\r\n")}, ".md")
    templates = read_templates(tmp_path, tmp_path)
    assert templates.problems == ()
    template = templates.value[BriefKey("captains")]
    assert (template.path, template.first_line, template.body) == ("captains.md", 11, CAPTAINS)
    assert template.front.pages == 1


def test_templates_stand_in_the_order_of_their_files(tmp_path: Path) -> None:
    write_files(tmp_path, {"b": front("aa"), "a": front("bb")}, ".md")
    assert list(read_templates(tmp_path, tmp_path).value) == [BriefKey("bb"), BriefKey("aa")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "## Issue\n",
            "a.md:1: error: there is no front matter [front-matter]\n"
            "  hint: a template begins with a line ---, one field per line, and another line ---",
        ),
        (
            "---\naudience: a\n",
            "a.md:3: error: the front matter is not closed [front-matter]\n"
            "  hint: write a line --- below the last field",
        ),
        (
            front("a", pagse=2),
            'a.md:10: error: unknown field "pagse" [field-unknown]\n  hint: did you mean "pages"?\n    pages: 2',
        ),
        (
            front("a").replace("subject: Harbours\n", ""),
            'a.md:2: error: required field "subject" is missing [field-missing]\n'
            "  hint: subject: subject, for the document properties; "
            "required here: audience, reader, series, title, code, short_title, subject, pages",
        ),
        (
            front("a", contains="[fact, benefits]"),
            'a.md:10: error: unknown kind "benefits" [kind-unknown]\n  hint: did you mean "benefit"?',
        ),
        (
            front("a", repeats="[Fact one]"),
            'a.md:10: error: "repeats item 1": "Fact one" is not an id [field-invalid]\n'
            "  hint: use small letters and numbers in words joined by dots, such as ben.states",
        ),
        (front("a", pages=0), 'a.md:9: error: "pages" must be at least 1, not 0 [field-invalid]'),
        (
            front("A B"),
            'a.md:2: error: "audience": "A B" cannot be the name of an audience, which has small letters and digits, '
            "with hyphens between words, as in city-mayors [field-invalid]\n  hint: write\n    audience: a-b",
        ),
        (
            front("a", title="Ports: a study"),
            "a.md:5: error: a text with a colon and a space after it must be in quotation marks [yaml-syntax]\n"
            '  hint: put the text in quotation marks\n    title: "Ports: a study"',
        ),
        (
            front("a", title='"a\\x07b"'),
            'a.md:5: error: "title": the character U+0007 cannot be printed [field-invalid]',
        ),
    ],
)
def test_wrong_front_matter_is_reported_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    assert problems_of(tmp_path, a=text) == expected


def test_empty_front_matter_lacks_every_field_and_a_rule_below_is_none_of_it(tmp_path: Path) -> None:
    found = problems_of(tmp_path, a="---\n---\n## A\n\n---\n").splitlines()
    assert found[0] == 'a.md:2: error: required field "audience" is missing [field-missing]'
    assert found[1] == (
        "  hint: audience: name of the audience, used in blocks and file names; "
        "required here: audience, reader, series, title, code, short_title, subject, pages"
    )
    assert all(line.endswith("is missing [field-missing]") for line in found[::2])
    assert not any("required here" in line for line in found[2:])


def test_a_template_that_is_not_utf_8_is_reported_with_line_and_byte(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"---\n\xff")
    assert problems_of(tmp_path) == (
        "a.md:2: error: byte 1 of the line (0xff) is not UTF-8 [file-encoding]\n"
        "  hint: save the file with the encoding UTF-8; it seems to be saved as Windows-1252 (ANSI), in which this is "
        '"ÿ" in "ÿ"'
    )


def test_one_audience_has_one_template(tmp_path: Path) -> None:
    assert problems_of(tmp_path, a=front("captains"), b=front("captains")) == (
        'b.md:2: error: "captains" is already the audience of a.md [front-matter]\n'
        "  hint: write: audience: b, with a code of its own; another product for captains has, for example, "
        "product: checklist"
    )


def test_of_two_templates_for_one_audience_the_one_with_another_name_is_the_copy(tmp_path: Path) -> None:
    files = {"a": front("captains"), "captains": front("captains")}
    assert problems_of(tmp_path, **files).startswith('a.md:2: error: "captains" is already the audience of captains.md')
    templates = read_templates(tmp_path, tmp_path).value
    assert templates[BriefKey("captains")].path == "captains.md"
    assert keys_of(tmp_path, tmp_path, templates) == {
        BriefKey("captains"),
        BriefKey("a"),
    }  # blocks may name the new one already


def test_an_audience_has_one_template_for_each_product(tmp_path: Path) -> None:
    both = {"a": front("captains"), "b": front("captains", product="checklist", code="CHK")}
    assert problems_of(tmp_path, **both) == ""
    assert list(read_templates(tmp_path, tmp_path).value) == [BriefKey("captains"), BriefKey("captains", "checklist")]
    assert problems_of(tmp_path, **both, c=front("captains", product="checklist")) == (
        'c.md:10: error: "checklist" for "captains" is already the product of b.md [front-matter]\n'
        "  hint: write: product: c, or another audience"
    )


def test_a_product_is_one_word_since_the_audience_follows_it_in_file_names(tmp_path: Path) -> None:
    assert problems_of(tmp_path, a=front("captains", product="check-list")) == (
        'a.md:10: error: "product": a product is one word of small letters and digits, such as checklist, '
        'not "check-list" [field-invalid]\n  hint: write\n    product: checklist'
    )


def test_a_folder_without_templates_is_reported(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == ".: error: there are no templates [file-missing]\n  hint: add <audience>.md"


def test_every_wrong_template_is_reported_in_one_run(tmp_path: Path) -> None:
    found = problems_of(tmp_path, a="a\n", b=front("b", x=1), c=front("c")).splitlines()
    assert [line.partition(" ")[0] for line in found if ".md" in line] == ["a.md:1:", "b.md:10:"]


def test_a_template_that_cannot_be_read_still_has_its_audience_and_product(tmp_path: Path) -> None:
    write_files(
        tmp_path, {"a": front('"first-one"', product="terms", x=1), "b": "no front matter", "c": front("third")}, ".md"
    )
    templates = read_templates(tmp_path, tmp_path).value
    assert [(key, template.lacks) for key, template in templates.items()] == [
        (BriefKey("first-one", "terms"), {"x", "code"}),
        (BriefKey("third"), frozenset()),
    ]
    assert keys_of(tmp_path, tmp_path, templates) == {BriefKey("first-one", "terms"), BriefKey("b"), BriefKey("third")}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "facts",
            "---\nprints: [fcat, fact]\n---\n<p/>\n",
            'facts.html:2: error: unknown kind "fcat" [kind-unknown]\n  hint: did you mean "fact"?',
        ),
        (
            "facts",
            "<p>a</p>\n",
            "facts.html:1: error: there is no front matter [front-matter]\n"
            "  hint: a block template begins with a line ---, one field per line, and another line ---",
        ),
        (
            "facts",
            "---\nprint: any\n---\n",
            'facts.html:2: error: unknown field "print" [field-unknown]\n'
            '  hint: did you mean "prints"?\n    prints: any',
        ),
        (
            "note",
            "---\nprints: any\n---\n",
            'note.html: error: "note" already means something in templates [template-name]\n'
            "  hint: give the file another name",
        ),
    ],
)
def test_what_is_wrong_with_a_block_template_s_front_matter_is_reported(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    write_files(tmp_path, {name: text}, ".html")
    assert "\n".join(map(str, read_block_templates(tmp_path, tmp_path).problems)) == expected


@pytest.mark.parametrize("name", ["two words", "Look", "look-up", "1st", "é", "_look"])
def test_a_block_template_has_a_name_that_can_be_called(tmp_path: Path, name: str) -> None:
    write_files(tmp_path / "blocks", {name: "---\nprints: any\n---\n<p>{{ blocks[0] }}</p>\n"}, ".html")
    read = read_block_templates(tmp_path / "blocks", tmp_path)
    assert list(map(str, read.problems)) == [
        f'blocks/{name}.html: error: "{name}" is not a name that a template can call [template-name]\n'
        "  hint: use small letters, digits and _, and begin with a letter"
    ]
    assert not read.value


@pytest.mark.parametrize("name", ["note", "status", "loop", "not"])
def test_a_block_template_has_no_name_that_means_something_already(tmp_path: Path, name: str) -> None:
    write_files(tmp_path / "blocks", {name: "---\nprints: any\n---\n<p>{{ blocks[0] }}</p>\n"}, ".html")
    assert list(map(str, read_block_templates(tmp_path / "blocks", tmp_path).problems)) == [
        f'blocks/{name}.html: error: "{name}" already means something in templates [template-name]\n'
        "  hint: give the file another name"
    ]


def test_an_option_has_no_name_that_means_something_already(tmp_path: Path) -> None:
    front = "---\nprints: any\noptions:\n  weight: 1\n  blocks: x\n  form: text\n---\n"
    write_files(tmp_path / "blocks", {"look": f"{front}<p>{{{{ blocks[0] }}}}</p>\n"}, ".html")
    assert sorted(map(str, read_block_templates(tmp_path / "blocks", tmp_path).problems)) == [
        'blocks/look.html:4: error: "weight" already means something in block templates [template-name]',
        'blocks/look.html:5: error: "blocks" already means something in block templates [template-name]',
    ]


def test_a_folder_of_templates_that_is_named_after_no_report_is_reported(tmp_path: Path) -> None:
    for name in ("harbour", "habour", "blocks", "layout"):
        write_files(tmp_path / "templates" / name, {"captains": front("captains")}, ".md")
    assert list(map(str, check_folders(tmp_path / "templates", ["harbour"], tmp_path))) == [
        'templates/habour: error: no report "habour" [report-unknown]\n  hint: did you mean "harbour"?'
    ]


@pytest.mark.parametrize("most", ["{nots: 3}", "{tick: 3}"])
def test_only_options_that_are_whole_numbers_have_a_highest_value(tmp_path: Path, most: str) -> None:
    front_matter = f"---\nprints: any\noptions: {{notes: 0, tick: true}}\nmost: {most}\n---\n<p/>\n"
    write_files(tmp_path, {"asked": front_matter}, ".html")
    [problem] = read_block_templates(tmp_path, tmp_path).problems
    named = most[1:5].rstrip(":")
    assert str(problem).startswith(
        f'asked.html:4: error: `most` names "{named}", which is not an option whose default is a whole number '
        "[template-name]"
    )


def test_two_products_do_not_have_one_code(tmp_path: Path) -> None:
    for name, product in (("captains", "brief"), ("list", "checklist")):
        text = front("captains", product=product, code="CAP" if product == "brief" else "cap")
        (tmp_path / f"{name}.md").write_text(text + CAPTAINS, encoding="utf-8")
    assert [str(problem) for problem in read_templates(tmp_path, tmp_path).problems] == [
        'list.md:6: error: "cap" is already the code of captains.md: both would have one reference number '
        "[front-matter]\n  hint: give each product a code of its own"
    ]


def test_a_report_has_no_more_templates_than_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a": CAPTAINS, "b": CAPTAINS}, ".md")
    monkeypatch.setattr("briefs.compose.template_files.MOST_TEMPLATES", 1)
    with pytest.raises(BriefsError, match="has 2 templates; a report has 1 at most"):
        read_templates(tmp_path, tmp_path)
