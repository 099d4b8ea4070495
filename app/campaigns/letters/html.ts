import { french } from "~/format/typography";
import type { AidLine } from "./aid-lines";
import { escapedHtml } from "./escape";
import type { Inline } from "./inline";
import type { Target } from "./link-target";
import { LARGE, LIGHT, LINK, MEDIUM, SMALL, STYLES, TEXT } from "./look";
import type { Piece } from "./template";

/** A row of the letter's one column. */
export function row(content: readonly Piece[], style: string, look = "t-ink"): Piece[] {
  return [`<tr><td class="${look}" style="${style};padding:0 0 16px">`, ...content, "</td></tr>\n"];
}

export function heading(content: readonly Piece[], isFirst: boolean): Piece[] {
  const [tag, style] = isFirst ? ["h1", LARGE] : ["h2", MEDIUM];
  return row([`<${tag} class="t-ink" style="${style};margin:0">`, ...content, `</${tag}>`], style);
}

export function paragraph(content: readonly Piece[]): Piece[] {
  return row(content, TEXT);
}

export function bullets(items: readonly (readonly Piece[])[]): Piece[] {
  const lines = items.flatMap((item, rank) => {
    const gap = rank === items.length - 1 ? "0" : "8px";
    return [`<li style="margin:0 0 ${gap}">`, ...item, "</li>"];
  });
  return row([`<ul style="margin:0 0 0 22px;padding:0">`, ...lines, "</ul>"], TEXT);
}

/** The colour belongs to the cell, which Word's engine pads and paints; everybody else pads the link, so all of it answers. */
export function button(label: readonly Piece[], to: Target): Piece[] {
  const cell = `bgcolor="${LIGHT.brand}" style="background-color:${LIGHT.brand};border-radius:8px;mso-padding-alt:12px 24px"`;
  const link = `${TEXT};color:${LIGHT.onBrand};display:inline-block;padding:12px 24px;font-weight:bold;text-decoration:none`;
  return row(
    [
      `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="t-button" ${cell}><a class="t-label" href="`,
      address(to),
      `" style="${link}">`,
      ...label,
      "</a></td></tr></table>",
    ],
    TEXT,
  );
}

/** A real table: its lines are read with their figures. */
export function figures(title: string, lines: readonly AidLine[], caution: string): Piece[] {
  const edge = `border-bottom:1px solid ${LIGHT.line}`;
  const body = lines.flatMap(({ label, value }, rank): Piece[] => {
    const weight = rank === lines.length - 1 ? ";font-weight:bold" : ";font-weight:normal";
    const [left, right] = [
      `${TEXT}${weight};${edge};padding:8px 12px 8px 0`,
      `${TEXT}${weight};${edge};padding:8px 0;white-space:nowrap`,
    ];
    return [
      `<tr><th scope="row" align="left" class="t-ink t-line" style="${left};text-align:left">${escapedHtml(label)}</th>`,
      `<td align="right" class="t-ink t-line" style="${right};text-align:right">`,
      { value, as: "html", otherwise: "" },
      "</td></tr>",
    ];
  });
  const caption = `<caption align="left" class="t-ink" style="${MEDIUM};text-align:left;padding:0 0 4px">${escapedHtml(title)}</caption>`;
  const table = [`<table width="100%" cellpadding="0" cellspacing="0" border="0">${caption}`, ...body, "</table>"];
  return [...row(table, TEXT), ...row([escapedHtml(caution)], SMALL, "t-soft")];
}

export function inlineHtml(content: readonly Inline[]): Piece[] {
  return content.flatMap(htmlOf);
}

function htmlOf(inline: Inline): Piece[] {
  switch (inline.kind) {
    case "text":
      return [escapedHtml(inline.text).replaceAll("\n", "<br>")];
    case "field":
      return [{ value: inline.name, as: "html", otherwise: escapedHtml(inline.fallback ?? "") }];
    case "strong":
      return ["<strong>", ...inlineHtml(inline.content), "</strong>"];
    case "emphasis":
      return ["<em>", ...inlineHtml(inline.content), "</em>"];
    case "link":
      return [
        `<a class="t-link" href="`,
        address(inline.to),
        `" style="${LINK}">`,
        ...inlineHtml(inline.content),
        "</a>",
      ];
  }
}

function address(to: Target): Piece {
  return "url" in to ? escapedHtml(to.url) : { value: to.page, as: "url", otherwise: "" };
}

export interface Parts {
  readonly title: readonly Piece[];
  /** On top of a letter that is not the real one. */
  readonly notice: string | undefined;
  readonly rows: readonly Piece[];
  readonly footer: readonly (readonly Piece[])[];
}

/** One column of 600 px; the ghost table is the only way Word's engine keeps that width. */
export function page({ title, notice, rows, footer }: Parts): Piece[] {
  const strip = `<tr><td class="t-tint t-ink" bgcolor="${LIGHT.tint}" style="${TEXT};background-color:${LIGHT.tint};padding:12px 32px">`;
  const footing = `<tr><td class="t-line t-soft" style="${SMALL};border-top:1px solid ${LIGHT.line};padding:16px 0 0">`;
  const table = (width: string) =>
    `<table role="presentation" width="${width}" cellpadding="0" cellspacing="0" border="0"`;
  return [
    `<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>`,
    ...title,
    `</title>\n<style>${STYLES}</style>\n<!--[if mso]><style>*{font-family:Arial,sans-serif!important}</style><![endif]--></head>\n`,
    `<body class="t-ground" style="margin:0;padding:0;background-color:${LIGHT.ground}">\n`,
    `${table("100%")} class="t-ground" bgcolor="${LIGHT.ground}"><tr><td align="center" style="padding:24px 8px">\n`,
    `<!--[if mso]>${table("600")}><tr><td><![endif]-->\n`,
    `${table("100%")} class="t-sheet" bgcolor="${LIGHT.sheet}" style="max-width:600px;background-color:${LIGHT.sheet}">\n`,
    ...(notice ? [strip, escapedHtml(french(notice)), "</td></tr>\n"] : []),
    `<tr><td class="t-edge" align="left" style="padding:32px">\n${table("100%")}>\n`,
    ...rows,
    footing,
    ...footer.flatMap((line) => [`<p class="t-soft" style="${SMALL};margin:0 0 8px">`, ...line, "</p>"]),
    "</td></tr>\n</table>\n</td></tr>\n</table>\n<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n</body>\n</html>\n",
  ];
}
