import { Marked } from "~/ui/mark-shapes";

export function VerdictMark({ verdict }: { verdict: string | null }) {
  switch (verdict) {
    case "yes":
      return (
        <Marked shape="disc-check" tone="good">
          éligible
        </Marked>
      );
    case "no":
      return <Marked shape="ring-cross">non éligible</Marked>;
    case "unknown":
      return (
        <Marked shape="half-question" tone="doubt">
          à vérifier
        </Marked>
      );
    default:
      return null;
  }
}
