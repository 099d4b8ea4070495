/** Where a page of doctors begins, as the address carries it: « 812~martin claire ». */
export function writePlace({ name, id }: { name: string; id: number }): string {
  return `${id}~${name}`;
}

export function readPlace(text: string): { name: string; id: number } | null {
  const cut = text.indexOf("~");
  const id = Number(text.slice(0, cut));
  return cut > 0 && Number.isSafeInteger(id) && id > 0 ? { id, name: text.slice(cut + 1) } : null;
}
