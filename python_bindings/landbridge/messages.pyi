"""Written by python_bindings/tools/stubs.py from the scenario contract (scenarios/landbridge/v1/*.proto); not by hand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar, Generic, Literal, Self, SupportsIndex, TypeVar, overload

from . import message, message_list

_M = TypeVar("_M", bound=message.Message)
_V = TypeVar("_V")

class _Messages(message_list.Messages, Generic[_M]):
    @overload
    def __getitem__(self, key: int | str) -> _M: ...
    @overload
    def __getitem__(self, key: slice) -> list[_M]: ...
    def __iter__(self) -> Iterator[_M]: ...
    def __add__(self, many: Iterable[_M | Mapping[str, Any]], /) -> list[_M | Mapping[str, Any]]: ...
    def __iadd__(self, many: Iterable[_M | Mapping[str, Any]], /) -> Self: ...
    def add(self, **fields: Any) -> _M: ...

class _Values(message_list.Values, Generic[_V]):
    @overload
    def __getitem__(self, place: int) -> _V: ...
    @overload
    def __getitem__(self, place: slice) -> list[_V]: ...
    def __iter__(self) -> Iterator[_V]: ...
    @overload
    def __add__(self, many: Iterable[_V], /) -> list[_V]: ...
    @overload
    def __add__(self, many: Iterable[_V | str], /) -> list[_V | str]: ...

class Scenario(message.Message):
    def __init__(
        self,
        *,
        name: str | None = ...,
        description: str | None = ...,
        include: Iterable[str] = ...,
        network: Network | Mapping[str, Any] | None = ...,
        processes: Processes | Mapping[str, Any] | None = ...,
        services: Services | Mapping[str, Any] | None = ...,
        demand: Demand | Mapping[str, Any] | None = ...,
        experiment: Experiment | Mapping[str, Any] | None = ...,
        sources: Iterable[Source | Mapping[str, Any]] = ...,
        change: Change | Mapping[str, Any] | None = ...,
        fleets: Fleets | Mapping[str, Any] | None = ...,
        costs: Costs | Mapping[str, Any] | None = ...,
        disruptions: Disruptions | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """required in the file that is run"""
    @name.setter
    def name(self, value: str | None) -> None: ...
    @property
    def description(self) -> str: ...
    @description.setter
    def description(self, value: str | None) -> None: ...
    @property
    def include(self) -> _Values[str]: ...
    @include.setter
    def include(self, value: Iterable[str]) -> None: ...
    @property
    def network(self) -> Network: ...
    @network.setter
    def network(self, value: Network | Mapping[str, Any] | None) -> None: ...
    @property
    def processes(self) -> Processes: ...
    @processes.setter
    def processes(self, value: Processes | Mapping[str, Any] | None) -> None: ...
    @property
    def services(self) -> Services: ...
    @services.setter
    def services(self, value: Services | Mapping[str, Any] | None) -> None: ...
    @property
    def demand(self) -> Demand: ...
    @demand.setter
    def demand(self, value: Demand | Mapping[str, Any] | None) -> None: ...
    @property
    def experiment(self) -> Experiment: ...
    @experiment.setter
    def experiment(self, value: Experiment | Mapping[str, Any] | None) -> None: ...
    @property
    def sources(self) -> _Messages[Source]: ...
    @sources.setter
    def sources(self, value: Iterable[Source | Mapping[str, Any]]) -> None: ...
    @property
    def change(self) -> Change: ...
    @change.setter
    def change(self, value: Change | Mapping[str, Any] | None) -> None: ...
    @property
    def fleets(self) -> Fleets: ...
    @fleets.setter
    def fleets(self, value: Fleets | Mapping[str, Any] | None) -> None: ...
    @property
    def costs(self) -> Costs: ...
    @costs.setter
    def costs(self, value: Costs | Mapping[str, Any] | None) -> None: ...
    @property
    def disruptions(self) -> Disruptions: ...
    @disruptions.setter
    def disruptions(self, value: Disruptions | Mapping[str, Any] | None) -> None: ...

class Network(message.Message):
    def __init__(
        self,
        *,
        points: Iterable[OperatingPoint | Mapping[str, Any]] = ...,
        lines: Iterable[Line | Mapping[str, Any]] = ...,
        train_classes: Iterable[TrainClass | Mapping[str, Any]] = ...,
        dispatching: Dispatching | Mapping[str, Any] | None = ...,
        graph_reliability: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def points(self) -> _Messages[OperatingPoint]: ...
    @points.setter
    def points(self, value: Iterable[OperatingPoint | Mapping[str, Any]]) -> None: ...
    @property
    def lines(self) -> _Messages[Line]: ...
    @lines.setter
    def lines(self, value: Iterable[Line | Mapping[str, Any]]) -> None: ...
    @property
    def train_classes(self) -> _Messages[TrainClass]:
        """at most 200"""
    @train_classes.setter
    def train_classes(self, value: Iterable[TrainClass | Mapping[str, Any]]) -> None: ...
    @property
    def dispatching(self) -> Dispatching: ...
    @dispatching.setter
    def dispatching(self, value: Dispatching | Mapping[str, Any] | None) -> None: ...
    @property
    def graph_reliability(self) -> float | None:
        """Reliability alpha of the 1520 practice: the part of graph periods that a timetable plans with. For the
        table of capacity only; no train is held back for it. 0.1..1, default 0.9.
        """
    @graph_reliability.setter
    def graph_reliability(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class OperatingPoint(message.Message):
    """A place where trains start, stop, are handled or meet."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        name: str | None = ...,
        role: Literal['ROLE_UNSPECIFIED', 'STATION', 'ORIGIN_HUB', 'BORDER', 'JUNCTION', 'PORT', 'TERMINAL'] | None = ...,
        country: str | None = ...,
        railway: str | None = ...,
        gauges_mm: Iterable[int] = ...,
        latitude_deg: float | None = ...,
        longitude_deg: float | None = ...,
        unlocode: str | None = ...,
        time_zone: str | None = ...,
        tracks: Iterable[TrackGroup | Mapping[str, Any]] = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        local_names: Iterable[LocalName | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique, [A-Z0-9_]+, e.g. 'BY_BRE'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def name(self) -> str:
        """as people write it, UTF-8"""
    @name.setter
    def name(self, value: str | None) -> None: ...
    @property
    def role(self) -> Literal['ROLE_UNSPECIFIED', 'STATION', 'ORIGIN_HUB', 'BORDER', 'JUNCTION', 'PORT', 'TERMINAL']: ...
    @role.setter
    def role(self, value: Literal['ROLE_UNSPECIFIED', 'STATION', 'ORIGIN_HUB', 'BORDER', 'JUNCTION', 'PORT', 'TERMINAL'] | None) -> None: ...
    @property
    def country(self) -> str:
        """ISO 3166 alpha-2; may be empty"""
    @country.setter
    def country(self, value: str | None) -> None: ...
    @property
    def railway(self) -> str:
        """railway administration or operator; recorded, not yet applied"""
    @railway.setter
    def railway(self, value: str | None) -> None: ...
    @property
    def gauges_mm(self) -> _Values[int]:
        """each of 1435, 1520, 1668; every line that ends here must find its gauge"""
    @gauges_mm.setter
    def gauges_mm(self, value: Iterable[int]) -> None: ...
    @property
    def latitude_deg(self) -> float:
        """-90..90"""
    @latitude_deg.setter
    def latitude_deg(self, value: float | None) -> None: ...
    @property
    def longitude_deg(self) -> float:
        """-180..180"""
    @longitude_deg.setter
    def longitude_deg(self, value: float | None) -> None: ...
    @property
    def unlocode(self) -> str:
        """e.g. 'BYBQT'; may be empty; 'none' and empty: run with diesel where costs are stated"""
    @unlocode.setter
    def unlocode(self, value: str | None) -> None: ...
    @property
    def time_zone(self) -> str:
        """IANA name, e.g. 'Europe/Minsk'; default UTC"""
    @time_zone.setter
    def time_zone(self, value: str | None) -> None: ...
    @property
    def tracks(self) -> _Messages[TrackGroup]:
        """at most 100"""
    @tracks.setter
    def tracks(self, value: Iterable[TrackGroup | Mapping[str, Any]]) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def local_names(self) -> _Messages[LocalName]:
        """for maps and reports; each language once"""
    @local_names.setter
    def local_names(self, value: Iterable[LocalName | Mapping[str, Any]]) -> None: ...

class TrackGroup(message.Message):
    """Receiving tracks of one gauge. They set which trains can be received (length) and, if
    Dispatching.station_tracks says so, how many, and which may pass.
    """
    def __init__(
        self,
        *,
        gauge_mm: int | None = ...,
        count: int | None = ...,
        usable_length_m: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def gauge_mm(self) -> int:
        """one of the point's gauges"""
    @gauge_mm.setter
    def gauge_mm(self, value: int | None) -> None: ...
    @property
    def count(self) -> int:
        """1..500"""
    @count.setter
    def count(self, value: int | None) -> None: ...
    @property
    def usable_length_m(self) -> float:
        """50..5000"""
    @usable_length_m.setter
    def usable_length_m(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Provenance(message.Message):
    """The origin of one or several fields of the message that holds it."""
    def __init__(
        self,
        *,
        fields: Iterable[str] = ...,
        sources: Iterable[str] = ...,
        confidence: Literal['CONFIDENCE_UNSPECIFIED', 'CONFIDENCE_A', 'CONFIDENCE_B', 'CONFIDENCE_C'] | None = ...,
        assumption: bool | None = ...,
        note: str | None = ...,
    ) -> None: ...
    @property
    def fields(self) -> _Values[str]:
        """Field names of the enclosing message, e.g. 'length_km'. Empty: all fields not named by another
        Provenance of the same message. Unknown names are an error.
        """
    @fields.setter
    def fields(self, value: Iterable[str]) -> None: ...
    @property
    def sources(self) -> _Values[str]:
        """Ids of Source messages, e.g. 'S071'. Unknown ids are an error. Empty only for assumptions."""
    @sources.setter
    def sources(self, value: Iterable[str]) -> None: ...
    @property
    def confidence(self) -> Literal['CONFIDENCE_UNSPECIFIED', 'CONFIDENCE_A', 'CONFIDENCE_B', 'CONFIDENCE_C']: ...
    @confidence.setter
    def confidence(self, value: Literal['CONFIDENCE_UNSPECIFIED', 'CONFIDENCE_A', 'CONFIDENCE_B', 'CONFIDENCE_C'] | None) -> None: ...
    @property
    def assumption(self) -> bool:
        """True when the figure is assumed. CONFIDENCE_C figures must set it."""
    @assumption.setter
    def assumption(self, value: bool | None) -> None: ...
    @property
    def note(self) -> str:
        """Why this figure; how it was derived. Required for assumptions."""
    @note.setter
    def note(self, value: str | None) -> None: ...

class LocalName(message.Message):
    """A point's name in another language or script."""
    def __init__(
        self,
        *,
        language: str | None = ...,
        name: str | None = ...,
    ) -> None: ...
    @property
    def language(self) -> str:
        """ISO 639, two or three small letters: 'zh', 'ru'; required"""
    @language.setter
    def language(self, value: str | None) -> None: ...
    @property
    def name(self) -> str:
        """UTF-8; required"""
    @name.setter
    def name(self, value: str | None) -> None: ...

class Line(message.Message):
    """A railway line (or a ship's lane) between two operating points, in both directions, cut into line sections
    by passing places.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        from_: str | None = ...,
        to: str | None = ...,
        mode: Literal['MODE_UNSPECIFIED', 'RAIL', 'SEA'] | None = ...,
        gauge_mm: int | None = ...,
        length_km: float | None = ...,
        tracks: int | None = ...,
        passing_places: int | None = ...,
        speed_km_per_day: float | None = ...,
        run_time_factor: Distribution | Mapping[str, Any] | None = ...,
        headway: timedelta | str | None = ...,
        headways: Iterable[HeadwayPair | Mapping[str, Any]] = ...,
        clearing: timedelta | str | None = ...,
        paths_per_day: float | None = ...,
        accepted_at_to_per_day: int | None = ...,
        accepted_at_from_per_day: int | None = ...,
        loading_limit_towards_to: int | None = ...,
        loading_limit_towards_from: int | None = ...,
        max_train_length_m: float | None = ...,
        max_gross_t: float | None = ...,
        max_feu: float | None = ...,
        electrification: str | None = ...,
        zone: str | None = ...,
        closed: bool | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        passing_tracks: int | None = ...,
        fleeting: int | None = ...,
        possessions: Iterable[Possession | Mapping[str, Any]] = ...,
        opening_hours: OpeningHours | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique, e.g. 'L125'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def from_(self) -> str:
        """OperatingPoint.id"""
    @from_.setter
    def from_(self, value: str | None) -> None: ...
    @property
    def to(self) -> str:
        """OperatingPoint.id, another one"""
    @to.setter
    def to(self, value: str | None) -> None: ...
    @property
    def mode(self) -> Literal['MODE_UNSPECIFIED', 'RAIL', 'SEA']: ...
    @mode.setter
    def mode(self, value: Literal['MODE_UNSPECIFIED', 'RAIL', 'SEA'] | None) -> None: ...
    @property
    def gauge_mm(self) -> int:
        """1435, 1520, 1668; 0 for SEA"""
    @gauge_mm.setter
    def gauge_mm(self, value: int | None) -> None: ...
    @property
    def length_km(self) -> float:
        """> 0, <= 5000"""
    @length_km.setter
    def length_km(self, value: float | None) -> None: ...
    @property
    def tracks(self) -> int:
        """1: one direction at a time on each section. 2 to 20: each direction has its own track. 0 only for SEA:
        no limit.
        """
    @tracks.setter
    def tracks(self, value: int | None) -> None: ...
    @property
    def passing_places(self) -> int:
        """Places between `from` and `to` where trains can pass on a single-track line, evenly spaced; they cut
        it into passing_places + 1 equal line sections. 0..500, 0 for double track.
        """
    @passing_places.setter
    def passing_places(self, value: int | None) -> None: ...
    @property
    def speed_km_per_day(self) -> float:
        """Mean speed between stations, without the waits that the model makes itself (meets on single track,
        headways, paths, borders), of a train of class speed_factor 1. 20..3000.
        """
    @speed_km_per_day.setter
    def speed_km_per_day(self, value: float | None) -> None: ...
    @property
    def run_time_factor(self) -> Distribution:
        """Each train's run time over a section is multiplied by one draw of this; unit FACTOR, mean near 1
        (0.5..2), every draw > 0 (a `minimum`, or a law that starts above 0). Default: always 1.
        """
    @run_time_factor.setter
    def run_time_factor(self, value: Distribution | Mapping[str, Any] | None) -> None: ...
    @property
    def headway(self) -> timedelta | None:
        """Least time between two trains entering the same track in the same direction; default 10 min on double
        track. On single track: unset means one train at a time in the section; set, trains of one direction
        may follow each other at this headway. 0..1 day.
        """
    @headway.setter
    def headway(self, value: timedelta | str | None) -> None: ...
    @property
    def headways(self) -> _Messages[HeadwayPair]:
        """Class-specific headways; win over `headway`. Each pair once."""
    @headways.setter
    def headways(self, value: Iterable[HeadwayPair | Mapping[str, Any]]) -> None: ...
    @property
    def clearing(self) -> timedelta | None:
        """Time a single-track section stays blocked after a train has left it; default 0, at most 1 day."""
    @clearing.setter
    def clearing(self, value: timedelta | str | None) -> None: ...
    @property
    def paths_per_day(self) -> float | None:
        """Trains that may enter per day and direction, evenly spaced: the next train of a direction enters one
        day / paths_per_day after the last one at the earliest. Unset: no limit. 1..1440. Not for lanes
        without limit (tracks 0).
        """
    @paths_per_day.setter
    def paths_per_day(self, value: float | None) -> None: ...
    @property
    def accepted_at_to_per_day(self) -> int | None:
        """Trains a day that the railway at `to` accepts over this line, and that at `from` in the other
        direction, as neighbours agree. A day begins at midnight by the clock of the accepting point, which
        must have a `time_zone`. Trains beyond it stand where they are and go first the day after. Unset: no
        limit. 1..1000. Not for lanes without limit (tracks 0).
        """
    @accepted_at_to_per_day.setter
    def accepted_at_to_per_day(self, value: int | None) -> None: ...
    @property
    def accepted_at_from_per_day(self) -> int | None: ...
    @accepted_at_from_per_day.setter
    def accepted_at_from_per_day(self, value: int | None) -> None: ...
    @property
    def loading_limit_towards_to(self) -> int | None:
        """Loading limit: trains on their way from their first origins to this line at most, towards `to` and
        towards `from`. A train counts from when it may be loaded until it enters the line; the others wait at
        their origins, off the tracks. Origins ask, and are answered, with Dispatching.notice, in one second
        where that is 0. Trains that are loaded behind a change of gauge on their way neither ask nor count;
        trains of some origin have to. Not with re-routing. Unset: no limit. 1..10000.
        """
    @loading_limit_towards_to.setter
    def loading_limit_towards_to(self, value: int | None) -> None: ...
    @property
    def loading_limit_towards_from(self) -> int | None: ...
    @loading_limit_towards_from.setter
    def loading_limit_towards_from(self, value: int | None) -> None: ...
    @property
    def max_train_length_m(self) -> float:
        """0: no limit; else 50..5000"""
    @max_train_length_m.setter
    def max_train_length_m(self, value: float | None) -> None: ...
    @property
    def max_gross_t(self) -> float:
        """recorded, not yet applied; 0: not known; at most 50000"""
    @max_gross_t.setter
    def max_gross_t(self, value: float | None) -> None: ...
    @property
    def max_feu(self) -> float:
        """longest train in 40-ft units; 0: no limit; else 1..400"""
    @max_feu.setter
    def max_feu(self, value: float | None) -> None: ...
    @property
    def electrification(self) -> str:
        """'none', '25kV', '15kV', '3kV', '1.5kV', 'mixed', or empty. For costs: trains burn diesel on 'none' and
        empty.
        """
    @electrification.setter
    def electrification(self, value: str | None) -> None: ...
    @property
    def zone(self) -> str:
        """rule set it belongs to, e.g. 'PL'; recorded, not yet applied"""
    @zone.setter
    def zone(self, value: str | None) -> None: ...
    @property
    def closed(self) -> bool:
        """not available in this scenario; kept for what-ifs"""
    @closed.setter
    def closed(self, value: bool | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def passing_tracks(self) -> int:
        """Tracks at each passing place, as long as max_train_length_m. 2..20, default 2. Needs passing_places."""
    @passing_tracks.setter
    def passing_tracks(self, value: int | None) -> None: ...
    @property
    def fleeting(self) -> int | None:
        """Single track: the directions take turns. While both wait, so many trains of one enter a section in a
        row, then as many of the other. Unset: by priority, then first come, first served. 1..100.
        """
    @fleeting.setter
    def fleeting(self, value: int | None) -> None: ...
    @property
    def possessions(self) -> _Messages[Possession]:
        """When it is closed to all trains, each section of it. No train enters a section that it could not leave
        before it closes; one that reaches the end of double track has left it. A train that would take longer
        than the longest time a week between two closings passes in just that time. Not for lanes without
        limit (tracks 0).
        """
    @possessions.setter
    def possessions(self, value: Iterable[Possession | Mapping[str, Any]]) -> None: ...
    @property
    def opening_hours(self) -> OpeningHours:
        """The hours in which it takes trains, e.g. freight at night only: closed to all trains outside them, as
        by a possession. Default: always open.
        """
    @opening_hours.setter
    def opening_hours(self, value: OpeningHours | Mapping[str, Any] | None) -> None: ...

class Distribution(message.Message):
    """The law of a random duration or factor: a fixed minimum plus a variable part. Each draw is one uniform
    number turned into a value by inversion.
    """
    class Exponential(message.Message):
        def __init__(
            self,
            *,
            mean: float | None = ...,
        ) -> None: ...
        @property
        def mean(self) -> float:
            """> 0"""
        @mean.setter
        def mean(self, value: float | None) -> None: ...
    class Lognormal(message.Message):
        """Given by exactly two of: (mean, scv), (median, p90), (mean, p90). (mean, p90) exists only for p90/mean
        <= exp(z^2/2) = 2.273; of its two roots the smaller is taken (docs/verification.md, A21).
        """
        def __init__(
            self,
            *,
            mean: float | None = ...,
            scv: float | None = ...,
            median: float | None = ...,
            p90: float | None = ...,
        ) -> None: ...
        @property
        def mean(self) -> float | None:
            """> 0"""
        @mean.setter
        def mean(self, value: float | None) -> None: ...
        @property
        def scv(self) -> float | None:
            """squared coefficient of variation, 1e-6..1e4"""
        @scv.setter
        def scv(self, value: float | None) -> None: ...
        @property
        def median(self) -> float | None:
            """> 0"""
        @median.setter
        def median(self, value: float | None) -> None: ...
        @property
        def p90(self) -> float | None:
            """> median, or > mean"""
        @p90.setter
        def p90(self, value: float | None) -> None: ...
    class Triangular(message.Message):
        def __init__(
            self,
            *,
            low: float | None = ...,
            mode: float | None = ...,
            high: float | None = ...,
        ) -> None: ...
        @property
        def low(self) -> float: ...
        @low.setter
        def low(self, value: float | None) -> None: ...
        @property
        def mode(self) -> float: ...
        @mode.setter
        def mode(self, value: float | None) -> None: ...
        @property
        def high(self) -> float: ...
        @high.setter
        def high(self, value: float | None) -> None: ...
    class Uniform(message.Message):
        def __init__(
            self,
            *,
            low: float | None = ...,
            high: float | None = ...,
        ) -> None: ...
        @property
        def low(self) -> float: ...
        @low.setter
        def low(self, value: float | None) -> None: ...
        @property
        def high(self) -> float: ...
        @high.setter
        def high(self, value: float | None) -> None: ...
    class Gamma(message.Message):
        def __init__(
            self,
            *,
            mean: float | None = ...,
            scv: float | None = ...,
        ) -> None: ...
        @property
        def mean(self) -> float:
            """> 0"""
        @mean.setter
        def mean(self, value: float | None) -> None: ...
        @property
        def scv(self) -> float:
            """1e-6..1e4"""
        @scv.setter
        def scv(self, value: float | None) -> None: ...
    class Weibull(message.Message):
        def __init__(
            self,
            *,
            scale: float | None = ...,
            shape: float | None = ...,
        ) -> None: ...
        @property
        def scale(self) -> float:
            """> 0"""
        @scale.setter
        def scale(self, value: float | None) -> None: ...
        @property
        def shape(self) -> float:
            """0.1..1000, dimensionless"""
        @shape.setter
        def shape(self, value: float | None) -> None: ...
    class Trace(message.Message):
        """Values used in order: the n-th train of its service gets the n-th value; after the last one the list
        starts again. For tests and replays.
        """
        def __init__(
            self,
            *,
            values: Iterable[float] = ...,
        ) -> None: ...
        @property
        def values(self) -> _Values[float]:
            """at least one"""
        @values.setter
        def values(self, value: Iterable[float]) -> None: ...
    def __init__(
        self,
        *,
        unit: Literal['UNIT_UNSPECIFIED', 'SECONDS', 'MINUTES', 'HOURS', 'DAYS', 'FACTOR'] | None = ...,
        minimum: float | None = ...,
        constant: float | None = ...,
        exponential: Distribution.Exponential | Mapping[str, Any] | None = ...,
        lognormal: Distribution.Lognormal | Mapping[str, Any] | None = ...,
        triangular: Distribution.Triangular | Mapping[str, Any] | None = ...,
        uniform: Distribution.Uniform | Mapping[str, Any] | None = ...,
        gamma: Distribution.Gamma | Mapping[str, Any] | None = ...,
        weibull: Distribution.Weibull | Mapping[str, Any] | None = ...,
        trace: Distribution.Trace | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @property
    def unit(self) -> Literal['UNIT_UNSPECIFIED', 'SECONDS', 'MINUTES', 'HOURS', 'DAYS', 'FACTOR']: ...
    @unit.setter
    def unit(self, value: Literal['UNIT_UNSPECIFIED', 'SECONDS', 'MINUTES', 'HOURS', 'DAYS', 'FACTOR'] | None) -> None: ...
    @property
    def minimum(self) -> float:
        """Added to every draw of the variable part. Finite, >= 0; default 0."""
    @minimum.setter
    def minimum(self, value: float | None) -> None: ...
    @property
    def constant(self) -> float | None: ...
    @constant.setter
    def constant(self, value: float | None) -> None: ...
    @property
    def exponential(self) -> Distribution.Exponential: ...
    @exponential.setter
    def exponential(self, value: Distribution.Exponential | Mapping[str, Any] | None) -> None: ...
    @property
    def lognormal(self) -> Distribution.Lognormal: ...
    @lognormal.setter
    def lognormal(self, value: Distribution.Lognormal | Mapping[str, Any] | None) -> None: ...
    @property
    def triangular(self) -> Distribution.Triangular: ...
    @triangular.setter
    def triangular(self, value: Distribution.Triangular | Mapping[str, Any] | None) -> None: ...
    @property
    def uniform(self) -> Distribution.Uniform: ...
    @uniform.setter
    def uniform(self, value: Distribution.Uniform | Mapping[str, Any] | None) -> None: ...
    @property
    def gamma(self) -> Distribution.Gamma: ...
    @gamma.setter
    def gamma(self, value: Distribution.Gamma | Mapping[str, Any] | None) -> None: ...
    @property
    def weibull(self) -> Distribution.Weibull: ...
    @weibull.setter
    def weibull(self, value: Distribution.Weibull | Mapping[str, Any] | None) -> None: ...
    @property
    def trace(self) -> Distribution.Trace: ...
    @trace.setter
    def trace(self, value: Distribution.Trace | Mapping[str, Any] | None) -> None: ...

class HeadwayPair(message.Message):
    """The time between a train of the one class and the next one of the other; all fields required."""
    def __init__(
        self,
        *,
        leader_class: str | None = ...,
        follower_class: str | None = ...,
        headway: timedelta | str | None = ...,
    ) -> None: ...
    @property
    def leader_class(self) -> str:
        """TrainClass.id"""
    @leader_class.setter
    def leader_class(self, value: str | None) -> None: ...
    @property
    def follower_class(self) -> str:
        """TrainClass.id"""
    @follower_class.setter
    def follower_class(self, value: str | None) -> None: ...
    @property
    def headway(self) -> timedelta | None:
        """0..1 day"""
    @headway.setter
    def headway(self, value: timedelta | str | None) -> None: ...

class Possession(message.Message):
    """When a line is closed to trains: every week, or once."""
    def __init__(
        self,
        *,
        weekly: Iterable[WeeklyHours | Mapping[str, Any]] = ...,
        dates: Dates | Mapping[str, Any] | None = ...,
        from_: str | None = ...,
        to: str | None = ...,
        time_zone: str | None = ...,
    ) -> None: ...
    @property
    def weekly(self) -> _Messages[WeeklyHours]: ...
    @weekly.setter
    def weekly(self, value: Iterable[WeeklyHours | Mapping[str, Any]]) -> None: ...
    @property
    def dates(self) -> Dates:
        """days on which `weekly` ones begin; default always"""
    @dates.setter
    def dates(self, value: Dates | Mapping[str, Any] | None) -> None: ...
    @property
    def from_(self) -> str:
        """once, without `weekly`: e.g. '2018-05-01T22:00'"""
    @from_.setter
    def from_(self, value: str | None) -> None: ...
    @property
    def to(self) -> str:
        """later than `from`; required with it"""
    @to.setter
    def to(self, value: str | None) -> None: ...
    @property
    def time_zone(self) -> str:
        """IANA name; default that of the line's `from`. One of the two must be stated"""
    @time_zone.setter
    def time_zone(self, value: str | None) -> None: ...

class WeeklyHours(message.Message):
    """A part of the day, on some days of the week or on all."""
    def __init__(
        self,
        *,
        days: Iterable[Literal['DAY_UNSPECIFIED', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']] = ...,
        from_: str | None = ...,
        to: str | None = ...,
        staffed: int | None = ...,
    ) -> None: ...
    @property
    def days(self) -> _Values[Literal['DAY_UNSPECIFIED', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']]:
        """on which it begins; each once. None: every day"""
    @days.setter
    def days(self, value: Iterable[Literal['DAY_UNSPECIFIED', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']]) -> None: ...
    @property
    def from_(self) -> str:
        """'00:00' to '23:59', required"""
    @from_.setter
    def from_(self, value: str | None) -> None: ...
    @property
    def to(self) -> str:
        """'00:00' to '24:00', required. Earlier than `from`: on the next day. Never equal to it"""
    @to.setter
    def to(self, value: str | None) -> None: ...
    @property
    def staffed(self) -> int:
        """How many servers or bays this shift works with, of a Resource or GaugeChange; those of shifts that
        overlap add up. 1..all of them. Default: all. As one ends, who is being served is served to the end.
        """
    @staffed.setter
    def staffed(self, value: int | None) -> None: ...

class Dates(message.Message):
    """Whole days, by the calendar of the time zone."""
    def __init__(
        self,
        *,
        first: str | None = ...,
        last: str | None = ...,
    ) -> None: ...
    @property
    def first(self) -> str:
        """e.g. '2017-01-27', required"""
    @first.setter
    def first(self, value: str | None) -> None: ...
    @property
    def last(self) -> str:
        """not before `first`; default `first`"""
    @last.setter
    def last(self, value: str | None) -> None: ...

class OpeningHours(message.Message):
    """When people and machines work."""
    def __init__(
        self,
        *,
        weekly: Iterable[WeeklyHours | Mapping[str, Any]] = ...,
        closed: Iterable[Dates | Mapping[str, Any]] = ...,
        time_zone: str | None = ...,
    ) -> None: ...
    @property
    def weekly(self) -> _Messages[WeeklyHours]:
        """at least one, e.g. one a shift; they may touch or overlap"""
    @weekly.setter
    def weekly(self, value: Iterable[WeeklyHours | Mapping[str, Any]]) -> None: ...
    @property
    def closed(self) -> _Messages[Dates]:
        """e.g. holidays"""
    @closed.setter
    def closed(self, value: Iterable[Dates | Mapping[str, Any]]) -> None: ...
    @property
    def time_zone(self) -> str:
        """IANA name; default that of the point. One of the two must be stated"""
    @time_zone.setter
    def time_zone(self, value: str | None) -> None: ...

class TrainClass(message.Message):
    def __init__(
        self,
        *,
        id: str | None = ...,
        speed_factor: float | None = ...,
        priority: int | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def speed_factor(self) -> float:
        """0.1..5; 0 is read as 1"""
    @speed_factor.setter
    def speed_factor(self, value: float | None) -> None: ...
    @property
    def priority(self) -> int:
        """0..7; lower goes first at sections of lines, station tracks that bind, and resources of discipline
        PRIORITY. Without Dispatching.ageing trains of a higher number may wait there without end.
        """
    @priority.setter
    def priority(self, value: int | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Dispatching(message.Message):
    """How trains are let into stations and sections."""
    def __init__(
        self,
        *,
        station_tracks: Literal['STATION_TRACKS_UNSPECIFIED', 'RECORDED', 'BINDING'] | None = ...,
        admission: Literal['ADMISSION_UNSPECIFIED', 'GUARANTEED', 'ROOM_ONLY'] | None = ...,
        ageing: timedelta | str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        notice: timedelta | str | None = ...,
        cap_rings: bool | None = ...,
    ) -> None: ...
    @property
    def station_tracks(self) -> Literal['STATION_TRACKS_UNSPECIFIED', 'RECORDED', 'BINDING']: ...
    @station_tracks.setter
    def station_tracks(self, value: Literal['STATION_TRACKS_UNSPECIFIED', 'RECORDED', 'BINDING'] | None) -> None: ...
    @property
    def admission(self) -> Literal['ADMISSION_UNSPECIFIED', 'GUARANTEED', 'ROOM_ONLY']:
        """BINDING only"""
    @admission.setter
    def admission(self, value: Literal['ADMISSION_UNSPECIFIED', 'GUARANTEED', 'ROOM_ONLY'] | None) -> None: ...
    @property
    def ageing(self) -> timedelta | None:
        """Waiting this much longer makes up for one step of TrainClass.priority at station tracks, sections and
        resources of discipline PRIORITY. At station tracks lines take turns, and this is between the trains
        of one line; between lines the wait since the last train of each came counts. Default: nothing does. >
        0, at most 365 days.
        """
    @ageing.setter
    def ageing(self, value: timedelta | str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def notice(self) -> timedelta | None:
        """How long requests, grants and news of free room take between stations. 0..1 hour, default 0. Single
        track is decided about this long before trains enter; trains ask up to three times as long before they
        are ready. So it costs time only where a run, the last stage or a lift is shorter than three notices
        (a run: than four, if trains may go another way at its end, by Disruption.rule DIVERT, turn back there
        by TURN, or take a locomotive); and where a train is made, waits for a locomotive, or comes in over
        double track and has no stage. BINDING: about single track between two ends with tracks both decide in
        turn, each about its own trains, and a notice less is needed. A track whose holder is known to leave
        is given on ahead of that, so where it costs no time it costs no tracks, but for those left onto
        single track with tracks at its other end only. That is known as it happens, and such a track given on
        two notices later at most. Chains of sections with two tracks at each passing place lose capacity
        beyond half a run (26.2 pairs a day of 25 min runs up to 12 min, 20 at 20 min); with more tracks it
        hangs on the order of trains. What it is, and what it costs where: docs/decisions/0015-notice.md.
        Double track, BINDING only: a train's entry is promised before its stage or lift ends, so its track,
        too, is given on in time (two tracks 20 min away, dwell 30 min: 57.6 trains a day up to 15 min); but
        not where paths or a quota limit what enters, nor to a train that takes a locomotive there. This long
        after a train has left a section, its other end knows of the room. Up to the run time that costs no
        capacity. From 5 min on, the stations of a single-track line need not be on one thread.
        """
    @notice.setter
    def notice(self, value: timedelta | str | None) -> None: ...
    @property
    def cap_rings(self) -> bool:
        """BINDING with GUARANTEED only. Where stations form a ring, or stations with one track lie one behind
        the other, no order of stations fits all trains, and they could end up waiting for each other in a
        circle. Then only so many trains are under way through such stations, from before they take a track at
        their first origin until they have left them, as cannot fill the smallest circle among them; the
        others are not loaded. No cap have rings that lead through a yard or that trains run through which
        begin behind a change of gauge: `validate` names their points. Origins ask, and are answered, with
        `notice`, in one second where that is 0. Not with Disruptions.rerouting. Default: false.
        """
    @cap_rings.setter
    def cap_rings(self, value: bool | None) -> None: ...

class Processes(message.Message):
    def __init__(
        self,
        *,
        resources: Iterable[Resource | Mapping[str, Any]] = ...,
        processes: Iterable[Process | Mapping[str, Any]] = ...,
        gauge_changes: Iterable[GaugeChange | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def resources(self) -> _Messages[Resource]: ...
    @resources.setter
    def resources(self, value: Iterable[Resource | Mapping[str, Any]]) -> None: ...
    @property
    def processes(self) -> _Messages[Process]: ...
    @processes.setter
    def processes(self, value: Iterable[Process | Mapping[str, Any]]) -> None: ...
    @property
    def gauge_changes(self) -> _Messages[GaugeChange]: ...
    @gauge_changes.setter
    def gauge_changes(self, value: Iterable[GaugeChange | Mapping[str, Any]]) -> None: ...

class Resource(message.Message):
    """Interchangeable servers at one point: inspection teams, customs posts, departure tracks."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        point: str | None = ...,
        servers: int | None = ...,
        discipline: Literal['DISCIPLINE_UNSPECIFIED', 'FIFO', 'PRIORITY'] | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        opening_hours: OpeningHours | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique in the scenario, e.g. 'BY_BRE.customs'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def point(self) -> str:
        """OperatingPoint.id"""
    @point.setter
    def point(self, value: str | None) -> None: ...
    @property
    def servers(self) -> int:
        """1..100000"""
    @servers.setter
    def servers(self, value: int | None) -> None: ...
    @property
    def discipline(self) -> Literal['DISCIPLINE_UNSPECIFIED', 'FIFO', 'PRIORITY']: ...
    @discipline.setter
    def discipline(self, value: Literal['DISCIPLINE_UNSPECIFIED', 'FIFO', 'PRIORITY'] | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def opening_hours(self) -> OpeningHours:
        """No work is begun outside them; Stage.at_closing says what becomes of work under way. Default: always
        open.
        """
    @opening_hours.setter
    def opening_hours(self, value: OpeningHours | Mapping[str, Any] | None) -> None: ...

class Process(message.Message):
    """The ordered stages a train goes through at a point. At most one Process fits each (point, role,
    direction).
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        point: str | None = ...,
        role: Literal['ROLE_UNSPECIFIED', 'ORIGIN', 'PASS', 'CHANGE_OF_GAUGE', 'DESTINATION'] | None = ...,
        direction: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None = ...,
        stages: Iterable[Stage | Mapping[str, Any]] = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def point(self) -> str: ...
    @point.setter
    def point(self, value: str | None) -> None: ...
    @property
    def role(self) -> Literal['ROLE_UNSPECIFIED', 'ORIGIN', 'PASS', 'CHANGE_OF_GAUGE', 'DESTINATION']: ...
    @role.setter
    def role(self, value: Literal['ROLE_UNSPECIFIED', 'ORIGIN', 'PASS', 'CHANGE_OF_GAUGE', 'DESTINATION'] | None) -> None: ...
    @property
    def direction(self) -> Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS']:
        """Required; BOTH_DIRECTIONS allowed. It is an error if no train of the role runs this way at the point,
        while trains of the role run the other way without a process.
        """
    @direction.setter
    def direction(self, value: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None) -> None: ...
    @property
    def stages(self) -> _Messages[Stage]: ...
    @stages.setter
    def stages(self, value: Iterable[Stage | Mapping[str, Any]]) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Stage(message.Message):
    def __init__(
        self,
        *,
        name: str | None = ...,
        kind: Literal['KIND_UNSPECIFIED', 'SERVICE', 'GAUGE_CHANGE'] | None = ...,
        resource: str | None = ...,
        duration: Distribution | Mapping[str, Any] | None = ...,
        share_of_trains: float | None = ...,
        inspected_share: float | None = ...,
        per_inspected_container: timedelta | str | None = ...,
        refrigerated_only: bool | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        at_closing: Literal['AT_CLOSING_UNSPECIFIED', 'PAUSES', 'FINISHES'] | None = ...,
        commodities: Iterable[str] = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """unique within the process, e.g. 'customs'"""
    @name.setter
    def name(self, value: str | None) -> None: ...
    @property
    def kind(self) -> Literal['KIND_UNSPECIFIED', 'SERVICE', 'GAUGE_CHANGE']: ...
    @kind.setter
    def kind(self, value: Literal['KIND_UNSPECIFIED', 'SERVICE', 'GAUGE_CHANGE'] | None) -> None: ...
    @property
    def resource(self) -> str:
        """Resource.id at the same point; SERVICE only, required"""
    @resource.setter
    def resource(self, value: str | None) -> None: ...
    @property
    def duration(self) -> Distribution:
        """Time per train, drawn per train; required. This and all that follows: SERVICE only."""
    @duration.setter
    def duration(self, value: Distribution | Mapping[str, Any] | None) -> None: ...
    @property
    def share_of_trains(self) -> float | None:
        """Share of trains that need this stage, drawn per train. 0..1, default 1."""
    @share_of_trains.setter
    def share_of_trains(self, value: float | None) -> None: ...
    @property
    def inspected_share(self) -> float:
        """Share of the train's containers inspected (binomial draw per train). 0..1, default 0."""
    @inspected_share.setter
    def inspected_share(self, value: float | None) -> None: ...
    @property
    def per_inspected_container(self) -> timedelta | None:
        """Added to the duration for each inspected container (a fixed time each, one after the other). 0..30
        days.
        """
    @per_inspected_container.setter
    def per_inspected_container(self, value: timedelta | str | None) -> None: ...
    @property
    def refrigerated_only(self) -> bool:
        """Only for trains that carry refrigerated containers (veterinary or phytosanitary checks)."""
    @refrigerated_only.setter
    def refrigerated_only(self, value: bool | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def at_closing(self) -> Literal['AT_CLOSING_UNSPECIFIED', 'PAUSES', 'FINISHES']:
        """only where `resource` has opening hours or a disruption closes it"""
    @at_closing.setter
    def at_closing(self, value: Literal['AT_CLOSING_UNSPECIFIED', 'PAUSES', 'FINISHES'] | None) -> None: ...
    @property
    def commodities(self) -> _Values[str]:
        """Only for trains that carry one of these (Commodity.id, each once), e.g. food to be seen by a
        veterinarian; `inspected_share` is then of their containers. Default: for all trains.
        """
    @commodities.setter
    def commodities(self, value: Iterable[str]) -> None: ...

class GaugeChange(message.Message):
    """A terminal that lifts containers from trains of one gauge to trains of another (or to ships, gauge 0). A
    train to be lifted takes one bay; a re-formed train first needs yard room for all its containers, is
    unloaded, and its containers are loaded later on new trains, each again in a bay.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        point: str | None = ...,
        from_gauge_mm: int | None = ...,
        to_gauge_mm: int | None = ...,
        bays: int | None = ...,
        lifts_per_hour: float | None = ...,
        work_factor: Distribution | Mapping[str, Any] | None = ...,
        bay_pool: str | None = ...,
        yard_teu: float | None = ...,
        reformation: Reformation | Mapping[str, Any] | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        opening_hours: OpeningHours | Mapping[str, Any] | None = ...,
        at_closing: Literal['AT_CLOSING_UNSPECIFIED', 'PAUSES', 'FINISHES'] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique, e.g. 'KZ_DOS.westbound'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def point(self) -> str: ...
    @point.setter
    def point(self, value: str | None) -> None: ...
    @property
    def from_gauge_mm(self) -> int:
        """One of the point's gauges, or 0 for ships. Each (point, from, to) once."""
    @from_gauge_mm.setter
    def from_gauge_mm(self, value: int | None) -> None: ...
    @property
    def to_gauge_mm(self) -> int:
        """another one"""
    @to_gauge_mm.setter
    def to_gauge_mm(self, value: int | None) -> None: ...
    @property
    def bays(self) -> int:
        """trains worked at the same time, 1..100"""
    @bays.setter
    def bays(self, value: int | None) -> None: ...
    @property
    def lifts_per_hour(self) -> float:
        """Containers lifted per hour in one bay, at most 1000; 0: no time. Gauge changes of one point may share
        bays by naming the same `bay_pool`.
        """
    @lifts_per_hour.setter
    def lifts_per_hour(self, value: float | None) -> None: ...
    @property
    def work_factor(self) -> Distribution:
        """Each work in a bay is multiplied by one draw (unit FACTOR); default always 1."""
    @work_factor.setter
    def work_factor(self, value: Distribution | Mapping[str, Any] | None) -> None: ...
    @property
    def bay_pool(self) -> str:
        """Name of the bays; gauge changes with the same name at the same point share them and must agree on
        `bays` and `yard_teu`. Default: own bays.
        """
    @bay_pool.setter
    def bay_pool(self, value: str | None) -> None: ...
    @property
    def yard_teu(self) -> float:
        """Room for containers between two trains, in TEU, at most 1e6; 0: no limit. Shared by `bay_pool`. Large
        enough for each train to be re-formed and, without `latest_departure`, for the next train (GROUP: for
        all trains of a group).
        """
    @yard_teu.setter
    def yard_teu(self, value: float | None) -> None: ...
    @property
    def reformation(self) -> Reformation: ...
    @reformation.setter
    def reformation(self, value: Reformation | Mapping[str, Any] | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def opening_hours(self) -> OpeningHours:
        """Of the bays: no train's work in one is begun outside them. Default: always open. Gauge changes that
        share a `bay_pool` must agree on these two as well.
        """
    @opening_hours.setter
    def opening_hours(self, value: OpeningHours | Mapping[str, Any] | None) -> None: ...
    @property
    def at_closing(self) -> Literal['AT_CLOSING_UNSPECIFIED', 'PAUSES', 'FINISHES']:
        """only with `opening_hours`, or where a disruption closes the bays"""
    @at_closing.setter
    def at_closing(self, value: Literal['AT_CLOSING_UNSPECIFIED', 'PAUSES', 'FINISHES'] | None) -> None: ...

class Reformation(message.Message):
    """How new trains are made of the containers of re-formed trains."""
    def __init__(
        self,
        *,
        rule: Literal['RULE_UNSPECIFIED', 'GROUP', 'FILL', 'BY_DESTINATION'] | None = ...,
        inbound_trains: int | None = ...,
        outbound_trains: int | None = ...,
        train_feu: float | None = ...,
        latest_departure: timedelta | str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        only_if_needed: bool | None = ...,
        reefer_plugs: int | None = ...,
    ) -> None: ...
    @property
    def rule(self) -> Literal['RULE_UNSPECIFIED', 'GROUP', 'FILL', 'BY_DESTINATION']: ...
    @rule.setter
    def rule(self, value: Literal['RULE_UNSPECIFIED', 'GROUP', 'FILL', 'BY_DESTINATION'] | None) -> None: ...
    @property
    def inbound_trains(self) -> int:
        """GROUP only, 1..20"""
    @inbound_trains.setter
    def inbound_trains(self, value: int | None) -> None: ...
    @property
    def outbound_trains(self) -> int:
        """GROUP only, 1..20"""
    @outbound_trains.setter
    def outbound_trains(self, value: int | None) -> None: ...
    @property
    def train_feu(self) -> float:
        """Capacity of new trains in FEU, 0.5..200; 0: what the lines of the onward leg allow. GROUP cuts into
        equal trains up to this.
        """
    @train_feu.setter
    def train_feu(self, value: float | None) -> None: ...
    @property
    def latest_departure(self) -> timedelta | None:
        """A train leaves at the latest this long after its first container was ready, however full. Unset: it
        waits until it is full. > 0, at most 365 days.
        """
    @latest_departure.setter
    def latest_departure(self, value: timedelta | str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def only_if_needed(self) -> bool:
        """Only trains too long for the onward leg are re-formed here, or trains whose containers part here;
        TrainService.reformed_share does not apply.
        """
    @only_if_needed.setter
    def only_if_needed(self, value: bool | None) -> None: ...
    @property
    def reefer_plugs(self) -> int | None:
        """Refrigerated containers that a new train can feed; those beyond it wait in the yard for the next
        train, at most `latest_departure` if that one has plugs enough, which must be set. A train with more
        of them is re-formed. 1..400, default: no limit.
        """
    @reefer_plugs.setter
    def reefer_plugs(self, value: int | None) -> None: ...

class Services(message.Message):
    def __init__(
        self,
        *,
        services: Iterable[TrainService | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def services(self) -> _Messages[TrainService]: ...
    @services.setter
    def services(self, value: Iterable[TrainService | Mapping[str, Any]]) -> None: ...

class TrainService(message.Message):
    """A block-train product from one point to another. Its trains fit the lines of their first leg, and a
    receiving track of each point where they are handled (points that state no tracks take any train).
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        origin: str | None = ...,
        destination: str | None = ...,
        direction: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None = ...,
        train_class: str | None = ...,
        formation: Formation | Mapping[str, Any] | None = ...,
        route_choice: RouteChoice | Mapping[str, Any] | None = ...,
        reformed_share: float | None = ...,
        length_m_per_feu: float | None = ...,
        locomotive_length_m: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique, e.g. 'CN_CKG-DE_DUI'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def origin(self) -> str:
        """OperatingPoint.id"""
    @origin.setter
    def origin(self, value: str | None) -> None: ...
    @property
    def destination(self) -> str:
        """OperatingPoint.id, reachable over lines and gauge changes"""
    @destination.setter
    def destination(self, value: str | None) -> None: ...
    @property
    def direction(self) -> Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS']:
        """WESTBOUND or EASTBOUND"""
    @direction.setter
    def direction(self, value: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None) -> None: ...
    @property
    def train_class(self) -> str:
        """TrainClass.id; default: speed_factor 1, priority 0"""
    @train_class.setter
    def train_class(self, value: str | None) -> None: ...
    @property
    def formation(self) -> Formation: ...
    @formation.setter
    def formation(self, value: Formation | Mapping[str, Any] | None) -> None: ...
    @property
    def route_choice(self) -> RouteChoice: ...
    @route_choice.setter
    def route_choice(self, value: RouteChoice | Mapping[str, Any] | None) -> None: ...
    @property
    def reformed_share(self) -> float:
        """Share of trains whose containers are re-formed at a change of gauge although the next line would take
        the train as it is. 0..1, default 0. Drawn per change of gauge; where trains are re-formed in groups
        (Reformation.GROUP), once for each `inbound_trains` trains in a row for the same onward leg, so that a
        group is re-formed together or not at all, unless a latest departure or trains whose routes part come
        in between. Trains too long for the next leg are always re-formed.
        """
    @reformed_share.setter
    def reformed_share(self, value: float | None) -> None: ...
    @property
    def length_m_per_feu(self) -> float:
        """train length per 40-ft unit, 5..50; default 14.0"""
    @length_m_per_feu.setter
    def length_m_per_feu(self, value: float | None) -> None: ...
    @property
    def locomotive_length_m(self) -> float:
        """1..200; default 35"""
    @locomotive_length_m.setter
    def locomotive_length_m(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Formation(message.Message):
    def __init__(
        self,
        *,
        rule: Literal['RULE_UNSPECIFIED', 'TIMETABLE', 'RATE', 'FULL_LOAD', 'FULL_LOAD_OR_LATEST', 'LIST', 'EMPTY_WAGONS'] | None = ...,
        train_feu: float | None = ...,
        least_feu: float | None = ...,
        departures: Iterable[WeeklyDeparture | Mapping[str, Any]] = ...,
        interval: Distribution | Mapping[str, Any] | None = ...,
        latest_departure: timedelta | str | None = ...,
        times: Iterable[timedelta | str] = ...,
        own_containers: int | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        keep_idle: int | None = ...,
        idle_for: timedelta | str | None = ...,
        time_zone: str | None = ...,
        reefer_plugs: int | None = ...,
    ) -> None: ...
    @property
    def rule(self) -> Literal['RULE_UNSPECIFIED', 'TIMETABLE', 'RATE', 'FULL_LOAD', 'FULL_LOAD_OR_LATEST', 'LIST', 'EMPTY_WAGONS']: ...
    @rule.setter
    def rule(self, value: Literal['RULE_UNSPECIFIED', 'TIMETABLE', 'RATE', 'FULL_LOAD', 'FULL_LOAD_OR_LATEST', 'LIST', 'EMPTY_WAGONS'] | None) -> None: ...
    @property
    def train_feu(self) -> float:
        """capacity, 0.5..200; required"""
    @train_feu.setter
    def train_feu(self, value: float | None) -> None: ...
    @property
    def least_feu(self) -> float:
        """Fewest FEU a train leaves with (TIMETABLE, RATE, LIST), 0..train_feu; departures below it are
        cancelled and counted.
        """
    @least_feu.setter
    def least_feu(self, value: float | None) -> None: ...
    @property
    def departures(self) -> _Messages[WeeklyDeparture]:
        """TIMETABLE"""
    @departures.setter
    def departures(self, value: Iterable[WeeklyDeparture | Mapping[str, Any]]) -> None: ...
    @property
    def interval(self) -> Distribution:
        """RATE: time between departures, mean >= 1 s"""
    @interval.setter
    def interval(self, value: Distribution | Mapping[str, Any] | None) -> None: ...
    @property
    def latest_departure(self) -> timedelta | None:
        """FULL_LOAD_OR_LATEST; > 0, at most 365 days"""
    @latest_departure.setter
    def latest_departure(self, value: timedelta | str | None) -> None: ...
    @property
    def times(self) -> _Values[timedelta]:
        """LIST, ascending, after the start of the run"""
    @times.setter
    def times(self, value: Iterable[timedelta | str]) -> None: ...
    @property
    def own_containers(self) -> int:
        """Containers each departing train brings itself, instead of waiting for demand (RATE, TIMETABLE, LIST):
        trains whose containers are not modelled before they depart. 0..train_feu, 40-ft, laden, dry.
        """
    @own_containers.setter
    def own_containers(self, value: int | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def keep_idle(self) -> int:
        """EMPTY_WAGONS: wagons or sets that stay; 0..1e6"""
    @keep_idle.setter
    def keep_idle(self, value: int | None) -> None: ...
    @property
    def idle_for(self) -> timedelta | None:
        """EMPTY_WAGONS: 0..365 days; default 0: at once"""
    @idle_for.setter
    def idle_for(self, value: timedelta | str | None) -> None: ...
    @property
    def time_zone(self) -> str:
        """Of `departures` (TIMETABLE): IANA name; default UTC. A time shown twice, as the clock is put back, is
        the first one; a time that the clock leaps over is the instant of the leap.
        """
    @time_zone.setter
    def time_zone(self, value: str | None) -> None: ...
    @property
    def reefer_plugs(self) -> int | None:
        """Refrigerated containers that a train can feed: plugs of its generator wagon. Those beyond it wait for
        the next train, and FULL_LOAD_OR_LATEST counts their time anew; TIMETABLE, RATE, LIST and
        FULL_LOAD_OR_LATEST only. 0..400, default: no limit. 0, by any rule: no generator wagon; then no
        refrigerated containers may be demanded of it.
        """
    @reefer_plugs.setter
    def reefer_plugs(self, value: int | None) -> None: ...

class WeeklyDeparture(message.Message):
    def __init__(
        self,
        *,
        day: Literal['DAY_UNSPECIFIED', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] | None = ...,
        time_of_day: timedelta | str | None = ...,
    ) -> None: ...
    @property
    def day(self) -> Literal['DAY_UNSPECIFIED', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']:
        """unset: every day"""
    @day.setter
    def day(self, value: Literal['DAY_UNSPECIFIED', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] | None) -> None: ...
    @property
    def time_of_day(self) -> timedelta | None:
        """0..24 h after midnight by the clock of Formation.time_zone"""
    @time_of_day.setter
    def time_of_day(self, value: timedelta | str | None) -> None: ...

class RouteChoice(message.Message):
    """Which way trains go. Routes run over lines and changes of gauge that are not closed."""
    def __init__(
        self,
        *,
        rule: Literal['RULE_UNSPECIFIED', 'SHORTEST', 'SPREAD', 'LOGIT'] | None = ...,
        routes: int | None = ...,
        scale_h: float | None = ...,
        via: Iterable[str] = ...,
        avoid: Iterable[str] = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def rule(self) -> Literal['RULE_UNSPECIFIED', 'SHORTEST', 'SPREAD', 'LOGIT']: ...
    @rule.setter
    def rule(self, value: Literal['RULE_UNSPECIFIED', 'SHORTEST', 'SPREAD', 'LOGIT'] | None) -> None: ...
    @property
    def routes(self) -> int:
        """1..20, default 3"""
    @routes.setter
    def routes(self, value: int | None) -> None: ...
    @property
    def scale_h(self) -> float:
        """LOGIT only, > 0, at most 10000"""
    @scale_h.setter
    def scale_h(self, value: float | None) -> None: ...
    @property
    def via(self) -> _Values[str]:
        """Points every route must pass, in this order."""
    @via.setter
    def via(self, value: Iterable[str]) -> None: ...
    @property
    def avoid(self) -> _Values[str]:
        """Points no route may pass; not the origin, the destination or a `via`."""
    @avoid.setter
    def avoid(self, value: Iterable[str]) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Demand(message.Message):
    def __init__(
        self,
        *,
        flows: Iterable[Flow | Mapping[str, Any]] = ...,
        matrices: Iterable[Matrix | Mapping[str, Any]] = ...,
        seasons: Iterable[Season | Mapping[str, Any]] = ...,
        growth: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        commodities: Iterable[Commodity | Mapping[str, Any]] = ...,
        part_loads: Iterable[PartLoads | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def flows(self) -> _Messages[Flow]: ...
    @flows.setter
    def flows(self, value: Iterable[Flow | Mapping[str, Any]]) -> None: ...
    @property
    def matrices(self) -> _Messages[Matrix]: ...
    @matrices.setter
    def matrices(self, value: Iterable[Matrix | Mapping[str, Any]]) -> None: ...
    @property
    def seasons(self) -> _Messages[Season]: ...
    @seasons.setter
    def seasons(self, value: Iterable[Season | Mapping[str, Any]]) -> None: ...
    @property
    def growth(self) -> float | None:
        """All containers_per_year of flows and matrices, and loads_per_year, times this, for what-ifs:
        0.01..100, default 1.
        """
    @growth.setter
    def growth(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def commodities(self) -> _Messages[Commodity]:
        """at most 250"""
    @commodities.setter
    def commodities(self, value: Iterable[Commodity | Mapping[str, Any]]) -> None: ...
    @property
    def part_loads(self) -> _Messages[PartLoads]: ...
    @part_loads.setter
    def part_loads(self, value: Iterable[PartLoads | Mapping[str, Any]]) -> None: ...

class Flow(message.Message):
    """Containers of one kind for one service, arriving at its origin at random (Poisson), at a rate that is
    constant or follows a season.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        service: str | None = ...,
        kind: Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY'] | None = ...,
        containers_per_year: float | None = ...,
        size_ft: int | None = ...,
        commodity: str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        season: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def service(self) -> str:
        """TrainService.id"""
    @service.setter
    def service(self, value: str | None) -> None: ...
    @property
    def kind(self) -> Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY']: ...
    @kind.setter
    def kind(self, value: Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY'] | None) -> None: ...
    @property
    def containers_per_year(self) -> float:
        """of 365 days; >= 0, <= 1e8"""
    @containers_per_year.setter
    def containers_per_year(self, value: float | None) -> None: ...
    @property
    def size_ft(self) -> int:
        """20, 40 or 45; default 40"""
    @size_ft.setter
    def size_ft(self, value: int | None) -> None: ...
    @property
    def commodity(self) -> str:
        """Commodity.id; any other text, e.g. 'machinery', is recorded only."""
    @commodity.setter
    def commodity(self, value: str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def season(self) -> str:
        """Season.id; default: evenly over the year"""
    @season.setter
    def season(self, value: str | None) -> None: ...

class Matrix(message.Message):
    """An origin-destination matrix: known totals per origin and per destination, and a seed that says which
    pairs exist and how strong they are. It is balanced (Furness, iterative proportional fitting) until both
    totals are met, then cut into flows over services by kind.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        direction: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None = ...,
        size_ft: int | None = ...,
        origins: Iterable[Margin | Mapping[str, Any]] = ...,
        destinations: Iterable[Margin | Mapping[str, Any]] = ...,
        seeds: Iterable[Seed | Mapping[str, Any]] = ...,
        kinds: Iterable[KindShare | Mapping[str, Any]] = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        season: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def direction(self) -> Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS']:
        """All its services run that way; BOTH_DIRECTIONS or unset: any."""
    @direction.setter
    def direction(self, value: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None) -> None: ...
    @property
    def size_ft(self) -> int:
        """20, 40 or 45; default 40"""
    @size_ft.setter
    def size_ft(self, value: int | None) -> None: ...
    @property
    def origins(self) -> _Messages[Margin]:
        """Each point once; the sum of each list > 0."""
    @origins.setter
    def origins(self, value: Iterable[Margin | Mapping[str, Any]]) -> None: ...
    @property
    def destinations(self) -> _Messages[Margin]:
        """scaled to the sum of `origins`"""
    @destinations.setter
    def destinations(self, value: Iterable[Margin | Mapping[str, Any]]) -> None: ...
    @property
    def seeds(self) -> _Messages[Seed]:
        """each service once, at least one; pairs not listed carry nothing"""
    @seeds.setter
    def seeds(self, value: Iterable[Seed | Mapping[str, Any]]) -> None: ...
    @property
    def kinds(self) -> _Messages[KindShare]:
        """sum 1; none: all DRY_LADEN"""
    @kinds.setter
    def kinds(self, value: Iterable[KindShare | Mapping[str, Any]]) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def season(self) -> str:
        """Season.id, of all its flows; default: evenly over the year"""
    @season.setter
    def season(self, value: str | None) -> None: ...

class Margin(message.Message):
    def __init__(
        self,
        *,
        point: str | None = ...,
        containers_per_year: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def point(self) -> str: ...
    @point.setter
    def point(self, value: str | None) -> None: ...
    @property
    def containers_per_year(self) -> float:
        """>= 0, <= 1e8"""
    @containers_per_year.setter
    def containers_per_year(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Seed(message.Message):
    def __init__(
        self,
        *,
        service: str | None = ...,
        weight: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def service(self) -> str:
        """its origin and destination must be margins of the matrix"""
    @service.setter
    def service(self, value: str | None) -> None: ...
    @property
    def weight(self) -> float:
        """> 0, <= 1e12"""
    @weight.setter
    def weight(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class KindShare(message.Message):
    def __init__(
        self,
        *,
        kind: Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY'] | None = ...,
        share: float | None = ...,
        commodity: str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def kind(self) -> Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY']: ...
    @kind.setter
    def kind(self, value: Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY'] | None) -> None: ...
    @property
    def share(self) -> float:
        """0..1"""
    @share.setter
    def share(self, value: float | None) -> None: ...
    @property
    def commodity(self) -> str:
        """as Flow.commodity"""
    @commodity.setter
    def commodity(self, value: str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Season(message.Message):
    """How a year's containers are spread over it. The sum of every calendar year stays what it is without: by
    each draw one container, at another time.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        monthly: Iterable[float] = ...,
        special: Iterable[SpecialDays | Mapping[str, Any]] = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def monthly(self) -> _Values[float]:
        """Parts of the year's containers, January to December, on any scale; evenly within each month. 12
        numbers, each 0..1e9, not all 0 (UTC). None: evenly over the year.
        """
    @monthly.setter
    def monthly(self, value: Iterable[float]) -> None: ...
    @property
    def special(self) -> _Messages[SpecialDays]:
        """Days on which other than usual numbers are released, e.g. around Chinese New Year; no day twice (UTC)."""
    @special.setter
    def special(self, value: Iterable[SpecialDays | Mapping[str, Any]]) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class SpecialDays(message.Message):
    def __init__(
        self,
        *,
        dates: Dates | Mapping[str, Any] | None = ...,
        factor: float | None = ...,
    ) -> None: ...
    @property
    def dates(self) -> Dates:
        """required"""
    @dates.setter
    def dates(self, value: Dates | Mapping[str, Any] | None) -> None: ...
    @property
    def factor(self) -> float:
        """of what a day of the month has otherwise, 0..100"""
    @factor.setter
    def factor(self, value: float | None) -> None: ...

class Commodity(message.Message):
    """Goods with rules of their own, e.g. food. Flows, kinds of a matrix and part loads name it as their
    commodity; at least one does. Stage.commodities says which stages it goes through.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        max_transit: timedelta | str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def max_transit(self) -> timedelta | None:
        """The longest that its containers should take. They travel on beyond it: how many took longer, from
        release and from the first departure to the arrival, is a result. Above 0, at most 365 days; default:
        no limit.
        """
    @max_transit.setter
    def max_transit(self, value: timedelta | str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class PartLoads(message.Message):
    """Loads smaller than a container (LCL), coming at random (Poisson) to the origin of a service, where they
    are gathered into containers: one at a time, in the order in which the loads come. A container leaves when
    not even the smallest load would fit, when one comes that does not fit (it goes into the next container),
    or after `longest_wait`. Until then waits have the cause `consolidation`. Loads of different PartLoads
    never share a container.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        service: str | None = ...,
        loads_per_year: float | None = ...,
        least_share: float | None = ...,
        most_share: float | None = ...,
        longest_wait: timedelta | str | None = ...,
        unstuffing: timedelta | str | None = ...,
        kind: Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY'] | None = ...,
        size_ft: int | None = ...,
        commodity: str | None = ...,
        season: str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        stuffing: timedelta | str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def service(self) -> str:
        """TrainService.id"""
    @service.setter
    def service(self, value: str | None) -> None: ...
    @property
    def loads_per_year(self) -> float:
        """of 365 days; > 0, <= 1e8"""
    @loads_per_year.setter
    def loads_per_year(self, value: float | None) -> None: ...
    @property
    def least_share(self) -> float:
        """Of a container's room that a load takes, 0.001..1, in whole millionths (a third: 0.333333). Every size
        between the two is as likely; default of `most_share`: all loads are of `least_share`.
        """
    @least_share.setter
    def least_share(self, value: float | None) -> None: ...
    @property
    def most_share(self) -> float | None: ...
    @most_share.setter
    def most_share(self, value: float | None) -> None: ...
    @property
    def longest_wait(self) -> timedelta | None:
        """Of the first load of a container; above 0, at most 365 days. Default: it waits until the container is
        full.
        """
    @longest_wait.setter
    def longest_wait(self, value: timedelta | str | None) -> None: ...
    @property
    def unstuffing(self) -> timedelta | None:
        """At the destination, after the container's arrival: 0..365 days, default 0. Part of the loads' time
        only.
        """
    @unstuffing.setter
    def unstuffing(self, value: timedelta | str | None) -> None: ...
    @property
    def kind(self) -> Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY']:
        """of the containers; not EMPTY"""
    @kind.setter
    def kind(self, value: Literal['CONTAINER_KIND_UNSPECIFIED', 'DRY_LADEN', 'REEFER_LADEN', 'EMPTY'] | None) -> None: ...
    @property
    def size_ft(self) -> int:
        """20, 40 or 45; default 40"""
    @size_ft.setter
    def size_ft(self, value: int | None) -> None: ...
    @property
    def commodity(self) -> str:
        """as Flow.commodity"""
    @commodity.setter
    def commodity(self, value: str | None) -> None: ...
    @property
    def season(self) -> str:
        """Season.id; default: evenly over the year"""
    @season.setter
    def season(self, value: str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def stuffing(self) -> timedelta | None:
        """At the origin, from when no more loads go into a container until it waits for a train, e.g. to be
        packed, lashed, closed and cleared: 0..365 days, default 0. The next container is gathered meanwhile.
        """
    @stuffing.setter
    def stuffing(self, value: timedelta | str | None) -> None: ...

class Experiment(message.Message):
    def __init__(
        self,
        *,
        count_from: datetime | str | None = ...,
        spin_up: timedelta | str | None = ...,
        counted: timedelta | str | None = ...,
        replications: int | None = ...,
        seed: int | None = ...,
        census: Iterable[timedelta | str] = ...,
        watches: Iterable[Watch | Mapping[str, Any]] = ...,
        published: Iterable[PublishedFigure | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def count_from(self) -> datetime | None:
        """First instant that is counted, UTC, in whole seconds. Default 1970-01-01T00:00:00Z."""
    @count_from.setter
    def count_from(self, value: datetime | str | None) -> None: ...
    @property
    def spin_up(self) -> timedelta | None:
        """Time simulated before it (the spin-up of a dated year, the warm-up of a stationary profile). 0..10
        years
        """
    @spin_up.setter
    def spin_up(self, value: timedelta | str | None) -> None: ...
    @property
    def counted(self) -> timedelta | None:
        """length of the counted time, > 0, <= 2000 years"""
    @counted.setter
    def counted(self, value: timedelta | str | None) -> None: ...
    @property
    def replications(self) -> int:
        """default 10; 1..1000000"""
    @replications.setter
    def replications(self, value: int | None) -> None: ...
    @property
    def seed(self) -> int:
        """default 1"""
    @seed.setter
    def seed(self, value: int | None) -> None: ...
    @property
    def census(self) -> _Values[timedelta]:
        """Instants after the start of the run (spin-up included) at which trains present are counted per point.
        Ascending, within the run.
        """
    @census.setter
    def census(self, value: Iterable[timedelta | str]) -> None: ...
    @property
    def watches(self) -> _Messages[Watch]:
        """at most 16"""
    @watches.setter
    def watches(self, value: Iterable[Watch | Mapping[str, Any]]) -> None: ...
    @property
    def published(self) -> _Messages[PublishedFigure]: ...
    @published.setter
    def published(self, value: Iterable[PublishedFigure | Mapping[str, Any]]) -> None: ...

class Watch(message.Message):
    """Travel time of containers between two sets of points."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        from_: Iterable[str] = ...,
        to: Iterable[str] = ...,
        direction: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique; KPI 'watch/<id>/mean_days' and so on"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def from_(self) -> _Values[str]:
        """the clock starts at the last departure from one of these"""
    @from_.setter
    def from_(self, value: Iterable[str]) -> None: ...
    @property
    def to(self) -> _Values[str]:
        """and stops at the first arrival at one of these"""
    @to.setter
    def to(self, value: Iterable[str]) -> None: ...
    @property
    def direction(self) -> Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS']:
        """of the trains; unset: BOTH_DIRECTIONS"""
    @direction.setter
    def direction(self, value: Literal['DIRECTION_UNSPECIFIED', 'WESTBOUND', 'EASTBOUND', 'BOTH_DIRECTIONS'] | None) -> None: ...

class PublishedFigure(message.Message):
    """A published figure to set beside the simulated one."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        observable: str | None = ...,
        scope: str | None = ...,
        period: str | None = ...,
        value: float | None = ...,
        low: float | None = ...,
        high: float | None = ...,
        unit: str | None = ...,
        role: Literal['ROLE_UNSPECIFIED', 'INPUT', 'CALIBRATED', 'COMPARED'] | None = ...,
        kpi: str | None = ...,
        factor: float | None = ...,
        why_not: str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        tolerance: float | None = ...,
        same_as: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique, e.g. 'V01'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def observable(self) -> str:
        """what was counted or measured; required"""
    @observable.setter
    def observable(self, value: str | None) -> None: ...
    @property
    def scope(self) -> str:
        """where"""
    @scope.setter
    def scope(self, value: str | None) -> None: ...
    @property
    def period(self) -> str:
        """When, as published: '2018', '2018-05', '2018H1', '2018-2020', '2017-' or '2021;2024'. `landbridge
        assess` reads the years in it, and takes the year that the scenario begins to count in where there is
        none.
        """
    @period.setter
    def period(self, value: str | None) -> None: ...
    @property
    def value(self) -> float: ...
    @value.setter
    def value(self, value: float | None) -> None: ...
    @property
    def low(self) -> float | None:
        """least published, <= high"""
    @low.setter
    def low(self, value: float | None) -> None: ...
    @property
    def high(self) -> float | None:
        """greatest published"""
    @high.setter
    def high(self, value: float | None) -> None: ...
    @property
    def unit(self) -> str:
        """required"""
    @unit.setter
    def unit(self, value: str | None) -> None: ...
    @property
    def role(self) -> Literal['ROLE_UNSPECIFIED', 'INPUT', 'CALIBRATED', 'COMPARED']:
        """required"""
    @role.setter
    def role(self, value: Literal['ROLE_UNSPECIFIED', 'INPUT', 'CALIBRATED', 'COMPARED'] | None) -> None: ...
    @property
    def kpi(self) -> str:
        """Key of the simulated KPI (docs/guides/results.md); empty: published, but not simulated, and `why_not`
        says why.
        """
    @kpi.setter
    def kpi(self, value: str | None) -> None: ...
    @property
    def factor(self) -> float | None:
        """Simulated value times this is comparable with `value`; > 0, default 1."""
    @factor.setter
    def factor(self, value: float | None) -> None: ...
    @property
    def why_not(self) -> str: ...
    @why_not.setter
    def why_not(self, value: str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def tolerance(self) -> float | None:
        """How far from `value` the truth may lie, in `unit`, as far as is known: > 0. Without it, `low` to
        `high`; without those, half a unit of the last digit (docs/decisions/0005).
        """
    @tolerance.setter
    def tolerance(self, value: float | None) -> None: ...
    @property
    def same_as(self) -> str:
        """Id of another figure that states the same fact, e.g. in another unit or publication: shown, but
        counted once. That other one names none itself.
        """
    @same_as.setter
    def same_as(self, value: str | None) -> None: ...

class Source(message.Message):
    """A publication that figures are taken from."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        title: str | None = ...,
        address: str | None = ...,
        date: str | None = ...,
        kind: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique, e.g. 'S071'; required"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def title(self) -> str:
        """required"""
    @title.setter
    def title(self, value: str | None) -> None: ...
    @property
    def address(self) -> str:
        """where it was read; may be empty for own estimates"""
    @address.setter
    def address(self, value: str | None) -> None: ...
    @property
    def date(self) -> str:
        """free text, e.g. '2018-04-11'"""
    @date.setter
    def date(self, value: str | None) -> None: ...
    @property
    def kind(self) -> str:
        """e.g. 'official', 'press quoting railway'"""
    @kind.setter
    def kind(self, value: str | None) -> None: ...

class Change(message.Message):
    """What differs from what this file and those that it includes say.  change { set { field:
    'lines/L125/paths_per_day' to: '55' provenance { assumption: true note: 'as planned' } } scale { field:
    'flows/*/containers_per_year' by: 1.1 } close { what: 'lines/L125' from: '2024-09-12' until: '2024-09-24'
    } }  Paths name a list and an id in it ('lines/L125'), and fields of that ('lines/L125/paths_per_day',
    'services/CN_CKG-DE_DUI/formation/train_feu'), or a part of the scenario and its field ('demand/growth').
    In ids `*` stands for anything, `?` for one character: a pattern changes all things that it matches and
    that have the field, and matches at least one. Elements of lists without an id go by their point, service,
    country or gauge ('points/PL_MAL/tracks/1435'), else by their number from 0.  Whatever the order in which
    they are written, first things are removed, then added, changed by parts, fields set and scaled, things
    opened and closed. No field is changed twice by one file. Of several files, the one that includes comes
    last.  Provenance replaces what was said of the changed fields; one without `fields` speaks about those.
    Without any, nothing is known about them. Where `set` or `scale` leaves a figure as it is, its provenance
    stays too.
    """
    class Set(message.Message):
        def __init__(
            self,
            *,
            field: Iterable[str] = ...,
            to: str | None = ...,
            provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        ) -> None: ...
        @property
        def field(self) -> _Values[str]:
            """paths of fields, at least one; not of ids"""
        @field.setter
        def field(self, value: Iterable[str]) -> None: ...
        @property
        def to(self) -> str | None:
            """The value, as it is written in a text file: '55', 'BINDING', 'true', 'Europe/Warsaw', '{ ... }';
            times also as '90 s', '10 min', '4 h', '2 d'. Required.
            """
        @to.setter
        def to(self, value: str | None) -> None: ...
        @property
        def provenance(self) -> _Messages[Provenance]: ...
        @provenance.setter
        def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    class Scale(message.Message):
        def __init__(
            self,
            *,
            field: Iterable[str] = ...,
            by: float | None = ...,
            provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        ) -> None: ...
        @property
        def field(self) -> _Values[str]:
            """Paths of numbers, times and distributions (all their times, or factors), at least one. Where they
            are not stated, or 0, they stay so; one at least is stated.
            """
        @field.setter
        def field(self, value: Iterable[str]) -> None: ...
        @property
        def by(self) -> float | None:
            """>= 0, required. Whole numbers stay whole: else it is an error"""
        @by.setter
        def by(self, value: float | None) -> None: ...
        @property
        def provenance(self) -> _Messages[Provenance]: ...
        @provenance.setter
        def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    class Remove(message.Message):
        def __init__(
            self,
            *,
            what: Iterable[str] = ...,
        ) -> None: ...
        @property
        def what(self) -> _Values[str]:
            """Paths of things, which nothing else may name then, or of fields, which are not stated any more; at
            least one.
            """
        @what.setter
        def what(self, value: Iterable[str]) -> None: ...
    class Open(message.Message):
        def __init__(
            self,
            *,
            what: Iterable[str] = ...,
            provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        ) -> None: ...
        @property
        def what(self) -> _Values[str]:
            """Paths of things that are closed, at least one: they are named in no Closure any more, and not
            Line.closed.
            """
        @what.setter
        def what(self, value: Iterable[str]) -> None: ...
        @property
        def provenance(self) -> _Messages[Provenance]:
            """of Line.closed"""
        @provenance.setter
        def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    class Close(message.Message):
        def __init__(
            self,
            *,
            what: Iterable[str] = ...,
            from_: str | None = ...,
            until: str | None = ...,
            time_zone: str | None = ...,
            id: str | None = ...,
            provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        ) -> None: ...
        @property
        def what(self) -> _Values[str]:
            """Paths of `lines`, `points`, `resources` or `gauge_changes`, at least one. With dates it is a
            disruption, a Closure; without, lines only: Line.closed.
            """
        @what.setter
        def what(self, value: Iterable[str]) -> None: ...
        @property
        def from_(self) -> str:
            """local time, '2024-09-12T00:00', or a date, which means its beginning"""
        @from_.setter
        def from_(self, value: str | None) -> None: ...
        @property
        def until(self) -> str:
            """later; both or neither"""
        @until.setter
        def until(self, value: str | None) -> None: ...
        @property
        def time_zone(self) -> str:
            """as Disruption.time_zone"""
        @time_zone.setter
        def time_zone(self, value: str | None) -> None: ...
        @property
        def id(self) -> str:
            """of the disruption; default 'closed-' and the first thing's id"""
        @id.setter
        def id(self, value: str | None) -> None: ...
        @property
        def provenance(self) -> _Messages[Provenance]: ...
        @provenance.setter
        def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    def __init__(
        self,
        *,
        network: Network | Mapping[str, Any] | None = ...,
        processes: Processes | Mapping[str, Any] | None = ...,
        services: Services | Mapping[str, Any] | None = ...,
        demand: Demand | Mapping[str, Any] | None = ...,
        experiment: Experiment | Mapping[str, Any] | None = ...,
        fleets: Fleets | Mapping[str, Any] | None = ...,
        costs: Costs | Mapping[str, Any] | None = ...,
        disruptions: Disruptions | Mapping[str, Any] | None = ...,
        set: Iterable[Change.Set | Mapping[str, Any]] = ...,
        scale: Iterable[Change.Scale | Mapping[str, Any]] = ...,
        remove: Iterable[Change.Remove | Mapping[str, Any]] = ...,
        add: Things | Mapping[str, Any] | None = ...,
        open: Iterable[Change.Open | Mapping[str, Any]] = ...,
        close: Iterable[Change.Close | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def network(self) -> Network:
        """Things that are there already, by their id, with the fields that are other than before. A field that
        is written here replaces the one before as a whole, lists too; in text and JSON also where it is
        written as 0, false or ''. Other fields stay.
        """
    @network.setter
    def network(self, value: Network | Mapping[str, Any] | None) -> None: ...
    @property
    def processes(self) -> Processes: ...
    @processes.setter
    def processes(self, value: Processes | Mapping[str, Any] | None) -> None: ...
    @property
    def services(self) -> Services: ...
    @services.setter
    def services(self, value: Services | Mapping[str, Any] | None) -> None: ...
    @property
    def demand(self) -> Demand: ...
    @demand.setter
    def demand(self, value: Demand | Mapping[str, Any] | None) -> None: ...
    @property
    def experiment(self) -> Experiment: ...
    @experiment.setter
    def experiment(self, value: Experiment | Mapping[str, Any] | None) -> None: ...
    @property
    def fleets(self) -> Fleets: ...
    @fleets.setter
    def fleets(self, value: Fleets | Mapping[str, Any] | None) -> None: ...
    @property
    def costs(self) -> Costs: ...
    @costs.setter
    def costs(self, value: Costs | Mapping[str, Any] | None) -> None: ...
    @property
    def disruptions(self) -> Disruptions: ...
    @disruptions.setter
    def disruptions(self, value: Disruptions | Mapping[str, Any] | None) -> None: ...
    @property
    def set(self) -> _Messages[Change.Set]: ...
    @set.setter
    def set(self, value: Iterable[Change.Set | Mapping[str, Any]]) -> None: ...
    @property
    def scale(self) -> _Messages[Change.Scale]: ...
    @scale.setter
    def scale(self, value: Iterable[Change.Scale | Mapping[str, Any]]) -> None: ...
    @property
    def remove(self) -> _Messages[Change.Remove]: ...
    @remove.setter
    def remove(self, value: Iterable[Change.Remove | Mapping[str, Any]]) -> None: ...
    @property
    def add(self) -> Things:
        """as if they were written outside of `change`, but after things are removed"""
    @add.setter
    def add(self, value: Things | Mapping[str, Any] | None) -> None: ...
    @property
    def open(self) -> _Messages[Change.Open]: ...
    @open.setter
    def open(self, value: Iterable[Change.Open | Mapping[str, Any]]) -> None: ...
    @property
    def close(self) -> _Messages[Change.Close]: ...
    @close.setter
    def close(self, value: Iterable[Change.Close | Mapping[str, Any]]) -> None: ...

class Fleets(message.Message):
    """What is listed here can be short; all other wagons and locomotives are there whenever they are needed."""
    def __init__(
        self,
        *,
        wagon_pools: Iterable[WagonPool | Mapping[str, Any]] = ...,
        traction_districts: Iterable[TractionDistrict | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def wagon_pools(self) -> _Messages[WagonPool]: ...
    @wagon_pools.setter
    def wagon_pools(self, value: Iterable[WagonPool | Mapping[str, Any]]) -> None: ...
    @property
    def traction_districts(self) -> _Messages[TractionDistrict]: ...
    @traction_districts.setter
    def traction_districts(self, value: Iterable[TractionDistrict | Mapping[str, Any]]) -> None: ...

class WagonPool(message.Message):
    """Wagons of one gauge that run between the points of the pool. A train formed at one of them, at its origin
    or beyond a change of gauge, takes its wagons from those standing there, and waits if they are too few.
    Where its leg ends, after the last stage or when it is unloaded, they belong to that point. Trains formed
    elsewhere use wagons that nobody counts. Wagons come back with trains of the other direction, with trains
    of a timetable that carry nothing, or by Formation.EMPTY_WAGONS.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        gauge_mm: int | None = ...,
        stock: Iterable[FleetStock | Mapping[str, Any]] = ...,
        feu_per_wagon: float | None = ...,
        turnaround: Distribution | Mapping[str, Any] | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique among pools and districts, e.g. 'platforms_1520'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def gauge_mm(self) -> int:
        """1435, 1520, 1668"""
    @gauge_mm.setter
    def gauge_mm(self, value: int | None) -> None: ...
    @property
    def stock(self) -> _Messages[FleetStock]:
        """The points of the pool, each once; a point is in one pool of a gauge at most. Legs of this gauge that
        begin at one of them end at one of them. Where nothing leads back to a point, there must be as many
        units as trains by LIST, TIMETABLE or RATE could take there by the end of the run if nothing held them
        up on their way.
        """
    @stock.setter
    def stock(self, value: Iterable[FleetStock | Mapping[str, Any]]) -> None: ...
    @property
    def feu_per_wagon(self) -> float:
        """Unset: wagons are counted in sets, and a train takes one, however long it is; for Costs all sets of
        the pool are as long as the longest train that takes one. Else in wagons of so many FEU: a train takes
        as many as its containers need (one without containers: as many as its service's train_feu needs), and
        the pool has as many as its longest train takes at least. 0.5..20.
        """
    @feu_per_wagon.setter
    def feu_per_wagon(self, value: float | None) -> None: ...
    @property
    def turnaround(self) -> Distribution:
        """From the end of a train until its wagons can be taken again: inspection, repair. Default: none."""
    @turnaround.setter
    def turnaround(self, value: Distribution | Mapping[str, Any] | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class FleetStock(message.Message):
    """What stands at a point at the start of the run."""
    def __init__(
        self,
        *,
        point: str | None = ...,
        units: int | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def point(self) -> str:
        """required"""
    @point.setter
    def point(self, value: str | None) -> None: ...
    @property
    def units(self) -> int:
        """wagons, wagon sets or locomotives, 0..1e6; over all points at least 1"""
    @units.setter
    def units(self, value: int | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class TractionDistrict(message.Message):
    """Lines that trains run over with locomotives of the district. A train takes one where it enters the
    district, and waits if none is there; it leaves it where its way leads out of the district or its leg
    ends. There the locomotive is turned, and is there for a train back.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        lines: Iterable[str] = ...,
        stock: Iterable[FleetStock | Mapping[str, Any]] = ...,
        turnaround: Distribution | Mapping[str, Any] | None = ...,
        light_runs: Iterable[LightRun | Mapping[str, Any]] = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique among pools and districts"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def lines(self) -> _Values[str]:
        """Line.id, at least one; of rails; each in one district at most"""
    @lines.setter
    def lines(self, value: Iterable[str]) -> None: ...
    @property
    def stock(self) -> _Messages[FleetStock]:
        """At points where lines of the district end, each once; points not listed begin with none. Where nothing
        leads back to a point, there must be as many as trains could take there, as of a pool.
        """
    @stock.setter
    def stock(self, value: Iterable[FleetStock | Mapping[str, Any]]) -> None: ...
    @property
    def turnaround(self) -> Distribution:
        """From the arrival of a train until its locomotive can be taken again. Default: none."""
    @turnaround.setter
    def turnaround(self, value: Distribution | Mapping[str, Any] | None) -> None: ...
    @property
    def light_runs(self) -> _Messages[LightRun]: ...
    @light_runs.setter
    def light_runs(self, value: Iterable[LightRun | Mapping[str, Any]]) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class LightRun(message.Message):
    """Idle locomotives return without a train: one leaves when more than `keep_idle` have stood idle for
    `idle_for` (trains take those that came last). It is under way for `run_time`, and takes neither path nor
    section.
    """
    def __init__(
        self,
        *,
        from_: str | None = ...,
        to: str | None = ...,
        keep_idle: int | None = ...,
        idle_for: timedelta | str | None = ...,
        run_time: timedelta | str | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def from_(self) -> str:
        """ends of lines of the district"""
    @from_.setter
    def from_(self, value: str | None) -> None: ...
    @property
    def to(self) -> str:
        """another one"""
    @to.setter
    def to(self, value: str | None) -> None: ...
    @property
    def keep_idle(self) -> int:
        """0..1e6"""
    @keep_idle.setter
    def keep_idle(self, value: int | None) -> None: ...
    @property
    def idle_for(self) -> timedelta | None:
        """0..365 days; default 0: at once"""
    @idle_for.setter
    def idle_for(self, value: timedelta | str | None) -> None: ...
    @property
    def run_time(self) -> timedelta | None:
        """1 s..30 days; required"""
    @run_time.setter
    def run_time(self, value: timedelta | str | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Costs(message.Message):
    def __init__(
        self,
        *,
        currency: str | None = ...,
        allocation: Literal['ALLOCATION_UNSPECIFIED', 'BY_TEU', 'BY_MASS'] | None = ...,
        rates: Iterable[CountryRates | Mapping[str, Any]] = ...,
        leg_tariffs: Iterable[LegTariff | Mapping[str, Any]] = ...,
        train_energy: TrainEnergy | Mapping[str, Any] | None = ...,
        wagon_cost_per_feu_hour: float | None = ...,
        locomotive_cost_per_hour: float | None = ...,
        container_t_per_teu: float | None = ...,
        net_t_per_teu: float | None = ...,
        wagon_t_per_feu: float | None = ...,
        lift_kwh: float | None = ...,
        ships: Ships | Mapping[str, Any] | None = ...,
        refrigeration: Refrigeration | Mapping[str, Any] | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """three capital letters, e.g. 'USD'; required"""
    @currency.setter
    def currency(self, value: str | None) -> None: ...
    @property
    def allocation(self) -> Literal['ALLOCATION_UNSPECIFIED', 'BY_TEU', 'BY_MASS']:
        """By what containers share what their train costs and emits."""
    @allocation.setter
    def allocation(self, value: Literal['ALLOCATION_UNSPECIFIED', 'BY_TEU', 'BY_MASS'] | None) -> None: ...
    @property
    def rates(self) -> _Messages[CountryRates]:
        """At most one for each country, and one for all others. Where none speaks, nothing is charged and
        electricity emits nothing.
        """
    @rates.setter
    def rates(self, value: Iterable[CountryRates | Mapping[str, Any]]) -> None: ...
    @property
    def leg_tariffs(self) -> _Messages[LegTariff]:
        """Instead of `tariff_per_teu_km`, for legs with these ends and this gauge."""
    @leg_tariffs.setter
    def leg_tariffs(self, value: Iterable[LegTariff | Mapping[str, Any]]) -> None: ...
    @property
    def train_energy(self) -> TrainEnergy: ...
    @train_energy.setter
    def train_energy(self, value: TrainEnergy | Mapping[str, Any] | None) -> None: ...
    @property
    def wagon_cost_per_feu_hour(self) -> float:
        """Wagons of a train, per FEU they have room for, from being formed (or having its wagons, where Fleets
        are counted) to being unloaded. A wagon set has room for the longest train that takes one of its pool.
        Without Fleets as many FEU as its containers need. 0..1e6, default 0.
        """
    @wagon_cost_per_feu_hour.setter
    def wagon_cost_per_feu_hour(self, value: float | None) -> None: ...
    @property
    def locomotive_cost_per_hour(self) -> float:
        """Locomotive of a train with its crew, from departure to the end of the leg. 0..1e6, default 0."""
    @locomotive_cost_per_hour.setter
    def locomotive_cost_per_hour(self, value: float | None) -> None: ...
    @property
    def container_t_per_teu(self) -> float | None:
        """Masses: gross mass of a train is that of its wagons, containers and goods, without the locomotive.
        empty container, 0.5..10; default 2
        """
    @container_t_per_teu.setter
    def container_t_per_teu(self, value: float | None) -> None: ...
    @property
    def net_t_per_teu(self) -> float | None:
        """goods in a laden one, 0..30; default 8"""
    @net_t_per_teu.setter
    def net_t_per_teu(self, value: float | None) -> None: ...
    @property
    def wagon_t_per_feu(self) -> float | None:
        """1..50; default 13"""
    @wagon_t_per_feu.setter
    def wagon_t_per_feu(self, value: float | None) -> None: ...
    @property
    def lift_kwh(self) -> float:
        """Electricity for one lift of one container, 0..1000, default 0."""
    @lift_kwh.setter
    def lift_kwh(self, value: float | None) -> None: ...
    @property
    def ships(self) -> Ships: ...
    @ships.setter
    def ships(self, value: Ships | Mapping[str, Any] | None) -> None: ...
    @property
    def refrigeration(self) -> Refrigeration: ...
    @refrigeration.setter
    def refrigeration(self, value: Refrigeration | Mapping[str, Any] | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class CountryRates(message.Message):
    """Rates in one country. Those of a line between two countries hold for half of it each."""
    def __init__(
        self,
        *,
        country: str | None = ...,
        tariff_per_teu_km: float | None = ...,
        cost_per_lift: float | None = ...,
        electricity_price_per_kwh: float | None = ...,
        electricity_g_per_kwh: float | None = ...,
        diesel_price_per_kg: float | None = ...,
        terrain_factor: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def country(self) -> str:
        """as OperatingPoint.country; empty: all that have no rates of their own"""
    @country.setter
    def country(self, value: str | None) -> None: ...
    @property
    def tariff_per_teu_km(self) -> float:
        """For running over lines, wagons, locomotive and energy apart. 0..1e6, default 0."""
    @tariff_per_teu_km.setter
    def tariff_per_teu_km(self, value: float | None) -> None: ...
    @property
    def cost_per_lift(self) -> float:
        """For lifting one container on or off. 0..1e6, default 0. At an origin and a destination one lift each;
        at a change of gauge one if the train is lifted as it is, two by way of the yard.
        """
    @cost_per_lift.setter
    def cost_per_lift(self, value: float | None) -> None: ...
    @property
    def electricity_price_per_kwh(self) -> float:
        """0..1e4, default 0"""
    @electricity_price_per_kwh.setter
    def electricity_price_per_kwh(self, value: float | None) -> None: ...
    @property
    def electricity_g_per_kwh(self) -> float:
        """CO2 equivalent, well to wheel; 0..5000, default 0"""
    @electricity_g_per_kwh.setter
    def electricity_g_per_kwh(self, value: float | None) -> None: ...
    @property
    def diesel_price_per_kg(self) -> float:
        """0..1e5, default 0"""
    @diesel_price_per_kg.setter
    def diesel_price_per_kg(self, value: float | None) -> None: ...
    @property
    def terrain_factor(self) -> float | None:
        """Energy of trains is multiplied by it: hills. 0.5..3, default 1."""
    @terrain_factor.setter
    def terrain_factor(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class LegTariff(message.Message):
    """What a container pays for a whole leg, per TEU. Each (from, to, gauge) once; some train must run such a
    leg.
    """
    def __init__(
        self,
        *,
        from_: str | None = ...,
        to: str | None = ...,
        gauge_mm: int | None = ...,
        per_teu: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def from_(self) -> str:
        """OperatingPoint.id where the leg begins: a service's origin or a change of gauge"""
    @from_.setter
    def from_(self, value: str | None) -> None: ...
    @property
    def to(self) -> str:
        """where it ends: a change of gauge or a destination"""
    @to.setter
    def to(self, value: str | None) -> None: ...
    @property
    def gauge_mm(self) -> int:
        """of the leg; 0: ships"""
    @gauge_mm.setter
    def gauge_mm(self, value: int | None) -> None: ...
    @property
    def per_teu(self) -> float:
        """0..1e8"""
    @per_teu.setter
    def per_teu(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class TrainEnergy(message.Message):
    """Energy that trains take. An electric train of m gross tonnes takes coefficient_wh * m^exponent Wh per
    gross tonne-km up to `heavy_above_t`, and `heavy_wh_per_tkm` above. Defaults: EcoTransIT, methodology
    2010, table 23. A diesel train burns what holds 1 / diesel_efficiency as much. Lines with
    Line.electrification 'none' or empty are run with diesel, 'mixed' ones half and half.
    """
    def __init__(
        self,
        *,
        coefficient_wh: float | None = ...,
        exponent: float | None = ...,
        heavy_above_t: float | None = ...,
        heavy_wh_per_tkm: float | None = ...,
        diesel_efficiency: float | None = ...,
        diesel_kwh_per_kg: float | None = ...,
        diesel_g_per_kg: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def coefficient_wh(self) -> float | None:
        """> 0, <= 1e5; default 1200"""
    @coefficient_wh.setter
    def coefficient_wh(self, value: float | None) -> None: ...
    @property
    def exponent(self) -> float | None:
        """-1..0; default -0.62"""
    @exponent.setter
    def exponent(self, value: float | None) -> None: ...
    @property
    def heavy_above_t(self) -> float | None:
        """> 0, <= 1e5; default 2000"""
    @heavy_above_t.setter
    def heavy_above_t(self, value: float | None) -> None: ...
    @property
    def heavy_wh_per_tkm(self) -> float | None:
        """> 0, <= 1000; default 10"""
    @heavy_wh_per_tkm.setter
    def heavy_wh_per_tkm(self, value: float | None) -> None: ...
    @property
    def diesel_efficiency(self) -> float | None:
        """0.1..1; default 0.37"""
    @diesel_efficiency.setter
    def diesel_efficiency(self, value: float | None) -> None: ...
    @property
    def diesel_kwh_per_kg(self) -> float | None:
        """5..20; default 11.9"""
    @diesel_kwh_per_kg.setter
    def diesel_kwh_per_kg(self, value: float | None) -> None: ...
    @property
    def diesel_g_per_kg(self) -> float | None:
        """CO2 equivalent, 0..10000; default 0"""
    @diesel_g_per_kg.setter
    def diesel_g_per_kg(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Ships(message.Message):
    def __init__(
        self,
        *,
        tariff_per_teu_km: float | None = ...,
        g_per_tkm: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def tariff_per_teu_km(self) -> float:
        """0..1e6, default 0"""
    @tariff_per_teu_km.setter
    def tariff_per_teu_km(self, value: float | None) -> None: ...
    @property
    def g_per_tkm(self) -> float:
        """CO2 equivalent per tonne of containers and goods, 0..1000; default 0"""
    @g_per_tkm.setter
    def g_per_tkm(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Refrigeration(message.Message):
    """Laden refrigerated containers, from when they are ready for a train until its leg ends."""
    def __init__(
        self,
        *,
        mean_kw: float | None = ...,
        g_per_kwh: float | None = ...,
        price_per_kwh: float | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def mean_kw(self) -> float:
        """per container, 0..100; default 0"""
    @mean_kw.setter
    def mean_kw(self, value: float | None) -> None: ...
    @property
    def g_per_kwh(self) -> float:
        """CO2 equivalent, 0..5000; default 0"""
    @g_per_kwh.setter
    def g_per_kwh(self, value: float | None) -> None: ...
    @property
    def price_per_kwh(self) -> float:
        """0..1e4; default 0"""
    @price_per_kwh.setter
    def price_per_kwh(self, value: float | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Disruptions(message.Message):
    def __init__(
        self,
        *,
        disruptions: Iterable[Disruption | Mapping[str, Any]] = ...,
        rerouting: Rerouting | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @property
    def disruptions(self) -> _Messages[Disruption]: ...
    @disruptions.setter
    def disruptions(self, value: Iterable[Disruption | Mapping[str, Any]]) -> None: ...
    @property
    def rerouting(self) -> Rerouting:
        """default: no train goes another way than its route_choice says"""
    @rerouting.setter
    def rerouting(self, value: Rerouting | Mapping[str, Any] | None) -> None: ...

class Disruption(message.Message):
    """Exactly one of `closure`, `capacity_cut`, `slow_order`, `demand_surge`. Two that change the same figure of
    the same thing are not in force at once.
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        from_: str | None = ...,
        to: str | None = ...,
        time_zone: str | None = ...,
        closure: Closure | Mapping[str, Any] | None = ...,
        capacity_cut: CapacityCut | Mapping[str, Any] | None = ...,
        slow_order: SlowOrder | Mapping[str, Any] | None = ...,
        demand_surge: DemandSurge | Mapping[str, Any] | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
        rule: Literal['RULE_UNSPECIFIED', 'HOLD', 'DIVERT', 'TURN'] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """unique, e.g. 'brest-closed'"""
    @id.setter
    def id(self, value: str | None) -> None: ...
    @property
    def from_(self) -> str:
        """local time, e.g. '2024-09-12T00:00', required"""
    @from_.setter
    def from_(self, value: str | None) -> None: ...
    @property
    def to(self) -> str:
        """later than `from`; required. Some of it lies in the simulated time"""
    @to.setter
    def to(self, value: str | None) -> None: ...
    @property
    def time_zone(self) -> str:
        """IANA name; default that of the first thing it names, points after others. One of the two must be
        stated.
        """
    @time_zone.setter
    def time_zone(self, value: str | None) -> None: ...
    @property
    def closure(self) -> Closure: ...
    @closure.setter
    def closure(self, value: Closure | Mapping[str, Any] | None) -> None: ...
    @property
    def capacity_cut(self) -> CapacityCut: ...
    @capacity_cut.setter
    def capacity_cut(self, value: CapacityCut | Mapping[str, Any] | None) -> None: ...
    @property
    def slow_order(self) -> SlowOrder: ...
    @slow_order.setter
    def slow_order(self, value: SlowOrder | Mapping[str, Any] | None) -> None: ...
    @property
    def demand_surge(self) -> DemandSurge: ...
    @demand_surge.setter
    def demand_surge(self, value: DemandSurge | Mapping[str, Any] | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...
    @property
    def rule(self) -> Literal['RULE_UNSPECIFIED', 'HOLD', 'DIVERT', 'TURN']: ...
    @rule.setter
    def rule(self, value: Literal['RULE_UNSPECIFIED', 'HOLD', 'DIVERT', 'TURN'] | None) -> None: ...

class Closure(message.Message):
    """Closed to all trains. At least one thing."""
    def __init__(
        self,
        *,
        lines: Iterable[str] = ...,
        resources: Iterable[str] = ...,
        gauge_changes: Iterable[str] = ...,
        hours: Iterable[WeeklyHours | Mapping[str, Any]] = ...,
        points: Iterable[str] = ...,
    ) -> None: ...
    @property
    def lines(self) -> _Values[str]:
        """As in a possession of all its sections: no train enters one that it could not leave before. No lane
        without limit. Line.id
        """
    @lines.setter
    def lines(self, value: Iterable[str]) -> None: ...
    @property
    def resources(self) -> _Values[str]:
        """Resource.id: no work begins"""
    @resources.setter
    def resources(self, value: Iterable[str]) -> None: ...
    @property
    def gauge_changes(self) -> _Values[str]:
        """GaugeChange.id: no lift begins; likewise at others that share its bays"""
    @gauge_changes.setter
    def gauge_changes(self, value: Iterable[str]) -> None: ...
    @property
    def hours(self) -> _Messages[WeeklyHours]:
        """closed only then, e.g. hours of strike; none: all the time"""
    @hours.setter
    def hours(self, value: Iterable[WeeklyHours | Mapping[str, Any]]) -> None: ...
    @property
    def points(self) -> _Values[str]:
        """OperatingPoint.id: borders and terminals as a whole, as if everything of theirs were named above: all
        lines that end there, all its resources and changes of gauge. No train comes or leaves, no work and no
        lift begins; trains that are there stay. Containers still come by road and are made up into trains,
        which wait. Lines past it that do not end there stay open. Not where a lane without limit ends: ships
        would go on calling.
        """
    @points.setter
    def points(self, value: Iterable[str]) -> None: ...

class CapacityCut(message.Message):
    """Less of one thing than usual. Work under way is finished. Station tracks are never cut: which way of
    running has how many of them is laid down before the run, and no train could give back one that it stands
    on; where trains get stuck in a station, cut what they wait for there (servers, bays), or the paths or the
    quota of the lines that lead to it.
    """
    def __init__(
        self,
        *,
        line: str | None = ...,
        paths_per_day: float | None = ...,
        accepted_at_to_per_day: int | None = ...,
        accepted_at_from_per_day: int | None = ...,
        resource: str | None = ...,
        servers: int | None = ...,
        gauge_change: str | None = ...,
        bays: int | None = ...,
    ) -> None: ...
    @property
    def line(self) -> str:
        """`paths_per_day`, a quota, or several of them"""
    @line.setter
    def line(self, value: str | None) -> None: ...
    @property
    def paths_per_day(self) -> float:
        """of each direction: 1/30..1440, less than usual. Counts as a train enters"""
    @paths_per_day.setter
    def paths_per_day(self, value: float | None) -> None: ...
    @property
    def accepted_at_to_per_day(self) -> int:
        """Quotas, as Line has them: 1..1000 trains a day of the accepting point, which must have a `time_zone`;
        less than usual, or any number where there are none usually. In force from `from` on, for all trains
        that are accepted on that day, those before `from` included; as it ends, even in the middle of a day,
        the usual number goes on.
        """
    @accepted_at_to_per_day.setter
    def accepted_at_to_per_day(self, value: int | None) -> None: ...
    @property
    def accepted_at_from_per_day(self) -> int: ...
    @accepted_at_from_per_day.setter
    def accepted_at_from_per_day(self, value: int | None) -> None: ...
    @property
    def resource(self) -> str: ...
    @resource.setter
    def resource(self, value: str | None) -> None: ...
    @property
    def servers(self) -> int:
        """at least 1, less than usual"""
    @servers.setter
    def servers(self, value: int | None) -> None: ...
    @property
    def gauge_change(self) -> str: ...
    @gauge_change.setter
    def gauge_change(self, value: str | None) -> None: ...
    @property
    def bays(self) -> int:
        """at least 1, less than usual; of all that share them"""
    @bays.setter
    def bays(self, value: int | None) -> None: ...

class SlowOrder(message.Message):
    """Trains take so much longer over what they run of the lines meanwhile, whenever they asked for it; who is
    on a section as it begins or ends is slow for that part. What it adds to a run over a line counts as an
    expected wait of the line while it lasts. A run that no longer fits between two closings of the line waits
    until it does.
    """
    def __init__(
        self,
        *,
        lines: Iterable[str] = ...,
        factor: float | None = ...,
    ) -> None: ...
    @property
    def lines(self) -> _Values[str]:
        """at least one"""
    @lines.setter
    def lines(self, value: Iterable[str]) -> None: ...
    @property
    def factor(self) -> float:
        """on run times, 1..100"""
    @factor.setter
    def factor(self, value: float | None) -> None: ...

class DemandSurge(message.Message):
    """More containers, or fewer: unlike in a season they are not taken from other days. Its queue is that of all
    trains that wait for sections, servers and bays, anywhere.
    """
    def __init__(
        self,
        *,
        flows: Iterable[str] = ...,
        matrices: Iterable[str] = ...,
        factor: float | None = ...,
        part_loads: Iterable[str] = ...,
    ) -> None: ...
    @property
    def flows(self) -> _Values[str]:
        """Flow.id"""
    @flows.setter
    def flows(self, value: Iterable[str]) -> None: ...
    @property
    def matrices(self) -> _Values[str]:
        """Matrix.id"""
    @matrices.setter
    def matrices(self, value: Iterable[str]) -> None: ...
    @property
    def factor(self) -> float:
        """on the rate of release, 0..100. Those of several surges multiply"""
    @factor.setter
    def factor(self, value: float | None) -> None: ...
    @property
    def part_loads(self) -> _Values[str]:
        """PartLoads.id. Neither flows, matrices nor part loads: all"""
    @part_loads.setter
    def part_loads(self, value: Iterable[str]) -> None: ...

class Rerouting(message.Message):
    """New trains go another way while long waits are expected on their own. Every `publish_every` after the
    start of the run each station publishes what it expects of the lines that trains enter there, its
    resources and its bays: how long a closure still lasts, and the work that waits. Stations where trains
    begin read the last published values only. A train whose planned route has waits of more than `tolerance`
    takes the route that is quickest with all waits, if it is quicker by more than `tolerance`. It may choose
    among those of its route_choice, the quickest one round each disruption (past none of the lines, changes
    of gauge or resources' points that it names; `via` points at their ends do not bind), and
    `further_routes`.
    """
    def __init__(
        self,
        *,
        services: Iterable[str] = ...,
        tolerance: timedelta | str | None = ...,
        publish_every: timedelta | str | None = ...,
        notice: timedelta | str | None = ...,
        further_routes: int | None = ...,
        provenance: Iterable[Provenance | Mapping[str, Any]] = ...,
    ) -> None: ...
    @property
    def services(self) -> _Values[str]:
        """TrainService.id; none: all. Not EMPTY_WAGONS"""
    @services.setter
    def services(self, value: Iterable[str]) -> None: ...
    @property
    def tolerance(self) -> timedelta | None:
        """0..365 days; required"""
    @tolerance.setter
    def tolerance(self, value: timedelta | str | None) -> None: ...
    @property
    def publish_every(self) -> timedelta | None:
        """60 s..30 days; default 4 h"""
    @publish_every.setter
    def publish_every(self, value: timedelta | str | None) -> None: ...
    @property
    def notice(self) -> timedelta | None:
        """until it is read elsewhere, 60 s..30 days; default 1 h"""
    @notice.setter
    def notice(self, value: timedelta | str | None) -> None: ...
    @property
    def further_routes(self) -> int:
        """the quickest beside those of route_choice, 0..10; default 0"""
    @further_routes.setter
    def further_routes(self, value: int | None) -> None: ...
    @property
    def provenance(self) -> _Messages[Provenance]: ...
    @provenance.setter
    def provenance(self, value: Iterable[Provenance | Mapping[str, Any]]) -> None: ...

class Things(message.Message):
    """What can be added: the lists of these."""
    def __init__(
        self,
        *,
        network: Network | Mapping[str, Any] | None = ...,
        processes: Processes | Mapping[str, Any] | None = ...,
        services: Services | Mapping[str, Any] | None = ...,
        demand: Demand | Mapping[str, Any] | None = ...,
        experiment: Experiment | Mapping[str, Any] | None = ...,
        fleets: Fleets | Mapping[str, Any] | None = ...,
        costs: Costs | Mapping[str, Any] | None = ...,
        disruptions: Disruptions | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @property
    def network(self) -> Network: ...
    @network.setter
    def network(self, value: Network | Mapping[str, Any] | None) -> None: ...
    @property
    def processes(self) -> Processes: ...
    @processes.setter
    def processes(self, value: Processes | Mapping[str, Any] | None) -> None: ...
    @property
    def services(self) -> Services: ...
    @services.setter
    def services(self, value: Services | Mapping[str, Any] | None) -> None: ...
    @property
    def demand(self) -> Demand: ...
    @demand.setter
    def demand(self, value: Demand | Mapping[str, Any] | None) -> None: ...
    @property
    def experiment(self) -> Experiment: ...
    @experiment.setter
    def experiment(self, value: Experiment | Mapping[str, Any] | None) -> None: ...
    @property
    def fleets(self) -> Fleets: ...
    @fleets.setter
    def fleets(self, value: Fleets | Mapping[str, Any] | None) -> None: ...
    @property
    def costs(self) -> Costs: ...
    @costs.setter
    def costs(self, value: Costs | Mapping[str, Any] | None) -> None: ...
    @property
    def disruptions(self) -> Disruptions: ...
    @disruptions.setter
    def disruptions(self, value: Disruptions | Mapping[str, Any] | None) -> None: ...
