// UIC 406 occupancy in words: limits for lines of mixed traffic, and what is over them.
export const DAY_LIMIT = 0.6,
  PEAK_LIMIT = 0.75;

export const PEAK_NAME = "busiest hour, mean over days";

// As in sections.csv and capacity.csv.
export function verdict(day: number | null, peak: number | null): string {
  if (day === null || peak === null) return "";
  const over = [day > DAY_LIMIT && "day", peak > PEAK_LIMIT && "peak"].filter(Boolean);
  if (over.length === 0) return "within";
  return over.length === 2 ? "over both limits" : `over ${over[0]} limit`;
}
