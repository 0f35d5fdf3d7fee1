"""The panel of lesson 19: the policy record, filtered by stage, president and lever, with three coders of the lever."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Panel
from longwave.topics.policy_record.charts import lever_names, record_chart, stage_names
from longwave.topics.policy_record.models import ANY, STAGES, coded_record, filtered

PRESIDENTS = ("Obama", "Trump", "Biden")


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

    def draw(stage: str, president: str, lever: str, coder: str) -> alt.LayerChart:
        words = _("stage {stage}, president {president}, lever {lever} by {coder}").format(
            stage=stages.get(stage, _("any")),
            president=_("any") if president == ANY else president,
            lever=levers.get(lever, _("any")),
            coder=coder_words[coder],
        )
        return record_chart(record, filtered(record, stage, president, lever, coder), words)

    everything = {_("any"): ANY}
    controls = {
        "stage": Choice(_("Stage"), "", {**everything, **{stages[stage]: stage for stage in STAGES}}, ANY),
        "president": Choice(_("President"), "", {**everything, **dict(zip(PRESIDENTS, PRESIDENTS, strict=True))}, ANY),
        "lever": Choice(_("Lever"), "", {**everything, **{words: lever for lever, words in levers.items()}}, ANY),
        "coder": Choice(_("Lever coded by"), "", coders, "means"),
    }
    presets = {
        _("Law only"): {"stage": "law", "president": ANY, "lever": ANY},
        _("Passed one chamber"): {"stage": "passed one chamber", "president": ANY, "lever": ANY},
        _("Technology"): {"stage": ANY, "president": ANY, "lever": "technology"},
    }
    return Panel(draw, controls, presets)
