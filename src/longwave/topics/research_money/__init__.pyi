from .charts.figures import (
    figures_chart as figures_chart,
)
from .charts.payers import (
    changes_chart as changes_chart,
)
from .charts.payers import (
    payers_chart as payers_chart,
)
from .charts.portfolio import (
    portfolio_chart as portfolio_chart,
)
from .charts.promises import (
    promises_chart as promises_chart,
)
from .charts.purchasing import (
    purchasing_chart as purchasing_chart,
)
from .models.beliefs import (
    brier_by_truth as brier_by_truth,
)
from .models.beliefs import (
    brier_score as brier_score,
)
from .models.beliefs import (
    expected_brier as expected_brier,
)
from .models.beside import (
    anyway_at as anyway_at,
)
from .models.beside import (
    brought as brought,
)
from .models.beside import (
    brought_by_response as brought_by_response,
)
from .models.beside import (
    divisor_share as divisor_share,
)
from .models.beside import (
    real_changes as real_changes,
)
from .models.beside import (
    response as response,
)
from .models.chance import (
    arbitrary as arbitrary,
)
from .models.chance import (
    between_years as between_years,
)
from .models.chance import (
    covered_share as covered_share,
)
from .models.chance import (
    near_both as near_both,
)
from .models.chance import (
    ratio_pairs as ratio_pairs,
)
from .models.portfolio import (
    chance_to_show as chance_to_show,
)
from .models.portfolio import (
    measured_means as measured_means,
)
from .models.portfolio import (
    programmes_for_same_list as programmes_for_same_list,
)
from .models.portfolio import (
    sample_share as sample_share,
)
from .models.portfolio import (
    spread_of as spread_of,
)
from .models.portfolio import (
    tail_of as tail_of,
)
from .models.portfolio import (
    top_share as top_share,
)
from .models.portfolio import (
    typical_winners as typical_winners,
)
from .models.printed_figures import (
    equals_print as equals_print,
)
from .models.printed_figures import (
    growth_split as growth_split,
)
from .models.printed_figures import (
    pair_changes as pair_changes,
)
from .models.printed_figures import (
    unit_test as unit_test,
)
from .models.printed_figures import (
    years_between as years_between,
)
from .models.promises import (
    money_chain as money_chain,
)
from .models.purchasing import (
    denominators as denominators,
)
from .models.purchasing import (
    even_inflation as even_inflation,
)
from .models.purchasing import (
    growth_by as growth_by,
)
from .models.purchasing import (
    pairs_of_years as pairs_of_years,
)
from .models.series import (
    one_series as one_series,
)
from .models.series import (
    prices as prices,
)
from .models.series import (
    printed_figures as printed_figures,
)
from .models.series import (
    published_series as published_series,
)
from .panels import (
    ends_panel as ends_panel,
)
from .panels import (
    figures_panel as figures_panel,
)
from .panels import (
    portfolio_panel as portfolio_panel,
)
