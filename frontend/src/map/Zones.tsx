/** The zones: a polygon's limits dashed, id and name at a place of their own, opened like a button. */
import { geoCentroid } from "d3-geo";
import type { KeyboardEvent } from "react";
import type { FeatureShape, MapShape } from "../contract";
import { t } from "../text/t";
import type { Name } from "./names";
import { at, type Sheet, wound } from "./sheet";

interface ZonesProps {
  map: MapShape;
  sheet: Sheet;
  names: Map<string, Name>;
  size: "" | "small" | "wall";
  /** Nothing can be pressed if none. */
  onOpen: ((zone: string) => void) | undefined;
}

export function zonesOf({ features }: MapShape): [string, FeatureShape][] {
  return Object.entries(features)
    .filter(([, one]) => one.kind === "zone")
    .sort(([, a], [, b]) => a.order - b.order);
}

export function Zones({ map, sheet, names, size, onOpen }: ZonesProps) {
  return (
    <>
      {zonesOf(map).map(([id, zone]) => (
        <Zone key={id} id={id} zone={zone} sheet={sheet} names={names} size={size} onOpen={onOpen} />
      ))}
    </>
  );
}

interface ZoneProps extends Omit<ZonesProps, "map"> {
  id: string;
  zone: FeatureShape;
}

/** Where its number stands. */
export function middleOf({ geometry }: FeatureShape): readonly unknown[] {
  return geometry.type === "Point" ? geometry.coordinates : geoCentroid(wound(geometry) as never);
}

function Zone({ id, zone, sheet, names, size, onOpen }: ZoneProps) {
  const shape = wound(zone.geometry);
  const [x, y] = at(sheet, middleOf(zone));
  const name = names.get(id);
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
      {name && (size === "" || (size === "wall" && !zone.minor)) && (
        <text className="zname" x={name.x} y={name.y} dy=".35em" textAnchor="middle">
          {zone.name}
        </text>
      )}
    </g>
  );
}
