"""A made-up lesson for the tests of the engine: one task of each kind."""

from longwave.tasks.guess import number_guess, range_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    numbers_task,
    property_task,
    table_task,
    value_mistake,
)
from longwave.topics.value import value_stick

HINTS = ("Name the parts.", "Take one part from the other.", "Look at the section that divides the stick.")
PARTS = ("customer_surplus", "firm_margin", "supplier_surplus")


def title():
    return "Made-up tasks"


def stick():
    return value_stick(willingness_to_pay=100, price=70, cost=40, opportunity_cost=25)


def floor(users, licences):
    """Return what an innovator is sure of: each licence sold brings the best bid that goes without one."""
    bids = sorted(users, reverse=True)
    return licences * bids[licences] if licences < len(bids) else 0


def ask_for_a_number():
    return number_task(
        "97-margin",
        title="The firm's margin",
        expects="a number, in money per unit",
        right=lambda: stick()["firm_margin"],
        mistakes=[
            value_mistake("price-is-value", 70, "You gave {given}, the price. What does the firm pay out of it?"),
            value_mistake(
                "all-of-it", lambda: stick()["value_created"], "You gave {given}, all value. Which part is the firm's?"
            ),
        ],
        hints=HINTS,
        explanation="Price less cost is 30.",
    )


def ask_for_a_share():
    return number_task(
        "97-share",
        expects="a share of one whole",
        unit="share",
        right=lambda: stick()["firm_margin"] / stick()["value_created"],
        mistakes=[value_mistake("of-the-price", 30 / 70, "You gave {given}. What is the whole here?")],
        hints=HINTS,
    )


def ask_for_a_letter():
    return choice_task(
        "97-letter",
        options="abc",
        right="6a95ba201773",
        mistakes={
            "a": ("price-is-value", "The price divides value. What makes it?"),
            "c": ("cost-is-value", "The cost is paid by one to another. What is left for all?"),
        },
        hints=HINTS,
        explanation="Value is what the whole chain gains.",
    )


def ask_for_parts():
    return numbers_task(
        "97-parts",
        expects="three numbers with labels, in money per unit",
        labels=PARTS,
        right=stick,
        mistakes=[
            value_mistake(
                "ends-at-the-cost", {"supplier_surplus": 40}, "The supplier's costs are its own. What is left?"
            )
        ],
        hints=HINTS,
    )


def ask_for_a_table():
    import pandas as pd

    def prices(*numbers):
        return pd.DataFrame({"firm": ["north", "south"], "price": numbers})

    return table_task(
        "97-table",
        expects="a table with a row for each firm, in money",
        key="firm",
        columns=["price"],
        right=lambda: prices(8.0, 5.0),
        mistakes=[
            value_mistake("swapped", lambda: prices(5.0, 8.0), "The two firms are swapped. Which one sells first?")
        ],
        hints=HINTS,
    )


def ask_for_a_function():
    return function_task(
        "97-floor",
        expects="a function of users and licences that gives a number, in money",
        right=floor,
        cases=[([10, 8], 1), ([10, 8], 2), ([9, 7, 4], 2)],
        mistakes=[
            function_mistake(
                "best-bid",
                lambda users, licences: max(users),
                "The best bid is a ceiling. What does the next bid force?",
            ),
            function_mistake(
                "one-licence-only",
                lambda users, licences: floor(users, licences) / licences,
                "That is for one licence. How many are sold?",
            ),
        ],
        hints=HINTS,
    )


def core_is_empty(value):
    pairs = value["A", "B"] + value["A", "C"] + value["B", "C"]
    return pairs > 2 * value["A", "B", "C"]


def ask_for_a_game():
    return property_task(
        "97-empty-core",
        "coalitions",
        ["A", "B", "C"],
        expects="a dict from coalitions of A, B, C to values",
        is_right=core_is_empty,
        mistakes=[
            Mistake("all-worthless", lambda value: not any(value.values()), "Nobody gains by joining. Who could?"),
            Mistake(
                "no-pairs",
                lambda value: value["A", "B"] == 0,
                "A and B gain nothing. What if two could do without one?",
            ),
        ],
        hints=HINTS,
    )


def tasks():
    return (
        ask_for_a_number(),
        ask_for_a_share(),
        ask_for_a_letter(),
        ask_for_parts(),
        ask_for_a_table(),
        ask_for_a_function(),
        ask_for_a_game(),
    )


def guesses():
    return (
        number_guess(
            "97-guess-margin",
            title="The firm's margin",
            expects="a number, in money per unit",
            low=0,
            high=100,
            truth=lambda: stick()["firm_margin"],
            explanation="You said {guess}. Price less cost is {truth}.",
        ),
        range_guess(
            "97-guess-floor",
            title="The floor with two users",
            expects="a range, in money",
            low=0,
            high=20,
            truth=lambda: floor([10, 8], 1),
            explanation="The best bid that goes without is {truth}.",
        ),
    )
