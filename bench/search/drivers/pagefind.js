/** Pagefind's own functions and the little that a page must add: a box, a list, filters.
 *
 * Nothing waits here before asking, as Pagefind's own box does for 300 ms; five results are shown,
 * as in that box. Everything is fetched when the box is touched.
 */

const SHOWN = 5;
const part = (id) => document.getElementById(id);
let turn = 0;
let chosen = {};

const library = (() => {
  let loading = null;
  return () => (loading ||= load());
})();

async function load() {
  const pagefind = await import(new URL("pagefind/pagefind.js", document.baseURI));
  await pagefind.init();
  return pagefind;
}

async function answer() {
  const mine = ++turn;
  const pagefind = await library();
  const found = await pagefind.search(part("box").value || null, { filters: chosen });
  const shown = await Promise.all(found.results.slice(0, SHOWN).map((one) => one.data()));
  if (mine !== turn) return;
  part("list").replaceChildren(
    ...shown.map((one) => Object.assign(document.createElement("li"), { innerText: one.meta.title })),
  );
  part("count").textContent = found.results.length;
  showCounts(found.filters);
}

/** The number beside each value that is drawn. */
function showCounts(filters) {
  for (const button of part("values").children) {
    const { name, value } = button.dataset;
    button.textContent = `${value} ${filters?.[name]?.[value] ?? 0}`;
  }
}

function showValues(filters) {
  for (const [name, values] of Object.entries(filters))
    for (const value of Object.keys(values).slice(0, SHOWN)) {
      const button = Object.assign(document.createElement("button"), { textContent: value });
      Object.assign(button.dataset, { name, value });
      button.addEventListener("click", () => {
        chosen = { [name]: value };
        void answer();
      });
      part("values").append(button);
    }
}

self.search = {
  answers: "#answers",
  ready: async () => part("box").focus(),
  ask(text) {
    part("box").value = text;
    if (text) void answer();
    else part("list").replaceChildren(), (part("count").textContent = "");
  },
  titles: () => Array.from(part("list").children, (one) => one.textContent),
  async open() {
    const pagefind = await library();
    showValues(await pagefind.filters());
  },
  values: () => [...part("values").children],
  async clear() {
    chosen = {};
  },
};
