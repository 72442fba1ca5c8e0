import type { InjectShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { t } from "../text/t";

const LINES = 3;

/** The latest public news, newest first. */
export function News({ lines = LINES }: { lines?: number }) {
  const injects = useView((view) => view.injects);
  const latest = Object.entries(injects ?? {})
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, lines);
  return (
    <section className="pnews" aria-live="polite">
      <h2>{t("wall.latest")}</h2>
      {!latest.length && <p className="hint">{t("wall.no_news")}</p>}
      <ul>
        {latest.map(([id, inject]) => (
          <Line key={id} inject={inject} />
        ))}
      </ul>
    </section>
  );
}

function Line({ inject }: { inject: InjectShape }) {
  const headline = useText(inject.headline_ref);
  const body = useText(inject.body_ref);
  return (
    <li>
      <b>{headline || inject.headline}</b>
      <p>{body || inject.body}</p>
    </li>
  );
}
