/* The words of a search, marked in the page that it has led to. */

"use strict";

{
  const WORD = /([\p{L}\p{M}\p{N}_]+(?:[&.][\p{L}\p{M}\p{N}_]+)*)/u;

  /* What cannot hold a mark. */
  const OTHER = "script, style, template, select, textarea, svg";

  function markWords(text, asked) {
    const parts = text.data.split(WORD); // every second one is a word
    const isAsked = (part, i) => i % 2 && asked.some((word) => fold(part).startsWith(word));
    if (!parts.some(isAsked)) return;
    text.replaceWith(...parts.map((part, i) => {
      if (!isAsked(part, i)) return part;
      const mark = document.createElement("mark");
      mark.textContent = part;
      return mark;
    }));
  }

  const asked = fold(new URLSearchParams(location.search).get("h") ?? "").split(" ").filter(Boolean);
  if (asked.length) {
    const texts = [];
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.parentElement.closest(OTHER)) markWords(text, asked);
    }
  }
}
