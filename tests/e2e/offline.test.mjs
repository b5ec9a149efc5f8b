// The offline copy: there after the first visit, of one build and never of two, replaced when the person says so, and taken away.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { filesIn, list } from "../../scripts/list.mjs";
import { serve } from "../../scripts/serve.mjs";
import { chromium, dist, flags, kept, pick, root, saved, shot } from "./support.mjs";

const folder = (name) => join(mkdtempSync(join(tmpdir(), "skillstead-e2e-")), name);
const source = (name) => readFileSync(join(root, "src/ui/offline", name), "utf8");
const nameOf = (site) => JSON.parse(readFileSync(join(site, "build.json"), "utf8")).build;
const keptIn = (site) => Object.keys(JSON.parse(/= (\{[^]*?\n\});/.exec(readFileSync(join(site, "sw.js"), "utf8"))[1]).files);

/** Another build: its page, its starter, a worker, the sheet with its name, and what follows from them have changed. */
function secondBuild() {
  const site = folder("b");
  cpSync(dist, site, { recursive: true });
  filesIn(site).filter((path) => path.endsWith(".br")).forEach((path) => rmSync(join(site, path)));
  const change = (path, how) => writeFileSync(join(site, path), how(readFileSync(join(site, path), "utf8")));
  const sum = (path) => `sha384-${createHash("sha384").update(readFileSync(join(site, path))).digest("base64")}`;
  const before = nameOf(site);
  const build = [...before].reverse().join("");
  const sheet = filesIn(site).find((path) => path.startsWith("style-"));
  const renamed = `style-${"0123456789abcdef"}.css`;
  const [oldSheet, oldBoot] = [sum(sheet), sum("boot.mjs")];
  for (const path of ["boot.mjs", "reader.js", sheet]) change(path, (text) => `${text}\n/* b */`);
  renameSync(join(site, sheet), join(site, renamed));
  const follow = (html) =>
    html.replaceAll(before, build).replaceAll(sheet, renamed).replaceAll(oldSheet, sum(renamed)).replaceAll(oldBoot, sum("boot.mjs"));
  change("index.html", follow);
  change("recover.html", follow);
  list(site, build, source("sw.js"));
  return site;
}
const A = dist;
const B = secondBuild();

const FAULTS = {
  missing: (path) => rmSync(path),
  "a page instead": (path) => writeFileSync(path, "<!doctype html><title>Sign in</title><p>Welcome to the wireless network."),
  truncated: (path) => writeFileSync(path, readFileSync(path).subarray(0, -7)),
};

/** Visits a site whose files can be changed meanwhile. */
async function hosting(visit, options = {}) {
  const site = folder("site");
  const deploy = (build) => {
    rmSync(site, { recursive: true, force: true });
    cpSync(build, site, { recursive: true });
    filesIn(site).filter((path) => path.endsWith(".br")).forEach((path) => rmSync(join(site, path)));
    // What the browser has kept by itself would stand in for a file that has gone wrong here.
    const headers = readFileSync(join(site, "_headers"), "utf8");
    writeFileSync(join(site, "_headers"), headers.replaceAll("public, max-age=31536000, immutable", "no-store"));
  };
  deploy(A);
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
  const context = await browser.newContext({ locale: "en-GB", ...options });
  try {
    await visit({ page: await context.newPage(), context, url: server.url, deploy, spoil: (path, fault) => FAULTS[fault](join(site, path)), site, stop: () => server.close() });
  } finally {
    await browser.close();
    await server.close();
  }
}

const running = (page) => page.evaluate(() => document.getElementById("boot").dataset.build);
const stored = (page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
const copies = (page) => page.evaluate(() => caches.keys());
/** A browser looks for a newer build by itself when a page is opened: what it begins then is gone again when that has failed. */
async function settled(page, wanted, about) {
  for (let tries = 0; tries < 100 && (await copies(page)).join() !== wanted.join(); tries += 1) await page.waitForTimeout(50);
  assert.deepEqual(await copies(page), wanted, about);
}
const started = (page) => page.getByRole("navigation").waitFor();
/** Asks for a newer build, and says what has become of it. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const coming = registration.installing ?? registration.waiting;
    while (coming?.state === "installing") await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
    return coming?.state ?? "none";
  });

async function enter(page, url) {
  await page.goto(url);
  await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
  await saved(page);
  await kept(page);
}

test("after the first visit everything works without a network", () =>
  hosting(async ({ page, context, url, stop }) => {
    await enter(page, url);
    await stop();
    await context.setOffline(true);
    await page.reload();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    for (const hash of ["plan", "explore", "catalogue", "settings"]) {
      await page.goto(`${url}#/${hash}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await page.goto(`${url}recover.html`);
    await page.getByText("This browser keeps a copy of the program").waitFor();
    await page.goto(url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const other = await page.evaluate(() => fetch("./reader_loader.js?v=another").then(() => "answered", () => "refused"));
    assert.equal(other, "refused", "a page of another build was served");
    await page.goto(`${url}recover.html`);
    await page.getByRole("button", { name: "Remove the copy" }).click();
    await page.getByText("The copy is gone.").waitFor();
    assert.deepEqual(await copies(page), []);
  }));

for (const [name, from, to] of [["A to B", A, B], ["B to A", B, A]]) {
  test(`from ${name}: with any file missing, replaced or cut the old build stays whole, then the new one comes when asked`, () =>
    hosting(async ({ page, context, url, deploy, spoil }) => {
      deploy(from);
      await enter(page, url);
      const before = await stored(page);
      const [old, next] = [nameOf(from), nameOf(to)];
      const cases = ["sw.js", ...keptIn(to)].flatMap((path, at) => {
        const faults = Object.keys(FAULTS);
        return (process.env.SKILLSTEAD_LONG ? faults : [faults[at % faults.length]]).map((fault) => [path, fault]);
      });
      assert.ok(cases.length >= 20);
      for (const [path, fault] of cases) {
        deploy(to);
        spoil(path, fault);
        assert.match(await update(page), /^(redundant|none)$/, `${path} ${fault}`);
        await page.reload();
        await started(page);
        assert.equal(await running(page), old, `${path} ${fault}`);
        await settled(page, [`skillstead-${old}`], `${path} ${fault}`);
        assert.equal(await stored(page), before, `${path} ${fault}`);
      }

      deploy(to);
      const other = await context.newPage();
      await other.goto(url);
      await started(other);
      assert.equal(await update(page), "installed");
      await page.reload();
      await started(page);
      assert.equal(await running(page), old, "nobody has asked for it yet");
      await page.getByText("A new version is ready.").waitFor({ timeout: 10_000 });
      await shot(page, "update");
      await page.getByRole("button", { name: "Use it now" }).click();
      await page.waitForFunction((next) => document.getElementById("boot")?.dataset.build === next, next);
      await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
      assert.deepEqual(await copies(page), [`skillstead-${next}`]);
      assert.equal(await stored(page), before);
      // A tab in use is asked, and not reloaded under the hands.
      if ((await running(other)) === old) {
        await other.getByRole("button", { name: "Use it now" }).click();
        await other.waitForFunction((next) => document.getElementById("boot")?.dataset.build === next, next);
      }
      await started(other);
    }));
}

test("where no copy is kept a broken build says so: no blank page, and what is stored stays", () =>
  hosting(
    async ({ page, context, url, deploy, spoil, site }) => {
      await page.goto(url);
      await pick(page, "I work as", "bookkeeper", /Bookkeeper/);
      await page.getByRole("button", { name: "See my way" }).click();
      await saved(page);
      // As it is once nothing has to be settled any more.
      await page.reload();
      await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
      await saved(page);
      const before = await stored(page);
      const visit = async (about) => {
        const tab = await context.newPage();
        await tab.goto(url);
        // The eight seconds after which a page that does not start says so.
        const late = tab.locator(".late");
        await Promise.race([started(tab), tab.locator("#boot-failed").waitFor(), tab.waitForTimeout(1500)]);
        await tab.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
        const shown = (await tab.getByRole("navigation").count()) + Number(await late.isVisible()) + Number(await tab.locator("#boot-failed").isVisible());
        assert.ok(shown > 0, `${about}: a page that says nothing`);
        assert.ok((await tab.locator("body").innerText()).length > 50, `${about}: a blank page`);
        assert.equal(await stored(tab), before, about);
        await tab.close();
      };
      const files = keptIn(A).filter((path) => !/^(reader|sheets|planner|workforce|keeper|icon|fonts|recover|manifest|index)/.test(path));
      for (const [at, path] of files.entries()) {
        const fault = Object.keys(FAULTS)[at % 3];
        deploy(A);
        spoil(path, fault);
        await visit(`${path} ${fault}`);
      }
      // The page of one build on the files of the other.
      for (const [page, rest] of [[A, B], [B, A]]) {
        deploy(rest);
        cpSync(join(page, "index.html"), join(site, "index.html"));
        await visit("a page on another build's files");
      }
    },
    { serviceWorkers: "block" },
  ));

test("a copy that has gone wrong is taken away by the build that says so", () =>
  hosting(async ({ page, url, site }) => {
    await enter(page, url);
    writeFileSync(join(site, "sw.js"), source("sw-off.js"));
    await update(page);
    await page.waitForFunction(async () => (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration()));
    await page.reload();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    assert.equal(await page.evaluate(() => performance.getEntriesByType("navigation")[0].workerStart), 0, "answered by a copy");
    assert.deepEqual(await copies(page), []);
  }));

test("it can be installed: a manifest without a fault, and icons of the sizes that it names", () =>
  hosting(async ({ page, context, url }) => {
    await page.goto(url);
    const { errors } = await (await context.newCDPSession(page)).send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { icons, start_url, display } = JSON.parse(source("manifest.webmanifest"));
    assert.deepEqual([start_url, display], ["./", "standalone"]);
    for (const { src, sizes, type } of icons.filter(({ type }) => type === "image/png")) {
      const bytes = readFileSync(join(dist, src));
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, `${src} ${type}`);
      assert.ok(keptIn(dist).includes(src));
    }
  }));
