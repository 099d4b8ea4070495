import { type MouseEvent, useEffect, useRef } from "react";
import { plural } from "~/format/numbers";
import { type FieldMessages, firstMessage } from "./field";

/** Fields by name, as a refusal carries them; a name equals the id of its control. */
export type FormProblems = Readonly<Record<string, FieldMessages>>;

/** Stands on top of the form and takes the focus each time the form comes back refused. */
export function FormErrors({
  problems,
  message,
}: {
  problems?: FormProblems | undefined;
  message?: string | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(problems ?? {}).flatMap(([id, error]) => {
    const text = firstMessage(error);
    return text ? [{ id, text }] : [];
  });
  const refused = wrong.length > 0 || message !== undefined;

  // `problems` is a new object at each answer of the server, so a second refusal moves the focus again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer itself is what triggers
  useEffect(() => {
    if (refused) box.current?.focus();
  }, [problems, message, refused]);

  if (!refused) return null;
  return (
    <div ref={box} className="form-errors" role="alert" tabIndex={-1}>
      <h2>{message ?? `${wrong.length} ${plural(wrong.length, "champ à corriger", "champs à corriger")}`}</h2>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={goTo(id)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The fragment alone would scroll without putting the cursor in the field. */
function goTo(id: string) {
  return (event: MouseEvent) => {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
}
