"""The course's own catalogues: in step with the sources, and each translation keeps the rules."""

import pytest

from tools.i18n.__main__ import main
from tools.i18n.catalogues import entries, languages, read_all
from tools.i18n.missing import fault_lines


def test_the_catalogues_are_in_step_with_the_sources(capsys):
    assert main(["--check"]) == 0, capsys.readouterr().out


def test_each_translation_keeps_every_rule():
    assert fault_lines([]) == []


@pytest.mark.parametrize("language", languages())
def test_a_message_stands_in_one_catalogue(language):
    seen = {}
    for name, catalog in read_all(language).items():
        for entry in entries(catalog):
            key = entry.context, str(entry.id)
            assert seen.setdefault(key, name) == name
    assert len(seen) > 15_000
