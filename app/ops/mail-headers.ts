/** The head of a message as it travelled, up to its first empty line. */
export function headersOf(raw: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(raw.subarray(0, 65_536));
  return text.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r/g, "");
}
