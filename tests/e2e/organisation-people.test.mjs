// People of an organisation from files: sheets that are matched and checked, profiles that were handed in, and levels of two who rate apart.
import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, pick, root, saved, shot, visiting } from "./support.mjs";

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const profile = join(root, "tests/fuzz/seeds/passport/profile");
const people = async (page, url) => {
  await page.goto(`${url}organisation.html#/people`);
  await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
  await page.locator("label:has-text('Choose files…') input:enabled").waitFor({ state: "attached" });
};
const demo = async (page, url) => {
  await page.goto(`${url}organisation.html`);
  await page.getByRole("button", { name: "Load the demo company" }).click();
  await page.getByRole("link", { name: "People", exact: true }).first().click();
  await page.getByText("People shown: 120").waitFor();
  await saved(page);
};

/** Presses a button that hands a file out, and keeps the file. */
async function handed(page, button, at) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(at, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

test("people come in from a sheet, whole or not at all, and out again", () =>
  visiting(async (page, { url }) => {
    const sheet = (level) =>
      file("staff.csv", `Code,Employee,Age,Team,Job title,Statistics,Kite mending\np1,Ada,50,Data,Data analyst,${level},2\np2,Bo,31,Data,Data analyst,,4\n`);
    await people(page, url);
    const input = page.getByLabel("Choose files…");
    const check = async () => {
      await page.getByText("staff · rows: 2").waitFor();
      await page.getByRole("button", { name: "Check them" }).click();
      await page.getByText("Names of skills to look at: 1").waitFor();
      await page.getByRole("combobox", { name: "What “Kite mending” is taken for" }).selectOption({ label: "a skill of our own" });
      await page.getByRole("button", { name: "Go on" }).click();
    };
    // A level that is on no rung: nothing is taken.
    await input.setInputFiles(sheet(9));
    await page.getByText("An age: it is never taken in.").waitFor();
    // To write tables took the worker away from the files that wait for their columns.
    for (const name of ["Template (CSV)", "People and positions (CSV)"]) assert.equal(await page.getByRole("button", { name }).isDisabled(), true, name);
    assert.equal(await page.getByRole("combobox", { name: "What the column “Job title” is" }).locator("option:checked").textContent(), "position");
    await accessible(page);
    await shot(page, "org-people-columns");
    await check();
    await page.getByText(/Cells that cannot be right: 1, so nothing was taken in\./).waitFor();
    await page.getByText("People shown: 0").waitFor();
    // Mended it goes in as one change.
    await input.setInputFiles(sheet(3));
    await check();
    await page.getByText("Everything in the files can be taken in.").waitFor();
    await page.getByText("People: 2 new, 0 changed").waitFor();
    await page.getByText("Left out, because they tell an age: Age.").waitFor();
    await page.getByText(/^Positions made because people hold them: 1/).waitFor();
    await accessible(page);
    await page.getByRole("button", { name: "Take them in" }).click();
    await page.getByText("People shown: 2").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("People shown: 0").waitFor();
    await page.getByRole("button", { name: "Redo" }).click();
    await page.getByText("People shown: 2").waitFor();
    await saved(page);
    await page.reload();
    await page.getByText("People shown: 2").waitFor();
    await page.getByRole("link", { name: "Ada" }).waitFor();
    // What goes out changes nothing when it comes in again.
    await page.getByText("Take people in from a file").click();
    const at = mkdtempSync(join(tmpdir(), "people-"));
    const out = await handed(page, page.getByRole("button", { name: "People and positions (CSV)" }), at);
    await input.setInputFiles(out);
    await page.getByRole("button", { name: "Check them" }).click();
    await page.getByText("People: 0 new, 2 changed").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
  }));

test("a person is added and looked after by hand", () =>
  visiting(async (page, { url }) => {
    await demo(page, url);
    await page.getByText("Add a person", { exact: true }).click();
    const add = async (id, name) => {
      await page.getByLabel("Id or code, chosen once").fill(id);
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByRole("button", { name: "Add", exact: true }).click();
    };
    // Nothing happened, and nothing said why.
    await add("", "Ada");
    await page.getByText("Give them an id or a code first.").waitFor();
    await add("p000001", "Ada");
    await page.getByText("There is somebody with the id p000001 already.").waitFor();
    await add("new", "Ada");
    await page.getByText("People shown: 121").waitFor();
    await page.goto(`${url}organisation.html#/person/new`);
    const settle = async (label, typed, shown = typed) => {
      const field = page.getByLabel(label, { exact: true });
      await field.fill(typed);
      await page.keyboard.press("Tab");
      assert.equal(await field.inputValue(), shown, label);
    };
    await settle("Team", "Kites");
    await settle("Site", "Hill");
    await page.getByLabel("Reports to", { exact: true }).fill("p000001");
    await page.keyboard.press("Tab");
    await settle("Hours for learning in a week", "2.5", "3");
    await page.getByLabel("Skill", { exact: true }).fill("Statistics");
    await page.getByRole("button", { name: "Add this skill" }).click();
    // What was picked by hand stood there still after an undo.
    const level = page.getByRole("combobox", { name: "Statistics", exact: true }).first();
    await level.selectOption("3");
    await level.selectOption("4");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction((select) => select.value === "3", await level.elementHandle());
    await accessible(page);
    await saved(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Ada" }).waitFor();
    assert.equal(await page.getByLabel("Team", { exact: true }).inputValue(), "Kites");
    assert.match(await page.getByLabel("Reports to", { exact: true }).inputValue(), /p000001$/);
    assert.equal(await level.inputValue(), "3");
    // Somebody else finds the team by its name, and nobody reports to themselves.
    await page.goto(`${url}organisation.html#/person/p000001`);
    await page.getByRole("heading", { level: 2, name: "Skills" }).waitFor();
    await settle("Team", "kites", "Kites");
    const before = await page.getByLabel("Reports to", { exact: true }).inputValue();
    await settle("Reports to", "new", before);
    await page.getByText(/would report to themselves/).waitFor();
    await saved(page);
  }));

test("a profile becomes a person", () =>
  visiting(async (page, { url }) => {
    await demo(page, url);
    await page.getByText("Take in profile files", { exact: true }).click();
    const input = page.getByLabel("Take in profile files…");
    await input.setInputFiles(profile);
    await page.getByText(/For: Staffing of the new bakery\. Made for Guild on/).waitFor();
    await page.getByText("Becomes a new person, K 7.").waitFor();
    await accessible(page);
    await shot(page, "org-people-profile");
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByText("Profiles taken in: 1. Undo takes them back.").waitFor();
    await page.getByText("People shown: 121").waitFor();
    // Once they are there, the same file tells of them.
    await input.setInputFiles(profile);
    await page.getByText("Updates K 7.").waitFor();
    await page.getByRole("button", { name: "Leave it" }).click();
    await input.setInputFiles(file("other.json", "{}"));
    await page.getByText(/This is no profile file\. Nothing has changed\./).waitFor();
  }));

test("two rate apart, and compare", () =>
  visiting(async (page, { url }) => {
    const at = mkdtempSync(join(tmpdir(), "apart-"));
    await demo(page, url);
    await page.locator("tbody th a").first().click();
    await page.getByRole("heading", { level: 2, name: "Skills" }).waitFor();
    const apart = page.locator("details").filter({ hasText: "Rate independently" });
    const open = () => page.getByText("Rate independently").click();
    const rate = async (first, second) => {
      await apart.locator("select").nth(0).selectOption(first);
      await apart.locator("select").nth(1).selectOption(second);
      await page.getByRole("button", { name: "This is what I say" }).click();
    };
    const first = () => handed(page, page.getByRole("button", { name: "First file, to give away" }), at);
    const input = page.getByLabel("Take in files of this rating…");
    await open();
    await rate("3", "1");
    await page.getByText(/^Your word stands\./).waitFor();
    const [managers, kept] = [await first(), await handed(page, page.getByRole("button", { name: "My own copy, to keep" }), at)];
    // The other side, which knows nothing of that.
    await page.reload();
    await open();
    await page.getByRole("radio", { name: "The person" }).check();
    await rate("3", "4");
    const theirs = await first();
    await input.setInputFiles(managers);
    await page.getByText(/^The other side has given their word too\./).waitFor();
    const second = await handed(page, page.getByRole("button", { name: "Second file, to give away" }), at);
    // The manager again.
    await page.reload();
    await open();
    await input.setInputFiles([kept, theirs, second]);
    await page.getByText("You agree on 1, and are two levels apart or more on 1.").waitFor();
    await page.getByRole("cell", { name: "Two levels apart or more" }).waitFor();
    await accessible(page);
    await shot(page, "org-handshake");
    await page.getByRole("button", { name: "Take in what counts" }).click();
    await page.getByText("Taken in. Undo brings the ratings back as they were.").waitFor();
    await saved(page);
    // A file about somebody else is none of this.
    await page.getByRole("link", { name: "People", exact: true }).first().click();
    await page.locator("tbody th a").nth(1).click();
    await page.getByRole("heading", { level: 2, name: "Skills" }).waitFor();
    await open();
    await input.setInputFiles(theirs);
    await page.getByText(/The file is about somebody else\. Nothing has changed\./).waitFor();
  }));

test("neither space takes the other's file", () =>
  visiting(async (page, { url }) => {
    const at = mkdtempSync(join(tmpdir(), "spaces-"));
    const out = () => handed(page, page.getByRole("button", { name: "Download my data" }), at);
    const input = page.getByLabel("Take in a file…");
    await pick(page, "I work as", "customer service", /Customer service/);
    await pick(page, "I would like to", "data analyst", /Data analyst/);
    await page.getByRole("button", { name: "See my way" }).click();
    await saved(page);
    await page.goto(`${url}#/settings`);
    const own = await out();
    await demo(page, url);
    await page.goto(`${url}organisation.html#/settings`);
    await input.setInputFiles(own);
    await page.getByText(/This is a person’s own file\./).waitFor();
    const company = await handed(page, page.getByRole("button", { name: "Download my data" }), mkdtempSync(join(tmpdir(), "company-")));
    await input.setInputFiles(company);
    await page.getByText(/holds an organisation\. People: 120;/).waitFor();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.goto(`${url}#/settings`);
    await input.setInputFiles(company);
    await page.getByText(/This is an organisation’s file\./).waitFor();
  }));

test("the same in Spanish", () =>
  visiting(
    async (page, { url }) => {
      await page.goto(`${url}organisation.html#/people`);
      await page.getByText("Incorporar personas desde un archivo").waitFor();
      await page.locator("label:has-text('Elegir archivos…') input:enabled").setInputFiles(file("plantilla.csv", "Código,Nombre,Edad,Puesto\np1,Ada,50,Analista de datos\n"));
      await page.getByText("Una edad: nunca se incorpora.").waitFor();
      await accessible(page);
    },
    { context: { locale: "es-ES" } },
  ));
