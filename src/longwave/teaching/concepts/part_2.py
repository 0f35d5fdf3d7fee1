"""Questions on Part II."""

from longwave.i18n import _
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the lessons, in the current language."""
    return (
        Question(
            "11",
            _(
                "In the copy of a paper that you read a cell says “656.8” where the others say “6.5 / 6.8”. "
                "What may you write?"
            ),
            "5feb66c4bc1c",
            {
                "a": _("The copy lost a mark; I read it as 6.5 / 6.8, which is inferred."),
                "b": _("The authors are wrong."),
                "c": _("The figure is 656.8."),
                "d": _("The figure is 6.5 / 6.8, checked."),
            },
            {
                "b": _("garbled taken for wrong"),
                "c": _("printed taken for checked"),
                "d": _("inferred taken for checked"),
            },
        ),
        Question(
            "12",
            _("Adoption of a technology follows an S-curve. What does that show about imitation?"),
            "fbab6757dc35",
            {
                "a": _("That users copied each other."),
                "b": _("Little: other mechanisms draw the same curve."),
                "c": _("That nobody was told by advertising."),
                "d": _("That half copied the other half."),
            },
            {
                "a": _("an S proves imitation"),
                "c": _("an S excludes advertising"),
                "d": _("the middle of the S is a share"),
            },
        ),
        Question(
            "13",
            _("The fittest firm in an industry has a fifth of the market. What does selection do next?"),
            "9e6a76fb8c6c",
            {
                "a": _("The firm has all of it at once."),
                "b": _("It keeps its fifth."),
                "c": _("Its share grows, fastest while fitness still differs much, and slower towards the end."),
                "d": _("The mean fitness falls."),
            },
            {
                "a": _("the fittest wins at once"),
                "b": _("selection keeps shares"),
                "d": _("selection lowers the mean"),
            },
        ),
        Question(
            "14",
            _("A process depends on its early history. Does it lock in?"),
            "9251f4e38488",
            {
                "a": _("Yes: that is what path dependence means."),
                "b": _("Yes, if there are many steps."),
                "c": _("No: history washes out."),
                "d": _("Not by that alone: it may settle at any share."),
            },
            {
                "a": _("path dependence taken for lock-in"),
                "b": _("enough steps lock in"),
                "c": _("history washes out"),
            },
        ),
        Question(
            "15",
            _("A subsidy must push an industry over a tipping point, at the least total cost. Which is best?"),
            "23f2206c89fc",
            {
                "a": _("A push clearly above the threshold, for a short time."),
                "b": _("A push just above the threshold."),
                "c": _("A small push for ever."),
                "d": _("A push just below the threshold, for long."),
            },
            {
                "b": _("timid is cheap"),
                "c": _("small and for ever"),
                "d": _("patience replaces height"),
            },
        ),
        Question(
            "16",
            _(
                "You let only periods of 20 to 70 years through a filter. Out comes a smooth wave of about 45 "
                "years. What do you know?"
            ),
            "3955a3b5ae58",
            {
                "a": _("The economy has a wave of 45 years."),
                "b": _("Not much: noise comes out of this filter looking much the same."),
                "c": _("There is no shorter wave."),
                "d": _("The wave is significant, as it is smooth."),
            },
            {
                "a": _("band in, wave found"),
                "c": _("what a filter removes is not there"),
                "d": _("smooth taken for significant"),
            },
        ),
        Question(
            "17",
            _(
                "A new railway makes trade between a rich and a poor region much cheaper. What does theory "
                "say of the poor one?"
            ),
            "5ee2498c7c12",
            {
                "a": _("It catches up."),
                "b": _("It loses its industry."),
                "c": _("Nothing changes."),
                "d": _("Either may happen, depending on how cheap trade becomes and what was there before."),
            },
            {
                "a": _("connection equalises"),
                "b": _("connection always drains"),
                "c": _("trade cost does not matter"),
            },
        ),
        Question(
            "18",
            _("Two indices of a province have a coupling degree of 0.98. What follows?"),
            "00fcb935d672",
            {
                "a": _("One drives the other."),
                "b": _("They depend on each other."),
                "c": _("In that year they are of similar size."),
                "d": _("Both are high."),
            },
            {
                "a": _("high means driven"),
                "b": _("high means linked"),
                "d": _("high means a high level"),
            },
        ),
    )
