import { Component, type ReactNode } from "react";
import { t } from "../text/t";
import { Failure } from "./Empty";

/** If a part of the screen fails, the rest stands, and the person learns what became of the text. */
export class Boundary extends Component<{ children: ReactNode }, { failed: string }> {
  override state = { failed: "" };

  static getDerivedStateFromError(error: unknown) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const again = (
      <button type="button" className="btn small" onClick={() => window.location.reload()}>
        {t("line.load")}
      </button>
    );
    return (
      <Failure title={t("error.screen")} code={this.state.failed.slice(0, 120)} act={again}>
        {t("error.screen_text")}
      </Failure>
    );
  }
}
