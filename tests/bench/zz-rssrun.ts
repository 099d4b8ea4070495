import { spawnSync } from "node:child_process";
import { receive } from "./import/receive";
import { asOwner } from "./server";
const [url, file, n] = process.argv.slice(2) as [string, string, string];
for (let i = 0; i < Number(n); i++) {
  await asOwner(url, (o) => o.query("truncate doctor, import restart identity cascade; truncate outbox"));
  const importId = await receive(url, "/tmp/bd/files", file, "2026-11-02");
  const r = spawnSync(process.execPath, [...(process.env.NODEARGS?.split(" ") ?? []), "--import", "tsx", "tests/bench/import/child.ts", JSON.stringify({ by: "product", url, file, folder: "/tmp/bd/files", importId })], { encoding: "utf8" });
  console.log(r.stdout.trim(), r.stderr.slice(0, 300));
}
