/** Our page of search and facets. */

const part = (name) => document.querySelector(`[data-busca=${name}]`);
const OPEN = 3; // facets that somebody has open at a time
const groups = () => [...document.querySelectorAll(".apl-faceta:not([hidden])")];
const options = () => [...document.querySelectorAll(".apl-faceta[open] input[type=checkbox]")];

self.search = {
  answers: "[data-busca=aviso]", // every answer writes the hint anew
  ready: () => self.until(() => part("lista").children.length > 0),
  ask(text) {
    part("caja").value = text;
    part("caja").dispatchEvent(new Event("input", { bubbles: true }));
  },
  titles: () => Array.from(part("lista").querySelectorAll("h3"), (one) => one.textContent),
  async open() {
    part("cajon").open = true;
    await self.until(() => groups().length > 0);
    for (const group of groups().slice(0, OPEN)) if (!group.open) group.querySelector("summary").click();
    await self.until(() => options().length > 0);
  },
  values: options,
  async clear() {
    if (!part("elegidos").querySelector("li")) return;
    part("elegidos").querySelector("li:last-child button").click();
    await self.until(() => !part("elegidos").querySelector("li"));
  },
};
