// A passphrase closes everything that is kept, and nothing else opens it; the lock falls by itself, in every tab.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { accessible, pick, saved, shot, visiting } from "./support.mjs";

const PASSPHRASE = "el café de las siete en punto";
const OTHER = "otra frase de acceso muy distinta";

const settings = (page) => page.getByRole("link", { name: "Settings" }).click();
const start = (page) => page.getByRole("link", { name: "Skillstead, start" }).click();

async function choose(page, role) {
  await start(page);
  await pick(page, "I work as", role, new RegExp(role, "i"));
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { name: new RegExp(`Growing as ${role}`, "i") }).waitFor();
  await saved(page);
}

const card = (page) => page.locator("section.card").filter({ has: page.getByRole("heading", { name: "Protect with a passphrase" }) });

/** Sets a passphrase on the page of settings, with what is there before. */
async function protect(page, passphrase, { form = card(page).locator("form").first(), button = "Protect" } = {}) {
  await form.getByLabel("New passphrase", { exact: true }).fill(passphrase);
  await form.getByLabel("The new passphrase once more").fill(passphrase);
  await form.getByLabel("I know that nobody can recover it for me.").check();
  await form.getByRole("button", { name: button }).click();
  await card(page).getByText("Done. Everything on this device is kept that way now.").waitFor();
}

const gate = (page) => page.getByRole("heading", { name: "Your data is closed" }).waitFor();

async function unlock(page, passphrase) {
  await page.getByLabel("Passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Open" }).click();
}

/** Every text that the site keeps anywhere. */
const kept = (page) =>
  page.evaluate(async () => {
    const texts = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => (indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)));
      for (const store of database.objectStoreNames) {
        const cursor = database.transaction(store).objectStore(store).openCursor();
        await new Promise((done) => {
          cursor.onsuccess = ({ target: { result } }) => {
            if (!result) return done();
            texts.push([`${store}/${result.key}`, typeof result.value === "string" ? result.value : JSON.stringify(result.value)]);
            result.continue();
          };
        });
      }
      database.close();
    }
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) texts.push([name, url]);
    return texts;
  });

/** What of it lies open. */
const open = async (page) => (await kept(page)).filter(([, text]) => /bookkeeper|accountant|"document"/.test(text)).map(([key]) => key);

test("everything that is kept is closed, and the passphrase opens it, however it is typed", () =>
  visiting(async (page) => {
    await choose(page, "bookkeeper");
    await choose(page, "accountant");
    await settings(page);
    assert.ok((await open(page)).length >= 4, "both slots of a place, a copy");
    await card(page).getByLabel("New passphrase", { exact: true }).fill("aaaaaaaaaaaaaaaa");
    await card(page).getByText(/Too easy to guess/).waitFor();
    assert.equal(await card(page).getByRole("button", { name: "Protect" }).isDisabled(), true);
    await protect(page, PASSPHRASE);
    await accessible(page, "settings with a passphrase");
    assert.deepEqual(await open(page), []);
    const copies = (await kept(page)).filter(([key]) => key.includes("ring/"));
    assert.ok(copies.length >= 1 && copies.every(([, text]) => text.includes('"lock":')), "copies too");
    // A change is kept closed as well.
    await choose(page, "bookkeeper");
    assert.deepEqual(await open(page), []);

    await page.reload();
    await gate(page);
    await accessible(page, "gate");
    await shot(page, "gate");
    await unlock(page, "no es esta frase de acceso");
    await page.getByText(/This passphrase does not open it/).waitFor();
    // One accent of two characters.
    await page.getByLabel("Passphrase").fill(PASSPHRASE.normalize("NFD"));
    const begun = Date.now();
    await page.getByRole("button", { name: "Open" }).click();
    await page.getByRole("link", { name: "Settings" }).waitFor();
    const took = Date.now() - begun;
    console.log(`unlocked in ${took} ms`);
    await page.getByRole("link", { name: "Gap", exact: true }).click();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    await saved(page);
    // An earlier version opens too.
    await settings(page);
    await page.getByRole("button", { name: /Restore the version of/ }).first().click();
    await saved(page);
    assert.deepEqual(await open(page), []);
  }));

test("a change of passphrase closes everything anew; taking it away opens everything", () =>
  visiting(async (page) => {
    await choose(page, "bookkeeper");
    await choose(page, "accountant");
    await settings(page);
    await protect(page, PASSPHRASE);
    const before = await kept(page);
    const change = card(page).locator("details").first();
    await change.locator("summary").click();
    await change.getByLabel("Passphrase", { exact: true }).fill("not this one at all");
    await change.getByLabel("New passphrase", { exact: true }).fill(OTHER);
    await change.getByLabel("The new passphrase once more").fill(OTHER);
    await change.getByLabel("I know that nobody can recover it for me.").check();
    await change.getByRole("button", { name: "Change the passphrase" }).click();
    await card(page).getByText(/This passphrase does not open it.*Nothing has changed/).waitFor();
    assert.deepEqual(await kept(page), before);
    await change.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
    await protect(page, OTHER, { form: change.locator("form"), button: "Change the passphrase" });
    const locks = new Set((await kept(page)).flatMap(([, text]) => text.match(/"salt":"[^"]+"/) ?? []));
    assert.equal(locks.size, 1, "one lock for all");
    await page.reload();
    await gate(page);
    await unlock(page, PASSPHRASE);
    await page.getByText(/This passphrase does not open it/).waitFor();
    await unlock(page, OTHER);
    await settings(page);
    const remove = card(page).locator("details").nth(1);
    await remove.locator("summary").click();
    await remove.getByLabel("Passphrase").fill(OTHER);
    await remove.getByRole("button", { name: "Take the passphrase away" }).click();
    await card(page).getByText("Done.").waitFor();
    assert.equal((await kept(page)).some(([, text]) => text.includes('"lock":')), false);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Your data, your way" }).waitFor();
    await page.getByRole("link", { name: "Gap", exact: true }).click();
    await page.getByRole("heading", { name: /Growing as accountant/i }).waitFor();
  }));

test("a closed file is taken in with its own passphrase alone", () =>
  visiting(async (page) => {
    await choose(page, "bookkeeper");
    await settings(page);
    await protect(page, PASSPHRASE);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download my data, closed" }).click()]);
    assert.match(download.suggestedFilename(), /^skillstead-\d{4}-\d\d-\d\d-locked\.json$/);
    const text = readFileSync(await download.path(), "utf8");
    assert.doesNotMatch(text, /bookkeeper|document/);
    const folder = mkdtempSync(join(tmpdir(), "skillstead-e2e-"));
    const file = (name, content) => (writeFileSync(join(folder, name), content), join(folder, name));
    const input = page.getByLabel("Take in a file…");
    // Closed as the document is: no question.
    await input.setInputFiles(file("mine.json", text));
    await page.getByText(/mine.json holds/).waitFor();

    await page.getByRole("button", { name: "Delete everything…" }).click();
    await page.getByRole("button", { name: "Delete everything", exact: true }).click();
    await page.getByText("Everything was deleted from this device.").waitFor();
    await card(page).getByRole("button", { name: "Protect" }).waitFor();
    await input.setInputFiles(file("changed.json", text.replace(/"sealed":"...../, '"sealed":"AAAAA')));
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Open", exact: true }) });
    await form.getByLabel("Passphrase").fill(PASSPHRASE);
    await form.getByRole("button", { name: "Open" }).click();
    await page.getByText("The passphrase does not open it, or the file was changed. Nothing has changed.").waitFor();
    await input.setInputFiles(file("mine.json", text));
    await form.getByLabel("Passphrase").fill(PASSPHRASE);
    await form.getByRole("button", { name: "Open" }).click();
    await page.getByText(/mine.json holds/).waitFor();
    await page.getByRole("button", { name: "Replace what I have" }).click();
    await saved(page);
    await page.getByRole("link", { name: "Gap", exact: true }).click();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
  }));

test("the lock falls in every tab: at once when asked for, and when nobody has been there", () =>
  visiting(async (page, { context, url }) => {
    await context.clock.install();
    await page.reload();
    await choose(page, "bookkeeper");
    await settings(page);
    const made = card(page).getByRole("button", { name: "Make one up for me" });
    await made.click();
    const words = (await card(page).getByText(/Write it down before you go on: /).textContent()).split(": ")[1];
    assert.match(words, /^([a-z]{5} ){4}[a-z]{5}$/);
    await card(page).getByLabel("I know that nobody can recover it for me.").check();
    await card(page).getByRole("button", { name: "Protect" }).click();
    await card(page).getByText("Done. Everything on this device").waitFor();
    const other = await context.newPage();
    await other.goto(url);
    await gate(other);
    await unlock(other, words);
    await settings(other);
    await card(page).getByRole("button", { name: "Lock now" }).click();
    await Promise.all([gate(page), gate(other)]);

    await unlock(page, words);
    await unlock(other, words);
    await settings(page);
    await settings(other);
    await page.bringToFront();
    // Somebody is at one tab: neither is locked.
    for (let minute = 0; minute < 3; minute += 1) {
      await context.clock.runFor(4 * 60_000);
      await page.keyboard.press("Shift");
      await page.waitForTimeout(100);
    }
    await card(page).getByRole("button", { name: "Lock now" }).waitFor();
    await card(other).getByRole("button", { name: "Lock now" }).waitFor();
    // A laptop that slept: the first key after it is too late.
    await context.clock.pauseAt(Date.now() + 20 * 60 * 60_000);
    await context.clock.resume();
    await Promise.all([gate(page), gate(other)]);
    assert.deepEqual(await open(page), []);
    // The page's clock is replaced; together with a cut network that has crashed the browser's own tab.
  }, { needs: "a clock of its own" }));

// With local storage full each save was kept in one place alone, counted as waiting for ever, and the lock never fell.
test("the lock falls also where one of the two places is full", () =>
  visiting(async (page) => {
    await choose(page, "bookkeeper");
    await settings(page);
    await protect(page, PASSPHRASE);
    await page.evaluate(() => {
      for (let size = 1 << 22; size > 0; size >>= 1) {
        try {
          for (let nth = 0; ; nth += 1) localStorage.setItem(`of another page ${size} ${nth}`, "x".repeat(size));
        } catch {
          // A smaller piece may still fit.
        }
      }
    });
    await start(page);
    await pick(page, "I work as", "accountant", /accountant/i);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByText("Saved here, not protected").first().waitFor();
    await settings(page);
    await card(page).getByRole("button", { name: "Lock now" }).click();
    await gate(page);
    await unlock(page, PASSPHRASE);
    await page.getByRole("link", { name: "Gap", exact: true }).click();
    await page.getByRole("heading", { name: /Growing as accountant/i }).waitFor();
  }));

test("after five wrong tries the next one has to wait", () =>
  visiting(async (page) => {
    await choose(page, "bookkeeper");
    await settings(page);
    await protect(page, PASSPHRASE);
    await page.reload();
    await gate(page);
    for (let nth = 1; nth <= 5; nth += 1) {
      await unlock(page, `the wrong one, ${nth}`);
      await page.getByText(/This passphrase does not open it/).waitFor();
    }
    await page.getByText("Wait 1 s before the next try.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Open" }).isDisabled(), true);
    await unlock(page, PASSPHRASE);
    await page.getByRole("link", { name: "Settings" }).waitFor();
  }, { noise: [/preloaded using link preload but not used/] }));
