// Two people in two browsers rate one person's skills, and nothing but four files passes between them.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, pick, saved, shot, visiting } from "./support.mjs";

const staff = { name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from("Code,Employee,Job title\np1,Ada,Data analyst\np2,Bo,Data analyst\n") };
const takes = (page, ...files) => page.getByLabel("Take in files of this rating…").setInputFiles(files);

/** Presses a button that hands a file out, and keeps the file. */
async function handed(page, name, at) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  const path = join(at, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Ada's own page: two skills that she says she leads. */
async function employee(page) {
  await pick(page, "I work as", "customer service", /Customer service/);
  await pick(page, "I would like to", "data analyst", /Data analyst/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.getByRole("link", { name: "My skills", exact: true }).first().click();
  const groups = page.locator("fieldset.rate");
  for (const nth of [0, 1]) await groups.nth(nth).getByRole("radio", { name: /^4/ }).check();
  await saved(page);
  return Promise.all([0, 1].map(async (nth) => (await groups.nth(nth).locator("legend").innerText()).trim()));
}

/** A manager's page of a person. */
async function manager(page, url, name) {
  await page.goto(`${url}organisation.html#/people`);
  await page.locator("label:has-text('Choose files…') input:enabled").setInputFiles(staff);
  await page.getByRole("button", { name: "Check them" }).click();
  await page.getByRole("button", { name: "Take them in" }).click();
  await saved(page);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByText("Rate independently").click();
}

async function rates(page, names, rungs) {
  const apart = page.locator("details").filter({ hasText: "Rate independently" });
  for (const [nth, name] of names.entries()) await apart.getByRole("combobox", { name, exact: true }).selectOption(rungs[nth]);
  await page.getByRole("button", { name: "This is what I say" }).click();
}

test("an employee and their manager rate apart, and the employee notes what the manager says", () =>
  visiting(async (page, { context, url }) => {
    const at = mkdtempSync(join(tmpdir(), "handshake-"));
    const skills = await employee(page);
    const beside = await context.browser().newContext({ locale: "en-GB", serviceWorkers: "block" });
    const boss = await beside.newPage();
    await manager(boss, url, "Ada");
    await rates(boss, skills, ["4", "1"]);
    const theirs = await handed(boss, "First file, to give away", at);
    assert.equal(readFileSync(theirs, "utf8").includes("levels"), false, "the first file says nothing of a level");

    // The file says by which code the manager knows the employee; their own levels are those of their record.
    await page.goto(`${url}#/passport`);
    await page.getByText("Rate independently of your manager").click();
    await page.getByText("Begin with the first file that your manager gives you").waitFor();
    await takes(page, theirs);
    await page.getByText("The file is about p1.").waitFor();
    assert.equal(await page.getByRole("button", { name: "This is what I say" }).isDisabled(), true, "nothing is chosen by itself");
    for (const name of skills) await page.getByRole("checkbox", { name: `${name} · Leads` }).check();
    // Drawn anew with another file, what was chosen stood and showed empty boxes.
    await takes(page, theirs);
    await page.waitForTimeout(500);
    for (const name of skills) assert.equal(await page.getByRole("checkbox", { name: `${name} · Leads` }).isChecked(), true, name);
    await accessible(page, "choosing");
    await shot(page, "handshake-choose");
    await page.getByRole("button", { name: "This is what I say" }).click();
    await page.getByText(/^The other side has given their word too\./).waitFor();
    const [first, kept] = [await handed(page, "First file, to give away", at), await handed(page, "My own copy, to keep", at)];

    // What the employee keeps for themselves took the place of the manager's word.
    await takes(boss, kept);
    await boss.getByText(/^This is the copy that the other side keeps for itself/).waitFor();
    await boss.getByText(/^Your word stands\./).waitFor();
    // Another day: the page has forgotten, the own copy has not.
    await page.reload();
    await page.getByText("Rate independently of your manager").click();
    await takes(page, kept, theirs);
    const second = await handed(page, "Second file, to give away", at);
    await takes(boss, first, second);
    await boss.getByText("You agree on 1, and are two levels apart or more on 1.").waitFor();
    await boss.getByText(`What the two levels of “${skills[1]}” mean`).waitFor();
    const answer = await handed(boss, "Second file, to give away", at);
    await takes(page, answer);
    await page.getByText("You agree on 1, and are two levels apart or more on 1.").waitFor();
    await page.getByRole("cell", { name: "Two levels apart or more" }).waitFor();
    await page.getByText("Your manager · Aware").waitFor();
    await accessible(page, "compared");
    await shot(page, "handshake-compared");
    // Another first file, made once the manager has seen the answer, does not take the place of the one that was answered.
    await boss.reload();
    await boss.getByText("Rate independently").click();
    await rates(boss, skills, ["4", "4"]);
    await takes(page, await handed(boss, "First file, to give away", at));
    await page.getByText(/^There is a first file of the other side already, and this is another one\./).waitFor();
    await page.getByRole("button", { name: "Note what your manager says" }).click();
    await page.getByText(/^Noted on the pages of the skills/).waitFor();
    await saved(page);
    await page.goto(`${url}#/skills`);
    const id = await page.locator("fieldset.rate").filter({ hasText: skills[1] }).first().locator("input[type=radio]").first().getAttribute("name");
    await page.goto(`${url}#/skill/${encodeURIComponent(id)}`);
    await page.getByRole("heading", { name: "What others said" }).waitFor();

    // A file about somebody else, and the copy that the manager keeps, make no handshake.
    await page.goto(`${url}#/passport`);
    await page.getByText("Rate independently of your manager").click();
    await takes(page, kept);
    await boss.getByRole("link", { name: "People", exact: true }).first().click();
    await boss.getByRole("link", { name: "Bo", exact: true }).click();
    await boss.getByText("Rate independently").click();
    await rates(boss, skills, ["3", "3"]);
    await takes(page, await handed(boss, "First file, to give away", at));
    await page.getByText(/The file is about somebody else\. Nothing has changed\./).waitFor();
    // The manager has a browser of their own, which was never here before.
  }, { needs: "a first visit of a second browser" }));

test("the same in Spanish, on a phone", () =>
  visiting(
    async (page, { url }) => {
      await page.goto(`${url}#/passport`);
      await page.getByText("Valorar por separado, tú y tu responsable").click();
      await page.getByText(/^Empieza con el primer archivo/).waitFor();
      await accessible(page);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.equal(isWide, false, "nothing is wider than a phone");
    },
    { context: { locale: "es-ES", viewport: { width: 390, height: 844 } } },
  ));
