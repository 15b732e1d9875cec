// Where queues grow at the design points of a sweep: waits there say how long the runs were.
import type { SweepPoint } from "./study_data";
import type { Column } from "./table";

export const growthWord = (point: SweepPoint): string => {
  if (point.growth === null || point.growth === undefined) return "not known";
  if (point.grows) return "yes";
  return point.growth === "" ? "no" : "perhaps not"; // a disruption's, or a season's
};

// Behind what is told of a point that is picked.
export const growthSentence = (point: SweepPoint): string => (point.growth ? `. ${point.growth}` : "");

// Below the figures of a point.
export const pointNote = ({ gridlocks, replications, grows }: SweepPoint): string =>
  gridlocks > 0
    ? `${gridlocks} of ${replications} replications ended in a gridlock`
    : `${replications} replications${grows ? "; queues grow" : ""}`;

export const growthColumn: Column<{ p: SweepPoint }> = { title: "A queue grows", value: (r) => growthWord(r.p) };
