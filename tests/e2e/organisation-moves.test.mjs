// An organisation's moves, pairs and programmes are reckoned beside the page, taken, kept, and handed back to one person.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, saved, shot, visiting } from "./support.mjs";

async function demo(page, url) {
  await page.goto(`${url}organisation.html`);
  await page.getByRole("button", { name: "Load the demo company" }).click();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await saved(page);
}

const open = async (page, link, title) => {
  await page.getByRole("link", { name: link, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
};

test("moves are found for the horizon, explained, taken, and reckoned with prices of one's own", () =>
  visiting(async (page, { url }) => {
    await demo(page, url);
    // Three people without a position leave seats that are within their reach.
    for (const id of ["p000002", "p000003", "p000004"]) {
      await page.goto(`${url}organisation.html#/person/${id}`);
      await page.getByRole("combobox", { name: "Position", exact: true }).selectOption("");
      await saved(page);
    }
    await open(page, "Moves", "Who could move where");
    await page.getByRole("radio", { name: "At the horizon" }).check();
    await page.getByRole("button", { name: "Find the best moves" }).click();
    await page.getByRole("heading", { level: 2, name: "The moves" }).waitFor();
    await page.getByRole("button", { name: /^Look closer at the move of/ }).first().click();
    await page.getByRole("heading", { name: "To train or to hire" }).waitFor();
    await accessible(page);
    await shot(page, "org-moves");
    await page.getByRole("button", { name: "Take this move" }).click();
    await page.getByText("Done: they hold this position now. It can be undone.").waitFor();
    await page.getByText("The organisation has changed since.").waitFor();
    const [list] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Take the list as a CSV" }).click()]);
    assert.match(readFileSync(await list.path(), "utf8"), /^\u{feff}Person,From,To,Hours,/u);
    await saved(page);
    const listed = page.locator("section").filter({ has: page.getByRole("heading", { name: "The moves", exact: true }) }).locator("tbody tr").first();
    const reckoned = await listed.innerText();
    await page.getByText("What is reckoned with: hours, hiring, moving").click();
    await page.getByLabel("An hour of work with everything on top", { exact: true }).fill("55");
    await page.keyboard.press("Tab");
    // The lines followed the new price at once, and the totals above them did not.
    assert.equal(await listed.innerText(), reckoned, "what was found is what it was reckoned with");
    // Unit, source and year are the organisation's own, too, and go with the number.
    const hour = (part) => page.getByRole(part === "Year" ? "spinbutton" : "textbox", { name: `An hour of work with everything on top: ${part}` });
    const hire = page.getByRole("textbox", { name: "Finding and choosing somebody new: Source" });
    assert.equal(await hour("Source").inputValue(), "Your own");
    assert.equal(await hire.inputValue(), "Placeholder, to be edited");
    for (const [part, typed] of [["Source", "payroll"], ["Year", "2025"], ["Unit", "GBP an hour"]]) {
      await hour(part).fill(typed);
      await page.keyboard.press("Tab");
    }
    await saved(page);
    await shot(page, "org-prices");
    await page.reload();
    await page.getByText("What is reckoned with: hours, hiring, moving").click();
    assert.equal(await page.getByLabel("An hour of work with everything on top", { exact: true }).inputValue(), "55");
    assert.deepEqual(await Promise.all(["Source", "Year", "Unit"].map((part) => hour(part).inputValue())), ["payroll", "2025", "GBP an hour"]);
    await accessible(page);
    await page.getByRole("button", { name: "Back to 40" }).click();
    assert.deepEqual(await Promise.all(["Source", "Year", "Unit"].map((part) => hour(part).inputValue())), ["Placeholder, to be edited", "2026", "€ an hour"]);
    await saved(page);
  }));

test("two people are paired in both directions, agree, and one is rated by what they have shown", () =>
  visiting(async (page, { url }) => {
    await demo(page, url);
    await open(page, "Mentoring", "Who can teach whom");
    await page.getByText("None runs yet.").waitFor();
    await page.getByRole("button", { name: "Find the best pairs" }).click();
    await page.getByRole("heading", { level: 2, name: "Proposed pairs" }).waitFor();
    await page.getByRole("button", { name: /^Look closer at/ }).first().click();
    await page.getByRole("heading", { name: "What speaks for it" }).waitFor();
    await accessible(page);
    await shot(page, "org-mentoring");
    await page.getByRole("button", { name: "Both have said yes" }).click();
    await page.getByText("Agreed. It is among the running contracts.").waitFor();
    await page.getByText("Contracts that run: 1").waitFor();
    await saved(page);
    await page.reload();
    await page.getByText("Contracts that run: 1").waitFor();
    await page.getByRole("button", { name: /^Look closer at/ }).first().click();
    await page.getByRole("button", { name: /^Learnt and shown:/ }).first().click();
    await page.getByText("Rated at this level").first().waitFor();
    await page.getByRole("button", { name: "End the contract" }).click();
    await page.getByText("None runs yet.").waitFor();
    await page.getByRole("button", { name: "Find the best sessions" }).click();
    await page.getByRole("region", { name: "Sessions for several" }).waitFor();
    await saved(page);
    await accessible(page);
    await shot(page, "org-sessions");
  }));

test("a programme is planned, kept, and one person's part is followed in their own Skillstead", () =>
  visiting(async (page, { url }) => {
    await demo(page, url);
    await open(page, "Programmes", "Learning for everybody, under one budget");
    await page.getByLabel("Weeks", { exact: true }).fill("20");
    await page.keyboard.press("Tab");
    await page.getByLabel("Fees in euros, at most").fill("20000");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Plan for everybody" }).click();
    await page.getByRole("heading", { level: 2, name: "By team" }).waitFor();
    await page.getByLabel("Name", { exact: true }).fill("Spring");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep this programme" }).click();
    await page.getByRole("rowheader", { name: "Spring" }).waitFor();
    // What was asked stands there still when one comes back, and a year that is being typed is no deadline.
    await open(page, "Moves", "Who could move where");
    await open(page, "Programmes", "Learning for everybody, under one budget");
    const asked = () => Promise.all(["Weeks", "Fees in euros, at most"].map((label) => page.getByLabel(label, { exact: true }).inputValue()));
    assert.deepEqual(await asked(), ["20", "20000"]);
    await page.getByLabel("Or until").fill("0002-01-01");
    await page.keyboard.press("Tab");
    assert.deepEqual(await asked(), ["20", "20000"]);
    assert.equal(await page.getByLabel("Or until").inputValue(), "0002-01-01");
    // To keep it changes nothing that it was planned for.
    assert.equal(await page.getByText(/^The organisation has changed since\./).count(), 0);
    await page.getByText("Hand each person their plan").click();
    await accessible(page);
    await shot(page, "org-programmes");
    const [all] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Take all plans as a ZIP" }).click()]);
    assert.match(all.suggestedFilename(), /^skillstead-plans-.*\.zip$/);
    const [one] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Take as a file: the plan of/ }).first().click()]);
    const path = await one.path();
    assert.equal(JSON.parse(readFileSync(path, "utf8"))["skillstead-plan"], 1);
    await saved(page);
    await page.reload();
    await page.getByRole("rowheader", { name: "Spring" }).waitFor();
    // The person takes it in.
    await page.goto(`${url}#/settings`);
    await page.locator("input.file").first().setInputFiles(path);
    await page.getByText(/^A plan from /).waitFor();
    await page.getByRole("checkbox", { name: /levels that I have not given myself \(\d+\)$/ }).check();
    await accessible(page);
    await shot(page, "plan-offered");
    await page.getByRole("button", { name: "Follow this plan" }).click();
    await page.getByText(/^A plan from /).waitFor({ state: "detached" });
    await saved(page);
    await page.reload();
    await page.goto(`${url}#/plan`);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.getByRole("table").first().waitFor();
    await shot(page, "plan-followed");
  }));

// Results outlived their organisation: after "Throw all of it away" the page still listed its people, and handed their plans out.
test("what was found is not written or handed out once it is old, and goes with its organisation", () =>
  visiting(async (page, { url }) => {
    await demo(page, url);
    await open(page, "Programmes", "Learning for everybody, under one budget");
    await page.getByRole("button", { name: "Plan for everybody" }).click();
    await page.getByRole("heading", { level: 2, name: "By team" }).waitFor();
    await page.getByText("Hand each person their plan").click();
    const writers = [
      page.getByRole("button", { name: "Keep this programme" }),
      page.getByRole("button", { name: "Take all plans as a ZIP" }),
      page.getByRole("button", { name: /^Take as a file: the plan of/ }).first(),
    ];
    for (const writer of writers) assert.ok(await writer.isEnabled());
    await page.goto(`${url}organisation.html#/person/p000002`);
    await page.getByRole("combobox", { name: "Position", exact: true }).selectOption("");
    await saved(page);
    await open(page, "Programmes", "Learning for everybody, under one budget");
    await page.getByText("The organisation has changed since.").waitFor();
    await page.getByText("Hand each person their plan").click();
    for (const writer of writers) assert.ok(await writer.isDisabled());
    await page.goto(`${url}organisation.html#/`);
    await page.getByRole("button", { name: "Throw all of it away" }).click();
    await page.getByRole("button", { name: "Load the demo company" }).waitFor();
    await page.goto(`${url}organisation.html#/programmes`);
    await page.getByRole("button", { name: "Plan for everybody" }).waitFor();
    assert.equal(await page.getByRole("heading", { level: 2, name: "By team" }).count(), 0);
    await saved(page);
  }));

test("the same pages in Spanish", () =>
  visiting(
    async (page, { url }) => {
      await page.goto(`${url}organisation.html#/moves`);
      await page.getByRole("heading", { level: 1, name: "Quién podría pasar a qué puesto" }).waitFor();
      await page.getByText(/^Aquí todavía no hay nadie/).waitFor();
      await page.goto(`${url}organisation.html#/programmes`);
      await page.getByRole("heading", { level: 1, name: "Aprendizaje para todos, con un presupuesto" }).waitFor();
      await accessible(page);
    },
    { context: { locale: "es-ES" } },
  ));
