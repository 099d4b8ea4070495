/** Only a path of this product: never `//elsewhere`, `/\elsewhere`, another scheme or a control character. */
export function safeReturn(asked: string | undefined, fallback = "/"): string {
  if (!asked?.startsWith("/")) return fallback;
  if (/^\/[/\\]/.test(asked) || /[\\\u0000-\u001f]/.test(asked) || /%0[0-9a-d]|%5c/i.test(asked)) return fallback;
  return asked;
}
