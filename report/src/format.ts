// Numbers, intervals and times as text. Pure functions.
import type { Estimate } from "./data";

const THIN = "\u2009";

// What is a half but for the last bits becomes a little more than one; as in studies/digits.cc.
const UP = 1 + 4 * Number.EPSILON;

// Thousands parted from 10,000 on as everywhere in the program's tables.
export function fixed(value: number, decimals: number): string {
  return (value * UP).toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

// With all digits that it has: a limit that somebody set is shown as it was set, however small.
export const exact = (value: number): string => minus(value.toLocaleString("en-GB", { maximumSignificantDigits: 12 }));

// So that about three digits show: 0.123, 1.23, 12.3, 123, 12,345.
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return 0;
  if (size >= 100) return 0;
  if (size >= 10) return 1;
  return size >= 0.1 ? 2 : 3;
}

// So that one digit of a small half interval shows; a large one needs none behind the point.
const digitsFor = (half: number): number => (half > 0 && half < 1 ? Math.ceil(-Math.log10(half)) : 0);

// A small one is not shown as none.
function atLeast(width: number, decimals: number): string {
  const least = 10 ** -decimals;
  return width > 0 && width < least / 2 ? `< ${fixed(least, decimals)}` : fixed(width, decimals);
}

export function number(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  return minus(fixed(value, decimalsFor(value)));
}

export function percent(value: number | null | undefined, decimals = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  return minus(fixed(value * 100, decimals)) + THIN + "%";
}

export const mean = (estimate: Estimate | undefined): number | null => estimate?.[0] ?? null;
export const half = (estimate: Estimate | undefined): number | null => estimate?.[1] ?? null;
// For sums and scales, where nothing observed counts as nothing.
export const meanOr0 = (estimate: Estimate | undefined): number => estimate?.[0] ?? 0;

// What is rounded to nothing has no sign.
const minus = (text: string): string => text.replace(/^-(?=[0.]+$)/, "").replace(/^-/, "−");

// Signs of per cent and of less stay on the line of their number.
export const unbroken = (text: string): string => text.replace(/(?<=\d) %/g, "\u00a0%").replace(/< (?=\d)/g, "<\u00a0");

// "197,060 ± 341"; a share as "18.2 ± 0.4 %".
export function estimate(value: Estimate | undefined, unit = ""): string {
  if (!value) return "–";
  const scale = unit === "share" ? 100 : 1;
  const suffix = unit === "share" ? THIN + "%" : "";
  const m = value[0] * scale;
  const few = unit === "share" ? (Math.abs(m) >= 10 ? 0 : 1) : decimalsFor(m);
  if (value[1] === null || (value[1] === 0 && Number.isInteger(m))) return minus(fixed(m, few)) + suffix;
  const width = value[1] * scale,
    decimals = width >= 1 ? Math.min(few, decimalsFor(width)) : Math.max(few, Math.min(few + 1, digitsFor(width)));
  if (m !== 0 && Math.max(Math.abs(m), width) < 10 ** -decimals / 2) return `about 0${suffix}`;
  return `${minus(fixed(m, decimals))} ± ${atLeast(width, decimals)}${suffix}`;
}

export const shownUnit = (unit: string): string => (unit === "share" ? "" : unit);

// With its unit, unless nothing was observed: "15.6 ± 0.1 h", "83.0 ± 0.4 %".
export const amount = (value: Estimate | undefined, unit: string): string =>
  value ? `${estimate(value, unit)} ${shownUnit(unit)}`.trimEnd() : "–";

// Of two amounts. Of shares in percentage points, since a per cent of a per cent is another thing.
export const difference = (value: Estimate | undefined, unit: string): string =>
  estimate(value, unit).replace(`${THIN}%`, " percentage points");

// The same as numbers, for axes and columns that say the unit themselves.
export const differenceUnit = (unit: string): string => (unit === "share" ? "percentage points" : unit);
export function toldDifference(value: Estimate, unit: string): Estimate {
  if (!value || unit !== "share") return value;
  return [100 * value[0], value[1] === null ? null : 100 * value[1]];
}

// A unit in a column beside such numbers.
export const unitColumn = (unit: string): string => (unit === "share" ? "%" : unit);

// Sum of independent-looking parts: means add up, intervals do not, so none is given.
export function sum(parts: (Estimate | undefined)[]): number {
  return parts.reduce((total, part) => total + meanOr0(part), 0);
}

// Of simulated time, which is UTC everywhere.
export interface Clock {
  zone: string; // " UTC", to be put after times; nothing for undated scenarios
  date(minute: number): string; // "12 Mar 2017" or "day 71"
  dateTime(minute: number): string; // "12 Mar 2017, 14:05" or "day 71, 14:05"
  short(minute: number): string; // "12 Mar"
  sortable(minute: number): string | number; // "2017-03-12T14:05Z"; undated: the minute itself
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");

// Of minutes after `from` (ISO, UTC). Undated scenarios count days from 1.
export function clock(from: string, dated: boolean): Clock {
  const start = Date.parse(from) || 0;
  const at = (minute: number): Date => new Date(start + minute * 60000);
  const time = (d: Date): string => `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  const day = (minute: number): string => `day ${Math.floor(minute / 1440) + 1}`;
  const short = (minute: number): string => {
    const d = at(minute);
    return dated ? `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}` : day(minute);
  };
  const date = (minute: number): string => (dated ? `${short(minute)} ${at(minute).getUTCFullYear()}` : day(minute));
  return {
    zone: dated ? " UTC" : "",
    short,
    date,
    dateTime: (minute) => `${date(minute)}, ${time(at(minute))}`,
    sortable: (minute) => (dated ? `${at(minute).toISOString().slice(0, 16)}Z` : minute),
  };
}

// "3 h 20 min", "2.4 days".
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  if (whole < 2880) return `${Math.floor(whole / 60)} h ${two(whole % 60)} min`;
  return `${fixed(minutes / 1440, 1)} days`;
}
