import { lazy, Suspense } from "react";
import { useView } from "../store";
import { t } from "../text/t";
import { Boundary } from "../ui/Boundary";
import { Loading } from "../ui/Empty";
import { aspect } from "./aspect";
import type { TheatreProps } from "./Theatre";

const Theatre = lazy(() => import("./Theatre"));

export function useHasMap(): boolean {
  return useView((view) => view.map !== undefined);
}

/** The map, brought when it is first needed; nothing where the scenario has none. */
export function LazyTheatre(props: TheatreProps) {
  const map = useView((view) => view.map);
  if (!map) return null;
  const loading = (
    <div className={`map-hold ${props.size ?? ""}`} style={{ "--aspect": aspect(map.window) }}>
      <Loading what={t("map.sheet", { title: map.title })} lines={4} />
    </div>
  );
  return (
    <Boundary>
      <Suspense fallback={loading}>
        <Theatre {...props} />
      </Suspense>
    </Boundary>
  );
}
