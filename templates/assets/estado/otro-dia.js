/** A page of an earlier day → the script that keeps it true; a page of today needs none. */

import { addScript } from "../registros/guion.js";
import { readSite } from "../search/parts.js";
import { chileDay } from "./dia.js";

/** Fetch it where the reader's day in Chile is not the page's any more. */
export function keepTrueOnOtherDays() {
  const site = readSite();
  if (site.day && chileDay() > site.day) addScript(site, "vivo");
}
