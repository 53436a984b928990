/** Links to feeds and to the same page in English → ones that the theme leaves alone. */

/**
 * The theme takes every `link[rel=alternate]` for another edition, and asks for its sitemap. A
 * second word keeps it off; programs that look for feeds read the words one by one. This runs
 * before the page is ready, which is what the theme waits for.
 */
export function keepFeedsToReaders() {
  for (const link of document.querySelectorAll('link[rel="alternate"][type$="+xml"]')) {
    link.setAttribute("rel", "alternate feed");
  }
  for (const link of document.querySelectorAll('link[rel="alternate"][hreflang]')) {
    link.setAttribute("rel", "alternate idioma");
  }
}
