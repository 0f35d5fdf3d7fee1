"""Policy: what a programme did, judged against what would have happened without it.

This module only gathers what the lessons use; the work is done in `evaluation`.
"""

from longwave.models.evaluation import (
    before_after,
    difference_in_differences,
    difference_of_changes,
    expected_bias,
    firm_panel,
    repeated,
    two_periods,
)

__all__ = [
    "before_after",
    "difference_in_differences",
    "difference_of_changes",
    "expected_bias",
    "firm_panel",
    "repeated",
    "two_periods",
]
