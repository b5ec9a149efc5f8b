// The first module hands over to the whole when a page is opened that it does not have: nothing is lost on the way.
import { test } from "node:test";
import { pick, saved, visiting } from "./support.mjs";

async function choose(page, role, heading) {
  await page.getByRole("link", { name: "Skillstead, start" }).click();
  await pick(page, "I work as", role, new RegExp(role, "i"));
  await page.getByRole("button", { name: "See my way" }).click();
  await page.getByRole("heading", { name: heading }).waitFor();
}
const settings = (page) => page.getByRole("link", { name: "Settings" }).click();
const gap = (page) => page.getByRole("link", { name: "Gap", exact: true }).click();

test("what was done before the whole came can still be undone and redone", () =>
  visiting(async (page) => {
    await choose(page, "bookkeeper", /Growing as bookkeeper/i);
    await choose(page, "accountant", /Growing as accountant/i);
    await settings(page);
    await page.getByRole("heading", { level: 1, name: "Your data, your way" }).waitFor();
    await gap(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    await page.getByRole("button", { name: "Redo" }).click();
    await page.getByRole("heading", { name: /Growing as accountant/i }).waitFor();
    await saved(page);
    await page.reload();
    await page.getByRole("heading", { name: /Growing as accountant/i }).waitFor();
  }));

test("where the browser keeps nothing the whole still knows what was entered", () =>
  visiting(
    async (page) => {
      await choose(page, "bookkeeper", /Growing as bookkeeper/i);
      await settings(page);
      await page.getByRole("heading", { level: 1, name: "Your data, your way" }).waitFor();
      await page.getByText("Not saved").first().waitFor();
      await gap(page);
      await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
    },
    {
      before: (page) =>
        page.addInitScript(() =>
          ["localStorage", "indexedDB"].forEach((name) =>
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException("blocked", "SecurityError");
              },
            }),
          ),
        ),
    },
  ));

test("a whole that cannot be fetched is said, and tried again when asked", () =>
  visiting(
    async (page, { context }) => {
      // An answer makes the page lay the whole ready: on a quick machine it was there before the line was cut.
      await context.route(/whole-/, (route) => route.abort());
      await choose(page, "bookkeeper", /Growing as bookkeeper/i);
      await settings(page);
      await page.getByText(/This page could not be fetched. What you entered is safe./).waitFor();
      await gap(page);
      await page.getByRole("heading", { name: /Growing as bookkeeper/i }).waitFor();
      await settings(page);
      await page.getByText(/This page could not be fetched/).waitFor();
      await context.unroute(/whole-/);
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("heading", { level: 1, name: "Your data, your way" }).waitFor();
    },
    { noise: [/Failed to load resource: net::ERR_FAILED/], needs: "a file that does not come" },
  ));
