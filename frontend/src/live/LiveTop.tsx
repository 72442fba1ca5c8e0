import type { ReactNode } from "react";
import { useLive, useView } from "../store";
import { TopBar } from "../ui/TopBar";
import { pageFact } from "./page";

interface LiveTopProps {
  /** Who reads. */
  me?: ReactNode;
  presence?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
}

/** The header of a page that is on the line: mark and title of its exercise, and how the line is. */
export function LiveTop({ me, presence, children }: LiveTopProps) {
  const exercise = useView((view) => view.exercise);
  const line = useLive((live) => live.line);
  return (
    <TopBar
      mark={exercise?.mark ?? "EXERCISE"}
      title={pageFact("exerciseTitle") || (exercise?.title ?? "")}
      me={me}
      line={line}
      presence={presence}
    >
      {children}
    </TopBar>
  );
}
