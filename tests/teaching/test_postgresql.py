"""The gradebook in a real PostgreSQL, where one is installed: a server of our own, in a folder of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import nbformat
import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.backups import backup
from longwave.teaching.folder.course import Course, read_course
from longwave.teaching.folder.gradebook import enrol, is_there, open_gradebook, register
from longwave.teaching.handout.release import release
from longwave.teaching.returning.scores import lesson_scores
from tests.teaching.made_up_course import DEADLINE, LESSON

PROGRAMS = ("initdb", "pg_ctl", "postgres", "pg_dump", "pg_restore")


def as_plain_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run for root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]


def run(*command: str) -> None:
    done = subprocess.run(as_plain_user(list(command)), capture_output=True, text=True, timeout=600, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def server():
    """Start a server on a free port of this machine, with a password; give its address."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        pytest.skip(f"PostgreSQL is not installed here: no {', '.join(missing)}")
    pytest.importorskip("psycopg", reason="the driver psycopg is not installed here")
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("PostgreSQL does not run for root, and there is no setpriv")
    # A short path that the unprivileged user can enter: pytest's own folders belong to root alone.
    with tempfile.TemporaryDirectory(prefix="longwave-pg-", dir="/tmp") as name:
        folder, data = Path(name), Path(name, "data")
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
        (folder / "password").write_text("p@ss word")
        os.chmod(folder / "password", 0o644)
        run("initdb", "-D", str(data), "-U", "ann", "--auth=scram-sha-256", f"--pwfile={folder}/password")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://ann:p%40ss%20word@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "-D", str(data), "-w", "-m", "immediate", "stop")


@pytest.fixture
def served_course(course: Course, server: str) -> Course:
    """A course whose gradebook is in PostgreSQL, in a database of its own; nothing is in it yet."""
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        name = f"grades_{os.urandom(4).hex()}"
        connection.execute(f"CREATE DATABASE {name}")
    text = (course.root / "course.toml").read_text("utf-8").replace('url = ""', f'url = "{server}/{name}"')
    (course.root / "course.toml").write_text(text, "utf-8")
    return read_course(course.root)


def test_one_setting_moves_the_gradebook_to_postgresql(served_course):
    course = served_course
    course.gradebook_file and course.gradebook_file.unlink()
    assert not is_there(course)
    report = release(course, LESSON, dry_run=True)
    assert report.changed == ["the gradebook"]
    assert not is_there(course)
    assert release(course, LESSON).changed == ["the assignment in the gradebook"]
    assert is_there(course)
    assert release(course, LESSON).changed == []


def test_students_assignments_and_scores_are_kept_there(served_course):
    course = served_course
    solution = nbformat.read(course.solution(LESSON), as_version=4)
    with open_gradebook(course) as gradebook:
        assert register(course, gradebook, LESSON, solution) is True
        assert register(course, gradebook, LESSON, solution) is False
        assert enrol(course, gradebook) == 3
        assert enrol(course, gradebook) == 0
        gradebook.update_or_create_submission(LESSON, "s_3")
        gradebook.find_grade("18-rest-tests", LESSON, LESSON, "s_3").auto_score = 2
        gradebook.db.commit()
    with open_gradebook(course) as gradebook:
        assert gradebook.find_assignment(LESSON).duedate == DEADLINE.replace(tzinfo=None)
        assert lesson_scores(course, gradebook, LESSON).students["s_3"].tasks == {"18-rest-tests": 2.0}
        assert gradebook.find_student("s_3").last_name == "王"


def test_a_copy_brings_the_grades_back(served_course, server):
    import psycopg

    course = served_course
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
    copy = backup(course)
    assert copy.suffix == ".dump"
    address = course.gradebook_url.replace("+psycopg", "")
    with open_gradebook(course) as gradebook:
        for student in ("ann", "bob"):
            gradebook.remove_student(student)
    subprocess.run(["pg_restore", "--clean", f"--dbname={address}", str(copy)], check=True, timeout=600)
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT count(*) FROM student").fetchone() == (3,)


@pytest.mark.parametrize(("right", "wrong"), [("p%40ss%20word", "sesame"), ("127.0.0.1:", "127.0.0.2:")])
def test_a_server_that_is_not_there_or_refuses_is_told_without_the_password(served_course, right, wrong):
    settings = served_course.root / "course.toml"
    settings.write_text(settings.read_text("utf-8").replace(right, wrong), "utf-8")
    course = read_course(served_course.root)
    with pytest.raises(ExpectedError, match="gradebook cannot be opened") as told, open_gradebook(course):
        pass
    assert not any(password in str(told.value) for password in ("sesame", "p%40ss", "p@ss"))
    with pytest.raises(ExpectedError, match="pg_dump could not save") as told:
        backup(course)
    assert not any(password in str(told.value) for password in ("sesame", "p%40ss", "p@ss"))
    assert list(course.backups.iterdir()) == []
