/** For tests: what fingerprints keep, in the words of an edition. */

import { recordedWords } from "../../templates/assets/estado/dichas.js";

/** @type {any} */ (globalThis).recordedWords = recordedWords;
