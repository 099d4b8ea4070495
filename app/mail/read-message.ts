import PostalMime from "postal-mime";

/** A message as a person reads it. */
export async function readMessage(raw: Uint8Array): Promise<{ subject: string; text: string; html: string | null }> {
  const mail = await PostalMime.parse(raw as Uint8Array<ArrayBuffer>);
  return { subject: mail.subject ?? "(sans objet)", text: mail.text ?? "", html: mail.html ?? null };
}
