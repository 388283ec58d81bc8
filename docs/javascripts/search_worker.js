/* The search, in a worker that takes and gives the messages of the theme's. No index of words is made: those of
   a question are looked for in the texts themselves, which takes milliseconds for thousands of records. */

"use strict";

if (!self.fold) importScripts("fold.js");

const SETUP = 0;
const READY = 1;
const RESULT = 3;

/* How much a word counts in a title, where it counts 1 in a text. */
const IN_TITLE = 4;

/* How much a word counts that only begins with what was asked for. */
const BEGUN = 0.5;

/* How much an entry counts that is for a page as a whole. */
const PAGE = 2;

/* The most entries that are shown, beside the best of each page. */
const MOST = 300;

/* What a question is not about; "May" is a month. */
const SMALL = new Set(`a about after all also am among an and any are as at be because been but by can cannot
  could did do does either else ever every for from get got had has have he her hers him his how however i if in
  into is it its just least let like likely me might most must my neither no nor not of off often on only or other
  our own rather said say says she should since so some still than that the their them then there these they this
  those to too us was we were what when where which while who whom whose why will with would yet you your
`.split(/\s+/));

/* Take the entries of an index, whose texts are HTML, with the words to compare; the first of a page is its own. */
function read({ config: { separator }, docs }) {
  const plain = (texts) => fold(texts.join("\0").replace(/<[^>]*>/g, " ").replaceAll("&amp;", "&")).split("\0");
  const titles = plain(docs.map((doc) => doc.title));
  const texts = plain(docs.map((doc) => doc.text));
  const pages = new Map();
  const entries = docs.map((doc, i) => {
    const entry = { doc, title: titles[i], text: texts[i] };
    const [path] = doc.location.split("#", 1);
    if (!pages.has(path)) pages.set(path, entry);
    entry.page = pages.get(path);
    return entry;
  });
  return { entries, separator };
}

/* Return the words of a question, without the small ones unless there are no others. */
function wordsOf(question, separator) {
  const words = [...new Set(fold(question).split(new RegExp(separator)).filter(Boolean))];
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length ? telling : words;
}

/* Return how much a word counts in each entry, and how much it counts at all: the rarer, the more. */
function look(word, { entries, separator }) {
  const start = `(?:^|${separator})${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
  const begun = new RegExp(start);
  const whole = new RegExp(`${start}(?:$|${separator})`);
  const count = (text) => begun.test(text) && (whole.test(text) ? 1 : BEGUN);
  const counts = entries.map(({ title, text }) => IN_TITLE * count(title) + count(text));
  const rarity = Math.log(1 + entries.length / (counts.filter(Boolean).length || 1));
  return { word, counts, rarity };
}

/* Return the entries that have a word, the best first: those that have most of what was asked for. */
function rank(looked, entries) {
  const all = looked.reduce((sum, { rarity }) => sum + rarity, 0);
  const found = [];
  entries.forEach((entry, i) => {
    let share = 0;
    let score = 0;
    for (const { counts, rarity } of looked) {
      if (counts[i]) share += rarity / all;
      score += (counts[i] * rarity) / all;
    }
    if (!share) return;
    const terms = Object.fromEntries(looked.map(({ word, counts }) => [word, counts[i] > 0]));
    score *= 100 * share ** 3 * (entry.doc.boost ?? 1) * (entry === entry.page ? PAGE : 1);
    found.push({ entry, score, terms });
  });
  return found.sort((one, other) => other.score - one.score);
}

/* Group what is to be shown by pages; the theme needs the entry of the page itself in each. */
function group(found) {
  const groups = new Map();
  found.forEach((result, i) => {
    const { page } = result.entry;
    if (!groups.has(page)) groups.set(page, [result]);
    else if (i < MOST) groups.get(page).push(result);
  });
  for (const [page, results] of groups) {
    if (!results.some(({ entry }) => entry === page)) results.push({ entry: page, score: 0, terms: {} });
  }
  return [...groups.values()];
}

/* Return a function that marks the words in HTML that begin with one of the question. */
function marking(words, separator) {
  const between = new RegExp(`(<[^>]*>|${separator})`);
  const known = new Map(); // the same words come again and again
  const isAsked = (part) => words.some((word) => fold(part.replaceAll("&amp;", "&")).startsWith(word));
  const mark = (part, i) => {
    if (i % 2) return part;
    if (!known.has(part)) known.set(part, isAsked(part) ? `<mark>${part}</mark>` : part);
    return known.get(part);
  };
  return (html) => html.split(between).map(mark).join("");
}

/* Return an entry as the theme shows it: of a text in paragraphs, the first two that matter. */
function show({ entry: { doc }, score, terms }, mark) {
  const paragraphs = doc.text.split(/(?=<(?:p|ul|ol|pre)>)/).map(mark);
  const marked = paragraphs.filter((text) => text.includes("<mark>"));
  const text = (marked.length ? marked : paragraphs).slice(0, 2).join("");
  return { ...doc, title: mark(doc.title), text, score, terms };
}

/* Return how the last word goes on in the best title that has it. */
function complete(word, found, separator) {
  const words = found.slice(0, MOST).flatMap(({ entry }) => entry.title.split(new RegExp(separator)));
  return words.filter((other) => other.startsWith(word)).slice(0, 1);
}

/* Return the answer to a question, as the theme takes it. */
function search(question, index) {
  const { entries, separator } = index;
  const words = wordsOf(question, separator);
  if (!words.length) return { items: [] };
  const found = rank(words.map((word) => look(word, index)), entries);
  const mark = marking(words, separator);
  const items = group(found).map((results) => results.map((result) => show(result, mark)));
  return { items, suggest: complete(words[words.length - 1], found, separator) };
}

const address = new URLSearchParams(location.search).get("index");
let index = null;
let newest = "";

async function load() {
  try {
    const answer = await fetch(address);
    return read(await answer.json());
  } catch {
    index = null; // the next word tries again
  }
}

/* Begin to load the index, before there is a question; a page that is opened from a file has it. */
function setUp(data) {
  index = data ? read(data) : (index ?? load());
  postMessage({ type: READY });
}

/* Answer a question, unless another was asked while the index was loaded. */
async function answer(question) {
  newest = question;
  if (!question.trim()) {
    postMessage({ type: RESULT, data: { items: [] } });
    return;
  }
  index ??= load();
  const loaded = await index;
  if (loaded && question === newest) postMessage({ type: RESULT, data: search(question, loaded) });
}

addEventListener("message", ({ data: { type, data } }) => (type === SETUP ? setUp(data) : answer(data)));

// Without an address, the index is awaited from the page.
if (address) postMessage({ type: READY });
