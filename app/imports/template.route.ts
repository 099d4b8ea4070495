import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/access/doorway.server";
import { csvText } from "~/access/download.server";
import { notFound } from "~/errors";
import { TEMPLATES } from "./kind-notes";

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "import.manage", async () => {
    const name = args.params.kind as keyof typeof TEMPLATES;
    if (!Object.hasOwn(TEMPLATES, name)) throw notFound("Modèle");
    return csvText(`modele-${name}.csv`, TEMPLATES[name]);
  });
}
