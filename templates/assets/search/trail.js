/** The states of the explorer → entries in the browser's history, so that "back" undoes a choice. */

import { readState, writeState } from "./address.js";

/** @typedef {import("./address.js").State} State */

/** How long each kind of change waits, in milliseconds. */
const WAIT = { push: 100, replace: 300 };

export class Trail {
  constructor() {
    /** @type {{how: "push" | "replace", address: string} | null} */
    this.waiting = null;
    this.timer = 0;
  }

  /**
   * Note the state after a choice (`push`) or a letter (`replace`). A browser takes its time over
   * its history, so the answer is shown first; and it refuses too many changes, so letters wait
   * for a pause.
   * @param {State} state
   * @param {"push" | "replace"} how
   */
  note(state, how) {
    if (how === "push" || this.waiting?.how === "push") this.settle();
    clearTimeout(this.timer);
    this.waiting = { how, address: writeState(state) };
    this.timer = setTimeout(() => this.settle(), WAIT[how]);
  }

  /** Write what waits. */
  settle() {
    const { waiting } = this;
    this.forget();
    if (!waiting || waiting.address === writeState(readState(location.hash))) return;
    if (waiting.how === "push") history.pushState(null, "", waiting.address);
    else history.replaceState(null, "", waiting.address);
  }

  /** Drop what waits: the reader has gone elsewhere. */
  forget() {
    clearTimeout(this.timer);
    this.waiting = null;
  }
}
