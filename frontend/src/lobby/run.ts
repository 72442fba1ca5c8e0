/** Do something named, show its refusal, and read the lobby again. True if it was done. */
export type Run = (name: string, what: () => Promise<unknown>) => Promise<boolean>;
