/** Every word on screen, in English. One file for each part of the front end; add yours here. */
import { book } from "./en/book";
import { control } from "./en/control";
import { enter } from "./en/enter";
import { home } from "./en/home";
import { join } from "./en/join";
import { lobby } from "./en/lobby";
import { map } from "./en/map";
import { observer } from "./en/observer";
import { report } from "./en/report";
import { seat } from "./en/seat";
import { simulation } from "./en/simulation";
import { ui } from "./en/ui";
import { wall } from "./en/wall";

export const en = {
  ...ui,
  ...seat,
  ...join,
  ...wall,
  ...enter,
  ...home,
  ...lobby,
  ...control,
  ...report,
  ...map,
  ...book,
  ...observer,
  ...simulation,
} as const;
