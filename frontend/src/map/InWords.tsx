import type { FeatureShape, MapShape } from "../contract";
import { t } from "../text/t";
import { useLibrary } from "../ui/Library";
import { FactList } from "../ui/ProvenanceChip";
import { Secret } from "../ui/Secret";
import { inWords, name, secret, type Told } from "./marks";
import { zonesOf } from "./Zones";

interface Opening {
  /** Opens a value's details, where the screen has them. */
  onOpen?: ((path: string) => void) | undefined;
}

/** The whole map as a table: each zone, and what this viewer knows of it. */
export function InWords({ map, all, onOpen }: { map: MapShape; all: Told[] } & Opening) {
  const zones = zonesOf(map);
  const elsewhere = all.filter(({ mark }) => !mark.zone);
  return (
    <table className="plain map-table">
      <tbody>
        {zones.map(([id, zone]) => (
          <tr key={id}>
            <th scope="row">
              <b>{id}</b> {zone.name}
            </th>
            <td>
              <Values all={all.filter(({ mark }) => mark.zone === id)} onOpen={onOpen} />
            </td>
          </tr>
        ))}
        {elsewhere.length > 0 && (
          <tr>
            <th scope="row">{t("map.elsewhere")}</th>
            <td>
              <Values all={elsewhere} onOpen={onOpen} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** One zone opened: what it is, what is known of it, what that rests on. */
export function ZoneFacts({ zone, all, onOpen }: { zone: FeatureShape; all: Told[] } & Opening) {
  return (
    <>
      {zone.about && <p className="read">{zone.about}</p>}
      <section className="stack-s">
        <h3>{t("map.known")}</h3>
        <Values all={all} onOpen={onOpen} />
      </section>
      {zone.facts.length > 0 && (
        <section className="stack-s">
          <h3>{t("map.facts")}</h3>
          <FactList facts={zone.facts} />
        </section>
      )}
    </>
  );
}

function Values({ all, onOpen }: { all: Told[] } & Opening) {
  const { actors } = useLibrary();
  if (!all.length) return <p className="hint">{t("map.nothing")}</p>;
  return (
    <ul className="map-values">
      {all.map((one) => (
        <li key={one.id}>
          <Name one={one} onOpen={onOpen} /> <b>{inWords(one, (actor) => actors[actor]?.letters ?? actor)}</b>{" "}
          <Secret secret={secret(one)} />
        </li>
      ))}
    </ul>
  );
}

/** A name leads to where the number comes from; several values have no one place to lead to. */
function Name({ one, onOpen }: { one: Told } & Opening) {
  const { actors } = useLibrary();
  const [first] = one.values;
  const member = one.values.length === 1 ? (first?.[1].member ?? "") : "";
  const whole = [name(one), actors[member]?.name ?? member].filter(Boolean).join(", ");
  if (!onOpen || one.values.length !== 1) return <span>{whole}</span>;
  return (
    <button type="button" className="lnk" onClick={() => onOpen(first?.[0] ?? "")}>
      {whole}
    </button>
  );
}
