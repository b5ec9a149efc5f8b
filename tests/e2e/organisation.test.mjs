// The demo company goes through all four steps: in from sheets, needed and held, trained, watched; and a plan reaches its person.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, saved, shot, visiting } from "./support.mjs";

/** Presses a button that hands a file out, and keeps the file. */
async function handed(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(mkdtempSync(join(tmpdir(), "organisation-")), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const open = async (page, link, title) => {
  await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
};

/** The demo company as sheets, out of one profile of a browser. */
async function sheets() {
  let path;
  await visiting(async (page, { url }) => {
    await page.goto(`${url}organisation.html`);
    await page.getByRole("button", { name: "Load the demo company" }).click();
    await page.getByRole("heading", { level: 1, name: "Harbour and Mill" }).waitFor();
    await accessible(page);
    await shot(page, "org-overview");
    await open(page, "People", "People");
    await page.getByText("Take people in from a file").click();
    path = await handed(page, page.getByRole("button", { name: "People and positions (CSV)" }));
    // It can be thrown away, and that can be undone.
    await page.getByRole("link", { name: "Skillstead, start" }).click();
    await page.getByRole("button", { name: "Throw all of it away" }).click();
    await page.getByRole("button", { name: "Load the demo company" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { level: 1, name: "Harbour and Mill" }).waitFor();
    await saved(page);
  });
  return path;
}

test("from sheets through all four steps to a plan in its person's own browser", async () => {
  const company = await sheets();
  let plan;
  await visiting(async (page, { url }) => {
    await page.goto(`${url}organisation.html#/people`);
    await page.locator("label:has-text('Choose files…') input:enabled").setInputFiles(company);
    await page.getByRole("button", { name: "Check them" }).click();
    await page.getByText("People: 120 new, 0 changed").waitFor();
    await page.getByRole("button", { name: "Take them in" }).click();
    await page.getByText("People shown: 120").waitFor();
    await saved(page);

    // 1. What is needed.
    await open(page, "Demand", "Demand");
    await page.getByText("Positions: 32").waitFor();
    // 2. What is there.
    await open(page, "Talent map", "Talent map");
    await page.getByRole("table").first().getByRole("row").nth(1).waitFor();
    await open(page, "People", "People");
    await page.locator("tbody th a").first().click();
    await page.getByRole("heading", { name: "What to train for" }).waitFor();
    await page.getByText("Why this, and why not another").waitFor();
    // 3. Who learns what, from whom.
    await open(page, "Moves", "Who could move where");
    await page.getByRole("button", { name: "Find the best moves" }).click();
    await page.getByText(/People who keep their position/).waitFor();
    await open(page, "Mentoring", "Who can teach whom");
    await page.getByRole("button", { name: "Find the best pairs" }).click();
    await page.getByRole("button", { name: /^Look closer at/ }).first().click();
    await page.getByRole("button", { name: "Both have said yes" }).click();
    await page.getByText("Contracts that run: 1").waitFor();
    await open(page, "Programmes", "Learning for everybody, under one budget");
    await page.getByRole("button", { name: "Plan for everybody" }).click();
    await page.getByRole("heading", { level: 2, name: "By team" }).waitFor();
    await page.getByLabel("Name", { exact: true }).fill("Spring");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep this programme" }).click();
    await page.getByRole("rowheader", { name: "Spring" }).waitFor();
    await page.getByText("Hand each person their plan").click();
    plan = await handed(page, page.getByRole("button", { name: /^Take as a file: the plan of/ }).first());
    await saved(page);
    await page.reload();
    // 4. How it goes.
    await open(page, "Board", "For the board");
    await page.getByRole("button", { name: "Remember how it stands today" }).click();
    await page.getByText("Today is remembered.").waitFor();
    await page.getByText("Spring").first().waitFor();
    await saved(page);
    await accessible(page);
    await page.emulateMedia({ media: "print" });
    await shot(page, "org-board-print");
  });
  const { activities } = JSON.parse(readFileSync(plan, "utf8")).plan ?? JSON.parse(readFileSync(plan, "utf8"));
  assert.notEqual(activities, undefined);
  // Somebody else's browser, which knows nothing of the organisation.
  await visiting(async (page, { url }) => {
    await page.goto(`${url}#/settings`);
    await page.locator("input.file").first().setInputFiles(plan);
    await page.getByText(/^A plan from /).waitFor();
    await page.getByRole("checkbox", { name: /levels that I have not given myself \(\d+\)$/ }).check();
    await page.getByRole("button", { name: "Follow this plan" }).click();
    await saved(page);
    await page.reload();
    await page.goto(`${url}#/plan`);
    await page.getByRole("table").first().waitFor();
    assert.equal(await page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("organisation"))), false);
  });
});
