// How long the page takes for a simulated year of learning, and for each of its charts when another day is looked at, in headless
// Chromium: scripts/year.mjs FILE, with what the example simulate_year wrote there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const root = join(import.meta.dirname, "..");
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("playwright-core");
const flags = JSON.parse(readFileSync(join(root, "scripts/webdriver.json"), "utf8"))["goog:chromeOptions"].args;
const server = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${server.url}#/settings`);
await page.getByLabel("Take in a file…").setInputFiles({ name: "year.json", mimeType: "application/json", buffer: readFileSync(process.argv[2]) });
await page.getByRole("button", { name: "Replace what I have" }).click();
await page.getByText("Saved on this device").waitFor();

/** Milliseconds from an act in the page until its frame is drawn: of each of some tries, in order. The act is named by what it does. */
const times = (act, n) =>
  page.evaluate(
    async ([act, n]) => {
      const link = (end) => document.querySelector(`nav a[href="#/${end}"]`).click();
      const acts = {
        open: () => link("progress"),
        close: () => link("settings"),
        look: (nth) => {
          const field = document.querySelector("main input[type=date]");
          const last = new Date();
          last.setDate(last.getDate() - 1 - 7 * nth);
          field.value = last.toISOString().slice(0, 10);
          field.dispatchEvent(new Event("change", { bubbles: true }));
        },
      };
      const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
      const took = [];
      for (let nth = 0; nth < n; nth += 1) {
        if (act === "open") acts.close();
        await new Promise((go) => setTimeout(go, 200));
        await frame();
        const begun = performance.now();
        acts[act](nth);
        // What follows from it is reckoned and put into the document in microtasks: before the next task.
        await new Promise((go) => setTimeout(go));
        const reckoned = performance.now() - begun;
        await frame();
        took.push([reckoned, performance.now() - begun]);
      }
      return took;
    },
    [act, n],
  );
const middle = (took, at) => took.map((one) => one[at]).sort((a, b) => a - b)[took.length >> 1].toFixed(1);
const say = (what, took) => console.log(`  ${what}: ${middle(took, 0)} ms of reckoning and redrawing, ${middle(took, 1)} ms until the frame is there`);

say("a year opened, with all that is seen of it", await times("open", 15));
say("all its charts on another day", await times("look", 25));
await browser.close();
await server.close();
