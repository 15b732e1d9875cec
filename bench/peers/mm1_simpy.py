"""M/M/1 on SimPy: customers wait in its Store."""
import random

import report
import simpy


def simulate(customers, number):
    draws = random.Random(number)
    environment = simpy.Environment()
    queue = simpy.Store(environment)
    waited = 0.0

    def source():
        for _ in range(customers):
            yield environment.timeout(draws.expovariate(2.0))
            queue.put(environment.now)

    def server():
        nonlocal waited
        for _ in range(customers):
            since = yield queue.get()
            waited += environment.now - since
            yield environment.timeout(draws.expovariate(2.5))

    environment.process(source())
    environment.process(server())
    environment.run()
    return customers, waited / customers


report.run(simulate)
