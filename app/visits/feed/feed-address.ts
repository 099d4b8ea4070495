const SUFFIX = ".ics";

/** The end of the address matters to Outlook, which looks at it before it looks inside. */
export function feedPath(secret: string): string {
  return `/agenda/${secret}${SUFFIX}`;
}

/** The secret in the last part of the address; "" is nobody's. */
export function secretIn(file: string | undefined): string {
  return file?.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : "";
}

/** Whether the reader has these words already: `If-None-Match` may list several, weak ones too. */
export function hasAlready(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);
}
