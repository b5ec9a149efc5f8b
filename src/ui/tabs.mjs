// Which tab writes: one at a time, so that no two documents grow apart. The others follow it and can take over. The page's modules learn
// it from data-tab of the root and the event skillstead-tab; they change nothing that the journal's fence would not refuse.

const root = document.documentElement;
// A person's own document and an organisation's have a writer each.
const ours = ["skillstead", root.dataset.space].filter(Boolean).join(".");
const LOCK = `${ours}.writer`;
const channel = "BroadcastChannel" in self ? new BroadcastChannel(ours) : null;
const me = crypto.getRandomValues(new Uint32Array(2)).join();
let asker = null;
let patience = 0;
let line = new AbortController();
let isStealing = false;

function become(role) {
  if (root.dataset.tab === role) return;
  root.dataset.tab = role;
  dispatchEvent(new Event("skillstead-tab"));
}

/** Holds the lock until it is taken away, or the tab is closed. */
function hold() {
  become("writer");
  return new Promise(() => {});
}

/** Asks for the lock, and stays until it is taken away, or not asked for any more. */
async function stand(options) {
  try {
    await navigator.locks.request(LOCK, options, (lock) => (lock ? hold() : undefined));
  } catch {
    // Taken away by another tab, or out of the line to take it away from one.
  }
  become("follower");
}

async function join() {
  if (!navigator.locks) return become("writer");
  let how = { ifAvailable: true };
  for (;;) {
    await stand(how);
    // Whoever leaves is followed by the next in line.
    line = new AbortController();
    how = isStealing ? { steal: true } : { signal: line.signal };
    isStealing = false;
  }
}

/** Takes the lock for this tab, whoever else is in the line. */
function steal() {
  clearTimeout(patience);
  if (root.dataset.tab === "writer") return;
  isStealing = true;
  line.abort();
}

addEventListener("skillstead-take-over", () => {
  channel?.postMessage({ say: "yield", from: me });
  patience = setTimeout(steal, 1000);
});
addEventListener("skillstead-yielded", () => channel?.postMessage({ say: "yielded", to: asker }));
addEventListener("skillstead-saved", ({ detail }) => channel?.postMessage({ say: "saved", generation: detail }));
for (const say of ["lock", "active"]) addEventListener(`skillstead-${say}`, () => channel?.postMessage({ say }));
channel?.addEventListener("message", ({ data }) => {
  if (data.say === "lock" || data.say === "active") dispatchEvent(new Event(`skillstead-${data.say}-here`));
  // Where everything was wiped this page begins anew: what it shows must not come back.
  if (data.say === "saved") data.generation ? dispatchEvent(new Event("skillstead-elsewhere")) : location.reload();
  if (data.say === "yielded" && data.to === me) steal();
  if (data.say === "yield" && root.dataset.tab === "writer") {
    asker = data.from;
    dispatchEvent(new Event("skillstead-yield"));
  }
});
// A page that comes back from the browser's memory may be behind.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

join();
