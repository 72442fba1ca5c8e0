/** The map of the theatre, as this viewer may see it. Loaded only where the scenario has one. */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { MapShape, MarkShape } from "../contract";
import { useView } from "../store";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { Dialog } from "../ui/Overlays";
import { aspect } from "./aspect";
import { Ground } from "./Ground";
import { InWords, ZoneFacts } from "./InWords";
import { type Layer, told, type Variables } from "./marks";
import { moved } from "./moved";
import { type Name, names, number } from "./names";
import { Plates, standing } from "./Plates";
import { at, type Sheet as SheetOf, sheet } from "./sheet";
import type { Box } from "./spread";
import { middleOf, Zones, zonesOf } from "./Zones";
import "./map.css";

export interface TheatreProps {
  /** small: beside something else; wall: read from afar, nothing to press. */
  size?: "" | "small" | "wall";
  /** Opens a value's details. */
  onOpen?: (path: string) => void;
}

const NO_MARKS: Record<string, MarkShape> = {};
const NO_VALUES: Variables = {};

export default function Theatre({ size = "", onOpen }: TheatreProps) {
  const still = useView((view) => view.map);
  const marks = useView((view) => view.marks) ?? NO_MARKS;
  const variables = useView((view) => view.variables) ?? NO_VALUES;
  const all = useMemo(() => told(marks, variables), [marks, variables]);
  const map = useMemo(() => still && moved(still, marks, variables), [still, marks, variables]);
  const [off, setOff] = useState<Layer[]>([]);
  const [zone, setZone] = useState("");
  const [phone] = useState(() => window.matchMedia("(max-width: 719px)").matches);
  if (!map) return null;
  const on = (layer: Layer) => !off.includes(layer);
  const flip = (layer: Layer) => setOff(on(layer) ? [...off, layer] : off.filter((one) => one !== layer));
  const shown = all.filter(({ mark }) => on(mark.layer));
  const details =
    onOpen &&
    ((path: string) => {
      setZone("");
      onOpen(path);
    });
  const opened = map.features[zone];
  return (
    <div className={`map-page ${size}`}>
      {!size && <Layers map={map} marks={marks} on={on} onFlip={flip} />}
      <Sheet
        map={map}
        all={shown}
        size={size}
        on={on}
        onZone={size === "wall" ? undefined : setZone}
        onOpen={details}
      />
      <div className="map-foot">
        <p className="map-note">
          {t("map.note")} {map.note}
        </p>
        {size !== "wall" && (
          <details className="map-words" open={phone}>
            <summary>
              {t("map.words")} <Icon name="chevd" />
            </summary>
            <InWords map={map} all={all} onOpen={details} />
          </details>
        )}
      </div>
      {opened && (
        <Dialog title={`${zone} ${opened.name}`} size="small" onClose={() => setZone("")}>
          <ZoneFacts zone={opened} all={all.filter(({ mark }) => mark.zone === zone)} onOpen={details} />
        </Dialog>
      )}
    </div>
  );
}

interface LayersProps {
  map: MapShape;
  marks: Record<string, MarkShape>;
  on: (layer: Layer) => boolean;
  onFlip: (layer: Layer) => void;
}

/** A switch for each layer that the map has. */
function Layers({ map, marks, on, onFlip }: LayersProps) {
  const kinds = new Set(Object.values(map.features).map(({ kind }) => kind));
  const layers = new Set(Object.values(marks).flatMap(({ layer, word }) => (word ? [layer] : [])));
  const there: [Layer, boolean][] = [
    ["zones", kinds.has("zone")],
    ["forces", layers.has("forces")],
    ["contact", kinds.has("line")],
    ["air_sea", layers.has("air_sea")],
  ];
  return (
    <fieldset className="chips">
      <legend className="said">{t("map.layers")}</legend>
      {there
        .filter(([, has]) => has)
        .map(([layer]) => (
          <button key={layer} type="button" className="chip" aria-pressed={on(layer)} onClick={() => onFlip(layer)}>
            {t(`map.layer.${layer}`)}
          </button>
        ))}
    </fieldset>
  );
}

interface SheetProps {
  map: MapShape;
  all: ReturnType<typeof told>;
  size: "" | "small" | "wall";
  on: (layer: Layer) => boolean;
  onZone: ((zone: string) => void) | undefined;
  onOpen: ((path: string) => void) | undefined;
}

/** Height of a plate's letters in pixels; on the wall they grow with its window. */
const LETTER = { "": 13, small: 12, wall: undefined };

function Sheet({ map, all, size, on, onZone, onOpen }: SheetProps) {
  const pan = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const paper = useMemo(() => (width && height ? sheet(map.window, width, height) : undefined), [map, width, height]);
  const letter = LETTER[size] ?? em(box.current);
  const boxes = useMemo(() => (paper ? standing(all, paper, letter) : []), [all, paper, letter]);
  const named = useMemo(
    () => (paper ? names(map, paper, letter, taken(map, paper, letter, boxes)) : NO_NAMES),
    [map, paper, letter, boxes],
  );
  useEffect(() => {
    if (pan.current && paper) pan.current.scrollLeft = middle(map, paper) - pan.current.clientWidth / 2;
  }, [map, paper]);
  return (
    <div className="map-pan" ref={pan}>
      <div className="map-sheet" ref={box} style={{ "--aspect": aspect(map.window) }}>
        {paper && (
          <>
            <svg width={width} height={height} role="group" aria-label={t("map.sheet", { title: map.title })}>
              <Ground map={map} sheet={paper} contact={on("contact")} zones={on("zones")} names={named} size={size} />
              {on("zones") && <Zones map={map} sheet={paper} names={named} size={size} onOpen={onZone} />}
            </svg>
            <Plates boxes={boxes} onOpen={onOpen} />
          </>
        )}
      </div>
    </div>
  );
}

/** Height of the letters inside, in pixels. */
function em(element: HTMLElement | null): number {
  return (element && Number.parseFloat(getComputedStyle(element).fontSize)) || 16;
}

const NO_NAMES = new Map<string, Name>();

/** What no name may lie on: plates, the zones' numbers, and the dots of the places. */
function taken(map: MapShape, paper: SheetOf, letter: number, boxes: Box[]): Box[] {
  const numbers = zonesOf(map).map(([id, zone]) => number(zone, id, middleOf(zone), paper, letter));
  const dots = Object.values(map.features)
    .filter(({ kind }) => kind === "place")
    .map(({ geometry }) => at(paper, geometry.coordinates))
    .map(([x, y]) => ({ x, y, width: 6, height: 6 }));
  return [...boxes, ...numbers, ...dots];
}

/** Where a narrow screen looks first: the middle of the zones. */
function middle(map: MapShape, paper: SheetOf): number {
  const points = zonesOf(map).filter(([, zone]) => zone.geometry.type === "Point");
  if (!points.length) return paper.width / 2;
  return points.reduce((sum, [, zone]) => sum + at(paper, zone.geometry.coordinates)[0], 0) / points.length;
}

/** The drawn size of an element, whole pixels, followed as it changes. */
function useSize(box: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}
