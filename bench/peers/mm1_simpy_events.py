"""M/M/1 on SimPy's bare events: a queue of our own instead of its Store, so that a customer costs two or three events."""
import collections
import random

import report
import simpy


def simulate(customers, number):
    draws = random.Random(number)
    environment = simpy.Environment()
    queue = collections.deque()
    waited = 0.0
    wake_up = environment.event()

    def source():
        for _ in range(customers):
            yield environment.timeout(draws.expovariate(2.0))
            queue.append(environment.now)
            if not wake_up.triggered:
                wake_up.succeed()

    def server():
        nonlocal waited, wake_up
        for _ in range(customers):
            if not queue:
                wake_up = environment.event()
                yield wake_up
            waited += environment.now - queue.popleft()
            yield environment.timeout(draws.expovariate(2.5))

    environment.process(source())
    environment.process(server())
    environment.run()
    return customers, waited / customers


report.run(simulate)
