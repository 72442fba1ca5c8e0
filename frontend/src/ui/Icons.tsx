/** The icons: one 16 px grid, drawn once as a sprite and used by name, always beside a word. */
const NAMES = [
  "check",
  "warn",
  "stop",
  "hold",
  "lock",
  "clock",
  "play",
  "skip",
  "eye",
  "redline",
  "near",
  "crossed",
  "doc",
  "talk",
  "map",
  "list",
  "people",
  "up",
  "down",
  "flat",
  "pen",
  "plus",
  "chev",
  "chevd",
  "x",
  "hand",
  "gear",
  "pin",
  "down2",
  "book",
  "draw",
  "bolt",
  "back",
  "phone",
  "screen",
  "sea",
] as const;
export type IconName = (typeof NAMES)[number];

/** `label` only where no word stands beside it. */
export function Icon({ name, label, className = "" }: { name: IconName; label?: string; className?: string }) {
  const said = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named or hidden by `said`
    <svg className={`i ${className}`} viewBox="0 0 16 16" {...said}>
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** Stands once on every page. */
export function Icons() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true">
      <symbol id="i-check" viewBox="0 0 16 16">
        <path d="M3 8.5 6.5 12 13 4.5" />
      </symbol>
      <symbol id="i-warn" viewBox="0 0 16 16">
        <path d="M8 2 14.5 13.5H1.5Z" />
        <path d="M8 6.5v3.2M8 11.6v.2" />
      </symbol>
      <symbol id="i-stop" viewBox="0 0 16 16">
        <path d="M5.5 1.8h5L14.2 5.5v5L10.5 14.2h-5L1.8 10.5v-5Z" />
        <path d="M8 4.8v4M8 11v.2" />
      </symbol>
      <symbol id="i-hold" viewBox="0 0 16 16">
        <path d="M5.5 3v10M10.5 3v10" />
      </symbol>
      <symbol id="i-lock" viewBox="0 0 16 16">
        <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
      </symbol>
      <symbol id="i-clock" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6" />
        <path d="M8 4.5V8l2.5 1.8" />
      </symbol>
      <symbol id="i-play" viewBox="0 0 16 16">
        <path d="M4.5 3v10l8-5z" />
      </symbol>
      <symbol id="i-skip" viewBox="0 0 16 16">
        <path d="M3.5 3.5v9L10 8zM12.5 3.5v9" />
      </symbol>
      <symbol id="i-eye" viewBox="0 0 16 16">
        <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8Z" />
        <circle cx="8" cy="8" r="1.8" />
      </symbol>
      <symbol id="i-redline" viewBox="0 0 16 16">
        <path d="M11.5 2v12" />
        <circle cx="4" cy="8" r="2" className="fill" />
      </symbol>
      <symbol id="i-near" viewBox="0 0 16 16">
        <path d="M11.5 2v12" />
        <circle cx="8" cy="8" r="2" className="fill" />
        <path d="M2 8h2" />
      </symbol>
      <symbol id="i-crossed" viewBox="0 0 16 16">
        <path d="M6.5 2v12" />
        <circle cx="12" cy="8" r="2" className="fill" />
        <path d="M2 8h8" />
      </symbol>
      <symbol id="i-doc" viewBox="0 0 16 16">
        <path d="M4 1.8h5.5L12.5 5v9.2H4zM9.3 2v3.2h3M6 8h4.5M6 10.8h4.5" />
      </symbol>
      <symbol id="i-talk" viewBox="0 0 16 16">
        <path d="M2 3h12v8H7l-3 2.5V11H2z" />
      </symbol>
      <symbol id="i-map" viewBox="0 0 16 16">
        <path d="M2 3.5 6 2l4 1.5L14 2v10.5L10 14l-4-1.5L2 14zM6 2v10.5M10 3.5V14" />
      </symbol>
      <symbol id="i-list" viewBox="0 0 16 16">
        <path d="M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5" />
      </symbol>
      <symbol id="i-people" viewBox="0 0 16 16">
        <circle cx="6" cy="5" r="2.3" />
        <path d="M1.5 13.5c.3-3 2-4.3 4.5-4.3s4.2 1.3 4.5 4.3M10.5 3c1.3.1 2.1.9 2.1 2.1 0 1.1-.7 1.9-1.7 2.1M12.3 9.4c1.3.5 2 1.8 2.2 4.1" />
      </symbol>
      <symbol id="i-up" viewBox="0 0 16 16">
        <path d="M8 13V3M4 7l4-4 4 4" />
      </symbol>
      <symbol id="i-down" viewBox="0 0 16 16">
        <path d="M8 3v10M4 9l4 4 4-4" />
      </symbol>
      <symbol id="i-flat" viewBox="0 0 16 16">
        <path d="M3 8h10" />
      </symbol>
      <symbol id="i-pen" viewBox="0 0 16 16">
        <path d="M3 13l.7-3L11 2.7 13.3 5 6 12.3z" />
      </symbol>
      <symbol id="i-plus" viewBox="0 0 16 16">
        <path d="M8 3v10M3 8h10" />
      </symbol>
      <symbol id="i-chev" viewBox="0 0 16 16">
        <path d="M6 3.5 10.5 8 6 12.5" />
      </symbol>
      <symbol id="i-chevd" viewBox="0 0 16 16">
        <path d="M3.5 6 8 10.5 12.5 6" />
      </symbol>
      <symbol id="i-x" viewBox="0 0 16 16">
        <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
      </symbol>
      <symbol id="i-hand" viewBox="0 0 16 16">
        <path d="M4.5 8V4.2a1 1 0 0 1 2 0V7 2.8a1 1 0 0 1 2 0V7 3.5a1 1 0 0 1 2 0V8 5.5a1 1 0 0 1 2 0V10c0 2.5-1.5 4.2-4 4.2-2 0-3-.8-3.8-2.2L2.5 9.5c-.5-1 .8-1.7 1.5-.9z" />
      </symbol>
      <symbol id="i-gear" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="2.2" />
        <path d="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4" />
      </symbol>
      <symbol id="i-pin" viewBox="0 0 16 16">
        <path d="M8 14.5V9M4.5 2h7L10.5 6l2 3h-9l2-3z" />
      </symbol>
      <symbol id="i-down2" viewBox="0 0 16 16">
        <path d="M8 2v8M4.5 6.8 8 10.3l3.5-3.5M2.5 13.5h11" />
      </symbol>
      <symbol id="i-book" viewBox="0 0 16 16">
        <path d="M8 4c-1.5-1.3-3.5-1.5-6-1.5v10c2.5 0 4.5.2 6 1.5 1.5-1.3 3.5-1.5 6-1.5v-10C11.5 2.5 9.5 2.7 8 4zM8 4v10" />
      </symbol>
      <symbol id="i-draw" viewBox="0 0 16 16">
        <path d="M1.5 11h13M4.5 11V9M8 11V9M11.5 11V9M9.8 2v5.5M7.8 5.7l2 2 2-2" />
      </symbol>
      <symbol id="i-bolt" viewBox="0 0 16 16">
        <path d="M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z" />
      </symbol>
      <symbol id="i-back" viewBox="0 0 16 16">
        <path d="M11.5 3v10l-8-5zM3 3v10" />
      </symbol>
      <symbol id="i-phone" viewBox="0 0 16 16">
        <path d="M4.5 1.5h7v13h-7zM7 12.3h2" />
      </symbol>
      <symbol id="i-screen" viewBox="0 0 16 16">
        <path d="M1.8 2.5h12.4v8.5H1.8zM8 11v3M5 14h6" />
      </symbol>
      <symbol id="i-sea" viewBox="0 0 16 16">
        <path d="M1.5 6c1.1-1 2.1-1 3.2 0s2.2 1 3.3 0 2.2-1 3.3 0 2.1 1 3.2 0M1.5 10.5c1.1-1 2.1-1 3.2 0s2.2 1 3.3 0 2.2-1 3.3 0 2.1 1 3.2 0" />
      </symbol>
    </svg>
  );
}
