/* The theme's search worker, which gets its index only when there is something to search for, and compares
   folded words. The theme offers this: any worker will do that takes and gives its messages. */

"use strict";

const SETUP = 0;
const READY = 1;

const addresses = new URLSearchParams(location.search);
let index = null;

/* Load the theme's worker, which is not light either, and let it compare folded words. */
function start() {
  importScripts("fold.js", addresses.get("theme"));
  const { Token } = lunr;
  lunr.Token = class extends Token {
    constructor(text, metadata) {
      super(fold(text.replaceAll("&amp;", "&")), metadata);
    }
  };
}

/* Hand a message on to the theme's worker, and let it finish. */
function handOn(data) {
  if (!self.lunr) start();
  dispatchEvent(new MessageEvent("message", { data }));
  return new Promise(setTimeout);
}

/* Leave the small words of a question out, unless there are no others; "May" is a month. */
function ask(question) {
  const words = fold(question).trim().split(/[\s?]+/);
  const telling = words.filter((word) => word === "may" || lunr.stopWordFilter(word));
  return (telling.length ? telling : words).join(" ");
}

async function load() {
  const answer = await fetch(addresses.get("index"));
  await handOn({ type: SETUP, data: { ...(await answer.json()), options: { suggest: true } } });
}

addEventListener("message", async (event) => {
  if (!event.isTrusted) return; // handed on from here
  event.stopImmediatePropagation();
  const { type, data } = event.data;
  if (type === SETUP) {
    // A page that marks the words of a search has the index already.
    index = handOn(event.data);
  } else if (index || data.trim()) {
    index ??= load();
    await index;
    handOn({ type, data: ask(data) });
  }
});

// Without an address for the index, it is awaited from the page, and the theme's worker says when it is ready.
if (addresses.has("index")) postMessage({ type: READY });
