/** What lies still: sea, land, graticule, hatched ground, the contact line with its belt, and the neat line. */
import { memo, useId } from "react";
import type { FeatureShape, MapShape } from "../contract";
import { t } from "../text/t";
import { borders, coast, land, together } from "./base";
import { at, meridians, neatLine, parallels, type Sheet, tickStep, wound } from "./sheet";

interface GroundProps {
  map: MapShape;
  sheet: Sheet;
  contact: boolean;
  zones: boolean;
  size: "" | "small" | "wall";
}

export const Ground = memo(function Ground({ map, sheet, contact, zones, size }: GroundProps) {
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
      <Places map={map} sheet={sheet} size={size} />
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

function Places({ map, sheet, size }: Pick<GroundProps, "map" | "sheet" | "size">) {
  const all = Object.entries(map.features).filter(([, one]) => size === "" || !one.minor);
  return (
    <g>
      {all.map(([id, one]) => {
        const [x, y] = at(sheet, one.geometry.coordinates);
        if (one.kind === "label" && size !== "small")
          return (
            <text key={id} className={`m-label ${one.rank}`} x={x} y={y}>
              {one.name}
            </text>
          );
        if (one.kind !== "place" || size === "small") return null;
        const left = one.side === "left";
        return (
          <g key={id} className="m-place">
            <circle cx={x} cy={y} r="2.6" />
            <text x={left ? x - 6 : x + 6} y={y - 3} textAnchor={left ? "end" : "start"}>
              {one.name}
            </text>
          </g>
        );
      })}
    </g>
  );
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
