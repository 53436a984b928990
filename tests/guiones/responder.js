/** For tests: answers questions from parts held in memory, outside any page. */

import { answerQuery } from "../../templates/assets/estado/consulta.js";
import { liveDecision } from "../../templates/assets/estado/vivo.js";
import { partsAtHand } from "./a_mano.js";

/** @type {any} */ (globalThis).answerAll = answerAll;

/**
 * @param {Record<string, any>} files  the parts by name
 * @param {{query: string, day: string}[]} questions
 * @param {{live: string, day: string, soon: number, whole?: string}[]} lives
 */
async function answerAll(files, questions, lives) {
  const parts = partsAtHand(files);
  const answers = [];
  for (const { query, day } of questions) answers.push(await answerQuery(parts, query, day));
  const decisions = lives.map(({ live, day, soon, whole }) => {
    return liveDecision(JSON.parse(live), day, soon, JSON.parse(whole || "null"));
  });
  return { answers, decisions };
}
