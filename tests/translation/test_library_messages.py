"""The messages of Python files, and words that would reach no translator."""

import pytest

from tools.i18n.library import library_messages
from tools.i18n.mistakes import mistakes


@pytest.fixture
def library(tmp_path):
    """A small library with one message."""
    (tmp_path / "library" / "charts").mkdir(parents=True)
    (tmp_path / "library" / "charts" / "value.py").write_text('def title():\n    return _("Money {unit}")\n')
    return tmp_path / "library"


def write(library, text, place="charts/value.py"):
    (library / place).parent.mkdir(parents=True, exist_ok=True)
    (library / place).write_text(text)


def found(library):
    return [(message.catalogue, message.text, message.place) for message in library_messages(library, None)]


def test_a_message_is_in_the_catalogue_of_its_folder(library):
    write(library, '_("Share")', "topics/value/charts/stick.py")
    assert found(library) == [
        ("library/charts", "Money {unit}", "charts/value.py"),
        ("topics/value", "Share", "topics/value/charts/stick.py"),
    ]


def test_a_message_of_two_catalogues_is_in_a_third(library):
    write(library, '_("Money {unit}")', "topics/value/panels.py")
    assert {catalogue for catalogue, _text, _place in found(library)} == {"library/shared"}


def test_a_message_inside_a_template_is_found_too(library):
    write(library, "def title():\n    return f\"{_('Share')} of {x}\"\n")
    assert found(library) == [("library/charts", "Share", "charts/value.py")]


def test_both_forms_of_a_plural_are_extracted(library):
    write(library, 'def title(n):\n    return plural("{n} firm", "{n} firms", n)\n')
    messages = list(library_messages(library, None))
    assert [(message.text, message.plural) for message in messages] == [("{n} firm", "{n} firms")]


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
    assert [line for line in mistakes(library) if "value.py:2 · " in line and remedy in line]


@pytest.mark.parametrize(
    "place", ["topics/value/charts.py", "topics/value/tasks/lesson_01.py", "topics/value/panels.py"]
)
def test_the_words_of_a_topic_are_looked_at_too(place, library):
    write(library, 'def title():\n    return slider(description="Price")\n', place)
    assert [line for line in mistakes(library) if f"{place}:2 · " in line]


@pytest.mark.parametrize("line", ['label = _("Price")', 'def price(label=_("Price")):\n    return label'])
def test_a_message_looked_up_on_import_is_named(line, library):
    write(library, line + "\n")
    assert "call _() inside a function" in mistakes(library)[0]


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
    assert mistakes(library) == []
