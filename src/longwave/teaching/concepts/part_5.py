"""Questions on the labs, which the concept test asks only if it is made for part 5."""

from longwave.i18n import _
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the labs, in the current language."""
    return (
        Question(
            "33",
            _(
                "A row of a table looks wrong. You try 24 ways to rearrange it, and one of them fits what you know "
                "much better than the row as printed. What do you know now?"
            ),
            "1f5340c9043d",
            {
                "a": _("Little, before you know how well the best of 24 would fit a row that is right."),
                "b": _("That the row has slipped, and how it was meant."),
                "c": _("That the chance of error is 1 in 24."),
                "d": _("Nothing: a table can be mended only from its original."),
            },
            {
                "b": _("best of many taken for proof"),
                "c": _("number of tries taken for a chance"),
                "d": _("evidence of structure refused"),
            },
        ),
        Question(
            "34",
            _(
                "A cell of a table lost its marks and can be read in three ways. By the size of its like, the readings "
                "have shares of 98, 2 and 0 per cent. How likely is the first reading to be true?"
            ),
            "3c3b9d62d1d0",
            {
                "a": _("98 per cent."),
                "b": _("At least 98 per cent, since the other two are nearly impossible."),
                "c": _("The shares do not say: they rank three readings, and the truth may be none of them."),
                "d": _("One third: without a source all three are equally likely."),
            },
            {
                "a": _("share taken for truth"),
                "b": _("best of the list taken for likely"),
                "d": _("evidence of size refused"),
            },
        ),
        Question(
            "35",
            _(
                "A printed figure lies between two neighbouring years of a known series. Of figures drawn at random, "
                "59 per cent do so for some series on your list. What does the place between two years show?"
            ),
            "f57cc80f6751",
            {
                "a": _("That the figure was taken from this series."),
                "b": _("Next to nothing by itself: most figures would pass the same test."),
                "c": _("That the figure belongs to the series with a chance of 59 per cent."),
                "d": _("That it belongs to none of the series, since it equals no year."),
            },
            {
                "a": _("bracketing taken for evidence"),
                "c": _("rate of passing taken for a chance of truth"),
                "d": _("not equal taken for refuted"),
            },
        ),
    )
