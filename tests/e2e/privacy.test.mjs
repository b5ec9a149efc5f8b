// What a person can check for themselves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, pick, saved, shot, visiting } from "./support.mjs";

const open = async (page) => {
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Privacy" }).click();
  await page.getByRole("heading", { level: 1, name: "Privacy" }).waitFor();
};

async function begin(page) {
  await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
  await saved(page);
}

test("what is kept and what was asked for is listed; deleted, it is gone from the list", () =>
  visiting(async (page) => {
    await begin(page);
    await open(page);
    const place = (name) => page.getByRole("row").filter({ hasText: name });
    await place("skillstead / document").waitFor();
    await place("localStorage").waitFor();
    await page.getByText(/Requests since it was opened: \d+, all of them for files of this site/).waitFor();
    const files = await page.getByRole("region", { name: "What this page has asked for" }).getByRole("rowheader").allTextContents();
    for (const file of ["./", "boot.mjs", "tabs.mjs"]) assert.ok(files.includes(file), `${file} of ${files}`);
    // The list grows while one looks.
    const n = files.length;
    await page.evaluate(() => fetch("icon.svg"));
    await page.waitForFunction((n) => document.querySelectorAll(".requests tbody tr").length > n, n);
    await accessible(page);
    await shot(page, "privacy");
    await page.getByRole("button", { name: "Delete everything…" }).click();
    await page.getByRole("button", { name: "Delete everything", exact: true }).click();
    await place("skillstead / document").waitFor({ state: "detached" });
    const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== "skillstead.settings"));
    assert.deepEqual(left, []);
  }));

test("a backup is due after twenty saves; it can be put off, and a download answers it", () =>
  visiting(async (page) => {
    await begin(page);
    // As after so many saves: what counts is the generation.
    await page.evaluate(async () => {
      localStorage.setItem("skillstead.backup", JSON.stringify({ generation: 0, on: "2020-01-01" }));
    });
    await page.reload();
    const due = page.getByText("Your data is in this browser alone");
    await due.waitFor();
    await page.getByRole("button", { name: "Later" }).click();
    await due.waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    assert.equal(await due.count(), 0);
    await open(page);
    await page.getByText(/Downloaded on 1 Jan 2020; changes since then: \d+/).waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download my data" }).click()]);
    assert.match(file.suggestedFilename(), /^skillstead-.*\.json$/);
    await page.getByText(/changes since then: 0/).waitFor();
  }));

test("a chosen file is kept up to date, also after a restart", () =>
  visiting(
    async (page) => {
      await begin(page);
      await open(page);
      await page.getByRole("button", { name: "Choose a file" }).click();
      await page.getByText("mine.json is kept up to date.").waitFor();
      const written = () => page.evaluate(async () => (await (await (await navigator.storage.getDirectory()).getFileHandle("mine.json")).getFile()).text());
      const until = async (n) => {
        for (let tries = 0; tries < 200; tries += 1) {
          // Just while it is replaced there is none.
          const text = await written().catch(() => "");
          if (text && JSON.parse(text).generation >= n) return JSON.parse(text);
          await page.waitForTimeout(50);
        }
        throw new Error(`never ${n}`);
      };
      const first = await until(1);
      await page.getByRole("link", { name: "My skills" }).click();
      await page.getByRole("radio").first().check();
      await saved(page);
      assert.ok((await until(first.generation + 1)).document);
      await page.reload();
      await open(page);
      await page.getByText(/mine\.json is (kept up to date|not written)/).waitFor();
      await page.getByRole("button", { name: "Write it no more" }).click();
      await page.getByRole("button", { name: "Choose a file" }).waitFor();
      await accessible(page);
    },
    {
      // The dialog itself is the browser's: here it answers with a file of the site's own folder, which is written in the same way.
      before: (page) =>
        page.addInitScript(() => {
          window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle("mine.json", { create: true });
        }),
    },
  ));
