// What every end-to-end test stands on: the release build served as static files, a fresh profile, and a watch over
// every request, console line and policy violation.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

export { chromium };
export const root = join(import.meta.dirname, "../..");
export const dist = join(root, "dist");
/** The official downloads, where scripts/env.sh found them; they are never part of the project. */
const there = (path) => (path && existsSync(path) ? path : undefined);
export const onet = there(process.env.SKILLSTEAD_ONET);
export const esco = there(process.env.SKILLSTEAD_ESCO);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const flags = JSON.parse(readFileSync(join(root, "scripts/webdriver.json"), "utf8"))["goog:chromeOptions"].args;
const build = JSON.parse(readFileSync(join(dist, "build.json"), "utf8"));
const shipped = new Set(["", "build.json", ...(build.files ?? build).map((file) => file.path ?? file.name ?? file.file)]);

/** OFFLINE=1: as soon as the page keeps a copy of itself there is no network any more, and no server. */
export const isOffline = process.env.OFFLINE === "1";

/** Waits until the offline copy answers for the page. */
export const kept = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => (navigator.serviceWorker.oncontrollerchange = done));
  });

/** Nothing but files of the build is asked for, and no address carries anything. */
function assertOurs(method, url, origin) {
  const address = new URL(url, origin);
  assert.equal(address.origin, origin, `asked another address: ${url}`);
  assert.equal(method, "GET", url);
  assert.ok(shipped.has(decodeURIComponent(address.pathname.slice(1))), `asked for what is no file of the build: ${url}`);
  assert.match(address.search, /^(\?v=[\w-]*)?$/, `an address that carries something: ${url}`);
}

/** Runs `visit` on a fresh profile, and fails on anything that a private and quiet page does not do. `needs` says why a visit wants a
 * network also where the others have none; `isAttacked` that it tries what the policy has to stop. */
export async function visiting(visit, { context: options = {}, noise = [], before, needs, isAttacked } = {}) {
  const asked = [];
  const server = await serve(dist, 0, ({ method, url }) => asked.push([method, url]));
  const isCut = isOffline && !needs;
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", serviceWorkers: isCut ? "allow" : "block", ...options });
  const seen = { requests: [], console: [], violations: [] };
  context.on("request", (request) => seen.requests.push({ method: request.method(), url: request.url() }));
  context.on("console", (line) => {
    if (["error", "warning"].includes(line.type())) seen.console.push(line.text());
  });
  context.on("weberror", (error) => seen.console.push(String(error.error())));
  await context.exposeFunction("reportViolation", (text) => seen.violations.push(text));
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
    ),
  );
  const page = await context.newPage();
  try {
    if (before) await before(page);
    await page.goto(server.url);
    if (isCut) {
      await kept(page);
      await server.close();
      await context.setOffline(true);
    }
    await visit(page, { context, url: server.url });
    const { origin } = new URL(server.url);
    for (const { method, url } of isAttacked ? [] : seen.requests) if (!url.startsWith("blob:")) assertOurs(method, url, origin);
    // What workers ask for is seen by the server alone.
    for (const [method, url] of asked) assertOurs(method, url, origin);
    if (!isAttacked) assert.deepEqual(seen.violations, []);
    // A second page that takes the font from the browser's memory leaves its preload unused, and the browser remarks on it.
    const known = [...noise, /^Service Worker registration blocked by Playwright$/, /^The resource \S+\.woff2 was preloaded using link preload but not used/];
    const loud = seen.console.filter((line) => !known.some((noise) => noise.test(line)));
    assert.deepEqual(loud, []);
  } catch (error) {
    // What was to be seen when it failed: the next machine may not show it again.
    const text = await page.evaluate(() => document.body.innerText).catch(String);
    console.error([page.url(), ...seen.console, ...seen.violations, text].join("\n"));
    throw error;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Chooses a role in a picker by what a person types. */
export async function pick(page, label, typed, name) {
  const field = page.getByRole("combobox", { name: label });
  await field.fill(typed);
  await page.getByRole("option", { name }).first().click();
}

/** Waits until the page says that it is kept. */
export const saved = (page) => page.getByText(/Saved on this device|Guardado en este dispositivo/).waitFor({ state: "attached" });

/** No rule of axe is broken on the page as it is now. */
export async function accessible(page, where) {
  // By the debugger's door, since the page's own policy lets no foreign script in.
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const found = result.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target).join(" | ")}`);
  assert.deepEqual(found, [], where);
}

/** Keeps a picture where SHOTS says, for people to look at. */
export async function shot(page, name) {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}
