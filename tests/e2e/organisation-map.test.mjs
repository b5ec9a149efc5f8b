// The talent map, demand and a person's verdict, over the demo company.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, saved, shot, visiting } from "./support.mjs";

/** Opens the organisation with its 120 invented people. */
async function demo(page, url, { load, people }) {
  await page.goto(`${url}organisation.html`);
  await page.getByRole("button", { name: load }).click();
  await page.getByText(people).waitFor();
  await saved(page);
}

const english = { load: "Load the demo company", people: /^People: 120\. Skills/ };
const open = async (page, link, title) => {
  await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
};

test("the map shows what is short, who knows a skill, and everybody by every skill", () =>
  visiting(async (page, { url }) => {
    await page.goto(`${url}organisation.html#/map`);
    await page.getByText("There is nobody on the map yet.").waitFor();
    await page.getByRole("link", { name: "Load the demo company" }).click();
    await page.getByRole("button", { name: english.load }).click();
    await page.getByText(english.people).waitFor();
    await saved(page);
    await open(page, "Talent map", "Talent map");
    const coverage = page.getByRole("region", { name: "Coverage" });
    await coverage.getByRole("row").nth(1).waitFor();
    await accessible(page);
    await shot(page, "org-map");
    // A skill is opened, and the focus goes to it.
    const skill = coverage.getByRole("button").first();
    const name = await skill.innerText();
    await skill.click();
    const card = page.getByRole("region", { name, exact: true });
    await card.getByRole("heading", { level: 2, name }).waitFor();
    await card.getByRole("img", { name: /How many people stand on each level/ }).waitFor();
    await card.getByRole("heading", { name: /^Bench for level/ }).waitFor();
    assert.equal(await skill.getAttribute("aria-expanded"), "true");
    await accessible(page);
    await shot(page, "org-map-skill");
    await card.getByRole("button", { name: "Close" }).click();
    await card.waitFor({ state: "detached" });
    // At the horizon other numbers may be needed.
    await page.getByRole("radio", { name: "at the horizon" }).check();
    await coverage.getByRole("row").nth(1).waitFor();
    // The grid draws what is in sight alone, and scrolls both ways.
    const grid = page.getByRole("region", { name: "People by skills" });
    const table = grid.getByRole("table");
    const rows = Number(await table.getAttribute("aria-rowcount"));
    assert.ok(rows > 60 && rows <= 121, `${rows} rows`);
    assert.ok((await table.locator("tbody tr[aria-rowindex]").count()) < 60);
    await grid.evaluate((window) => window.scrollTo(window.scrollWidth, window.scrollHeight));
    await table.locator(`tr[aria-rowindex="${rows}"]`).waitFor();
    const columns = await table.getAttribute("aria-colcount");
    await table.locator(`thead th[aria-colindex="${columns}"]`).waitFor();
    await shot(page, "org-map-grid");
    // A filter leaves fewer people, and the figures follow.
    await page.getByLabel("Name or code").fill("zzzz");
    await page.getByRole("status").getByRole("button", { name: "0", exact: true }).first().waitFor();
    await page.getByLabel("Name or code").fill("");
    await page.getByText("Broad or deep: everybody").click();
    await page.getByRole("img", { name: /^People: \d+; on average/ }).waitFor();
    // What the whole should have says nothing of a part, and whom it is about is still said when one comes back.
    assert.equal(await page.getByText(/^Targets \(.* are for the whole organisation/).count(), 0);
    await page.getByRole("combobox", { name: "Site", exact: true }).selectOption({ index: 1 });
    const site = await page.getByRole("combobox", { name: "Site", exact: true }).inputValue();
    await page.getByRole("combobox", { name: "With the skill" }).selectOption({ index: 1 });
    await open(page, "Demand", "Demand");
    const skillOfTarget = page.locator("input[list=target-skills]");
    await skillOfTarget.fill("Teamwork");
    await skillOfTarget.fill(await page.locator("#target-skills option").first().getAttribute("value"));
    await page.getByRole("button", { name: "Add the target" }).first().click();
    await page.getByRole("button", { name: /^Remove the target for/ }).first().waitFor();
    await open(page, "Talent map", "Talent map");
    assert.equal(await page.getByRole("combobox", { name: "Site", exact: true }).inputValue(), site);
    assert.notEqual(await page.getByRole("combobox", { name: "With the skill" }).inputValue(), "");
    await page.getByText(/^Targets \(.* are for the whole organisation/).waitFor();
    await page.getByRole("button", { name: "Look at everybody" }).click();
    assert.equal(await page.getByRole("combobox", { name: "Site", exact: true }).inputValue(), "");
    assert.equal(await page.getByRole("combobox", { name: "With the skill" }).inputValue(), "");
    await saved(page);
  }));

test("a position is added, asks something of its own, and is there after a reload", () =>
  visiting(async (page, { url }) => {
    await demo(page, url, english);
    await open(page, "Demand", "Demand");
    await page.getByRole("region", { name: "Positions" }).getByRole("row").nth(1).waitFor();
    await accessible(page);
    await shot(page, "org-demand");
    // Seats are changed where they stand.
    const seats = page.getByRole("spinbutton", { name: /^Seats at the horizon of/ }).first();
    await seats.fill("0");
    await page.keyboard.press("Tab");
    await page.getByText(/fewer seats than people/).first().waitFor();
    await saved(page);
    await page.getByText("Add a position", { exact: true }).click();
    await page.getByLabel("Title", { exact: true }).first().fill("Night watch");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Add the position" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Night watch" }).waitFor();
    await page.getByLabel("Skill", { exact: true }).fill("Teamwork");
    const offered = await page.locator("#position-skills option").first().getAttribute("value");
    await page.getByLabel("Skill", { exact: true }).fill(offered);
    await page.getByRole("button", { name: "Add the requirement" }).click();
    await page.getByLabel(`Level of ${offered}`).selectOption("4");
    await saved(page);
    await accessible(page);
    await shot(page, "org-position");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Night watch" }).waitFor();
    assert.equal(await page.getByLabel(`Level of ${offered}`).inputValue(), "4");
    // What has to be held first: by the role, and of its own.
    await page.getByRole("combobox", { name: "Role of the catalogue" }).fill("registered nurse");
    await page.getByRole("option").first().click();
    await page.getByText("Its role demands: Registration as a nurse.").waitFor();
    await page.getByLabel("Licence, degree or clearance").fill("Forklift licence");
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByRole("button", { name: "Remove Forklift licence" }).waitFor();
    await page.getByRole("button", { name: "Take the role away" }).click();
    await page.getByText("Its role demands: Registration as a nurse.").waitFor({ state: "detached" });
    assert.equal(await page.getByRole("combobox", { name: "Role of the catalogue" }).inputValue(), "");
    await saved(page);
    await accessible(page);
    await shot(page, "org-position-gates");
    await page.reload();
    await page.getByRole("button", { name: "Remove Forklift licence" }).click();
    await page.getByRole("button", { name: "Remove Forklift licence" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Remove this position" }).click();
    await page.getByRole("heading", { level: 1, name: "Demand" }).waitFor();
  }));

test("a scenario is begun and compared with the plan", () =>
  visiting(async (page, { url }) => {
    await demo(page, url, english);
    await open(page, "Demand", "Demand");
    await page.getByLabel("Name of the scenario").fill("Half of it");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Begin a scenario" }).click();
    await page.getByText("Change Half of it").click();
    const scenario = page.locator("details", { hasText: "Change Half of it" });
    await scenario.getByLabel("Change the seats of").selectOption({ index: 1 });
    const seats = scenario.getByRole("spinbutton", { name: /^Seats at the horizon of/ });
    await seats.fill("40");
    await page.keyboard.press("Tab");
    await page.getByText(/Needs that are not the same everywhere/).waitFor();
    // Another target, and more people away: the figures of the scenario follow, those of the plan do not.
    const figures = (row) => page.getByRole("row", { name: row }).first().getByRole("cell").allTextContents();
    const [plan, before] = [await figures(/^As planned/), await figures(/^Half of it/)];
    await scenario.getByLabel("Skill", { exact: true }).fill("Teamwork");
    await scenario.getByLabel("Skill", { exact: true }).fill(await scenario.locator("datalist[id^=targets-] option").first().getAttribute("value"));
    await scenario.getByRole("combobox", { name: "Level" }).selectOption("5");
    await scenario.getByLabel("People at the horizon", { exact: true }).fill("99");
    await page.keyboard.press("Tab");
    await scenario.getByRole("button", { name: "Add the target" }).click();
    await scenario.getByRole("spinbutton", { name: /^People at the horizon for .* · 5$/ }).waitFor();
    await scenario.getByLabel("How likely a person is to be away").fill("0.5");
    await page.keyboard.press("Tab");
    await page.waitForFunction((was) => [...document.querySelectorAll("tbody tr")].some((row) => row.innerText.startsWith("Half of it") && row.cells[5].innerText !== was), before[4]);
    const after = await figures(/^Half of it/);
    assert.notEqual(after[3], before[3], "one more skill is short");
    assert.deepEqual(await figures(/^As planned/), plan);
    await saved(page);
    await accessible(page);
    await shot(page, "org-scenario");
    await page.getByRole("button", { name: "Forget the scenario Half of it" }).click();
    await page.getByText("Change Half of it").waitFor({ state: "detached" });
  }));

test("a person is told what to train for, and somebody sees it differently", () =>
  visiting(async (page, { url }) => {
    await demo(page, url, english);
    await open(page, "People", "People");
    await page.getByRole("rowheader").getByRole("link").first().click();
    await page.getByRole("heading", { level: 2, name: "What to train for" }).waitFor();
    await page.getByText(/^Demand: .* seats at the horizon for each person/).waitFor();
    await page.getByText("Do you see it differently?").click();
    await page.getByRole("button", { name: "Keep this word" }).click();
    await page.getByText("Say why, so that you still know it next year.").waitFor();
    await page.getByLabel("It should be").selectOption("maintain");
    await page.getByLabel("Because").fill("They retire in May");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep this word" }).click();
    await page.getByText(/They retire in May/).waitFor();
    await page.getByText("Broad or deep: everybody").click();
    await page.getByRole("img", { name: /^People: \d+; on average/ }).waitFor();
    await saved(page);
    await accessible(page);
    await shot(page, "org-person");
    await page.reload();
    await page.getByText(/They retire in May/).waitFor();
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByText(/They retire in May/).waitFor({ state: "detached" });
    // Whoever holds no position was told that it asks for nothing.
    await open(page, "People", "People");
    await page.getByText("Add a person").click();
    await page.getByLabel("Id or code, chosen once").fill("new-1");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.goto(`${url}organisation.html#/person/new-1`);
    await page.getByText("They hold no position, so there is nothing to compare with.").waitFor();
  }));

test("the map and demand in Spanish", () =>
  visiting(
    async (page, { url }) => {
      await demo(page, url, { load: /empresa/, people: /^Personas: 120\./ });
      await page.goto(`${url}organisation.html#/map`);
      await page.getByRole("heading", { level: 1, name: "Mapa de talento" }).waitFor();
      await page.getByRole("region", { name: "Cobertura" }).getByRole("row").nth(1).waitFor();
      await shot(page, "org-map-es");
      await page.goto(`${url}organisation.html#/demand`);
      await page.getByRole("heading", { level: 1, name: "Demanda" }).waitFor();
    },
    { context: { locale: "es-ES" } },
  ));
