"""Questions for learning platforms: what each format allows, and the same verdicts as the lesson's own check."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from longwave.cli import commands
from longwave.reader.errors import ExpectedError
from longwave.tasks.checking import verdict
from longwave.tasks.kinds import choice_digest
from longwave.tasks.task import find_task, lesson_tasks
from longwave.teaching.concepts.questions import every_question
from longwave.teaching.export import canvas, cartridge, qti_1, qti_2
from longwave.teaching.export.concept_test import concept_test
from longwave.teaching.export.export import export
from longwave.teaching.export.markup import as_html, question_and_options
from longwave.teaching.export.moodle import moodle_xml
from longwave.teaching.export.question import Question, Reply
from longwave.teaching.export.quizzes import quizzes_of
from longwave.teaching.export.self_checks import self_checks
from longwave.teaching.folder.founding import new_course
from longwave.teaching.meeting.lessons import lesson_slugs
from tests.teaching import question_forms as forms

WORDS = ["2", "19", "18-co-evolution", "90"]
FORMULA = Question(
    "02-quiz-made",
    "Self-checks",
    "02. Who/keeps & what?",
    "A < B",
    as_html("If $b = R(1-s)$ and R is 3, **what** is b (见证人) at `s < 1`?"),
    (Reply("1.5", True, "<p>Right.</p>", margin=0.005), Reply("3", False, "<p>No.</p>", "whole", 0.005)),
    {},
    "<p>Not yet.</p>",
)


@cache
def of_lessons():
    return {slug: self_checks(slug) for slug in lesson_slugs()}


def checks():
    return [question for found in of_lessons().values() for question in found.questions]


def numbers():
    return [question for question in checks() if not question.options]


def all_questions():
    return [*checks(), *concept_test()]


def quizzes():
    return quizzes_of(all_questions())


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A course with the files of three lessons and of the concept test, and the report."""
    course = new_course(tmp_path_factory.mktemp("export") / "course")
    return course, export(course, WORDS)


def archive(content):
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        assert [entry.date_time for entry in found.infolist()] == [(1980, 1, 1, 0, 0, 0)] * len(found.infolist())
        return {name: found.read(name) for name in found.namelist()}


# What is exported


def test_each_self_check_that_asks_for_a_letter_or_a_number_is_there():
    expected = {
        task.id
        for slug in of_lessons()
        for task in lesson_tasks(slug[:2])
        if "-quiz-" in task.id and task.kind in ("choice", "number")
    }
    assert {question.id for question in checks()} == expected
    assert {task: why for found in of_lessons().values() for task, why in found.left_out.items()} == {}


def test_each_answer_is_told_what_the_lessons_own_check_tells():
    for question in checks():
        for reply in question.replies:
            values = [reply.value]
            if not question.options:
                values = [float(reply.value) + share * reply.margin for share in (-0.9999, 0, 0.9999)]
            for value in values:
                said = verdict(find_task(question.id), value)
                found = (question.id, value, said.status == "right", said.mistake_name)
                assert found == (question.id, value, reply.is_right, reply.name)


def test_each_named_mistake_has_its_feedback():
    for question in checks():
        named = {mistake.name for mistake in find_task(question.id).mistakes}
        assert named <= {reply.name for reply in question.replies}, question.id
        assert question.right.value


def test_a_number_may_be_off_as_far_as_in_the_lesson():
    floor = next(question for question in numbers() if question.id == "02-quiz-floor")
    assert (floor.right.value, floor.right.margin) == ("8", 0.008)
    assert {reply.name: reply.value for reply in floor.replies}["added value is income"] == "21"
    assert "21 is all that the two licences create" in floor.replies[1].feedback


def test_a_question_has_no_trace_of_the_notebook():
    trace = re.compile(r"Replace|<code>\.\.\.|in quotes|= \.\.\.|check\(|Check yourself|^<p><strong>\d")
    for question in checks():
        assert not trace.search(question.text), question.id
        assert not any("`" in option or option.endswith((".", ";")) for option in question.options.values()), (
            question.id
        )
        assert sorted(question.options) in ([], list("abc"), list("abcd"))


def test_what_a_cell_gives_goes_with_the_question():
    veto = next(question for question in checks() if question.id == "19-quiz-veto")
    assert "<pre>house_yes, house_no, senate_yes, senate_no = 270, 140, 62, 31</pre>" in veto.text


def test_the_concept_tests_letters_and_misconceptions_are_those_of_the_course():
    for asked, question in zip(every_question(), concept_test(), strict=True):
        assert choice_digest(asked.id, question.right.value) == asked.right
        assert {reply.value: reply.name for reply in question.replies if reply.name} == asked.misconceptions


def test_a_question_in_words_keeps_options_that_are_quotations():
    text, options = question_and_options('**3.** Which? `"a"` "It will rise." `"b"` "No.", she says; `"c"` none.')
    assert (text, options) == ("Which?", {"a": '"It will rise."', "b": '"No.", she says', "c": "none"})


# Moodle


def moodle_says(question, value):
    """What Moodle does: the first answer that fits within its tolerance, in the order of the file."""
    for answer in question.findall("answer"):
        text = answer.findtext("text")
        if text == "*" or abs(float(text) - value) <= float(answer.findtext("tolerance")) * (1 + 1e-9):
            return answer.get("fraction"), answer.findtext("feedback/text")
    return None


def test_moodle_has_a_category_for_each_lesson_before_its_questions():
    quiz = ET.fromstring(moodle_xml([*all_questions(), FORMULA]))
    kinds = [question.get("type") for question in quiz]
    assert set(kinds) == {"category", "multichoice", "numerical"}
    assert kinds[0] == "category"
    paths = [path.text for path in quiz.iterfind("question/category/text")]
    assert len(paths) == len(of_lessons()) + len(every_question()) + 1
    assert paths[2].startswith("$course$/top/Longwave/Self-checks/02. ")
    assert paths[-1].endswith("/02. Who//keeps & what?")


def test_moodle_gives_all_points_to_one_letter_and_feedback_to_each():
    quiz = ET.fromstring(moodle_xml(all_questions()))
    for question in quiz.iterfind("question[@type='multichoice']"):
        fractions = [answer.get("fraction") for answer in question.findall("answer")]
        assert sorted(fractions) == ["0"] * (len(fractions) - 1) + ["100"]
        assert all(answer.findtext("feedback/text") for answer in question.findall("answer"))
        assert question.findtext("shuffleanswers") == "false"


def test_moodle_judges_numbers_as_the_lesson_does():
    quiz = ET.fromstring(moodle_xml(numbers()))
    for question in quiz.iterfind("question[@type='numerical']"):
        task = find_task(question.findtext("idnumber"))
        exact = [float(answer.findtext("text")) for answer in question.findall("answer")[:-1]]
        for value in {*exact, *(value * scale for value in exact for scale in (0.97, 0.9995, 1.0005, 1.03))}:
            said = verdict(task, value)
            fraction, words = moodle_says(question, value)
            assert (fraction == "100") <= (said.status == "right"), (task.id, value)
            if value in exact:
                assert fraction == ("100" if said.status == "right" else "0"), (task.id, value)
                assert not said.mistake_name or said.mistake_name[1:] in words.replace("&#x27;", "'")


# Common Cartridge


def test_each_assessment_has_the_form_of_the_cartridges_profile():
    for test in [*quizzes(), *quizzes_of([FORMULA])]:
        root = ET.fromstring(qti_1.assessment(test))
        assert forms.faults(root, qti_1.NAMESPACE, forms.CARTRIDGE, forms.CARTRIDGE_ATTRIBUTES) == []


def test_a_document_of_another_form_has_faults():
    broken = qti_1.assessment(quizzes()[0]).replace(b"<conditionvar>", b"<conditionvar><or />", 1)
    broken = broken.replace(b' respident="response1"', b"", 1)
    root = ET.fromstring(broken)
    found = forms.faults(root, qti_1.NAMESPACE, forms.CARTRIDGE, forms.CARTRIDGE_ATTRIBUTES)
    assert len(found) == 3, found


def is_right_in_each_way(item, space):
    """Whether each text of a blank is right: Canvas takes all of them for that, whatever score is set."""
    task = find_task(item.get("ident"))
    ways = [float(one.text) for one in item.iterfind(".//q:varequal", space)]
    return ways and all(verdict(task, way).status == "right" for way in ways)


def test_each_item_keeps_the_rules_of_the_profile_that_its_schema_cannot_say():
    space = {"q": qti_1.NAMESPACE}
    for test in quizzes():
        items = ET.fromstring(qti_1.assessment(test)).findall(".//q:item", space)
        assert len({item.get("ident") for item in items}) == len(items) == len(test.questions)
        for item in items:
            labels = [entry.text for entry in item.iterfind(".//q:fieldlabel", space)]
            assert labels == ["cc_profile", "cc_question_category", "cc_weighting"]
            is_choice = item.find(".//q:response_lid", space) is not None
            kind = "cc.multiple_choice.v0p1" if is_choice else "cc.fib.v0p1"
            assert item.findtext(".//q:fieldentry", namespaces=space) == kind
            assert not is_choice or len(item.findall(".//q:response_label", space)) > 2
            assert is_choice or is_right_in_each_way(item, space)
            shown = [one.get("linkrefid") for one in item.iterfind(".//q:displayfeedback", space)]
            assert shown == [one.get("ident") for one in item.iterfind("q:itemfeedback", space)]
            scores = [one.text for one in item.iterfind(".//q:setvar", space)]
            assert scores[: scores.count("100")] == ["100"] * scores.count("100") or is_choice
            ways = [one.text for one in item.iterfind(".//q:varequal", space)]
            assert len(set(ways)) == len(ways)


def test_a_number_in_a_cartridge_may_be_written_in_the_usual_ways():
    share = next(question for question in numbers() if question.id == "19-quiz-spend")
    item = qti_1.assessment(quizzes_of([share])[0]).decode()
    ways = re.findall(r"<varequal[^>]*>([^<]*)<", item.partition("reply-1")[0])
    assert {"0.21", "0.214", ".214", "0.2143"} <= set(ways)
    for text in ways:
        assert verdict(find_task(share.id), float(text)).status == "right"


def test_what_is_said_to_wrong_numbers_is_said_together():
    floor = next(question for question in numbers() if question.id == "02-quiz-floor")
    for for_canvas in (False, True):
        root = ET.fromstring(qti_1.assessment(quizzes_of([floor])[0], for_canvas))
        *_rights, other = root.iter(f"{{{qti_1.NAMESPACE}}}itemfeedback")
        said = other[0][0][0].text
        assert other.get("ident") == "general_incorrect_fb"
        assert "<li>21: <p><strong>Added value is income.</strong></p>" in said
        assert "8:" not in said.replace("-8:", "")


def test_canvas_gets_numbers_with_bounds_and_nothing_but_right_ones():
    files = archive(canvas.canvas_package(quizzes()))
    manifest = ET.fromstring(files["imsmanifest.xml"])
    space = {"c": canvas.NAMESPACE, "q": qti_1.NAMESPACE}
    hrefs = [file.get("href") for file in manifest.iterfind(".//c:file", space)]
    assert sorted(hrefs) == sorted(set(files) - {"imsmanifest.xml"})
    assert {one.get("type") for one in manifest.iterfind(".//c:resource", space)} == {"imsqti_xmlv1p2"}
    found = [item for href in hrefs for item in ET.fromstring(files[href]).iterfind(".//q:item", space)]
    assert len(found) == len(all_questions())
    for item in found:
        kind = item.findtext(".//q:fieldentry", namespaces=space)
        if kind == "numerical_question":
            right = next(question for question in numbers() if question.id == item.get("ident")).right
            low, high = (float(item.findtext(f".//q:{tag}", namespaces=space)) for tag in ("vargte", "varlte"))
            assert low <= float(right.value) <= high
            assert high - low == pytest.approx(2 * right.margin, rel=1e-3, abs=1e-8)
            assert is_right_in_each_way(item, space)
        else:
            assert kind == "multiple_choice_question"


def test_the_cartridge_lists_each_test_and_each_file():
    files = archive(cartridge.cartridge(quizzes(), "Longwave: questions"))
    space = {"c": cartridge.NAMESPACE}
    manifest = ET.fromstring(files["imsmanifest.xml"])
    assert manifest.findtext("c:metadata/c:schemaversion", namespaces=space) == "1.1.0"
    hrefs = [file.get("href") for file in manifest.iterfind(".//c:file", space)]
    assert sorted(hrefs) == sorted(set(files) - {"imsmanifest.xml"})
    assert {one.get("type") for one in manifest.iterfind(".//c:resource", space)} == {cartridge.KIND}
    referred = [item.get("identifierref") for item in manifest.iterfind(".//c:item/c:item", space)]
    assert referred == [one.get("identifier") for one in manifest.iterfind(".//c:resource", space)]
    assert len(quizzes()) == len(of_lessons()) + 1


# QTI 2.1


def qti_says(root, answer):
    """Carry out an item's response processing for an answer; return score and the feedback's name."""
    q = f"{{{qti_2.NAMESPACE}}}"
    for branch in root.find(f"{q}responseProcessing/{q}responseCondition"):
        test = branch[0]
        value = test.findtext(f"{q}baseValue") if test.tag in (q + "match", q + "equal") else None
        if test.tag == q + "match" and value != answer:
            continue
        if test.tag == q + "equal":
            low, high = map(float, test.get("tolerance").split())
            if not float(value) - low * (1 + 1e-9) <= answer <= float(value) + high * (1 + 1e-9):
                continue
        outcomes = branch.findall(f"{q}setOutcomeValue")
        return tuple(outcome.findtext(f"{q}baseValue") for outcome in outcomes)
    return None


def test_each_item_has_the_form_of_qti_2_and_scores_each_answer():
    for question in [*all_questions(), FORMULA]:
        root = ET.fromstring(qti_2.item(question))
        assert forms.faults(root, qti_2.NAMESPACE, forms.QTI_2, forms.QTI_2_ATTRIBUTES) == [], question.id
        feedback = [one.get("identifier") for one in root.iterfind(f"{{{qti_2.NAMESPACE}}}modalFeedback")]
        for place, reply in enumerate(question.replies, 1):
            answer = reply.value if question.options else float(reply.value)
            assert qti_says(root, answer) == ("1" if reply.is_right else "0", f"reply-{place}"), question.id
            assert f"reply-{place}" in feedback
        if not question.options:
            assert qti_says(root, 1e9) == ("0", "otherwise")


def test_formulas_are_mathml_in_each_format():
    assert b"<m:math" in qti_2.item(FORMULA)
    for content in (moodle_xml([FORMULA]), qti_1.assessment(quizzes_of([FORMULA])[0])):
        assert b"&lt;math" in content
        assert "见证人" in content.decode()


def test_the_package_lists_each_item_and_test():
    files = archive(qti_2.package(quizzes()))
    space = {"p": "http://www.imsglobal.org/xsd/imscp_v1p1"}
    resources = ET.fromstring(files["imsmanifest.xml"]).findall("p:resources/p:resource", space)
    assert sorted(one.get("href") for one in resources) == sorted(set(files) - {"imsmanifest.xml"})
    names = {one.get("identifier") for one in resources}
    assert len(names) == len(resources) == len(all_questions()) + len(quizzes())
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in names)
    for test in quizzes():
        root = ET.fromstring(files[f"tests/{test.name}.xml"])
        assert forms.faults(root, qti_2.NAMESPACE, forms.QTI_2, forms.QTI_2_ATTRIBUTES) == []
        hrefs = [one.get("href") for one in root.iter(f"{{{qti_2.NAMESPACE}}}assessmentItemRef")]
        assert all(href.removeprefix("../") in files for href in hrefs)


# The command's step


def test_the_report_warns_first_and_the_files_are_the_instructors_alone(written):
    course, report = written
    assert report.lines()[0].startswith("These files hold the right answers.")
    assert "9 questions of the lessons, 35 of the concept test." in report.lines()
    for path in report.files:
        assert path.parent == course.root / "exports"
        assert path.stat().st_mode & 0o077 == 0


def test_a_second_run_writes_the_same_bytes(written, tmp_path):
    _course, report = written
    again = export(new_course(tmp_path / "other"), WORDS)
    assert [path.read_bytes() for path in again.files] == [path.read_bytes() for path in report.files]


def test_some_lessons_have_files_of_their_own_and_a_dry_run_writes_none(written):
    course, _report = written
    report = export(course, ["2", "who-captures-value", "90"], dry_run=True)
    assert [path.name for path in report.files][0] == "02-concepts-moodle.xml"
    assert (report.self_checks, report.concepts) == (3, 35)
    assert not any(path.exists() for path in report.files)
    assert "Would write" in report.lines()[-1]


def test_a_lesson_that_does_not_exist_and_a_problem_set_are_refused(written):
    course, _report = written
    with pytest.raises(ExpectedError, match="No single lesson is called '77'"):
        export(course, ["77"])
    with pytest.raises(ExpectedError, match="p3-midterm is a problem set"):
        export(course, ["p3"])


def test_no_other_step_writes_there(written):
    course, _report = written
    assert not list(course.root.glob("released/*")) + list(course.root.glob("exercises/*"))


def test_the_command_warns_and_the_page_counts_what_there_is(tmp_path):
    course = new_course(tmp_path / "course")
    done = CliRunner().invoke(commands(), ["export", "2", "--course", str(course.root)])
    assert done.exit_code == 0, done.output
    assert "These files hold the right answers." in done.output
    assert len(list((course.root / "exports").iterdir())) == 4
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "export-questions.md").read_text("utf-8")
    assert f"{len(checks())} questions of the lessons and {len(concept_test())} of the concept test" in page
