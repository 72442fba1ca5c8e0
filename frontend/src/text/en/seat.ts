export const seat = {} as const;
