// Step four: a week is told, what shows a skill is kept, levels are compared, and a past day is looked at.
import assert from "node:assert/strict";
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
