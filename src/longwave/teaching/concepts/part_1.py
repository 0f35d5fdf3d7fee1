"""Questions on Part I."""

from longwave.i18n import _
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the lessons, in the current language."""
    return (
        Question(
            "01",
            _(
                "A firm sells a sensor for 90. The buyer would have paid up to 120; making it cost the firm "
                "60. How much value does this sale create for buyer and firm together?"
            ),
            "9fb28e4fa954",
            {
                "a": _("30"),
                "b": _("60"),
                "c": _("90"),
                "d": _("120"),
            },
            {
                "a": _("one side's share taken for the whole"),
                "c": _("price taken for value"),
                "d": _("willingness to pay taken for value"),
            },
        ),
        Question(
            "02",
            _("You can add 10 to any group that you join. What does that tell you about your income?"),
            "01dc40e2e751",
            {
                "a": _("It will be 10."),
                "b": _("It will be at least 10."),
                "c": _("It can be at most 10."),
                "d": _("It will be half of 10."),
            },
            {
                "a": _("added value taken for income"),
                "b": _("added value taken for a floor"),
                "d": _("equal split taken for granted"),
            },
        ),
        Question(
            "03",
            _(
                "An invention is very hard to copy, but only one factory in the world can build it. Who can "
                "be sure of most of the profit?"
            ),
            "34be151bfd49",
            {
                "a": _("The inventor, because of the patent."),
                "b": _("The factory, because it makes the thing."),
                "c": _("Whoever was first."),
                "d": _("Neither: they have to bargain over it."),
            },
            {
                "a": _("protection taken for capture"),
                "b": _("the maker takes all"),
                "c": _("being first taken for capture"),
            },
        ),
        Question(
            "04",
            _(
                "A machine is busy 80 % of the time. You load it until it is busy 90 %. What happens to the "
                "mean wait before it?"
            ),
            "af75d55a1b2d",
            {
                "a": _("It more than doubles."),
                "b": _("It rises by about an eighth."),
                "c": _("It rises by a tenth."),
                "d": _("It stays: the machine still has free time."),
            },
            {
                "b": _("waits rise with the load in proportion"),
                "c": _("percentage points taken for the change"),
                "d": _("free time means no wait"),
            },
        ),
        Question(
            "05",
            _(
                "A new machine makes change-overs ten times cheaper. "
                "What does the best lot size do, by the usual formula?"
            ),
            "e71aef96da92",
            {
                "a": _("It falls to a tenth."),
                "b": _("It falls to about a third."),
                "c": _("It becomes one piece."),
                "d": _("It stays."),
            },
            {
                "a": _("lot size in proportion to the change-over"),
                "c": _("lots of one follow"),
                "d": _("a change-over taken as free"),
            },
        ),
        Question(
            "06",
            _(
                "Each of many reviews is wrong with the same small chance, but a third of them are planted "
                "fakes, all on one side. You read more reviews. What happens to the majority's chance of "
                "being right?"
            ),
            "c7939aa955e5",
            {
                "a": _("It rises to certainty."),
                "b": _("It rises, more slowly."),
                "c": _("It stays as it is."),
                "d": _(
                    "It depends on whether the honest ones can still outvote the fakes; more reading only makes "
                    "the outcome surer."
                ),
            },
            {
                "a": _("volume cures bias"),
                "b": _("volume weakens bias"),
                "c": _("volume does nothing"),
            },
        ),
        Question(
            "07",
            _(
                "In two towns people join a protest when enough others have joined. The average threshold is "
                "the same. What do you know of the turnout?"
            ),
            "b5f363bc1db9",
            {
                "a": _("It is about the same."),
                "b": _("The larger town has more."),
                "c": _("It can be one person in one town and everybody in the other."),
                "d": _("It is half of each town."),
            },
            {
                "a": _("the average decides"),
                "b": _("size decides"),
                "d": _("half joins"),
            },
        ),
        Question(
            "08",
            _(
                "In a network in which partners know each other you move a few links to firms far away. What "
                "changes most?"
            ),
            "dafb304d69e6",
            {
                "a": _("How well partners know each other."),
                "b": _("How many steps news takes across the network."),
                "c": _("How many links a firm has."),
                "d": _("Nothing much: a few links are a few links."),
            },
            {
                "a": _("clustering goes first"),
                "c": _("moved links are new links"),
                "d": _("effect in proportion to the links"),
            },
        ),
        Question(
            "09",
            _(
                "A product needs two parts, each from one of two suppliers. Each supply link gets slightly "
                "less reliable, again and again. What does output do?"
            ),
            "6159732a480c",
            {
                "a": _("It falls in step with reliability."),
                "b": _("It falls slower, as each part has two suppliers."),
                "c": _("It stays until one link fails."),
                "d": _("It falls slowly, then at some point to nothing."),
            },
            {
                "a": _("damage in proportion"),
                "b": _("a second supplier always saves"),
                "c": _("nothing happens before a failure"),
            },
        ),
        Question(
            "10",
            _(
                "A firm introduced made-to-order production, and its profit rose by a third. What does that "
                "show of made-to-order?"
            ),
            "4932df9ed6f6",
            {
                "a": _("It raises profit by a third."),
                "b": _("It raises profit, by less than a third."),
                "c": _("Nothing, until you know what profit would have been without it."),
                "d": _("It would raise other firms' profit too."),
            },
            {
                "a": _("before–after taken for the effect"),
                "b": _("discounted before–after"),
                "d": _("one case taken for a rule"),
            },
        ),
    )
