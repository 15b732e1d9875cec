// Which views there are of each kind of example.
export const VIEWS = {
  run: ["overview", "map", "diagram", "journeys", "borders", "lines", "trust"],
  toy: ["overview", "map", "diagram", "journeys", "borders", "lines", "trust"],
  comparison: ["comparison", "trust"],
  selection: ["selection", "trust"],
  assessment: ["assessment", "trust"],
  sweep: ["sweep", "trust"],
  capacity: ["capacity", "trust"],
};
