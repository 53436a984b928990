/** An address → its QR as a picture; the library that draws it comes when it is first wanted. */

const QUIET_DOTS = 4;
const SVG = "http://www.w3.org/2000/svg";

/** As many signs as a telephone still reads from paper. */
export const LONGEST_IN_QR = 900;

/** @type {Promise<any> | undefined} */
let library;

/**
 * @param {import("../search/parts.js").Site} site
 * @param {string} address
 */
export async function qrPicture(site, address) {
  const { generate, correction } = await loadLibrary(site);
  const code = generate(address, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.M });
  const side = code.size + 2 * QUIET_DOTS;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${side} ${side}`);
  picture.setAttribute("class", "apl-constancia__qr");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", gettext("Código QR que abre la comprobación de esta constancia"));
  const ground = document.createElementNS(SVG, "path");
  ground.setAttribute("fill", "#fff");
  ground.setAttribute("d", `M0 0h${side}v${side}H0z`);
  const dots = document.createElementNS(SVG, "path");
  dots.setAttribute("stroke", "#000");
  dots.setAttribute("d", pathOf(code));
  picture.append(ground, dots);
  return picture;
}

/**
 * Each dark dot a line of one; runs are joined.
 * @param {{size: number, get: (x: number, y: number) => boolean}} code
 */
function pathOf(code) {
  let path = "";
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const start = x;
      while (x + 1 < code.size && code.get(x + 1, y)) x++;
      path += `M${start + QUIET_DOTS} ${y + QUIET_DOTS}.5h${x - start + 1}`;
    }
  }
  return path;
}

/** @param {import("../search/parts.js").Site} site */
function loadLibrary(site) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${site.root}/recursos/qr.js`;
    script.onload = () => resolve(/** @type {any} */ (self).registroQR);
    script.onerror = () => {
      library = undefined;
      reject(new Error(script.src));
    };
    document.head.append(script);
  });
  return library;
}
