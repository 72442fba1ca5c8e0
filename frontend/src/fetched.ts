/** What a screen reads by HTTP: now, again on demand, and again every few seconds while somebody looks. */
import { useCallback, useEffect, useRef, useState } from "react";
import { RestError } from "./rest";
import { t } from "./text/t";

export interface Fetched<T> {
  data: T | undefined;
  error: RestError | undefined;
  /** Read it again now. */
  again: () => Promise<void>;
}

/** `read` must not change from drawing to drawing. `every`: milliseconds; 0 means once. */
export function useFetched<T>(read: () => Promise<T>, every = 0): Fetched<T> {
  const [data, setData] = useState<T>();
  const [error, setError] = useState<RestError>();
  const latest = useRef(0);
  const again = useCallback(async () => {
    const mine = ++latest.current;
    try {
      const got = await read();
      if (mine !== latest.current) return;
      setData(got);
      setError(undefined);
    } catch (failed) {
      if (mine === latest.current) setError(asRestError(failed));
    }
  }, [read]);
  useEffect(() => {
    void again();
    if (!every) return;
    const timer = setInterval(() => document.hidden || void again(), every);
    return () => clearInterval(timer);
  }, [again, every]);
  return { data, error, again };
}

export interface Act {
  /** The act now under way, by name. */
  busy: string;
  error: RestError | undefined;
  run: (name: string, act: () => Promise<unknown>) => Promise<boolean>;
}

/** One act at a time, with its refusal kept for the screen to show. */
export function useAct(): Act {
  const [busy, setBusy] = useState("");
  const [error, setError] = useState<RestError>();
  const run = useCallback(async (name: string, act: () => Promise<unknown>) => {
    setBusy(name);
    setError(undefined);
    try {
      await act();
      return true;
    } catch (failed) {
      setError(asRestError(failed));
      return false;
    } finally {
      setBusy("");
    }
  }, []);
  return { busy, error, run };
}

function asRestError(failed: unknown): RestError {
  return failed instanceof RestError ? failed : new RestError("failed", t("rest.failed"), 0);
}
