import { Form, useNavigation } from "@remix-run/react";
import { dayAndTime } from "~/format/dates";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";

interface Weight {
  readonly isUsed: boolean;
  readonly changedAt: string | null;
  readonly by: string | null;
}

interface Shown {
  readonly weight: Weight;
  readonly isUsable: boolean;
  readonly mayChoose: boolean;
  readonly refused: string | undefined;
}

/** The caisse's own choice; without a model worth it, a choice made before waits without effect. */
export function WeightPanel({ weight, isUsable, mayChoose, refused }: Shown) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Panel
      title="Dans les semaines proposées"
      aside={
        weight.changedAt && (
          <span className="small soft">
            {french(`choisi ${dayAndTime(weight.changedAt)}${weight.by ? ` par ${weight.by}` : ""}`)}
          </span>
        )
      }
    >
      <Form method="post" className="stack" preventScrollReset>
        {refused && (
          <Notice kind="danger" live>
            {refused}
          </Notice>
        )}
        <p>{french(sentenceOf(weight, isUsable))}</p>
        <p className="small soft">
          {french(
            "Une visite compte au plus deux fois plus, au moins deux fois moins, que celle d'un médecin moyen. Les visites promises n'en dépendent pas. Les semaines acceptées ne changent pas.",
          )}
        </p>
        {mayChoose && (
          <div>
            <Button type="submit" name="use" value={weight.isUsed ? "no" : "yes"} busy={isBusy}>
              {weight.isUsed ? "Ne plus utiliser dans les semaines proposées" : "Utiliser dans les semaines proposées"}
            </Button>
          </div>
        )}
      </Form>
    </Panel>
  );
}

function sentenceOf({ isUsed }: Weight, isUsable: boolean): string {
  if (isUsed && !isUsable) return "Votre caisse l'a choisi, sans effet tant que la probabilité n'est pas fiable.";
  if (isUsed) return "La probabilité de signature pèse dans la valeur des visites proposées aux délégués.";
  return "La probabilité de signature ne pèse pas dans les semaines. Votre caisse peut le choisir.";
}
