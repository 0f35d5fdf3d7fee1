"""The commands that grade: on this machine, or on the machines of a cluster."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _

Open = Callable[[Path | None, str], tuple[Any, str]]  # finds the course, and the slug of a lesson in it
Tell = Callable[[Any], None]  # prints a report


class EngineName(StrEnum):
    """Where it is graded."""

    LOCAL = "local"
    DASK = "dask"


def add_grading(program: typer.Typer, words: Any, opened: Open, tell: Tell, bar: Callable[..., Any]) -> None:
    """Add the commands.

    Args:
        program: where to add them.
        words: help texts that they share with other commands.
        opened: finds the course and the lesson.
        tell: prints a report.
        bar: shows how far a step is.
    """
    _add_grade(program, words, opened, tell, bar)
    _add_keys(program, words, tell)


def _add_grade(program: typer.Typer, words: Any, opened: Open, tell: Tell, bar: Callable[..., Any]) -> None:
    again_help = _("Grade what has not changed, too.")
    trust_help = _("Run students' code without a sandbox. It can then read and change all that you can.")
    workers_help = _("How many processes. Left out: one for each core.")
    engine_help = _("Where to grade: on this machine, or on the machines of a Dask cluster.")
    scheduler_help = _("The cluster's scheduler, such as tls://grading.example.org:8786.")
    keys_help = _("The folder of the cluster's keys. Left out: cluster, in the course's folder.")

    @program.command(help=_("Grade what was collected, in a sandbox, into the gradebook."))
    def grade(
        lesson: Annotated[str, words.lesson],
        course: Annotated[Path | None, words.course] = None,
        again: Annotated[bool, typer.Option("--again", help=again_help)] = False,
        no_sandbox: Annotated[bool, typer.Option("--no-sandbox", help=trust_help)] = False,
        workers: Annotated[int | None, typer.Option("--workers", help=workers_help, min=1)] = None,
        engine: Annotated[EngineName, typer.Option("--engine", help=engine_help)] = EngineName.LOCAL,
        scheduler: Annotated[str, typer.Option("--scheduler", help=scheduler_help, metavar="ADDRESS")] = "",
        keys: Annotated[Path | None, typer.Option("--keys", help=keys_help, metavar="FOLDER")] = None,
        section: Annotated[str, words.section] = "",
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        found, slug = opened(course, lesson)
        from longwave.teaching.grading.grade import grade as step
        from longwave.teaching.sandbox.kinds import ELSEWHERE, choose

        how: dict[str, Any] = {"again": again, "dry_run": dry_run, "workers": workers, "section": section, "bar": bar}
        if engine is EngineName.LOCAL:
            _refuse_without_cluster(scheduler, keys)
            tell(step(found, slug, choose(no_sandbox), **how))
            return
        _refuse_cluster_without(no_sandbox, workers)
        from longwave.teaching.grading.cluster.engine import Cluster
        from longwave.teaching.grading.cluster.keys import FOLDER

        cluster = Cluster(scheduler, keys or found.root / FOLDER)
        report = step(found, slug, ELSEWHERE, engine=cluster, **how)
        report.machines = cluster.machines
        tell(report)


def _refuse_cluster_without(no_sandbox: bool, workers: int | None) -> None:
    """Refuse options that mean this machine.

    Raises:
        ExpectedError: if there is one.
    """
    from longwave.reader.errors import ExpectedError

    if no_sandbox:
        raise ExpectedError(_("On other machines students' code always runs in a sandbox: leave --no-sandbox out."))
    if workers is not None:
        raise ExpectedError(_("How many processes a machine has is said where its dask worker starts, by --nworkers."))


def _refuse_without_cluster(scheduler: str, keys: Path | None) -> None:
    """Refuse options that mean a cluster.

    Raises:
        ExpectedError: if there is one; it names the first.
    """
    from longwave.reader.errors import ExpectedError

    given = [option for option, value in (("--scheduler", scheduler), ("--keys", keys)) if value]
    if given:
        raise ExpectedError(_("{option} needs {needs}.").format(option=given[0], needs="--engine dask"))


def _add_keys(program: typer.Typer, words: Any, tell: Tell) -> None:
    folder_help = _("Where they go. Left out: cluster, in the course's folder.")
    anew_help = _("Make new ones, which nobody has yet, in the place of those that are there.")

    @program.command("cluster-keys", help=_("Make the key and certificate of a grading cluster."))
    def cluster_keys(
        folder: Annotated[Path | None, typer.Argument(help=folder_help, metavar="FOLDER")] = None,
        course: Annotated[Path | None, words.course] = None,
        anew: Annotated[bool, typer.Option("--anew", help=anew_help)] = False,
    ) -> None:
        from longwave.teaching.grading.cluster.keys import FOLDER, make_keys

        if folder is None:
            from longwave.teaching.folder.course import find_course

            folder = find_course(course).root / FOLDER
        tell(make_keys(folder.expanduser().absolute(), anew=anew))
