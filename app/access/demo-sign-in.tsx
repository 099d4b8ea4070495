import { Form } from "@remix-run/react";
import { french, quoted } from "~/format/typography";
import { Button } from "~/ui/button";
import "./access.css";
import { DEMO_PASSWORD } from "./demo-password";
import { ROLE_LABELS, type Role } from "./permissions";

type Person = { name: string; email: string; role: Role };

/** One press fills the form and sends it; plain forms, so that it works before any script has loaded. */
export function DemoSignIn({ people, retour }: { people: readonly Person[]; retour: string | undefined }) {
  return (
    <section className="stack stack-tight" aria-labelledby="demo">
      <h2 id="demo" className="demo-title">
        {french("Démonstration : entrer en un clic")}
      </h2>
      <p className="soft small">Données inventées. Le mot de passe de ces comptes est {quoted(DEMO_PASSWORD)}.</p>
      {people.map(({ name, email, role }) => (
        <Form key={email} method="post">
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="password" value={DEMO_PASSWORD} />
          {retour && <input type="hidden" name="retour" value={retour} />}
          <Button type="submit" wide className="demo-person">
            <span className="bold">{name}</span>
            <span className="soft">{ROLE_LABELS[role]}</span>
          </Button>
        </Form>
      ))}
    </section>
  );
}
