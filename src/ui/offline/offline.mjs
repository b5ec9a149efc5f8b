// The offline copy of the program: made when the page is at rest, and replaced when the person says so, never under their hands.

const worker = navigator.serviceWorker;
const notice = document.getElementById("update");
const hour = 3_600_000;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let registration;
let isWanted = false;

/** Offers the build that is ready beside the one that runs. */
const offer = () => (notice.hidden = false);

function watch() {
  if (registration.waiting) offer();
  const coming = registration.installing;
  coming?.addEventListener("statechange", () => {
    if (coming.state === "installed" && worker.controller) offer();
  });
}

function use() {
  isWanted = true;
  // What is not saved yet is saved by whoever listens to the page's end, now and not in the last moment only.
  dispatchEvent(new Event("pagehide"));
  if (registration.waiting) registration.waiting.postMessage("use");
  else location.reload();
}

async function keep() {
  // The page and its catalogue come first; one that cannot start may need a newer build all the more.
  for (let second = 0; second < 20 && (second < 2 || document.querySelector(".first-paint")); second += 1) await wait(1000);
  let wasKept = worker.controller !== null;
  worker.addEventListener("controllerchange", () => {
    // The first copy is of what is here already. A tab that nobody looks at follows at once; one in use is asked.
    if (!wasKept) wasKept = true;
    else if (isWanted || document.hidden) location.reload();
    else offer();
  });
  // A page that could not start may not register one (its policy for scripts is missing), and has one all the same.
  registration = await worker.register("./sw.js", { updateViaCache: "none" }).catch(() => worker.getRegistration());
  if (!registration) return;
  watch();
  registration.addEventListener("updatefound", watch);
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < hour) return;
    asked = Date.now();
    registration.update().catch(() => {}); // Without a network there is nothing newer.
  });
}

if (worker) {
  notice.querySelector(".use").addEventListener("click", use);
  notice.querySelector(".later").addEventListener("click", () => (notice.hidden = true));
  // Without it the page works as before, with a network.
  const begin = () => (globalThis.requestIdleCallback ?? setTimeout)(() => keep().catch(() => {}));
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
