"""How points are written in files and on pages."""


def number(points: float) -> str:
    """Return points with at most two decimals, as both systems keep them.

    >>> number(3.0), number(0.125), number(-0.0)
    ('3', '0.12', '0')
    """
    return f"{round(points, 2) + 0:.2f}".rstrip("0").rstrip(".")
