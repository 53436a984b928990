/** For tests: the parts of `verificar/` held in memory. */

import { partOf } from "../../templates/assets/estado/partes.js";

/** @param {Record<string, any>} files  the parts by name */
export function partsAtHand(files) {
  const index = files.indice;
  return {
    index: async () => index,
    targets: async (key) => files[`claves/${partOf(key, index.claves)}`][key] || [],
    names: async (letter) => files[`nombres/${letter}`] || [],
    codes: async () => files.codigos,
    world: async (id) => {
      const part = files[`empresas/${partOf(id, index.empresas)}`];
      return { company: part.e[id], agreements: part.g, soon: index.pronto };
    },
  };
}
