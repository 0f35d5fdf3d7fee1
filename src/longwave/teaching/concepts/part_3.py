"""Questions on Part III."""

from longwave.i18n import _
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the lessons, in the current language."""
    return (
        Question(
            "19",
            _(
                "You threaten: if they do B, you block A. A has just been voted, for good; B is decided tomorrow. What "
                "is the threat worth now?"
            ),
            "b4755737c5ab",
            {
                "a": _("As much as before, if you meant it."),
                "b": _("Nothing."),
                "c": _("More: now they know that you can hold back."),
                "d": _("Half, as one of two votes is over."),
            },
            {
                "a": _("resolve taken for power"),
                "c": _("generosity taken for pressure"),
                "d": _("moves counted instead of solved"),
            },
        ),
        Question(
            "20",
            _(
                "Building an institute cost 90, which is paid. Renewal costs 70; from now on it is worth 120 to its "
                "founder. She had promised to stop, and nothing binds her. What follows?"
            ),
            "920357bd04eb",
            {
                "a": _("She renews, though she would not found it again."),
                "b": _("She stops: 120 is less than 160."),
                "c": _("She stops: she promised."),
                "d": _("She renews, as 90 would be lost."),
            },
            {
                "b": _("sunk cost counted against"),
                "c": _("a promise binds by itself"),
                "d": _("sunk cost counted for"),
            },
        ),
        Question(
            "21",
            _(
                "Firms spend 4 for each dollar of a ministry. The ministry cuts its money by a third, firms spend what "
                "they spent, and the ratio is 6. What can be said of what a ministry dollar brings?"
            ),
            "6dc8c1df6185",
            {
                "a": _("It has risen by half."),
                "b": _("It is 6 now, and was 4."),
                "c": _("The ratio does not show it: only the divisor moved."),
                "d": _("It has fallen by a third."),
            },
            {
                "a": _("a ratio taken for an effect"),
                "b": _("money beside taken for money brought"),
                "d": _("less money, less effect"),
            },
        ),
        Question(
            "22",
            _(
                "Students choose a subject by today's wages and enter the market years later. Gluts and "
                "shortages follow each other. What decides whether these swings grow or die down?"
            ),
            "f44e6d8458ff",
            {
                "a": _("How long the training takes."),
                "b": _("How strongly supply answers to wages, times how strongly wages answer to supply."),
                "c": _("How many students there are."),
                "d": _("Whether wages are high."),
            },
            {
                "a": _("lag decides stability"),
                "c": _("size decides stability"),
                "d": _("level decides stability"),
            },
        ),
        Question(
            "23",
            _(
                "Firms in a programme grew by 8, firms outside it by 5; the programme took firms that had "
                "just had a bad year. What is its effect?"
            ),
            "749bff2355fb",
            {
                "a": _("8"),
                "b": _("3"),
                "c": _("13"),
                "d": _("Not known: firms after a bad year would have recovered anyway."),
            },
            {
                "a": _("before–after taken for the effect"),
                "b": _("unequal trends overlooked"),
                "c": _("changes added"),
            },
        ),
        Question(
            "24",
            _(
                "Nine firms in ten stop selling to a buyer. The tenth sold 5 per cent so far, and could serve the "
                "whole market. Who decides whether the buyer goes without?"
            ),
            "fac6b0a7891f",
            {
                "a": _("The tenth."),
                "b": _("The nine, with 95 per cent of sales."),
                "c": _("The largest of the nine."),
                "d": _("Nobody: the price decides."),
            },
            {
                "b": _("share taken for reach"),
                "c": _("size taken for a veto"),
                "d": _("a denial taken for a shortage"),
            },
        ),
    )
