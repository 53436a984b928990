/** Links to feeds → ones that the theme leaves alone. */

/**
 * The theme takes every `link[rel=alternate]` for another language, and asks for its sitemap. A
 * second word keeps it off; programs that look for feeds read the words one by one. This runs
 * before the page is ready, which is what the theme waits for.
 */
export function keepFeedsToReaders() {
  for (const link of document.querySelectorAll('link[rel="alternate"][type$="+xml"]')) {
    link.setAttribute("rel", "alternate feed");
  }
}
