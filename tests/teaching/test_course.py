"""The instructor's folder: where it may lie, what it holds, and how it is found again."""

import stat
import subprocess

import pytest

from longwave.reader.course import course_folder
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder import founding
from longwave.teaching.folder.course import find_course, lesson_named, read_course
from longwave.teaching.folder.founding import new_course
from longwave.teaching.folder.student_copy import TEXT_STUB


def settings(course, text):
    (course.root / "course.toml").write_text(text, "utf-8")
    return read_course(course.root)


def test_a_new_course_has_its_settings_a_secret_and_an_empty_roster(tmp_path):
    course = new_course(tmp_path / "my course")
    assert (course.name, course.course_id) == ("my course", "my-course")
    assert course.gradebook_url == f"sqlite:///{tmp_path / 'my course' / 'gradebook.db'}"
    assert len(course.secret()) == 32
    assert stat.S_IMODE(course.secret_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(course.root.stat().st_mode) == 0o700
    assert course.roster.read_text() == "student_id,first_name,last_name,email,lms_id,section,group\n"
    assert course.sandbox["memory_mb"] == 2048
    assert TEXT_STUB in (course.root / "nbgrader_config.py").read_text()


def test_two_courses_have_two_secrets(tmp_path):
    assert new_course(tmp_path / "one").secret() != new_course(tmp_path / "two").secret()


def test_git_would_take_nothing_of_a_course(tmp_path):
    course = new_course(tmp_path / "mine")
    (course.root / "solutions").mkdir()
    (course.root / "solutions" / "hidden.ipynb").write_text("{}")
    subprocess.run(["git", "init", "--quiet", str(course.root)], check=True)
    status = ["git", "-C", str(course.root), "status", "--porcelain", "--untracked-files=all"]
    assert subprocess.run(status, capture_output=True, text=True, check=True).stdout == ""


def test_making_it_again_changes_nothing_and_completes_what_is_missing(tmp_path, everything):
    course = new_course(tmp_path / "mine")
    before = everything(course.root)
    new_course(course.root)
    assert everything(course.root) == before
    course.roster.unlink()
    new_course(course.root)
    assert everything(course.root) == before


def test_a_course_that_was_stopped_while_it_was_made_is_completed(tmp_path, monkeypatch):
    written = []
    write = founding.write_whole

    def stop(path, *arguments, **named):
        if len(written) == 2:
            (path.parent / f".{path.name}.1-2.part").touch()
            raise KeyboardInterrupt
        written.append(path)
        return write(path, *arguments, **named)

    monkeypatch.setattr(founding, "write_whole", stop)
    with pytest.raises(KeyboardInterrupt):
        new_course(tmp_path / "mine")
    monkeypatch.undo()
    assert len(new_course(tmp_path / "mine").secret()) == 32


def test_a_folder_in_the_public_course_is_refused():
    for place in (course_folder(), course_folder() / "lessons" / "mine"):
        with pytest.raises(ExpectedError, match="inside the public course"):
            new_course(place)
    assert not (course_folder() / "course.toml").exists()


def test_a_folder_that_git_would_publish_is_refused_and_an_ignored_one_is_not(tmp_path):
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    with pytest.raises(ExpectedError, match="would be published"):
        new_course(tmp_path / "mine")
    (tmp_path / ".gitignore").write_text("/mine/\n")
    assert new_course(tmp_path / "mine").secret()


@pytest.mark.parametrize("name", ["a*b", "[a]", "a?"])
def test_a_name_that_nbgrader_takes_for_a_pattern_is_refused(tmp_path, name):
    with pytest.raises(ExpectedError, match="may not hold"):
        new_course(tmp_path / name)


def test_something_else_in_the_folder_is_refused_and_kept(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ExpectedError, match="not empty"):
        new_course(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(ExpectedError, match="is a file"):
        new_course(tmp_path / "thesis.txt")


def test_a_course_is_found_by_its_name_the_environment_or_the_place(tmp_path, monkeypatch):
    one, two, three = (new_course(tmp_path / name) for name in ("one", "two", "three"))
    inside = three.root / "submitted"
    inside.mkdir()
    monkeypatch.chdir(inside)
    monkeypatch.delenv("LONGWAVE_COURSE", raising=False)
    assert find_course().root == three.root
    monkeypatch.setenv("LONGWAVE_COURSE", str(two.root))
    assert find_course().root == two.root
    assert find_course(one.root).root == one.root


def test_without_a_course_one_learns_what_to_do(tmp_path, monkeypatch):
    monkeypatch.delenv("LONGWAVE_COURSE", raising=False)
    monkeypatch.chdir(tmp_path)
    for folder in (None, tmp_path):
        with pytest.raises(ExpectedError, match="longwave course new FOLDER"):
            find_course(folder)


def test_settings_are_read(tmp_path):
    course = new_course(tmp_path / "mine")
    text = 'name = "Autumn"\n[deadlines]\n"18" = 2026-12-01T23:59:00+08:00\n[sandbox]\nseconds = 5\n'
    course = settings(course, text + '[titles]\n18-co-evolution = "Week 9 (77)"\n')
    assert course.name == "Autumn"
    assert course.deadlines["18-co-evolution"].isoformat() == "2026-12-01T23:59:00+08:00"
    assert (course.sandbox["seconds"], course.sandbox["memory_mb"]) == (5, 2048)
    assert course.titles == {"18-co-evolution": "Week 9 (77)"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = ", "course.toml is wrong"),
        ("name = 3", "name must be a text"),
        ("[deadlines]\n18 = 5", "the deadline of 18 must be a date and time such as 2026-12-01T23:59:00"),
        ("[deadlines]\n18 = 23:59:00", "must be a date and time such as"),
        ('timezone = "Asia/Shanghia"', "no time zone 'Asia/Shanghia'; write one such as: Asia/Shanghai"),
        ("timezone = 8", "timezone must be a text"),
        ("[late]\npercent_a_day = 10", "no 'percent_a_day'. Did you mean percent_per_day?"),
        ("[late]\npercent_per_day = 101", "percent_per_day in .late. must be a number from 0 to 100"),
        ("[late]\npercent_per_day = nan", "percent_per_day in .late. must be a number from 0 to 100"),
        ("[late]\ngrace_minutes = true", "grace_minutes in .late. must be a number"),
        ("[late]\nnothing_after = -1", "nothing_after in .late. must be days"),
        ('[late]\nof = "all"', "of in .late. must be"),
        ("[late.18-co-evolutoin]\npercent_per_day = 10", "18-co-evolution"),
        ("group_work = 'p1'", "group_work must be a list"),
        ('group_work = ["p9"]', "No single lesson is called 'p9'"),
        ("always_counts = [1]", "always_counts must be a list"),
        ("drop_lowest = -1", "drop_lowest must be a whole number"),
        ("[deadlines]\n18-co-evolutoin = 2026-12-01T23:59:00Z", "18-co-evolution"),
        ("deadlines = 3", "deadlines must be a table"),
        ("[sandbox]\nminutes = 5", "no minutes; it has memory_mb"),
        ("[sandbox]\nseconds = 0", "a whole number above 0"),
        ("[sandbox]\nseconds = true", "a whole number above 0"),
        ('[gradebook]\nurl = "mysql://x"', "start with postgresql://"),
        ('[gradebook]\nulr = "postgresql://x"', "no setting 'ulr'. Did you mean url?"),
        ("[deadline]\n18 = 2026-12-01T23:59:00Z", "no setting 'deadline'. Did you mean deadlines?"),
        ("[deadlines]\n18 = 2026-12-01 23:59", "a date and time is written like 2026-12-01T23:59:00"),
        ("[deadlines]\n99 = 2026-12-01T23:59:00Z", "course.toml is wrong: No single lesson is called '99'"),
        ('[titles]\n18 = "One"\n18-co-evolution = "Two"', "18-co-evolution is there twice"),
    ],
)
def test_wrong_settings_are_named(tmp_path, text, says):
    with pytest.raises(ExpectedError, match=says):
        settings(new_course(tmp_path / "mine"), text)


def test_settings_may_begin_with_the_mark_that_an_editor_sets(tmp_path):
    assert settings(new_course(tmp_path / "mine"), '\ufeffname = "Autumn"\n').name == "Autumn"


def test_a_gradebook_in_postgresql_is_one_setting(tmp_path):
    course = settings(new_course(tmp_path / "mine"), '[gradebook]\nurl = "postgresql://ann:x@host/db"')
    assert course.gradebook_url == "postgresql+psycopg://ann:x@host/db"
    assert course.gradebook_file is None


@pytest.mark.parametrize("content", ["", "zz", "ab" * 4])
def test_a_damaged_secret_is_never_made_anew(tmp_path, content):
    course = new_course(tmp_path / "mine")
    course.secret_file.write_text(content)
    with pytest.raises(ExpectedError, match="from a backup"):
        course.secret()


KNOWN = ["08-weak-ties", "18-co-evolution", "16-long-waves", "05-long-tail"]


@pytest.mark.parametrize(
    "word",
    ["18", "18-co-evolution", "co-evolution", "18-co", "co-", "CO-EVOLUTION", "lessons/18-co-evolution.ipynb", " 18 "],
)
def test_a_lesson_may_be_named_in_short(word):
    assert lesson_named(word, KNOWN) == "18-co-evolution"


def test_one_figure_names_a_lesson_too():
    assert lesson_named("8", KNOWN) == "08-weak-ties"


@pytest.mark.parametrize(("word", "near"), [("long", "05-long-tail, 16-long-waves"), ("18-coevolution", KNOWN[1])])
def test_a_lesson_that_is_not_clear_names_the_near_ones(word, near):
    with pytest.raises(ExpectedError, match=near):
        lesson_named(word, KNOWN)


def test_an_own_lesson_of_the_course_is_a_lesson(tmp_path):
    course = new_course(tmp_path / "mine")
    place = course.solution("90-ours")
    place.parent.mkdir(parents=True)
    place.touch()
    assert course.lesson("90") == "90-ours"
