/** Light or dark, by the system or by choice of this device. */
import { keep, kept } from "./live/kept";

export type Theme = "system" | "light" | "dark";

const dark = () => window.matchMedia("(prefers-color-scheme: dark)");

export function chosenTheme(): Theme {
  const theme = kept("theme");
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function chooseTheme(theme: Theme): void {
  keep("theme", theme);
  showTheme();
}

/** Set the page's theme now, and again when the system changes. */
export function followTheme(): void {
  showTheme();
  dark().addEventListener("change", showTheme);
}

function showTheme(): void {
  const theme = chosenTheme();
  document.documentElement.dataset.theme = theme === "system" ? (dark().matches ? "dark" : "light") : theme;
}
