"""Questions on Part IV."""

from longwave.i18n import _
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the lessons, in the current language."""
    return (
        _question_25(),
        _question_26(),
        _question_27(),
        _question_28(),
        _question_29(),
        _question_30(),
        _question_31(),
        _question_32(),
    )


def _question_25() -> Question:
    return Question(
        "25",
        _(
            "A machine costs 100 and is worth 130 to a workshop today; nobody else can take the chance away, the money "
            "cannot be got back, and orders are uncertain. The owner waits. What follows?"
        ),
        "f7b46f82e49e",
        {
            "a": _("He errs: what is worth more than it costs should be bought."),
            "b": _("He does not know what the machine is worth."),
            "c": _("He may be right: what he keeps by waiting can be worth more than 30."),
            "d": _("He is right to wait for ever, as long as orders are uncertain."),
        },
        {
            "a": _("positive present value means invest"),
            "b": _("waiting taken for ignorance"),
            "d": _("uncertainty taken for a ban"),
        },
    )


def _question_26() -> Question:
    return Question(
        "26",
        _(
            "Pictures from a press arrive at irregular times, and each takes some ten milliseconds to judge. The "
            "terminal beside the press is busy nine tenths of the time. A cloud with many such machines, just as busy, "
            "is twenty milliseconds away. Where does the answer come sooner on average?"
        ),
        "9eec2dd6e5df",
        {
            "a": _("From the cloud: the wait at a busy terminal is longer than the way."),
            "b": _("At the terminal: it is nearer, and the same machine needs the same time."),
            "c": _("At the terminal, as soon as the network between them is a 5G network."),
            "d": _("It cannot matter: the mean time of a job is the same in both places."),
        },
        {
            "b": _("distance taken for delay"),
            "c": _("the network taken for the queue"),
            "d": _("the job taken for the answer"),
        },
    )


def _question_27() -> Question:
    return Question(
        "27",
        _(
            "A public and a private partner share a fund half and half. To draw in the private one, the public partner "
            "gives up all that it would earn above 3 % a year. How does the private partner's chance to lose change?"
        ),
        "959a27effbfc",
        {
            "a": _("It falls, as any concession shares risk."),
            "b": _("It falls, since the private partner's mean return rises."),
            "c": _("It rises, because the public partner no longer cares."),
            "d": _("Not at all: nothing is given up where the fund loses."),
        },
        {
            "a": _("any concession shares risk"),
            "b": _("a higher mean taken for less risk"),
            "c": _("effort read into a contract"),
        },
    )


def _question_28() -> Question:
    return Question(
        "28",
        _(
            "Of 100 patents firms use 60 and bring 45 to market; institutes use 45 and bring 9 to market. "
            "A ministry can bring one step up to the firms' level. Which gains more?"
        ),
        "fa7129a30221",
        {
            "a": _("Use, since a patent that is not used can never come to market."),
            "b": _("Conversion: at use firms are ahead by a third, at conversion nearly four times."),
            "c": _("Either: both must be good in the end, and the order does not matter for the sum."),
            "d": _("Use at universities and at institutes alike, since both are research."),
        },
        {
            "a": _("the first step is the bottleneck because it is first"),
            "c": _("the sum of both cures taken for the gain of one"),
            "d": _("one bottleneck for all owners"),
        },
    )


def _question_29() -> Question:
    return Question(
        "29",
        _(
            "A base technology serves many users. Its owner and the users make no mistake, and each chooses what is "
            "best for himself. Its quality stays far below the best for all. Why?"
        ),
        "0347a6fed500",
        {
            "a": _("Somebody misjudges what the others will do."),
            "b": _("The owner's share of the gain is too small; with all of it he would reach the best."),
            "c": _("Each stops where his own part of the gain pays the next step, and so the other stops sooner."),
            "d": _("What serves many industries costs more to make than what serves a single one."),
        },
        {
            "a": _("too little taken for an error"),
            "b": _("a better split taken for a cure"),
            "d": _("a high cost taken for too little"),
        },
    )


def _question_30() -> Question:
    return Question(
        "30",
        _("A firm that alone makes a part buys one of the firms that build it in. What happens to the price?"),
        "63cb85795301",
        {
            "a": _("It depends on the contracts before: it falls after one posted price, and rises after secret ones."),
            "b": _("It falls, since one of two margins goes."),
            "c": _("It rises, since the other firms are shut out."),
            "d": _("Nothing, since there is only one monopoly profit to be had."),
        },
        {
            "b": _("every chain has two margins"),
            "c": _("vertical is always worse"),
            "d": _("one profit, so no change"),
        },
    )


def _question_31() -> Question:
    return Question(
        "31",
        _(
            "Six of the ten largest firms of an industry were among its ten largest five years before. A minister says "
            "that leaders are better, and should get cheap credit. What do the six show?"
        ),
        "aba75b3de800",
        {
            "a": _("That leaders are better: with equal firms the list would change at random."),
            "b": _("That leaders are not better: four of ten are gone."),
            "c": _("That credit for leaders pays, since they are still there to use it."),
            "d": _("Nothing about that: firms that differ in luck alone also keep about six."),
        },
        {
            "a": _("persistence taken for quality"),
            "b": _("churn taken for proof of luck"),
            "c": _("survival taken for an effect"),
        },
    )


def _question_32() -> Question:
    return Question(
        "32",
        _(
            "Each machine needs three parts, and their makers can deliver 60, 100 and 100 a month. You can raise one "
            "of the makers of 100 by 40, or the maker of 60 by 10. Which plan makes more machines?"
        ),
        "ebdac991a996",
        {
            "a": _("The first: 40 is more than 10."),
            "b": _("The second: 70 machines instead of 60."),
            "c": _("Neither: all three makers must be raised at once."),
            "d": _("They tie: what counts is the sum of what the makers deliver."),
        },
        {
            "a": _("the largest lever taken for the best"),
            "c": _("together taken for only together"),
            "d": _("a minimum taken for a sum"),
        },
    )
