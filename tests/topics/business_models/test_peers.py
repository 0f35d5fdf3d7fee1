"""The same agreement of two readers by statsmodels."""

import numpy as np
import pytest

from longwave.topics.business_models import cohen_kappa, confusion

raters = pytest.importorskip("statsmodels.stats.inter_rater")


@pytest.mark.parametrize("alike", [0.1, 0.6, 0.9])
@pytest.mark.parametrize("cases", [8, 40])
def test_statsmodels_finds_the_same_kappa(alike, cases):
    rng = np.random.default_rng([cases, int(10 * alike)])
    one, other = rng.integers(4, size=(2, cases))
    codes = np.column_stack([one, np.where(rng.random(cases) < alike, one, other)])
    first, second = (dict(enumerate(column)) for column in codes.T.astype(str).tolist())
    table = raters.to_table(codes)[0]
    assert confusion(first, second).to_numpy().tolist() == table.tolist()
    assert cohen_kappa(first, second) == pytest.approx(raters.cohens_kappa(table).kappa, abs=1e-9)
