import { french } from "~/format/typography";
import type { FormProblems } from "~/ui/form-errors";
import { TextInput } from "~/ui/text-input";

/** A new password, typed twice; `email` lets password managers file it under the right account. */
export function PasswordFields({ email, problems }: { email: string; problems: FormProblems | undefined }) {
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextInput
        name="password"
        label="Nouveau mot de passe"
        type="password"
        autoComplete="new-password"
        required
        error={problems?.password}
        help={french("Au moins 15 caractères, sans autre règle : une phrase de quatre mots convient très bien.")}
      />
      <TextInput
        name="again"
        label="Le même, une seconde fois"
        type="password"
        autoComplete="new-password"
        required
        error={problems?.again}
      />
    </>
  );
}
