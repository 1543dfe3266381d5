import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { measured, type Measured } from './figures.js';
import { page as textOf } from './load.js';
import type { UnderLoad } from './saving.js';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

/** What one visit came to, in milliseconds. */
interface Visit {
  drawn: number;
  reacted: number;
  /** 50 where no task was longer. */
  longest: number;
}

/**
 * The large form in a browser: until it is drawn, and from an answer until what follows from it is on the screen, saved
 * and told by the server; against the same page as plain HTML, where a line of script shows what follows and keeps nothing.
 */
export async function drawingInABrowser(load: UnderLoad, visits: number): Promise<Measured[]> {
  const { assay, bare, bareFolder, headers, audits, section, form } = load;
  const path = `/audits/${audits[0]}/sections/${section}`;
  const html = await textOf(`${assay.url}${path}`, headers);
  writeFileSync(join(bareFolder, 'plain.html'), html.replaceAll(/<script[^>]*><\/script>/g, ''));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: flags,
  });
  const [ours, theirs]: [Visit[], Visit[]] = [[], []];
  try {
    const [at, beside] = [
      await browser.newContext({ baseURL: assay.url }),
      await browser.newContext({ baseURL: bare.url }),
    ];
    const [name = '', value = ''] = headers['Cookie']?.split('=') ?? [];
    await at.addCookies([{ name, value, url: assay.url }]);
    for (let i = -1; i < visits; i += 1) {
      const [us, them] = [await visit(at, path, false), await visit(beside, '/pages/plain', true)];
      if (i < 0) continue;
      ours.push(us);
      theirs.push(them);
    }
  } finally {
    await browser.close();
  }
  const figure = (what: string, part: keyof Visit, atMost: number) =>
    measured(
      `${what} (ms)`,
      1,
      ours.map((one) => one[part]),
      theirs.map((one) => one[part]),
      { atMost },
      'median',
    );
  return [
    figure(`drawing the ${form} in a browser`, 'drawn', 100),
    figure(`from an answer in the ${form} until what follows is seen`, 'reacted', 30),
    figure(`longest task of the browser meanwhile, 50 where none is longer`, 'longest', 50),
  ];
}

async function visit(context: BrowserContext, path: string, isPlain: boolean): Promise<Visit> {
  const page = await context.newPage();
  await page.addInitScript({ path: join(__dirname, 'in-page.js') });
  await page.goto(path, { waitUntil: 'load' });
  const drawn = await page.evaluate<number>('bench.drawn()');
  const follows = isPlain ? 'block-q-s1-q3' : 'block-q-s1-q6';
  const reacted = await page.evaluate<number>(`bench.reacted('s1-q0', '${follows}', ${isPlain})`);
  const longest = await page.evaluate<number>('bench.longest()');
  await page.close();
  return { drawn, reacted, longest };
}
