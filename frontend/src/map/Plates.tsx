import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { name, plates, plateText, secret, type Told } from "./marks";
import { at, type Sheet } from "./sheet";
import { type Box, spread } from "./spread";

interface PlatesProps {
  boxes: ReturnType<typeof standing>;
  onOpen: ((path: string) => void) | undefined;
}

/** Forces as framed plates, each a word and a number; a dashed frame for what not everybody sees. */
export function Plates({ boxes, onOpen }: PlatesProps) {
  return (
    <ul className="m-plates">
      {boxes.map(({ one, x, y }) => (
        <li key={one.id} style={{ "--x": `${x}px`, "--y": `${y}px` }}>
          {onOpen ? (
            <button
              type="button"
              className={look(one)}
              title={name(one)}
              onClick={() => onOpen(one.values[0]?.[0] ?? "")}
            >
              <Face one={one} />
            </button>
          ) : (
            <span className={look(one)}>
              <Face one={one} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where the plates stand, apart from each other. */
export function standing(all: Told[], sheet: Sheet, letter: number): (Box & { one: Told })[] {
  return spread(plates(all).map((one) => box(one, sheet, letter)));
}

/** About as large as the plate will be drawn: letters of this narrow face are half as wide as high. */
function box(one: Told, sheet: Sheet, letter: number): Box & { one: Told } {
  const [x, y] = at(sheet, one.mark.at ?? []);
  const signs = plateText(one).length + (one.mark.symbol ? 3 : 0) + (secret(one) ? 3 : 0);
  return { one, x, y, width: letter * (0.54 * signs + 1.3), height: letter * 1.75 };
}

function look(one: Told): string {
  return `plate${secret(one) ? " secret" : ""}`;
}

function Face({ one }: { one: Told }) {
  const { symbol } = one.mark;
  const hidden = secret(one);
  return (
    <>
      {symbol === "air" && <AirSign />}
      {symbol === "sea" && <Icon name="sea" />}
      {plateText(one)}
      {hidden && <Icon name="lock" label={t(`secret.${hidden}`)} />}
    </>
  );
}

/** The propeller that stands for air units on staff maps. */
function AirSign() {
  return (
    <svg className="air" viewBox="-8 -4 16 8" aria-hidden="true">
      <path d="M-7,0c3,-5 11,5 14,0c-3,-5 -11,5 -14,0z" />
    </svg>
  );
}
