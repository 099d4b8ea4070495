import { french } from "~/format/typography";
import { answerCase } from "./answer";
import { readCase } from "./case.form";

export interface CommandIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

type Item = { readonly id: unknown; readonly input: unknown };

/**
 * Reads cases as a JSON array (or the whole reference file) and prints one answer for each, in order. A case that
 * cannot be read gets a sentence and does not stop the others. 0: all read; 1: some not; 2: nothing to read.
 */
export async function eligibilityCommand(io: CommandIo): Promise<0 | 1 | 2> {
  const items = itemsIn(await textOf(io.stdin));
  if (items === null) {
    io.err(french("L'entrée n'est pas un tableau JSON de cas : donnez un objet par cas, entre crochets.\n"));
    return 2;
  }
  const answers = items.map(({ id, input }) => {
    const read = readCase(input);
    return read.ok ? { id, expected: answerCase(read.input) } : { id, error: read.why };
  });
  io.out(`${JSON.stringify(answers, null, 1)}\n`);
  return answers.some((answer) => "error" in answer) ? 1 : 0;
}

async function textOf(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stdin) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

function itemsIn(text: string): Item[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const list = isObject(json) && Array.isArray(json.cases) ? json.cases : json;
  return Array.isArray(list) ? list.map(itemOf) : null;
}

/** Bare inputs are accepted; without an id, the place in the list names the case. */
function itemOf(item: unknown, index: number): Item {
  if (!isObject(item)) return { id: index, input: item };
  const { id = index, ...bare } = item;
  return { id, input: "input" in item ? item.input : bare };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
