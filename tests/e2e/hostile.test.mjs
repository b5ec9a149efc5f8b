// Hostile texts through every field and every import: they are shown as the texts that they are, and nothing in them ever runs. The
// page's policy is off meanwhile, so that what is proved is the page itself; the policy is a second wall (shell.test.mjs).
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { envelope } from "./corrupted.mjs";
import { payloads } from "./payloads.mjs";
import { saved, visiting } from "./support.mjs";
import { zip } from "./zip.mjs";

const ALL = payloads(process.env.SKILLSTEAD_LONG ? 500 : 150);
/** Texts in which no file format takes a part away: no line ends or marks of its own, and as a name they are not empty. */
const NAMES = ALL.map((text, at) => `n${at} ${text}`.replaceAll(/[\t\n\u0000]/g, " "));
const folder = mkdtempSync(join(tmpdir(), "skillstead-e2e-"));
const file = (name, content) => (writeFileSync(join(folder, name), content), join(folder, name));
const context = { bypassCSP: true };

/** Fails if anything has run, or stands ready to. */
async function assertQuiet(page, where) {
  const found = await page.evaluate(() => {
    const wrong = [...document.querySelectorAll("*")].filter(
      (element) =>
        element.matches("iframe, object, embed, img, video, audio, base, form[action], math, template, marquee, body style") ||
        (element.matches("script") && !element.matches("head > script")) ||
        [...element.attributes].some(({ name }) => name.startsWith("on") || name === "srcdoc") ||
        (element.matches("a[href]") && new URL(element.getAttribute("href"), document.baseURI).origin !== location.origin),
    );
    return { canary: window.canary, wrong: wrong.map((element) => element.outerHTML.slice(0, 200)) };
  });
  assert.deepEqual(found, { canary: "here", wrong: [] }, where);
}

/** A visit that fails at the first dialog. */
const facing = (visit, options = {}) =>
  visiting(
    async (page, about) => {
      const dialogs = [];
      page.on("dialog", (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
      await page.evaluate(() => (window.canary = "here"));
      await visit(page, about);
      assert.deepEqual(dialogs, []);
    },
    { context, before: (page) => page.addInitScript(() => (window.canary = "here")), ...options },
  );

/** Goes to an address within the page, and gives back what it then says in letters. */
const read = (page, hash) =>
  page.evaluate(async (hash) => {
    location.hash = hash;
    // The page draws in the task after the change; a second one lets it settle.
    for (let turn = 0; turn < 2; turn += 1) await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    return document.querySelector("main").textContent;
  }, hash);
const plain = (text) => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");

/** Goes through the pages of these ids; each shows its text. */
async function browse(page, kind, ids, texts) {
  for (const [at, id] of ids.entries()) {
    const said = await read(page, `#/${kind}/${encodeURIComponent(id)}`);
    assert.ok(plain(said).includes(plain(texts[at])), `${kind} ${id} does not show ${texts[at]} but ${said.slice(0, 200)}`);
    if (at % 10 === 0) await assertQuiet(page, `${kind} ${id}`);
  }
  await assertQuiet(page, kind);
}

const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const table = (...rows) => rows.map((row) => row.map((value) => cell(String(value))).join(",")).join("\n");

const sheetsOf = (names) => [
  ["skills.csv", table(["id", "name", "name_es", "group", "about", "level_1", "other_names"], ...names.map((text, at) => [`s${at}`, text, text, names[at % 5], text, text, text]))],
  ["roles.csv", table(["id", "name", "name_es", "family", "about", "other_titles"], ...names.map((text, at) => [`r${at}`, text, text, names[at % 5], text, text]))],
  ["requirements.csv", table(["role", "skill", "level", "weight", "must"], ...names.flatMap((_, at) => [0, 1].map((next) => [`r${at}`, `s${(at + next) % names.length}`, 3, 5, "must"])))],
  ["tasks.csv", table(["role", "name", "share"], ...names.map((text, at) => [`r${at}`, text, 50]))],
  ["activities.csv", table(["skill", "name", "kind", "from", "to", "hours"], ...names.map((text, at) => [`s${at}`, text, "course", 0, 3, 20]))],
];

const open = (page) => page.evaluate(() => (location.hash = "#/catalogue"));
const sheets = (page) => page.getByLabel("Choose sheets…");
async function takeIn(page, files) {
  await open(page);
  await sheets(page).setInputFiles(files);
  await page.getByRole("button", { name: "Check them" }).click();
  await page.getByText("Everything in them can be taken in.").waitFor();
  await assertQuiet(page, "sheets");
  await page.getByRole("button", { name: "Take them in" }).click();
  await page.getByText(/^Taken in\./).waitFor();
}
const every = ["#/", "#/skills", "#/gap", "#/plan", "#/explore", "#/catalogue", "#/progress", "#/passport", "#/method", "#/settings", "#/privacy", "#/compare/r1|r2|r3", "#/explore/r5"];

/** The ids of a person's own entries, in the order of the texts. */
const ids = (mark, names) => names.map((_, at) => `${mark}${at}`);

/** With the starter catalogue around them a person's own entries may be about a thousand; more are refused. */
const PART = 250;
for (let from = 0; from < NAMES.length; from += PART) {
  const names = NAMES.slice(from, from + PART);
  test(`${names.length} hostile texts from sheets, from a workbook and from a file of one's own`, () =>
    facing(async (page) => {
      await open(page);
      // What is wrong with a cell is said with the cell.
      await sheets(page).setInputFiles(file("requirements.csv", table(["role", "skill", "level"], ...names.slice(0, 40).map((text) => [text, text, text]))));
      await page.getByRole("button", { name: "Check them" }).click();
      await page.getByText(/nothing was taken/).waitFor();
      await assertQuiet(page, "faults");
      await page.getByRole("button", { name: "Cancel" }).click();

      await takeIn(page, sheetsOf(names).map(([name, text]) => file(name, text)));
      await browse(page, "role", ids("r", names), names);
      await browse(page, "skill", ids("s", names), names);
      await read(page, "#/role/r0");
      await page.getByRole("button", { name: "I work as this" }).click();
      await read(page, "#/role/r1");
      await page.getByRole("button", { name: "I would like to do this" }).click();
      for (const hash of every) {
        await read(page, hash);
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await assertQuiet(page, hash);
      }
      await saved(page);

      // Out as a workbook and as sheets, and in again.
      await open(page);
      for (const [button, name] of [["Whole catalogue (XLSX)", "own.xlsx"], ["Whole catalogue (CSV)", "own.zip"]]) {
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
        await download.saveAs(join(folder, name));
        await takeIn(page, join(folder, name));
      }
      await browse(page, "role", ids("r", names), names);

      // Out as a document, with hostile words in every place that it has for words, and in again.
      await read(page, "#/settings");
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download my data" }).click()]);
      const { document } = JSON.parse(readFileSync(await download.path(), "utf8"));
      const on = "2026-11-23";
      document.completions = Object.fromEntries(names.map((text, at) => [text, { skill: `s${at}`, to: 10, hours: 3, on, evidence: text }]));
      document.overrules = { r1: names.map((reason) => ({ verdict: "reskill", reason, on })) };
      document.mentions = Object.fromEntries(names.map((text, at) => [`s${at}`, text]));
      const notes = names.flatMap((text, at) => [
        { said: { skill: `s${at}`, manager: at % 2 === 0, who: text, level: 20, words: text } },
        { shown: { skill: `s${at}`, kind: "certificate", what: text, dated: on, expires: at % 2 ? on : "2020-01-01", level: 30 } },
        { week: { monday: "2026-11-16", hours: { [text]: 3 }, energy: 3, done: text, blocker: text } },
        { foretold: { skill: text, level: 30, by: "2026-11-22", percent: 70 } },
        { "left-way": { current: text, target: text } },
      ]);
      document.record = notes.map((note) => ({ on, note }));
      document.ratings = Object.fromEntries(names.map((text) => [text, [{ level: 20, on }]]));
      for (const [name, hash] of [[names[0], "#/settings"], ["mine", "#/settings"]]) {
        await read(page, hash);
        await page.getByLabel("Take in a file…").setInputFiles({ name: `${name.replaceAll("/", "")}.json`, mimeType: "application/json", buffer: Buffer.from(envelope(document)) });
        await page.getByRole("button", { name: "Replace what I have" }).waitFor();
        await assertQuiet(page, "preview");
        await page.getByRole("button", { name: "Replace what I have" }).click();
      }
      for (const hash of [...every, "#/skill/s1", "#/skill/s2"]) {
        await read(page, hash);
        await page.evaluate(() => window.document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await assertQuiet(page, hash);
      }
      await saved(page);
      await page.reload();
      await page.getByRole("navigation").waitFor();
      await assertQuiet(page, "opened again");
    }));
}

const ESCO = [
  ["occupations_en.csv", table(["conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description"], ...NAMES.map((text, at) => [`http://x/o${at}`, "2511", text, text, text]))],
  ["ISCOGroups_en.csv", table(["code", "preferredLabel"], ["25", NAMES[1]])],
  ["skills_en.csv", table(["conceptUri", "preferredLabel", "altLabels", "description"], ...NAMES.map((text, at) => [`http://x/s${at}`, text, text, text]))],
  ["occupationSkillRelations_en.csv", table(["occupationUri", "relationType", "skillUri"], ...NAMES.map((_, at) => [`http://x/o${at}`, "essential", `http://x/s${at}`]))],
];
const tabs = (...rows) => rows.map((row) => row.join("\t")).join("\n") + "\n";
const soc = (at) => `51-${String(1000 + at)}.00`;
const ONET = [
  ["Occupation Data.txt", tabs(["O*NET-SOC Code", "Title", "Description"], ...NAMES.map((text, at) => [soc(at), text, text]))],
  ["Task Statements.txt", tabs(["O*NET-SOC Code", "Task ID", "Task"], ...NAMES.map((text, at) => [soc(at), at, text]))],
  ["Alternate Titles.txt", tabs(["O*NET-SOC Code", "Alternate Title", "Short Title"], ...NAMES.map((text, at) => [soc(at), text, "n/a"]))],
  ["Technology Skills.txt", tabs(["O*NET-SOC Code", "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"], ...NAMES.map((text, at) => [soc(at), text, at, text, "Y", "N"]))],
  [
    "Skills.txt",
    tabs(
      ["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Scale Name", "Data Value", "Recommend Suppress", "Not Relevant"],
      ...NAMES.flatMap((_, at) => [["IM", 4], ["LV", 5]].map(([scale, value]) => [soc(at), "2.A.1.a", NAMES[2], scale, "x", value, "N", "N"])),
    ),
  ],
  ["Content Model Reference.txt", tabs(["Element ID", "Element Name", "Description"], ["2.A.1.a", NAMES[2], NAMES[3]])],
  ["Level Scale Anchors.txt", tabs(["Element ID", "Element Name", "Scale ID", "Anchor Value", "Anchor Description"], ["2.A.1.a", NAMES[2], "LV", 2, NAMES[4]])],
];

for (const [name, files, id] of [["ESCO", ESCO, (at) => `esco:o${at}`], ["O*NET", ONET, (at) => `onet:${soc(at)}`]]) {
  test(`${ALL.length} hostile texts from a download of ${name}`, () =>
    facing(async (page) => {
      await open(page);
      const packed = files.map(([title, text]) => [name === "ESCO" ? title : `db_30_0_text/${title}`, text]);
      await page.getByLabel("Choose the ZIP file…").setInputFiles(file("download.zip", zip(packed)));
      await page.getByText(/^Read: /).waitFor({ timeout: 20_000 });
      await browse(page, "role", NAMES.map((_, at) => id(at)), NAMES);
      await page.getByRole("button", { name: "I work as this" }).click();
      for (const hash of every) {
        await read(page, hash);
        await assertQuiet(page, hash);
      }
    }));
}

/** Types every text into every field that the page has, as a person does: each key is an input, each end a change. */
const typeAll = (page, texts) =>
  page.evaluate(async (texts) => {
    document.querySelectorAll("details").forEach((details) => (details.open = true));
    const fields = [...document.querySelectorAll("input:not([type=file], [type=radio], [type=checkbox], [type=range]), textarea")];
    for (const text of texts) {
      for (const field of fields) {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
      await new Promise((go) => setTimeout(go));
    }
    return fields.length;
  }, texts);

test(`${ALL.length} hostile texts typed into every field`, () =>
  facing(async (page) => {
    await takeIn(page, sheetsOf(NAMES).map(([name, text]) => file(name, text)));
    await read(page, "#/role/r0");
    await page.getByRole("button", { name: "I work as this" }).click();
    await read(page, "#/role/r1");
    await page.getByRole("button", { name: "I would like to do this" }).click();
    let n = 0;
    for (const hash of [...every, "#/advert", "#/role/r3", "#/skill/s3"]) {
      await read(page, hash);
      const edit = page.getByRole("button", { name: /^(Change|Add|See it differently|Edit)/ });
      for (let nth = (await edit.count()) - 1; nth >= 0; nth -= 1) await edit.nth(nth).click({ timeout: 2000 }).catch(() => {});
      n += await typeAll(page, ALL);
      await assertQuiet(page, hash);
    }
    assert.ok(n > 20, `only ${n} fields were found`);

    // A text that is pasted, and what is made of it.
    await read(page, "#/advert");
    await page.getByLabel("The text", { exact: true }).fill(`${ALL.join("\n")}\nStatistics, data visualisation, negotiation\n${NAMES.join("\n")}`);
    await page.getByRole("button", { name: "Find the skills" }).click();
    await page.getByRole("heading", { name: /^Skills found: / }).waitFor();
    await assertQuiet(page, "advert");
    await page.getByLabel("Name of the role").fill(NAMES[7]);
    await page.getByRole("button", { name: "Make it a role" }).click();
    await page.getByRole("button", { name: "I work as this" }).waitFor();
    await assertQuiet(page, "a role of an advert");
    // A field of numbers or days refuses such a text aloud.
  }, { noise: [/^The specified value/] }));

test(`${ALL.length} hostile addresses`, () =>
  facing(async (page) => {
    for (const text of ALL) {
      for (const start of ["#/role/", "#/skill/", "#/explore/", "#/compare/", "#/method/", "#/", "#"]) await read(page, start + text);
    }
    await assertQuiet(page, "addresses");
    for (const text of ALL.slice(0, 5)) {
      await page.goto(`${page.url().split("#")[0]}#/role/${encodeURIComponent(text)}`);
      await page.reload();
      await page.getByRole("navigation").waitFor();
      await assertQuiet(page, `opened at ${text}`);
    }
  }));

test(`${ALL.length} hostile texts in the stores, before the program and before recovery`, () =>
  facing(async (page, { url }) => {
    await page.goto(`${url}recover.html`);
    await page.locator("#program:not(:empty)").waitFor();
    const fill = (texts) =>
      page.evaluate(async (texts) => {
        localStorage.clear();
        texts.forEach((text) => localStorage.setItem(`skillstead.${text}`, text));
        localStorage.setItem("skillstead.settings", JSON.stringify({ language: texts[0], theme: texts[1] }));
        localStorage.setItem("skillstead.a", texts[1]);
        localStorage.setItem("skillstead.aside.1", texts[2]);
        await new Promise((done) => (indexedDB.deleteDatabase("skillstead").onsuccess = done));
        const request = indexedDB.open("skillstead", 2);
        request.onupgradeneeded = () => {
          for (const name of ["catalogues", "document", ...texts.slice(0, 20)]) {
            const store = request.result.createObjectStore(name);
            for (const text of texts) store.put(text, text);
          }
        };
        await new Promise((done) => (request.onsuccess = done));
        request.result.close();
      }, texts);
    await fill([...new Set(ALL)]);
    await page.goto(`${url}recover.html`);
    await page.locator("#program:not(:empty)").waitFor();
    assert.ok((await page.locator("#records tr").count()) > 20 * 100);
    await assertQuiet(page, "recovery");
    await page.goto(url);
    await page.getByRole("navigation").waitFor();
    await assertQuiet(page, "the program");
  }));
