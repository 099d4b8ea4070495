import { useEffect, useState } from "react";
import { buttonClass } from "~/ui/button";
import { Icon } from "~/ui/icon";
import type { DayStop } from "./stops";
import { type Device, deviceOf, wayTo } from "./way";

/** The server cannot know the phone: the link is that of Android until the browser has said what it is. */
export function WayButton({ stop, isNext }: { stop: DayStop; isNext: boolean }) {
  const [device, setDevice] = useState<Device>("android");
  useEffect(() => setDevice(deviceOf(navigator.userAgent, navigator.maxTouchPoints)), []);
  const { latitude, longitude, lines } = stop;
  // The name of a surgery is not in every map; its street is.
  const way = wayTo({ latitude, longitude, address: lines.slice(-2).join(", ") }, device);
  if (way === null) return null;
  const elsewhere = device === "desk" ? { target: "_blank", rel: "noreferrer" } : {};
  return (
    <a href={way} {...elsewhere} className={buttonClass({ kind: isNext ? "primary" : "secondary", wide: true })}>
      <Icon name="arrow-right" />
      <span>Y aller</span>
    </a>
  );
}
