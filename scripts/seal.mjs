// Seals a build before it becomes dist: checksums, content security policy, headers, list of files.
// Trunk runs it with TRUNK_STAGING_DIR (the folder to seal) and TRUNK_PROFILE (release or debug).
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn, list } from "./list.mjs";

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
if (!staging) fail("it is run by trunk: try `make build`");

function fail(why) {
  console.error(`seal: ${why}`);
  process.exit(1);
}
const bytes = (name) => readFileSync(join(staging, name));
const hash = (data, kind, form) => createHash(kind).update(data).digest(form);
const files = () => filesIn(staging);

// Tags and attributes as trunk leaves them; the page is ours, so a pattern is enough to read it.
const TAG = /<([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const attributes = (text) =>
  Object.fromEntries(
    [...text.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map((m) => [
      m[1].toLowerCase(),
      m[2] ?? m[3] ?? m[4] ?? "",
    ]),
  );
const tags = (html) =>
  [...html.replace(/<!--[\s\S]*?-->/g, (gap) => " ".repeat(gap.length)).matchAll(TAG)].map((m) => ({
    name: m[1].toLowerCase(),
    attributes: attributes(m[2]),
    text: m[0],
  }));

let html = bytes("index.html").toString();
const boot = tags(html).find((tag) => tag.name === "script" && tag.attributes.id === "boot");
if (!boot) fail("index.html has no script with the id boot: see pattern_script in Trunk.toml");
if (!existsSync(join(staging, "boot.mjs"))) {
  fail('boot.mjs is missing: index.html needs <link data-trunk rel="copy-file" href="src/ui/boot.mjs">');
}
const script = boot.attributes["data-js"].replace(/^\.\//, "");
const module = boot.attributes["data-wasm"].replace(/^\.\//, "");

const sheets = tags(html).filter((tag) => tag.name === "link" && tag.attributes.rel === "stylesheet");
let links = sheets.map(({ text }) => text).join("");

// One sheet instead of seven: on a slow line each request holds up the first paint.
if (release) {
  const names = sheets.map((tag) => tag.attributes.href.replace(/^\.\//, ""));
  const all = names.map((name) => bytes(name).toString().trim()).join("\n");
  names.forEach((name) => rmSync(join(staging, name)));
  const sheet = `style-${hash(all, "sha256", "hex").slice(0, 16)}.css`;
  writeFileSync(join(staging, sheet), all);
  links = `<link rel="stylesheet" href="./${sheet}" integrity="sha384-${hash(all, "sha384", "base64")}">`;
  sheets.forEach(({ text }, at) => (html = html.replace(text, () => (at === 0 ? links : ""))));
}

// What the compiler leaves in the programs' scripts for people to read is not sent: a tenth of each as it is packed. Lines stay lines.
if (release) files().filter((name) => name.endsWith(".js") && existsSync(join(staging, name.replace(/\.js$/, "_bg.wasm")))).forEach(slim);
function slim(name) {
  const text = bytes(name).toString();
  const lines = text.replace(/^[ ]*\/\*\*[^]*?\*\/$/gm, "").split("\n").map((line) => line.trim());
  if (lines.some((line) => line.split("`").length % 2 === 0)) fail(`${name} has a text over several lines, whose spaces count`);
  const kept = lines.filter((line) => line && !line.startsWith("//")).join("\n");
  writeFileSync(join(staging, name), kept);
  // Trunk has written down the checksum of the first one.
  html = html.replaceAll(hash(text, "sha384", "base64"), () => hash(kept, "sha384", "base64"));
}

// Catalogues are named after their content, so that they can be kept for ever and never be stale ones. The starter comes
// first; \`make catalogue\` puts others beside it.
const compiled = join(process.env.CARGO_TARGET_DIR ?? "target", "catalogues");
const starter = "starter.bin";
if (!existsSync(join(compiled, starter))) fail(`${compiled}/${starter} is missing: \`make build\` compiles it first`);
const others = readdirSync(compiled).filter((name) => name.endsWith(".bin") && name !== starter).sort();
const catalogues = [starter, ...others].map((name) => {
  const content = readFileSync(join(compiled, name));
  const kept = `${name === starter ? "catalogue" : "more"}-${hash(content, "sha256", "hex").slice(0, 16)}.bin`;
  writeFileSync(join(staging, kept), content);
  return `./${kept}`;
});
if (others.length) console.log(`· seal: with ${others.join(", ")} of ${compiled}`);

// The other modules of pages are named after their content too, like the first one is by trunk.
const [wholeScript, wholeModule] = named("whole");
const [organisationScript, organisationModule] = named("organisation");
function named(name) {
  const sum = hash(bytes(`${name}_bg.wasm`), "sha256", "hex").slice(0, 16);
  const names = [`${name}-${sum}.js`, `${name}-${sum}_bg.wasm`];
  [`${name}.js`, `${name}_bg.wasm`].forEach((from, at) => renameSync(join(staging, from), join(staging, names[at])));
  return names;
}

// One name for the whole build: the worker's files keep their names, so their address carries it.
const build = hash(
  files().map((name) => `${name} ${hash(bytes(name), "sha256", "hex")}\n`).join(""),
  "sha256",
  "hex",
).slice(0, 16);

/** The starter of a page: its program, and another one that takes over where there is one. */
function starterOf(first, second) {
  const about = { id: "boot", type: "module", src: "./boot.mjs", "data-js": `./${first[0]}`, "data-wasm": `./${first[1]}` };
  Object.assign(about, { "data-catalogues": catalogues.join(" "), "data-build": build });
  if (second) Object.assign(about, { "data-whole-js": `./${second[0]}`, "data-whole-wasm": `./${second[1]}` });
  if (release) {
    about["data-integrity"] = `sha384-${hash(bytes(first[1]), "sha384", "base64")}`;
    if (second) about["data-whole-integrity"] = `sha384-${hash(bytes(second[1]), "sha384", "base64")}`;
    about.integrity = `sha384-${hash(bytes("boot.mjs"), "sha384", "base64")}`;
  }
  return `<script ${Object.entries(about).map(([name, value]) => `${name}="${value}"`).join(" ")}>`;
}
const starting = starterOf([script, module], [wholeScript, wholeModule]);
html = html.replace(boot.text, () => starting);

for (const { name, attributes: is, text } of tags(html)) {
  const preload = name === "link" && is.rel === "preload" && is.as === "fetch";
  if (!preload && is.rel !== "modulepreload") continue;
  // The program is asked for at once and comes behind what the first paint needs. Browsers cannot check the preload of
  // a module and warn about its checksum; boot.mjs has it checked when it takes it.
  const unchecked = preload ? text.replace(/\s+integrity\s*=\s*("[^"]*"|[^\s>]+)/, "") : text;
  html = html.replace(text, () => unchecked.replace(/^<link/, '<link fetchpriority="low"'));
}

// The recovery page looks like the others. It has a policy of its own, under which no program and no request is possible.
const CHARSET = /<meta charset="?utf-8"?>/i;
let recovery = bytes("recover.html").toString().replace("</head>", () => `${links}</head>`);
const forbid = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
let policy = null;
if (release) {
  // Page scripts that others import: only the import map can give them a checksum that the browser enforces.
  const modules = files().filter((name) => (name.startsWith("snippets/") && name.endsWith(".js")) || name.endsWith(".mjs"));
  const imported = [script, wholeScript, organisationScript, ...modules];
  const map = JSON.stringify({
    integrity: Object.fromEntries(imported.map((name) => [`./${name}`, `sha384-${hash(bytes(name), "sha384", "base64")}`])),
  });
  policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash(map, "sha256", "base64")}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
  const strict = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  if (!CHARSET.test(html) || !CHARSET.test(recovery)) fail('a page has no <meta charset="utf-8">');
  // The policy holds for what follows it, and the map must be known before the first module: so both come first.
  html = html.replace(CHARSET, (charset) => `${charset}${forbid(policy)}<script type="importmap">${map}</script>`);
  recovery = recovery.replace(CHARSET, (charset) => charset + forbid(strict));
  check("recover.html", recovery);
} else {
  console.log("· seal: development build, so no content security policy (live reload is an inline script)");
}
// An organisation's page is this one, but for its words and its program, and it keeps what it keeps apart.
let organisation = html.replace(starting, () => starterOf([organisationScript, organisationModule]));
organisation = organisation.replace(/<html\b/, '<html data-space="organisation"');
for (const { name, attributes: is, text } of tags(organisation)) {
  const ahead = [[script, organisationScript], [module, organisationModule]].find(([path]) => is.href?.endsWith(path));
  if (name === "link" && ahead) {
    // Its checksum is that of the other file; the import map and boot.mjs have the right one.
    const bare = text.replace(/\s+integrity\s*=\s*("[^"]*"|[^\s>]+)/, "");
    organisation = organisation.replace(text, () => bare.replace(ahead[0], ahead[1]));
  }
}
const other = bytes("organisation.html").toString();
const parts = [/<title>[^]*?<\/title>/, /<meta\s[^>]*name="?description"?[^>]*>/, /<h1>[^]*?<\/h1>/, /<p class="?lead"?>[^]*?<\/p>/];
for (const part of parts) {
  const [words] = part.exec(other) ?? fail(`organisation.html has nothing like ${part}`);
  if (!part.test(organisation)) fail(`index.html has nothing like ${part}`);
  organisation = organisation.replace(part, () => words);
}
for (const [name, page] of [["index.html", html], ["organisation.html", organisation]]) {
  if (release) check(name, page);
  writeFileSync(join(staging, name), page);
}
writeFileSync(join(staging, "recover.html"), recovery);
writeFileSync(join(staging, "_headers"), headers());

// A page under development is not kept: it would be there for ever.
const isKept = release && process.env.OFFLINE_COPY !== "off";
const worker = readFileSync(join(import.meta.dirname, `../src/ui/offline/${isKept ? "sw" : "sw-off"}.js`), "utf8");
console.log(`· seal: build ${build}, ${list(staging, build, worker)} files`);

// What the policy would block at the reader's must already fail here.
function check(page, html) {
  const wrong = [];
  for (const tag of tags(html)) {
    const is = tag.attributes;
    if (tag.name === "script" && !is.src && is.type !== "importmap") wrong.push(`inline script: ${tag.text}`);
    if (tag.name === "style") wrong.push(`inline style sheet: ${tag.text}`);
    if ("style" in is) wrong.push(`style attribute: ${tag.text}`);
    for (const name of Object.keys(is)) if (/^on/.test(name)) wrong.push(`${name} attribute: ${tag.text}`);
    for (const name of ["src", "href"]) {
      if (/^\s*(javascript:|data:|\w+:\/\/|\/\/)/i.test(is[name] ?? "")) wrong.push(`address outside the build: ${tag.text}`);
    }
  }
  if (wrong.length) fail(`${page} breaks the content security policy:\n  ${wrong.join("\n  ")}`);
}

// For hosts that read a _headers file; scripts/serve.mjs reads it too, so tests run under the same headers.
function headers() {
  const everywhere = {
    // A <meta> cannot forbid frames or ask for https; a header can.
    ...(policy && { "Content-Security-Policy": `${policy}; frame-ancestors 'none'; upgrade-insecure-requests` }),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy":
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), " +
      "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  };
  const rule = (path, values) =>
    `${path}\n${Object.entries(values).map(([name, value]) => `  ${name}: ${value}\n`).join("")}`;
  // A name with a checksum in it never changes its content; any other must be asked for again.
  const hashed = (name) => /-[0-9a-f]{8,16}(_bg)?\.\w+$/.test(name);
  const rules = files()
    .filter((name) => !["_headers", "build.json"].includes(name))
    .map((name) => rule(`/${name}`, { "Cache-Control": hashed(name) ? "public, max-age=31536000, immutable" : "no-cache" }));
  return rule("/*", everywhere) + rule("/", { "Cache-Control": "no-cache" }) + rules.join("");
}
