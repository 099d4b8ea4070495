/** What a command may do to the terminal; tests hold their own. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

/** 0: done · 1: it could not be done · 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

export const TERMINAL: CommandIo = {
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};
