import { describe, expect, it, test } from "vitest";
import { type CommandAction, matchingActions } from "~/ui/command-results";
import { find, matches, type Press, type Shortcut } from "~/ui/shortcut-keys";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const nothing = () => {};

describe("one chord", () => {
  it.each([
    ["j", press("j"), true],
    ["j", press("J", { shiftKey: true }), false],
    ["j", press("j", { ctrlKey: true }), false],
    ["?", press("?", { shiftKey: true }), true],
    ["/", press("/", { shiftKey: true }), true],
    ["Mod+k", press("k", { ctrlKey: true }), true],
    ["Mod+k", press("k", { metaKey: true }), true],
    ["Mod+k", press("k"), false],
    ["Mod+ArrowLeft", press("ArrowLeft", { ctrlKey: true }), true],
    ["Shift+Enter", press("Enter"), false],
  ])("%s pressed as %o: %s", (chord, event, expected) => expect(matches(chord, event)).toBe(expected));
});

describe("among the keys of a screen", () => {
  const frame: Shortcut = { keys: "g m", label: "Médecins", run: nothing };
  const page: Shortcut = { keys: "n", label: "Noter", run: nothing };
  const dialogPage: Shortcut = { keys: "n", label: "Nommer", run: nothing };
  const native: Shortcut = { keys: "Enter", label: "Ouvrir" };

  it("waits for the second key of a sequence", () => {
    expect(find([frame, page], null, press("g"))).toEqual({ waitFor: "g" });
    expect(find([frame, page], "g", press("m"))).toEqual({ shortcut: frame });
    expect(find([frame, page], "g", press("n"))).toBeNull();
    expect(find([frame, page], null, press("m"))).toBeNull();
  });
  it("lets the last declared win", () =>
    expect(find([page, dialogPage], null, press("n"))).toEqual({ shortcut: dialogPage }));
  it("leaves to the browser what the browser does", () => expect(find([native], null, press("Enter"))).toBeNull());
});

describe("acts found by their words", () => {
  const action = (label: string, words: string[] = []): CommandAction => ({
    id: label,
    group: "Actions",
    label,
    icon: "plus",
    run: nothing,
    words,
  });
  const actions = [action("Importer un fichier", ["annuaire", "RPPS"]), action("Préparer une campagne", ["courriel"])];
  const found = (text: string) => matchingActions(actions, text).map((each) => each.label);

  test("all of them before anything is typed", () => expect(found("")).toHaveLength(2));
  test("by the beginning of words, without accents or capitals", () => {
    expect(found("prepa")).toEqual(["Préparer une campagne"]);
    expect(found("FICH imp")).toEqual(["Importer un fichier"]);
    expect(found("rpps")).toEqual(["Importer un fichier"]);
    expect(found("ichier")).toEqual([]);
  });
});
