/** Variables as control sets them: typed fields, and rows of "this becomes that". */
import type { FieldShape, VariableShape } from "../contract";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { type Value, withUnit } from "../text/format";
import { t } from "../text/t";
import { Field, fieldError } from "../ui/Field";
import { Icon } from "../ui/Icons";
import { useLibrary, variableName } from "../ui/Library";

/** New values by path. */
export type NewValues = Record<string, Value>;
type Variables = Record<string, VariableShape>;

const NONE: Variables = {};

export function useVariables(): Variables {
  return useView((view) => view.variables ?? NONE);
}

/** What control may set: all but what follows from others. */
function settable(variables: Variables): [string, VariableShape][] {
  return ordered(variables).filter(([, variable]) => variable.kind !== "derived");
}

/** A variable as a field of a form. */
export function asField(path: string, variable: VariableShape, label = variable.name): FieldShape {
  const { kind, unit, low, high, choices = [] } = variable;
  return {
    id: path,
    label,
    kind: kind === "derived" ? "number" : kind,
    unit,
    required: true,
    choices: choices.map((value) => ({ value, label: value.replaceAll("_", " ") })),
    ...(high > low ? { low, high } : {}),
  };
}

export function valueError(variables: Variables, values: NewValues): boolean {
  return Object.entries(values).some(([path, value]) => {
    const variable = variables[path];
    return !variable || fieldError(asField(path, variable), value) !== "";
  });
}

interface EffectsProps {
  legend: string;
  values: NewValues;
  onChange: (values: NewValues) => void;
  /** Shown, but not to be taken away: what the ruling itself changes. */
  fixed?: string[];
}

/** Pick variables, and say what each becomes. */
export function Effects({ legend, values, onChange, fixed = [] }: EffectsProps) {
  const variables = useVariables();
  const library = useLibrary();
  const drop = (path: string) => {
    const { [path]: _, ...rest } = values;
    onChange(rest);
  };
  return (
    <fieldset className="stack-s effects-set">
      <legend>{legend}</legend>
      {Object.entries(values).map(([path, value]) => {
        const variable = variables[path];
        if (!variable) return null;
        return (
          <div key={path} className="effect">
            <Field
              field={asField(path, variable, variableName(variable, library))}
              value={value}
              note={<span className="hint">{t("effect.now", { value: valueNow(variable) })}</span>}
              error={fieldError(asField(path, variable), value)}
              onChange={(changed) => onChange({ ...values, [path]: changed })}
            />
            {!fixed.includes(path) && (
              <button
                type="button"
                className="btn small ghost"
                aria-label={t("effect.drop", { name: variable.name })}
                onClick={() => drop(path)}
              >
                <Icon name="x" />
              </button>
            )}
          </div>
        );
      })}
      <Pick taken={values} onPick={(path, start) => onChange({ ...values, [path]: start })} />
    </fieldset>
  );
}

function Pick({ taken, onPick }: { taken: NewValues; onPick: (path: string, start: Value) => void }) {
  const variables = useVariables();
  const library = useLibrary();
  const left = settable(variables).filter(([path]) => taken[path] === undefined);
  return (
    <label>
      <span className="said">{t("effect.add")}</span>
      <select
        value=""
        onChange={(event) => {
          const path = event.target.value;
          onPick(path, variables[path]?.value ?? 0);
        }}
      >
        <option value="">{t("effect.add")}</option>
        {left.map(([path, variable]) => (
          <option key={path} value={path}>
            {variableName(variable, library)}
          </option>
        ))}
      </select>
    </label>
  );
}

function valueNow({ value, unit, places }: VariableShape): string {
  return value === undefined ? t("value.unknown") : withUnit(value, unit, places);
}
