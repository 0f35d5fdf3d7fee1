"""Questions on Part II."""

from longwave.i18n import _
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the lessons, in the current language."""
    return (
        Question(
            "11",
            _(
                "Investors pay for ten years of a technology's present growth in advance. Use then grows along an "
                "S-curve, as planned. What happens to the price?"
            ),
            "9637d5c15ff6",
            {
                "a": _("It rises until use is complete."),
                "b": _("It may fall while use still grows, because growth slows."),
                "c": _("It falls only if something goes wrong."),
                "d": _("It falls when use falls."),
            },
            {
                "a": _("growth paid for lasts"),
                "c": _("a crash needs bad news"),
                "d": _("price and use fall together"),
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
            _("Each of three formats gets cheaper, and the mean price of what is bought stays. What did selection do?"),
            "9e6a76fb8c6c",
            {
                "a": _("Nothing: the formats changed, not who buys what."),
                "b": _("It moved buyers to the cheapest format."),
                "c": _("It moved buyers to dearer formats, and so undid the fall."),
                "d": _("It made each format cheaper."),
            },
            {
                "a": _("a mean is made of prices alone"),
                "b": _("selection always lowers a price"),
                "d": _("selection taken for improvement"),
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
