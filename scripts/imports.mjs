// How long the built page takes to read the official downloads, how long it ever stops answering, how much memory its
// process peaks at, and how soon it is there again with both on the shelf. Skips what this machine has not.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const root = join(import.meta.dirname, "..");
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("playwright-core");
const flags = JSON.parse(readFileSync(join(root, "scripts/webdriver.json"), "utf8"))["goog:chromeOptions"].args;
const downloads = [
  [process.env.SKILLSTEAD_ONET, /^Read: 1,016 roles/],
  [process.env.SKILLSTEAD_ESCO, /^Read: 3,039 roles/],
].filter(([path]) => path);

/** The highest peak of resident memory among the browser's page processes, in MiB; none where the system does not tell. */
function peak() {
  const peaks = [];
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer")) continue;
      peaks.push(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);
    } catch {
      // It has ended in the meantime.
    }
  }
  return peaks.length ? Math.round(Math.max(...peaks)) : undefined;
}

const server = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
const page = await browser.newPage();
await page.goto(`${server.url}#/catalogue`);
await page.getByRole("heading", { level: 1, name: "Catalogue" }).waitFor();
console.log(`  the page alone: peak ${peak()} MiB`);
for (const [path, done] of downloads) {
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.longest = Math.max(window.longest, entry.duration)))).observe({ entryTypes: ["longtask"] });
  });
  const begun = Date.now();
  await page.getByLabel("Choose the ZIP file…").setInputFiles(path);
  await page.getByText(done).waitFor({ timeout: 60_000 });
  const longest = await page.evaluate(() => window.longest);
  console.log(`  ${path.split("/").pop()}: ${Date.now() - begun} ms, longest task of 50 ms or more ${longest} ms, peak ${peak()} MiB`);
}
if (downloads.length) {
  await page.goto(server.url);
  const begun = Date.now();
  await page.reload();
  await page.getByRole("combobox", { name: "I work as" }).fill("a");
  const answered = Date.now() - begun;
  await page.getByRole("link", { name: /Load O\*NET or ESCO/ }).waitFor({ state: "detached" });
  console.log(`  opened again: takes a key after ${answered} ms, all catalogues there after ${Date.now() - begun} ms`);
}
await browser.close();
await server.close();
