"""The course's colours on a dark ground: one for each that charts and cards use on white."""

from longwave.charts.theme import BLUE, GREEN, GREY, GROUND, INK, MUTED, PALE, PLUM, RULE, RUST

# Each ink has a contrast of at least 4.5 to 1 on the dark ground, as its pair has on white.
DARK = {
    GROUND: "#14181E",
    INK: "#E6EAEE",
    MUTED: "#A9B2BC",
    RULE: "#3A424B",
    BLUE: "#6CB3F2",
    RUST: "#F0955A",
    GREEN: "#5BC49A",
    PLUM: "#D39BD7",
    GREY: "#A3ADB8",
    PALE[BLUE]: "#1B3347",
    PALE[RUST]: "#46291A",
    PALE[GREEN]: "#17382C",
    PALE[PLUM]: "#3A2540",
    PALE[GREY]: "#2B323A",
    "#F1F3F5": "#20262C",
    "#EEF1F4": "#242A31",
    "#A3ABB5": "#6B7480",
}
INKS = (INK, MUTED, BLUE, RUST, GREEN, PLUM, GREY)


def darkened(css: str) -> str | None:
    """Return a style in its dark colours; None if it has no colour, or one that has no dark form.

    >>> darkened("color:#0B62A8;margin:0")
    'color:#6CB3F2;margin:0'
    """
    parts = css.split("#")
    if len(parts) == 1:
        return None
    found = [parts[0]]
    for part in parts[1:]:
        dark = DARK.get("#" + part[:6].upper())
        if dark is None:
            return None
        found.append(dark + part[6:])
    return "".join(found)
