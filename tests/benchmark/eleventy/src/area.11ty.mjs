import { isOld, when } from "../lib/dates.mjs";
import { layOut } from "../lib/layout.mjs";
import { each, escape, Page, status } from "../lib/page.mjs";
import { areas, kebab } from "../lib/records.mjs";
import { statement } from "../lib/statement.mjs";

const STATUSES = ["completed", "ongoing", "in-development", "planned", "under-consideration", "offered", "ended"];

export const data = {
  pagination: { data: "areas", size: 1, alias: "area" },
  areas,
  permalink: ({ area }) => `${area.href}index.html`,
};

function age(area) {
  const dates = area.activities.map((activity) => activity.newest.as_of);
  const old = dates.filter(isOld);
  if (old.length * 2 <= dates.length) return "";
  const numbers = new Map();
  for (const date of old) numbers.set(when(date).newestYear, (numbers.get(when(date).newestYear) || 0) + 1);
  const [[year]] = [...numbers].sort(([, one], [, other]) => other - one);
  return `<p class="nr-meta">${old.length} of ${dates.length} statements rest on sources over ten years old, most of them of ${year}.</p>\n`;
}

export function render({ area }) {
  const page = new Page(area.href);
  const numbers = STATUSES.map((name) => [name, area.activities.filter(({ newest }) => newest.status === name).length]);
  const topics = [...new Set(area.activities.map((activity) => activity.topic))].map((title) => [
    `_topic-${kebab(title)}`,
    title,
    area.activities.filter((activity) => activity.topic === title),
  ]);
  const events = area.events.length ? `<h2 id="_events">Events</h2>\n<ul class="nr-events">\n${each(area.events, (event) => page.brief(event))}</ul>\n` : "";
  const body = `<p class="nr-lede">${page.prose(area.summary)}</p>
<p class="nr-meta nr-counts">${each(numbers.filter(([, number]) => number), ([name, number]) => `<span>${number} ${status(name)}</span> `)}<span>latest as of ${when(area.newest).html}</span></p>
${age(area)}${each(topics, ([id, title, activities]) => `<h2 id="${id}">${escape(title)}</h2>\n${each(activities, (activity) => statement(page, activity))}`)}${events}`;
  const headings = topics.map(([id, title, activities]) => [id, title, activities.map((activity) => [activity.id, activity.title])]);
  return layOut(page, {
    title: area.title,
    body,
    headings: events ? [...headings, ["_events", "Events"]] : headings,
    area,
  });
}
