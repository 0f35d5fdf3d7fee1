import pytest

from tools import i18n


@pytest.fixture
def library(tmp_path):
    """A small library with one message, and where its template goes."""
    (tmp_path / "library" / "charts").mkdir(parents=True)
    (tmp_path / "library" / "charts" / "value.py").write_text('def title():\n    return _("Money {unit}")\n')
    return tmp_path / "library", tmp_path / "locale" / "library.pot"


def write(library, text):
    (library[0] / "charts" / "value.py").write_text(text)


def test_the_template_lists_each_message_with_its_file_and_no_date_or_line(library):
    assert i18n.main([], *library) == 0
    template = library[1].read_text()
    assert '#: charts/value.py\n#, python-brace-format\nmsgid "Money {unit}"\nmsgstr ""\n' in template
    assert "Date" not in template


def test_moving_code_about_does_not_change_the_template(library):
    i18n.main([], *library)
    before = library[1].read_bytes()
    write(library, '"""A line more."""\n\n\ndef other():\n    return _("Money {unit}")\n')
    assert i18n.main(["--check"], *library) == 0
    assert i18n.template(library[0]) == before


def test_a_new_message_turns_the_check_red_and_names_the_cure(library, capsys):
    i18n.main([], *library)
    write(library, 'def title():\n    return _("Share")\n')
    assert i18n.main(["--check"], *library) == 1
    assert "run: python -m tools.i18n" in capsys.readouterr().out
    i18n.main([], *library)
    assert i18n.main(["--check"], *library) == 0


def test_both_forms_of_a_plural_are_extracted(library):
    write(library, 'def title(n):\n    return plural("{n} firm", "{n} firms", n)\n')
    assert b'msgid "{n} firm"\nmsgid_plural "{n} firms"' in i18n.template(library[0])


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ('return _(f"Wait {n}")', "take the f-string out of _()"),
        ('return _("Wait {n}".format(n=n))', "one literal text"),
        ('return _("Wait " + n)', "one literal text"),
        ('return alt.X("x:Q", title="Price")', 'title=_("…")'),
        ('return alt.X("x:Q", title=f"Price of {n}")', 'title=_("…")'),
        ('return slider(description="Price")', 'description=_("…")'),
        ('return Task(hints=("Read on",))', 'hints=_("…")'),
        ('return alt.TitleParams(text="Price")', 'TitleParams(_("…"))'),
        ('return alt.Title(["Price", n])', 'Title(_("…"))'),
    ],
)
def test_words_that_reach_no_translator_are_named(line, remedy, library):
    write(library, f"def title(n):\n    {line}\n")
    assert [found for found in i18n.mistakes(library[0]) if "value.py:2 · " in found and remedy in found]


@pytest.mark.parametrize(
    "place", ["topics/value/charts.py", "topics/value/tasks/lesson_01.py", "topics/value/panels.py"]
)
def test_the_words_of_a_topic_are_looked_at_too(place, library):
    (library[0] / place).parent.mkdir(parents=True)
    (library[0] / place).write_text('def title():\n    return slider(description="Price")\n')
    assert [found for found in i18n.mistakes(library[0]) if f"{place}:2 · " in found]


@pytest.mark.parametrize("line", ['label = _("Price")', 'def price(label=_("Price")):\n    return label'])
def test_a_message_looked_up_on_import_is_named(line, library):
    write(library, line + "\n")
    assert "call _() inside a function" in i18n.mistakes(library[0])[0]


@pytest.mark.parametrize(
    "line",
    [
        'return alt.X("price:Q", title=_("Price"), axis=alt.Axis(format="d"))',
        'return chart.mark_text().encode(text="label:N")',
        'return alt.Y("who:N", title=None)',
        'return alt.X("x:Q", title="€")',
        'return {"label": "key"}',
        'return (lambda: _("Price"))()',
    ],
)
def test_translated_words_columns_and_signs_pass(line, library):
    write(library, f"def title():\n    {line}\n")
    assert i18n.mistakes(library[0]) == []


def test_the_library_and_its_template_agree(capsys):
    assert i18n.main(["--check"]) == 0, capsys.readouterr().out
