// Official downloads, from a person's disk to a plan, and files that are none.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { esco, onet, pick, saved, shot, visiting } from "./support.mjs";

/** How long the page takes, in milliseconds, from an event to having drawn what follows: a text is typed, a number picks. */
const timed = async (page, selector, values) => {
  // On a slow machine the page behind the link was not drawn yet, and the field to type into was not there.
  await page.locator(selector).nth(Math.max(0, ...values.filter(Number.isInteger))).waitFor();
  return page.evaluate(
    async ([selector, values]) => {
      const times = [];
      for (const value of values) {
        const types = typeof value === "string";
        const element = document.querySelectorAll(selector)[types ? 0 : value];
        if (types) element.value = value;
        else element.checked = true;
        const begun = performance.now();
        element.dispatchEvent(new Event(types ? "input" : "change", { bubbles: true }));
        await new Promise((go) => setTimeout(go));
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b);
    },
    [selector, values],
  );
};
const figures = (times) => `median ${times[Math.floor(times.length / 2)].toFixed(1)} ms, worst ${times.at(-1).toFixed(1)} ms`;

const input = (page) => page.getByLabel("Choose the ZIP file…");

/** Loads a download and tells how long that took, and the longest time in which the page could not answer. */
async function load(page, file, done) {
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.longest = Math.max(window.longest, entry.duration)))).observe({ entryTypes: ["longtask"] });
  });
  const begun = Date.now();
  await input(page).setInputFiles(file);
  await page.getByText(done).waitFor({ timeout: 60_000 });
  console.log(`import: ${Date.now() - begun} ms; longest task of the page from 50 ms on: ${await page.evaluate(() => window.longest)} ms`);
}

test("customer service representative to data scientist on O*NET data", { skip: onet ? false : "the O*NET download is not on this machine" }, () =>
  visiting(async (page) => {
    await page.getByRole("link", { name: /Load O\*NET or ESCO/ }).click();
    await load(page, onet, /^Read: 1,016 roles, 120 skills/);
    await shot(page, "settings-onet");

    await page.getByRole("link", { name: "Skillstead, start" }).click();
    const typed = ["customer service representative", "dtaa scientsit", "maneger of opertions"];
    const prefixes = typed.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
    console.log(`search, a keystroke: ${figures(await timed(page, "#current", prefixes))}`);
    await pick(page, "I work as", "Customer Service Representat", /^Customer Service Representatives/);
    await pick(page, "I would like to", "data scientist", /^Data Scientists/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByRole("heading", { level: 1, name: "Customer Service Representatives to Data Scientists" }).waitFor();
    await page.getByText("Reskill", { exact: true }).waitFor();
    await shot(page, "onet-gap-first-look");

    await page.getByRole("link", { name: "Rate my skills" }).click();
    console.log(`rating a skill: ${figures(await timed(page, "fieldset:first-child input", [0, 1, 2, 3, 4, 5, 3, 1, 4]))}`);
    const groups = page.getByRole("group");
    for (const [at, level] of [3, 2, 1, 2, 3, 1, 2, 2].entries()) {
      await groups.nth(at).getByRole("radio", { name: new RegExp(`^${level}`) }).check();
    }
    await page.getByText(/^8 of 12 rated$/).waitFor();
    await saved(page);
    await page.getByRole("link", { name: "See my gap" }).click();
    await page.getByText(/fit today, 8 of \d+ rated/).waitFor();
    await shot(page, "onet-gap");
    await page.getByRole("link", { name: "See my plan" }).click();
    await page.getByRole("heading", { level: 1, name: /^Ready in / }).waitFor();
    const ready = await page.getByRole("heading", { level: 1 }).textContent();
    await shot(page, "onet-plan");

    // The browser is closed and opened again: catalogue, answers and plan are all there.
    await page.reload();
    await page.getByRole("heading", { level: 1, name: ready }).waitFor();
    // Nothing of the person is where the catalogue is.
    const names = await page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));
    assert.deepEqual(names, ["skillstead"]);
  }));

test("a way on ESCO data", { skip: esco ? false : "the ESCO download is not on this machine" }, () =>
  visiting(async (page) => {
    await page.getByRole("link", { name: /Load O\*NET or ESCO/ }).click();
    await load(page, esco, /^Read: 3,039 roles, 13,936 skills/);
    await page.getByRole("link", { name: "Skillstead, start" }).click();
    const typed = ["customer contact centre", "dtaa scientsit", "maneger of opertions"];
    const prefixes = typed.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
    console.log(`search, a keystroke: ${figures(await timed(page, "#current", prefixes))}`);
    await pick(page, "I work as", "customer contact centre information clerk", /^customer contact centre information clerk/);
    await pick(page, "I would like to", "dtaa scientist", /^data scientist/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByRole("heading", { level: 1, name: "Customer contact centre information clerk to data scientist" }).waitFor();
    await shot(page, "esco-gap");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Customer contact centre information clerk to data scientist" }).waitFor();
  }));

test("files that are no download of a framework change nothing and say why", () =>
  visiting(async (page) => {
    await page.getByRole("link", { name: "Catalogue", exact: true }).click();
    const folder = mkdtempSync(join(tmpdir(), "skillstead-e2e-"));
    const file = (name, bytes) => (writeFileSync(join(folder, name), bytes), join(folder, name));
    await input(page).setInputFiles(file("text.zip", "no zip at all"));
    await page.getByText(/The file is not a whole ZIP.*Nothing has changed\./).waitFor();
    if (onet) {
      const whole = readFileSync(onet);
      await input(page).setInputFiles(file("cut.zip", whole.subarray(0, whole.length / 2)));
      await page.getByText(/The file is not a whole ZIP.*Nothing has changed\./).waitFor();
    }
    await page.getByText(/Skillstead starter catalogue/).waitFor();
    assert.equal(await page.getByText("O*NET database", { exact: true }).count(), 0);
  }));

test("reading can be cancelled", { skip: onet ? false : "the O*NET download is not on this machine" }, () =>
  visiting(async (page) => {
    await page.getByRole("link", { name: "Catalogue", exact: true }).click();
    await input(page).setInputFiles(onet);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    assert.equal(await page.getByText("O*NET database", { exact: true }).count(), 0);
  }));
