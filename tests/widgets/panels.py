"""The panels of the course, by name, and how a live chart tells a patch from a new drawing."""

from longwave.widgets import (
    alliances,
    appropriation,
    business_models,
    co_evolution,
    communities,
    cooperative,
    diffusion,
    evaluation,
    geography,
    institutes,
    lock_in,
    longtail,
    manufacturing_usa,
    networks,
    platforms,
    policy_record,
    research_money,
    revolutions,
    selection,
    shopfloor,
    skills,
    small_world,
    tipping,
    value,
    waves,
)

PANELS = {
    "reading": institutes.reading_panel,
    "value stick": value.value_stick_panel,
    "licensing": cooperative.licensing_panel,
    "simplex": cooperative.simplex_panel,
    "teece map": appropriation.teece_panel,
    "long tail": longtail.reach_panel,
    "lock-in histories": lock_in.histories_panel,
    "hidden future": diffusion.forecast_panel,
    "selection histories": selection.selection_panel,
    "critical mass": communities.tipping_panel,
    "four revolutions": revolutions.revolutions_panel,
    "made to order": business_models.made_to_order_panel,
    "small world": small_world.rewiring_panel,
    "shop floor": shopfloor.shop_panel,
    "workshop week": shopfloor.watch_panel,
    "participation": networks.participation_panel,
    "reliability": networks.reliability_panel,
    "reviews": platforms.review_panel,
    "see-saw": platforms.seesaw_panel,
    "push and release": tipping.tipping_panel,
    "three legs": co_evolution.co_evolution_panel,
    "policy record": policy_record.record_panel,
    "cobweb": skills.cobweb_panel,
    "training": skills.training_panel,
    "tomahawk": geography.tomahawk_panel,
    "subsidies": alliances.subsidy_panel,
    "two standards": alliances.standards_panel,
    "wave or walk": waves.blind_panel,
    "datings": waves.dating_panel,
    "institutes by year": manufacturing_usa.map_panel,
    "garbled cells": manufacturing_usa.readings_panel,
    "leverage": manufacturing_usa.leverage_panel,
    "research money": research_money.figures_panel,
    "evaluation": evaluation.evaluation_panel,
}


def datasets(part):
    """Yield each named inline dataset of a specification."""
    if isinstance(part, list):
        for item in part:
            yield from datasets(item)
    elif isinstance(part, dict):
        if isinstance(part.get("data", {}).get("values"), list):  # the outlines of a map are no rows
            yield part["data"]
        for key in ("layer", "hconcat", "vconcat", "concat", "spec"):
            yield from datasets(part.get(key))
