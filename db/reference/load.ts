import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { communes } from "./communes";
import { FUNDS } from "./funds";

/** Writes the public reference (funds, communes) when it differs from what is there. Returns whether it wrote. */
export async function loadReference(client: pg.PoolClient): Promise<boolean> {
  const lines = communeLines();
  const digest = createHash("sha256").update(lines.join("")).update(JSON.stringify(FUNDS)).digest("hex");
  const { rows } = await client.query("select obj_description('commune'::regclass) as digest");
  if (rows[0].digest === digest) return false;
  await client.query("begin");
  await client.query(
    `insert into fund (id, code, name, department, zone) select * from json_populate_recordset(null::fund, $1)
     on conflict (id) do update set code = excluded.code, name = excluded.name, department = excluded.department, zone = excluded.zone`,
    [JSON.stringify(FUNDS)],
  );
  await client.query(`create temp table new_commune (code text, name text, department text, postcodes text[], population integer,
    latitude real, longitude real, precision text, kind text, parent_code text) on commit drop`);
  await pipeline(Readable.from(lines), client.query(copyFrom("copy new_commune from stdin")));
  await client.query(MERGE);
  await client.query(`comment on table commune is ${pg.escapeLiteral(digest)}`);
  await client.query("commit");
  await client.query("analyze commune");
  return true;
}

const MERGE = `
  insert into commune (code, kind, parent_code, name, folded, department, postcodes, population, latitude, longitude, precision, fund_id)
  select n.code, n.kind, n.parent_code, n.name,
    tandem.folded_town(n.name),
    n.department, n.postcodes, n.population, n.latitude, n.longitude, n.precision, f.id
  from new_commune n left join fund f on f.department = n.department
  on conflict (code) do update set kind = excluded.kind, parent_code = excluded.parent_code, name = excluded.name,
    folded = excluded.folded, department = excluded.department, postcodes = excluded.postcodes, population = excluded.population,
    latitude = excluded.latitude, longitude = excluded.longitude, precision = excluded.precision, fund_id = excluded.fund_id`;

function communeLines(): string[] {
  return communes().map((each) => {
    const { code, name, department, postcodes, population, lat, lon, precision, kind, parent } = each;
    const cells = [code, name, department, `{${postcodes.join(",")}}`, population, lat, lon, precision, kind, parent];
    return `${cells.map((cell) => cell ?? "\\N").join("\t")}\n`;
  });
}
