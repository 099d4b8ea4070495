import { Badge } from "~/ui/badge";
import type { ImportStatus } from "~db/queries/imports";
import { STATUS_LABELS } from "./import";

const TONES = {
  uploaded: "brand",
  reading: "brand",
  waiting: "doubt",
  applying: "brand",
  done: "good",
  cancelled: "plain",
  failed: "danger",
} as const;

export function StatusBadge({ status }: { status: ImportStatus }) {
  return <Badge tone={TONES[status]}>{STATUS_LABELS[status]}</Badge>;
}
