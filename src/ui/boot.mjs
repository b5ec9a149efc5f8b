// The only hand-written loader: it starts the page, or says that it could not.
// It may rely on nothing: storage can be blocked, and the files can come from two different builds.

const root = document.documentElement;

// Inside a frame another page could lay itself over this one and steer the clicks.
if (self !== top) {
  document.body.textContent =
    "Skillstead does not run inside another page. · Skillstead no funciona dentro de otra página.";
  throw new Error("framed");
}

// The page's own views set markup through a template; nothing else may, and no script comes from elsewhere.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text) =>
    /<(script|iframe|object|embed|base|meta|link)\b|\son\w+\s*=|javascript:|srcdoc/i.test(text) ? null : text,
  createScriptURL: (url) => (new URL(url, document.baseURI).origin === location.origin ? url : null),
});

// Language and theme are set before the page is there, so that it does not change under the reader's eyes.
let settings = {};
try {
  settings = JSON.parse(localStorage.getItem("skillstead.settings")) ?? {};
} catch {
  // Blocked or unreadable: the browser's own preferences serve, and the app reports the storage itself.
}
const language = ["en", "es"].includes(settings.language) ? settings.language : navigator.language;
root.lang = /^es\b/i.test(language) ? "es" : "en";
root.dataset.theme = ["light", "dark"].includes(settings.theme) ? settings.theme : "system";

// The first paint comes onto the screen before the program takes its place; a tab that nobody looks at paints nothing.
const painted = new Promise((go) => {
  setTimeout(go, 300);
  new PerformanceObserver(go).observe({ type: "paint", buffered: true });
});

const files = document.getElementById("boot").dataset;

// Whoever has been here before begins with the whole, which alone reads what is kept.
let isKnown = false;
try {
  isKnown = Object.keys(localStorage).some((key) => /^skillstead\.(a$|b$|used$|aside|pend)/.test(key));
} catch {
  // Blocked: then nothing is kept.
}

/** Starts a module of the page. Its two files are asked for at once. The script's checksum is in the import map, the
 * program's is given here: files of two builds never run together. */
async function start(js, wasm, integrity) {
  const program = fetch(new URL(wasm, document.baseURI), { integrity });
  program.catch(() => {}); // Reported where it is awaited.
  const [{ default: init }] = await Promise.all([import(new URL(js, document.baseURI)), painted]);
  await init({ module_or_path: program });
}

// The first module has the pages up to the first answer (src/ui/pages/mod.rs); the whole takes over when another is opened. It is
// laid ready as soon as there is an answer.
addEventListener(
  "skillstead-whole-expected",
  () => {
    for (const href of [files.wholeJs, files.wholeWasm])
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
  },
  { once: true },
);
let fetching = false;
addEventListener("skillstead-whole-wanted", async () => {
  if (fetching) return;
  fetching = true;
  try {
    // A browser never asks again for a module that it could not fetch once; this fetch can be repeated.
    await fetch(new URL(files.wholeJs, document.baseURI));
    await start(files.wholeJs, files.wholeWasm, files.wholeIntegrity);
  } catch {
    dispatchEvent(new Event("skillstead-whole-failed"));
  }
  fetching = false;
});

try {
  import(new URL("tabs.mjs", document.baseURI));
  if (isKnown && files.wholeJs) {
    // The page has asked for the first module before anybody could say no; whoever takes it up is not told that it was in vain.
    fetch(new URL(files.wasm, document.baseURI), { integrity: files.integrity }).catch(() => {});
    await start(files.wholeJs, files.wholeWasm, files.wholeIntegrity);
  } else await start(files.js, files.wasm, files.integrity);
} catch (error) {
  document.getElementById("boot-failed")?.removeAttribute("hidden");
  throw error;
} finally {
  // What stands beside the program comes after it, also where that has failed.
  for (const file of ["trouble.mjs", "offline.mjs"]) import(new URL(file, document.baseURI));
}
