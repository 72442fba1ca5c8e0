import { lazy, Suspense } from "react";
import { Loading } from "./Empty";

const Rendered = lazy(() => import("./MarkdownRendered"));

/** Briefs and situations. The renderer comes only when a brief is opened. */
export function Markdown({ text, what }: { text: string; what: string }) {
  return (
    <Suspense fallback={<Loading what={what} lines={6} />}>
      <Rendered text={text} />
    </Suspense>
  );
}
