// How long the pages of an organisation take at their largest, and how long they keep the browser from answering, in headless Chromium:
// scripts/organisation.mjs WIDE.csv TOWN.json, with what the example simulate_company wrote there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const root = join(import.meta.dirname, "..");
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("playwright-core");
const flags = JSON.parse(readFileSync(join(root, "scripts/webdriver.json"), "utf8"))["goog:chromeOptions"].args;
const [wide, town] = process.argv.slice(2);
const server = await serve(join(root, "dist"));

/** Opens the organisation's pages in a fresh profile, with a watch over the tasks that keep the page from answering. */
async function visiting(end, visit) {
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.addInitScript(() => {
    self.tasks = [];
    new PerformanceObserver((list) => self.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await page.goto(`${server.url}organisation.html#/${end}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await visit(page);
  await browser.close();
}

/** Runs an act until what it leads to is there, and says how long it took and what the longest task of the page was meanwhile. */
async function timed(page, what, act) {
  await page.waitForTimeout(300);
  await page.evaluate(() => (self.tasks.length = 0));
  const begun = performance.now();
  await act();
  const took = performance.now() - begun;
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => [...self.tasks]);
  console.log(`  ${what}: ${took.toFixed(0)} ms; longest task of the page ${Math.max(0, ...tasks).toFixed(0)} ms, ${tasks.length} of 50 ms or more`);
  return took;
}

const button = (page, name) => page.getByRole("button", { name });
const open = async (page, link, seen) => {
  await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
  await seen.first().waitFor();
};
const isSaved = (page) => page.waitForFunction(() => document.querySelector(".saved").className === "saved");

/** How the frames come while a window of a table is scrolled through: those that came late, of how many. */
const scrolled = (page) =>
  page.evaluate(async () => {
    const window = document.querySelector(".grid-window");
    window.scrollIntoView();
    const frame = () => new Promise((go) => requestAnimationFrame(go));
    await frame();
    const gaps = [];
    let last = await frame();
    for (let n = 0; n < 300; n += 1) {
      window.scrollTop += 60;
      if (n % 5 === 0) window.scrollLeft += 40;
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    gaps.sort((a, b) => a - b);
    return { late: gaps.filter((gap) => gap > 17.5).length, n: gaps.length, middle: gaps[gaps.length >> 1], worst: gaps.at(-1) };
  });

await visiting("people", async (page) => {
  const buffer = readFileSync(wide);
  console.log(`  a sheet of ${(buffer.length / 1e6).toFixed(1)} MB`);
  const input = page.locator("label:has-text('Choose files…') input:enabled");
  await input.waitFor({ state: "attached" });
  const check = button(page, "Check them");
  let total = await timed(page, "opened", async () => {
    await input.setInputFiles(wide);
    await check.waitFor();
  });
  const take = button(page, "Take them in");
  const own = button(page, "Make all that are left out skills of our own");
  total += await timed(page, "names of skills looked up", async () => {
    await check.click();
    await own.or(take).first().waitFor();
  });
  if (await own.isVisible()) {
    total += await timed(page, "checked", async () => {
      await own.click();
      await button(page, "Go on").click();
      await take.waitFor();
    });
  }
  total += await timed(page, "taken in and saved", async () => {
    await take.click();
    await page.getByText("Taken in.").waitFor();
    await isSaved(page);
  });
  console.log(`  in all ${total.toFixed(0)} ms`);
  await timed(page, "found by a name", async () => {
    await page.getByRole("searchbox").fill("mar");
    await page.waitForTimeout(50);
  });
  await timed(page, "one person opened", async () => {
    await page.locator("tbody th a").first().click();
    await page.getByRole("heading", { name: "What to train for" }).waitFor();
  });
  await timed(page, "one person changed and saved", async () => {
    const name = page.getByLabel("Name", { exact: true });
    await name.fill("Somebody else");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.querySelector(".saved").className !== "saved");
    await isSaved(page);
  });
  await timed(page, "talent map opened", () => open(page, "Talent map", page.locator(".grid-window td")));
  const frames = await scrolled(page);
  console.log(`  its grid scrolled: ${frames.late} of ${frames.n} frames late, ${frames.middle.toFixed(1)} ms in the middle, ${frames.worst.toFixed(1)} ms at worst`);
  await timed(page, "demand opened", () => open(page, "Demand", page.getByRole("table")));
  await timed(page, "board opened", () => open(page, "Board", page.getByRole("heading", { level: 2 })));
  await timed(page, "page opened anew", async () => {
    await page.reload();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
  });
});

await visiting("settings", async (page) => {
  await page.getByLabel("Take in a file…").setInputFiles(town);
  await button(page, /^Replace/).click();
  await isSaved(page);
  const task = (link, name, done) => async () => {
    await open(page, link, button(page, name));
    await timed(page, name, async () => {
      await button(page, name).click();
      await done(page).waitFor();
    });
  };
  await task("Moves", "Find the best moves", (page) => page.getByText(/People who keep their position/))();
  await task("Mentoring", "Find the best pairs", (page) => button(page, /^Look closer at/).first())();
  await task("Programmes", "Plan for everybody", (page) => page.getByRole("heading", { level: 2, name: "By team" }))();
});
await server.close();
