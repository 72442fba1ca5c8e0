import { useState } from "react";
import { keep, kept } from "../live/kept";
import { t } from "../text/t";
import { chooseTheme, chosenTheme, type Theme } from "../theme";
import { Dialog } from "../ui/Overlays";
import { Segmented } from "../ui/Segmented";
import { close } from "./desk";
import { playTone } from "./sound";

/** Of this device alone. */
export function Settings({ onClose = close }: { onClose?: () => void }) {
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const choose = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <Dialog title={t("seat.settings")} onClose={onClose} size="small">
      <div className="stack-s">
        <h3>{t("settings.theme")}</h3>
        <Segmented
          label={t("settings.theme")}
          chosen={theme}
          onChoose={choose}
          tall
          choices={[
            { id: "system", face: t("settings.system") },
            { id: "light", face: t("settings.light") },
            { id: "dark", face: t("settings.dark") },
          ]}
        />
      </div>
      <Switch name="sound" label={t("settings.sound")} off onChange={(on) => on && playTone()} />
      <Switch name="keys" label={t("settings.keys")} />
      <p className="hint">{t("settings.device")}</p>
    </Dialog>
  );
}

/** A remembered yes or no. */
function Switch({
  name,
  label,
  off = false,
  onChange,
}: {
  name: string;
  label: string;
  off?: boolean;
  onChange?: (on: boolean) => void;
}) {
  const [on, setOn] = useState(() => isOn(name, off));
  const change = (next: boolean) => {
    keep(name, next ? "on" : "off");
    setOn(next);
    onChange?.(next);
  };
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => change(event.target.checked)} />
      {label}
    </label>
  );
}

export function isOn(name: string, offByDefault = false): boolean {
  return (kept(name) ?? (offByDefault ? "off" : "on")) === "on";
}
