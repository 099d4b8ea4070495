import { describe, expect, it } from "vitest";
import { invitationStanding } from "~/visits/invitations/standing";

type Told = Parameters<typeof invitationStanding>[0][number];
const word = (given: Partial<Told> = {}): Told => ({
  method: "REQUEST",
  state: "sent",
  dropped_because: null,
  recipient: "c@cabinet.example",
  sent_at: "2026-11-24T08:00:00Z",
  ...given,
});

describe("what the doctor knows of a visit", () => {
  it.each<[Told[], RegExp, boolean]>([
    [[word({ state: "waiting" })], /^Invitation en route vers c@cabinet\.example\.$/, false],
    [[word()], /^Invitation envoyée à c@cabinet\.example le 24\/11\/2026 à 9.h\.$/, false],
    [[word(), word({ method: "CANCEL" })], /^Annulation envoyée/, false],
    [
      [word({ state: "dropped", dropped_because: "opt-out" })],
      /ne souhaite plus recevoir de courriel.*autrement\.$/,
      true,
    ],
    [[word({ state: "dropped", dropped_because: "refused" })], /sa messagerie l'a refusé/, true],
    [
      [word(), word({ method: "CANCEL", state: "dropped", dropped_because: "no-address" })],
      /^Annulation non envoyée/,
      true,
    ],
    [
      [
        word({ state: "dropped", dropped_because: "superseded" }),
        word({ method: "CANCEL", state: "dropped", dropped_because: "nothing-to-tell" }),
      ],
      /n'avait pas reçu l'invitation/,
      false,
    ],
  ])("%#", (told, sentence, isTrouble) => {
    expect(invitationStanding(told)).toMatchObject({ sentence: expect.stringMatching(sentence), isTrouble });
  });

  it("is nothing when nobody ever wrote", () => {
    expect(invitationStanding([])).toBeNull();
  });
});
