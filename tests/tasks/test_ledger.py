import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.tasks import ledger

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
@given(EVENTS)
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
    document = {"schema": 1, "set_aside": [], "tasks": {"02-bad": {**RECORD, **change}, "02-good": RECORD}}
    found, is_sound = ledger.parse(json.dumps(document).encode())
    assert found["tasks"] == {"02-good": RECORD}
    assert not is_sound


def test_names_of_files_that_are_none_of_ours_are_not_told():
    document = {**ledger.empty(), "set_aside": ["progress.corrupt-1.json", "../secret", 8]}
    found, is_sound = ledger.parse(json.dumps(document).encode())
    assert found["set_aside"] == ["progress.corrupt-1.json"]
    assert not is_sound


def test_a_newer_file_is_not_read():
    with pytest.raises(ledger.NewerProgressError, match="newer Longwave"):
        ledger.parse(b'{"schema": 2, "tasks": {}}')
