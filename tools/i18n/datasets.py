"""The words of datasets that lessons show: facts of cases, passages, claims and proposals, by lesson."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from longwave.data.words import REPEATED, context_of, shown_columns
from longwave.translation.blocks import has_words
from tools.files import ROOT
from tools.i18n.message import Message
from tools.i18n.offered import slugs

WORDS = "datasets/words"
_ID = re.compile(r'\\"(\d\d-[a-z0-9-]+)\\"')


def dataset_messages(root: Path = ROOT) -> Iterator[Message]:
    """Yield the words of rows by the lesson that they name; words that many rows repeat are in `datasets/words`.

    The places of a message are the lessons that show it: a claim stands on the card of its passage's lesson too, and a
    notebook may ask for a fact of another.
    """
    slug_of, asked = {slug[:2]: slug for slug in slugs(root)}, _asked(root)
    beside = _beside(root)
    for path in sorted((root / "datasets").glob("*/*.csv")):
        rows = _rows(path)
        key, columns = shown_columns(rows[0].keys() if rows else ())
        for row in rows if key else ():
            numbers = {(row.get("lesson") or row[key])[:2], *beside.get(row[key], ())}
            lessons = sorted({slug_of[number] for number in numbers if number in slug_of} | asked.get(row[key], set()))
            own = f"datasets/{slug_of.get((row.get('lesson') or row[key])[:2], 'words')}"
            for column in columns:
                if has_words(row[column]):
                    context = context_of(path.stem, row[key], column)
                    if column in REPEATED:
                        yield Message(WORDS, row[column], context, comments=(column,))
                    for lesson in lessons if column not in REPEATED else ():
                        yield Message(own, row[column], context, place=f"lessons/{lesson}", comments=(column,))
        if key:
            yield from _meanings(path.with_name("datapackage.json"))


def _asked(root: Path) -> dict[str, set[str]]:
    """Return which notebooks name a row by its id in their code."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in [*(root / "lessons").glob("*.ipynb"), *(root / "solutions").rglob("*.ipynb")]:
        for row in _ID.findall(path.read_text(encoding="utf-8")):
            found[row].add(path.stem)
    return found


def _beside(root: Path) -> dict[str, set[str]]:
    """Return the lessons on whose cards a claim stands because of its passage, and a passage because of its claims."""
    found: dict[str, set[str]] = defaultdict(set)
    ledgers = {name: root / "datasets" / name / f"{name}.csv" for name in ("passages", "claims")}
    if not all(path.is_file() for path in ledgers.values()):
        return found
    lessons = {row["passage_id"]: row["lesson"][:2] for row in _rows(ledgers["passages"])}
    for row in _rows(ledgers["claims"]):
        if row["passage_id"] in lessons:
            found[row["claim_id"]].add(lessons[row["passage_id"]])
            found[row["passage_id"]].add(row["lesson"][:2])
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _meanings(passport: Path) -> Iterator[Message]:
    """Yield what each verdict means, where a passport says it."""
    fields = json.loads(passport.read_text(encoding="utf-8"))["resources"][0]["schema"]["fields"]
    for field in fields:
        for meaning in field.get("meanings", {}).values():
            yield Message(WORDS, meaning, "datasets#verdict", comments=("what it means",))
