import type { FieldMessages } from "~/ui/field";
import { type Block, textsOf } from "./block";
import type { Finding } from "./check";
import type { Draft } from "./editing";
import { controlId } from "./place";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Puts the cursor where a finding says. */
export function goToFinding({ block, part, at }: Finding, draft: Draft): void {
  const keyed = block === null ? undefined : draft.blocks[block];
  const id = keyed ? controlId(keyed.key, part) : part === "subject" ? "subject" : "add-block";
  const fallback = keyed ? controlId(keyed.key, textsOf(keyed.block)[0]![0]) : id;
  const control = document.getElementById(id) ?? document.getElementById(fallback);
  control?.focus();
  control?.scrollIntoView({ block: "center" });
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text"))
    (control as Control).setSelectionRange(at, at);
}

/** The first field of a block. */
export function goToBlock(key: number, block: Block): void {
  document.getElementById(controlId(key, textsOf(block)[0]![0]))?.focus();
}

/** What stands beside the fields of a block. A field that is still empty is not scolded while one writes the others. */
export function wrongIn(findings: readonly Finding[], rank: number, block: Block): Record<string, FieldMessages> {
  const written = new Map(textsOf(block));
  const wrong: Record<string, string[]> = {};
  for (const { block: at, part, message } of findings) {
    if (at !== rank || (written.get(part) ?? "").trim() === "") continue;
    wrong[part] = [...(wrong[part] ?? []), message];
  }
  return wrong;
}
