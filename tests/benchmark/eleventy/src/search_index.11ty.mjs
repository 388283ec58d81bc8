import { when } from "../lib/dates.mjs";
import { describe, SITE } from "../lib/layout.mjs";
import { escape, plain, titleOf, words } from "../lib/page.mjs";
import { areas, changes, milestones, sources, statements, terms, visits } from "../lib/records.mjs";

export const data = { permalink: "search/search_index.json" };

const said = ({ as_of, status, claim }) => `As of ${when(as_of).words} (${words(status)}): ${plain(claim)}`;
const called = ({ name, role }) => (role ? `${name}, ${role}` : name);
const differing = (record) => (record.conflicts || []).map(({ text }) => ` Another source differs: ${plain(text)}`).join("");

const texts = {
  statement: (record) => said(record.newest),
  milestone: ({ date, text }) => `${when(date).words}. ${plain(text)}`,
  visit: ({ date, place, visitors, hosts, purpose }) =>
    `${date ? when(date).words : "Recurring"}, ${place}. ${[...visitors, ...(hosts || [])].map(called).join("; ")}. ${plain(purpose)}`,
  source: ({ publisher, note }) => `${publisher}. ${plain(note)}`,
  term: ({ name, text }) => `${name}. ${plain(text)}`,
};

const entry = (record) => ({
  location: record.href,
  title: escape(titleOf(record)),
  text: escape(texts[record.noun](record) + differing(record)),
});

const former = ({ statement, standing, former, id }) => ({
  location: `changes/#${id}`,
  title: escape(`${titleOf(statement)}: before ${when(standing.as_of).words}`),
  text: escape(said(former)),
  boost: 0.5,
});

const overall = (area) => ({ location: area.href, title: escape(area.title), text: escape(describe(area)) });

export const render = () =>
  JSON.stringify({
    config: SITE.search,
    docs: [
      ...SITE.pages,
      ...areas.map(overall),
      ...[...statements, ...milestones, ...visits, ...sources, ...terms].map(entry),
      ...changes.map(former),
    ],
  });
