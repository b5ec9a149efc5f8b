// How long the planner's worker takes for instances of the planning problem, in headless Chromium, and whether the page answers all the
// while: scripts/plans.mjs FOLDER, with what `solve_plan --pack FOLDER` wrote there.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const folder = process.argv[2];
const root = join(import.meta.dirname, "..");
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("playwright-core");
const flags = JSON.parse(readFileSync(join(root, "scripts/webdriver.json"), "utf8"))["goog:chromeOptions"].args;
const server = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
const page = await browser.newPage();
await page.goto(server.url);
await page.getByRole("heading", { level: 1 }).waitFor();

for (const name of readdirSync(folder).filter((name) => name.endsWith(".ask")).sort()) {
  const asked = [...readFileSync(join(folder, name))];
  const found = await page.evaluate(async (asked) => {
    let longest = 0;
    const watch = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (longest = Math.max(longest, entry.duration))));
    watch.observe({ entryTypes: ["longtask"] });
    const worker = new Worker(new URL("planner_loader.js", document.baseURI), { type: "module" });
    // A reply is postcard: the variant, then numbers in groups of seven bits.
    const number = (bytes, at) => {
      let value = 0;
      for (let shift = 1; ; shift *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * shift;
        if (byte < 128) return [value, at];
      }
    };
    let begun, searched, value, steps;
    const done = await new Promise((resolve, reject) => {
      worker.onerror = reject;
      worker.onmessage = ({ data: [bytes] }) => {
        if (bytes[0] === 0) {
          begun = performance.now();
          worker.postMessage([new Uint8Array(asked)]);
        } else if (bytes[0] === 1) {
          let at;
          [steps, at] = number(bytes, 1);
          [value] = number(bytes, at);
          searched = performance.now();
        } else resolve(performance.now());
      };
    });
    worker.terminate();
    return { value, steps, search: searched - begun, all: done - begun, longest };
  }, asked);
  const [search, all] = [found.search, found.all].map((ms) => ms.toFixed(0));
  console.log(`  ${name}: value ${found.value}, ${found.steps} steps in ${search} ms, with the proof ${all} ms, longest task of the page ${found.longest} ms`);
}
await browser.close();
await server.close();
