/** An enhanced status (RFC 3463): class, subject, detail. */
export interface Status {
  readonly class: 2 | 4 | 5;
  readonly subject: number;
  readonly detail: number;
}

/** From the library's field, else from the text; four numbers in a row are an address of the Internet. */
export function statusOf(enhanced: string | null | undefined, text: string): Status | null {
  return readStatus(enhanced ?? "") ?? readStatus(text);
}

export function readStatus(text: string): Status | null {
  const match = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d]|\.\d)/.exec(text);
  return match
    ? { class: Number(match[1]) as Status["class"], subject: Number(match[2]), detail: Number(match[3]) }
    : null;
}

/** 5.1.1, 5.1.2, 5.1.3, 5.1.6, 5.1.10 and 5.2.1: the address, or what stands behind it, is not there. */
export function blamesAddress({ subject, detail }: Status): boolean {
  return (subject === 1 && [1, 2, 3, 6, 10].includes(detail)) || (subject === 2 && detail === 1);
}

/** The domain leads nowhere: true of a typing error, and of an hour without DNS. */
export function blamesDomain({ subject, detail }: Status): boolean {
  return subject === 4 && detail === 4;
}

/** 5.7.x, the sender's address (5.1.7, 5.1.8), the size or the content (5.2.3, 5.3.4, 5.6.x): nothing to do with the address. */
export function blamesUs({ subject, detail }: Status): boolean {
  return (
    subject === 7 ||
    subject === 6 ||
    (subject === 1 && (detail === 7 || detail === 8)) ||
    (subject === 2 && detail === 3) ||
    (subject === 3 && detail === 4)
  );
}

export function isFull({ subject, detail }: Status): boolean {
  return subject === 2 && detail === 2;
}
