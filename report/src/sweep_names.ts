// What factors, their values and design points of a sweep are called.
import type { Factor, SweepData } from "./study_data";
import { number } from "./format";

export const shown = (value: number | string): string => (typeof value === "number" ? number(value) : value);
// As it was set: "0.3", not "0.30".
const set = (value: number): string =>
  value.toLocaleString("en-GB", { maximumSignificantDigits: Number.isInteger(value) ? 21 : 6 }).replace(/^-/, "−");
export const setting = (value: number | string): string => (typeof value === "number" ? set(value) : value);
// A factor that scales multiplies what the scenario says.
export const settingText = (factor: Factor, value: number | string): string =>
  (factor.scale ? "× " : "") + setting(value);
export const factorName = (factor: Factor): string =>
  factor.scale ? `${factor.name}, times the scenario's` : factor.name;

export const settingsText = ({ factors, points }: SweepData, point: number): string =>
  factors
    .map((factor, i) => `${factor.name}${factor.scale ? " " : " = "}${settingText(factor, points[point].settings[i])}`)
    .join(", ");
