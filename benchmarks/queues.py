"""One queue before one machine: time our waiting times against SimPy and Ciw on the same work, in turns, in one run."""

import importlib
import time
from collections.abc import Callable
from statistics import median

import numpy as np

from longwave.topics.shopfloor import waiting_times

CUSTOMERS = (1_000, 10_000)
LOAD = 0.8
SEED = 1952


def measure(repeats: int = 5) -> list[dict]:
    """Return a row for each number of customers and package: customers per second, and whether the waits agree.

    All get the same times between arrivals and the same work, exponential, at a load of 0.8. `agrees` compares each
    customer's wait with SimPy's, to 1e-6.
    """
    rows = []
    for customers in CUSTOMERS:
        rng = np.random.default_rng([SEED, customers])
        gaps, work = rng.exponential(1 / LOAD, customers), rng.exponential(1, customers)
        rows += _rows(customers, _contenders(gaps, work), repeats)
    return rows


def _contenders(gaps: np.ndarray, work: np.ndarray) -> dict[str, Callable[[], list[float]]]:
    plain_gaps, plain_work = gaps.tolist(), work.tolist()
    return {
        "longwave": lambda: waiting_times(gaps, work).tolist(),
        "simpy": lambda: _simpy_waits(plain_gaps, plain_work),
        "ciw": lambda: _ciw_waits(plain_gaps, plain_work),
    }


def _simpy_waits(gaps: list[float], work: list[float]) -> list[float]:
    simpy = importlib.import_module("simpy")
    env, waits = simpy.Environment(), [0.0] * len(gaps)
    machine = simpy.Resource(env)

    def customer(number: int):
        arrived = env.now
        with machine.request() as turn:
            yield turn
            waits[number] = env.now - arrived
            yield env.timeout(work[number])

    def source():
        for number, gap in enumerate(gaps):
            yield env.timeout(gap)
            env.process(customer(number))

    env.process(source())
    env.run()
    return waits


def _ciw_waits(gaps: list[float], work: list[float]) -> list[float]:
    ciw = importlib.import_module("ciw")
    network = ciw.create_network(
        # After the last one no customer is to come: Ciw would begin the list again.
        arrival_distributions=[ciw.dists.Sequential([*gaps, float("inf")])],
        service_distributions=[ciw.dists.Sequential(work)],
        number_of_servers=[1],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(len(gaps), method="Finish")
    records = sorted(simulation.get_all_records(), key=lambda record: record.arrival_date)
    return [record.waiting_time for record in records]


def _rows(customers: int, contenders: dict[str, Callable[[], list[float]]], repeats: int) -> list[dict]:
    results = {who: call() for who, call in contenders.items()}
    seconds = {who: [] for who in contenders}
    for _ in range(repeats):
        for who, call in contenders.items():
            start = time.perf_counter()
            call()
            seconds[who].append(time.perf_counter() - start)
    return [
        {
            "what": "Waits before one machine",
            "customers": customers,
            "who": who,
            "median_seconds": median(seconds[who]),
            "customers_per_second": round(customers / median(seconds[who])),
            "agrees": bool(np.allclose(results[who], results["simpy"], atol=1e-6)),
        }
        for who in contenders
    ]
