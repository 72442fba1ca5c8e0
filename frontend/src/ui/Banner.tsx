import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icons";

/** A line under the header about the page itself: the connection, a refusal that nobody waited for. */
export function Banner({ bad = false, icon = "warn", children, act }: BannerProps) {
  return (
    <div className={`banner${bad ? " bad" : ""}`} role={bad ? "alert" : "status"}>
      <Icon name={icon} />
      <p>{children}</p>
      <span className="grow" />
      {act}
    </div>
  );
}

interface BannerProps {
  bad?: boolean;
  icon?: IconName;
  children: ReactNode;
  act?: ReactNode;
}
