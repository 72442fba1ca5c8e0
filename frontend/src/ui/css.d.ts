import "react";

declare module "react" {
  interface CSSProperties {
    /** Values for the style sheets: `style={{ "--w": "40%" }}`. */
    [variable: `--${string}`]: string | number | undefined;
  }
}
