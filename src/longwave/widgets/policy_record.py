"""The panel of lesson 19: the policy record, filtered by stage, president and lever, with three coders of the lever."""

import pandas as pd

from longwave.charts.policy_record import lever_names, record_chart, stage_names
from longwave.data import load
from longwave.i18n import _
from longwave.models.policy_record import STAGES, levers_by_means
from longwave.widgets.controls import choice
from longwave.widgets.panel import Panel

ANY = "any"
PRESIDENTS = ("Obama", "Trump", "Biden")


def coded_record() -> pd.DataFrame:
    """Return the policy record with a short title, and the lever of each entry by three coders: means, heading, title.

    >>> coded_record().loc[9, ["short_title", "means", "title_word"]].tolist()
    ['Technology list', 'top-level design', 'technology']
    """
    record, codings = load("policy_record"), load("policy_codings")
    levers = codings.pivot(index="item", columns="coder", values="lever").reindex(record["item"])
    return record.assign(
        short_title=codings.drop_duplicates("item")["short_title"].to_numpy(),
        means=levers_by_means(record["lever"]),
        heading=levers["heading"].to_numpy(),
        title_word=levers["title"].to_numpy(),
    )


def filtered(record: pd.DataFrame, stage: str, president: str, lever: str, coder: str) -> list[int]:
    """Return the items that pass all three filters; "any" lets everything pass. `coder` says whose lever counts."""
    passes = pd.Series(True, index=record.index)
    for column, wanted in (("stage", stage), ("administration", president), (coder, lever)):
        if wanted != ANY:
            passes &= record[column] == wanted
    return record.loc[passes, "item"].tolist()


def record_panel() -> Panel:
    """Return the panel of the policy record: which stage, which president, which lever, and who coded the lever."""
    record = coded_record()
    stages, levers = stage_names(), lever_names()
    coders = {
        _("what the text moves"): "means",
        _("the paper's headings"): "heading",
        _("a word in the title"): "title_word",
    }
    coder_words = {value: words for words, value in coders.items()}

    def draw(stage: str, president: str, lever: str, coder: str):
        words = _("stage {stage}, president {president}, lever {lever} by {coder}").format(
            stage=stages.get(stage, _("any")),
            president=_("any") if president == ANY else president,
            lever=levers.get(lever, _("any")),
            coder=coder_words[coder],
        )
        return record_chart(record, filtered(record, stage, president, lever, coder), words)

    everything = {_("any"): ANY}
    controls = {
        "stage": choice(_("Stage"), "", {**everything, **{stages[stage]: stage for stage in STAGES}}, ANY),
        "president": choice(_("President"), "", {**everything, **dict(zip(PRESIDENTS, PRESIDENTS, strict=True))}, ANY),
        "lever": choice(_("Lever"), "", {**everything, **{words: lever for lever, words in levers.items()}}, ANY),
        "coder": choice(_("Lever coded by"), "", coders, "means"),
    }
    presets = {
        _("Law only"): {"stage": "law", "president": ANY, "lever": ANY},
        _("Passed one chamber"): {"stage": "passed one chamber", "president": ANY, "lever": ANY},
        _("Technology"): {"stage": ANY, "president": ANY, "lever": "technology"},
    }
    return Panel(draw, controls, presets)
