/** The colours of a letter: those of the product, written out because a mailbox knows no custom property. */
export const LIGHT = {
  ground: "#fbfaf7",
  sheet: "#ffffff",
  ink: "#1d2730",
  soft: "#55606b",
  brand: "#0b5d66",
  onBrand: "#ffffff",
  line: "#e3dfd6",
  tint: "#fbf2dc",
} as const;

export const DARK = {
  ground: "#12181b",
  sheet: "#192125",
  ink: "#eceeea",
  soft: "#aeb8bc",
  brand: "#74cbd0",
  onBrand: "#0c2023",
  line: "#2f3a40",
  tint: "#362b14",
} as const;

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

export const TEXT = `${FONT};color:${LIGHT.ink};font-size:16px;line-height:24px`;
export const LARGE = `${FONT};color:${LIGHT.ink};font-size:22px;line-height:28px;font-weight:bold`;
export const MEDIUM = `${FONT};color:${LIGHT.ink};font-size:18px;line-height:24px;font-weight:bold`;
export const SMALL = `${FONT};color:${LIGHT.soft};font-size:14px;line-height:20px`;
export const LINK = `color:${LIGHT.brand};text-decoration:underline`;

/** Classes carry the dark colours; mailboxes that ignore them keep the light ones of the attributes. */
const dark = (scope: string) =>
  [
    `${scope}.t-ground{background-color:${DARK.ground}!important}`,
    `${scope}.t-sheet{background-color:${DARK.sheet}!important}`,
    `${scope}.t-ink{color:${DARK.ink}!important}`,
    `${scope}.t-soft{color:${DARK.soft}!important}`,
    `${scope}.t-link{color:${DARK.brand}!important}`,
    `${scope}.t-line{border-color:${DARK.line}!important}`,
    `${scope}.t-tint{background-color:${DARK.tint}!important}`,
    `${scope}.t-button{background-color:${DARK.brand}!important}`,
    `${scope}.t-label{color:${DARK.onBrand}!important}`,
  ].join("");

export const STYLES =
  `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (max-width:620px){.t-edge{padding:24px 20px!important}}` +
  `@media (prefers-color-scheme:dark){${dark("")}}${dark("[data-ogsc] ")}`;
