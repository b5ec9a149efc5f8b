// Step four of an organisation: how it stands, whether learning is offered alike, numbers without names, and how all of it is reckoned.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, saved, shot, visiting } from "./support.mjs";

async function begin(page, url, demo = "Load the demo company") {
  await page.goto(`${url}organisation.html`);
  await page.getByRole("button", { name: demo }).click();
  await page.getByRole("heading", { level: 1, name: "Harbour and Mill" }).waitFor();
  await saved(page);
}

test("the board sees readiness, what needs a look and what is coming, and remembers the day", () =>
  visiting(async (page, { url }) => {
    await begin(page, url);
    // Each step of the start says what is most urgent in it.
    await page.getByText(/Covered least; people at level/).waitFor();
    await page.getByText(/of what is needed is covered\. To look at: /).waitFor();
    await accessible(page);
    await shot(page, "org-start");
    await page.getByRole("link", { name: "Board", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "For the board" }).waitFor();
    const ready = page.locator("button[popovertarget=board-ready]");
    await ready.filter({ hasText: /^\d+\s%$/ }).waitFor();
    await ready.focus();
    await page.keyboard.press("Enter");
    await page.getByText(/Every need is a level of a skill with a number of people/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Digital divide" }).waitFor();
    await page.getByText("No programme is kept yet.").waitFor();
    await page.getByRole("button", { name: "Remember how it stands today" }).click();
    await page.getByText("Today is remembered.").waitFor();
    await page.getByText("The days as a table").click();
    await page.getByRole("columnheader", { name: "Readiness" }).first().waitFor();
    await saved(page);
    await accessible(page);
    await shot(page, "org-board");
    await page.reload();
    await page.getByText("Today is remembered.").waitFor();
    // Who has not agreed is not named: whoever is named leads to their own page.
    const named = page.locator("a[href^='#/person/']");
    for (const link of await named.all()) assert.match(await link.textContent(), /\S/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("button", { name: "Remember how it stands today" }).isVisible(), false);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 390, height: 844 });
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(isWide, false, "nothing is wider than a phone");
    await shot(page, "org-board-phone");
  }));

test("what became of a programme is told person by person, and taken back", () =>
  visiting(async (page, { url }) => {
    await begin(page, url);
    await page.getByRole("link", { name: "Programmes", exact: true }).first().click();
    await page.getByLabel("Weeks", { exact: true }).fill("20");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Plan for everybody" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Spring");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep this programme" }).click();
    await page.getByRole("rowheader", { name: "Spring" }).waitFor();
    await page.getByRole("link", { name: "Board", exact: true }).first().click();
    await page.getByText("Tell what became of it").click();
    const keep = page.getByRole("button", { name: "Keep it" });
    await keep.click();
    await page.getByText("Choose a person, and say the hours as a whole number.").waitFor();
    // Each of a cohort of five, so that what they say can be shown without telling of one.
    const cohort = page.getByRole("combobox", { name: "Cohort", exact: true });
    const sizes = (await cohort.locator("option").allTextContents()).map((name) => Number(/, people: (\d+)$/.exec(name)[1]));
    await cohort.selectOption({ index: sizes.indexOf(Math.max(...sizes)) });
    const person = page.getByRole("combobox", { name: "Person", exact: true });
    const ids = await person.locator("option:not([value=''])").evaluateAll((options) => options.map((option) => option.value));
    assert.ok(ids.length >= 5, `a cohort of ${ids.length}`);
    for (const [nth, id] of ids.slice(0, 5).entries()) {
      await person.selectOption(id);
      await page.getByRole("combobox", { name: "Level before" }).selectOption("1");
      await page.getByRole("combobox", { name: "Level after" }).selectOption("3");
      await page.getByLabel("Hours that it took").fill("12");
      await page.getByRole("combobox", { name: "How good it was, from 1 to 5" }).selectOption("4");
      await page.getByRole("combobox", { name: "Is it used at work?" }).selectOption({ index: 2 });
      await keep.click();
      await page.getByText(`What was told: ${nth + 1}`).waitFor();
      // The next one inherited what was said of the one before, unseen.
      for (const name of ["Person", "Level after", "How good it was, from 1 to 5", "Is it used at work?"]) {
        assert.equal(await page.getByRole("combobox", { name, exact: true }).inputValue(), "", name);
      }
      assert.equal(await page.getByLabel("Hours that it took").inputValue(), "");
    }
    // Whoever is chosen again stands there as they were told of: their level of now in the place of the one before took the gain away.
    await person.selectOption(ids[0]);
    assert.equal(await page.getByRole("combobox", { name: "Level before" }).inputValue(), "1");
    assert.equal(await page.getByRole("combobox", { name: "Level after" }).inputValue(), "3");
    assert.equal(await page.getByLabel("Hours that it took").inputValue(), "12");
    // An outcome and the rating by it are one change.
    await page.getByRole("combobox", { name: "Level after" }).selectOption("4");
    await keep.click();
    await page.getByText("What was told: 5").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await person.selectOption(ids[0]);
    assert.equal(await page.getByRole("combobox", { name: "Level after" }).inputValue(), "3", "one step back undoes both");
    await page.getByText("4 of 5, said by 5 people").waitFor();
    await page.getByText("4 of 5, said by 5 people").waitFor();
    await page.getByRole("button", { name: /^60\sh$/ }).waitFor();
    await page.getByText("Cost and benefit").click();
    // A part of a euro emptied the field.
    await page.getByLabel("What it cost, in euros").fill("1000.4");
    await page.keyboard.press("Tab");
    assert.equal(await page.getByLabel("What it cost, in euros").inputValue(), "1000");
    await page.getByLabel("What it brought, in euros (your own figure)").fill("1500");
    await page.keyboard.press("Tab");
    await page.getByText(/50\s% beyond the cost$/).waitFor();
    // Kept again under its name, a programme had lost all of that.
    await page.getByRole("link", { name: "Programmes", exact: true }).first().click();
    // Those who were told of are rated otherwise now: what was found before cannot be kept any more.
    assert.equal(await page.getByRole("button", { name: "Keep this programme" }).isDisabled(), true);
    await page.getByRole("button", { name: "Reckon again" }).click();
    await page.getByText("The organisation has changed since.").waitFor({ state: "detached" });
    await page.getByLabel("Name", { exact: true }).fill("Spring");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep this programme" }).click();
    await page.getByText("Kept.", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Board", exact: true }).first().click();
    await page.getByText("4 of 5, said by 5 people").waitFor();
    await page.getByText(/50\s% beyond the cost$/).waitFor();
    await page.getByText("What was told: 5").click();
    await accessible(page);
    await shot(page, "org-board-told");
    await saved(page);
    await page.reload();
    await page.getByText("4 of 5, said by 5 people").waitFor();
    await page.getByText("What was told: 5").click();
    await page.getByRole("button", { name: "Take back" }).first().click();
    await page.getByText("What was told: 4").waitFor();
    await page.getByText("4 of 5, said by 5 people").waitFor({ state: "detached" });
    await saved(page);
    // Whoever was told of is rated at the level after.
    await page.goto(`${url}organisation.html#/person/${encodeURIComponent(ids[1])}`);
    await page.getByRole("heading", { level: 2, name: "Skills" }).waitFor();
    await page.getByRole("combobox").filter({ has: page.locator("option:checked", { hasText: /^3 / }) }).first().waitFor();
  }));

test("no number is about a few people, and sites give numbers and nobody's row", () =>
  visiting(async (page, { url }) => {
    await begin(page, url);
    await page.getByRole("link", { name: "Fairness" }).click();
    await page.getByRole("heading", { level: 1, name: "Fairness" }).waitFor();
    await page.getByText("Age never enters a score here.").waitFor();
    await page.getByRole("heading", { level: 3, name: "gender" }).waitFor();
    const people = await page.locator("h3 + table td:nth-of-type(1)").allTextContents();
    for (const n of people) assert.ok(Number(n) >= 5, `a number about ${n} people`);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Take out our numbers as a file" }).click()]);
    const given = JSON.parse(readFileSync(await file.path(), "utf8"));
    assert.deepEqual(Object.keys(given).sort(), ["format", "least", "on", "people", "site", "skills", "version"]);
    for (const [, counts] of given.skills) for (const n of counts) assert.ok(n === null || n >= 5);
    const [north, south] = ["North", "South"].map((site) => ({ name: `${site}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...given, site })) }));
    const few = { name: "few.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...given, people: 3, skills: [] })) };
    await page.getByLabel("Take in files of sites…").setInputFiles([north, south, few]);
    await page.getByText("Sites: 2. People: 240.").waitFor();
    await page.getByText("few.json was not taken in: it tells of too few people. Nothing has changed.").waitFor();
    await page.getByRole("columnheader", { name: "Level 3 or above" }).waitFor();
    await accessible(page);
    await shot(page, "org-fairness");
    await saved(page);
    await page.reload();
    await page.getByText("Sites: 2. People: 240.").waitFor();
    await page.getByRole("button", { name: "Forget the numbers of North" }).click();
    await page.getByText("Sites: 1. People: 120.").waitFor();
    await page.getByRole("button", { name: "Forget the numbers of South" }).click();
    await page.getByRole("columnheader", { name: "Level 3 or above" }).waitFor({ state: "detached" });
  }));

test("every line of the method is there, and what is a choice can be set", () =>
  visiting(async (page, { url }) => {
    await begin(page, url);
    await page.goto(`${url}organisation.html#/method/coverage`);
    await page.getByRole("heading", { level: 1, name: "How every number comes about" }).waitFor();
    assert.equal(await page.locator(".method > section").count(), 11);
    await page.locator("#coverage summary").click();
    await page.getByLabel("How likely a person is to be away").fill("0.2");
    await page.keyboard.press("Tab");
    await page.getByText(/By default p is 0\.1; now it is 20\s%/).waitFor();
    await saved(page);
    await accessible(page);
    await shot(page, "org-method");
    await page.reload();
    await page.getByText(/now it is 20\s%/).waitFor();
    await page.locator("#coverage summary").click();
    await page.getByRole("button", { name: "Back to the defaults" }).click();
    await page.getByText(/now it is 10\s%/).waitFor();
    await saved(page);
  }));

test("the board speaks Spanish", () =>
  visiting(
    async (page, { url }) => {
      await begin(page, url, "Cargar la empresa de ejemplo");
      await page.goto(`${url}organisation.html#/board`);
      await page.getByRole("heading", { level: 1, name: "Informe para la dirección" }).waitFor();
      await page.getByRole("button", { name: "Recordar cómo está hoy" }).click();
      await page.getByText("El día de hoy queda recordado.").waitFor();
      await accessible(page);
      await shot(page, "org-board-es");
    },
    { context: { locale: "es-ES" } },
  ));
