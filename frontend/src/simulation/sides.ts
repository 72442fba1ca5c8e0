/** What two simulations beside each other are called. */
export const SIDES = ["A", "B"] as const;
