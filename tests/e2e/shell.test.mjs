// The walls round the page: its policies to the letter, checksums of what runs, refusal of frames, and what all of them stop.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { filesIn } from "../../scripts/list.mjs";
import { serve } from "../../scripts/serve.mjs";
import { chromium, dist, flags, visiting } from "./support.mjs";

const text = (path) => readFileSync(join(dist, path), "utf8");
const sum = (content, kind) => `${kind}-${createHash(kind).update(content).digest("base64")}`;
const policy = (page) => /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(text(page))[1];
const map = /<script type="importmap">([^<]*)<\/script>/.exec(text("index.html"))[1];
const POLICY = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '${sum(map, "sha256")}'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default`;

test("the policies are these, to the letter", () => {
  assert.equal(policy("index.html"), POLICY);
  assert.equal(
    policy("recover.html"),
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  const everywhere = text("_headers").split(/^(?=\/)/m)[0];
  assert.equal(
    everywhere,
    `/*
  Content-Security-Policy: ${POLICY}; frame-ancestors 'none'; upgrade-insecure-requests
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Embedder-Policy: require-corp
  Cross-Origin-Resource-Policy: same-origin
  Origin-Agent-Cluster: ?1
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), browsing-topics=()
  Strict-Transport-Security: max-age=31536000; includeSubDomains
`,
  );
});

test("a file is kept for ever where its name is its content's, and asked for again where not", () => {
  const rules = new Map(text("_headers").split(/^(?=\/)/m).slice(1).map((rule) => /^(\S+)\n  Cache-Control: (.*)\n/.exec(rule).slice(1)));
  const forever = [...rules].filter(([, rule]) => rule.includes("immutable")).map(([path]) => path);
  assert.ok(forever.length >= 5);
  for (const path of forever) assert.match(path, /-[0-9a-f]{8,16}(_bg)?\.\w+$/);
  for (const path of ["/", "/index.html", "/boot.mjs", "/sw.js", "/recover.html", "/manifest.webmanifest", "/reader_loader.js"]) {
    assert.equal(rules.get(path), "no-cache", path);
  }
});

test("every module that the page imports has a checksum that the browser enforces", () => {
  const { integrity } = JSON.parse(map);
  const scripts = filesIn(dist).filter((path) => /^(skillstead-|whole-|organisation-|snippets\/).*\.js$|\.mjs$/.test(path));
  assert.deepEqual(Object.keys(integrity).sort(), scripts.map((path) => `./${path}`).sort());
  for (const [path, value] of Object.entries(integrity)) assert.equal(value, sum(readFileSync(join(dist, path)), "sha384"), path);
});

test("the walls stop what should never be tried", () =>
  visiting(
    async (page, { url }) => {
      await page.getByRole("navigation").waitFor();
      const stopped = await page.evaluate(async () => {
        const fails = async (does) => {
          try {
            await does();
            return false;
          } catch {
            return true;
          }
        };
        const link = document.createElement("a");
        // The debugger's door lets code through; a task of the page's own does not stand in it.
        await new Promise((go) => setTimeout(go));
        return {
          markup: await fails(() => (document.body.innerHTML += "<img src=x onerror=alert(1)>")),
          script: await fails(() => (document.createElement("script").src = "https://example.invalid/x.js")),
          text: await fails(() => (document.createElement("script").textContent = "alert(1)")),
          code: await fails(() => (0, eval)("1")),
          maker: await fails(() => new Function("return 1")()),
          worker: await fails(() => new Worker("https://example.invalid/x.js")),
          policy: await fails(() => trustedTypes.createPolicy("another", {})),
          elsewhere: await fails(() => fetch("https://example.invalid/")),
          link: !link.href,
        };
      });
      assert.deepEqual(Object.values(stopped), Object.values(stopped).map(() => true), JSON.stringify(stopped));
      await page.goto(`${url}recover.html`);
      await page.locator("#program:not(:empty)").waitFor();
      const strict = await page.evaluate(async () => ({
        program: await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => false, () => true),
        request: await fetch("build.json").then(() => false, () => true),
      }));
      assert.deepEqual(strict, { program: true, request: true });
    },
    { noise: [/./], isAttacked: true },
  ));

test("inside a frame neither page runs, also where no header forbids it", async () => {
  const site = join(mkdtempSync(join(tmpdir(), "skillstead-e2e-")), "site");
  cpSync(dist, site, { recursive: true });
  rmSync(join(site, "_headers"));
  writeFileSync(join(site, "frames.html"), '<iframe src="index.html"></iframe><iframe src="recover.html"></iframe>');
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: flags });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}frames.html`);
    for (const nth of [0, 1]) {
      const frame = page.locator("iframe").nth(nth).contentFrame().locator("body");
      await frame.getByText("Skillstead does not run inside another page.").waitFor();
      assert.equal(await frame.locator("*").count(), 0);
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
