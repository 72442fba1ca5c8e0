import type { ProvenanceShape } from "../contract";
import { t } from "../text/t";
import { useLibrary } from "./Library";
import { Pop } from "./Overlays";

/** Where a number comes from: `S 002` sourced, `J` judgement, `F` facilitator. Opens the paraphrase and its sources. */
export function ProvenanceChip({ provenance }: { provenance: ProvenanceShape }) {
  const look = { sourced: "src", judgement: "", facilitator: "fac" }[provenance.kind];
  const label = t("prov.open", { kind: t(`prov.${provenance.kind}`) });
  return (
    <Pop className={`prov ${look}`} label={label} face={face(provenance)}>
      <h3>{t(`prov.${provenance.kind}`)}</h3>
      <ProvenanceText provenance={provenance} />
    </Pop>
  );
}

/** The same, written out. */
export function ProvenanceText({ provenance }: { provenance: ProvenanceShape }) {
  return (
    <>
      {provenance.note && <p>{provenance.note}</p>}
      {provenance.kind === "judgement" && !provenance.note && <p>{t("prov.judgement_text")}</p>}
      {provenance.kind === "facilitator" && !provenance.note && <p>{t("prov.facilitator_text")}</p>}
      <FactList facts={provenance.facts ?? []} />
    </>
  );
}

/** Paraphrased facts with the documents they rest on. */
export function FactList({ facts }: { facts: string[] }) {
  const library = useLibrary();
  if (!facts.length) return null;
  return (
    <ul>
      {facts.map((id) => (
        <li key={id}>
          <p>{library.facts[id]?.text ?? id}</p>
          {(library.facts[id]?.sources ?? []).map((source) => (
            <p key={source} className="hint">
              {library.sources[source]?.title ?? source}
              {library.sources[source]?.date && `, ${library.sources[source].date}`}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function face({ kind, facts }: ProvenanceShape): string {
  if (kind !== "sourced") return t(`prov.letter.${kind}`);
  return t("prov.sourced_letter", { fact: shortened(facts?.[0] ?? "") });
}

/** Ids may be words; a chip has room for six letters. */
function shortened(id: string): string {
  return id.length > 6 ? `${id.slice(0, 5)}…` : id;
}
