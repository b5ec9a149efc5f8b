// Nothing that was acknowledged is lost: kills, tabs, evictions, places that fail. SKILLSTEAD_LONG makes more of each.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { dist, flags, pick, saved, visiting } from "./support.mjs";

const times = (each, long) => (process.env.SKILLSTEAD_LONG ? long : each);

/** To the page on which each edit adds something that can be counted: a week with other hours than usual. */
async function begin(page) {
  await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
  await saved(page);
  await plan(page);
}

async function plan(page) {
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByText("Weeks off and busy weeks").waitFor();
}

/** Adds the nth week, as the form does. */
const edit = (page, nth) =>
  page.evaluate((nth) => {
    const form = [...document.querySelectorAll("details.weeks form")].find((form) => form.querySelectorAll("input[type=date]").length === 2);
    const monday = new Date(Date.UTC(2027, 0, 4 + 7 * nth)).toISOString().slice(0, 10);
    // Other hours than the week before and after, so that they stay two.
    for (const [input, value] of [...form.querySelectorAll("input")].map((input, at) => [input, [monday, monday, String(nth % 2)][at]])) {
      input.value = value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    form.requestSubmit();
  }, nth);

/** The document with the highest generation that either place has, read past the page. */
const stored = (page) =>
  page.evaluate(async () => {
    const texts = ["skillstead.a", "skillstead.b"].map((key) => localStorage.getItem(key));
    const database = await new Promise((resolve) => (indexedDB.open("skillstead").onsuccess = ({ target }) => resolve(target.result)));
    const store = database.transaction("document").objectStore("document");
    for (const slot of ["a", "b"]) texts.push(await new Promise((resolve) => (store.get(slot).onsuccess = ({ target }) => resolve(target.result))));
    database.close();
    const all = texts.filter(Boolean).map((text) => JSON.parse(text));
    const best = all.reduce((best, one) => (one.generation > best.generation ? one : best));
    const mondays = Object.keys(best.document.arrangement?.weeks ?? {}).sort();
    return { generation: best.generation, mondays, weeks: mondays.length };
  });

test("of two tabs one writes, the other follows and can take over", () =>
  visiting(async (page, { context, url }) => {
    await begin(page);
    const other = await context.newPage();
    await other.goto(`${url}#/plan`);
    await other.getByText("This page follows another tab").waitFor();
    await edit(page, 0);
    await saved(page);
    await other.getByText("As usual again").waitFor({ state: "attached" });
    // A change here is refused, said, and not there afterwards.
    await edit(other, 2);
    await other.getByText(/Your change was not taken/).waitFor();
    assert.equal((await stored(page)).weeks, 1);
    await other.getByRole("button", { name: "Edit here" }).click();
    await other.getByText("This page follows another tab").waitFor({ state: "detached" });
    await page.getByText("This page follows another tab").waitFor();
    await edit(other, 4);
    await saved(other);
    await page.waitForFunction(() => document.body.textContent.split("As usual again").length === 3);
    assert.equal((await stored(page)).weeks, 2);
    // Whoever writes goes: the next in line writes.
    await other.close();
    await page.getByText("This page follows another tab").waitFor({ state: "detached" });
    await edit(page, 6);
    await saved(page);
    assert.equal((await stored(page)).weeks, 3);
    // Also from what it could not save any more.
    const third = await context.newPage();
    await third.goto(`${url}#/plan`);
    await third.getByText("This page follows another tab").waitFor();
    await edit(page, 8);
    await page.close();
    await third.getByText("This page follows another tab").waitFor({ state: "detached" });
    await third.waitForFunction(() => document.body.textContent.split("As usual again").length === 5);
    await saved(third);
    assert.equal((await stored(third)).weeks, 4);
  }));

test("several tabs in turn lose no edit", () =>
  visiting(async (page, { context, url }) => {
    const [nTabs, nEdits, inTurn] = [times(4, 8), times(100, 200), 10];
    await begin(page);
    const tabs = [page];
    while (tabs.length < nTabs) {
      const tab = await context.newPage();
      await tab.goto(`${url}#/plan`);
      await tab.getByText("This page follows another tab").waitFor();
      tabs.push(tab);
    }
    let n = 0;
    while (n < nTabs * nEdits) {
      for (const tab of tabs) {
        if (await tab.getByText("This page follows another tab").isVisible()) {
          await tab.getByRole("button", { name: "Edit here" }).click();
          await tab.getByText("This page follows another tab").waitFor({ state: "detached" });
        }
        // The last edits of a turn are not waited for: who takes over waits for them.
        for (let at = 0; at < inTurn; at += 1) await edit(tab, n++);
      }
    }
    await saved(tabs[nTabs - 1]);
    assert.equal((await stored(page)).weeks, n);
  }));

/** A browser whose profile outlives it: it can be killed, and started again. `visit` is given the folder of the profile, the way to open the
 * plan in it, and the way to kill it. */
async function surviving(visit) {
  const folder = mkdtempSync(join(tmpdir(), "skillstead-kill-"));
  const server = await serve(dist);
  let context;
  const open = async () => {
    const isFirst = !context;
    context = await chromium.launchPersistentContext(folder, { executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(isFirst ? server.url : `${server.url}#/plan`);
    if (isFirst) await begin(page);
    else await page.getByText("Weeks off and busy weeks").waitFor();
    return page;
  };
  const kill = () => process.kill(browserPid(folder), "SIGKILL");
  const end = async () => {
    await context.close().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  try {
    await visit({ folder, open, kill, end });
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const isSaved = (page) => page.waitForFunction(() => document.querySelector(".saved").textContent === "Saved on this device");

test("a browser that is killed while it saves loses nothing that it said was saved", () =>
  surviving(async ({ open, kill, end }) => {
    let acknowledged = 0;
    let next = 0;
    for (let round = 0; round <= times(30, 200); round += 1) {
      const page = await open();
      const { weeks } = await stored(page);
      assert.ok(weeks >= acknowledged, `round ${round}: ${weeks} of ${acknowledged}`);
      acknowledged = weeks;
      next = Math.max(next, weeks);
      let isDead = false;
      setTimeout(() => ((isDead = true), kill()), 300 + Math.random() * 1500);
      try {
        while (!isDead) {
          await edit(page, next++);
          await isSaved(page);
          acknowledged += 1;
        }
      } catch (error) {
        assert.ok(isDead, error);
      }
      await end();
    }
  }));

// Chromium goes on with the log of its database where a crash has left a record half written. What is saved behind it was lost at the next
// start: of 200 kills one had lost three saves that way, and more of them lose the database as a whole.
test("what is saved behind a record that a crash has left half written is there at the next start", () =>
  surviving(async ({ folder, open, kill, end }) => {
    let n = 0;
    const more = async (page, upTo) => {
      for (; n < upTo; n += 1) {
        await edit(page, n);
        await isSaved(page);
      }
    };
    await more(await open(), 2);
    kill();
    await end();
    const databases = join(folder, "Default/IndexedDB");
    const database = join(databases, readdirSync(databases).find((name) => name.endsWith(".leveldb")));
    const log = readdirSync(database).filter((name) => name.endsWith(".log")).sort().at(-1);
    // The head of a record of 6,000 bytes, none of which follows.
    appendFileSync(join(database, log), Buffer.from([1, 2, 3, 4, 0x70, 0x17, 1]));
    // A few saves would be lost behind it, and forty fill the block that it stands in.
    for (const upTo of [5, 45]) {
      const page = await open();
      assert.equal((await stored(page)).weeks, n);
      await more(page, upTo);
      kill();
      await end();
    }
    assert.equal((await stored(await open())).weeks, n);
    kill();
    await end();
  }));

/** The browser's own process, by the folder of its profile. */
function browserPid(folder) {
  const lines = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");
  const own = lines.find((line) => line.includes(`--user-data-dir=${folder}`) && !line.includes("--type="));
  return Number(own.trim().split(" ")[0]);
}

// The first module's save was on its way when the whole read what there was: the whole went on from the generation before, its own save was
// refused as if another tab had written, and the plan that had been followed in that moment was put aside for what the first had saved.
test("what is changed while the first module's save is on its way is saved", () =>
  visiting(
    async (page) => {
      await pick(page, "I work as", "bookkeeper", /^Bookkeeper/);
      await pick(page, "I would like to", "payroll clerk", /^Payroll clerk/);
      await page.getByRole("button", { name: "See my way" }).click();
      await page.waitForTimeout(400);
      await page.evaluate(() => (window.holdsBack = false));
      await page.getByRole("link", { name: "See my plan" }).click();
      await page.getByRole("button", { name: "Follow this plan" }).click();
      await page.evaluate(() => window.letGo());
      await page.getByText("This is the plan that you follow.").waitFor();
      await saved(page);
      await page.reload();
      await page.getByText("This is the plan that you follow.").waitFor();
      assert.equal(await page.getByText(/another tab/i).count(), 0);
    },
    {
      // The database opens for the first module when it is told to.
      before: (page) =>
        page.addInitScript(() => {
          const open = IDBFactory.prototype.open;
          const held = [];
          window.holdsBack = !localStorage.getItem("skillstead.used");
          window.letGo = () => held.splice(0).forEach((request) => request.dispatchEvent(new Event("success")));
          IDBFactory.prototype.open = function (...asked) {
            const request = open.apply(this, asked);
            if (window.holdsBack)
              request.addEventListener("success", (event) => {
                if (!event.isTrusted) return;
                event.stopImmediatePropagation();
                held.push(request);
              });
            return request;
          };
        }),
      needs: "a visit of the first module",
    },
  ));

test("what is typed just before the page is left is still there", () =>
  visiting(async (page, { url }) => {
    await begin(page);
    const leave = [() => page.reload(), () => page.goto("about:blank").then(() => page.goto(`${url}#/plan`))];
    for (let n = 0; n < times(20, 100); n += 1) {
      await edit(page, n);
      await leave[n % 2]();
      await page.getByText("Weeks off and busy weeks").waitFor();
      await saved(page);
      assert.equal((await stored(page)).weeks, n + 1);
    }
  }));

// The page that was left still held the right to write when it was opened anew: what it had left was shown, then given up for what the journal had.
test("what is typed just before the page is left is still there where the right to write comes late", () =>
  visiting(
    async (page) => {
      const grant = () => page.evaluate(() => window.grant());
      await grant();
      await page.waitForFunction(() => document.documentElement.dataset.tab === "writer");
      await page.getByText(/roles and [\d,]+ titles are on this device/).waitFor();
      await begin(page);
      for (let n = 0; n < 5; n += 1) {
        await edit(page, n);
        await page.reload();
        await page.getByText("Weeks off and busy weeks").waitFor();
        await page.getByText("This page follows another tab").waitFor();
        await grant();
        await page.getByText("This page follows another tab").waitFor({ state: "detached" });
        await saved(page);
        assert.equal((await stored(page)).weeks, n + 1);
      }
    },
    {
      before: (page) =>
        page.addInitScript(() => {
          const request = LockManager.prototype.request;
          const granted = new Promise((done) => (window.grant = done));
          LockManager.prototype.request = async function (name, options, does) {
            if (options.ifAvailable) return does(null);
            await granted;
            return request.call(this, name, options, does);
          };
        }),
    },
  ));

test("what a browser takes away while the page is open is written again", () =>
  visiting(async (page, { context, url }) => {
    await begin(page);
    await edit(page, 0);
    await saved(page);
    const session = await context.newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "indexeddb,local_storage" });
    await edit(page, 2);
    await page.getByText("Saving…").waitFor({ state: "detached" });
    await saved(page);
    assert.equal((await stored(page)).weeks, 2);
  }));

test("either place alone has everything; where both are gone that is said, and it is no first visit", () =>
  visiting(async (page) => {
    await begin(page);
    await edit(page, 0);
    await saved(page);
    const dropDatabase = () =>
      page.evaluate(async () => {
        const database = await new Promise((resolve) => (indexedDB.open("skillstead").onsuccess = ({ target }) => resolve(target.result)));
        const transaction = database.transaction("document", "readwrite");
        transaction.objectStore("document").clear();
        await new Promise((resolve) => (transaction.oncomplete = resolve));
        database.close();
      });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByText("As usual again").waitFor({ state: "attached" });
    await dropDatabase();
    await page.reload();
    await page.getByText("As usual again").waitFor({ state: "attached" });
    assert.equal((await stored(page)).weeks, 1);
    await dropDatabase();
    await page.evaluate(() => ["a", "b"].forEach((slot) => localStorage.removeItem(`skillstead.${slot}`)));
    await page.reload();
    await page.getByText("Your browser has removed this site's data").waitFor();
    await page.getByRole("link", { name: "Restore from a file" }).click();
    await page.getByRole("heading", { level: 1, name: "Your data, your way" }).waitFor();
  }));

test("a database that never opens leaves the page with one place, and says so", () =>
  visiting(
    async (page) => {
      await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
      await page.getByRole("button", { name: "See my way" }).click();
      await page.getByText("Saved here, not protected").first().waitFor();
      await page.reload();
      await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    },
    { before: (page) => page.addInitScript(() => (IDBFactory.prototype.open = () => new EventTarget())) },
  ));

test("a change of what turns out to be older is offered beside the newer, and is still when the page is opened anew", () => {
  let isLate = false;
  return visiting(
    async (page) => {
      await begin(page);
      for (const n of [0, 2]) {
        await edit(page, n);
        await saved(page);
      }
      // The local place is one save behind, as after a crash, and the database opens too late to be read.
      await page.evaluate(() => {
        const slots = ["skillstead.a", "skillstead.b"].sort((a, b) => JSON.parse(localStorage.getItem(a)).generation - JSON.parse(localStorage.getItem(b)).generation);
        localStorage.removeItem(slots[1]);
      });
      isLate = true;
      await page.reload();
      await page.getByText("Weeks off and busy weeks").waitFor();
      await edit(page, 4);
      await page.getByText("Something is kept beside your data").waitFor();
      await saved(page);
      assert.deepEqual((await stored(page)).mondays, ["2027-01-04", "2027-01-18"]);
      isLate = false;
      await page.reload();
      await page.getByText("Something is kept beside your data").waitFor();
      assert.match(await page.evaluate(() => localStorage.getItem("skillstead.aside.1")), /2027-02-01/);
      assert.deepEqual((await stored(page)).mondays, ["2027-01-04", "2027-01-18"]);
    },
    {
      before: async (page) => {
        await page.exposeFunction("isLate", () => isLate);
        await page.addInitScript(() => {
          const { open } = IDBFactory.prototype;
          const late = self.isLate();
          // For 2.5 s after the page was opened; whoever asks then waits for that.
          IDBFactory.prototype.open = function (...words) {
            const proxy = new EventTarget();
            late.then((late) => setTimeout(() => {
              const request = open.apply(this, words);
              for (const type of ["success", "error", "upgradeneeded", "blocked"]) {
                request.addEventListener(type, (event) => {
                  for (const key of ["result", "transaction", "error"]) Object.defineProperty(proxy, key, { configurable: true, get: () => request[key] });
                  proxy[`on${type}`]?.(event);
                });
              }
            }, late ? Math.max(0, 2_500 - performance.now()) : 0));
            return proxy;
          };
        });
      },
    },
  );
});

test("an earlier version is restored, and that can be undone", () =>
  visiting(async (page) => {
    await begin(page);
    await edit(page, 0);
    await saved(page);
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: /^Restore the version of/ }).first().click();
    await saved(page);
    await page.waitForFunction(() => document.querySelectorAll("ul.done button").length >= 2);
    await page.getByRole("button", { name: "Undo" }).click();
    await saved(page);
    assert.equal((await stored(page)).weeks, 1);
  }));

// A tab that follows kept what it showed, and wrote all of it again once it was its turn to write.
test("what is wiped in one tab does not come back from another", () =>
  visiting(async (page, { context, url }) => {
    await begin(page);
    await edit(page, 0);
    await saved(page);
    const other = await context.newPage();
    await other.goto(`${url}#/plan`);
    await other.getByText("This page follows another tab").waitFor();
    await other.getByText("As usual again").waitFor({ state: "attached" });
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Delete everything…" }).click();
    await page.getByRole("button", { name: "Delete everything", exact: true }).click();
    await page.getByText("Everything was deleted from this device.").waitFor();
    await other.getByText("As usual again").waitFor({ state: "detached" });
    await page.close();
    await other.goto(url);
    await pick(other, "I work as", "accountant", /Accountant/);
    await other.getByRole("button", { name: "See my way" }).click();
    await saved(other);
    assert.equal((await stored(other)).weeks, 0);
  }));

// Twenty answers, and undo held down: no single step took half of the document away, all of them together did, and the save was refused.
test("many changes that are undone at once are saved", () =>
  visiting(async (page, { url }) => {
    await begin(page);
    await page.goto(`${url}#/skills`);
    await page.getByRole("group").nth(11).waitFor();
    const answer = ([from, to]) => {
      for (const group of [...document.querySelectorAll("fieldset")].slice(from, to)) [...group.querySelectorAll("input[type=radio]")].at(2)?.click();
    };
    for (let from = 0; from < 12; from += 1) await page.evaluate(answer, [from, from + 1]);
    await saved(page);
    await page.evaluate(async () => {
      for (let n = 0; n < 9; n += 1) {
        document.querySelector("button[aria-label=Undo]").click();
        await new Promise((done) => setTimeout(done, 10));
      }
    });
    await page.getByText("Saving").waitFor({ state: "detached" });
    await saved(page);
    const ratings = await page.evaluate(() => {
      const texts = ["skillstead.a", "skillstead.b"].map((key) => JSON.parse(localStorage.getItem(key)));
      return Object.keys(texts.sort((a, b) => b.generation - a.generation)[0].document.ratings ?? {}).length;
    });
    assert.equal(ratings, 3);
  }));

// A large document is made ready in a worker; where that did not come, nothing was saved any more.
test("a large organisation is saved also where the worker that makes it ready does not come", () =>
  visiting(
    async (page, { context, url }) => {
      await context.route(/keeper/, (route) => route.abort());
      await page.goto(`${url}organisation.html#/people`);
      const skills = ["Statistics", "Spreadsheets", "Bookkeeping", "Project management", "Negotiation"];
      const rows = Array.from({ length: 9_000 }, (_, nth) => [`p${nth}`, `Person number ${nth}`, ...skills.map((_, at) => (nth + at) % 6)]);
      const text = [["Code", "Employee", ...skills], ...rows].map((row) => row.join(",")).join("\n");
      await page.locator("label:has-text('Choose files…') input:enabled").setInputFiles({ name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Check them" }).click();
      await page.getByRole("button", { name: /Go on|Take them in/ }).first().click();
      const take = page.getByRole("button", { name: "Take them in" });
      if (await take.count()) await take.click();
      await page.getByText("People shown: 9,000").waitFor();
      await saved(page);
      await page.reload();
      await page.getByText("People shown: 9,000").waitFor();
    },
    { needs: "a network that fails", noise: [/keeper/, /ERR_FAILED/] },
  ));
