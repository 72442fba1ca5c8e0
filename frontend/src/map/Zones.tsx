/** The zones: a polygon's limits dashed, id and name at a place of their own, opened like a button. */
import { geoCentroid } from "d3-geo";
import type { KeyboardEvent } from "react";
import type { FeatureShape, MapShape } from "../contract";
import { t } from "../text/t";
import { at, type Sheet, wound } from "./sheet";

interface ZonesProps {
  map: MapShape;
  sheet: Sheet;
  size: "" | "small" | "wall";
  /** Nothing can be pressed if none. */
  onOpen: ((zone: string) => void) | undefined;
}

export function zonesOf({ features }: MapShape): [string, FeatureShape][] {
  return Object.entries(features)
    .filter(([, one]) => one.kind === "zone")
    .sort(([, a], [, b]) => a.order - b.order);
}

export function Zones({ map, sheet, size, onOpen }: ZonesProps) {
  return (
    <>
      {zonesOf(map).map(([id, zone]) => (
        <Zone key={id} id={id} zone={zone} sheet={sheet} size={size} onOpen={onOpen} />
      ))}
    </>
  );
}

interface ZoneProps extends Omit<ZonesProps, "map"> {
  id: string;
  zone: FeatureShape;
}

function Zone({ id, zone, sheet, size, onOpen }: ZoneProps) {
  const shape = wound(zone.geometry);
  const [x, y] = at(sheet, zone.geometry.type === "Point" ? zone.geometry.coordinates : geoCentroid(shape as never));
  const anchor = zone.side === "left" ? "end" : "middle";
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onOpen?.(id);
  };
  const acts = onOpen && { tabIndex: 0, onClick: () => onOpen(id), onKeyDown: press };
  return (
    <g
      className="m-zone"
      aria-label={t("map.zone", { id, name: zone.name })}
      role={onOpen ? "button" : "img"}
      {...acts}
    >
      {zone.geometry.type !== "Point" && <path className="m-limit" d={sheet.path(shape)} />}
      <rect x={anchor === "end" ? x - 64 : x - 38} y={y - 18} width="76" height="44" fill="transparent" />
      <text className="zid" x={x} y={y} textAnchor={anchor}>
        {id}
      </text>
      {(size === "" || (size === "wall" && !zone.minor)) && (
        <text className="zname" x={x} y={y} dy="1.2em" textAnchor={anchor}>
          {zone.name}
        </text>
      )}
    </g>
  );
}
