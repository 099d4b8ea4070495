/** An id made on the phone: a UUID in small letters, so that one report has one spelling. */
export const CLIENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Any UUID, as addresses carry it: PostgreSQL would choke on anything else. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
