// Roles and skills: found by words, browsed, and the way from one to the other.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, esco, onet, saved, shot, visiting } from "./support.mjs";

const open = (page) => page.getByRole("link", { name: "Catalogue", exact: true }).first().click();
const find = (page, typed) => page.getByRole("searchbox", { name: "A role or a skill" }).fill(typed);
const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

test("from a word to a skill, to a role that needs it, to a gap", () =>
  visiting(async (page) => {
    await open(page);
    await find(page, "statisitcs");
    await page.getByRole("link", { name: "Statistics", exact: true }).click();
    await heading(page, "Statistics");
    await page.getByText(/Independent.*You /).waitFor();
    await page.getByRole("link", { name: "Data scientist", exact: true }).click();
    await heading(page, "Data scientist");
    await page.getByRole("button", { name: "I work as this" }).click();
    await page.getByRole("heading", { name: /Growing as data scientist/i }).waitFor();

    // What was looked for is still there, and the first thing found is a key away.
    await open(page);
    assert.equal(await page.getByRole("searchbox").inputValue(), "statisitcs");
    await find(page, "contable");
    await page.getByRole("searchbox").press("Enter");
    await heading(page, "Accountant");
    await page.getByRole("button", { name: "I would like to do this" }).click();
    await heading(page, "Data scientist to accountant");
    await saved(page);
  }));

test("shelves open, and an address of a role that nobody has says so", () =>
  visiting(async (page, { url }) => {
    await open(page);
    await page.locator("summary", { hasText: /^Finance/ }).first().click();
    await page.getByRole("link", { name: "Bookkeeper" }).click();
    await heading(page, "Bookkeeper");
    await page.reload();
    await heading(page, "Bookkeeper");
    await page.goto(`${url}#/role/${encodeURIComponent("esco:gone/and more")}`);
    await heading(page, "No catalogue here has this");
  }));

test("both frameworks side by side: found, opened, taken away", { skip: onet && esco ? false : "a download is not on this machine" }, () =>
  visiting(async (page) => {
    await open(page);
    const input = page.getByLabel("Choose the ZIP file…");
    await input.setInputFiles(onet);
    await page.getByText(/^Read: 1,016 roles/).waitFor({ timeout: 60_000 });
    await input.setInputFiles(esco);
    await page.getByText(/^Read: 3,039 roles/).waitFor({ timeout: 60_000 });

    const times = await page.evaluate(async () => {
      const field = document.querySelector("input[type=search]");
      const times = [];
      for (const query of ["statistical analysis", "maneger of opertions", "enfermera", "dtaa scientsit"]) {
        for (let end = 1; end <= query.length; end++) {
          field.value = query.slice(0, end);
          const begun = performance.now();
          field.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((go) => setTimeout(go));
          times.push([performance.now() - begun, field.value]);
        }
      }
      return times.sort((a, b) => a[0] - b[0]);
    });
    console.log(`search over all, a keystroke: median ${times[times.length >> 1][0].toFixed(1)} ms, worst ${times.at(-1)[0].toFixed(1)} ms (${times.at(-1)[1]})`);

    await find(page, "registered nurses");
    await page.getByRole("link", { name: "Registered Nurses", exact: true }).click();
    await heading(page, "Registered Nurses");
    await page.getByRole("heading", { name: "Tools and programs" }).waitFor();
    await page.getByRole("heading", { name: "Interests it suits" }).waitFor();
    await page.getByRole("heading", { name: "Schooling of people in it" }).waitFor();
    await shot(page, "role-onet");
    await open(page);
    await find(page, "computer programming");
    await page.getByRole("link", { name: "computer programming", exact: true }).first().click();
    await heading(page, "Computer programming");
    await page.getByRole("heading", { name: /^Where it is needed/ }).waitFor();
    await shot(page, "skill-esco");

    const begun = Date.now();
    await page.goto(page.url().replace(/#.*/, ""));
    await page.reload();
    await page.getByText(/5\d,\d{3}|[6-9]\d,\d{3}/).first().waitFor();
    console.log(`opened again with both: ${Date.now() - begun} ms until all roles are there`);
    await open(page);
    await page.getByRole("button", { name: "Remove" }).first().click();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("button", { name: "Remove" }).waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Catalogue" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Remove" }).count(), 0);
  }));

const folder = () => mkdtempSync(join(tmpdir(), "skillstead-e2e-"));
const sheets = (page) => page.getByLabel("Choose sheets…");

test("sheets of one's own: a bad row is named and nothing taken, then they are taken, undone, and out again", () =>
  visiting(async (page) => {
    const at = folder();
    const file = (name, text) => (writeFileSync(join(at, name), text), join(at, name));
    await open(page);
    const skills = file("competencias.csv", "Competencia;Grupo;Descripción;Nivel 1\nCorte de quesos;Quesería;Cortar y presentar quesos;Sabes qué cuchillo va con cada queso.\n");
    const roles = file("roles.csv", "name,family\nCheesemonger,Shops\n");
    const asked = (level) => file("requirements.csv", `role,skill,level,weight,must\nCheesemonger,corte de quesos,${level},5,must\nCheesemonger,Food hygeine,2,4,\n`);
    await sheets(page).setInputFiles([skills, roles, asked(9)]);
    await page.getByText("competencias · rows: 1").waitFor();
    await page.getByRole("button", { name: "Check them" }).click();
    await page.getByText(/Cells that cannot be right: \d+, so nothing was taken in\./).waitFor();
    await page.getByRole("row", { name: /requirements 2 level 9/ }).waitFor();
    await accessible(page, "faults");
    await shot(page, "sheets-faults");
    await page.getByRole("button", { name: "Cancel" }).click();

    await sheets(page).setInputFiles([skills, roles, file("requirements.csv", "role,skill,level,weight,must\nCheesemonger,corte de quesos,3,5,must\nCheesemonger,Active listening,2,4,\n")]);
    await page.getByRole("button", { name: "Check them" }).click();
    await page.getByText("Everything in them can be taken in.").waitFor();
    await page.getByText("Requirements: 2 new, 0 changed").waitFor();
    await page.getByRole("button", { name: "Take them in" }).click();
    await page.getByText(/^Taken in\./).waitFor();
    await saved(page);
    await page.reload();
    await find(page, "cheesemonger");
    await page.getByRole("link", { name: "Cheesemonger", exact: true }).click();
    await heading(page, "Cheesemonger");
    await page.getByRole("link", { name: "Corte de quesos" }).waitFor();
    await page.getByRole("button", { name: "I work as this" }).click();
    await page.getByRole("heading", { name: /Growing as cheesemonger/i }).waitFor();

    // The whole catalogue goes out and comes in again: nothing is new, and the page does not change.
    await open(page);
    for (const [button, name] of [["Whole catalogue (XLSX)", "own.xlsx"], ["Whole catalogue (CSV)", "own.zip"]]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
      await download.saveAs(join(at, name));
      await sheets(page).setInputFiles(join(at, name));
      await page.getByRole("button", { name: "Check them" }).click();
      await page.getByText(/Skills: 0 new, \d+ changed/).waitFor();
      await page.getByText(/Roles: 0 new, \d+ changed/).waitFor();
      await page.getByRole("button", { name: "Cancel" }).click();
    }
    await page.getByRole("button", { name: "Go back to it as it was shipped" }).click();
    await find(page, "cheesemonger");
    await page.getByText(/^Nothing found/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Cheesemonger", exact: true }).waitFor();
  }));

test("files that are no sheets say why", () =>
  visiting(async (page) => {
    const at = folder();
    const file = (name, bytes) => (writeFileSync(join(at, name), bytes), join(at, name));
    await open(page);
    await sheets(page).setInputFiles(file("half.xlsx", "PK\u0003\u0004 cut"));
    await page.getByText(/The file is not a whole ZIP.*Nothing has changed\./).waitFor();
    await sheets(page).setInputFiles(file("wide.csv", "x,".repeat(300)));
    await page.getByText(/more than 256 columns.*Nothing has changed\./).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Template (XLSX)" }).click()]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    await sheets(page).setInputFiles(await download.path());
    await page.getByText("activities · rows: 0").waitFor();
  }));

test("an advert becomes a role, and a CV words beside the skills it names", () =>
  visiting(async (page) => {
    await open(page);
    await page.getByRole("link", { name: "Paste a text" }).click();
    const paste = async (text) => {
      await page.getByLabel("The text", { exact: true }).fill(text);
      await page.getByRole("button", { name: "Find the skills" }).click();
    };
    await paste("We sing and dance.");
    await page.getByText(/No skill of the catalogue is named in it/).waitFor();
    await paste("You bring statistics.");
    await page.getByText(/fewer than two requirements/).waitFor();
    await paste("Requirements:\n- Advanced statistics\n- Data visualisation\nNice to have:\n- Negotiation\nNo experience in bookkeeping is needed.");
    await page.getByRole("heading", { name: "Skills found: 4" }).waitFor();
    await accessible(page, "an advert");
    await shot(page, "advert");
    assert.equal(await page.getByLabel("Level of Statistics").inputValue(), "4");
    assert.equal(await page.getByRole("checkbox", { name: "Statistics" }).isChecked(), true);
    assert.equal(await page.getByRole("checkbox", { name: "Bookkeeping" }).isChecked(), false);
    await page.getByRole("button", { name: "Make it a role" }).click();
    await page.getByText("Give the role a name.").waitFor();
    await page.getByLabel("Name of the role").fill("Kite analyst");
    await page.getByRole("button", { name: "Make it a role" }).click();
    await heading(page, "Kite analyst");
    assert.equal(await page.locator(".asked tbody tr").count(), 3);
    await page.getByRole("button", { name: "I work as this" }).click();
    await page.getByRole("heading", { name: /Growing as kite analyst/i }).waitFor();

    await open(page);
    await page.getByRole("link", { name: "Paste a text" }).click();
    await page.getByRole("radio", { name: "a CV" }).check();
    await paste("I taught statistics to nurses. I led the payroll of a mill.");
    await page.getByRole("button", { name: "Keep these sentences" }).click();
    await page.getByRole("link", { name: "My skills" }).last().click();
    await page.getByText("I taught statistics to nurses.").waitFor();
    await page.getByRole("heading", { name: "Named in your own text" }).waitFor();
    await saved(page);
    await page.reload();
    await page.getByText("I led the payroll of a mill.").waitFor();
  }));

test("a role and a skill are made, changed, merged and left out on the page", () =>
  visiting(async (page) => {
    await open(page);
    await page.getByRole("button", { name: "New skill" }).click();
    await page.getByText(/Give it a name in English/).waitFor();
    await page.getByLabel("Name of a new entry").fill("Kite mending");
    await page.getByRole("button", { name: "New skill" }).click();
    await heading(page, "Kite mending");
    await page.getByRole("button", { name: "Change it here" }).click();
    await page.getByLabel("Level 1, in English").fill("You know which end of a kite is up.");
    await page.getByRole("textbox", { name: "Name in Spanish" }).fill("Reparación de cometas");
    await accessible(page, "the editor of a skill");
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByText("You know which end of a kite is up.").waitFor();
    await page.getByText("Change the ways to learn it").click();
    await page.getByRole("textbox", { name: "Name in English" }).fill("Mend ten kites with a sailmaker");
    await page.getByLabel("To level").selectOption("2");
    await page.getByLabel("Hours", { exact: true }).fill("12");
    await page.getByLabel("Cost in euros").fill("40");
    await page.getByRole("button", { name: "Add this way" }).click();
    await page.getByRole("row", { name: /Mend ten kites with a sailmaker.*12/ }).waitFor();
    await accessible(page, "the ways to learn a skill");

    await open(page);
    await page.getByLabel("Name of a new entry").fill("Kite mender");
    await page.getByRole("button", { name: "New role" }).click();
    await heading(page, "Kite mender");
    await page.getByRole("button", { name: "Change it here" }).click();
    for (const skill of ["Kite mending", "Negotiation"]) await page.getByLabel("Ask for another skill").selectOption({ label: skill });
    await page.getByLabel("Family").selectOption({ label: "Construction and energy" });
    await page.getByLabel("Level of Kite mending").selectOption("4");
    await page.getByRole("checkbox", { name: "must" }).first().check();
    await accessible(page, "the editor of a role");
    await shot(page, "role-editor");
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByRole("row", { name: /Kite mending.*4/ }).waitFor();
    await page.getByText(/^Construction and energy · /).waitFor();
    await saved(page);
    await page.reload();
    await page.getByRole("link", { name: "Kite mending" }).click();
    await heading(page, "Kite mending");

    // Merged into another, what asked for it asks for that one; Undo brings it back.
    await page.getByRole("button", { name: "Change it here" }).click();
    await page.getByLabel(/^Merge it into another skill/).selectOption({ label: "Creativity" });
    await heading(page, "Catalogue");
    await find(page, "kite mender");
    await page.getByRole("link", { name: "Kite mender", exact: true }).click();
    await page.getByRole("link", { name: "Creativity" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Kite mending" }).waitFor();
    await page.getByRole("button", { name: "Change it here" }).click();
    await page.getByRole("button", { name: "Leave it out of the catalogue" }).click();
    await heading(page, "Catalogue");
    await find(page, "kite mender");
    await page.getByRole("link", { name: "Kite mender", exact: true }).waitFor({ state: "detached" });
  }));

test("a framework's role is copied and changed, and stays when the framework goes", { skip: onet ? false : "the download is not on this machine" }, () =>
  visiting(async (page) => {
    await open(page);
    await page.getByLabel("Choose the ZIP file…").setInputFiles(onet);
    await page.getByText(/^Read: 1,016 roles/).waitFor({ timeout: 60_000 });
    await find(page, "registered nurses");
    await page.getByRole("link", { name: "Registered Nurses", exact: true }).click();
    await page.getByRole("button", { name: "Copy it into your own catalogue" }).click();
    await page.getByRole("textbox", { name: "Name in English" }).fill("Ward nurse");
    await page.getByRole("textbox", { name: "Name in English" }).press("Tab");
    await page.getByRole("button", { name: "Save the change" }).click();
    await heading(page, "Ward nurse");
    await open(page);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await find(page, "ward nurse");
    await page.getByRole("link", { name: "Ward nurse", exact: true }).click();
    await heading(page, "Ward nurse");
    await page.getByRole("link", { name: "Psychology" }).waitFor();
  }));
