// What stands when the program has broken off: it says so, keeps it from writing, and offers what was kept. It needs nothing of the
// program.
import { download, everything, fileName, read } from "./kept.mjs";

/** The mark at the page's root: while it is there nothing is saved (src/state/panicked.rs, which sets it at a panic). */
const MARK = "data-panicked";
const root = document.documentElement;
const dialog = document.getElementById("broken");

// The program shows what is kept as this reads it, so that nobody has to take its own word (src/state/privacy/footprint.rs).
addEventListener("skillstead-look", async () => dispatchEvent(new CustomEvent("skillstead-looked", { detail: await read() })));

// Out of memory, out of stack, or left by an error that passed through it, a program breaks off without a panic.
const isOver = (error) => globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError;
addEventListener("error", ({ error }) => {
  if (isOver(error) || /wasm-function/.test(error?.stack)) root.setAttribute(MARK, "");
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (isOver(reason)) root.setAttribute(MARK, "");
});

function tell() {
  if (root.hasAttribute(MARK) && !dialog.open) dialog.showModal();
}
new MutationObserver(tell).observe(root, { attributeFilter: [MARK] });
tell();

// What lies behind it does not answer any more, so it stays.
dialog.addEventListener("cancel", (event) => event.preventDefault());
dialog.querySelector(".download").addEventListener("click", async () => download(fileName(), everything(await read())));
dialog.querySelector(".reload").addEventListener("click", () => location.reload());
