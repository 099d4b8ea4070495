import fs from "node:fs";
import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/context";
import type { FileStore } from "~/files/file-store";
import { DiskFull, FileTooLarge } from "~/files/file-store";
import { action } from "~/imports/new.route";
import { anActor, NOON, testDatabase } from "../../support/database";
import { inPieces, sample, testFiles } from "../../support/files";
import { AMELI, RPPS } from "./office";

const database = await testDatabase();
const files = testFiles();

interface Sent {
  readonly kind: string;
  readonly content: Buffer | string;
  readonly name?: string;
  readonly actor?: Actor;
  readonly store?: FileStore;
}

/** The screen's own action, asked by somebody signed in. */
async function send({
  kind,
  content,
  name = "fichier.txt",
  actor = anActor("manager"),
  store = files.store,
}: Sent): Promise<{ status: number; said: string }> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("sourceOn", "");
  form.set("fichier", new Blob([new Uint8Array(Buffer.from(content))]), name);
  return answerTo(new Request("http://localhost/imports/nouveau", { method: "POST", body: form }), actor, store);
}

async function answerTo(request: Request, actor: Actor, store: FileStore) {
  const services = {
    env: { UPLOAD_MAX_MB: 1 },
    pool: database.pool,
    tools: { files: store },
    knock: () => {},
    now: () => NOON,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const context = { services, signedIn: Promise.resolve({ actor, sessionId: "s" }) } as unknown as AppLoadContext;
  const answer = (await Promise.resolve(action({ request, context, params: {} })).catch(
    (thrown: unknown) => thrown,
  )) as Response;
  return { status: answer.status, said: answer.headers.get("location") ?? (await answer.text()) };
}

const imports = async () => (await database.pool.query("select file_name, status, kind from import")).rows;

describe("what is not one of our files", () => {
  it.each([
    [
      "an error page saved in its place",
      "rpps",
      sample("rpps/PS_LibreAcces_Personne_activite_202611210842.html-error.txt"),
      /page web/,
    ],
    ["a JSON answer", "rpps", '{"error": "quota"}', /JSON/],
    ["an archive", "rpps", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), /archive ZIP/],
    ["another directory of the same site", "ameli", sample("ameli/liste-cds-20261116-043106.csv"), /liste-cds/],
    ["our file of another kind", "ameli", sample(RPPS), /RPPS|Annuaire Santé/],
    ["a table of nobody knows what", "patientele", "a;b;c\n1;2;3\n", /manque/],
    [
      "a directory without a column it needs",
      "rpps",
      sample("rpps/PS_LibreAcces_Personne_activite_202611210842.missing-column.txt"),
      /savoir-faire/,
    ],
    [
      "a workbook that is none",
      "zonage",
      Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.from("[Content_Types].xml")]),
      /./,
    ],
    ["nothing at all", "rpps", "", /Aucun fichier|vide/],
  ])("%s is refused in a sentence, and leaves nothing", async (_what, kind, content, why) => {
    const { status, said } = await send({ kind, content });
    expect(status).toBe(422);
    expect(said).toMatch(why);
    expect(files.kept()).toEqual([]);
    expect(await imports()).toEqual([]);
  });

  it("a form without a kind, or a false date, is refused all the same", async () => {
    expect(await send({ kind: "recettes", content: sample(RPPS) })).toMatchObject({ status: 422 });
    expect(files.kept()).toEqual([]);
  });

  it("nobody without the right may even send it", async () => {
    for (const role of ["delegate", "campaign_officer", "national_reader", "administrator"] as const) {
      expect(await send({ kind: "rpps", content: sample(RPPS), actor: anActor(role) })).toMatchObject({ status: 403 });
    }
    expect(files.kept()).toEqual([]);
  });
});

describe("a file too large, or a disk too small", () => {
  it("is refused with the limit, and the part received is gone", async () => {
    const { status, said } = await send({ kind: "rpps", content: Buffer.alloc(1_100_000, "x") });
    expect(status).toBe(422);
    expect(said).toContain("dépasse 1 Mo");
    expect(files.kept()).toEqual([]);
  });

  it("says that the disk is full, and asks to try later", async () => {
    const full: FileStore = { ...files.store, keep: () => Promise.reject(new DiskFull()) };
    const { status, said } = await send({ kind: "rpps", content: sample(RPPS), store: full });
    expect(status).toBe(503);
    expect(said).toContain("disque du serveur est plein");
  });

  it.skipIf(!fs.existsSync("/dev/full"))(
    "knows a full disk by its own sign, and leaves no part of the file",
    async () => {
      fs.symlinkSync("/dev/full", `${files.folder}/full.part`);
      await expect(files.store.keep("full", inPieces("some bytes"), 1e6)).rejects.toBeInstanceOf(DiskFull);
      expect(files.kept()).toEqual([]);
    },
  );

  it("stops reading a stream at the limit", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1_000;
        yield Buffer.alloc(1_000);
      }
    }
    await expect(files.store.keep("endless", endless(), 10_000)).rejects.toBeInstanceOf(FileTooLarge);
    expect(given).toBe(11_000);
    expect(files.kept()).toEqual([]);
  });
});

describe("an upload cut half-way", () => {
  it("leaves nothing, and says that it was cut", async () => {
    const start = `--frontier\r\nContent-Disposition: form-data; name="fichier"; filename="a.txt"\r\n\r\n${"x".repeat(50_000)}`;
    const body = new ReadableStream({
      start(sink) {
        sink.enqueue(new TextEncoder().encode(start));
        sink.close();
      },
    });
    const headers = { "Content-Type": "multipart/form-data; boundary=frontier" };
    const request = new Request("http://localhost/imports/nouveau", {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);
    const { status, said } = await answerTo(request, anActor("manager"), files.store);
    expect(status).toBe(422);
    expect(said).toContain("interrompu");
    expect(files.kept()).toEqual([]);
  });
});

describe("one of our files", () => {
  it("is kept under a name of ours, begins its import, and leads to its page", async () => {
    const { status, said } = await send({
      kind: "ameli",
      content: sample(AMELI),
      name: "../../etc/liste-ps-20261116-023046.csv",
    });
    expect(status).toBe(302);
    expect(said).toMatch(/^\/imports\/[\w-]{36}$/);
    expect(await imports()).toEqual([{ file_name: "liste-ps-20261116-023046.csv", status: "uploaded", kind: "ameli" }]);
    expect(files.kept()).toEqual([expect.stringMatching(/^[\w-]{36}$/)]);
    const notes = await database.pool.query("select job, actor_id from outbox");
    expect(notes.rows).toEqual([{ job: "read-import", actor_id: anActor("manager").id }]);
  });
});
