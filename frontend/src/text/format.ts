/** Numbers, times and values as people read them. */
import { t } from "./t";

export type Value = boolean | number | string;

const LOCALE = "en-GB";
const MINUS = "\u2212";

/** 1234.5 as "1,234.5", with a true minus sign; `places` at most. */
export function number(value: number, places = 2): string {
  return value.toLocaleString(LOCALE, { maximumFractionDigits: places }).replace("-", MINUS);
}

export function signed(value: number, places = 2): string {
  const text = number(Math.abs(value), places);
  if (text === "0") return "0";
  return (value < 0 ? MINUS : "+") + text;
}

export function percent(share: number): string {
  return `${number(share * 100, 1)}\u00a0%`;
}

/** A value of any kind; `labels` names the choices. */
export function valueText(value: Value, places = 2, labels?: { value: string; label: string }[]): string {
  if (typeof value === "boolean") return value ? t("value.yes") : t("value.no");
  if (typeof value === "number") return number(value, places);
  return labels?.find((choice) => choice.value === value)?.label ?? value.replaceAll("_", " ");
}

/** The unit beside `value`, or alone. A pack writes `month|months` where one of it has a word of its own. */
export function unitOf(unit: string, value?: Value): string {
  const [one = "", many = one] = unit.split("|");
  return value === 1 ? one : many;
}

/** "24", "24 of 100", "52 %", "5 thousand", "1 point": a value never stands alone. */
export function withUnit(value: Value, unit: string, places = 2, labels?: { value: string; label: string }[]): string {
  const text = valueText(value, places, labels);
  return unit && typeof value !== "boolean" ? `${text}\u00a0${unitOf(unit, value)}` : text;
}

/** Seconds as mm:ss; hours join when there are any. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

/** A planned length: "12 min", "30 s". */
export function length(seconds: number): string {
  return seconds >= 60 ? t("time.minutes", { n: number(seconds / 60, 1) }) : t("time.seconds", { n: seconds });
}

/** How long ago, in words short enough for a footer. */
export function ago(seconds: number): string {
  if (seconds < 2) return t("time.now");
  if (seconds < 60) return t("time.s_ago", { n: Math.floor(seconds) });
  return t("time.min_ago", { n: Math.floor(seconds / 60) });
}

/** The head of a hash, in groups of four. */
export function hash(whole: string): string {
  return whole.length > 16 ? `${whole.slice(0, 4)} ${whole.slice(4, 8)} … ${whole.slice(-4)}` : whole;
}

/** Minutes as "45 min", "3 h", "4 h 30 min". */
export function span(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (!hours) return t("home.minutes", { n: number(minutes, 0) });
  return rest ? t("home.hours_minutes", { hours, minutes: rest }) : t("home.hours", { n: hours });
}

/** A moment of the server's calendar: "12 Nov, 10:40". */
export function day(moment: string): string {
  return new Date(moment).toLocaleString(LOCALE, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** "en" as "English". */
export function language(code: string): string {
  try {
    return new Intl.DisplayNames([LOCALE], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // the pack wrote the language's name itself
  }
}

/** "a reason", "a reason and an expected effect". */
export function list(words: string[], join: "and" | "or" = "and"): string {
  return new Intl.ListFormat(LOCALE, { type: join === "and" ? "conjunction" : "disjunction" }).format(words);
}
