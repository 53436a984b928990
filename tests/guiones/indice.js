/** For tests: reads an index held in memory, outside any page. */

import { isoDay } from "../../templates/assets/search/days.js";
import { indexWords, keyOf } from "../../templates/assets/search/fold.js";
import { Register } from "../../templates/assets/search/register.js";
import { Search } from "../../templates/assets/search/search.js";
import { Source } from "../../templates/assets/search/source.js";
import { companyWord, statusWord } from "../../templates/assets/search/status.js";

const page = /** @type {any} */ (globalThis);
page.allRows = allRows;
page.answers = answers;
page.readTexts = (texts) => texts.map((text) => [indexWords(text), keyOf(text)]);
page.companyWords = (cases) => cases.map(([found, moment]) => companyWord(found, moment)?.text);
page.statusWords = (cases) => cases.map(([standing, moment]) => statusWord(standing, moment)?.text);

/** A source whose parts lie at hand; `asked` tells which were taken. */
class MemorySource extends Source {
  /** @param {Record<string, any>} parts */
  constructor(parts) {
    super({ root: ".", offline: false, day: "", trust: 7, soon: 90 }, new Register(parts.facetas));
    this.parts = parts;
    /** @type {string[]} */
    this.asked = [];
  }

  /** @param {string} name */
  async load(name) {
    this.asked.push(name);
    return this.parts[name];
  }
}

/**
 * Every row as it was before it was written.
 * @param {Record<string, any>} parts
 */
async function allRows(parts) {
  const source = new MemorySource(parts);
  const { register } = source;
  await Promise.all([source.loadAllTexts(), source.loadDays()]);
  return Array.from({ length: register.size }, (_, row) => ({
    kind: register.kind(row),
    ...source.texts(row),
    facets: Object.fromEntries(register.facets.map(({ id }) => [id, register.ids(id, row)])),
    first: isoDay(register.days ? register.days.first[row] : 0),
    last: isoDay(register.days ? register.days.last[row] : 0),
    example: register.examples[row] === 1,
  }));
}

/**
 * What is found for each question: paths, counts of all facets, whether words were guessed.
 * @param {Record<string, any>} parts
 * @param {any[]} questions
 */
async function answers(parts, questions) {
  const source = new MemorySource(parts);
  const search = new Search(source);
  const found = [];
  for (const question of questions) {
    source.asked = [];
    const answer = await search.ask(question);
    const rows = Array.from(answer.rows);
    await source.loadTexts(rows);
    found.push({
      paths: rows.map((row) => source.texts(row).path),
      counts: Object.fromEntries(
        source.register.facets.map((facet) => [facet.id, countsOf(facet, answer.counts)]),
      ),
      similar: answer.similar,
      asked: source.asked,
    });
  }
  return found;
}

/**
 * The counts of a facet by id, without zeros.
 * @param {import("../../templates/assets/search/register.js").Facet} facet
 * @param {Map<string, Int32Array>} counts
 */
function countsOf(facet, counts) {
  const own = counts.get(facet.id) || [];
  const pairs = facet.ids.map((id, n) => /** @type {[string, number]} */ ([id, own[n]]));
  return Object.fromEntries(pairs.filter(([, count]) => count));
}
