"""The words of datasets that lessons show: facts of cases, passages, claims and proposals, by lesson."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from longwave.data.words import REPEATED, context_of, shown_columns
from longwave.translation.blocks import has_words
from tools.files import ROOT
from tools.i18n.message import Message

WORDS = "datasets/words"


def dataset_messages(root: Path = ROOT) -> Iterator[Message]:
    """Yield the words of rows by the lesson that they name; words that many rows repeat are in `datasets/words`."""
    slugs = {path.stem[:2]: path.stem for area in ("solutions", "lessons") for path in sorted((root / area).rglob("*.ipynb"))}
    for path in sorted((root / "datasets").glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            key, columns = shown_columns(rows.fieldnames or ())
            for row in rows if key else ():
                number = (row.get("lesson") or row[key])[:2]
                own = f"datasets/{slugs[number]}" if number in slugs else WORDS
                for column in columns:
                    if has_words(row[column]):
                        context = context_of(path.stem, row[key], column)
                        yield Message(WORDS if column in REPEATED else own, row[column], context, comments=(column,))
        if key:
            yield from _meanings(path.with_name("datapackage.json"))


def _meanings(passport: Path) -> Iterator[Message]:
    """Yield what each verdict means, where a passport says it."""
    fields = json.loads(passport.read_text(encoding="utf-8"))["resources"][0]["schema"]["fields"]
    for field in fields:
        for meaning in field.get("meanings", {}).values():
            yield Message(WORDS, meaning, "datasets#verdict", comments=("what it means",))
