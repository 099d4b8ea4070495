import { z } from "zod";

const email = z
  .string({ error: "Indiquez votre adresse e-mail." })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "Cette adresse e-mail n'est pas complète." }).max(254));

export const signInForm = z.object({
  email,
  password: z.string({ error: "Indiquez votre mot de passe." }).min(1, { error: "Indiquez votre mot de passe." }).max(1_000),
  retour: z.string().max(2_000).optional(),
});

export const forgottenForm = z.object({ email });

export const newPasswordForm = z
  .object({ password: z.string().max(1_000), again: z.string().max(1_000) })
  .refine((form) => form.password === form.again, { path: ["again"], error: "Les deux saisies diffèrent." });
