"""Argued answers, to which people give points: row by row, side by side, by two markers, with a log of each change."""
