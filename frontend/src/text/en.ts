/** Every word on screen, in English. One file for each part of the front end; add yours here. */
import { join } from "./en/join";
import { seat } from "./en/seat";
import { ui } from "./en/ui";
import { wall } from "./en/wall";

export const en = { ...ui, ...seat, ...join, ...wall } as const;
