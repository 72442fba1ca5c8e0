/** Questions to control: a call from a seat, or a dispatch from a team. */
import { useState } from "react";
import { useText } from "../live/texts";
import type { Command } from "../seat/useCommand";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { seatTitle, teamOfSeat, useLibrary } from "../ui/Library";
import { TeamPlate } from "../ui/TeamPlate";
import { TextField } from "../ui/TextField";
import { useAnswer } from "./answering";
import { HandPanel, RefusedHere } from "./HandPanel";

export function HandCall({ id }: { id: string }) {
  const call = useView((view) => view.calls?.[id]);
  const text = useText(call?.text);
  const answer = useText(call?.answer);
  const { answer: send, sending, refusal, word } = useAnswer();
  const library = useLibrary();
  if (!call) return <Empty title={t("hand.gone")}>{t("hand.gone_text")}</Empty>;
  return (
    <HandPanel title={t("call.title")} meta={clock(call.at)}>
      <Question team={teamOfSeat(library, call.seat)} who={seatTitle(library, call.seat)} text={text ?? ""} />
      {answer ? (
        <p className="answered pre">{answer}</p>
      ) : (
        <Reply
          key={id}
          sending={sending}
          word={word}
          onSend={(said) => void send({ type: "answer_call", call: id, text: said })}
        />
      )}
      <RefusedHere refusal={refusal} />
    </HandPanel>
  );
}

export function HandDispatch({ id }: { id: string }) {
  const letter = useView((view) => view.dispatches?.[id]);
  const subject = useText(letter?.subject) ?? "";
  const body = useText(letter?.body);
  const { answer: send, sending, refusal, word } = useAnswer();
  const library = useLibrary();
  if (!letter) return <Empty title={t("hand.gone")}>{t("hand.gone_text")}</Empty>;
  const reply = (said: string) =>
    void send({
      type: "send_dispatch",
      to: [`team:${letter.team}`],
      subject: t("letter.re", { subject: subject.replace(/^Re: /, "") }).slice(0, 200),
      body: said,
      reply_to: id,
    });
  return (
    <HandPanel title={subject} meta={clock(letter.at)}>
      <Question team={letter.team} who={seatTitle(library, letter.seat)} text={body ?? ""} />
      <Reply key={id} sending={sending} word={word} onSend={reply} />
      <RefusedHere refusal={refusal} />
    </HandPanel>
  );
}

function Question({ team, who, text }: { team: string; who: string; text: string }) {
  return (
    <>
      <p className="hint">
        <TeamPlate team={team} /> {who}
      </p>
      <p className="verdict pre">{text || t("dispatch.loading")}</p>
    </>
  );
}

interface ReplyProps extends Pick<Command, "sending" | "word"> {
  onSend: (said: string) => void;
}

function Reply({ sending, word, onSend }: ReplyProps) {
  const [said, setSaid] = useState("");
  return (
    <form className="stack-m answer-form" onSubmit={(event) => event.preventDefault()}>
      <TextField label={t("call.answer")} rows={4} value={said} onChange={setSaid} />
      <div className="decide">
        <button
          type="button"
          className="btn primary"
          data-key="Enter"
          disabled={!said.trim() || sending}
          onClick={() => onSend(said)}
        >
          {word(t("act.send"))}
        </button>
      </div>
    </form>
  );
}
