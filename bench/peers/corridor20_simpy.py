"""The corridor of 20 stations on SimPy: a process per train, a Resource per station."""
import math
import random

import report
import simpy

STATIONS = 20
GAP_H = 1 / 1.6
SPIN_UP_H = 1000
SIGMA = math.sqrt(math.log1p(0.25))  # of the logarithm: coefficient of variation 0.5
OTHER = (4, 1, False)
KINDS = ((8, 4, True), OTHER, (6, 3, True), OTHER, OTHER)  # servers, mean hours, lognormal or exponential


class Corridor:
    def __init__(self, number):
        self.draws = random.Random(number)
        self.environment = simpy.Environment()
        self.stations = [simpy.Resource(self.environment, KINDS[s % 5][0]) for s in range(STATIONS)]
        self.last_exit = [0.0] * STATIONS  # of the line behind the station: trains do not overtake there
        self.trains = self.counted = 0
        self.transit_h = 0.0

    def service_h(self, station):
        _, mean, lognormal = KINDS[station % 5]
        if lognormal:
            return self.draws.lognormvariate(math.log(mean) - SIGMA * SIGMA / 2, SIGMA)
        return self.draws.expovariate(1 / mean)

    def train(self):
        environment = self.environment
        appeared = environment.now
        for station in range(STATIONS):
            with self.stations[station].request() as server:
                yield server
                yield environment.timeout(self.service_h(station))
            if station + 1 < STATIONS:
                run_exit = environment.now + 2 * self.draws.uniform(0.95, 1.15)
                self.last_exit[station] = max(self.last_exit[station], run_exit)
                yield environment.timeout(self.last_exit[station] - environment.now)
        self.trains += 1
        if environment.now >= SPIN_UP_H:
            self.counted += 1
            self.transit_h += environment.now - appeared

    def source(self):
        while True:
            yield self.environment.timeout(self.draws.expovariate(1 / GAP_H))
            self.environment.process(self.train())


def simulate(trains, number):
    corridor = Corridor(number)
    corridor.environment.process(corridor.source())
    corridor.environment.run(until=SPIN_UP_H + trains * GAP_H)
    return corridor.trains, corridor.transit_h / corridor.counted


report.run(simulate)
