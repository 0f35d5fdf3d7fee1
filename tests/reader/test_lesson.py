"""What a lesson's first cell sets."""

import os
import subprocess
import sys


def test_matrices_are_multiplied_by_one_thread_in_a_lesson():
    code = (
        "import numpy, threadpoolctl; from longwave.lesson import lesson; lesson('01-value-stick'); "
        "import scipy.linalg; "
        "print([one['num_threads'] for one in threadpoolctl.threadpool_info() if one['user_api'] == 'blas'])"
    )
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert set(done.stdout.strip(" []\n").split(", ")) == {"1"}
