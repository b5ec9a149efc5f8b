// Step four: a week is told, what shows a skill is kept, levels are compared, and a past day is looked at.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, pick, saved, shot, visiting } from "./support.mjs";

async function begin(page) {
  await pick(page, "I work as", "customer service", /Customer service/);
  await pick(page, "I would like to", "data analyst", /Data analyst/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await saved(page);
}

const progress = async (page) => {
  await page.getByRole("link", { name: "Progress" }).click();
  await page.getByRole("heading", { level: 1, name: "How it is going" }).waitFor();
};

test("a plan is followed, a week is told, and both are compared", () =>
  visiting(async (page) => {
    await begin(page);
    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByRole("button", { name: "Follow this plan" }).click();
    await saved(page);
    await progress(page);
    await page.getByLabel(/^Hours: /).first().fill("4");
    await page.keyboard.press("Tab");
    await page.getByRole("radio", { name: "4" }).check();
    await page.getByLabel("What I did").fill("Two chapters");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep the week" }).click();
    await page.getByText("Kept.").waitFor();
    await page.getByText("4 h in the last year; weeks with any: 1.").waitFor();
    await saved(page);
    await accessible(page);
    await shot(page, "progress");
    // Told again it counts once, and it is still there after a reload.
    await page.getByLabel(/^Hours: /).first().fill("6");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep the week" }).click();
    await page.getByText("6 h in the last year; weeks with any: 1.").waitFor();
    await saved(page);
    await page.reload();
    await page.getByText("6 h in the last year; weeks with any: 1.").waitFor();
    // The day before nothing was known.
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("As of").fill(yesterday);
    await page.keyboard.press("Tab");
    await page.getByText(/This is what was known on/).waitFor();
    await page.getByText("Follow a plan, and its hours are compared here with yours.").waitFor();
    await page.getByRole("button", { name: "Back to today" }).click();
    await page.getByText("6 h in the last year; weeks with any: 1.").waitFor();
  }));

test("a forecast is kept, and taken back", () =>
  visiting(async (page) => {
    await begin(page);
    await progress(page);
    await page.getByText("Foretell something").click();
    await page.getByRole("button", { name: "Keep the forecast" }).click();
    await page.getByText("A day to come and a percentage").waitFor();
    await page.getByLabel("By", { exact: true }).fill("2030-06-30");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep the forecast" }).click();
    await page.getByText(/at level 3 by 30 Jun 2030: 70 % sure/).waitFor();
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByText(/at level 3 by 30 Jun 2030/).waitFor({ state: "detached" });
    await saved(page);
  }));

test("a finished activity is evaluated, what others could learn is shared, and the quarter is looked back on", () =>
  visiting(async (page) => {
    await begin(page);
    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByRole("button", { name: "Follow this plan" }).click();
    const menu = page.locator("details.menu").first();
    await menu.locator("summary").click();
    await menu.getByRole("button", { name: "Mark as done" }).click();
    await page.getByText("Done (1)").waitFor();
    await saved(page);
    await progress(page);
    await page.getByText("How was it?").click();
    await page.getByRole("group", { name: /How good it was/ }).getByRole("radio", { name: "5" }).check();
    await page.getByLabel("Do you use it?").selectOption("often");
    await page.getByLabel("What it cost, in euros").fill("100");
    await page.getByLabel("What it brought, in euros").fill("250");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep the evaluation" }).click();
    await page.getByText(/5 of 5 · Used as a matter of course · brought 150\s?% beyond its cost/).waitFor();
    await page.getByLabel("What others could learn from it").fill("Begin with the mess");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Keep the note" }).click();
    const [note] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /Take it as a text/ }).click()]);
    assert.match(note.suggestedFilename(), /^skillstead-learnt-.*\.md$/);
    assert.match(readFileSync(await note.path(), "utf8"), /^# .+\n\n.+\n\nBegin with the mess\n$/);
    await page.getByText(/The next look back is worth it from/).waitFor();
    const [calendar] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Reminders for my calendar" }).click()]);
    const events = readFileSync(await calendar.path(), "utf8").match(/BEGIN:VEVENT/g);
    assert.equal(events.length, 52);
    await page.getByLabel("What I conclude").fill("Go on");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Close the quarter" }).click();
    await saved(page);
    await page.reload();
    await page.getByText("Begin with the mess").waitFor();
    await accessible(page);
    await shot(page, "progress-finished");
    await page.getByRole("link", { name: /^Teaching others/ }).click();
    await page.getByRole("heading", { level: 1, name: "Teaching others" }).waitFor();
    await page.getByText("Begin with the mess").waitFor();
    const [all] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Take them all as one text" }).click()]);
    assert.match(readFileSync(await all.path(), "utf8"), /^# .+\n\n.+\n\nBegin with the mess\n$/);
    await accessible(page);
    await shot(page, "teaching");
  }));

test("a whole role is assessed by short questions, with the keyboard alone", () =>
  visiting(async (page) => {
    await begin(page);
    await page.getByRole("link", { name: "My skills", exact: true }).click();
    await page.getByRole("link", { name: "Rate them by short questions" }).click();
    await page.getByRole("heading", { level: 1, name: "A short assessment" }).waitFor();
    await accessible(page);
    await shot(page, "assess");
    let n = 0;
    for (; !(await page.getByText("That was all.").isVisible()); n += 1) {
      assert.ok(n < 200, "it ends");
      await page.getByRole("button", { name: n % 3 ? "Not yet" : "Yes, I do this" }).focus();
      await page.keyboard.press("Enter");
      // Whoever answers by keyboard stays on the button.
      if (n === 0) assert.equal(await page.evaluate(() => document.activeElement.textContent), "Yes, I do this");
    }
    await saved(page);
    await page.getByRole("link", { name: "See the gap" }).click();
    await page.getByText(/fit today, (\d+) of \1 rated/).waitFor();
    console.log(`a role in ${n} answers`);
  }));

test("what shows a skill and what others say become one estimate, and two levels apart both descriptions stand side by side", () =>
  visiting(
    async (page, { url }) => {
      await begin(page);
      await page.goto(`${url}#/skills`);
      await page.getByRole("group").first().getByRole("radio", { name: /^4/ }).check();
      await saved(page);
      const id = await page.evaluate(() => document.querySelector("fieldset.rate input[type=radio]").name);
      await page.goto(`${url}#/skill/${encodeURIComponent(id)}`);
      await page.getByText("Add what somebody says").click();
      await page.getByLabel("Name or initials").fill("Ana");
      await page.keyboard.press("Tab");
      const said = page.locator("form").filter({ has: page.getByLabel("Name or initials") });
      await said.getByLabel("Level").selectOption("1");
      await said.getByRole("button", { name: "Keep it" }).click();
      await page.getByText("Two levels apart").waitFor();
      await page.getByText(/All of it together: level \d\.\d+, give or take \d\.\d+/).waitFor();
      await page.getByText("Add what shows it").click();
      await page.getByLabel("What it is, or where to find it").fill("Report <b>of 2025</b>");
      await page.keyboard.press("Tab");
      await page.getByLabel("The level that it shows").selectOption("3");
      await page.locator("form").filter({ has: page.getByLabel("What it is, or where to find it") }).getByRole("button", { name: "Keep it" }).click();
      await page.getByRole("heading", { name: "What shows it", exact: true }).waitFor();
      await page.getByText("Report <b>of 2025</b>").first().waitFor();
      const what = page.getByLabel("What it is, or where to find it");
      const keep = page.locator("form").filter({ has: what }).getByRole("button", { name: "Keep it" });
      for (const text of ["https://example.invalid/mine", "javascript:alert(1)"]) {
        await what.fill(text);
        await page.keyboard.press("Tab");
        await keep.click();
        await page.getByText(text).first().waitFor();
      }
      const link = page.getByRole("link", { name: "https://example.invalid/mine" });
      assert.equal(await link.getAttribute("rel"), "external noopener noreferrer");
      assert.equal(await page.locator("a[href^='javascript']").count(), 0);
      await page.getByRole("button", { name: "I looked again: still there" }).click();
      await saved(page);
      await accessible(page);
      await shot(page, "skill-record");
      await page.reload();
      await page.getByText("Report <b>of 2025</b>").first().waitFor();
      const answer = await page.getByText(/100\s?% fresh/).count();
      assert.equal(answer, 1);
    },
    {},
  ));

test("a question of one's own is asked and scored here, with the keyboard alone", () =>
  visiting(async (page, { url }) => {
    await begin(page);
    await page.goto(`${url}#/skills`);
    const id = await page.evaluate(() => document.querySelector("fieldset.rate input[type=radio]").name);
    await page.goto(`${url}#/skill/${encodeURIComponent(id)}`);
    const press = async (name, key = "Enter") => {
      await (typeof name === "string" ? page.getByText(name, { exact: true }) : name).focus();
      await page.keyboard.press(key);
    };
    const type = async (label, text) => {
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    };
    await press("Write a question");
    await press(page.getByRole("button", { name: "Keep the question" }));
    await page.getByText("Write the question and at least two answers.").waitFor();
    await type("The question", "What is <b>7 x 8</b>?");
    await type("Answer 1", "54");
    await type("Answer 2", "56");
    await press(page.getByLabel("Answer 2 is right"), "Space");
    await press(page.getByRole("button", { name: "Keep the question" }));
    await saved(page);
    await press("Check what you know");
    const question = page.getByRole("group", { name: /What is <b>7 x 8<\/b>/ });
    await press(question.getByRole("checkbox", { name: "54" }), "Space");
    await press(question.getByRole("button", { name: "This is my answer" }));
    await question.getByText("Not right yet").waitFor();
    await press(question.getByRole("checkbox", { name: "54" }), "Space");
    await press(question.getByRole("checkbox", { name: "56" }), "Space");
    await press(question.getByRole("button", { name: "This is my answer" }));
    await question.getByText("Right", { exact: true }).waitFor();
    await page.getByText("Your answers show level 3.").waitFor();
    await accessible(page);
    await shot(page, "knowledge-check");
    await press(page.getByRole("button", { name: "Keep it as what shows it" }));
    await page.getByText("Knowledge check").first().waitFor();
    await saved(page);
    await page.reload();
    await page.getByText("Knowledge check").first().waitFor();
    // It is evidence, and no rating.
    assert.equal(await page.locator(".ladder small.must").count(), 0);
  }));
