"""Tables of a lesson, read and set again: what a cell says and nothing else, split where a slide is full."""

import math
import re
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup

from longwave.teaching.meeting.room import BREAK, LINES, TABLE_SIZES, WIDTH, filled, table_heights, wrapped

_NUMBER = re.compile(r"[-−+]?[\d.,]+ ?%?|nan|NaN|–|")


@dataclass(frozen=True)
class Cell:
    """One cell. Its content is markup that this package made; its text measures it."""

    content: Markup
    text: str
    heading: bool = False
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A table, and the size of its text on a slide as a share of the slide's."""

    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    size: float = TABLE_SIZES[0]

    @property
    def lines(self) -> float:
        """The table's height, in lines of a slide's text."""
        return sum(self._heights())

    def markup(self) -> Markup:
        """Return the table as HTML; columns of numbers, counted from the last, are aligned right."""
        numbers = self._number_columns()
        head = Markup("").join(_row(row, numbers, "col", self._columns) for row in self.head)
        body = Markup("").join(_row(row, numbers, "row", self._columns) for row in self.body)
        looks = "dense" if self.size < TABLE_SIZES[0] else "usual"
        return Markup('<table class="{}"><thead>{}</thead><tbody>{}</tbody></table>').format(looks, head, body)

    @property
    def _columns(self) -> int:
        return max(map(len, (*self.head, *self.body)), default=0)

    def pieces(self) -> list["Table"]:
        """Return the table as pieces that each fit a slide, with the same head: one, if it fits in one of the sizes.

        If a table is too wide, its columns become rows; if it is still too wide, it stays as it is.
        """
        for size in TABLE_SIZES:
            sized = replace(self, size=size)
            if sized.lines <= LINES:
                return [sized]
        if sized.lines == math.inf:
            turned = self._turned()
            return turned.pieces() if turned and turned.lines < math.inf else [sized]
        heights = sized._heights()
        room = LINES - sum(heights[: len(self.head)])
        places = filled(self._groups(heights[len(self.head) :]), room)
        return [replace(sized, body=tuple(row for group in place for row in group)) for place in places]

    def _turned(self) -> "Table | None":
        """Return the table with its columns as rows, if each row has a cell in each column."""
        rows = [*self.head, *self.body]
        if len(self.head) != 1 or len({len(row) for row in rows}) != 1:
            return None
        first, *others = zip(*rows, strict=True)
        return Table((first,), tuple(others))

    def _groups(self, heights: list[float]) -> list[tuple[list[tuple[Cell, ...]], float]]:
        """Return the rows with their heights; rows under one cell that spans them, or heads them, are one group."""
        groups: list[tuple[list[tuple[Cell, ...]], float]] = []
        left = 0  # rows that a cell above still spans
        for row, height in zip(self.body, heights, strict=True):
            rows, sum_before = groups.pop() if left > 0 else ([], 0.0)
            groups.append(([*rows, row], sum_before + height))
            left = max([left, 2 * self._is_heading(row), *(cell.rows for cell in row)]) - 1
        return groups

    def _is_heading(self, row: tuple[Cell, ...]) -> bool:
        """Return whether a row is one heading across all columns."""
        return len(row) == 1 < self._columns and row[0].heading

    def _heights(self) -> list[float]:
        rows = [*self.head, *self.body]
        texts = [[] if self._is_heading(row) else [cell.text for cell in row] for row in rows]
        # A row below a cell that spans several rows lacks that cell, so its other cells are further right.
        heights = table_heights([[""] * (self._columns - len(row)) + row for row in texts], self.size)
        across = [
            self.size * (wrapped(row[0].text, WIDTH / self.size) - 1) if self._is_heading(row) else 0 for row in rows
        ]
        return [height + more for height, more in zip(heights, across, strict=True)]

    def _number_columns(self) -> frozenset[int]:
        places = range(1, max(map(len, self.body), default=0) + 1)
        columns = {place: [row[-place] for row in self.body if place <= len(row)] for place in places}
        return frozenset(
            place
            for place, cells in columns.items()
            if any(cell.text for cell in cells)
            and all(not cell.heading and _NUMBER.fullmatch(cell.text) for cell in cells)
        )


def read_table(tag: Tag, own: bool = False) -> Table:
    """Return a table of HTML. Where it is our own rendering of Markdown, markup inside its cells is kept."""
    rows = [(line, _cells(line, own)) for line in tag.find_all("tr")]
    head = [cells for line, cells in rows if line.find_parent("thead")]
    body = [cells for line, cells in rows if not line.find_parent("thead")]
    return Table(_joined(head), tuple(body))


def first_table(html: str) -> Table | None:
    """Return the table of an output, if it has one, with a row for each entry of a cell that lists several."""
    page = BeautifulSoup(html, "html.parser")
    tag = page.find("table")
    if not isinstance(tag, Tag):
        return None
    for row in tag.find_all("tr"):
        _list_in_rows(page, row)
    return read_table(tag)


def _list_in_rows(page: BeautifulSoup, row: Tag) -> None:
    """Move all but the first entry of a row's list to rows below it: a row is never parted, and a list may be long."""
    before = row
    for entry in row.find_all("div")[1:]:
        cells = [page.new_tag("td") for _cell in row.find_all(["th", "td"])]
        cells[-1].append(entry.extract())
        below = page.new_tag("tr")
        below.extend(cells)
        before.insert_after(below)
        before = below


def _cells(line: Tag, own: bool) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            content=Markup(cell.decode_contents()) if own else _breakable(cell.get_text().strip()),
            text=cell.get_text().strip(),
            heading=cell.name == "th",
            rows=int(str(cell.get("rowspan", "1"))),
        )
        for cell in line.find_all(["th", "td"])
    )


def _breakable(text: str) -> Markup:
    """Return a text as markup in which a browser may break long names."""
    return Markup("<wbr>").join(BREAK.split(text))


def _joined(head: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Join pandas' two rows of headings, names of columns above names of the index, if no name covers another."""
    if len(head) == 2 and len(head[0]) == len(head[1]):
        pairs = list(zip(*head, strict=True))
        if not any(upper.text and lower.text for upper, lower in pairs):
            return (tuple(lower if lower.text else upper for upper, lower in pairs),)
    return tuple(head)


def _row(cells: tuple[Cell, ...], numbers: frozenset[int], scope: str, columns: int) -> Markup:
    if len(cells) == 1 < columns and cells[0].heading:
        return Markup('<tr><th scope="rowgroup" colspan="{}">{}</th></tr>').format(columns, cells[0].content)
    filled = Markup("").join(_cell(cell, len(cells) - place in numbers, scope) for place, cell in enumerate(cells))
    return Markup("<tr>{}</tr>").format(filled)


def _cell(cell: Cell, number: bool, scope: str) -> Markup:
    looks = Markup(' class="number"') if number else ""
    spans = Markup(' rowspan="{}"').format(cell.rows) if cell.rows > 1 else ""
    # An empty corner of a table heads nothing.
    if not cell.heading or not cell.text:
        return Markup("<td{}{}>{}</td>").format(looks, spans, cell.content)
    return Markup('<th scope="{}"{}{}>{}</th>').format(scope, looks, spans, cell.content)
