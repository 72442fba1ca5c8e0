import type { Wall } from "../contract";
import { pageFact } from "../live/page";
import { halves } from "../lobby/Join";
import { t } from "../text/t";

/** Where to join, with which code, and how many have. */
export function JoinSlide({ wall }: { wall: Wall }) {
  const { code, taken, seats } = wall;
  return (
    <section className="pjoin" aria-label={t("hall.join")}>
      {code ? <Code code={code} /> : <p className="pline">{t("wall.no_code")}</p>}
      <p className="ptaken" role="status">
        {t("wall.taken", { taken, n: seats })}
      </p>
    </section>
  );
}

function Code({ code }: { code: string }) {
  const [first, second] = halves(code);
  return (
    <>
      <div>
        <p>{t("wall.join_at")}</p>
        <p className="pplace">{pageFact("join").replace(/^https?:\/\//, "")}</p>
        <p>{t("wall.with_code")}</p>
        <p className="pcode" role="img" aria-label={[...code].join(" ")}>
          <span>{first}</span> <span>{second}</span>
        </p>
      </div>
      <img src={`${window.location.pathname.replace(/\/$/, "")}/${code}.svg`} alt={t("hall.qr")} />
    </>
  );
}
