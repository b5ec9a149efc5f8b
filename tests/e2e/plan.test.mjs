// The main job on the starter catalogue: from two roles to a plan that is still there tomorrow.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, pick, saved, shot, visiting } from "./support.mjs";

async function chooseWay(page) {
  await pick(page, "I work as", "custmer servise rep", /Customer service representative/);
  await pick(page, "I would like to", "data scien", /Data scientist/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { level: 1, name: /Customer service representative to data scientist/i }).waitFor();
}

test("from my role to a dated plan, and all of it there after a reload", () =>
  visiting(async (page) => {
    await shot(page, "start");
    await chooseWay(page);
    // A first answer from two fields, said to be a first guess.
    await page.getByText("Reskill, by a longer way", { exact: true }).waitFor();
    await page.getByText("first guess of fit, from your role").waitFor();
    await shot(page, "gap-first-look");

    await page.getByRole("link", { name: "Rate my skills" }).click();
    const first = page.getByRole("group").first();
    await first.getByRole("radio", { name: /^3/ }).check();
    await page.getByRole("group").nth(1).getByRole("radio", { name: /^2/ }).check();
    await page.getByRole("group").nth(2).getByRole("radio", { name: "Not applicable" }).check();
    await page.getByRole("group").nth(3).getByRole("radio", { name: /^1/ }).check();
    await page.getByText(/^4 of \d+ rated$/).waitFor();
    await saved(page);
    await page.reload();
    await page.getByText(/^4 of \d+ rated$/).waitFor();
    assert.ok(await page.getByRole("group").first().getByRole("radio", { name: /^3/ }).isChecked());
    await shot(page, "skills");

    await page.getByRole("link", { name: "Gap", exact: true }).click();
    await page.getByText(/fit today, 3 of \d+ rated/).waitFor();
    await shot(page, "gap");
    await page.getByRole("link", { name: "See my plan" }).click();
    const title = page.getByRole("heading", { level: 1 });
    await title.filter({ hasText: /^Ready in / }).waitFor();
    await shot(page, "plan");

    // What if: more hours a week, and the date comes nearer at once.
    const before = await title.textContent();
    await page.getByRole("slider").fill("16");
    await page.waitForFunction((text) => document.querySelector("h1").textContent !== text, before);

    // Marking an activity as done moves it out of the list and lifts fit.
    const fit = () => page.getByText(/Fit rises from/).textContent();
    const low = await fit();
    await page.getByRole("checkbox").first().check();
    await page.getByText("Done (1)").waitFor();
    assert.notEqual(await fit(), low);
    await saved(page);
    await page.reload();
    await page.getByText("Done (1)").waitFor();

    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.getByText("Done (1)").click();
    await page.getByRole("button", { name: "Not done after all" }).click();
    await page.getByText("Done (1)").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Done (1)").waitFor();
  }));

test("a deadline that cannot be is said beside the field, and the plan stays", () =>
  visiting(async (page) => {
    await chooseWay(page);
    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByRole("textbox", { name: "Start" }).fill("2027-03-01");
    await page.getByLabel("Deadline").fill("2027-02-01");
    await page.getByLabel("Deadline").blur();
    await page.getByText("The deadline has to come after the start. Your plan is unchanged.").waitFor();
    await page.getByLabel("Deadline").fill("2027-06-01");
    await page.getByLabel("Deadline").blur();
    await page.getByText(/^Left out \(\d+\)$/).waitFor();
  }));

test("in Spanish, by keyboard alone, on a phone", () =>
  visiting(
    async (page) => {
      await page.getByRole("heading", { name: "¿Adónde te pueden llevar tus competencias?" }).waitFor();
      await page.getByRole("combobox", { name: "Trabajo como" }).focus();
      await page.keyboard.type("atencion al cliente");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: /^Crecer como/ }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wider <= 0, `the page scrolls sideways by ${wider}`);
      await shot(page, "gap-phone-es");
    },
    { context: { locale: "es-ES", viewport: { width: 320, height: 640 } } },
  ));

async function asBookkeeper(page) {
  await pick(page, "I work as", "bookkeeper", /^Bookkeeper/);
  await pick(page, "I would like to", "payroll clerk", /^Payroll clerk/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("link", { name: "See my plan" }).click();
  await page.getByRole("heading", { level: 1, name: /^Ready in / }).waitFor();
}

test("a plan is followed, arranged by keyboard, and changed as little as life allows", () =>
  visiting(async (page) => {
    await asBookkeeper(page);
    await page.getByRole("button", { name: "Follow this plan" }).click();
    await page.getByText("This is the plan that you follow.").waitFor();
    await saved(page);
    await page.reload();
    await page.getByText("This is the plan that you follow.").waitFor();

    // What if: the plan as it was stays beside it until the new one is taken.
    await page.getByRole("slider").fill("12");
    await page.getByRole("heading", { name: "What if: two plans beside each other" }).waitFor();
    await accessible(page, "two plans beside each other");
    await shot(page, "plan-tried");
    await page.getByRole("button", { name: "Keep the plan as it was" }).click();
    await page.getByText("This is the plan that you follow.").waitFor();

    // Three weeks away: the list of what moves, and a new plan to take.
    await page.getByText("Weeks off and busy weeks").click();
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("button", { name: "As usual again" }).waitFor();
    await page.getByRole("heading", { name: "Your plan has to change" }).waitFor();
    await shot(page, "plan-changed");
    await page.getByRole("button", { name: "Follow the new plan" }).click();
    await page.getByText("This is the plan that you follow.").waitFor();

    // By keyboard along the timeline: a week later, and the bar keeps the focus.
    const bar = page.getByRole("group", { name: /^Timeline of/ }).getByRole("button").first();
    const before = await bar.getAttribute("aria-label");
    await bar.focus();
    await page.keyboard.press("ArrowRight");
    await page.getByText("locked", { exact: true }).first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    await page.waitForFunction(() => document.activeElement.id.startsWith("bar-"));
    assert.notEqual(await focused(), before);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.id.startsWith("arrange-"));
    await accessible(page, "the menu of an activity");
    await shot(page, "plan-arranged");
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByText("locked", { exact: true }).waitFor({ state: "detached" });
    const menu = page.locator("details.menu[open]");
    await menu.getByLabel("Hours it took").fill("7");
    await menu.getByLabel("What shows it (words or an address)").fill("My month-end list");
    await menu.getByRole("button", { name: "Mark as done" }).click();
    await page.getByText("Done (1)").waitFor();
    await saved(page);
  }));

test("what does not fit is one click from fitting, and other plans are one click away", () =>
  visiting(async (page) => {
    await asBookkeeper(page);
    await page.getByLabel("Deadline").fill("2027-02-01");
    await page.getByLabel("Deadline").blur();
    await page.getByText(/^Left out \(\d+\)$/).waitFor();
    await shot(page, "plan-left");
    await page.getByRole("button", { name: /^Try until / }).click();
    await page.getByText(/^Left out \(\d+\)$/).waitFor({ state: "detached" });
    await page.getByText("Everything fits: no plan closes more of the gap.").waitFor();
    await page.getByRole("button", { name: "Show the fastest, the cheapest and the gentlest" }).click();
    await page.getByRole("row", { name: /^The fastest/ }).waitFor();
    await accessible(page, "other plans");
    await shot(page, "plan-variants");
    const title = page.getByRole("heading", { level: 1 });
    const before = await title.textContent();
    await page.getByRole("button", { name: "Try it: The fastest" }).click();
    await page.waitForFunction((text) => document.querySelector("h1").textContent !== text, before);
  }));

test("the plan goes out as a calendar, a text and a table", () =>
  visiting(async (page) => {
    await asBookkeeper(page);
    const taken = async (name) => {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name }).click();
      return readFileSync(await (await download).path(), "utf8");
    };
    const calendar = await taken("Calendar file");
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.match(calendar, /\r\nDTSTART:\d{8}T180000\r\n/);
    assert.ok(calendar.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
    assert.match(await taken("Text file (Markdown)"), /^# Bookkeeper to payroll clerk\n[\s\S]*\n- \[ \] /);
    assert.match(await taken("Spreadsheet (CSV)"), /^\ufeffActivity,Skill,First day,Last day,Hours,Cost/);
  }));

test("wishes: other roles, a mix, days on which something can take place, and the best there is", () =>
  visiting(async (page) => {
    await chooseWay(page);
    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByRole("heading", { level: 1 }).filter({ hasText: /^Ready in / }).waitFor();
    const lead = () => page.getByText(/Fit rises from/).textContent();

    // A second role makes the plan longer, and says how ready it makes for that.
    const before = await lead();
    await page.getByText("Ways of learning, and other roles").click();
    await pick(page, "One more role", "bookkeep", /Bookkeeper/);
    await page.getByText(/% ready after the plan/).waitFor();
    assert.notEqual(await lead(), before);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText(/% ready after the plan/).waitFor({ state: "detached" });
    assert.equal(await lead(), before);

    // The mix is a wish: the plan comes near it, and says how near.
    const now = page.getByText(/^The plan has \d+/);
    await page.getByRole("button", { name: /70 % at work/ }).click();
    await page.getByLabel("At work, in %").waitFor();
    const work = Number(/has (\d+)/.exec(await now.textContent())[1]);
    assert.ok(work > 40, `${work} % at work`);
    await page.getByLabel("At work, in %").fill("200");
    await page.keyboard.press("Tab");
    await page.getByText(/Two whole percents/).waitFor();
    await page.getByRole("button", { name: "No wish" }).click();

    // An activity that can begin on one day only takes place then, or another takes its place.
    const menu = page.locator("details.menu").first();
    const title = await menu.locator("summary").getAttribute("aria-label");
    const told = () => page.evaluate((title) => document.querySelector(`summary[aria-label="${title}"]`)?.closest("tr").textContent ?? "not there", title);
    const until = async (is) => {
      for (let tries = 0; !is(await told()); tries += 1) {
        assert.ok(tries < 100, await told());
        await page.waitForTimeout(50);
      }
    };
    const isMoved = (row) => row === "not there" || row.includes("28 Feb 2028");
    assert.ok(!isMoved(await told()));
    await menu.locator("summary").click();
    await menu.getByLabel("Begins only on (add a day)").fill("2028-03-01");
    await page.keyboard.press("Tab");
    await until(isMoved);
    await page.getByRole("button", { name: "Undo" }).click();
    await until((row) => !isMoved(row));

    // Everything fits, so nothing can close more; a longer search may still bring something earlier.
    await page.getByText("Everything fits: no plan can close more.").waitFor();
    await page.getByRole("button", { name: "Look for the best" }).click();
    await page.getByText("It is proved that no plan closes more.").waitFor({ timeout: 60_000 });
    await accessible(page);
    await shot(page, "plan-wishes");
  }));
