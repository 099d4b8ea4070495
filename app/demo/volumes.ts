/** A département's size: inhabitants, and liberal doctors derived from the INSEE densities and the 2024 CNAM totals. */
type Volume = { department: string; population: number; generalists: number; specialists: number };

/** département population generalists specialists */
const TABLE = `
01 679344 373 219|02 523342 287 250|03 333298 247 202|04 168054 154 90|05 143467 231 131|06 1128418 1082 1398
07 334231 224 162|08 265893 186 131|09 155722 141 68|10 310447 193 156|11 379648 301 237|12 279609 215 141
13 2087658 2059 2469|14 709441 660 662|15 144196 134 74|16 352683 254 185|17 672279 667 428|18 298660 160 128
19 240826 195 147|2A 168306 150 137|2B 187180 163 115|21 540100 491 590|22 611859 478 318|23 115527 82 45
24 417614 310 198|25 547163 482 468|26 524207 418 340|27 602714 301 194|28 433129 206 201|29 933455 941 739
30 770940 589 570|31 1471468 1353 1563|32 192645 148 72|33 1690493 1686 1869|34 1230289 1200 1392
35 1120666 993 988|36 216069 133 79|37 619362 553 613|38 1298990 1094 1034|39 257973 202 116|40 433570 416 227
41 328543 208 164|42 774133 691 613|43 228654 191 92|44 1487570 1335 1235|45 691268 387 384|46 176473 144 87
47 333602 231 179|48 76486 57 33|49 833776 744 678|50 497522 356 267|51 563076 493 509|52 168331 121 75
53 305468 184 108|54 732236 665 756|55 180290 127 57|56 783390 773 526|57 1051309 734 624|58 201417 134 87
59 2615635 2275 2261|60 829899 469 382|61 275201 198 124|62 1457905 1042 784|63 664453 571 623|64 706564 806 678
65 231349 249 148|66 496855 449 372|67 1163810 1083 1201|68 770738 555 570|69 1914667 1814 2413|70 233185 174 88
71 550310 393 329|72 566733 349 302|73 448226 504 359|74 861158 730 615|75 2103778 2728 5918|76 1260964 978 1047
77 1468108 724 676|78 1485086 889 1016|79 375229 258 157|80 565413 523 472|81 397352 304 255|82 265817 181 144
83 1119307 955 823|84 572056 466 423|85 713609 482 307|86 438897 379 370|87 373167 358 356|88 357248 285 160
89 332267 199 149|90 140255 111 114|91 1338485 764 777|92 1654712 1238 1751|93 1704316 935 1012
94 1426929 965 1608|95 1281653 675 733|971 384160 319 279|972 360630 304 279|973 293996 200 152
974 889679 868 723|976 256518 70 43`;

export const VOLUMES: readonly Volume[] = TABLE.trim()
  .split(/[|\n]/)
  .map((entry) => {
    const [department, population, generalists, specialists] = entry.split(" ");
    return {
      department: department!,
      population: Number(population),
      generalists: Number(generalists),
      specialists: Number(specialists),
    };
  });

/** The whole-France RPPS file: lines, and how many of them are doctors' (May 2026). */
export const NATIONAL = { lines: 2_200_000, doctorLines: 365_000, doctors: 221_000 } as const;

/** Adult patients who declared the doctor, by percentile of general practitioners (2021, mean 960). */
export const ADULT_PATIENTS: readonly (readonly [percentile: number, patients: number])[] = [
  [0, 0],
  [1, 10],
  [5, 130],
  [10, 300],
  [25, 600],
  [50, 927],
  [75, 1300],
  [90, 1650],
  [95, 1900],
  [99, 2400],
  [100, 3500],
];

/** Share of the generalists in a group; Pays de la Loire is well above the country. */
export function groupShare(department: string): number {
  return ["44", "49", "53", "72", "85"].includes(department) ? 0.82 : 0.69;
}

/** Age bands in years, with their share among generalists and among specialists, in percent. */
export const AGES: readonly { from: number; generalists: number; specialists: number }[] = [
  { from: 30, generalists: 12, specialists: 6 },
  { from: 35, generalists: 14, specialists: 12 },
  { from: 40, generalists: 12, specialists: 13 },
  { from: 45, generalists: 10, specialists: 11 },
  { from: 50, generalists: 9, specialists: 10 },
  { from: 55, generalists: 11, specialists: 12 },
  { from: 60, generalists: 14, specialists: 15 },
  { from: 65, generalists: 12, specialists: 13 },
  { from: 70, generalists: 6, specialists: 8 },
];
