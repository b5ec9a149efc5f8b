// What every end-to-end test stands on: the release build served as static files, a fresh profile, and a watch over
// every request, console line and policy violation.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

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

/** Runs `visit` on a fresh profile, and fails on anything that a private and quiet page does not do. */
export async function visiting(visit, { context: options = {}, noise = [], before } = {}) {
  const server = await serve(dist);
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", ...options });
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
    await visit(page, { context, url: server.url });
    for (const { method, url } of seen.requests) {
      if (url.startsWith("blob:")) continue;
      const address = new URL(url);
      assert.equal(address.origin, new URL(server.url).origin, `asked another address: ${url}`);
      assert.equal(method, "GET", url);
      assert.ok(shipped.has(decodeURIComponent(address.pathname.slice(1))), `asked for what is no file of the build: ${url}`);
      assert.match(address.search, /^(\?v=[\w-]*)?$/, `an address that carries something: ${url}`);
    }
    assert.deepEqual(seen.violations, []);
    const loud = seen.console.filter((line) => !noise.some((known) => known.test(line)));
    assert.deepEqual(loud, []);
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
