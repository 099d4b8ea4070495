/** 1 and 2 for men and women; 3, 4, 7 and 8 while somebody is being registered. */
const SEX = "[1-478]";
const GAP = "[\\s.\\-]?";
const digits = (count: number) => Array(count).fill("\\d").join(GAP);
/** Two digits, or 2A and 2B for those born in Corsica. */
const BIRTHPLACE = `(?:${digits(2)}|2${GAP}[ABab])`;

/** Sex, year, month, place of birth (five), order, key: fifteen signs, spaced or not. */
const SHAPE = new RegExp(
  `(?<!\\d)${[SEX, digits(2), digits(2), BIRTHPLACE, digits(3), digits(3), digits(2)].join(GAP)}(?!\\d)`,
  "y",
);

/** Months of birth: the twelve, and those the registry uses when the month is not known. */
function isMonth(month: number): boolean {
  return (month >= 1 && month <= 12) || month === 20 || (month >= 30 && month <= 42) || month >= 50;
}

/** The social security numbers of a text, as they are written in it. The key must be right: a phone or a sum is not one. */
export function nirsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    SHAPE.lastIndex = at;
    const written = SHAPE.exec(text)?.[0];
    if (written === undefined || !hasRightKey(written.replace(/[\s.-]/g, ""))) continue;
    found.push(written);
    at += written.length - 1;
  }
  return found;
}

/** 97 less the remainder of the thirteen first by 97, with 19 for 2A and 18 for 2B. */
export function nirKey(thirteen: string): string {
  const number = thirteen.toUpperCase().replace("2A", "19").replace("2B", "18");
  return String(97 - (Number(number) % 97)).padStart(2, "0");
}

function hasRightKey(fifteen: string): boolean {
  return isMonth(Number(fifteen.slice(3, 5))) && nirKey(fifteen.slice(0, 13)) === fifteen.slice(13);
}
