"""Tests of the line that bench/peers/single_track_sumo.py writes for SUMO; needs no SUMO."""
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree

BENCH = pathlib.Path(__file__).resolve().parents[2] / "bench"
sys.path.insert(0, str(BENCH / "peers"))
import single_track_sumo as line


def parsed(lines):
    return [ElementTree.fromstring(text) for text in lines]


def number_in(file, name):
    """The number that a C++ source gives a name."""
    found, = re.findall(rf"\b{name} = ([0-9.]+);", (BENCH / file).read_text(encoding="utf-8"))
    return float(found)


class SingleTrackSumo(unittest.TestCase):
    def setUp(self):
        self.x = {node.get("id"): float(node.get("x")) for node in parsed(line.nodes())}
        self.edges = {edge.get("id"): edge for edge in parsed(line.edges())}
        self.ways = {element.get("id"): element.get("edges").split()
                     for element in parsed(line.trains({"east": 0, "west": 660}, 100)) if element.tag == "route"}

    def length(self, edge):
        return abs(self.x[self.edges[edge].get("to")] - self.x[self.edges[edge].get("from")])

    def test_line_and_timetable_are_those_of_landbridge(self):
        self.assertEqual(line.SECTIONS, number_in("single_track.h", "kSections"))
        self.assertEqual(line.SECTION_M, 1000 * number_in("single_track.h", "kSection_km"))
        self.assertAlmostEqual(line.SPEED_M_S, number_in("single_track.h", "speed_km_per_day") / 86.4)
        self.assertEqual(line.INTERVAL_S, number_in("peers/single_track_landbridge.cc", "kInterval_s"))
        self.assertEqual(line.LATER_S, number_in("peers/single_track_landbridge.cc", "kLater_s"))
        self.assertEqual(line.TRAINS_EACH_WAY, number_in("peers/single_track_landbridge.cc", "kTrainsEachWay"))

    def test_ways_are_connected_and_900_km_long(self):
        connections = {(one.get("from"), one.get("to")) for one in parsed(line.connections())}
        for way in self.ways.values():
            self.assertTrue(connections.issuperset(zip(way, way[1:])))
            self.assertEqual(sum(map(self.length, way)) - line.TRACK_M, 900_000)  # from one middle to another
        self.assertEqual(len(connections), sum(len(way) - 1 for way in self.ways.values()))

    def test_opposite_trains_share_sections_alone(self):
        ends = {name: (edge.get("from"), edge.get("to")) for name, edge in self.edges.items()}
        shared = [name for name, (start, end) in ends.items()
                  if self.edges[name].get("spreadType") == "center" and (end, start) in ends.values()]
        self.assertEqual(len(shared), 2 * line.SECTIONS)
        self.assertTrue(all(name.startswith("to_") for name in shared))

    def test_every_track_of_a_passing_place_ends_at_a_signal_that_holds_trains(self):
        held = {one.get("from") for one in parsed(line.connections()) if one.get("uncontrolled") is None}
        kinds = {node.get("id"): node.get("type") for node in parsed(line.nodes())}
        leaving = {edge for way in self.ways.values() for edge in way[:-1] if not edge.startswith("to_")}
        self.assertEqual(held, leaving)
        self.assertEqual({kinds[self.edges[edge].get("to")] for edge in held}, {"rail_signal"})

    def test_both_ways_have_their_trains_in_order_of_departure(self):
        flows = [one for one in parsed(line.trains({"east": 700, "west": 660}, 100)) if one.tag == "flow"]
        self.assertEqual([(flow.get("id"), flow.get("begin"), flow.get("number")) for flow in flows],
                         [("west", "660", "100"), ("east", "700", "100")])


if __name__ == "__main__":
    unittest.main()
