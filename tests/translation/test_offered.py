"""The lessons that are offered in another language are whole, and say the numbers that the English ones say."""

import nbformat
import pytest

from longwave.i18n import is_offered, lookup_in
from longwave.reader.edition import in_language
from tools.files import ROOT, find_notebooks
from tools.i18n.catalogues import entries, is_done, languages, read_all
from tools.i18n.offered import needed, offered
from tools.i18n.outputs import differing_numbers, english_words
from tools.translate import findings, run

OFFERED = [(path, language) for language in languages() for path in find_notebooks() if is_offered(path.stem, language)]


def test_some_lesson_is_offered_in_each_language():
    assert {language for _path, language in OFFERED} == set(languages())


@pytest.mark.parametrize(("path", "language"), OFFERED, ids=lambda value: getattr(value, "stem", value))
def test_what_is_offered_runs_with_the_same_numbers_and_no_english_words(path, language):
    assert list(findings(path, run(path, language))) == []


@pytest.mark.parametrize("language", languages())
def test_what_is_offered_has_no_message_without_translation(language):
    catalogues = read_all(language)
    for slug in {path.stem for path, offered_in in OFFERED if offered_in == language}:
        own, files = needed(ROOT, slug)
        for name in {*own, "lessons/shared", "datasets/words"} & catalogues.keys():
            assert all(is_done(entry) for entry in entries(catalogues[name])), (slug, name)
        for catalog in catalogues.values():
            shown = [entry for entry in entries(catalog) if {place for place, _line in entry.locations} & files]
            assert all(is_done(entry) for entry in shown), slug


def test_a_lesson_is_whole_only_with_its_notebook_its_topic_and_its_facts():
    slug = "01-value-stick"
    assert slug in offered(ROOT, [])
    for undone in (
        (f"lessons/{slug}", ()),
        (f"exercises/{slug}", ()),
        ("lessons/shared", ()),
        ("topics/value", ("topics/value/charts/stick.py",)),
        ("topics/value", ("topics/value/tasks/lesson_01.py",)),
        ("datasets/02-who-captures-value", (f"lessons/{slug}",)),
    ):
        assert slug not in offered(ROOT, [undone]), undone
    assert slug in offered(ROOT, [("topics/waves", ("topics/waves/charts.py",))])
    assert slug in offered(ROOT, [("library/data", ("data/part_one_claims.py",))])


def test_a_stored_number_that_changes_is_found():
    def cell(text):
        output = nbformat.v4.new_output("stream", text=text)
        return nbformat.v4.new_code_cell(outputs=[output])

    assert differing_numbers(cell("12 of 3"), cell("3 个中的 12 个")) == []
    assert differing_numbers(cell("12 of 3"), cell("3 个中的 13 个")) == [
        "12 is only in the English output",
        "13 is not in the English output",
    ]
    assert english_words(cell("3 of 12 个 value_created Uber 02-share")) == ["of"]


def test_a_notebook_in_another_language_has_the_same_cells_and_its_seals_hold():
    from longwave.marks import checksum_of, computed_checksum

    path = ROOT / "exercises" / "01-value-stick" / "01-value-stick.ipynb"
    english = nbformat.read(path, as_version=4)
    other = nbformat.from_dict(in_language(english, "exercises/01-value-stick", "zh_CN"))
    assert [cell.id for cell in other.cells] == [cell.id for cell in english.cells]
    assert other.metadata.longwave.title == lookup_in("zh_CN")(
        "exercises/01-value-stick#title", english.metadata.longwave.title
    )
    for cell in other.cells:
        assert checksum_of(cell) in (None, computed_checksum(cell))
