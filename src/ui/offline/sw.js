// Keeps one build of the page, whole, so that it opens without a network. What it keeps is checked against the build's own list, and two
// builds never mix: each has a store of its own, is there wholly or not at all, and takes over when the person says so.

// scripts/list.mjs writes the list here: the build's name, and the checksum of each file.
const { build, files } = SEALED;

const OURS = "skillstead-";
const STORE = OURS + build;
const folder = new URL("./", location);
/** Large catalogues are kept once they were used. */
const isKeptOnUse = (path) => path.startsWith("more-");

/** A file of this build as it was built, or an error. */
async function fetchFile(path) {
  // Some hosts lead away from the page's own name; and what names its content may come from the browser's cache.
  const address = new URL(path === "index.html" ? "./" : path, folder);
  const cache = /-[0-9a-f]{8,16}[._]/.test(path) ? "default" : "no-cache";
  const response = await fetch(address, { cache, integrity: files[path] });
  const isPage = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  if (!response.ok || isPage !== path.endsWith(".html")) throw new Error(`${path}: not as it was built`);
  // Made anew, since a page may not be answered with what has come by a detour.
  return new Response(await response.blob(), { headers: response.headers });
}

async function install() {
  const store = await caches.open(STORE);
  try {
    const wanted = Object.keys(files).filter((path) => !isKeptOnUse(path));
    await Promise.all(wanted.map(async (path) => store.put(new URL(path, folder), await fetchFile(path))));
  } catch (error) {
    await caches.delete(STORE);
    throw error;
  }
}

async function takeOver() {
  const store = await caches.open(STORE);
  for (const path of Object.keys(files).filter(isKeptOnUse)) {
    // Its name carries its content, so one that an earlier build has kept is the same.
    const kept = await caches.match(new URL(path, folder));
    if (kept) await store.put(new URL(path, folder), kept);
  }
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== STORE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(path) {
  const store = await caches.open(STORE);
  const address = new URL(path, folder);
  const kept = await store.match(address);
  if (kept) return kept;
  try {
    const fetched = await fetchFile(path);
    await store.put(address, fetched.clone());
    return fetched;
  } catch {
    return Response.error();
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", ({ data }) => data === "use" && skipWaiting());
addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || !address.href.startsWith(folder.href)) return;
  const path = address.pathname.slice(folder.pathname.length) || "index.html";
  const asked = address.searchParams.get("v");
  // A page of another build asks for a file whose name does not tell it apart.
  if (asked && asked !== build) return event.respondWith(Response.error());
  if (Object.hasOwn(files, path)) event.respondWith(answer(path));
});
