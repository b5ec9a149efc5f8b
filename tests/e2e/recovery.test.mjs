// Whatever state the stores and the program are in: the recovery page shows what is there, gives it out as it lies, and writes nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, pick, saved, shot, visiting } from "./support.mjs";
import { corrupted } from "./corrupted.mjs";

const N_STORES = process.env.SKILLSTEAD_LONG ? 1000 : 200;
/** The recovery page needs no program; and the offline copy has its own tests. */
const needs = "a store that is made before the page has started";

/** Counts whatever writes, from the page's first line on. */
const countWrites = (page) =>
  page.addInitScript(() => {
    window.writes = [];
    const watch = (owner, ...names) =>
      names.forEach((name) => {
        const real = owner.prototype[name];
        owner.prototype[name] = function (...values) {
          window.writes.push(name);
          return real.apply(this, values);
        };
      });
    watch(Storage, "setItem", "removeItem", "clear");
    watch(IDBObjectStore, "put", "add", "delete", "clear", "createIndex");
    watch(IDBDatabase, "createObjectStore", "deleteObjectStore");
    watch(IDBFactory, "deleteDatabase");
  });

/** Opens the recovery page, and waits until it has read everything. */
async function recovery(page, url) {
  await page.goto(`${url}recover.html`);
  await page.locator("#program:not(:empty)").waitFor({ timeout: 10_000 });
}

/** Puts a store in the place of what the site keeps, from a page of it that has no program. */
const fill = (page, store) =>
  page.evaluate(async ({ local, databases }) => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
      });
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) await done(indexedDB.deleteDatabase(name));
    for (const [key, text] of local) localStorage.setItem(key, text);
    const grow = (value) =>
      value?.bytes ? new Uint8Array(value.bytes) : Array.isArray(value) ? value.map(grow) : value;
    for (const { name, version, stores } of databases) {
      const request = indexedDB.open(name, version);
      request.onupgradeneeded = () => {
        for (const [store, records] of stores) {
          const made = request.result.createObjectStore(store);
          for (const [key, value] of records) made.put(grow(value), key);
        }
      };
      (await done(request)).close();
    }
  }, store);

/** A value as the file of everything holds it. */
const portable = (value) =>
  value?.bytes ? { base64: Buffer.from(value.bytes).toString("base64") } : Array.isArray(value) ? value.map(portable) : value;

/** Every record of a store, in the form that the file of everything has. */
const expected = ({ local, databases }) =>
  [
    ...local.filter(([key]) => key.startsWith("skillstead")).map(([key, text]) => ["localStorage", key, text]),
    ...databases.flatMap(({ name, stores }) =>
      stores.flatMap(([store, records]) => records.map(([key, value]) => [`${name} / ${store}`, String(key), portable(value)])),
    ),
  ].sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));

async function taken(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).first().click()]);
  return readFileSync(await download.path(), "utf8");
}

/** What *Download everything* hands to the browser. To wait for the file as well would take most of these tests' time. */
async function everything(page) {
  const text = await page.evaluate(() => {
    const { click } = HTMLAnchorElement.prototype;
    const { createObjectURL } = URL;
    let given;
    HTMLAnchorElement.prototype.click = () => {};
    URL.createObjectURL = (blob) => createObjectURL((given = blob));
    document.getElementById("take-all").click();
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
    return given.text();
  });
  return JSON.parse(text);
}

test(`${N_STORES} corrupted stores: everything is shown and given out as it lies, and nothing is written`, () =>
  visiting(
    async (page, { context, url }) => {
      const filler = await context.newPage();
      await recovery(filler, url);
      await countWrites(page);
      const times = [];
      for (let seed = 1; seed <= N_STORES; seed += 1) {
        const store = corrupted(seed);
        await fill(filler, store);
        await recovery(page, url);
        times.push(await page.evaluate(() => performance.now()));
        const { records, faults } = await everything(page);
        const given = records.map(({ place, key, value }) => [place, key, value]).sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
        assert.deepEqual(given, expected(store), `store ${seed}`);
        assert.deepEqual(faults, [], `store ${seed}`);
        assert.equal(await page.locator("#records tr").count(), records.length);
        // What was broken on purpose is never called whole.
        const wrong = records.filter(({ key, state }) => state === "whole" && store.broken.includes(key));
        assert.deepEqual(wrong, [], `store ${seed}`);
        assert.deepEqual(await page.evaluate(() => window.writes), [], `store ${seed}`);
      }
      times.sort((a, b) => a - b);
      console.log(`recovery: everything is shown after ${times[times.length >> 1].toFixed(0)} ms in the middle, ${times.at(-1).toFixed(0)} ms at worst`);
    },
    { needs },
  ));

test("the program meets corrupted stores too: it starts or says why not, and no byte of them is gone", () =>
  visiting(
    async (page, { context, url }) => {
      const filler = await context.newPage();
      await recovery(filler, url);
      await recovery(page, url);
      for (let seed = 1; seed <= N_STORES; seed += 10) {
        const store = corrupted(seed);
        await fill(filler, store);
        await page.goto(url);
        await page.locator("header nav, #boot-failed:not([hidden]), #broken[open]").first().waitFor();
        await recovery(page, url);
        const texts = (await everything(page)).records.map(({ value }) => JSON.stringify(value));
        const broken = expected(store).filter(([, key]) => store.broken.includes(key));
        for (const [place, key, value] of broken) assert.ok(texts.includes(JSON.stringify(value)), `store ${seed}: ${place} ${key} is gone`);
      }
    },
    { needs },
  ));

const broken = {
  "local storage is blocked": () =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    }),
  "IndexedDB is not there": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "IndexedDB does not open": () => (IDBFactory.prototype.open = () => ({})),
  "IndexedDB refuses": () =>
    (IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    }),
  "WebAssembly is missing": () => delete window.WebAssembly,
  "nothing reckons checksums": () => Object.defineProperty(crypto, "subtle", { value: undefined }),
};

for (const [name, breaks] of Object.entries(broken)) {
  test(`where ${name} the rest is there`, () =>
    visiting(
      async (page, { context, url }) => {
        const filler = await context.newPage();
        await recovery(filler, url);
        await fill(filler, corrupted(1));
        await page.addInitScript(breaks);
        await recovery(page, url);
        const { records, faults } = await everything(page);
        const places = new Set(records.map(({ place }) => place));
        assert.equal(places.has("localStorage"), !name.includes("local storage"));
        assert.equal([...places].some((place) => place.includes("/")), !name.includes("IndexedDB"));
        assert.equal(faults.length > 0, /local storage|IndexedDB/.test(name));
      },
      { needs },
    ));
}

async function enter(page) {
  await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
  await saved(page);
}

test("a sound document is called whole, one record can be taken, and starting fresh asks twice", () =>
  visiting(async (page, { url }) => {
    await enter(page);
    await page.evaluate(() => localStorage.setItem("another.app", "stays"));
    await page.goto(`${url}recover.html`);
    const slot = page.getByRole("row", { name: /^skillstead\.[ab] / }).first();
    await slot.getByText("whole").waitFor();
    await accessible(page, "recovery");
    await shot(page, "recovery");
    const [key, text] = await page.evaluate(() => Object.entries(localStorage).find(([key]) => /^skillstead\.[ab]$/.test(key)));
    const remove = page.getByRole("button", { name: "Delete everything here" });
    await page.getByLabel("The word").fill("delete");
    assert.equal(await remove.isDisabled(), true, "nothing was downloaded yet");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Download ${key}` }).click()]);
    assert.equal(readFileSync(await download.path(), "utf8"), text);
    await page.getByLabel("The word").fill("delet");
    assert.equal(await remove.isDisabled(), true, "the word is not there yet");
    await page.getByLabel("The word").fill("delete");
    await remove.click();
    await page.getByText("Everything is deleted").waitFor();
    await page.getByText("There is nothing of Skillstead here.").waitFor();
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["another.app"]);
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).length), 0);
    await page.getByRole("link", { name: "Open Skillstead" }).click();
    await page.getByRole("combobox", { name: "I work as" }).waitFor();
  }));

test("the recovery page speaks Spanish where the browser does", () =>
  visiting(
    async (page, { url }) => {
      await page.goto(`${url}recover.html`);
      await page.getByRole("heading", { level: 1, name: "Recuperación" }).waitFor();
      await page.getByText("Aquí no hay nada de Skillstead.").waitFor();
      await page.getByText("Recovery").waitFor({ state: "hidden" });
    },
    { context: { locale: "es-ES" } },
  ));

test("a program that breaks off says so, writes nothing more, and gives out what was kept", () =>
  visiting(
    async (page) => {
      await enter(page);
      await countWrites(page);
      await page.reload();
      await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
      await saved(page);
      // What the program draws with fails under it.
      await page.evaluate(() => {
        Node.prototype.cloneNode = () => {
          throw new Error("taken away");
        };
      });
      await page.getByRole("link", { name: "Explore", exact: true }).click();
      await page.getByRole("dialog", { name: "The program has broken off" }).waitFor();
      await page.keyboard.press("Escape");
      await accessible(page, "broken off");
      await shot(page, "broken-off");
      const before = await page.evaluate(() => [window.writes.length, JSON.stringify(localStorage)]);
      await page.evaluate(() => ["blur", "pagehide", "visibilitychange"].forEach((name) => dispatchEvent(new Event(name))));
      await page.waitForTimeout(1500);
      assert.deepEqual(await page.evaluate(() => [window.writes.length, JSON.stringify(localStorage)]), before);
      const { records } = JSON.parse(await taken(page, "Download what is saved"));
      assert.ok(records.some(({ state, value }) => state === "whole" && String(value).includes('"current":"bookkeeper"')));
      await page.getByRole("link", { name: "Recovery" }).click();
      await page.getByRole("heading", { level: 1, name: "Recovery" }).waitFor();
    },
    { noise: [/taken away/, /RuntimeError/, /panicked/] },
  ));

test("a page that cannot start leads to recovery: at once where it knows, after eight seconds where it does not", () =>
  visiting(
    async (page, { context, url }) => {
      const link = (box) => page.locator(box).getByRole("link", { name: "See and download what is saved" });
      await page.addInitScript(() => delete window.WebAssembly);
      await page.reload();
      await link("#boot-failed").click();
      await page.getByRole("heading", { level: 1, name: "Recovery" }).waitFor();

      await context.route(/boot\.mjs/, (route) => route.abort());
      await page.goto(url);
      assert.equal(await link(".late").isVisible(), false);
      await link(".late").waitFor({ timeout: 10_000 });
      await accessible(page, "late");
    },
    { noise: [/WebAssembly/, /ERR_FAILED/, /was preloaded/], needs: "files that do not come" },
  ));
