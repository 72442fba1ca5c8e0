import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { Dialog } from "./Overlays";

afterEach(cleanup);

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Brief
      </button>
      {open && (
        <Dialog title="Your brief" onClose={() => setOpen(false)}>
          Hold the dam.
        </Dialog>
      )}
    </>
  );
}

const gone = () => vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

it("goes back to the page from a dialog, and leaves the page only from the page", async () => {
  history.pushState("before", "");
  history.pushState(null, "");
  render(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Brief" }));
  history.back();
  await gone();
  expect(history.state).toEqual({ entry: "page" });

  await userEvent.click(screen.getByRole("button", { name: "Brief" }));
  await userEvent.keyboard("{Escape}");
  await gone();
  history.back();
  await vi.waitFor(() => expect(history.state).toBe("before"));
});
