import { french } from "~/format/typography";

/** One paragraph of a letter; `facts` stand out as a block, `small` closes the letter. */
export type Block =
  | { readonly kind: "text" | "small"; readonly text: string }
  | { readonly kind: "facts"; readonly lines: readonly string[] };

/** The same words as plain text and as a page that mail programs can show. */
export function asLetter(title: string, blocks: readonly Block[]): { text: string; html: string } {
  return { text: asText(blocks), html: asHtml(title, blocks) };
}

function asText(blocks: readonly Block[]): string {
  const pieces = blocks.map((block) =>
    block.kind === "facts" ? block.lines.map((line) => `    ${line}`).join("\n") : block.text,
  );
  return `${french(pieces.join("\n\n"))}\n`;
}

const FONT = "font-family:Arial,Helvetica,sans-serif;color:#1d2730";
const STYLES = {
  text: "font-size:16px;line-height:24px;padding-bottom:16px",
  facts: "font-size:17px;line-height:26px;font-weight:bold;padding:16px;background-color:#e4f1f1",
  small:
    "font-size:14px;line-height:20px;color:#55606b;border-top:1px solid #e3dfd6;padding-top:16px;padding-bottom:16px",
} as const;

/** One column of 600 px in tables, colours of the page kept by readers that darken: mail clients know little more. */
function asHtml(title: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px 12px;background-color:#fbfaf7">
<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background-color:#ffffff">
<tr><td style="padding:32px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${blocks.map(rowOf).join("\n")}
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** A line below the block of facts, for padding under a coloured cell would be coloured too. */
function rowOf(block: Block): string {
  const lines = block.kind === "facts" ? block.lines : block.text.split("\n");
  const row = `<tr><td style="${FONT};${STYLES[block.kind]}">${lines.map(escaped).join("<br>")}</td></tr>`;
  return block.kind === "facts"
    ? `${row}\n<tr><td height="16" style="font-size:0;line-height:16px">&#160;</td></tr>`
    : row;
}

function escaped(text: string): string {
  return french(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
