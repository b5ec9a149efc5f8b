// The recovery page: what is kept, whatever state it is in. It needs neither the program nor a network, and changes nothing before it is
// told to.
import { databases, download, everything, fileName, localKeys, raw, read } from "./kept.mjs";

// Inside a frame another page could lay itself over this one and steer the clicks.
if (self !== top) {
  document.body.textContent =
    "Skillstead does not run inside another page. · Skillstead no funciona dentro de otra página.";
  throw new Error("framed");
}

const es = /^es\b/i.test(navigator.language);
document.documentElement.lang = es ? "es" : "en";
const words = es
  ? {
      title: "Skillstead: recuperación",
      found: (n, size) => (n ? `${n} registros, ${size} en total.` : "Aquí no hay nada de Skillstead."),
      fault: (place, why) => `No se pudo leer: ${place} (${why})`,
      whole: "íntegro",
      broken: "no coincide con su suma de control",
      unsealed: "sin suma de control conocida",
      download: "Descargar",
      copy: "Copiar",
      copied: "Copiado.",
      notCopied: "El navegador no lo ha permitido. Descárgalo.",
      about: (key) => ` ${key}`,
      program: (n) => (n ? "Este navegador guarda una copia del programa para usarlo sin conexión." : "Este navegador no guarda ninguna copia del programa."),
      removed: "Copia retirada. La próxima vez, el programa viene de la red.",
      word: "BORRAR",
      fresh: "Todo borrado. Puedes empezar de nuevo.",
      stuck: (why) => `No se pudo borrar todo. Cierra las demás pestañas de Skillstead e inténtalo de nuevo. (${why})`,
    }
  : {
      title: "Skillstead: recovery",
      found: (n, size) => (n ? `${n} records, ${size} in all.` : "There is nothing of Skillstead here."),
      fault: (place, why) => `Could not be read: ${place} (${why})`,
      whole: "whole",
      broken: "does not match its checksum",
      unsealed: "no known checksum",
      download: "Download",
      copy: "Copy",
      copied: "Copied.",
      notCopied: "The browser did not allow it. Download it instead.",
      about: (key) => ` ${key}`,
      program: (n) => (n ? "This browser keeps a copy of the program, for use without a network." : "This browser keeps no copy of the program."),
      removed: "The copy is gone. Next time the program comes from the network.",
      word: "DELETE",
      fresh: "Everything is deleted. You can start anew.",
      stuck: (why) => `Not everything could be deleted. Close other tabs of Skillstead and try again. (${why})`,
    };
document.title = words.title;

const at = (id) => document.getElementById(id);
const say = (id, text) => {
  at(id).textContent = text;
  at(id).hidden = false;
};
function weight(bytes) {
  const [unit, value] = bytes < 1000 ? ["byte", bytes] : ["kilobyte", bytes / 1000];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}

let found = { records: [], faults: [] };
let isTaken = false;

function take(name, content) {
  download(name, content);
  isTaken = true;
  arm();
}

function button(text, key, does) {
  const made = document.createElement("button");
  made.className = "quiet";
  made.textContent = text;
  const about = document.createElement("span");
  about.className = "told";
  about.textContent = words.about(key);
  made.append(about);
  made.addEventListener("click", does);
  return made;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("done", words.copied);
  } catch {
    say("done", words.notCopied);
  }
}

function row(record) {
  const { place, key, value, size, generation = "", state } = record;
  const line = document.createElement("tr");
  const cell = (kind, ...parts) => {
    const made = document.createElement(kind);
    made.append(...parts);
    line.append(made);
    return made;
  };
  const where = document.createElement("small");
  where.textContent = place;
  cell("th", key, document.createElement("br"), where).scope = "row";
  cell("td", weight(size)).className = "n";
  cell("td", generation).className = "n";
  cell("td", words[state]);
  const actions = document.createElement("p");
  actions.className = "actions";
  const content = raw(value);
  const isText = typeof content === "string";
  const name = `${place} ${key}`.replaceAll(/[^\w.-]+/g, "-") + (isText ? ".json" : ".bin");
  actions.append(button(words.download, key, () => take(name, content)));
  if (isText) actions.append(button(words.copy, key, () => copy(content)));
  cell("td", actions);
  return line;
}

async function show() {
  found = await read();
  say("found", words.found(found.records.length, weight(found.records.reduce((sum, record) => sum + record.size, 0))));
  at("records").replaceChildren(...found.records.map(row));
  at("table").hidden = found.records.length === 0;
  at("faults").replaceChildren(
    ...found.faults.map(({ place, why }) => Object.assign(document.createElement("li"), { textContent: words.fault(place, why) })),
  );
}

// The offline copy of the program.
const registrations = async () => (await navigator.serviceWorker?.getRegistrations()) ?? [];
async function forgetProgram() {
  for (const registration of await registrations()) await registration.unregister();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
}
async function showProgram() {
  const n = await registrations().then((all) => all.length, () => 0);
  say("program", words.program(n));
  at("forget-program").disabled = n === 0;
}

// Deleting is the one thing that cannot be taken back: only after a download, and with a word typed.
const arm = () => (at("delete").disabled = !isTaken || at("word").value.trim().toUpperCase() !== words.word);

const remove = (name) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error(`${name}: blocked`));
  });

async function startFresh() {
  try {
    for (const key of localKeys()) localStorage.removeItem(key);
    for (const name of await databases()) await remove(name);
    await forgetProgram();
    say("fresh", words.fresh);
  } catch (error) {
    say("fresh", words.stuck(error));
  }
  at("word").value = "";
  arm();
  await show();
  await showProgram();
}

at("take-all").addEventListener("click", () => take(fileName(), everything(found)));
at("copy-all").addEventListener("click", () => copy(everything(found)));
at("forget-program").addEventListener("click", async () => {
  await forgetProgram();
  await showProgram();
  say("program", words.removed);
});
at("word").addEventListener("input", arm);
at("delete").addEventListener("click", startFresh);
await show();
await showProgram();
