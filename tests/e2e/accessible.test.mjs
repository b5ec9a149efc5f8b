// Every page, in both themes and both languages: no rule of axe is broken.
import { test } from "node:test";
import { accessible, pick, shot, visiting } from "./support.mjs";

const PAGES = ["", "skills", "gap", "plan", "method", "settings", "catalogue", "advert", "role/data-scientist", "skill/statistics", "passport", "explore", "explore/bookkeeper", "compare/data-scientist|statistician", "method/verdict"];
const LABELS = { en: ["I work as", "I would like to", "See my way"], es: ["Trabajo como", "Me gustaría", "Ver mi camino"] };

for (const language of ["en", "es"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe: ${language}, ${colorScheme}`, () =>
      visiting(
        async (page) => {
          await page.getByRole("heading", { level: 1 }).waitFor();
          await accessible(page, "the first visit");
          const [now, wanted, go] = LABELS[language];
          await pick(page, now, "data analyst", /./);
          await pick(page, wanted, "data scientist", /./);
          await page.getByRole("button", { name: go }).click();
          for (const name of PAGES) {
            await page.evaluate((hash) => (location.hash = hash), `#/${name}`);
            await page.locator("h1").waitFor();
            await accessible(page, `#/${name}`);
            await shot(page, `${name.replaceAll(/[/|]/g, "-") || "start"}-${language}-${colorScheme}`);
          }
        },
        { context: { locale: language === "en" ? "en-GB" : "es-ES", colorScheme } },
      ));
  }
}
