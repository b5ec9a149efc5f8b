// Stores of this site as no program should leave them, one for each seed.
import { createHash } from "node:crypto";

/** The chance of a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, one: (list) => list[below(list.length)] };
}

/** A document in its envelope, as the program writes it. */
export function envelope(document, { schema = 1, generation = 7 } = {}) {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  const sum = createHash("sha256").update(`${schema} ${generation} ${text}`).digest("hex");
  return `{"skillstead":${schema},"generation":${generation},"sha256":"${sum}","document":${text}}`;
}

const DOCUMENT = { current: "bookkeeper", target: "accountant", ratings: { "spreadsheets": [{ level: 20, on: "2026-11-23" }] } };

/** Ways to break a text, each with what comes of it. */
const WAYS = [
  (text, { below }) => text.slice(0, below(text.length)),
  (text, { below }) => text.slice(below(text.length - 1) + 1),
  (text, { below }) => {
    const at = 30 + below(text.length - 40);
    return `${text.slice(0, at)}${text[at] === "x" ? "y" : "x"}${text.slice(at + 1)}`;
  },
  (text) => text.replace(/"generation":\d+/, '"generation":99'),
  (text) => text.replace(/"sha256":"[^"]+"/, `"sha256":"${"0".repeat(64)}"`),
  (text) => text.replace('"skillstead":1', '"skillstead":2'),
  (text) => text + text,
  () => "",
  () => "null",
  () => "[1,2,3]",
  () => "undefined",
  () => "<!doctype html><title>Sign in</title>",
  () => "SGVsbG8sIHRoaXMgaXMgc2VhbGVkIGJ5IGEgcGFzc3BocmFzZQ==",
  () => '{"sealed":1,"salt":"AAECAwQFBgc=","m":65536,"t":3,"text":"q83vEjRWeJA="}',
  () => "\u0000\u0001\uffff\u{1f956} \u202e reversed",
  () => '"a lone surrogate: \ud83d"',
  () => "[".repeat(50_000),
  () => `{"skillstead":1,"generation":7,"sha256":"","document":${"9".repeat(400)}}`,
  (text) => `\ufeff${text}`,
  (text) => `${text}${" ".repeat(200_000)}`,
];

const SCHEMAS = [() => envelope({ future: true }, { schema: 99 }), () => envelope("{}"), () => envelope("[]"), () => envelope("17")];

/** The store of a seed: `{ local, databases, broken }`, and which keys hold what cannot be read. */
export function corrupted(seed) {
  const luck = chance(seed);
  const broken = [];
  const text = (key) => {
    const whole = envelope(DOCUMENT, { generation: 1 + luck.below(500) });
    // Every way comes first for some seed; then chance has its way.
    if (luck.below(8) === 0) return luck.one(SCHEMAS)();
    const way = broken.length ? luck.one(WAYS) : WAYS[seed % WAYS.length];
    broken.push(key);
    return way(whole, luck);
  };
  const local = [];
  for (const key of ["skillstead.a", "skillstead.b"]) if (luck.below(5)) local.push([key, text(key)]);
  if (!local.length) local.push(["skillstead.a", text("skillstead.a")]);
  if (luck.below(3) === 0) local.push(["skillstead.settings", luck.one(["{", '{"language":"xx"}', '{"theme":7}', "[]"])]);
  if (luck.below(4) === 0) local.push(["skillstead.aside.1", text("skillstead.aside.1")]);
  if (luck.below(4) === 0) local.push(["another.app", "not ours"]);

  const records = ["a", "b"].map((key) => [key, luck.below(6) === 0 ? { bytes: [1, 2, 254] } : text(key)]);
  if (luck.below(3) === 0) records.push([`ring/${"0".repeat(9)}007/passing/29000000/800`, text("ring")]);
  if (luck.below(5) === 0) records.push(["a number", luck.below(1000)], ["nothing", null], ["a list", ["x", { bytes: [0] }]]);
  const shelf = [["onet", [luck.one(["0".repeat(64), "no checksum"]), { bytes: Array.from({ length: 300 }, () => luck.below(256)) }]]];
  // The program's own version of the database, an older one, and one that it does not know.
  const version = luck.one([1, 2, 2, 2, 9]);
  const stores = version === 1 ? [["catalogues", shelf]] : [["catalogues", shelf], ["document", records]];
  if (version === 9) stores.push(["a store of the future", [["key", text("key")]]]);
  const databases = seed === 1 || luck.below(7) ? [{ name: "skillstead", version, stores }] : [];
  const there = new Set([...local, ...databases.flatMap(({ stores }) => stores.flatMap(([, list]) => list))].map(([key]) => key));
  return { local, databases, broken: broken.filter((key) => there.has(key)) };
}
