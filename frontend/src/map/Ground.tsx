/** What lies still: sea, land, graticule, hatched ground, the contact line with its belt, and the neat line. */
import { memo, useId } from "react";
import type { FeatureShape, MapShape } from "../contract";
import { t } from "../text/t";
import { borders, coast, land, together } from "./base";
import type { Name } from "./names";
import { at, meridians, neatLine, parallels, type Sheet, tickStep, wound } from "./sheet";

interface GroundProps {
  map: MapShape;
  sheet: Sheet;
  contact: boolean;
  zones: boolean;
  names: Map<string, Name>;
  size: "" | "small" | "wall";
}

export const Ground = memo(function Ground({ map, sheet, contact, zones, names, size }: GroundProps) {
  const id = useId();
  const of = (...kinds: FeatureShape["kind"][]) => shapes(map, sheet, kinds);
  const step = tickStep((map.window[2] ?? 0) - (map.window[0] ?? 0));
  const [home, invented] = [sheet.path(together(map.home)), of("land").join("")];
  const ours = home || invented || sheet.path(land);
  return (
    <>
      <defs>
        <clipPath id={`${id}-home`}>
          <path d={ours} />
        </clipPath>
        <pattern id={`${id}-hatch`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="m-hatch" d="M0,0V8" />
        </pattern>
      </defs>
      <rect className="m-sea" width={sheet.width} height={sheet.height} />
      {map.base && <path className="m-land" d={sheet.path(land)} />}
      <path className="m-land" d={invented} />
      <path className="m-stage" d={sheet.path(together(map.staging))} />
      <path className="m-home" d={home} />
      <Graticule sheet={sheet} step={step} />
      <g clipPath={`url(#${id}-home)`}>
        {of("area").map((d) => (
          <path key={d} fill={`url(#${id}-hatch)`} d={d} />
        ))}
        {contact && of("belt").map((d) => <path key={d} className="m-belt" strokeWidth={sheet.width * 0.03} d={d} />)}
        {zones && of("limit").map((d) => <path key={d} className="m-limit" d={d} />)}
      </g>
      {map.base && (
        <>
          <path className="m-border" d={sheet.path(borders)} />
          <path className="m-shore" d={sheet.path(coast)} />
          <path className="m-coast" d={sheet.path(coast)} />
        </>
      )}
      <path className="m-shore" d={invented} />
      <path className="m-coast" d={invented} />
      {contact && of("line").map((d) => <path key={d} className="m-contact" d={d} />)}
      <Places map={map} sheet={sheet} names={names} size={size} />
      <Frame sheet={sheet} step={step} ticks={size === ""} />
    </>
  );
});

/** Paths of the features of these kinds. */
export function shapes({ features }: MapShape, sheet: Sheet, kinds: FeatureShape["kind"][]): string[] {
  return Object.values(features)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ geometry }) => sheet.path(wound(geometry)))
    .filter(Boolean);
}

function Graticule({ sheet, step }: { sheet: Sheet; step: number }) {
  const down = meridians(sheet, step).map((tick) => `M${tick.at},0V${sheet.height}`);
  const across = parallels(sheet, Math.max(1, Math.floor(step / 2))).map((tick) => `M0,${tick.at}H${sheet.width}`);
  return <path className="m-grat" d={[...down, ...across].join("")} />;
}

function Places({ map, sheet, names, size }: Pick<GroundProps, "map" | "sheet" | "names" | "size">) {
  if (size === "small") return null;
  const all = Object.entries(map.features).filter(([id, one]) => names.has(id) && (size === "" || !one.minor));
  return (
    <g>
      {all.map(([id, one]) => {
        const name = names.get(id);
        if (one.kind === "label")
          return (
            <text key={id} className={`m-label ${one.rank}`} x={name?.x} y={name?.y} dy=".35em">
              {one.name}
            </text>
          );
        if (one.kind !== "place") return null;
        const [x, y] = at(sheet, one.geometry.coordinates);
        return (
          <g key={id} className="m-place">
            <circle cx={x} cy={y} r="2.6" />
            <text x={edge(name)} y={name?.y} dy=".35em" textAnchor={name?.anchor}>
              {one.name}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Where a name's text begins, is in the middle, or ends: its own width is only about known. */
function edge(name: Name | undefined): number {
  if (!name) return 0;
  const half = name.width / 2;
  return name.anchor === "start" ? name.x - half : name.anchor === "end" ? name.x + half : name.x;
}

function Frame({ sheet, step, ticks }: { sheet: Sheet; step: number; ticks: boolean }) {
  const { width, height } = sheet;
  return (
    <>
      <path className="m-neat" d={`M2,2H${width - 2}V${height - 2}H2Z`} />
      <path className="m-neat bars" d={neatLine(sheet)} />
      {ticks && (
        <g className="m-ticks">
          {meridians(sheet, step).map(({ degrees, at: x }) => (
            <text key={degrees} x={x} y={height - 9} textAnchor="middle">
              {t(degrees < 0 ? "map.west" : "map.east", { n: Math.abs(degrees) })}
            </text>
          ))}
          {parallels(sheet, Math.max(1, Math.floor(step / 2)))
            .filter(({ at: y }) => y > 18 && y < height - 24)
            .map(({ degrees, at: y }) => (
              <text key={degrees} x="9" y={y - 3}>
                {t(degrees < 0 ? "map.south" : "map.north", { n: Math.abs(degrees) })}
              </text>
            ))}
        </g>
      )}
    </>
  );
}
