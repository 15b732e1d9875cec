// Colours for light and dark, safe for colour-blind eyes: the causes that trains wait for most have those of Okabe and Ito
// (2008), others neutral tones or darker ones; utilisation goes by a scale whose lightness changes steadily, so that it
// also reads in grey.
import { CAUSES, type Cause } from "./data";

export type Mode = "light" | "dark";

const CAUSE_COLOURS: Record<Cause, [string, string]> = {
  section: ["#d55e00", "#f07b2e"],
  path: ["#0072b2", "#4aa8e0"],
  track: ["#cc79a7", "#dd93bc"],
  server: ["#009e73", "#2fc79c"],
  bay: ["#e69f00", "#f2b632"],
  yard: ["#56b4e9", "#7cc8f2"],
  fleet: ["#7a5195", "#b08cd0"],
  hours: ["#b8a800", "#f0e442"],
  possession: ["#8c564b", "#c08a7e"],
  closure: ["#b2182b", "#ff6b74"],
  formation: ["#b9a88a", "#8f8066"],
  handling: ["#7d8b99", "#8b99a8"],
  running: ["#cfd7df", "#46525f"],
  slowed: ["#f3b48b", "#a5623a"],
  plug: ["#4b3d8f", "#9f90ea"],
  consolidation: ["#a6761d", "#c99b4a"],
};

// From idle to full: ever darker on a light ground, ever lighter on a dark one.
export const USE_STOPS: Record<Mode, string[]> = {
  light: ["#9db4c8", "#5a97b8", "#b57a12", "#c24f28", "#9c1f4c", "#46083f"],
  dark: ["#4a6076", "#5f87b4", "#b07fc8", "#ec8196", "#f8b05c", "#fbe88a"],
};
export const USE_BOUNDS = [0.1, 0.2, 0.4, 0.6, 0.8]; // between the six

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
export const useColours = (): string[] => USE_STOPS[mode()];

export function useColour(share: number | null): string {
  if (share === null) return css("--faint");
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
