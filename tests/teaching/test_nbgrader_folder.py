"""The course's folder is an nbgrader course: its commands, its API and formgrader work on it as it is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import PyFileConfigLoader

from longwave.teaching.folder.gradebook import enrol, open_gradebook
from longwave.teaching.intake.collect import collect
from longwave.teaching.notebooks import serialise
from tests.teaching.made_up_course import DEADLINE, LESSON


@pytest.fixture
def api(course, monkeypatch):
    """nbgrader's API with the settings of the course's own file."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    config = PyFileConfigLoader("nbgrader_config.py", str(course.root)).load_config()
    return NbGraderAPI(config=config)


def solved(course):
    """Return a student's notebook with the solution's answers."""
    answers = {cell.id: cell.source for cell in nbformat.read(course.solution(LESSON), as_version=4).cells}
    notebook = nbformat.read(course.exercise(LESSON), as_version=4)
    for cell in notebook.cells:
        if cell.id.endswith("-answer"):
            cell.source = answers[cell.id]
    return serialise(notebook)


def test_nbgrader_knows_the_folder_its_students_and_its_lesson(course, api, handed_in, pack):
    collect(course, LESSON, pack({"ann.ipynb": handed_in("ann"), "bob.ipynb": handed_in("bob")}))
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
    assert api.get_source_assignments() == {LESSON}
    assert api.get_released_assignments() == set()
    assert api.get_submitted_students(LESSON) == {"ann", "bob"}
    about = api.get_assignment(LESSON)
    assert (about["status"], about["num_submissions"], about["max_score"]) == ("draft", 2, 13)
    assert about["duedate_notimezone"] == DEADLINE.replace(tzinfo=None).isoformat()
    assert {one["id"] for one in api.get_students()} == {"ann", "bob", "s_3"}


def test_nbgrader_itself_grades_what_was_collected(course, api, pack):
    collect(course, LESSON, pack({f"ann/{LESSON}.ipynb": solved(course)}))
    done = api.autograde(LESSON, "ann", create=True)
    assert done["success"], done["log"]
    with open_gradebook(course) as gradebook:
        submission = gradebook.find_submission(LESSON, "ann")
        assert submission.score == 9
        assert submission.needs_manual_grade
        assert submission.timestamp is not None
    (shown,) = api.get_notebook_submissions(LESSON, LESSON)
    assert (shown["student"], shown["score"], shown["needs_manual_grade"]) == ("ann", 9, True)


def test_nbgraders_own_assignment_command_keeps_hidden_what_is_hidden(course, api):
    done = api.generate_assignment(LESSON, force=True)
    assert done["success"], done["log"]
    made = course.exercise(LESSON).read_text("utf-8")
    assert 'practice(\\"' not in made
    assert "*Write your answer here.*" in made


def test_nbgraders_command_line_reads_the_settings(course):
    command = [sys.executable, "-m", "nbgrader", "db", "assignment", "list"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert LESSON in done.stdout


FORMGRADER = """
from jupyter_server.serverapp import ServerApp
from tornado.httpclient import AsyncHTTPClient

app = ServerApp()
app.jpserver_extensions = {"nbgrader.server_extensions.formgrader": True}
app.initialize(["--no-browser", "--port=0", "--ip=127.0.0.1", "--allow-root", "--IdentityProvider.token=t"])

async def ask():
    address = app.local_url.partition("?")[0].rstrip("/").removesuffix("/tree").removesuffix("/lab")
    answer = await AsyncHTTPClient().fetch(address + "/formgrader/api/assignments?token=t")
    print(answer.body.decode())
    app.stop()

app.io_loop.add_callback(ask)
app.start()
"""


def test_formgrader_shows_the_course_in_a_jupyter_server_started_there(course, handed_in, pack, tmp_path):
    collect(course, LESSON, pack({"ann.ipynb": handed_in("ann")}))
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path / "jupyter"), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", FORMGRADER]
    done = subprocess.run(command, cwd=course.root, env=environment, capture_output=True, text=True, timeout=600)
    assert done.stdout, done.stderr
    (about,) = json.loads(done.stdout.strip().splitlines()[-1])
    assert (about["name"], about["num_submissions"]) == (LESSON, 1)
