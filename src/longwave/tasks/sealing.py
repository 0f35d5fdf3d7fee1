"""A forecast with a date, sealed: the text stays with the reader, and its digest may be handed on at once.

The file forecasts.json lies beside the progress file, offline. A seal is the SHA-256 of question, date, probability,
what would prove it wrong, and a salt: without the salt anybody could try all the probabilities.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from longwave.i18n import _, written_number
from longwave.tasks import record
from longwave.tasks.answers import UnansweredError, UnusableError, read_number
from longwave.tasks.feedback import Feedback
from longwave.tasks.lock import locked

PARTS = ("question", "due", "probability", "wrong_if", "salt")
SHOWN = 16  # digits of the digest: enough to tell two forecasts apart
LONGEST = 600  # letters of a text

Forecast = dict[str, Any]


def forecasts_file() -> Path:
    """Return where sealed forecasts are kept: beside the progress file."""
    return record.progress_file().with_name("forecasts.json")


def seal_forecast(question: object, due: object, probability: object, wrong_if: object) -> Feedback:
    """Seal a forecast of yes or no: keep its text in the reader's folder, and return a card with its seal.

    Args:
        question: What is asked, with the series that decides, such as "Does the ministry report more than 75?".
        due: The day on which it is known, as text: "2028-06-30".
        probability: The chance of yes, from 0 to 1.
        wrong_if: The number that would prove the forecaster's plan wrong.

    Returns:
        A card: the seal to hand on, or for `...` how to fill the four in, or why they cannot be used.
    """
    try:
        parts = {"question": _text(question), "due": _day(due), "probability": _chance(probability)}
        forecast: Forecast = {**parts, "wrong_if": _text(wrong_if), "salt": secrets.token_hex(16)}
    except UnansweredError:
        message = _("Put a question, a day, a chance from 0 to 1 and what would prove you wrong in place of `...`.")
        return Feedback("unanswered", _("Nothing is sealed yet."), message)
    except UnusableError as trouble:
        return Feedback("unusable", _("This forecast is not sealed."), str(trouble))
    seal = seal_of(forecast)
    kept = _keep({**forecast, "seal": seal})
    text = _("Seal {seal}, due {due}. {kept} After that day: `{call}`, or False.").format(
        seal=seal, due=forecast["due"], kept=kept, call=f'open_forecast("{seal}", happened=True)'
    )
    return Feedback("kept", _("Sealed."), text)


def seal_of(forecast: Mapping[str, Any]) -> str:
    """Return the seal of a forecast: the first digits of the SHA-256 of its parts, so that anybody can compute it.

    >>> parts = {"question": "Rain?", "due": "2030-01-01", "probability": 0.8, "wrong_if": "dry", "salt": "0"}
    >>> seal_of(parts) == seal_of({**parts, "probability": 0.2})
    False
    """
    plain = json.dumps([forecast[part] for part in PARTS], ensure_ascii=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:SHOWN]


def open_forecast(seal: str, happened: bool) -> Feedback:
    """Open a sealed forecast once its answer is known, and say what it scores: (p − o)², less is better.

    A forecast whose text was changed does not fit its seal, and gets no score.
    """
    found = next((one for one in read_forecasts() if one.get("seal") == seal), None)
    if found is None:
        text = _("Look into {file}: it has a seal for each forecast.").format(file=forecasts_file())
        return Feedback("unusable", _("There is no forecast with this seal."), text)
    if not _is_whole(found) or seal_of(found) != seal:
        return Feedback("unusable", _("The seal is broken."), _("The text is not the one that was sealed."))
    score = (found["probability"] - float(bool(happened))) ** 2
    text = _("“{question}” You said {chance}. Score {score}; one half would have scored 0.25. {wrong_if}").format(
        question=found["question"],
        chance=written_number(found["probability"]),
        score=written_number(round(score, 4)),
        wrong_if=found["wrong_if"],
    )
    return Feedback("revealed", _("Opened."), text)


def read_forecasts() -> list[Forecast]:
    """Return the sealed forecasts in the order in which they were sealed; none if there is no sound file."""
    return _read(forecasts_file())[0]


def _read(file: Path) -> tuple[list[Forecast], bool]:
    """Return the forecasts of a file, and whether it is sound; one that is not there is."""
    if not os.path.lexists(file):
        return [], True
    try:
        found = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None
    except (OSError, ValueError):
        return [], False
    listed = found if isinstance(found, list) else []
    kept = [one for one in listed if isinstance(one, dict)]
    return kept, isinstance(found, list) and len(kept) == len(listed)


def _is_whole(forecast: Forecast) -> bool:
    return all(part in forecast for part in PARTS) and isinstance(forecast["probability"], float)


def _keep(forecast: Forecast) -> str:
    """Add a forecast to the file, and say where it is, or that it could not be kept."""
    file = forecasts_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file.with_suffix(".lock")):
            known, is_sound = _read(file)
            if not is_sound:
                record.set_aside(file, "corrupt")  # nothing of it is lost
            record.save(file, [*known, forecast])
    except OSError as error:
        return _("It is not kept on the disk ({reason}): copy {text}.").format(
            reason=error.strerror or error, text=json.dumps(forecast, ensure_ascii=False)
        )
    return _("The text is in {file}.").format(file=file)


def _text(value: object) -> str:
    if value is ...:
        raise UnansweredError
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise UnusableError(
            _("Write question and falsifier in quotes, in at most {count} letters.").format(count=LONGEST)
        )
    return value.strip()


def _day(value: object) -> str:
    if value is ...:
        raise UnansweredError
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise UnusableError(_('Write the day as year, month and day in quotes, such as "2028-06-30".')) from None


def _chance(value: object) -> float:
    chance = read_number(value)
    if not 0 <= chance <= 1:
        raise UnusableError(
            _("A chance is a number from 0 to 1; you gave {given}.").format(given=written_number(chance))
        )
    return chance
