// Dates as they are written in the data: a year, a month, a day, or a span of two years.

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const known = new Map();

/** Read a date, once for each text. */
export function when(text) {
  if (!known.has(text)) known.set(text, read(text));
  return known.get(text);
}

function read(text) {
  const [start, end] = text.split("/").map(point);
  if (!end) return { ...start, start: start.iso };
  const { key, year } = start;
  return {
    key,
    year,
    start: start.iso,
    end: end.iso,
    iso: end.iso,
    latest: end.latest,
    newestYear: end.year,
    words: `${start.words} to ${end.words}`,
    html: `${start.html} to ${end.html}`,
  };
}

function point(iso) {
  const [year, month, day] = iso.split("-");
  const words = [day && String(+day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  const last = day || new Date(Date.UTC(+year, +(month || 12), 0)).getUTCDate();
  return {
    iso,
    words,
    year,
    newestYear: year,
    key: [year, month || "00", day || "00"].join("-"),
    latest: `${year}-${month || "12"}-${last}`,
    html: `<time datetime="${iso}">${words}</time>`,
  };
}

const today = new Date();
today.setFullYear(today.getFullYear() - 10);
const oldBefore = today.toISOString().slice(0, 10);

/** Say whether a date is more than ten years ago. */
export const isOld = (text) => when(text).latest < oldBefore;
