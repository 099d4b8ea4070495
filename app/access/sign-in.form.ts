import { z } from "zod";

const typed = z
  .string({ error: "Indiquez votre mot de passe." })
  .max(1_000, { error: "Ce mot de passe est trop long." });

export const emailField = z
  .string({ error: "Indiquez une adresse e-mail." })
  .trim()
  .toLowerCase()
  .pipe(
    z
      .email({ error: "Cette adresse e-mail n'est pas complète." })
      .max(254, { error: "Cette adresse est trop longue." }),
  );

export const signInForm = z.object({
  email: emailField,
  password: typed.min(1, { error: "Indiquez votre mot de passe." }),
  retour: z.string().max(2_000).optional(),
});

export const forgottenForm = z.object({ email: emailField });

const twice = { password: typed, again: typed };
const sameTwice = (form: { password: string; again: string }) => form.password === form.again;
const DIFFERENT = { path: ["again"], error: "Les deux saisies diffèrent." };

export const newPasswordForm = z.object(twice).refine(sameTwice, DIFFERENT);

export const changePasswordForm = z
  .object({ current: typed.min(1, { error: "Indiquez votre mot de passe actuel." }), ...twice })
  .refine(sameTwice, DIFFERENT);
