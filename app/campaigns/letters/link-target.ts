import { type PageName, pageNamed } from "./fields";

/** Where a link goes: an address anybody may open, or one of the doctor's own signed pages. */
export type Target = { readonly url: string } | { readonly page: PageName };

/** The target, or why it may not stand in a letter. */
export function readTarget(written: string): Target | string {
  const text = written.trim();
  if (text === "") return "Indiquez où mène ce lien.";
  const braces = /^\{\{([^{}|]*)\}\}$/.exec(text);
  if (braces) {
    const page = pageNamed(braces[1]!);
    return page ? { page } : `« ${braces[1]!.trim()} » n'est pas une page du médecin.`;
  }
  if (/^mailto:[\w.+-]+@[\w.-]+\.[a-z]{2,}$/i.test(text)) return { url: text };
  if (/^tel:\+?[\d ]{6,20}$/i.test(text)) return { url: text.replaceAll(" ", "") };
  return readAddress(text);
}

/** What scanners distrust, and what hides the real destination, is refused. */
function readAddress(text: string): Target | string {
  if (/[\s\p{C}]/u.test(text)) return "L'adresse d'un lien ne contient ni espace ni caractère invisible.";
  if (!/^https:\/\//i.test(text)) return "Un lien commence par https:// ou désigne une page du médecin.";
  if (!URL.canParse(text)) return `« ${text} » n'est pas une adresse.`;
  const { hostname, username, password, port, href } = new URL(text);
  if (username !== "" || password !== "" || /^https:\/\/[^/?#]*@/i.test(text))
    return "L'adresse d'un lien ne contient pas de signe @ avant le nom du site.";
  if (/^[\d.]+$|^\[|:/.test(hostname) || !hostname.includes("."))
    return "Un lien mène à un site nommé, pas à une adresse technique.";
  if (hostname.split(".").some((part) => part.startsWith("xn--")))
    return "Le nom de ce site contient des lettres qui en imitent d'autres.";
  if (port !== "") return "L'adresse d'un lien ne précise pas de port.";
  return { url: href };
}
