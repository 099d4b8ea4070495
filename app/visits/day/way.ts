export type Device = "android" | "apple" | "desk";

export interface Destination {
  /** « 7 rue des Jardins, 44650 Legé »; empty when the directory has no street. */
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * « Y aller » opens the navigation of the phone, whichever its owner chose: `geo:` (RFC 5870) is answered by every map
 * application of Android, `maps:` by that of Apple, where `geo:` is not. A desk has neither: OpenStreetMap, which asks
 * for no account and follows nobody. The street is named rather than its point, because a point is often only that of
 * the commune. Nothing is sent to anybody before the tap, and never from our server.
 */
export function wayTo({ address, latitude, longitude }: Destination, device: Device): string | null {
  const point = latitude === null || longitude === null ? null : `${latitude},${longitude}`;
  const words = address === "" ? point : address;
  if (words === null) return null;
  const named = encodeURIComponent(words);
  switch (device) {
    case "android":
      return `geo:${point ?? "0,0"}?q=${named}`;
    case "apple":
      return `maps:?daddr=${named}`;
    case "desk":
      return `https://www.openstreetmap.org/search?query=${named}`;
  }
}

/** iPads say they are Macs, and have a touch screen. */
export function deviceOf(userAgent: string, touchPoints: number): Device {
  if (/Android/i.test(userAgent)) return "android";
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return "apple";
  return "desk";
}
