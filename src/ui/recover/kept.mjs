// What this site keeps in the browser, read as raw as it lies there. Nothing here writes, and a place that is broken hides no other.

const OURS = "skillstead";
const PATIENCE_MS = 3000;

/** Every record, and the places that could not be read: `{ records: [{ place, key, value, size, generation, state }], faults }`.
 * The state is "whole" or "broken" by the record's own checksum, or "unsealed" where it has none that is known here. */
export async function read() {
  const found = { records: [], faults: [] };
  const add = async (place, key, value) =>
    found.records.push({ place, key, value, size: size(value), ...(await judge(value)) });
  await attempt("localStorage", found, async () => {
    for (const key of localKeys()) await add("localStorage", key, localStorage.getItem(key));
  });
  for (const name of await databases()) {
    await attempt(name, found, async () => {
      const database = await open(name);
      if (!database) return;
      try {
        for (const store of database.objectStoreNames) {
          const place = `${name} / ${store}`;
          const begin = () => database.transaction(store, "readonly").objectStore(store);
          const keys = await answer(begin().getAllKeys());
          for (const key of keys) {
            await attempt(`${place} / ${key}`, found, async () => add(place, String(key), await answer(begin().get(key))));
          }
        }
      } finally {
        database.close();
      }
    });
  }
  return found;
}

/** The keys of local storage that are this site's own. */
export const localKeys = () =>
  Object.keys(localStorage).filter((key) => key.startsWith(OURS)).sort();

/** The names of this site's databases. */
export async function databases() {
  // Not every browser can list them; the one that there is has this name.
  const listed = await Promise.resolve(globalThis.indexedDB?.databases?.()).catch(() => []);
  const names = (listed ?? []).map((database) => database.name).filter((name) => name.startsWith(OURS));
  return new Set([OURS, ...names]);
}

async function attempt(place, found, work) {
  try {
    await work();
  } catch (error) {
    found.faults.push({ place, why: String(error) });
  }
}

/** A database as it is; nothing where there is none. */
function open(name) {
  const request = indexedDB.open(name);
  // There was none: to open it must not make one.
  request.onupgradeneeded = () => request.transaction.abort();
  return answer(request).catch((error) => {
    if (error.name !== "AbortError") throw error;
  });
}

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
    setTimeout(() => reject(new Error("no answer")), PATIENCE_MS);
  });

const isBytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);
const bytesOf = (value) =>
  value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);

function size(value) {
  if (isBytes(value)) return value.byteLength;
  if (typeof value === "string") return new TextEncoder().encode(value).length;
  if (value && typeof value === "object") return Object.values(value).reduce((sum, part) => sum + size(part), 0);
  return String(value).length;
}

const HEAD = /^\{"skillstead":\d+,"generation":(\d+)/;
const ENVELOPE = /^\{"skillstead":(\d+),"generation":(\d+),"sha256":"([0-9a-f]{64})","document":([^]*)\}$/;

/** The generation of a record, and whether it is as it was written. */
async function judge(value) {
  if (typeof value === "string") {
    const generation = HEAD.exec(value)?.[1];
    const parts = ENVELOPE.exec(value);
    if (parts) return { generation, state: await compare(`${parts[1]} ${parts[2]} ${parts[4]}`, parts[3]) };
    return { generation, state: generation && !isJson(value) ? "broken" : "unsealed" };
  }
  // A catalogue lies beside its own checksum.
  if (Array.isArray(value) && value.length === 2 && isBytes(value[1])) return { state: await compare(value[1], value[0]) };
  return { state: "unsealed" };
}

async function compare(content, sum) {
  // Where the page is not served safely the browser does not reckon.
  if (!globalThis.crypto?.subtle) return "unsealed";
  const digest = await crypto.subtle.digest("SHA-256", typeof content === "string" ? new TextEncoder().encode(content) : content);
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex === sum ? "whole" : "broken";
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A value as JSON can hold it: bytes in base64, texts as they are. */
function portable(value) {
  if (isBytes(value)) {
    let text = "";
    const bytes = bytesOf(value);
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return { base64: btoa(text) };
  }
  if (Array.isArray(value)) return value.map(portable);
  if (value && typeof value === "object" && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, portable(part)]));
  }
  return value;
}

/** Everything that was found, as one text. */
export function everything({ records, faults }) {
  const lines = records.map(({ value, ...about }) => ({ ...about, value: portable(value) }));
  return JSON.stringify({ site: location.href.split("#")[0], taken: new Date().toISOString(), records: lines, faults }, null, 1);
}

/** A record as a file holds it: bytes and texts as they are, anything else as JSON; so is a text that no file can hold as it is. */
export function raw(value) {
  if (isBytes(value)) return bytesOf(value);
  return typeof value === "string" && value.isWellFormed?.() !== false ? value : JSON.stringify(portable(value));
}

/** Hands a text or bytes over as a file. */
export function download(name, content) {
  const type = typeof content === "string" ? "application/json" : "application/octet-stream";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // Browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name of a file with everything. */
export const fileName = () => `skillstead-raw-${new Date().toISOString().slice(0, 10)}.json`;
