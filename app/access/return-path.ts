/** Only a path of this product: never `//elsewhere`, `/\elsewhere`, another scheme or a control character. */
export function safeReturn(asked: string | undefined, fallback = "/"): string {
  if (!asked?.startsWith("/") || /[\\\u0000-\u0020\u007f]/.test(asked)) return fallback;
  const [path = ""] = asked.split(/[?#]/);
  // Encoded tabs, line ends, slashes and backslashes: some readers decode them before they look for a host.
  return path.includes("//") || /%(0[0-9a-f]|1[0-9a-f]|7f|2f|5c)/i.test(path) ? fallback : asked;
}
