import { type ChildProcess, spawn } from "node:child_process";

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the first line of output that begins with this word. */
  says(word: string): Promise<string>;
  ended(): Promise<{ code: number | null; output: string }>;
}

/** A program of the repository in a process of its own. */
export function aChild(file: string, args: string[] = [], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const look of waiting) look();
    });
  }
  const over = new Promise<{ code: number | null; output: string }>((done) =>
    child.on("close", (code) => done({ code, output })),
  );
  const says = (word: string) =>
    new Promise<string>((said, failed) => {
      const look = () => {
        const line = output.split("\n").find((each) => each.startsWith(word));
        if (line !== undefined) said(line);
      };
      waiting.add(look);
      look();
      void over.then(() => failed(new Error(`The process ended without saying « ${word} »:\n${output}`)));
    });
  return { process: child, says, ended: () => over };
}
