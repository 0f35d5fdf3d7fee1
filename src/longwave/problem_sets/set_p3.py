"""Tasks of the midterm: eight questions on Parts I and II, and an essay on whether to back the first maker."""

from math import floor, log, sqrt

import pandas as pd

from longwave.i18n import _
from longwave.tasks.kinds import numbers_task, value_mistake
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.cooperative import core_bounds, licensing_game
from longwave.topics.lock_in import lock_in_probability
from longwave.topics.longtail import last_rank
from longwave.topics.platforms import channel_cascade
from longwave.topics.selection import price_parts

EXAM = True
AFTER = "18"  # the lesson that the exam follows
COVERS = ("02", "03", "05", "06", "12", "13", "14", "16")
MINUTES = {"questions": 60, "memo": 30}  # our guess; the sheet says it too
TYPES = 10_000  # more than any question reaches


def title() -> str:
    """Return the exam's title."""
    return _("Midterm: should a ministry back the first maker?")


def dates() -> str:
    """Return when the exam can be handed out and when it is due, for the syllabus."""
    return _("Can be handed out after lesson 18, for 90 minutes in the room; nothing of it is done at home.")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the exam."""
    return (_floor(), _types(), _sellers(), _hops(), _takeover(), _parts(), _lock(), _tries())


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers: all of them."""
    return {
        "p3-floor": Variant(
            _floor,
            {"first": (110, 120, 130), "second": (96, 100, 104), "third": (80, 85, 90), "fourth": (35, 40, 45)},
            _floor_fits,
            lambda second, third, fourth: {"one": second, "two": 2 * third, "three": 3 * fourth},
        ),
        "p3-types": Variant(
            _types,
            {"sales": (20_000, 24_000, 28_000), "margin": (5, 6, 8), "dear": (9_000, 12_000), "cheap": (2_000, 3_000)},
            _types_fits,
        ),
        "p3-sellers": Variant(
            _sellers,
            {"highest": (90, 95, 100, 110), "cost": (24, 28, 30), "entry": (150, 220, 260)},
            _sellers_fits,
            _sellers_right,
        ),
        "p3-hops": Variant(
            _hops, {"flip": (0.05, 0.06, 0.08, 0.12), "hands": (4, 5, 7), "limit": (0.25, 0.3)}, _hops_fits
        ),
        "p3-takeover": Variant(
            _takeover, {"early": (0.03, 0.04, 0.05), "late": (0.18, 0.2, 0.24), "year": (2015, 2016, 2017)}
        ),
        "p3-parts": Variant(
            _parts,
            {"before": (0.65, 0.7, 0.75), "after": (0.35, 0.4, 0.45), "dear": (48, 50, 52), "cheap": (36, 38, 39)},
            _parts_fits,
            lambda before, after, dear, cheap: {"within": before, "between": (after - before) * (dear - cheap)},
        ),
        "p3-lock": Variant(
            _lock, {"chance": (0.54, 0.55, 0.56, 0.58), "lead": (3, 6, 8), "risk": (0.02, 0.04)}, _lock_fits
        ),
        "p3-tries": Variant(_tries, {"alone": (0.02, 0.03, 0.04, 0.06, 0.07), "years": (5, 7, 9, 11)}, _tries_fits),
    }


def _floor(first: float = 120, second: float = 100, third: float = 85, fourth: float = 40) -> Task:
    bids = (first, second, third, fourth)
    labels = ("one", "two", "three")

    def sure() -> dict[str, float]:
        games = (licensing_game(bids, licences) for licences in (1, 2, 3))
        return {
            label: core_bounds(game)["minimum"].to_dict()["innovator"]
            for label, game in zip(labels, games, strict=True)
        }

    return numbers_task(
        "p3-floor",
        title=_("What one, two or three licences make sure"),
        expects=_("three numbers labelled one, two and three, in thousands"),
        labels=labels,
        right=sure,
        mistakes=[
            value_mistake(
                "all bids paid in full",
                {label: float(sum(bids[: place + 1])) for place, label in enumerate(labels)},
                _("You add up what the licensees gain. Who could make them pay all of it?"),
            ),
            value_mistake(
                "the last licensee's bid",
                {label: float((place + 1) * bids[place]) for place, label in enumerate(labels)},
                _("You let the last licensee drive up the price. She has a licence; who has none?"),
            ),
            value_mistake(
                "one price for one licence",
                {label: float(bids[place + 1]) for place, label in enumerate(labels)},
                _("You have the price of one licence. How many are sold at it?"),
            ),
        ],
        hints=(
            _("All four want one, so whoever gets none bids until she is indifferent."),
            _("With two licences the third bid sets the price of both."),
            _("The lesson on who captures value asks it with two factories and a sensor."),
        ),
        explanation=_("Scarcity sets a price for each licence, and number multiplies it: neither alone is best."),
    )


def _floor_fits(first: float, second: float, third: float, fourth: float) -> bool:
    return first > second > third > fourth and apart(second, 2 * third, 3 * fourth, first)


def _types(sales: float = 24_000, margin: float = 6, dear: float = 12_000, cheap: float = 3_000) -> Task:
    def ranks(slope: float = 0.8) -> dict[str, float]:
        return {
            name: float(last_rank(sales, margin, cost, slope, TYPES)) for name, cost in (("now", dear), ("then", cheap))
        }

    def best_only() -> dict[str, float]:
        return {name: float(floor(sales * margin / cost)) for name, cost in (("now", dear), ("then", cheap))}

    return numbers_task(
        "p3-types",
        title=_("How many types pay before and after"),
        expects=_("two numbers labelled now and then, in types"),
        labels=("now", "then"),
        right=ranks,
        tolerance=0.5,
        mistakes=[
            value_mistake(
                "exponent for its inverse",
                lambda: ranks(1 / 0.8),
                _("You raise the ratio to the exponent itself. At which rank have sales fallen to what pays?"),
            ),
            value_mistake(
                "one over the rank", best_only, _("You let sales fall as one over the rank. How do they fall here?")
            ),
        ],
        hints=(
            _("The last type that pays brings in just what teaching it costs."),
            _("Set sales at rank r times the margin equal to the cost, and solve for r."),
            _("The lesson on the long tail computes it with `last_rank`."),
        ),
        explanation=_("A quarter of the cost is more than four times as many types where sales fall slowly."),
    )


def _types_fits(sales: float, margin: float, dear: float, cheap: float) -> bool:
    # The ratio is not near the edge of a rank, where another rounding would give another type.
    edges = [(sales * margin / cost) ** (1 / 0.8) % 1 for cost in (dear, cheap)]
    return all(0.05 < edge < 0.95 for edge in edges)


def _living(reach: float, count: int) -> dict[str, float]:
    return {"sellers": float(count), "mine": reach**2 / (count + 1) ** 2}


def _sellers_right(highest: float, cost: float, entry: float) -> dict[str, float]:
    reach = highest - cost
    return _living(reach, floor(reach / sqrt(entry) - 1 + 1e-9))


def _sellers(highest: float = 100, cost: float = 30, entry: float = 220) -> Task:
    reach, right = highest - cost, _sellers_right(highest, cost, entry)
    shared = floor(reach**2 / 4 / entry)
    return numbers_task(
        "p3-sellers",
        title=_("How many sellers can live on it"),
        expects=_("two numbers labelled sellers and mine, in firms and in money"),
        labels=("sellers", "mine"),
        right=lambda: right,
        mistakes=[
            value_mistake(
                "one seller's profit shared out",
                {"sellers": float(shared), "mine": reach**2 / 4 / shared},
                _("You divide what one seller would earn. What do several sellers do to the price?"),
            ),
            value_mistake(
                "one too many",
                _living(reach, int(right["sellers"]) + 1),
                _("With so many, does the last one still earn what she paid to come in?"),
            ),
            value_mistake(
                "entry taken off",
                right | {"mine": right["mine"] - entry},
                _("You have taken the cost of copying off your own income. Did you copy?"),
            ),
        ],
        hints=(
            _("One more comes as long as she earns at least what copying costs."),
            _("With n sellers each earns the square of the reach, divided by the square of n + 1."),
            _("The lesson on profiting from innovation computes it with `quantity_competition`."),
        ),
        explanation=_("The sellers take from the price, and not only from each other."),
    )


def _sellers_fits(highest: float, cost: float, entry: float) -> bool:
    edge = ((highest - cost) / sqrt(entry)) % 1
    return 0.05 < edge < 0.95 and (highest - cost) / sqrt(entry) > 3


def _hops(flip: float = 0.08, hands: int = 5, limit: float = 0.3) -> Task:
    def most() -> int:
        count = 0
        while channel_cascade(flip, count + 1)["error"] <= limit:
            count += 1
        return count

    return numbers_task(
        "p3-hops",
        title=_("What hand-overs do to a complaint"),
        expects=_("two numbers labelled wrong, a share, and most, in hand-overs"),
        labels=("wrong", "most"),
        right=lambda: {"wrong": float(channel_cascade(flip, hands)["error"]), "most": float(most())},
        mistakes=[
            value_mistake(
                "errors added",
                {"wrong": flip * hands, "most": float(floor(limit / flip + 1e-9))},
                _("You add the errors. What happens to a complaint that is turned round twice?"),
            ),
            value_mistake(
                "any error counted",
                {
                    "wrong": 1 - (1 - flip) ** hands,
                    "most": float(floor(log(1 - limit) / log(1 - flip) + 1e-9)),
                },
                _("You have the chance that anything goes wrong on the way. May two errors undo each other?"),
            ),
        ],
        hints=(
            _("Two errors undo each other."),
            _("Each hand leaves the same part of what the message told before."),
            _("The lesson on platforms and information computes it with `channel_cascade`."),
        ),
        explanation=_("Added errors would soon pass certainty; in a chain they tend to a coin."),
    )


def _hops_fits(flip: float, hands: int, limit: float) -> bool:
    edge = (log(1 - 2 * limit) / log(1 - 2 * flip)) % 1
    return 0.03 < edge < 0.97 and apart(flip, limit, 1 - (1 - flip) ** hands)


def _takeover(early: float = 0.04, late: float = 0.2, year: int = 2016) -> Task:
    start = 2010
    slope = (log(late / (1 - late)) - log(early / (1 - early))) / (year - start)
    middle = year - log(late / (1 - late)) / slope
    rise, growth = (late - early) / (year - start), log(late / early) / (year - start)

    def found() -> dict[str, float]:
        return {"half": middle, "most": middle + log(9) / slope}

    return numbers_task(
        "p3-takeover",
        title=_("When the new has half, and nine tenths"),
        expects=_("two numbers labelled half and most, in years such as 1987.5"),
        labels=("half", "most"),
        right=found,
        tolerance=0.12,
        mistakes=[
            value_mistake(
                "a straight line in shares",
                {"half": year + (0.5 - late) / rise, "most": year + (0.9 - late) / rise},
                _("You let the share rise by the same amount each year. What is straight in a substitution?"),
            ),
            value_mistake(
                "one growth rate",
                {"half": year + log(0.5 / late) / growth, "most": year + log(0.9 / late) / growth},
                _("You let the share grow at one rate. Where would that lead after nine tenths?"),
            ),
        ],
        hints=(
            _("Take the share of the new over the share of the old."),
            _("The logarithm of this ratio rises by the same amount each year."),
            _("The lesson on diffusion draws the line; `fit_fisher_pry` fits one."),
        ),
        explanation=_("From a half to nine tenths takes as long as from a tenth to a half."),
    )


def _parts(before: float = 0.7, after: float = 0.4, dear: float = 50, cheap: float = 38) -> Task:
    shares = pd.DataFrame({"old": [before, after], "new": [1 - before, 1 - after]})
    costs = pd.DataFrame({"old": [dear, dear - 3], "new": [cheap, cheap - 1]})

    def found() -> dict[str, float]:
        parts = price_parts(shares, costs)
        return {label: float(parts[label]) for label in ("within", "between", "total")}

    def at_new_shares() -> dict[str, float]:
        return found() | {"within": -3 * after - (1 - after)}

    return numbers_task(
        "p3-parts",
        title=_("Who made the mean cost fall"),
        expects=_("three numbers labelled within, between and total, in money"),
        labels=("within", "between", "total"),
        right=found,
        mistakes=[
            value_mistake(
                "new shares for old",
                at_new_shares,
                _("You weigh what the makers did by the new shares. Which part is then counted here and again?"),
            ),
            value_mistake(
                "makers not weighed",
                lambda: found() | {"within": -2.0},
                _("You average the two makers. Were they of one size?"),
            ),
            value_mistake(
                "sign turned",
                lambda: {label: -part for label, part in found().items()},
                _("Your signs are turned. Did the mean cost rise?"),
            ),
            value_mistake(
                "two parts for three",
                lambda: found() | {"total": found()["within"] + found()["between"]},
                _("Your total adds two parts. Does it agree with the mean cost before and after?"),
            ),
        ],
        hints=(
            _("Weigh what each kind did by its share at first."),
            _("For the second part take the change of each share times the cost at first."),
            _("The lesson on selection computes it with `price_parts`."),
        ),
        explanation=_("The third part, both at once, is what is missing between these two and the total."),
    )


def _parts_fits(before: float, after: float, dear: float, cheap: float) -> bool:
    return apart(3 * before + 1 - before, 3 * after + 1 - after, 2.0) and apart(before, 1 - before, after, 1 - after)


def _lock(chance: float = 0.56, lead: int = 6, risk: float = 0.04) -> Task:
    needed = 1 / (1 + float(risk / (1 - risk)) ** (1 / lead))

    return numbers_task(
        "p3-lock",
        title=_("How often the worse one wins"),
        expects=_("two numbers labelled worse and needed, shares from 0 to 1"),
        labels=("worse", "needed"),
        right=lambda: {"worse": 1 - lock_in_probability(chance, lead), "needed": needed},
        tolerance=0.003,
        mistakes=[
            value_mistake(
                "one straight run",
                {"worse": (1 - chance) ** lead, "needed": 1 - risk ** (1 / lead)},
                _("You count only the run that leads straight to the end. Which other histories end there?"),
            ),
            value_mistake(
                "one buyer for the market",
                {"worse": 1 - chance, "needed": 1 - risk},
                _("You have what one buyer does. How far ahead must one of them be?"),
            ),
        ],
        hints=(
            _("Take the ratio of the chances of the two ways to be ahead by the whole lead."),
            _("From equal numbers the odds of the better one are its odds with one buyer, to the power of the lead."),
            _("The lesson on lock-in computes it with `lock_in_probability`."),
        ),
        explanation=_("A small advantage with each buyer becomes a large one over many."),
    )


def _lock_fits(chance: float, lead: int, risk: float) -> bool:
    worse = 1 - lock_in_probability(chance, lead)
    return apart(worse, (1 - chance) ** lead, 1 - chance, share=0.05) and worse > risk + 0.01


def _tries(alone: float = 0.06, years: int = 9) -> Task:
    apart_from_each_other = 1 - (1 - alone) ** years
    return numbers_task(
        "p3-tries",
        title=_("What a chosen year is worth"),
        expects=_("two numbers labelled apart and most, chances from 0 to 1"),
        labels=("apart", "most"),
        right=lambda: {"apart": apart_from_each_other, "most": alone * years},
        tolerance=0.003,
        mistakes=[
            value_mistake(
                "tries forgotten",
                {"apart": alone, "most": alone},
                _("You take the chosen year as one that was named. How many did he look at?"),
            ),
            value_mistake(
                "all at once",
                {"apart": alone**years, "most": alone},
                _("You have the chance that every year looks so good. How many must, for him to find one?"),
            ),
            value_mistake(
                "none at all",
                {"apart": 1 - apart_from_each_other, "most": 1 - alone * years},
                _("You have the chance that no year looks so good."),
            ),
        ],
        hints=(
            _("Begin with the chance that none of the years looks so good."),
            _("If the results may be related in any way, the chances can at most be added."),
            _("The lesson on long waves counts tries where it asks which of many periods is the best."),
        ),
        explanation=_("A year that was found has the chance of all years that were looked at."),
    )


def _tries_fits(alone: float, years: int) -> bool:
    return alone * years < 0.9 and apart(1 - (1 - alone) ** years, alone * years, (1 - alone) ** years, alone)
