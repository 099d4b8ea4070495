/** Asks again until it is so; the machine may be busy, so patience is long and the steps are short. */
export async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean, seconds = 90): Promise<T> {
  const limit = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > limit)
      throw new Error(`Still not so after ${seconds} s: ${JSON.stringify(answer)?.slice(0, 2_000)}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}
