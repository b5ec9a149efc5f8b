// The skills passport: what it shows is chosen, it is printed and taken along, and files of others come in as proposals.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, pick, root, saved, shot, visiting } from "./support.mjs";

const seed = (name) => readFileSync(join(root, "tests/fuzz/seeds/passport", name));
const file = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
const sheet = (page) => page.getByRole("article", { name: "The passport as others see it" });
const bring = (page, name, content) => page.getByLabel("Choose a file…").setInputFiles(file(name, content));

async function begin(page) {
  await pick(page, "I work as", "customer service", /Customer service/);
  await pick(page, "I would like to", "data analyst", /Data analyst/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await saved(page);
}

async function passport(page, url) {
  await page.goto(`${url}#/passport`);
  await page.getByRole("heading", { level: 1, name: "Your skills passport" }).waitFor();
}

/** Presses something and gives the text of the file that comes of it. */
async function downloaded(page, name, expected) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  assert.match(download.suggestedFilename(), expected);
  return readFileSync(await download.path(), "utf8");
}

let resume;

test("a passport shows what was chosen, on the page, on paper and in every file", () =>
  visiting(async (page, { url }) => {
    await begin(page);
    await page.goto(`${url}#/skills`);
    const first = page.getByRole("group").first();
    const name = (await first.locator("legend").innerText()).trim();
    await first.getByRole("radio", { name: /^4/ }).check();
    await page.getByRole("group").nth(1).getByRole("radio", { name: /^2/ }).check();
    await saved(page);
    const id = await page.evaluate(() => document.querySelector("fieldset.rate input[type=radio]").name);
    await page.goto(`${url}#/skill/${encodeURIComponent(id)}`);
    await page.getByText("Add what shows it").click();
    const what = page.getByLabel("What it is, or where to find it");
    await what.fill("Report of 2025");
    await page.keyboard.press("Tab");
    await page.locator("form").filter({ has: what }).getByRole("button", { name: "Keep it" }).click();
    await page.getByText("Report of 2025").first().waitFor();
    await page.getByRole("link", { name: "Progress" }).click();
    await page.getByRole("link", { name: /^Your skills passport/ }).click();
    await page.getByRole("heading", { level: 1, name: "Your skills passport" }).waitFor();

    // By itself: levels, nobody's name, no evidence.
    await sheet(page).getByRole("heading", { name: "Skills passport" }).waitFor();
    await sheet(page).getByText(/^Level 4 of 5 · Leads · stated on/).waitFor();
    await sheet(page).getByText(/^Level 2 of 5/).waitFor();
    assert.equal(await sheet(page).getByText("Report of 2025").count(), 0);
    await accessible(page, "the passport");

    await page.getByRole("radio", { name: "My name" }).check();
    await page.getByLabel("Your name").fill("Ana Pérez");
    await page.keyboard.press("Tab");
    await sheet(page).getByRole("heading", { name: "Ana Pérez" }).waitFor();
    await page.getByLabel("A line about you").fill("Support, and soon data");
    await page.keyboard.press("Tab");
    await sheet(page).getByText("Support, and soon data").waitFor();
    await page.getByRole("checkbox", { name: /Report of 2025, for/ }).check();
    await sheet(page).getByText("Report of 2025").waitFor();
    const other = page.getByRole("checkbox", { name: /^2 .*, for / });
    await other.uncheck();
    await sheet(page).getByText(/^Level 2 of 5/).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Show none" }).click();
    await sheet(page).getByText("It shows no skill.").waitFor();
    await page.getByRole("button", { name: "Show every skill" }).click();
    await sheet(page).getByText("Report of 2025").waitFor();
    // What was hidden of a skill stays so until it is chosen again.
    assert.equal(await sheet(page).getByText(/^Level 2 of 5/).count(), 0);
    await other.check();
    await sheet(page).getByText(/^Level 2 of 5/).waitFor();
    await saved(page);
    await page.reload();
    await sheet(page).getByRole("heading", { name: "Ana Pérez" }).waitFor();
    await sheet(page).getByText("Report of 2025").waitFor();
    await accessible(page, "a passport with everything");
    await shot(page, "passport");

    // On paper only the sheet is seen.
    await page.emulateMedia({ media: "print" });
    assert.ok(await sheet(page).isVisible());
    const printed = await page.getByRole("heading").allInnerTexts();
    assert.ok(printed.includes("Ana Pérez") && printed.includes(name), printed.join(" | "));
    assert.ok(!printed.includes("Your skills passport") && !printed.includes("Hand it over"), printed.join(" | "));
    await shot(page, "passport-print");
    await page.emulateMedia({ media: null });

    resume = await downloaded(page, "JSON Resume", /^skillstead-passport-.*\.json$/);
    assert.equal(JSON.parse(resume).basics.name, "Ana Pérez");
    assert.match(await downloaded(page, "Text file (Markdown)", /^skillstead-passport-.*\.md$/), /^# Ana Pérez\n\nSupport, and soon data\n/);
    await page.getByRole("button", { name: "Make the profile file" }).click();
    await page.getByText("Say what it is for and who gets it.").waitFor();
    await page.getByLabel("What it is for").fill("Staffing");
    await page.getByLabel("Who gets it").fill("The project office");
    await page.keyboard.press("Tab");
    const levels = JSON.parse(await downloaded(page, "Make the profile file", /^skillstead-profile-.*\.json$/));
    assert.deepEqual([levels.skillstead_profile, levels.profile.purpose, levels.profile.recipient], [1, "Staffing", "The project office"]);
    assert.ok(!JSON.stringify(levels).includes("Report of 2025"));
    await page.getByRole("radio", { name: "With evidence, as shown above" }).check();
    assert.match(await downloaded(page, "Make the profile file", /^skillstead-profile-.*\.json$/), /Report of 2025/);
    await saved(page);
  }));

test("a JSON Resume comes in elsewhere as proposals, all of it as one change", () =>
  visiting(async (page, { url }) => {
    await passport(page, url);
    await page.getByText(/There is nothing to show yet/).waitFor();
    assert.ok(resume, "the file of the test before");
    await bring(page, "resume.json", resume);
    await page.getByRole("heading", { name: /^JSON Resume: 3 to look at/ }).waitFor();
    await accessible(page, "proposals");
    await shot(page, "passport-proposals");
    await page.getByRole("button", { name: "Take in what is ticked (3)" }).click();
    await page.getByText("Taken in. Skills with another level: 2; new evidence: 1.").waitFor();
    await sheet(page).getByText(/^Level 4 of 5/).waitFor();
    await saved(page);
    await page.reload();
    await page.getByRole("checkbox", { name: /Report of 2025, for/ }).check();
    await sheet(page).getByText("Report of 2025").waitFor();
    // Once more it is all known; undone, nothing is left of it.
    await bring(page, "resume.json", resume);
    await page.getByRole("button", { name: "Take in what is ticked (3)" }).click();
    await page.getByText("All of it was known already. Nothing has changed.").waitFor();
    await saved(page);
    // It is no file of ours once a word is cut off.
    await bring(page, "resume.json", resume.slice(0, 40));
    await page.getByText(/This is none of the files that can be read here/).waitFor();
  }));

test("what was taken in is undone at once", () =>
  visiting(async (page, { url }) => {
    await passport(page, url);
    await bring(page, "resume.json", JSON.stringify({ skills: [{ name: "Statistics", level: "3 of 5" }, { name: "Nothing like it", level: "2 of 5" }] }));
    await page.getByText("no skill found: please choose one").waitFor();
    // A skill can be chosen, one that is none is said to be none.
    const skill = page.getByLabel("Skill for Nothing like it");
    await skill.fill("No such thing");
    await page.keyboard.press("Tab");
    await page.getByText("No skill is called that.").waitFor();
    await skill.fill("Bookkeeping");
    await page.keyboard.press("Tab");
    await page.getByLabel("Level for Statistics").selectOption({ label: "No level" });
    await page.getByRole("button", { name: "Take in what is ticked (1)" }).click();
    await page.getByText("Taken in. Skills with another level: 1; new evidence: 0.").waitFor();
    await sheet(page).getByText(/^Level 2 of 5/).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await sheet(page).getByText(/^Level 2 of 5/).waitFor({ state: "detached" });
  }));

test("what a file says stays text, and only a plain address becomes a link", () =>
  visiting(async (page, { url }) => {
    await passport(page, url);
    const text = "<img src=x onerror=alert(1)>";
    const certificates = [
      { name: text, url: "javascript:alert(1)" },
      { name: "Statistics", issuer: "Guild", url: "https://example.invalid/mine" },
    ];
    await bring(page, "resume.json", JSON.stringify({ basics: { name: text }, skills: [{ name: text, level: text, keywords: [text] }], certificates }));
    await page.getByText(text).first().waitFor();
    const link = page.getByRole("link", { name: "https://example.invalid/mine" });
    assert.equal(await link.getAttribute("rel"), "external noopener noreferrer");
    assert.equal(await page.locator("main img, a[href^='javascript']").count(), 0);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText(text).first().waitFor({ state: "detached" });
    await page.getByRole("radio", { name: "A code" }).check();
    await page.getByLabel("The code").fill(text);
    await page.keyboard.press("Tab");
    await sheet(page).getByRole("heading", { name: text }).waitFor();
    assert.equal(await page.locator("main img").count(), 0);
  }));

test("a badge comes in as evidence, and its signature is checked here", () =>
  visiting(async (page, { url }) => {
    await passport(page, url);
    const signed = seed("badge-es256").toString();
    for (const name of ["badge-rs256", "badge-es256"]) {
      await bring(page, `${name}.jwt`, seed(name));
      await page.getByText(/^Signature valid, issuer not checked/).waitFor();
      await page.getByRole("button", { name: "Cancel" }).click();
    }
    // Whether a browser knows this one depends on its version; it is quiet in any case.
    await bring(page, "badge-eddsa.jwt", seed("badge-eddsa"));
    await page.getByText(/^Signature valid, issuer not checked|this browser cannot check the signature/).waitFor();
    // One letter of the signature is another.
    const at = signed.lastIndexOf(".") + 1;
    await bring(page, "badge.jwt", signed.slice(0, at) + (signed[at] === "A" ? "B" : "A") + signed.slice(at + 1));
    await page.getByText(/^Signature not valid/).waitFor();
    await page.getByRole("button", { name: "Take in what is ticked (0)" }).waitFor();
    await bring(page, "badge.json", seed("badge"));
    await page.getByText("Not signed: anybody can have written it.").waitFor();

    await bring(page, "badge.jwt", signed);
    await page.getByText(/^Signature valid, issuer not checked/).waitFor();
    await page.getByRole("checkbox", { name: "Statistics: take it in" }).check();
    await accessible(page, "a badge");
    await shot(page, "passport-badge");
    await page.getByRole("button", { name: "Take in what is ticked (1)" }).click();
    await page.getByText("Taken in. Skills with another level: 0; new evidence: 1.").waitFor();
    // Without a level the skill is shown only where that is chosen.
    await sheet(page).getByText("It shows no skill.").waitFor();
    await page.getByRole("checkbox", { name: "Statistics: show it" }).check();
    await page.getByRole("checkbox", { name: /Statistics for bakers \(Guild of Bakers\), for/ }).check();
    await sheet(page).getByText("Statistics for bakers (Guild of Bakers)").waitFor();
    await saved(page);
    await page.reload();
    await sheet(page).getByText("Statistics for bakers (Guild of Bakers)").waitFor();
  }));

test("a Europass file comes in with the keyboard alone", () =>
  visiting(async (page, { url }) => {
    await passport(page, url);
    await bring(page, "europass.xml", seed("europass"));
    await page.getByRole("heading", { name: /^Europass: \d+ to look at/ }).waitFor();
    // Whoever hears the page is brought to what was found.
    await page.waitForFunction(() => document.activeElement.id === "passport-found");
    const box = page.getByRole("checkbox", { name: "Statistics: take it in", exact: true });
    assert.ok(await box.isDisabled(), "a name alone is nothing to take in");
    await page.getByLabel("Level for Statistics", { exact: true }).focus();
    await page.keyboard.type("3");
    await box.and(page.locator(":enabled")).waitFor();
    if (!(await box.isChecked())) {
      await box.focus();
      await page.keyboard.press("Space");
    }
    await page.getByRole("button", { name: /^Take in what is ticked/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(/^Taken in\. Skills with another level: 1/).waitFor();
    assert.match(await page.getByRole("link", { name: "Add some for Statistics", exact: true }).getAttribute("href"), /^#\/skill\//);
    await sheet(page).getByText(/^Level 3 of 5/).waitFor();
    // What is shown is chosen by keyboard too, and the focus stays on its box.
    await page.getByRole("checkbox", { name: "Statistics: show it" }).focus();
    await page.keyboard.press("Space");
    await sheet(page).getByText("It shows no skill.").waitFor();
    await page.keyboard.press("Space");
    await sheet(page).getByText(/^Level 3 of 5/).waitFor();
    await saved(page);
  }));

test("in Spanish the passport is in Spanish", () =>
  visiting(
    async (page, { url }) => {
      await page.goto(`${url}#/passport`);
      await page.getByRole("heading", { level: 1, name: "Tu pasaporte de competencias" }).waitFor();
      await page.getByLabel("Elegir un archivo…").setInputFiles(file("resume.json", JSON.stringify({ skills: [{ name: "Statistics", level: "3 of 5" }] })));
      await page.getByRole("button", { name: "Incorporar lo marcado (1)" }).click();
      const article = page.getByRole("article", { name: "El pasaporte tal como lo ven los demás" });
      await article.getByRole("heading", { name: "Estadística" }).waitFor();
      await article.getByText(/^Nivel 3 de 5 · Autonomía/).waitFor();
      await accessible(page, "the passport in Spanish");
      await shot(page, "passport-es");
    },
    { context: { locale: "es-ES" } },
  ));
