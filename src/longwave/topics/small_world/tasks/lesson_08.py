"""Tasks of lesson 08: how a few moved links shorten paths, what a bridge is, and what does not cross one."""

import math
from collections.abc import Mapping

from longwave.i18n import _
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.topics.small_world.models.small_world import (
    local_clustering,
    mean_path_length,
    ring_lattice,
    ring_path_length,
)
from longwave.topics.small_world.models.weak_ties import first_heard

ENDS = ("from_1", "to_1", "from_2", "to_2", "from_3", "to_3")
RING_FIRMS, LONGEST_MEAN = 20, 3.25
SHOP, SHOPS = 5, 10
CASES_OF_CIRCLES = [
    ([(1, 2), (1, 3), (2, 3), (1, 4)], 1),
    ([(1, 2), (1, 3), (1, 4), (1, 5), (2, 3), (3, 4), (5, 6)], 1),
    ([(2, 1), (3, 2), (4, 2), (3, 1), (4, 3), (5, 2)], 2),
]


def title() -> str:
    """Return the lesson's title."""
    return _("Why does news come over loose links?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_more(),
        _quiz_clustering(),
        _quiz_bridge(),
        _ring_way(),
        _closed(),
        _front(),
        _shortcuts(),
        _wide_bridge(),
    )


def links_given(plain: Mapping[str, float]) -> list[tuple[int, int]]:
    """Return the three links of an answer as pairs of firms.

    >>> links_given({"from_1": 1, "to_1": 5, "from_2": 2, "to_2": 6, "from_3": 3, "to_3": 7})
    [(1, 5), (2, 6), (3, 7)]
    """
    return [(int(plain[f"from_{link}"]), int(plain[f"to_{link}"])) for link in (1, 2, 3)]


def _quiz_more() -> Task:
    return choice_task(
        "08-quiz-more",
        title=_("Thousands of links, or ten"),
        options="abcd",
        right="b62b340fee3f",
        mistakes={
            "a": (
                "more links, better network",
                _("You count the links. Where do the new ones go: to firms you reach in one step more, or far away?"),
            ),
            "c": (
                "clustering taken for distance",
                _("Clustering says who knows whom near you. Which number says how far the far side is?"),
            ),
            "d": (
                "lot beats nothing",
                _("How much a draw matters is in the band of the chart. Does the band ever reach the ring's value?"),
            ),
        },
        hints=(
            _("Ask of each link how many steps it saves, and to how many pairs of firms."),
            _("A link to the next but one saves a step on a long way; a link across saves a great many."),
            _("Look at the table of the three valleys in “By hand, then by code”."),
        ),
        explanation=_("What counts is where a link goes, not how many there are."),
    )


def _quiz_clustering() -> Task:
    return number_task(
        "08-quiz-clustering",
        title=_("Clustering on a thinner ring"),
        expects=_("a number, a share from 0 to 1"),
        right=lambda: 3 * (6 - 2) / (4 * (6 - 1)),
        unit="share",
        mistakes=[
            value_mistake(
                "limit of many neighbours",
                0.75,
                _("{given} is what the formula comes near when K is very large. Here K is small."),
            ),
            value_mistake(
                "one side only",
                3 * (3 - 2) / (4 * (3 - 1)),
                _("{given} comes out if K counts one side. Does K count those on the left or on both sides?"),
            ),
            value_mistake(
                "ring of the valley",
                2 / 3,
                _("{given} is the valley's clustering. How many neighbours has a firm on this ring?"),
            ),
        ],
        hints=(
            _("K counts the neighbours on both sides."),
            _("Put K into the closed form for the ring."),
            _("The formula is in “The idea”, and the first line of “By hand, then by code” uses it."),
        ),
        explanation=_("3 (K − 2) over 4 (K − 1), with both sides counted in K."),
    )


def _quiz_bridge() -> Task:
    return choice_task(
        "08-quiz-bridge",
        title=_("What a bridge tells you"),
        options="abcd",
        right="1584976eb65b",
        mistakes={
            "a": (
                "bridge taken as strong",
                _("Suppose it were strong. Each end has another strong tie: which link would then have to close?"),
            ),
            "b": (
                "converse taken for granted",
                _("You turn the sentence round. Are all your loose acquaintances the only way to somewhere?"),
            ),
            "d": (
                "rule denied",
                _("The rule about triads says something here. Draw the other strong tie, and close the triad."),
            ),
        },
        hints=(
            _("Draw the link, and one strong tie more at one end."),
            _("If both were strong, a third link would have to exist. What would it do to the bridge?"),
            _("Read “Why a bridge is weak” once more."),
        ),
        explanation=_("A strong link would have a way round by the third firm, and so would be no bridge."),
    )


def _ring_way() -> Task:
    def farthest(firms: int, neighbours: int) -> float:
        return math.ceil(firms // 2 / (neighbours // 2))

    def without_rounding(firms: int, neighbours: int) -> float:
        gaps = [min(place, firms - place) for place in range(1, firms)]
        return sum(gaps) / (neighbours / 2) / (firms - 1)

    return function_task(
        "08-ring-way",
        title=_("The mean way on a ring"),
        expects=_("a function of the number of firms and of neighbours that returns a number of steps"),
        right=lambda firms, neighbours: ring_path_length(firms, neighbours),
        cases=[(10, 4), (21, 6), (8, 2), (101, 10)],
        mistakes=[
            function_mistake(
                "rule of thumb",
                lambda firms, neighbours: firms / (2 * neighbours),
                _("You use the rule of thumb, which is the leading term only. Add up the steps one by one."),
            ),
            function_mistake(
                "parts of a step",
                without_rounding,
                _("You let a firm take part of a step. What is the least whole number of steps over a distance?"),
            ),
            function_mistake(
                "farthest firm",
                farthest,
                _("You give the steps to the farthest firm. The mean is over all the others."),
            ),
        ],
        hints=(
            _("From one firm, walk through all the others, and note how far along the ring each is."),
            _("One step covers up to K/2 places, and nobody takes part of a step. Divide by all the others."),
            _("“By hand, then by code” says why the exact number is above the rule of thumb."),
        ),
        explanation=_("Distances rounded up to whole steps, averaged over the other firms."),
    )


def _closed() -> Task:
    def partners(links: list[tuple[int, int]], firm: int) -> set[int]:
        return {a + b - firm for a, b in links if firm in (a, b)}

    def closed(links: list[tuple[int, int]], firm: int) -> int:
        return sum(a in partners(links, firm) and b in partners(links, firm) for a, b in links)

    def right(links: list[tuple[int, int]], firm: int) -> float:
        return float(local_clustering(links, max(map(max, links)))[firm])

    return function_task(
        "08-closed",
        title=_("The clustering of one firm"),
        expects=_("a function of a list of links and of a firm that returns a share from 0 to 1"),
        right=right,
        cases=CASES_OF_CIRCLES,
        mistakes=[
            function_mistake(
                "closed pairs not divided",
                closed,
                _("You count the pairs that know each other. Of how many pairs are they a share?"),
            ),
            function_mistake(
                "pairs counted twice",
                lambda links, firm: right(links, firm) / 2,
                _("You are out by a factor of two: is the pair of A and B another one than that of B and A?"),
            ),
            function_mistake(
                "divided by partners",
                lambda links, firm: closed(links, firm) / len(partners(links, firm)),
                _("You divide by the number of partners. How many *pairs* do they form?"),
            ),
            function_mistake(
                "own links counted",
                lambda links, firm: (
                    (closed(links, firm) + len(partners(links, firm)))
                    / (len(partners(links, firm)) * (len(partners(links, firm)) + 1) / 2)
                ),
                _("You count the firm's own links too. Which links are between its partners?"),
            ),
        ],
        hints=(
            _("First collect whom the firm knows; a link names it first or second."),
            _("Then count the links among those, and divide by how many pairs they form."),
            _("The definition is in “The idea”, first cell."),
        ),
        explanation=_("The links among a firm's partners, over the pairs of its partners."),
    )


def _front() -> Task:
    return function_task(
        "08-front",
        title=_("How fast a knack walks round the ring"),
        expects=_("a function of neighbours and teachers that returns how many firms learn in a week"),
        right=lambda neighbours, teachers: max(0, 2 * (neighbours // 2 - teachers + 1)),
        cases=[(10, 1), (10, 4), (6, 3), (4, 4), (8, 2)],
        mistakes=[
            function_mistake(
                "one front only",
                lambda neighbours, teachers: max(0, neighbours // 2 - teachers + 1),
                _("You follow one front. The ring has another side."),
            ),
            function_mistake(
                "one firm missed",
                lambda neighbours, teachers: max(0, 2 * (neighbours // 2 - teachers)),
                _("You are out by one firm on either side. With one teacher needed, how far does news go in a week?"),
            ),
            function_mistake(
                "firms that forget",
                lambda neighbours, teachers: 2 * (neighbours // 2 - teachers + 1),
                _("For many teachers you give fewer than no firms. What happens to such a knack?"),
            ),
            function_mistake(
                "teachers left out",
                lambda neighbours, teachers: neighbours,
                _("That is right for news. The firm at the far end of your reach has one teacher only."),
            ),
        ],
        hints=(
            _("Look at one front: how many who know does the next firm see, and the next but one?"),
            _("The firm d places ahead of the front sees K/2 − d + 1 who know. Which d still have enough?"),
            _("The table in “What the model misses” has a ring with K of ten to try your function on."),
        ),
        explanation=_("Each teacher more that is needed takes one firm a week from either front."),
    )


def _shortcuts() -> Task:
    def network(plain: Mapping[str, float]) -> list[tuple[int, int]]:
        ring = [(one, other) for one, other in ring_lattice(RING_FIRMS, 2).tolist()]
        links = {frozenset(link): link for link in [*ring, *links_given(plain)]}
        return list(links.values())

    def mean(plain: Mapping[str, float]) -> float:
        return mean_path_length(network(plain), RING_FIRMS)

    return property_task(
        "08-shortcuts",
        "numbers",
        ENDS,
        title=_("Three shortcuts"),
        expects=_("six firms in the order from, to, from, to, from, to"),
        is_right=lambda plain: _are_firms(plain, RING_FIRMS) and mean(plain) <= LONGEST_MEAN,
        mistakes=[
            Mistake(
                "no such firm",
                lambda plain: not _are_firms(plain, RING_FIRMS),
                _("Each end is a whole number of a firm on the ring, and a link joins two different firms."),
            ),
            Mistake(
                "old or doubled link",
                lambda plain: len(network(plain)) < RING_FIRMS + 3,
                _("One of your links is there already, on the ring or in your own list. Give three new ones."),
            ),
            Mistake(
                "all in one corner",
                lambda plain: mean(plain) > LONGEST_MEAN and _is_bunched(plain),
                _("Two of your links run side by side, so the second saves little. Where are firms still far apart?"),
            ),
            Mistake(
                "too short a reach",
                lambda plain: mean(plain) > LONGEST_MEAN and _shortest_span(plain) < RING_FIRMS / 5,
                _("One of your links joins near firms. How many steps does it save, and for how many pairs?"),
            ),
            Mistake(
                "spokes that do not meet",
                lambda plain: mean(plain) > LONGEST_MEAN,
                _("Your links reach far, but a way rarely uses two of them. How could one lead into the next?"),
            ),
        ],
        hints=(
            _("Print `mean_path_length` for a first try: each link across to the other side, well spread."),
            _("A way that uses two shortcuts saves twice, if the end of one is near the start of another."),
            _("Look at what choosing does in “What the paper says”."),
        ),
        explanation=_("Far apart is not enough: shortcuts save most where one leads into the next."),
    )


def _are_firms(plain: Mapping[str, float], firms: int) -> bool:
    whole = all(float(end).is_integer() and 1 <= end <= firms for end in plain.values())
    return whole and all(start != end for start, end in links_given(plain))


def _span(start: int, end: int) -> int:
    return min(abs(start - end), RING_FIRMS - abs(start - end))


def _shortest_span(plain: Mapping[str, float]) -> int:
    return min(_span(*link) for link in links_given(plain))


def _is_bunched(plain: Mapping[str, float]) -> bool:
    """Return whether two links have both ends within two places of each other."""
    links = links_given(plain)
    pairs = [(links[0], links[1]), (links[0], links[2]), (links[1], links[2])]
    return any(
        (_span(a, c) <= 2 and _span(b, d) <= 2) or (_span(a, d) <= 2 and _span(b, c) <= 2) for (a, b), (c, d) in pairs
    )


def _wide_bridge() -> Task:
    inside = [(a, b) for first in (1, SHOP + 1) for a in range(first, first + SHOP) for b in range(a + 1, first + SHOP)]

    def learnt(plain: Mapping[str, float]) -> int:
        """Return how many of the second shop know the knack in the end."""
        across = {(min(link), max(link)) for link in links_given(plain)} - set(inside)
        heard = first_heard([*inside, *across], SHOPS, range(1, SHOP + 1), needed=2)
        return int((heard.iloc[SHOP:] < math.inf).sum())

    def crosses(plain: Mapping[str, float]) -> bool:
        sides = [{start <= SHOP, end <= SHOP} for start, end in links_given(plain)]
        return all(len(side) == 2 for side in sides)

    return property_task(
        "08-wide-bridge",
        "numbers",
        ENDS,
        title=_("A bridge wide enough for a knack"),
        expects=_("six people in the order from, to, from, to, from, to"),
        is_right=lambda plain: _are_firms(plain, SHOPS) and crosses(plain) and learnt(plain) == SHOP,
        mistakes=[
            Mistake(
                "no such person",
                lambda plain: not _are_firms(plain, SHOPS),
                _("Each end is a whole number of a person in one of the shops, and a link joins two people."),
            ),
            Mistake(
                "link within a shop",
                lambda plain: not crosses(plain),
                _("One of your links stays within a shop, where all know each other already."),
            ),
            Mistake(
                "nobody has two teachers",
                lambda plain: learnt(plain) == 0,
                _("In the second shop nobody has two teachers, so nobody begins. Whom could two of them reach?"),
            ),
            Mistake(
                "one learner only",
                lambda plain: learnt(plain) == 1,
                _("One person learns, and teaches alone: the next hears it once. Who could give a second lesson?"),
            ),
        ],
        hints=(
            _("The first person in the second shop needs two teachers from outside."),
            _("The next has one colleague who knows. How many teachers from outside are then still lacking?"),
            _("Try your links in `first_heard`, with two as `needed`, as “What the model misses” does."),
        ),
        explanation=_("Two links to one learner, a third to a colleague; then the shop teaches itself."),
    )
