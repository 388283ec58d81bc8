// The records with their links both ways, made once for all pages.
import { readdirSync, readFileSync } from "node:fs";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { when } from "./dates.mjs";

const LINK = /\]\(((?:visit|milestone|area|statement|source):[^)\s]+)\)/g;
const OPEN = new Set(["in-development", "planned", "under-consideration", "offered"]);

const read = (name) => load(readFileSync(`data/${name}.yml`, "utf8"), { schema: FAILSAFE_SCHEMA });
const ascending = (key) => (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
const descending = (key) => (one, other) => ascending(key)(other, one);
export const kebab = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

function add(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

export const partner = read("partner");

export const sources = read("sources");
for (const source of sources) Object.assign(source, { noun: "source", href: `sources/#${source.id}` });
const sourceById = new Map(sources.map((source) => [source.id, source]));
export const primary = sourceById.get(partner.primary_source);
const sourcesOf = (record) => (record.sources ? record.sources.map((id) => sourceById.get(id)) : [primary]);
for (const fact of partner.key_facts) fact.from = sourcesOf(fact);

export const areas = readdirSync("data/areas")
  .map((file) => file.replace(".yml", ""))
  .map((id) => ({ ...read(`areas/${id}`), id, noun: "area", href: `areas/${id}/` }))
  .sort(ascending((area) => area.title));
const areaById = new Map(areas.map((area) => [area.id, area]));

/** Follow a statement: what is known after each step, the first step first. */
function follow(statement) {
  const { text, status } = statement;
  const first = { as_of: statement.as_of || statement.from[0].date, text, status, sources: statement.from };
  let standing = { claim: text, from: first.sources, status, as_of: first.as_of, told: first.sources[0], step: first };
  const standings = [standing];
  for (const update of [...(statement.updates || [])].sort(ascending((item) => when(item.as_of).key))) {
    const step = { ...update, kind: update.kind || "change", sources: sourcesOf(update) };
    standing = { ...standing, step };
    if (step.kind !== "omission") {
      Object.assign(standing, { status: step.status || standing.status, as_of: step.as_of, told: step.sources[0] });
      if (step.kind === "change" && step.text) Object.assign(standing, { claim: step.text, from: step.sources });
    }
    standings.push(standing);
  }
  return standings;
}

function prepare(noun, records, page, areasOf) {
  for (const record of records) {
    Object.assign(record, { noun, href: `${page}#${record.id}`, from: sourcesOf(record) });
    record.in = areasOf(record);
    for (const conflict of record.conflicts || []) conflict.from = sourcesOf(conflict);
    if (noun === "statement") {
      record.standings = follow(record);
      record.newest = record.standings.at(-1);
    }
  }
  return records;
}

const named = (record) => (record.areas || []).map((id) => areaById.get(id));
export const overview = prepare("statement", partner.overview, "", () => []);
for (const area of areas) prepare("statement", area.activities, area.href, () => [area]);
export const statements = [...overview, ...areas.flatMap((area) => area.activities)];
export const milestones = prepare("milestone", read("milestones"), "timeline/", named);
export const visits = prepare("visit", read("visits"), "visits/", named);
export const events = [...statements, ...milestones, ...visits];
export const terms = read("glossary")
  .map((term) => ({ ...term, id: kebab(term.term), noun: "term", from: sourcesOf(term) }))
  .sort(ascending((term) => term.term.toLowerCase()));
for (const term of terms) term.href = `glossary/#${term.id}`;

export const linked = new Map([...events, ...areas, ...sources].map((item) => [`${item.noun}:${item.id}`, item]));

/** The records whose texts link to one, by its kind and id. */
export const mentions = new Map();
for (const event of events) {
  const parts = [event, ...(event.updates || []), ...(event.conflicts || [])];
  const texts = parts.map((part) => part.text || part.purpose || "").filter((text) => text.includes("]("));
  const found = new Set(texts.flatMap((text) => [...text.matchAll(LINK)].map((match) => match[1])));
  for (const to of found) if (to !== `${event.noun}:${event.id}`) add(mentions, to, event);
}

/** The records that cite a source, by its id. */
export const supported = new Map();
for (const record of [...events, ...terms]) {
  const steps = (record.standings || []).map((standing) => standing.step.sources);
  const differing = (record.conflicts || []).map((conflict) => conflict.from);
  for (const source of new Set([record.from, ...steps, ...differing].flat())) add(supported, source.id, record);
}

const dateKey = (record) => when(record.date).key;
export const timeline = events.filter((event) => event.date).sort(ascending(dateKey));
const byYear = new Map();
for (const event of timeline) add(byYear, when(event.date).year, event);
export const years = [...byYear];
export const moved = events.filter((event) => event.formerly && !event.date);
export const datedVisits = visits.filter((visit) => visit.date).sort(descending(dateKey));
export const recurringVisits = visits.filter((visit) => visit.recurring && !visit.date);

const byArea = new Map();
for (const event of [...timeline, ...visits.filter((visit) => !visit.date)])
  for (const area of event.in) add(byArea, area.id, event);
for (const area of areas) {
  area.events = byArea.get(area.id) || [];
  area.newest = area.activities
    .map((activity) => activity.newest.as_of)
    .reduce((one, other) => (when(other).latest > when(one).latest ? other : one));
}

/** Every step at which a source says something newer or different, the newest first. */
export const changes = statements
  .flatMap((statement) =>
    statement.standings.slice(1).map((standing, index) => ({
      statement,
      standing,
      former: statement.standings[index],
      id: `${statement.id}_${when(standing.step.as_of).iso}`,
    })),
  )
  .filter((change) => change.standing.step.kind === "change")
  .sort(descending((change) => when(change.standing.as_of).key));
export const changesByYear = new Map();
for (const change of changes) add(changesByYear, when(change.standing.as_of).year, change);

/** What the primary source says of the points on which it differs; the made-up data have one version of it. */
export const differences = statements
  .map((statement) => {
    const steps = statement.standings.map((standing) => standing.step);
    const said = steps.filter((step) => (step.kind ? step.sources[0] : step.sources.find((one) => one === primary)) === primary);
    return { statement, said };
  })
  .filter(({ said }) => said.some((step) => step.kind === "change" || step.kind === "omission"));

export const unconfirmed = statements
  .filter((statement) => OPEN.has(statement.newest.status))
  .sort(ascending((statement) => when(statement.newest.as_of).key));
export const disputed = events.filter((event) => event.conflicts);

const byPerson = new Map();
for (const visit of visits)
  for (const person of [...visit.visitors, ...(visit.hosts || [])]) {
    person.anchor = `_person-${kebab(person.name)}`;
    add(byPerson, person.anchor, [person, visit]);
  }
export const people = [...byPerson.values()].sort(
  (one, other) => other.length - one.length || ascending(([[person]]) => person.name.toLowerCase())(one, other),
);

export const newestFirst = [...sources].sort(descending((source) => when(source.date).key));
