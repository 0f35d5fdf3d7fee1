"""The report of a collection stays a list of the class, whatever one student hands in."""

from longwave.teaching.intake.collect_report import MOST_NAMED, CollectReport, Note


def test_a_student_with_thousands_of_files_takes_few_lines():
    notes = [Note("unreadable", "ann", f"ann/f{number}.ipynb", "not a notebook") for number in range(5000)]
    notes += [Note("unreadable", "bob", "bob/x.ipynb", "cut off")]
    lines = CollectReport("18-co-evolution", False, notes).lines()
    assert "Unreadable: 5001" in lines
    assert len(lines) == 2 + MOST_NAMED + 1 + 1
    assert lines[-2:] == ["  bob: bob/x.ipynb: cut off", f"  ann: and {5000 - MOST_NAMED} more"]


def test_files_whose_owner_is_not_known_are_all_named():
    notes = [Note("no owner", "", f"file {number}.ipynb", "its name names no student") for number in range(90)]
    assert len(CollectReport("18-co-evolution", False, notes).lines()) == 2 + 90
