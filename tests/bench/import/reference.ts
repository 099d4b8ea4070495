import fs from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { kyselyOver } from "~db/connection";
import { importById, planForBulk } from "~db/queries/imports";
import {
  findMissingCommunes,
  gatherDoctors,
  gatherPlaces,
  markGone,
  mergeDoctors,
  mergePlaces,
} from "~db/queries/rpps-merge";
import { backendOf, measured, timed } from "../clock";
import type { ImportJob, ImportRun } from "./job";
import { RAW_TABLE, STAGE_FROM_RAW, stagingRules } from "./reference-staging";

/**
 * What somebody with psql and the same tables would do, and no more: COPY of every column of every line into an
 * UNLOGGED table, the doctors' lines put in the form of the staging table by one INSERT … SELECT, then the product's own
 * gathering and merging statements, in one transaction, as the owner of the tables whom no policy slows. It leaves out
 * what the product adds: resuming, problems told line by line, repairs of bytes, the difference shown before applying,
 * the comparison made again, clearing up. The COPY goes through pg-copy-streams, which costs the backend what `\copy`
 * does and the client less: the embedded PostgreSQL brings no psql.
 */
export async function importByReference({ url, file, importId: id }: ImportJob): Promise<Omit<ImportRun, "rss">> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`drop table if exists raw_rpps; ${RAW_TABLE}`);
    await stagingRules(client);
    const steps: Record<string, number> = {};
    const cost = await measured([await backendOf(client)], async () => {
      await timed(steps, "copy", () => copyWhole(client, file));
      await client.query("begin");
      await timed(steps, "stage", () => client.query(STAGE_FROM_RAW, [id]));
      await timed(steps, "merge", () => merge(client, id));
      await client.query("commit");
    });
    await client.query("truncate stage_rpps, stage_doctor, stage_place, raw_rpps");
    return { ...cost, steps };
  } finally {
    await client.end();
  }
}

/** A quote is a letter like another in this file, and a backslash too: CSV with a quote that never occurs. */
async function copyWhole(client: pg.Client, file: string): Promise<void> {
  const copy = copyFrom(String.raw`copy raw_rpps from stdin (format csv, delimiter '|', quote E'\x01', header)`);
  await pipeline(fs.createReadStream(file, { highWaterMark: 1024 * 1024 }), client.query(copy));
}

async function merge(client: pg.Client, id: string): Promise<void> {
  const tx = kyselyOver(client as unknown as pg.PoolClient);
  await planForBulk(tx);
  const given = (await importById(tx, id))!;
  await findMissingCommunes(tx, id);
  await gatherDoctors(tx, given);
  await gatherPlaces(tx, given);
  await mergeDoctors(tx, given);
  await markGone(tx, given);
  await mergePlaces(tx, given);
}
