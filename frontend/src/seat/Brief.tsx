import { useView } from "../store";
import { t } from "../text/t";
import { Markdown } from "../ui/Markdown";
import { Sheet } from "../ui/Overlays";
import { close } from "./desk";
import { useMine } from "./you";

/** Opens over the picture, never over a form. */
export function Brief() {
  return (
    <Sheet title={t("seat.brief")} onClose={close}>
      <BriefText />
    </Sheet>
  );
}

/** Whether a text begins with this title itself. */
function headed(text = "", title: string): boolean {
  return (
    text
      .trimStart()
      .replace(/^#+\s*/, "")
      .split("\n")[0]
      ?.trim() === title
  );
}

/** Office first, then team, then the situation that everybody knows. */
export function BriefText() {
  const you = useView((view) => view.you);
  const exercise = useView((view) => view.exercise);
  const { shape } = useMine();
  const parts = [
    { id: "seat", title: you?.title ?? "", text: you?.brief },
    { id: "team", title: shape?.name ?? "", text: you?.team_brief },
    { id: "all", title: t("centre.situation"), text: exercise?.briefing },
  ].filter((part) => part.text);
  if (!parts.length) return <p>{t("brief.closed")}</p>;
  return (
    <>
      {shape?.aim && <p className="lede">{shape.aim}</p>}
      {parts.map((part) => (
        <section key={part.id} className="stack-s">
          {!headed(part.text, part.title) && <h2 className="crumb">{part.title}</h2>}
          <Markdown text={part.text ?? ""} what={part.title} />
        </section>
      ))}
    </>
  );
}
