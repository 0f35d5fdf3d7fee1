"""The `longwave` command.

Nothing heavy is imported here: each command imports what it runs, so that `longwave --help` answers at once.
"""

import errno
import sys
from pathlib import Path
from typing import Annotated

import typer

import longwave
from longwave.i18n import _, current_language, languages, set_language
from longwave.reader.errors import ExpectedError
from longwave.teaching.commands import add_teaching

# What a reader can mend: rights, a read-only or full disk, a file where a folder is needed. The rest is our fault.
_OF_THE_DISK = {
    *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT),
    *(errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG),
}


def app() -> None:
    """Run the command line; an expected error is one sentence and exit code 1."""
    set_language()
    try:
        commands()(prog_name="longwave")
    except ExpectedError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        if error.errno not in _OF_THE_DISK:
            raise
        sentence = _("{file} cannot be used: {reason}. See who may write there and how much room is left.")
        print(sentence.format(file=error.filename or _("The disk"), reason=error.strerror), file=sys.stderr)
        sys.exit(1)


def commands() -> typer.Typer:
    """Return the commands, worded in the current language."""
    program = typer.Typer(
        no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )
    help_text = _("Show the version and stop.")
    version = typer.Option("--version", help=help_text, is_eager=True, callback=_show_version)

    @program.callback(help=_("Longwave: a notebook course on the value of digital technology."))
    def longwave_command(version: Annotated[bool, version] = False) -> None:
        pass

    for add in (_add_lab, _add_copy, _add_doctor, _add_progress, _add_receipt, _add_data, _add_claims):
        add(program)
    add_teaching(program)
    return program


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(longwave.__version__)
        raise typer.Exit


def _add_lab(program: typer.Typer) -> None:
    folder_help = _("The folder of your copy. Left out: my-longwave in the course's folder, or ~/longwave.")
    port_help = _("The port to try first.")
    browser_help = _("Only print the address.")
    language_help = _("The language of the notebooks, such as zh_CN.")

    @program.command(help=_("Open the course in JupyterLab, on your own copy."))
    def lab(
        folder: Annotated[Path | None, typer.Argument(help=folder_help, metavar="FOLDER")] = None,
        port: Annotated[int, typer.Option(help=port_help, min=1, max=65535)] = 8888,
        no_browser: Annotated[bool, typer.Option("--no-browser", help=browser_help)] = False,
        language: Annotated[str, typer.Option(help=language_help, callback=_known_language)] = current_language(),
    ) -> None:
        from longwave.reader.lab import open_lab

        open_lab(folder, port, browser=not no_browser, language=language)


def _known_language(language: str) -> str:
    """Take a language that there is, and speak it from here on."""
    if set_language(language) != language:
        sentence = _("The course is not there in {language}. Choose one of: {languages}.")
        raise ExpectedError(sentence.format(language=language, languages=", ".join(languages())))
    return language


def _add_copy(program: typer.Typer) -> None:
    folder_help = _("The folder of your copy. Left out: my-longwave in the course's folder, or ~/longwave.")
    language_help = _("The language of the notebooks, such as zh_CN.")

    @program.command(help=_("Bring your copy up to date, for a JupyterLab that runs already."))
    def copy(
        folder: Annotated[Path | None, typer.Argument(help=folder_help, metavar="FOLDER")] = None,
        language: Annotated[str, typer.Option(help=language_help, callback=_known_language)] = current_language(),
    ) -> None:
        from longwave.reader.course import course_folder, default_copy
        from longwave.reader.edition import refresh_edition

        report = refresh_edition(folder or default_copy(), course_folder(), language)
        typer.echo("\n".join([*report.lines(), _("Your copy: {folder}").format(folder=report.folder)]))


def _add_doctor(program: typer.Typer) -> None:
    @program.command(help=_("Check this machine and say how to mend what fails."))
    def doctor() -> None:
        from longwave.reader.doctor import examine, report
        from longwave.teaching.sandbox.finding import for_teachers

        findings = [*examine(), *for_teachers()]
        typer.echo(report(findings))
        if not all(finding.ok for finding in findings):
            raise typer.Exit(1)


def _add_progress(program: typer.Typer) -> None:
    @program.command(help=_("Show which tasks you have solved."))
    def progress() -> None:
        from longwave.tasks.progress import progress_text

        typer.echo(progress_text())


def _add_receipt(program: typer.Typer) -> None:
    file_help = _("The notebook that you want to hand in, as it is saved.")
    check_help = _("Say instead whether the file still has the answers for which this code was given.")

    @program.command(help=_("Say what would be found in an exercise if it were handed in now."))
    def receipt(
        file: Annotated[Path, typer.Argument(help=file_help, metavar="FILE")],
        check: Annotated[str | None, typer.Option("--check", help=check_help, metavar="CODE")] = None,
    ) -> None:
        from longwave.teaching.receipt.receipt import checked, receipt_of

        found = receipt_of(file)
        is_fine, lines = (not found.problem, found.lines()) if check is None else checked(found, check)
        typer.echo("\n".join(lines))
        if not is_fine:
            raise typer.Exit(1)


def _add_data(program: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True, help=_("List the datasets, or fetch newer official figures."))

    @group.command("list", help=_("Name the datasets."))
    def list_datasets() -> None:
        from longwave.data import catalogue

        typer.echo(catalogue())

    @group.command("refresh", help=_("Fetch the official series of a dataset into your own folder."))
    def refresh_dataset(name: Annotated[str, typer.Argument(help=_("The dataset's name."))]) -> None:
        from longwave.data import DatasetError, refresh_report

        try:
            typer.echo(refresh_report(name))
        except DatasetError as error:
            raise ExpectedError(str(error)) from None

    program.add_typer(group, name="data")


def _add_claims(program: typer.Typer) -> None:
    @program.command(help=_("Count the papers' claims by verdict, and what the lessons teach of them."))
    def claims() -> None:
        from longwave.data import claims_report
        from longwave.reader.course import course_folder

        typer.echo(claims_report([lesson.stem for lesson in sorted((course_folder() / "lessons").glob("*.ipynb"))]))


if __name__ == "__main__":
    app()
