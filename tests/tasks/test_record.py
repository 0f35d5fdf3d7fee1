import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import longwave
from longwave.tasks import record
from longwave.tasks.lock import locked

SOURCE = str(Path(longwave.__file__).parents[1])
NOTEBOOK = """
import json, os, sys
from longwave.tasks import record
for line in sys.stdin:
    job = json.loads(line)
    os.environ["LONGWAVE_HOME"] = job["home"]
    for task, status, mistake in job["answers"]:
        record.record_answer(task, status, mistake)
    for task in job["hints"]:
        record.next_hint(task, 10**6)
    for guess, value in job["guesses"]:
        record.record_guess(guess, value)
    for guess in job["reveals"]:
        record.record_reveal(guess)
    print("done", flush=True)
"""


@pytest.fixture(scope="module")
def notebooks():
    """Two programs that record what they are told, as two open notebooks do."""
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    command = [sys.executable, "-c", NOTEBOOK]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    programs = [subprocess.Popen(command, env=environment, **pipes) for _number in range(2)]
    yield programs
    for program in programs:
        program.stdin.close()
        program.wait(timeout=300)
        program.stdout.close()


ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(["02-floor", "02-game", "01-value"]),
        st.sampled_from([("right", ""), ("wrong", "added-value"), ("wrong", "all"), ("unusable", "")]),
    ).map(lambda pair: (pair[0], *pair[1])),
    max_size=8,
)


@settings(deadline=None, derandomize=True, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=ANSWERS, second=ANSWERS, hints=st.lists(st.sampled_from(["02-floor", "01-value"]), max_size=3))
def test_two_notebooks_at_once_lose_nothing(notebooks, tmp_path_factory, first, second, hints):
    home = tmp_path_factory.mktemp("home")
    nothing: dict[str, list] = {"guesses": [], "reveals": []}
    for program, answers in zip(notebooks, (first, second), strict=True):
        program.stdin.write(json.dumps({"home": str(home), "answers": answers, "hints": hints, **nothing}) + "\n")
        program.stdin.flush()
    assert [program.stdout.readline() for program in notebooks] == ["done\n", "done\n"]

    records = json.loads((home / "progress.json").read_text())["tasks"] if first + second + hints else {}
    for task in {task for task, *_rest in first + second} | set(hints):
        answers = [(status, mistake) for name, status, mistake in first + second if name == task]
        wrongs = [mistake for status, mistake in answers if status != "right"]
        assert records[task]["attempts"] == len(wrongs) + (("right", "") in answers)
        assert sum(records[task]["mistakes"].values()) == sum(map(bool, wrongs))
        assert (records[task]["first_right"] is not None) == (("right", "") in answers)
        assert records[task]["hints"] == 2 * hints.count(task)
    assert sorted(file.name for file in home.iterdir() if file.suffix != ".lock") == ["progress.json"] * bool(records)


GUESSES = st.lists(
    st.tuples(st.sampled_from(["02-guess-floor", "08-guess-gap"]), st.sampled_from([7.0, 8.0, 9.0])), max_size=6
)


@settings(deadline=None, derandomize=True, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=GUESSES, second=GUESSES, reveals=st.lists(st.sampled_from(["02-guess-floor"]), max_size=2))
def test_two_notebooks_that_guess_at_once_keep_one_guess_that_was_made(
    notebooks, tmp_path_factory, first, second, reveals
):
    home = tmp_path_factory.mktemp("home")
    for program, guesses in zip(notebooks, (first, second), strict=True):
        job = {"home": str(home), "answers": [], "hints": [], "guesses": guesses, "reveals": reveals}
        program.stdin.write(json.dumps(job) + "\n")
        program.stdin.flush()
    assert [program.stdout.readline() for program in notebooks] == ["done\n", "done\n"]

    entries = json.loads((home / "progress.json").read_text())["guesses"] if first + second + reveals else {}
    assert set(entries) == {guess for guess, _value in first + second} | set(reveals)
    for guess, entry in entries.items():
        made = [value for name, value in first + second if name == guess]
        assert (entry["revealed"] is not None) == (guess in reveals)
        assert entry["guess"] in made or (entry["guess"] is None and guess in reveals)
        assert entry["after"] is None or (entry["after"] in made and guess in reveals)
        last = [[value for name, value in guesses if name == guess][-1:] for guesses in (first, second)]
        if guess not in reveals:
            assert [entry["guess"]] in last
        elif made:
            assert entry["guess"] is not None or entry["after"] is not None


def write_three_records():
    record.record_answer("02-floor", "wrong", "added-value")
    record.record_answer("02-game", "right")
    record.next_hint("02-floor", 3)
    record.record_guess("02-guess-floor", (7.0, 10.0))


def test_a_file_cut_at_any_byte_is_set_aside_whole(home):
    write_three_records()
    file = home / "progress.json"
    whole = file.read_bytes()
    for length in range(len(whole) - 1):  # the last byte is the end of the line
        file.write_bytes(whole[:length])
        seen = record.read_progress()
        aside = home / "progress.corrupt-1.json"
        assert aside.read_bytes() == whole[:length]
        assert (seen.tasks, seen.guesses) == ({}, {})
        assert seen.set_aside == ("progress.corrupt-1.json",)
        aside.unlink()
        file.unlink()
    file.write_bytes(whole[:-1])
    assert set(record.read_progress().tasks) == {"02-floor", "02-game"}
    assert not list(home.glob("*corrupt*"))


def test_each_damaged_file_gets_a_name_of_its_own(home):
    home.mkdir()
    for number in (1, 2, 3):
        (home / "progress.json").write_text(f"damage {number}")
        record.record_answer("02-floor", "right")
    names = [f"progress.corrupt-{number}.json" for number in (1, 2, 3)]
    assert [(home / name).read_text() for name in names] == ["damage 1", "damage 2", "damage 3"]
    assert record.read_progress().tasks["02-floor"]["status"] == "right"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_the_file_is_set_aside_and_holds_nothing_up(home):
    home.mkdir(parents=True)
    os.mkfifo(home / "progress.json")
    record.record_answer("00-count", "right")
    progress = record.read_progress()
    assert progress.tasks["00-count"]["status"] == "right"
    assert [name for name in os.listdir(home) if "corrupt" in name] == list(progress.set_aside)


def test_what_is_sound_in_a_damaged_file_is_kept(home):
    write_three_records()
    file = home / "progress.json"
    damaged = json.loads(file.read_text())
    damaged["tasks"]["02-game"]["attempts"] = "many"
    file.write_text(json.dumps(damaged))
    assert set(record.read_progress().tasks) == {"02-floor"}
    assert json.loads((home / "progress.corrupt-1.json").read_text()) == damaged


def test_a_file_that_was_set_aside_is_told_until_it_has_been_told(home):
    home.mkdir()
    (home / "progress.json").write_text("{")
    record.record_answer("02-floor", "right")
    news = record.read_progress().set_aside
    assert news == record.read_progress().set_aside == ("progress.corrupt-1.json",)
    record.mark_reported(news)
    assert record.read_progress().set_aside == ()
    assert record.read_progress().tasks["02-floor"]["status"] == "right"


def test_a_file_without_guesses_is_brought_up_when_something_is_new(home):
    home.mkdir()
    old = '{"schema": 1, "tasks": {}, "set_aside": []}'
    (home / "progress.json").write_text(old)
    assert record.read_progress().guesses == {}
    assert (home / "progress.json").read_text() == old
    record.record_guess("02-guess-floor", 9.0)
    document = json.loads((home / "progress.json").read_text())
    assert document["schema"] == 2
    assert document["guesses"]["02-guess-floor"]["guess"] == 9
    assert not list(home.glob("*corrupt*"))


def test_a_file_of_a_newer_longwave_is_left_alone(home):
    home.mkdir()
    newer = '{"schema": 99, "tasks": {}, "stars": 5}'
    (home / "progress.json").write_text(newer)
    record.record_answer("02-floor", "right")
    seen = record.read_progress()
    assert "newer Longwave" in seen.error
    assert seen.tasks["02-floor"]["status"] == "right"
    assert (home / "progress.json").read_text() == newer


def test_a_folder_that_cannot_be_written_breaks_nothing_and_is_told(tmp_path, monkeypatch):
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path / "a-file" / "home"))
    assert [record.next_hint("02-floor", 3) for _time in range(2)] == [1, 2]
    record.record_answer("02-floor", "wrong", "added-value")
    seen = record.read_progress()
    assert seen.error
    assert seen.tasks["02-floor"]["mistakes"] == {"added-value": 1}
    assert record.forget_progress() is None


def test_what_waited_is_written_once_that_works(home):
    home.parent.joinpath("home").write_text("in the way")
    record.record_answer("02-floor", "wrong", "added-value")
    home.unlink()
    record.record_answer("02-floor", "right")
    seen = json.loads((home / "progress.json").read_text())["tasks"]["02-floor"]
    assert (seen["attempts"], seen["mistakes"], seen["status"]) == (2, {"added-value": 1}, "right")
    record.record_answer("02-floor", "wrong")
    assert record.read_progress().tasks["02-floor"]["attempts"] == 3


def test_a_write_that_fails_leaves_the_old_file_and_no_other(home, monkeypatch):
    write_three_records()
    before = (home / "progress.json").read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    record.record_answer("02-floor", "right")
    assert record.read_progress().error == "No space left on device"
    assert (home / "progress.json").read_bytes() == before
    assert sorted(file.name for file in home.iterdir()) == ["progress.json", "progress.lock"]
    monkeypatch.undo()


def test_nothing_new_is_not_written(home, monkeypatch):
    record.record_answer("02-floor", "right")
    writes = []
    monkeypatch.setattr(record, "save", lambda file, document: writes.append(document))
    record.record_answer("02-floor", "right")
    record.record_answer("02-floor", "unanswered")
    record.read_progress()
    assert writes == []
    record.record_hint("02-floor", 1)
    assert len(writes) == 1


def test_a_lock_that_another_program_keeps_is_told(home, monkeypatch):
    home.mkdir()
    monkeypatch.setattr("longwave.tasks.lock.PATIENCE", 0.05)
    with locked(home / "progress.lock"):
        record.record_answer("02-floor", "right")
        assert "another program holds" in record.read_progress().error
    assert record.read_progress().tasks["02-floor"]["status"] == "right"
    assert record.read_progress().error == ""


def test_forgetting_sets_the_file_aside(home):
    assert record.forget_progress() is None
    record.record_answer("02-floor", "right")
    kept = record.forget_progress()
    assert kept.name == "progress.forgotten-1.json"
    assert json.loads(kept.read_text())["tasks"]["02-floor"]["status"] == "right"
    assert record.read_progress().tasks == {}
    record.record_answer("02-floor", "right")
    assert record.forget_progress().name == "progress.forgotten-2.json"


def test_without_a_named_folder_the_system_says_where(monkeypatch):
    monkeypatch.delenv("LONGWAVE_HOME")
    assert record.progress_file().parent.name == "longwave"
    monkeypatch.setenv("LONGWAVE_HOME", "~/mine")
    assert record.progress_file() == Path.home() / "mine" / "progress.json"
