import type { InjectShape, RewindShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { t } from "../text/t";
import { useRewindWords } from "../ui/RewindNotice";

const LINES = 3;

/** The latest public news, newest first; among it that control went back. */
export function News({ lines = LINES }: { lines?: number }) {
  const injects = useView((view) => view.injects);
  const rewinds = useView((view) => view.rewinds);
  const news = Object.entries(injects ?? {}).map(([id, inject]) => ({
    id,
    at: inject.at,
    line: <Line inject={inject} />,
  }));
  const back = Object.entries(rewinds ?? {}).map(([id, rewind]) => ({
    id: `rewind-${id}`,
    at: rewind.at,
    line: <Rewound rewind={rewind} />,
  }));
  const latest = [...news, ...back].sort((a, b) => b.at - a.at).slice(0, lines);
  return (
    <section className="pnews" aria-live="polite">
      <h2>{t("wall.latest")}</h2>
      {!latest.length && <p className="hint">{t("wall.no_news")}</p>}
      <ul>
        {latest.map(({ id, line }) => (
          <li key={id}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Line({ inject }: { inject: InjectShape }) {
  const headline = useText(inject.headline_ref);
  const body = useText(inject.body_ref);
  return (
    <>
      <b>{headline || inject.headline}</b>
      <p>{body || inject.body}</p>
    </>
  );
}

function Rewound({ rewind }: { rewind: RewindShape }) {
  const { headline, body, reason } = useRewindWords(rewind);
  return (
    <>
      <b>{headline}</b>
      <p>{reason || body}</p>
    </>
  );
}
