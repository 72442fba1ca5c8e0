import type { ReactNode } from "react";
import type { AgreementShape } from "../contract";
import { useView } from "../store";
import { AgreementView } from "../ui/AgreementView";
import { Dialog } from "../ui/Overlays";
import { useText } from "./texts";

interface AgreementDialogProps {
  id: string;
  onClose: () => void;
  /** What the reader may do with it. */
  acts: (agreement: AgreementShape) => ReactNode;
}

/** The whole text of an agreement. */
export function AgreementDialog({ id, onClose, acts }: AgreementDialogProps) {
  const agreement = useView((view) => view.agreements?.[id]);
  const template = useView((view) => view.templates?.[agreement?.template ?? ""]);
  const prose = useText(agreement?.prose);
  const before = useText(agreement?.before?.prose);
  const reason = useText(agreement?.reason);
  if (!agreement) return null;
  return (
    <Dialog title={agreement.title} size="wide" onClose={onClose}>
      <AgreementView
        agreement={agreement}
        template={template}
        prose={prose ?? ""}
        before={before ?? ""}
        reason={reason ?? ""}
        acts={acts(agreement)}
      />
    </Dialog>
  );
}
