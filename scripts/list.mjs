// The list of a build's files, in two places: build.json for whoever wants to know what was shipped, and sw.js, which keeps them.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The paths of all files in a folder, in order. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length).replace(/^[\\/]+/, "").replaceAll("\\", "/"))
    .sort();

/** Writes both. `worker` is the text of sw.js, in which SEALED stands for the list. */
export function list(folder, build, worker) {
  const bytes = (path) => readFileSync(join(folder, path));
  const hash = (path, form) => createHash("sha256").update(bytes(path)).digest(form);
  const listed = filesIn(folder).filter((path) => path !== "build.json" && !path.endsWith(".br"));
  // The browser fetches the worker itself and never takes it from a copy; a host reads its headers, and nobody here a licence.
  const kept = listed.filter((path) => !["sw.js", "_headers"].includes(path) && !path.endsWith(".txt"));
  const files = Object.fromEntries(kept.map((path) => [path, `sha256-${hash(path, "base64")}`]));
  writeFileSync(join(folder, "sw.js"), worker.replace("SEALED", () => JSON.stringify({ build, files }, null, 1)));
  const about = listed.map((path) => ({ path, size: bytes(path).length, sha256: hash(path, "hex") }));
  writeFileSync(join(folder, "build.json"), `${JSON.stringify({ build, files: about }, null, 1)}\n`);
  return listed.length;
}
