// Lighthouse's mobile preset against dist, the median of some runs (LIGHTHOUSE_RUNS, else 3).
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "./serve.mjs";

const root = join(import.meta.dirname, "..");
const runs = Number(process.env.LIGHTHOUSE_RUNS ?? 3);
const flags = JSON.parse(readFileSync(join(root, "scripts/webdriver.json"), "utf8"))["goog:chromeOptions"].args;

const { url, close } = await serve(join(root, "dist"));
const folder = mkdtempSync(join(tmpdir(), "skillstead-lighthouse-"));
const reports = [];
try {
  for (let run = 0; run < runs; run += 1) {
    const report = join(folder, `${run}.json`);
    await promisify(execFile)(
      join(root, "tests/e2e/node_modules/.bin/lighthouse"),
      [url, "--quiet", "--output=json", `--output-path=${report}`, `--chrome-flags=${flags.join(" ")}`, "--no-enable-error-reporting"],
      { env: { ...process.env, CHROME_PATH: process.env.CHROME } },
    );
    reports.push(JSON.parse(readFileSync(report, "utf8")));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await close();
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, value) => console.log(`${name.padEnd(28)} ${value}`);
for (const name of ["performance", "accessibility", "best-practices", "seo"]) {
  print(name, Math.round(100 * median(reports.map((report) => report.categories[name].score))));
}
for (const [name, audit] of [
  ["first contentful paint", "first-contentful-paint"],
  ["largest contentful paint", "largest-contentful-paint"],
  ["total blocking time", "total-blocking-time"],
  ["time to interactive", "interactive"],
]) {
  print(name, `${Math.round(median(reports.map((report) => report.audits[audit].numericValue)))} ms`);
}
// What keeps a score below 100 is worth more than the score.
const last = reports.at(-1);
for (const { auditRefs } of [last.categories.accessibility, last.categories["best-practices"], last.categories.seo]) {
  for (const { id, weight } of auditRefs) {
    const { score, title } = last.audits[id];
    if (weight > 0 && score !== null && score < 1) print("  not perfect", `${id}: ${title}`);
  }
}
