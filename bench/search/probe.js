/** Runs in the page before its own scripts: notes when the explorer is ready, and times answers. */

const REST = 150; // nobody clicks twice within so many milliseconds

const probe = (self.probe = { first: 0, ready: 0 });

document.addEventListener("DOMContentLoaded", () => {
  const list = document.querySelector("[data-busca=lista]");
  const app = document.querySelector("[data-busca=aplicacion]");
  if (!list || !app) return;
  new MutationObserver(() => (probe.first ||= performance.now())).observe(list, {
    childList: true,
  });
  new MutationObserver(() => (probe.ready ||= performance.now())).observe(app, {
    attributeFilter: ["data-listo"],
  });
});

/** When the last part of the index had come that was asked for before `moment`. */
probe.arrived = (moment) =>
  Math.max(
    ...performance
      .getEntriesByType("resource")
      .filter((one) => one.name.includes("/buscar/") && one.responseEnd <= moment)
      .map((one) => one.responseEnd),
  );

/** Milliseconds from a text in the box to its answer on the screen. */
probe.type = (text) => {
  const box = document.querySelector("[data-busca=caja]");
  return timed(() => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
};

/** Fold all facets, or open all. */
probe.fold = (folded) => {
  for (const group of document.querySelectorAll(".apl-faceta"))
    if (group.open === folded) group.querySelector("summary").click();
};

/** Milliseconds from a click on the title of the n-th facet to its values on the screen. */
probe.open = async (n) => {
  await rest();
  const groups = [...document.querySelectorAll(".apl-faceta:not([hidden])")];
  const start = performance.now();
  groups[n % groups.length].querySelector("summary").click();
  await painted();
  return performance.now() - start;
};

/** Milliseconds from a click on the n-th option of the open facets to its answer on the screen. */
probe.choose = async (n) => {
  await rest();
  const options = [...document.querySelectorAll(".apl-faceta[open] input[type=checkbox]")];
  return timed(() => options[n % options.length].click());
};

/** Take every filter away. */
probe.clear = async () => {
  const last = document.querySelector("[data-busca=elegidos] li:last-child button");
  if (last) await timed(() => last.click());
};

/** Whatever is asked, an answer always writes the hint anew. */
async function timed(act) {
  const answered = new Promise((resolve) => {
    const observer = new MutationObserver(() => resolve(observer.disconnect()));
    observer.observe(document.querySelector("[data-busca=aviso]"), { childList: true });
  });
  const start = performance.now();
  act();
  await answered;
  await painted();
  return performance.now() - start;
}

function rest() {
  return new Promise((resolve) => setTimeout(resolve, REST));
}

function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => afterThisFrame(resolve)));
}

/** A message comes after the frame has been painted, and before any timer. */
function afterThisFrame(work) {
  const channel = new MessageChannel();
  channel.port1.onmessage = work;
  channel.port2.postMessage(null);
}
