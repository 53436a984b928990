/** Runs in the page before its own scripts: times from a question to its answer on the screen.
 *
 * The driver of each search, in a script of its own, gives `self.search` these:
 *   ready()      settles when a question may be asked
 *   ask(text)    puts the text into the box, as typing it does
 *   titles()     the titles on the screen
 *   answers      a selector: whatever is asked, an answer changes something below it
 * and where it has facets
 *   open()       settles when values of facets can be chosen
 *   values()     the values that can be chosen, each with click()
 *   clear()      takes every filter away
 */

const PATIENCE = 120_000;
const REST = 150; // nobody types or clicks twice within so many milliseconds
const LONG_REST = 1000; // between one question and the next

self.driver = {
  /** Milliseconds from the loaded page to the first answer that names `title`; null is none. */
  async first(text, title) {
    const { search } = self;
    const start = loaded();
    await search.ready();
    const answered = until(() => search.titles().some((one) => one.includes(title)));
    search.ask(text);
    if (!(await answered)) return null;
    await painted();
    return performance.now() - start;
  },

  /** Milliseconds from the loaded page to the answer of the first click on a facet. */
  async firstFacet() {
    const start = loaded();
    await self.search.ready();
    await self.search.open();
    await clicked(0);
    return performance.now() - start;
  },

  /** Empty the box; not every search answers that. */
  async empty() {
    self.search.ask("");
    await rest(LONG_REST);
  },

  /** Milliseconds from a text in the box to its answer; null where none came. */
  async type(text) {
    await rest(REST);
    return timed(() => self.search.ask(text));
  },

  /** Milliseconds from a click on the n-th value to its answer, from the whole register. */
  async choose(n) {
    await self.search.clear();
    await rest(REST);
    return clicked(n);
  },
};

function clicked(n) {
  const values = self.search.values();
  return timed(() => values[n % values.length].click());
}

async function timed(act) {
  const root = document.querySelector(self.search.answers);
  const start = performance.now();
  const answered = changed(root);
  act();
  if (!(await answered)) return null;
  await painted();
  return performance.now() - start;
}

function changed(root) {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => end(true));
    const timer = setTimeout(() => end(false), PATIENCE);
    const end = (found) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(found);
    };
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  });
}

/** Whether the condition held, looked at whenever the page changes. */
self.until = (condition) =>
  new Promise((resolve) => {
    if (condition()) return resolve(true);
    const observer = new MutationObserver(() => condition() && end(true));
    const timer = setTimeout(() => end(false), PATIENCE);
    const end = (found) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(found);
    };
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });

/** The moment at which the page was there with all that it is built of. */
function loaded() {
  return performance.getEntriesByType("navigation")[0].loadEventEnd;
}

function rest(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
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
