/* Words as they are compared, by the search and by the filters. */

"use strict";

/* Letters that Unicode does not take apart into a plain one and a mark; the plain one may be another. */
const PLAIN = {
  ғ: "г", қ: "к", ҳ: "х", ҷ: "ч", ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", "’": "'",
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

/* Return a text in small plain letters: without accents and other marks. */
function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(SPECIAL, (letter) => PLAIN[letter]);
}
