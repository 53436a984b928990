/** Our search box in the header of every page. */

const form = () => document.querySelector("form[data-buscador]");

self.search = {
  answers: "form[data-buscador]",
  ready: async () => form().querySelector("input").focus(),
  ask(text) {
    const box = form().querySelector("input");
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  },
  titles: () => texts(form(), ".apl-sugerencia__titulo"),
};

function texts(root, selector) {
  return Array.from(root.querySelectorAll(selector), (one) => one.textContent);
}
