import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.tasks import ledger, ledger_guesses

TASKS = st.sampled_from(["02-floor", "02-game"])
ANSWERS = st.builds(
    lambda task, status, date: {
        "task": task,
        "status": status,
        "mistake": "added-value" if status == "wrong" else "",
        "date": date,
    },
    TASKS,
    st.sampled_from(["right", "wrong", "unusable"]),
    st.sampled_from(["2024-05-01", "2024-05-02", "2025-01-01"]),
)
HINTS = st.builds(lambda task, step: {"task": task, "hint": step}, TASKS, st.integers(1, 3))
EVENTS = st.lists(ANSWERS | HINTS, max_size=12)
DATES = st.sampled_from(["2024-05-01", "2024-05-02", "2025-01-01"])
GUESSES = st.builds(
    lambda guess, value, date: {"guess": guess, "value": value, "date": date},
    st.sampled_from(["02-guess-floor", "08-guess-distance"]),
    st.sampled_from([8.0, 9.5, [7.0, 10.0], [8.0, 8.0]]),
    DATES,
)
REVEALS = st.builds(
    lambda guess, date: {"reveal": guess, "date": date},
    st.sampled_from(["02-guess-floor", "08-guess-distance"]),
    DATES,
)
SEEN_AND_GUESSED = st.lists(GUESSES | REVEALS, max_size=12)


def after(events):
    document = ledger.empty()
    for event in events:
        ledger.apply(document, event)
    return document


def without_latest_status(document):
    records = copy.deepcopy(document["tasks"])
    for record in records.values():
        record["status"] = record["status"] == "right"
    return records


@settings(deadline=None, derandomize=True)
@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(events, random):
    shuffled = random.sample(events, len(events))
    assert without_latest_status(after(shuffled)) == without_latest_status(after(events))


@settings(deadline=None, derandomize=True)
@given(EVENTS)
def test_every_event_is_counted(events):
    records = after(events)["tasks"]
    for task, record in records.items():
        answers = [e for e in events if e["task"] == task and "status" in e]
        rights = [e["date"] for e in answers if e["status"] == "right"]
        wrongs = [e for e in answers if e["status"] != "right"]
        assert record["attempts"] == len(wrongs) + bool(rights)
        assert sum(record["mistakes"].values()) == sum(e["status"] == "wrong" for e in wrongs)
        assert record["first_right"] == (min(rights) if rights else None)
        assert record["hints"] == max([e["hint"] for e in events if e["task"] == task and "hint" in e], default=0)
    assert set(records) == {event["task"] for event in events}


@settings(deadline=None, derandomize=True)
@given(SEEN_AND_GUESSED)
def test_the_last_guess_before_the_reveal_counts_and_no_other(events):
    for guess, entry in after(events)["guesses"].items():
        own = [event for event in events if guess in (event.get("guess"), event.get("reveal"))]
        reveals = [place for place, event in enumerate(own) if "reveal" in event]
        before = [event["value"] for event in own[: reveals[0] if reveals else len(own)]]
        later = [event["value"] for event in own[len(before) :] if "guess" in event]
        counted = before[-1] if before else None
        assert entry["guess"] == counted
        assert entry["date"] in ([None] if counted is None else [event["date"] for event in own if "guess" in event])
        assert entry["revealed"] == min([own[place]["date"] for place in reveals], default=None)
        assert entry["after"] == next((value for value in reversed(later) if value != counted), None)


@settings(deadline=None, derandomize=True)
@given(SEEN_AND_GUESSED, st.data())
def test_what_two_notebooks_do_with_different_guesses_comes_in_any_order(events, data):
    is_one = [event.get("guess", event.get("reveal")) == "02-guess-floor" for event in events]
    one = [event for event, belongs in zip(events, is_one, strict=True) if belongs]
    other = [event for event, belongs in zip(events, is_one, strict=True) if not belongs]
    first, second = data.draw(st.permutations([one, other]))
    assert after([*first, *second]) == after(events)


@settings(deadline=None, derandomize=True)
@given(st.lists(REVEALS, max_size=8), st.randoms(use_true_random=False))
def test_reveals_come_in_any_order(reveals, random):
    assert after(random.sample(reveals, len(reveals))) == after(reveals)


@settings(deadline=None, derandomize=True)
@given(st.lists(ANSWERS | HINTS | GUESSES | REVEALS, max_size=12))
def test_what_is_written_is_read_again(events):
    document = after(events)
    assert ledger.parse(json.dumps(document).encode()) == (document, True)


def test_the_next_hint_goes_up_to_the_last():
    document = ledger.empty()
    steps = []
    for _time in range(4):
        ledger.apply(document, {"task": "02-floor", "next_hint_of": 3})
        steps.append(document["tasks"]["02-floor"]["hints"])
    assert steps == [1, 2, 3, 3]


RECORD = {"status": "wrong", "attempts": 1, "hints": 0, "mistakes": {}, "first_right": None}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"8",
        b'{"schema": 1}',
        b'{"schema": "1", "tasks": {}}',
        b'{"schema": true, "tasks": {}}',
        b'{"schema": 1, "tasks": []}',
        b"[" * 100_000,
        b'{"schema": 1, "tasks": {}} and more',
    ],
)
def test_a_file_of_another_kind_gives_nothing(raw):
    assert ledger.parse(raw) == (ledger.empty(), False)


@pytest.mark.parametrize(
    "change",
    [
        {"status": "fine"},
        {"status": "right"},
        {"attempts": -1},
        {"attempts": 1.0},
        {"attempts": True},
        {"hints": "2"},
        {"mistakes": []},
        {"mistakes": {"added-value": None}},
        {"first_right": 8},
        {"first_right": "2024-05-01"},
        {"extra": 1},
    ],
)
def test_a_damaged_record_is_left_out_and_the_others_are_kept(change):
    document = {
        "schema": 2,
        "guesses": {},
        "set_aside": [],
        "tasks": {"02-bad": {**RECORD, **change}, "02-good": RECORD},
    }
    found, is_sound = ledger.parse(json.dumps(document).encode())
    assert found["tasks"] == {"02-good": RECORD}
    assert not is_sound


GUESS = {"guess": [7.0, 10.0], "date": "2024-05-01", "revealed": "2024-05-02", "after": 9}


@pytest.mark.parametrize(
    "change",
    [
        {"guess": "9"},
        {"guess": True},
        {"guess": float("nan")},
        {"guess": 1e300},
        {"guess": 10**400},
        {"guess": [10, 7]},
        {"guess": [7]},
        {"guess": [7, 8, 9]},
        {"guess": [7, None]},
        {"guess": [[7], [8]]},
        {"guess": None},
        {"date": None},
        {"date": "yesterday"},
        {"date": "2024-13-01"},
        {"date": 20240501},
        {"revealed": None},
        {"revealed": False},
        {"after": [7.0, 10.0]},
        {"after": "<b>"},
        {"extra": 1},
    ],
)
def test_a_damaged_guess_is_left_out_and_the_others_are_kept(change):
    document = {**ledger.empty(), "guesses": {"02-guess-bad": {**GUESS, **change}, "02-guess-good": GUESS}}
    found, is_sound = ledger.parse(json.dumps(document).encode())
    assert found["guesses"] == {"02-guess-good": GUESS}
    assert not is_sound


@pytest.mark.parametrize("guess", ["", "floor", "02", "02-Floor", "02-" + "a" * 90, "02-guess-floor\n", "../02-guess"])
def test_a_guess_with_no_id_is_left_out(guess):
    found, is_sound = ledger.parse(json.dumps({**ledger.empty(), "guesses": {guess: GUESS}}).encode())
    assert (found["guesses"], is_sound) == ({}, False)


@pytest.mark.parametrize("guesses", [None, [], 8, "02-guess-floor"])
def test_guesses_of_another_kind_are_left_out(guesses):
    found, is_sound = ledger.parse(json.dumps({**ledger.empty(), "guesses": guesses}).encode())
    assert (found, is_sound) == (ledger.empty(), False)


def test_a_guess_without_a_guess_is_one_that_was_revealed():
    shown = {"guess": None, "date": None, "revealed": "2024-05-01", "after": None}
    document = {**ledger.empty(), "guesses": {"02-guess-floor": shown}}
    assert ledger.parse(json.dumps(document).encode()) == (document, True)
    shown["revealed"] = None
    assert ledger.parse(json.dumps(document).encode()) == (ledger.empty(), False)


def test_a_file_holds_only_so_many_guesses():
    most = ledger_guesses.MOST_GUESSES
    document = {**ledger.empty(), "guesses": {f"02-guess-{number}": GUESS for number in range(most + 5)}}
    found, is_sound = ledger.parse(json.dumps(document).encode())
    assert (len(found["guesses"]), is_sound) == (most, False)
    ledger.apply(found, {"guess": "03-guess-one-more", "value": 8.0, "date": "2024-05-01"})
    assert len(found["guesses"]) == most


def test_a_file_of_schema_1_is_sound_and_is_brought_up():
    old = {"schema": 1, "tasks": {"02-good": RECORD}, "set_aside": []}
    brought_up = {**ledger.empty(), "tasks": {"02-good": RECORD}}
    assert ledger.parse(json.dumps(old).encode()) == (brought_up, True)
    damaged = {**old, "tasks": {"02-good": RECORD, "02-bad": {}}}
    assert ledger.parse(json.dumps(damaged).encode()) == (brought_up, False)


def test_names_of_files_that_are_none_of_ours_are_not_told():
    document = {**ledger.empty(), "set_aside": ["progress.corrupt-1.json", "../secret", 8]}
    found, is_sound = ledger.parse(json.dumps(document).encode())
    assert found["set_aside"] == ["progress.corrupt-1.json"]
    assert not is_sound


def test_a_newer_file_is_not_read():
    with pytest.raises(ledger.NewerProgressError, match="newer Longwave"):
        ledger.parse(b'{"schema": 3, "tasks": {}}')
