import http from "node:http";
import { describe, expect, it } from "vitest";
import { anAccount, PASSWORD } from "../features/access/people";
import { testDatabase } from "../support/database";
import { aTandem, aVisitor } from "../support/web";

const database = await testDatabase();

/** As written, without a client's corrections. */
function raw(
  url: string,
  path: string,
  method = "GET",
  headers: http.OutgoingHttpHeaders = {},
): Promise<{ status: number; location: string | undefined; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((answered, failed) => {
    const request = http.request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => answered({ status: response.statusCode!, location: response.headers.location, body }));
    });
    request.on("error", failed).end();
  });
}

describe("over plain http, as on one's own machine", () => {
  const tandem = aTandem(database, { worker: false });

  it.each([
    ["none", undefined],
    ["another site", "https://evil.example"],
    ["an address that only begins like ours", "HOST.evil.example"],
    ["a page that hides where it comes from", "null"],
    ["our name on another port", "http://localhost:1"],
    ["nonsense", "::::"],
  ])("a form whose origin is %s is refused, as page and as data, whatever the method", async (_what, origin) => {
    const headers = origin === undefined ? {} : { origin: origin.replace("HOST", tandem.url) };
    for (const path of ["/connexion", "/connexion?_data=access%2Fsign-in.route", "/imports/nouveau"]) {
      for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
        expect([path, method, (await raw(tandem.url, path, method, headers)).status]).toEqual([path, method, 403]);
      }
    }
  });

  it.each(["//evil.example", "//evil.example/..", "/\\evil.example", "/%5cevil.example", "/connexion/%5C/evil"])(
    "the address %s is refused before any page sees it",
    async (path) => {
      expect(await raw(tandem.url, path)).toMatchObject({ status: 400, location: undefined });
    },
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%2f/evil.example",
    "/\tevil",
    "javascript:alert(1)",
  ])("signing in never leads to %s", async (retour) => {
    const { email } = await anAccount(database);
    const answer = await aVisitor(tandem).post("/connexion", { email, password: PASSWORD, retour });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/"]);
  });

  it("scripts run with this answer's nonce or not at all", async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 2; time++) {
      const answer = await aVisitor(tandem).get("/connexion");
      const policy = directives(answer);
      const nonce = /'nonce-([^']+)'/.exec(policy["script-src"]!)![1]!;
      nonces.add(nonce);
      expect(policy["script-src"]).toBe(`'self' 'nonce-${nonce}'`);
      expect(policy["style-src"]).toBe(`'self' 'nonce-${nonce}'`);
      expect(policy).toMatchObject({
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
      });
      const html = await answer.text();
      const scripts = html.match(/<script\b[^>]*>/g)!;
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/\son[a-z]+="/);
    }
    expect(nonces.size).toBe(2);
  });

  it("every answer is kept from being guessed at, framed or told apart", async () => {
    const { headers } = await aVisitor(tandem).get("/connexion");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  it("what names people is kept nowhere; files whose name tells their content are kept for ever", async () => {
    const { email } = await anAccount(database);
    const visitor = aVisitor(tandem);
    await visitor.signIn(email, PASSWORD);
    for (const path of ["/", "/imports", "/?_data=home%2Fframe.route", "/imports/modeles/emails"]) {
      expect([path, (await visitor.get(path)).headers.get("cache-control")]).toEqual([
        path,
        expect.stringMatching(/^no-store/),
      ]);
    }
    const asset = /\/assets\/[\w.-]+\.js/.exec(await (await visitor.get("/")).text())![0];
    expect((await visitor.get(asset)).headers.get("cache-control")).toContain("immutable");
  });

  it("the session's cookie is out of reach of scripts and of other sites, and dies with the session", async () => {
    const { email } = await anAccount(database);
    const visitor = aVisitor(tandem);
    const [set] = (await visitor.signIn(email, PASSWORD)).headers.getSetCookie();
    expect(set).toMatch(/^tandem=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = set!.split(";")[0]!;
    expect((await raw(tandem.url, "/mon-compte", "GET", { cookie })).status).toBe(200);
    await visitor.post("/deconnexion", {});
    expect((await raw(tandem.url, "/mon-compte", "GET", { cookie })).status).toBe(302);
  });

  it("a form without end is refused before it is read", async () => {
    const answer = await aVisitor(tandem).post("/connexion", { email: "a@b.example", password: "x".repeat(1_100_000) });
    expect(answer.status).toBe(413);
  });

  it("an unknown address is a page that says so", async () => {
    const answer = await aVisitor(tandem).get("/nulle-part");
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("Page introuvable")]);
  });
});

describe("behind https", () => {
  const tandem = aTandem(database, { worker: false, env: { PUBLIC_URL: "https://tandem.example" } });
  const ours = { origin: "https://tandem.example" };

  it("the cookie is pinned to the host, and the browser told to come back by https only", async () => {
    const { email } = await anAccount(database);
    const answer = await aVisitor(tandem).post("/connexion", { email, password: PASSWORD }, ours);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-tandem=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers.get("strict-transport-security")).toContain("max-age=31536000");
    expect(directives(answer)).toHaveProperty("upgrade-insecure-requests");
  });

  it("forms come from the public address", async () => {
    const foreign = await aVisitor(tandem).post("/connexion", {}, { origin: "https://tandem.example.evil.example" });
    expect(foreign.status).toBe(403);
    expect((await aVisitor(tandem).post("/connexion", {}, ours)).status).toBe(422);
  });
});

function directives(answer: Response): Record<string, string> {
  const parts = answer.headers.get("content-security-policy")!.split(";");
  return Object.fromEntries(
    parts.map((part) => {
      const [name = "", ...values] = part.trim().split(" ");
      return [name, values.join(" ")];
    }),
  );
}
