// What each shipped file weighs, raw and as sent (brotli 11), against scripts/budget.json. Over budget: exit 1.
//   node scripts/size.mjs [--keep]        --keep leaves the .br files in dist, for servers that send them
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
if (!existsSync(join(dist, "build.json"))) {
  console.error("size: dist is not there: run `make build` first");
  process.exit(1);
}
const budget = JSON.parse(readFileSync(join(root, "scripts/budget.json"), "utf8"));
const groups = Object.entries(budget).map(([name, group]) => ({
  name,
  limit: group.brotli,
  matches: (path) => new RegExp(group.files).test(path),
  files: [],
}));
const other = { name: "other", files: [] };

for (const { path, size } of JSON.parse(readFileSync(join(dist, "build.json"), "utf8")).files) {
  const packed = brotliCompressSync(readFileSync(join(dist, path)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size },
  });
  // A file that packing makes larger (fonts are packed already) is sent as it is.
  const smaller = packed.length < size;
  if (process.argv.includes("--keep") && smaller && path !== "_headers") writeFileSync(join(dist, `${path}.br`), packed);
  (groups.find((group) => group.matches(path)) ?? other).files.push({ path, raw: size, sent: smaller ? packed.length : size });
}

const row = (name, raw, sent, note = "") =>
  console.log(`${name.padEnd(44)} ${String(raw).padStart(9)} ${String(sent).padStart(9)}  ${note}`.trimEnd());
const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);
const wrong = [];
row("bytes", "raw", "brotli");
for (const group of [...groups, other]) {
  const sent = sum(group.files, "sent");
  let note = "";
  if (group.limit !== undefined) {
    note = `of ${group.limit} (${Math.round((100 * sent) / group.limit)} %)`;
    if (sent > group.limit) wrong.push(`${group.name} is ${sent - group.limit} bytes over its budget`);
    // A pattern that no longer fits any file would pass for ever.
    if (group.files.length === 0) wrong.push(`${group.name} has no file: has its name changed in scripts/budget.json?`);
  }
  row(group.name, sum(group.files, "raw"), sent, note);
  for (const file of group.files.sort((a, b) => b.sent - a.sent)) row(`  ${file.path}`, file.raw, file.sent);
}
const all = [...groups, other].flatMap((group) => group.files);
row("all", sum(all, "raw"), sum(all, "sent"));
for (const line of wrong) console.error(`size: ${line}`);
process.exit(wrong.length ? 1 : 0);
