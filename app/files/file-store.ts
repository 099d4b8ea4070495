/** Where uploaded files wait to be read. Keys are ours, never a name given by a person. */
export interface FileStore {
  /** Stores a stream whole, or nothing: an upload cut half-way leaves no file. Refuses past `maxBytes`. */
  keep(key: string, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ bytes: number; sha256: string }>;
  /** At most `length` bytes from `offset`; fewer at the end, none past it. */
  read(key: string, offset: number, length: number): Promise<Buffer>;
  remove(key: string): Promise<void>;
}

export class FileTooLarge extends Error {}
export class DiskFull extends Error {}
