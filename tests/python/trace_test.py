"""What is seen of trains agrees with what is recorded of them."""

import itertools

import numpy as np
import pandas as pd
import pytest

import landbridge as lb


def whole(scenario, **options):
    tables = [table.to_pandas() for table in lb.trace(scenario, **options)]
    return pd.concat([table.astype({"kind": object, "point": object, "line": object, "resource": object,
                                    "formed_by": object, "direction": object}) for table in tables],
                     ignore_index=True)


def test_departures_and_arrivals_are_those_of_the_records(border):
    border.experiment.spin_up = "0 s"  # records are of the counted time
    seen = whole(border)
    stops = lb.run(border, replications=1, records=["trains"]).trains.to_pandas().astype({"point": object})
    departed = seen[(seen.kind == "departed") & seen.point.notna()]
    expected = stops[stops.departed.notna()]
    columns = ["train", "point"]
    pd.testing.assert_frame_equal(
        departed[[*columns, "time", "teu"]].sort_values(columns).reset_index(drop=True),
        expected.rename(columns={"departed": "time"})[[*columns, "time", "teu"]].sort_values(columns).reset_index(drop=True),
        check_dtype=False,
    )
    ended = seen[seen.kind == "ended"]
    assert len(ended) == stops.departed.isna().sum()


def test_every_train_is_formed_once_and_things_follow_each_other(border):
    seen = whole(border)
    assert seen.time.is_monotonic_increasing
    for _, of_train in itertools.islice(seen.groupby("train", sort=False), 500):
        kinds = list(of_train.kind)
        assert kinds[0] == "formed" and kinds.count("formed") == 1
        assert "ended" not in kinds[:-1]
        stages = [kind for kind in kinds if kind.startswith("stage")]
        assert stages[::2] == ["stage begun"] * len(stages[::2])
        assert stages[1::2] == ["stage ended"] * len(stages[1::2])
    waits = seen[seen.kind == "waits"]
    assert set(waits.resource) == {"BORDER.customs", "BORDER.departure", "BORDER.BORDER.lift"}


def test_the_queue_that_is_seen_has_the_mean_of_the_kpi(border):
    border.experiment.spin_up = "0 s"
    seen = whole(border)
    mine = seen[(seen.resource == "BORDER.customs") & seen.kind.isin(["waits", "stage begun"])]
    change = np.where(mine.kind == "waits", 1, -1)
    end = np.datetime64("1970-01-01") + np.timedelta64(365, "D")
    lasts = np.diff(np.append(mine.time.to_numpy(), end)).astype("timedelta64[s]").astype(float)
    mean = (np.cumsum(change) * lasts).sum() / (365 * 86400)
    assert mean == pytest.approx(lb.run(border, replications=1).kpi("resource/BORDER.customs/queue_mean")[0], rel=1e-9)


def test_filters_keep_what_is_named(border):
    every = whole(border)
    kinds = whole(border, kinds=["departed", "arrived"])
    pd.testing.assert_frame_equal(kinds, every[every.kind.isin(["departed", "arrived"])].reset_index(drop=True))
    place = whole(border, places=["BROAD"])
    assert set(place.line) == {"BROAD"} and len(place) == (every.line == "BROAD").sum()
    point = whole(border, places=["EAST"])
    assert len(point) == (every.point == "EAST").sum()
    customs = whole(border, places=["BORDER.customs"])
    assert set(customs.resource) == {"BORDER.customs"} and len(customs) == (every.resource == "BORDER.customs").sum()
    both = whole(border, places=["BORDER.BORDER.lift", "BROAD"])
    assert len(both) == ((every.resource == "BORDER.BORDER.lift") | (every.line == "BROAD")).sum()
    train = every.train[100]
    pd.testing.assert_frame_equal(whole(border, trains=[train]), every[every.train == train].reset_index(drop=True))


def test_places_are_called_as_where_containers_wait(border):
    """What `binding` names is a place of the trace and of the queue."""
    places = [place for place in lb.run(border, replications=1).binding["place"] if "/" not in place]  # no formation
    assert {"BORDER.customs", "BORDER.BORDER.lift"} <= set(places)
    for place in ("BORDER.customs", "BORDER.BORDER.lift"):
        times, _ = lb.plots.queue_steps(lb.trace(border, places=[place]), place)
        every, _ = lb.plots.queue_steps(lb.trace(border), place)
        assert len(times) and times.tolist() == every.tolist()


def test_tables_have_so_many_rows_and_the_same_in_all(border):
    tables = [len(table) for table in lb.trace(border, rows=1000)]
    assert set(tables[:-1]) == {1000} and 0 < tables[-1] <= 1000
    assert sum(tables) == len(whole(border))


def test_passing_places_are_numbered():
    seen = whole(lb.example("meets"))
    passing = seen[seen.point.isna()]
    assert len(passing) and (passing.passing_place > 0).all() and passing.line.notna().all()
    assert (seen[seen.point.notna()].passing_place == 0).all()


def test_replications_differ_and_repeat(border):
    first, again, other = (whole(border, replication=number) for number in (0, 0, 1))
    pd.testing.assert_frame_equal(first, again)
    assert not first.equals(other)


def test_a_trace_can_be_left_early():
    with lb.trace(lb.example("eurasia-2017"), rows=100) as trace:
        first = next(trace)
    assert len(first) == 100
    assert list(trace) == []
    for _ in lb.trace(lb.example("eurasia-2017"), rows=100):
        break


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"places": ["NOWHERE"]}, "NOWHERE"), ({"kinds": ["flown"]}, "flown"), ({"rows": 0}, "rows"),
     ({"places": "BROAD"}, "list"), ({"replication": -1}, "replication")],
)
def test_wrong_words_are_refused(wrong, words, border):
    with pytest.raises(ValueError, match=words):
        lb.trace(border, **wrong)


def test_a_trace_may_be_closed_and_read_by_other_threads():
    """Whoever reads keeps it alive; afterwards there is no more."""
    import threading

    year = lb.example("eurasia-2017")
    for _ in range(5):
        events = lb.trace(year, rows=200)
        readers = [threading.Thread(target=lambda: [len(table) for table in events]) for _ in range(3)]
        for one in readers:
            one.start()
        next(events)
        closers = [threading.Thread(target=events.close) for _ in range(2)]
        for one in closers:
            one.start()
        for one in (*closers, *readers):
            one.join()
        assert list(events) == []
