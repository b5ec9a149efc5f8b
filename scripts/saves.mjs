// How long a save takes from its begin until it is on the disk, with a document of 250 KB, in headless Chromium: scripts/saves.mjs
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const N = 100;
/** A change waits so long for others before it is saved (src/state/autosave.rs). */
const WAIT_MS = 300;

const root = join(import.meta.dirname, "..");
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("playwright-core");
const flags = JSON.parse(readFileSync(join(root, "scripts/webdriver.json"), "utf8"))["goog:chromeOptions"].args;

/** Somebody who has rated 300 skills once a month for two years. */
function document() {
  const day = (nth) => new Date(Date.UTC(2024, nth, 1)).toISOString().slice(0, 10);
  const history = Array.from({ length: 24 }, (_, nth) => ({ level: 10 + nth, on: day(nth) }));
  const ratings = Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`skill-of-theirs-${String(nth).padStart(3, "0")}`, history]));
  const text = JSON.stringify({ current: "bookkeeper", target: null, ratings, completions: {}, horizon: { hours_per_week: 5, start: null, deadline: null, budget: null } });
  const sha256 = createHash("sha256").update(`1 1 ${text}`).digest("hex");
  return `{"skillstead":1,"generation":1,"sha256":"${sha256}","document":${text}}`;
}

const server = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
const page = await browser.newPage();
await page.goto(`${server.url}#/settings`);
const buffer = Buffer.from(document());
await page.getByLabel("Take in a file…").setInputFiles({ name: "large.json", mimeType: "application/json", buffer });
await page.getByRole("button", { name: "Replace what I have" }).click();
await page.getByText("Saved on this device").waitFor();
await page.getByRole("link", { name: "My skills" }).click();
await page.locator("main fieldset input[type=radio]").first().waitFor();

const took = await page.evaluate(
  async ([n, wait]) => {
    const badge = document.querySelector(".saved");
    const took = [];
    for (let nth = 0; nth < n; nth += 1) {
      const radios = [...document.querySelector("main fieldset").querySelectorAll("input[type=radio]")];
      const other = radios.filter((radio) => !radio.checked)[nth % 2];
      const ended = new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          if (badge.className !== "saved") return;
          watch.disconnect();
          resolve(performance.now());
        });
        watch.observe(badge, { attributes: true });
      });
      const begun = performance.now();
      other.click();
      took.push((await ended) - begun - wait);
    }
    return took.sort((a, b) => a - b);
  },
  [N, WAIT_MS],
);
const at = (share) => took[Math.ceil(N * share) - 1].toFixed(1);
console.log(`  ${N} saves of ${(buffer.length / 1000).toFixed(0)} kB: ${at(0.5)} ms in the middle, ${at(0.95)} ms p95, ${at(1)} ms at worst`);
await browser.close();
await server.close();
