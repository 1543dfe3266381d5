import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './figures.js';
import { page, type Client } from './load.js';
import { auditor, bareClient, sideBySide, type UnderLoad } from './saving.js';

/** Opening a section of a half-filled audit, each client its own, against sending the same bytes. */
export async function openingASection(load: UnderLoad): Promise<Measured[]> {
  const [name, paths] = [
    `opening the ${load.form} (requests a second)`,
    load.audits.map((audit) => sectionOf(load, audit)),
  ];
  const copy = await copied(load, sectionOf(load));
  const ours = paths.map((path) => reader(path, load.headers));
  return sideBySide(
    name,
    load,
    ours,
    ours.map(() => reader(copy, {})),
  );
}

/** Opening all questions on one sheet, to print. */
export async function openingTheSheet(load: UnderLoad): Promise<Measured[]> {
  const ours = load.audits.map((audit) => reader(`/audits/${audit}/sheet`, load.headers));
  const copy = await copied(load, `/audits/${load.audits[0]}/sheet`);
  return sideBySide(
    `opening the ${load.form} on one sheet (requests a second)`,
    load,
    ours,
    ours.map(() => reader(copy, {})),
  );
}

/** What the page does at each answer: it is saved, and the section drawn anew with what follows from it. */
export async function answering(load: UnderLoad): Promise<Measured[]> {
  const copy = await copied(load, sectionOf(load));
  const auditors = await Promise.all(load.audits.map((audit) => auditor(load, audit)));
  const ours = auditors.map((client, i) => inTurns(client, reader(sectionOf(load, load.audits[i]), load.headers)));
  const theirs = auditors.map(() => inTurns(bareClient(load.item), reader(copy, {})));
  return sideBySide(`answering the ${load.form} and drawing it anew (requests a second)`, load, ours, theirs);
}

const sectionOf = ({ audits, section }: UnderLoad, audit = audits[0]): string => `/audits/${audit}/sections/${section}`;

/** Leaves a page of ours with the bare server; gives its address there. */
async function copied({ assay, bareFolder, headers }: UnderLoad, path: string): Promise<string> {
  const file = path.slice(1).replaceAll('/', '-');
  writeFileSync(join(bareFolder, `${file}.html`), await page(`${assay.url}${path}`, headers));
  return `/pages/${file}`;
}

const reader = (path: string, headers: Record<string, string>): Client => ({
  next: () => ({ method: 'GET', path, headers }),
  answered: () => undefined,
});

function inTurns(one: Client, other: Client): Client {
  let [now, then] = [one, other];
  return {
    next: () => now.next(),
    answered(body) {
      now.answered(body);
      [now, then] = [then, now];
    },
  };
}
