/** For tests: answers questions from parts held in memory, outside any page. */

import { answerQuery } from "../../templates/assets/estado/consulta.js";
import { partOf } from "../../templates/assets/estado/partes.js";
import { liveDecision } from "../../templates/assets/estado/vivo.js";
import { remarksFor } from "../../templates/assets/estado/decidir.js";

/** @type {any} */ (globalThis).answerAll = answerAll;

/**
 * @param {Record<string, any>} files  the parts by name
 * @param {{query: string, day: string}[]} questions
 * @param {{live: string, day: string, soon: number}[]} lives
 */
async function answerAll(files, questions, lives) {
  const index = files.indice;
  const parts = {
    index: async () => index,
    targets: async (key) => files[`claves/${partOf(key, index.claves)}`][key] || [],
    names: async (letter) => files[`nombres/${letter}`] || [],
    codes: async () => files.codigos,
    world: async (id) => {
      const part = files[`empresas/${partOf(id, index.empresas)}`];
      return { company: part.e[id], agreements: part.g, soon: index.pronto };
    },
  };
  const answers = [];
  for (const { query, day } of questions) answers.push(await answerQuery(parts, query, day));
  const decisions = lives.map(({ live, day, soon }) => liveDecision(JSON.parse(live), day, soon));
  return { answers, decisions };
}
