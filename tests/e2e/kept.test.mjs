// What is entered is kept, can be taken out and in again, and is never overwritten unread.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pick, saved, visiting } from "./support.mjs";

async function enter(page) {
  await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
  await saved(page);
}

const settings = (page) => page.getByRole("link", { name: "Settings" }).click();

test("out as a file, deleted, in again, and the import can be undone", () =>
  visiting(async (page) => {
    await enter(page);
    await settings(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download my data" }).click()]);
    const text = readFileSync(await download.path(), "utf8");
    assert.match(download.suggestedFilename(), /^skillstead-\d{4}-\d\d-\d\d\.json$/);
    assert.equal(JSON.parse(text).document.current, "bookkeeper");

    await page.getByRole("button", { name: "Delete everything…" }).click();
    await page.getByRole("button", { name: "Delete everything", exact: true }).click();
    await page.getByText("Everything was deleted from this device.").waitFor();
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== "skillstead.settings")), []);

    const folder = mkdtempSync(join(tmpdir(), "skillstead-e2e-"));
    const file = (name, content) => (writeFileSync(join(folder, name), content), join(folder, name));
    const input = page.getByLabel("Take in a file…");
    await input.setInputFiles(file("cut.json", text.slice(0, -9)));
    await page.getByText(/This is not a file that Skillstead has written. Nothing has changed./).waitFor();
    await input.setInputFiles(file("changed.json", text.replace("bookkeeper", "accountant")));
    await page.getByText(/The file was changed or cut/).waitFor();
    await input.setInputFiles(file("mine.json", text));
    await page.getByText(/mine.json holds/).waitFor();
    await page.getByRole("button", { name: "Replace what I have" }).click();
    await saved(page);
    await page.getByRole("link", { name: "Gap", exact: true }).click();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { name: "Say what you do first" }).waitFor();
  }));

test("damaged data is set aside for download, and the last good version is shown", () =>
  visiting(async (page) => {
    await enter(page);
    const kept = await page.evaluate(() => {
      const slots = ["skillstead.a", "skillstead.b"].filter((key) => localStorage.getItem(key));
      const damaged = localStorage.getItem(slots[0]).replace("bookkeeper", "bookkeepex");
      localStorage.setItem(slots[0], damaged);
      return damaged;
    });
    await page.reload();
    await page.getByText("Something is kept beside your data").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download what was set aside" }).click()]);
    assert.equal(readFileSync(await download.path(), "utf8"), kept);
    const aside = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("aside")).map(([, text]) => text));
    assert.deepEqual(aside, [kept]);
    // It is offered until the person lets it go.
    await page.reload();
    await page.getByRole("button", { name: "Delete it from here" }).click();
    await page.getByText("Something is kept beside your data").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("aside"))), false);
  }));

test("data of a newer version is left as it is", () =>
  visiting(async (page) => {
    await enter(page);
    await page.evaluate(async () => {
      const document = '{"future":true}';
      const bytes = new TextEncoder().encode(`99 7 ${document}`);
      const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      localStorage.setItem("skillstead.a", `{"skillstead":99,"generation":7,"sha256":"${hash}","document":${document}}`);
      localStorage.removeItem("skillstead.b");
    });
    const newer = await page.evaluate(() => localStorage.getItem("skillstead.a"));
    await page.reload();
    await page.getByRole("link", { name: "Skillstead, start" }).click();
    await pick(page, "I work as", "accountant", /Accountant/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByText(/written by a newer version of Skillstead/).first().waitFor();
    assert.equal(await page.evaluate(() => localStorage.getItem("skillstead.a")), newer);
  }));

test("where storage is blocked the page works in memory and says so", () =>
  visiting(
    async (page) => {
      await page.getByText(/does not let this page keep anything/).waitFor();
      await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
      await page.getByRole("button", { name: "See my way" }).click();
      await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
      await page.getByText("Not saved").first().waitFor();
    },
    {
      before: (page) =>
        page.addInitScript(() =>
          ["localStorage", "indexedDB"].forEach((name) =>
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException("blocked", "SecurityError");
              },
            }),
          ),
        ),
    },
  ));

test("a storage that is full when the page opens still shows what it holds", () =>
  visiting(async (page) => {
    await enter(page);
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.reload();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
  }));

test("a full storage is said, and what was saved before stays", () =>
  visiting(async (page) => {
    await enter(page);
    await page.evaluate(() => {
      const real = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (key.startsWith("skillstead.") && !window.roomAgain) throw new DOMException("full", "QuotaExceededError");
        return real.call(this, key, text);
      };
    });
    const before = await page.evaluate(() => localStorage.getItem("skillstead.b"));
    await page.getByRole("link", { name: "Skillstead, start" }).click();
    await pick(page, "I work as", "accountant", /Accountant/);
    await page.getByRole("button", { name: "See my way" }).click();
    await page.getByText(/has no room left for this page/).waitFor();
    assert.equal(await page.evaluate(() => localStorage.getItem("skillstead.b")), before);
    // It is tried again by itself, and the warning goes.
    await page.evaluate(() => (window.roomAgain = true));
    await page.getByText(/has no room left for this page/).waitFor({ state: "detached", timeout: 10_000 });
    await saved(page);
  }));
