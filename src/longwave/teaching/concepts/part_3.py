"""Questions on Part III."""

from longwave.i18n import _
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the lessons, in the current language."""
    return (
        Question(
            "19",
            _("A bill called an “Act” has passed one of two chambers with a large majority. What is it?"),
            "b4755737c5ab",
            {
                "a": _("A law."),
                "b": _("A bill."),
                "c": _("A law that waits for money."),
                "d": _("A report."),
            },
            {
                "a": _("one chamber taken for law"),
                "c": _("vote taken for authorisation"),
                "d": _("bill taken for a report"),
            },
        ),
        Question(
            "20",
            _(
                "Institute A got 10 and raised 40; institute B got 90 and raised 90. How much did the two "
                "raise for each unit that they got?"
            ),
            "920357bd04eb",
            {
                "a": _("1.3"),
                "b": _("2.5"),
                "c": _("4"),
                "d": _("5"),
            },
            {
                "b": _("mean of ratios"),
                "c": _("the best ratio taken for all"),
                "d": _("ratios added"),
            },
        ),
        Question(
            "21",
            _(
                "A ratio is 2.1 in one year, 1.7 three years later, and 2.7 two years after that. Someone "
                "prints the first and the last. What is the fault?"
            ),
            "6dc8c1df6185",
            {
                "a": _("The figures are wrong."),
                "b": _("Two decimals are missing."),
                "c": _("Two endpoints show no trend."),
                "d": _("None: it rose."),
            },
            {
                "a": _("a true figure cannot mislead"),
                "b": _("precision is the fault"),
                "d": _("two endpoints taken for a trend"),
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
                "b": _("How strongly supply answers to wages, compared with how strongly wages answer to supply."),
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
                "Two countries each subsidise their own exporter. Both firms' profits rise. What happens to "
                "the two countries?"
            ),
            "fac6b0a7891f",
            {
                "a": _("Both can be worse off: the subsidies cost more than the profits gain."),
                "b": _("Both are better off."),
                "c": _("One gains what the other loses."),
                "d": _("Nothing: subsidy and profit cancel."),
            },
            {
                "b": _("profit taken for welfare"),
                "c": _("zero-sum thinking"),
                "d": _("transfers cancel"),
            },
        ),
    )
