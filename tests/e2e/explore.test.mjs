// Where a role can lead: the list, the filters, the map, side by side, and the ways there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, onet, pick, saved, shot, visiting } from "./support.mjs";

const explore = async (page) => {
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /can lead$/ }).waitFor();
};

async function asBookkeeper(page) {
  await pick(page, "I work as", "bookkeeper", /^Bookkeeper/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { level: 1, name: /Growing as/ }).waitFor();
}

test("before a role is chosen it says what to do", () =>
  visiting(async (page) => {
    await page.getByRole("link", { name: "Explore", exact: true }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("main").getByRole("link").first().waitFor();
    await accessible(page, "nothing to explore");
  }));

test("from the list to the map, to another role, and three side by side", () =>
  visiting(async (page) => {
    await asBookkeeper(page);
    await explore(page);
    await page.getByText("Roles: 20, the most alike first").waitFor();
    const rows = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
    await rows.filter({ hasText: "Accountant" }).getByText("Upskill and move up").first().waitFor();
    await shot(page, "explore");

    await page.getByLabel("Family").selectOption({ label: "Data and AI" });
    await page.getByLabel("Hours to get there").selectOption({ label: "up to 2,000 h" });
    await page.getByRole("checkbox", { name: /^Less exposed/ }).check();
    await rows.filter({ hasText: "Accountant" }).first().waitFor({ state: "detached" });
    await rows.filter({ hasText: "Reporting analyst" }).first().waitFor();
    await page.getByLabel("Family").selectOption({ label: "Any" });
    await page.getByLabel("Hours to get there").selectOption({ label: "Any" });
    await page.getByRole("checkbox", { name: /^Less exposed/ }).uncheck();

    // The map by keyboard: a role on it becomes the middle, and one comes back as from any page.
    const point = page.getByRole("link", { name: /^Accountant, Upskill and move up, / });
    await point.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Where the role of accountant can lead" }).waitFor();
    await shot(page, "explore-walk");
    await page.getByRole("link", { name: "Back to your own role" }).click();
    await page.getByRole("heading", { level: 1, name: "Where the role of bookkeeper can lead" }).waitFor();

    for (const role of ["Accountant", "Auditor", "Payroll clerk"]) await page.getByRole("checkbox", { name: `Compare ${role}`, exact: true }).check();
    await page.getByRole("link", { name: "Compare these 3" }).click();
    await page.getByRole("heading", { level: 1, name: "Side by side" }).waitFor();
    await page.getByRole("row", { name: /^New ground/ }).waitFor();
    await page.getByRole("row", { name: /^Bookkeeping/ }).waitFor();
    assert.equal(await page.getByRole("columnheader", { name: "Auditor" }).count(), 2);
    await saved(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Side by side" }).waitFor();
    await accessible(page, "three side by side");
    await shot(page, "compare");

    await page.getByRole("link", { name: "Accountant" }).first().click();
    await page.getByRole("heading", { name: /^Exposed to automation: / }).waitFor();
    await page.getByText("The tasks behind it").click();
    await page.getByRole("heading", { name: "Ways from your role" }).waitFor();
    await page.getByText("Directly").waitFor();
  }));

test("the list as a file that a spreadsheet reads", () =>
  visiting(async (page) => {
    await asBookkeeper(page);
    await explore(page);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save this list as CSV" }).click();
    const text = readFileSync(await (await download).path(), "utf8");
    const lines = text.trim().split("\n");
    assert.equal(lines.length, 21);
    assert.match(text, /^\ufeffRole,Upskill or reskill,/);
    assert.match(text, /^Accountant,Upskill and move up,0\.99/m);
  }));

test("a number leads to its line of the method, and a far role to ways by others", () =>
  visiting(async (page) => {
    await pick(page, "I work as", "customer service rep", /^Customer service rep/);
    await pick(page, "I would like to", "data scientist", /^Data scientist/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByRole("link", { name: "See ways by a role in between" }).click();
    await page.getByRole("heading", { name: "Ways from your role" }).waitFor();
    await page.getByText("By way of").first().waitFor();
    await page.goBack();
    await page.locator("[popovertarget=why-hours]").click();
    await page.locator("#why-hours").getByRole("link", { name: "How this is reckoned" }).click();
    const line = page.getByRole("heading", { name: "Hours", exact: true });
    await line.waitFor();
    await page.waitForFunction(() => Math.abs(document.getElementById("hours").getBoundingClientRect().top) < window.innerHeight);
  }));

test("on O*NET the page answers at once", { skip: onet ? false : "the download is not on this machine" }, () =>
  visiting(async (page) => {
    await page.evaluate(() => (location.hash = "#/catalogue"));
    await page.getByLabel("Choose the ZIP file…").setInputFiles(onet);
    await page.getByText(/^Read: 1,016 roles/).waitFor({ timeout: 60_000 });
    await page.evaluate(() => (location.hash = "#/"));
    await pick(page, "I work as", "Registered Nurses", /^Registered Nurses/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByRole("heading", { level: 1, name: /Growing as/ }).waitFor();
    const begun = Date.now();
    await explore(page);
    await page.getByText("Roles: 20, the most alike first").waitFor();
    console.log(`# explore on O*NET: shown after ${Date.now() - begun} ms`);
    await page.getByRole("link", { name: /^Nurse Practitioners/ }).first().waitFor();
    await accessible(page, "explore on O*NET");
    await shot(page, "explore-onet");
  }));

test("one's own word on the verdict is kept with its reason, and can be taken back", () =>
  visiting(async (page) => {
    await pick(page, "I work as", "warehouse worker", /^Warehouse worker/);
    await pick(page, "I would like to", "warehouse supervisor", /^Warehouse supervisor/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByText("Reskill", { exact: true }).first().waitFor();
    await page.getByText("You see it differently?").click();
    await page.getByRole("button", { name: "Keep my word" }).click();
    await page.getByText(/^Say why/).waitFor();
    await page.getByLabel("I call it").selectOption({ label: "Upskill and move up" });
    await page.getByLabel("Because").fill("I led the night shift for a year");
    await accessible(page, "the form of one's own word");
    await page.getByRole("button", { name: "Keep my word" }).click();
    await page.getByText(/I led the night shift for a year.*it would be: Reskill/).waitFor();
    await saved(page);
    await page.reload();
    await page.getByText("Upskill and move up", { exact: true }).first().waitFor();
    await shot(page, "overruled");
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByText("You see it differently?").waitFor();
  }));

test("what a role demands is asked before any skill counts, once for all roles that demand it", () =>
  visiting(async (page) => {
    await pick(page, "I work as", "delivery driver", /^Delivery driver/);
    await pick(page, "I would like to", "truck driver", /^Truck driver/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByText("Verify first", { exact: true }).waitFor();
    const licence = page.getByLabel(/^A driving licence for lorries/);
    await licence.selectOption({ label: "I do not hold it" });
    await page.getByText("Closed until you hold it", { exact: true }).waitFor();
    await accessible(page, "a role that is closed");
    await shot(page, "gates");
    await explore(page);
    const lorry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Truck driver" }) });
    await lorry.getByText("Closed until you hold it").waitFor();
    await page.getByRole("heading", { name: "Broad or deep" }).waitFor();
    await saved(page);
    await page.reload();
    await page.getByRole("link", { name: "Gap", exact: true }).click();
    await licence.selectOption({ label: "I hold it" });
    await page.getByText("Closed until you hold it", { exact: true }).waitFor({ state: "detached" });
  }));

test("a default of the method can be set, the answer follows, and everything goes back", () =>
  visiting(async (page) => {
    await pick(page, "I work as", "warehouse worker", /^Warehouse worker/);
    await pick(page, "I would like to", "warehouse supervisor", /^Warehouse supervisor/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByText("Reskill", { exact: true }).first().waitFor();
    await page.evaluate(() => (location.hash = "#/method/verdict"));
    const verdict = page.locator("#verdict");
    await verdict.getByText("Set it your own way").click();
    const most = verdict.getByLabel("New ground that a move up may have");
    await most.fill("0.9");
    await most.blur();
    await verdict.getByText("90", { exact: false }).first().waitFor();
    await accessible(page, "constants");
    await shot(page, "constants");
    await saved(page);
    // The first module does not know how to reckon with it: whoever comes back gets the whole at once.
    await page.evaluate(() => (location.hash = "#/gap"));
    await page.reload();
    await page.getByText("Upskill and move up", { exact: true }).first().waitFor();
    await page.evaluate(() => (location.hash = "#/method/verdict"));
    await verdict.getByText("Set it your own way").click();
    await verdict.getByRole("button", { name: "Back to the defaults" }).click();
    await page.evaluate(() => (location.hash = "#/gap"));
    await page.getByText("Reskill", { exact: true }).first().waitFor();
  }));
