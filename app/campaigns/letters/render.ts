import type { Day } from "~/calendar/day";
import { french } from "~/format/typography";
import { aidCaution, aidLines, aidTitle } from "./aid-lines";
import type { Block, Letter } from "./block";
import { AMOUNTS } from "./fields";
import { type Frame, footerOf } from "./frame";
import { bullets, button, figures, heading, inlineHtml, page, paragraph } from "./html";
import { type Inline, readMarkup, readPlain } from "./inline";
import { readTarget } from "./link-target";
import { inlineText, textBullets, textButton, textFigures, textFooter, textLines } from "./plain-text";
import { joined, type Piece, type Template } from "./template";

/** Once per campaign. The letter has passed the checks; `on` is the day whose aid schedule is quoted. */
export function render(letter: Letter, frame: Frame, on: Day): Template {
  const twins = letter.blocks.map((block, rank) => twinOf(block, { isFirst: rank === firstTitle(letter), on }));
  const subject = readPlain(french(letter.subject.trim())).content;
  const footer = footerOf(frame).map((line) => readMarkup(french(line)).content);
  const notice = frame.notice ? [...textLines([{ kind: "text", text: french(frame.notice) }]), "\n"] : [];
  return {
    subject: joined(subject.flatMap((inline) => inlineText([inline]).map(asHeader))),
    html: joined(
      page({
        title: inlineHtml(subject),
        notice: frame.notice,
        rows: twins.flatMap(({ html }) => html),
        footer: footer.map(inlineHtml),
      }),
    ),
    text: joined([...notice, ...twins.flatMap(({ text }) => [...text, "\n"]), ...textFooter(footer)]),
  };
}

interface Twin {
  readonly html: readonly Piece[];
  readonly text: readonly Piece[];
}

interface Place {
  readonly isFirst: boolean;
  readonly on: Day;
}

function twinOf(block: Block, { isFirst, on }: Place): Twin {
  switch (block.kind) {
    case "title": {
      const content = readPlain(french(block.text)).content;
      return { html: heading(inlineHtml(content), isFirst), text: textLines(content) };
    }
    case "paragraph":
      return paragraphs(block.text);
    case "list": {
      const items = block.items.map((item) => readMarkup(french(item)).content);
      return { html: bullets(items.map(inlineHtml)), text: textBullets(items) };
    }
    case "button":
      return buttonTwin(block.label, block.to);
    case "simulation":
      return simulationTwin(block, on);
    case "signature":
      return signatureTwin([block.name, block.role, block.phone]);
  }
}

/** An empty line begins another paragraph, a single one another line. */
function paragraphs(source: string): Twin {
  const contents = french(source.trim())
    .split(/\n\s*\n/)
    .map((text) => readMarkup(text).content);
  return {
    html: contents.flatMap((content) => paragraph(inlineHtml(content))),
    text: contents.flatMap((content, rank) => [...(rank > 0 ? ["\n"] : []), ...textLines(content)]),
  };
}

function buttonTwin(label: string, to: string): Twin {
  const [content, target] = [readPlain(french(label)).content, readTarget(to)];
  if (typeof target === "string") return { html: [], text: [] };
  return { html: button(inlineHtml(content), target), text: textButton(content, target) };
}

function simulationTwin(block: Extract<Block, { kind: "simulation" }>, on: Day): Twin {
  const { option } = block;
  const [title, lines, caution] = [french(aidTitle(option)), aidLines(option), french(aidCaution(on))];
  const [known, fallback] = [AMOUNTS[option], paragraphs(block.fallback)];
  return {
    html: [{ known, given: figures(title, lines, caution), otherwise: fallback.html }],
    text: [{ known, given: textFigures(title, lines, caution), otherwise: fallback.text }],
  };
}

function signatureTwin(lines: readonly string[]): Twin {
  const contents = lines.filter((line) => line.trim() !== "").map((line) => readPlain(french(line.trim())).content);
  const together = contents.flatMap((content, rank): Inline[] => [
    ...(rank > 0 ? [{ kind: "text", text: "\n" } as const] : []),
    ...(rank === 0 ? [{ kind: "strong", content } as const] : content),
  ]);
  return { html: paragraph(inlineHtml(together)), text: textLines(together) };
}

function firstTitle(letter: Letter): number {
  return letter.blocks.findIndex(({ kind }) => kind === "title");
}

function asHeader(piece: Piece): Piece {
  return typeof piece === "object" && "value" in piece ? { ...piece, as: "header" } : piece;
}
