import { t } from "../text/t";
import type { MenuChoice } from "./Overlays";

/** How a bot in a seat may play. */
export const POLICIES = ["cautious", "ambitious", "opportunist", "noise"] as const;
export type BotPolicy = (typeof POLICIES)[number];

/** "Bot, cautious"; just "Bot" where nobody has said how it plays. */
export function botName(policy: string | undefined): string {
  const known = POLICIES.find((one) => one === policy);
  return known ? t(`bot.${known}`) : t("presence.bot");
}

/** A menu's choices, one a policy. */
export function botChoices(): MenuChoice[] {
  return POLICIES.map((policy) => ({ id: policy, word: t(`bot.choose.${policy}`) }));
}
