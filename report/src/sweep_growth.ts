// Where queues grow at the design points of a sweep: waits there say how long the runs were.
import type { SweepPoint } from "./study_data";
import type { Column } from "./table";

export const growthWord = (point: SweepPoint): string => {
  if (point.growth === null || point.growth === undefined) return "not known";
  return point.growth === "" ? "no" : "yes";
};

// Behind what is told of a point that is picked.
export const growthSentence = (point: SweepPoint): string => (point.growth ? `. ${point.growth}` : "");

// Below the figures of a point.
export const pointNote = ({ gridlocks, replications, growth }: SweepPoint): string =>
  gridlocks > 0
    ? `${gridlocks} of ${replications} replications ended in a gridlock`
    : `${replications} replications${growth ? "; queues grow" : ""}`;

export const growthColumn: Column<{ p: SweepPoint }> = { title: "A queue grows", value: (r) => growthWord(r.p) };
