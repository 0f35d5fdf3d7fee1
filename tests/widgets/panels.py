"""The panels of the course, by name, and how a live chart tells a patch from a new drawing."""

from longwave.widgets import appropriation, cooperative, diffusion, institutes, lock_in, longtail, value

PANELS = {
    "reading": institutes.reading_panel,
    "value stick": value.value_stick_panel,
    "licensing": cooperative.licensing_panel,
    "simplex": cooperative.simplex_panel,
    "teece map": appropriation.teece_panel,
    "long tail": longtail.reach_panel,
    "lock-in histories": lock_in.histories_panel,
    "hidden future": diffusion.forecast_panel,
}


def datasets(part):
    """Yield each named inline dataset of a specification."""
    if isinstance(part, list):
        for item in part:
            yield from datasets(item)
    elif isinstance(part, dict):
        if "values" in part.get("data", {}):
            yield part["data"]
        for key in ("layer", "hconcat", "vconcat", "concat", "spec"):
            yield from datasets(part.get(key))
