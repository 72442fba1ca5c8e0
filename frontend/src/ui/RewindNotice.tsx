import type { Ref } from "react";
import type { RewindShape } from "../contract";
import { useText } from "../live/texts";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Icon } from "./Icons";

/** To where control went back, what that means, and why where control shares it. */
export function useRewindWords(rewind: RewindShape): { headline: string; body: string; reason: string } {
  const reason = useText(rewind.reason) ?? "";
  const phase = t(`phase.${rewind.phase}`).toLowerCase();
  const point = t(rewind.start ? "rewound.start" : "rewound.middle", { phase, turn: rewind.turn });
  return { headline: t("rewound.title", { point }), body: t("rewound.means"), reason };
}

interface RewindNoticeProps {
  rewind: RewindShape;
  unread: boolean;
  place?: Ref<HTMLDivElement>;
}

export function RewindNotice({ rewind, unread, place }: RewindNoticeProps) {
  const { headline, body, reason } = useRewindWords(rewind);
  return (
    <div ref={place}>
      <article className={`inject rewound${unread ? " unread" : ""}`}>
        <header>
          <span className="kind">
            <Icon name="back" />
            {t("rewound.kind")}
          </span>
          <h3>{headline}</h3>
          <time>{clock(rewind.at)}</time>
        </header>
        {reason && <p className="pre">{t("rewound.why", { reason })}</p>}
        <p>{body}</p>
      </article>
    </div>
  );
}
