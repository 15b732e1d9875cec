// Colours for light and dark: each has a contrast of at least 3 to what it stands on (WCAG 2.2, 1.4.11). The causes that trains
// wait for most have the hues of Okabe and Ito (2008), darker where those are too pale for white, others neutral tones or
// darker ones, all as far apart as they can be for colour-blind eyes; utilisation goes by a scale whose lightness changes
// steadily, so that it also reads in grey.
import { CAUSES, type Cause } from "./data";

export type Mode = "light" | "dark";

export const CAUSE_COLOURS: Record<Cause, [string, string]> = {
  section: ["#c64109", "#f07b2e"],
  path: ["#0072b2", "#4aa8e0"],
  track: ["#a04694", "#bf87b9"],
  server: ["#009e73", "#2fc79c"],
  bay: ["#cd7608", "#f2b632"],
  yard: ["#0090ed", "#7cc8f2"],
  fleet: ["#662b8d", "#9a69c0"],
  hours: ["#70703b", "#f0e442"],
  possession: ["#662337", "#c3735a"],
  closure: ["#9b2d42", "#f1000d"],
  formation: ["#b27e5b", "#8a654d"],
  handling: ["#4f5b66", "#759287"],
  running: ["#828e9b", "#626e7c"],
  slowed: ["#783f00", "#a66213"],
  plug: ["#322b65", "#6968f9"],
  consolidation: ["#4e3300", "#acb171"],
};

// From idle to full: ever darker on a light ground, ever lighter on a dark one.
export const USE_STOPS: Record<Mode, string[]> = {
  light: ["#748ba0", "#3b81a5", "#936003", "#a53005", "#870f40", "#42083b"],
  dark: ["#617a94", "#5a8ac2", "#b684ce", "#f78ba0", "#ffb866", "#fce98b"],
};
export const USE_BOUNDS = [0.1, 0.2, 0.4, 0.6, 0.8]; // between the six

// Of variants, parts and verdicts in one picture; symbols tell them apart as well.
export const SERIES: Record<Mode, string[]> = {
  light: ["#0072b2", "#c46a00", "#009e73", "#a04694", "#0090ed", "#8a2c00"],
  dark: ["#4aa8e0", "#f2b632", "#2fc79c", "#bf87b9", "#7cc8f2", "#f07b2e"],
};

// Neutral, so that causes stand out; dark and light, so that they differ to every eye.
const DIRECTIONS: Record<Mode, [string, string]> = { light: ["#1d3a5f", "#7f93a8"], dark: ["#e3ebf2", "#7f93a8"] };

export function mode(): Mode {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

const listeners = new Set<() => void>();

// Called when colours change; returns what ends that.
export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function setTheme(theme: "auto" | Mode): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  listeners.forEach((listener) => listener());
}

// Paper is light. Returns what brings the former theme back.
export function lightTheme(): () => void {
  const { theme } = document.documentElement.dataset;
  setTheme("light");
  return () => setTheme(theme === "light" || theme === "dark" ? theme : "auto");
}

export function watchSystemTheme(): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => listeners.forEach((l) => l()));
}

export const causeColour = (index: number): string => CAUSE_COLOURS[CAUSES[index]][mode() === "dark" ? 1 : 0];
export const directionColour = (direction: number): string => DIRECTIONS[mode()][direction === 1 ? 1 : 0];
export const seriesColour = (i: number): string => SERIES[mode()][i % SERIES[mode()].length];
export const useColours = (): string[] => USE_STOPS[mode()];

export function useColour(share: number | null): string {
  if (share === null) return css("--neutral");
  const step = USE_BOUNDS.findIndex((bound) => share < bound);
  return useColours()[step < 0 ? USE_BOUNDS.length : step];
}

// A custom property of style.css, as it is now.
export function css(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export const CAUSE_WORDS: Record<Cause, string> = {
  section: "line section not free",
  path: "no path or quota left",
  track: "no station track free",
  server: "no server free",
  bay: "no bay free",
  yard: "yard full",
  fleet: "no wagons or locomotive",
  hours: "closed (opening hours)",
  possession: "line closed (possession)",
  closure: "closed by a disruption",
  formation: "train being formed",
  handling: "handling",
  running: "running",
  slowed: "slow order, or behind a slower train",
  plug: "no plug free",
  consolidation: "container being filled",
};
