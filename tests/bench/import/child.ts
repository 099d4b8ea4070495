import type { ImportJob } from "./job";
import { importByProduct } from "./product";
import { importByReference } from "./reference";

// Started by import.ts with one argument; answers with one line of JSON.
const job = JSON.parse(process.argv[2]!) as ImportJob;
const run = await (job.by === "product" ? importByProduct(job) : importByReference(job));
process.stdout.write(`${JSON.stringify({ ...run, rss: process.resourceUsage().maxRSS / 1024 })}\n`);
