// A statement as its own page shows it: the claim, how it is known, and what was said before.
import { when } from "./dates.mjs";
import { each, escape, plain, titleOf, words } from "./page.mjs";

const NO_LONGER_SO = { ended: "described as past", completed: "described as done" };

const REMARKS = { confirmation: "confirmed", omission: "not mentioned as of" };

/** Word the steps of a statement; confirmations in a row are one, and so are omissions. */
function* steps(standings) {
  let status;
  for (let index = 0; index < standings.length; ) {
    const { step } = standings[index];
    const run = [step];
    if (REMARKS[step.kind]) {
      while (standings[index + run.length]?.step.kind === step.kind) run.push(standings[index + run.length].step);
      yield [REMARKS[step.kind], run];
    } else {
      const same = !step.status || step.status === status;
      const first = step.status ? words(step.status) : "stated";
      const changed = same ? "updated" : NO_LONGER_SO[step.status] || words(step.status);
      yield [step.kind ? changed : first, run];
      status = step.status || status;
    }
    index += run.length;
  }
}

function dated(page, step) {
  const remark = REMARKS[step.kind] && step.text ? ` (${page.prose(step.text)})` : "";
  const hasClaim = !step.kind || (step.kind === "change" && step.text);
  return `${when(step.as_of).html}${remark}&nbsp;${page.cite(hasClaim ? step.sources.slice(0, 1) : step.sources)}`;
}

/** Return the standings with earlier claims, the newest first. */
function earlier(standings) {
  const last = new Map(standings.map((standing) => [plain(standing.claim), standing]));
  return [...last.values()].slice(0, -1).reverse();
}

function history(page, standings) {
  if (standings.length === 1) return "";
  const claims = earlier(standings);
  const course = each([...steps(standings)], ([said, run]) =>
    `<li>${said} ${each(run, (step) => dated(page, step), ", ")}</li>\n`);
  const before = claims.length
    ? `<details class="nr-history">\n<summary>What was said before</summary>\n<ol>\n${each(claims, (claim) => `<li>${page.known(claim)}</li>\n`)}</ol>\n</details>\n`
    : "";
  return `<ol class="nr-steps" aria-label="How it is known">\n${course}</ol>\n${before}`;
}

export function statement(page, record) {
  const { newest, date } = record;
  const onTimeline = date ? ` · <a href="${page.link(`timeline/#${record.id}`)}">${when(date).html} on the timeline</a>` : "";
  return `<article class="nr-statement" id="${record.id}">${page.former(record)}
<h3>${escape(titleOf(record))} ${page.tools(record.id, titleOf(record))}</h3>
<p>${page.claim(newest)}</p>
<p class="nr-meta">${page.standing(newest)}${onTimeline}${page.press(newest.from, newest.as_of)}</p>
${history(page, record.standings)}${page.conflicts(record)}${page.mentions(record)}</article>
`;
}
