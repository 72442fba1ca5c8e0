import { useState } from "react";
import type { ImproviseInject } from "../contract";
import { Tick } from "../new/fields";
import { t } from "../text/t";
import { TextField } from "../ui/TextField";
import { Audience } from "./Audience";
import { AskDialog } from "./ClockDialogs";

const CHANNELS = ["flash", "cable", "press", "phone", "letter"] as const;

/** An inject that nobody foresaw. */
export function Improvise() {
  const [channel, setChannel] = useState<ImproviseInject["channel"]>("flash");
  const [headline, setHeadline] = useState("");
  const [body, setBody] = useState("");
  const [to, setTo] = useState<string[]>(["all"]);
  const [answer, setAnswer] = useState(false);
  const ready = headline.trim() !== "" && to.length > 0;
  return (
    <AskDialog
      size=""
      title={t("improvise.title")}
      word={t("inject.fire")}
      why={t("improvise.not_whole")}
      command={ready ? { type: "improvise_inject", to, channel, headline, body, answer } : undefined}
    >
      <label>
        {t("improvise.channel")}
        <select value={channel} onChange={(event) => setChannel(event.target.value as typeof channel)}>
          {CHANNELS.map((one) => (
            <option key={one} value={one}>
              {t(`inject.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <TextField label={t("inject.headline")} rows={1} most={200} value={headline} onChange={setHeadline} />
      <TextField label={t("inject.body")} rows={5} value={body} onChange={setBody} />
      <Audience legend={t("audience.to")} all chosen={to} onChange={setTo} />
      <Tick word={t("improvise.answer")} hint={t("improvise.answer_hint")} on={answer} onChange={setAnswer} />
    </AskDialog>
  );
}
