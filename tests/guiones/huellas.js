/** For tests: fingerprints, pasted lists and the lines of a table, outside any page. */

import { checkAgain } from "../../templates/assets/estado/comprobar.js";
import { answerQuery } from "../../templates/assets/estado/consulta.js";
import { readFingerprint, toldBy, writeFingerprint } from "../../templates/assets/estado/huella.js";
import { readList } from "../../templates/assets/estado/lista.js";
import { linesOf } from "../../templates/assets/estado/renglones.js";
import { partsAtHand } from "./a_mano.js";

const page = /** @type {any} */ (globalThis);
page.readLists = (texts) => texts.map(readList);
page.thereAndBack = (told) => readFingerprint(writeFingerprint({ day: "2026-11-23", data: "2026-11-20", told }));
page.readFingerprints = (texts) => texts.map(readFingerprint);

/** Ask of one edition of the register, and check the fingerprint against another. */
page.checkLater = async (before, after, queries, day) => {
  const [then, now] = [partsAtHand(before), partsAtHand(after)];
  const told = [];
  for (const query of queries) told.push(toldBy(await answerQuery(then, query, day)));
  const written = writeFingerprint({ day, data: before.indice.dia, told });
  const checked = await checkAgain(now, readFingerprint(written));
  return checked.map(({ verdict }) => verdict);
};

/** The lines of a table for one question. */
page.tableLines = async (files, query, day) => {
  const parts = partsAtHand(files);
  const answer = await answerQuery(parts, query, day);
  return answer.company ? linesOf(answer, await parts.world(answer.company)) : [];
};

/** Check a fingerprint that somebody wrote by hand. */
page.checkTold = async (files, told, day) => {
  const written = writeFingerprint({ day, data: files.indice.dia, told });
  const checked = await checkAgain(partsAtHand(files), readFingerprint(written));
  return checked.map(({ verdict }) => verdict);
};

/** The lines of a table for a list of questions, each for its own day. */
page.listLines = async (files, questions) => {
  const parts = partsAtHand(files);
  const made = questions.map(async ({ query, day }) => {
    const answer = await answerQuery(parts, query, day);
    return { kind: answer.kind, lines: answer.company ? linesOf(answer, await parts.world(answer.company)) : [] };
  });
  return Promise.all(made);
};
