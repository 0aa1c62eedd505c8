"""How the cost of work grows with its size: ratios within one run, for seconds alone tell of the machine."""

import gc
import math
import time
from collections.abc import Callable

LINEAR = 1.3
"""An exponent up to this is called linear: eight times the input at less than 15 times the cost.

More data are dearer than in proportion, for they leave the processor's caches.
"""
TRIES = 4
SMALL = 0.02
"""CPU seconds below which nothing can be told."""
Work = Callable[[], object]


def seconds(work: Work) -> float:
    """CPU seconds of one call; without garbage collection, whose cost depends on all that other tests left behind."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def ratio(few: Callable[[], Work], many: Callable[[], Work], most: float) -> float:
    """How many times as much work costs as other work; each is made ready anew, uncounted, for each try.

    The least of some tries of each is compared, for others are at work on the machine; as soon as it is below `most`
    there is no more trying.
    """
    low = high = found = math.inf
    for _ in range(TRIES):
        low = min(low, max(seconds(few()), SMALL))
        high = min(high, max(seconds(many()), SMALL))
        found = high / low
        if found < most:
            break
    return found


def exponent(work: Callable[[int], Work], small: int, large: int, most: float = LINEAR) -> float:
    """The power of the size with which the cost of `work(size)()` grows: 1 is linear, 2 is quadratic."""
    by = large / small
    return math.log(ratio(lambda: work(small), lambda: work(large), by**most)) / math.log(by)
