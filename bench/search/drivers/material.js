/** The search of Material for MkDocs, in the header of every page. It has no facets. */

const box = () => document.querySelector("[data-md-component=search-query]");

self.search = {
  answers: "[data-md-component=search-result]",
  async ready() {
    document.querySelector("#__search").click(); // on a phone the box hides behind its sign
    box().focus();
  },
  ask(text) {
    box().value = text;
    box().dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  },
  titles: () =>
    Array.from(document.querySelectorAll(".md-search-result__article h1"), (one) => one.textContent),
};
