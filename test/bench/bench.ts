import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoPassword } from '../../server/commands/demo/northbeck.js';
import { formEngine } from './engine.js';
import { asJson, asTable, measured, type Measured } from './figures.js';
import { importingARegister } from './importing.js';
import { drawingInABrowser } from './in-browser.js';
import { signIn } from './load.js';
import { answering, openingASection, openingTheSheet } from './opening.js';
import { startAssay, startBare, takeSecondCore } from './processes.js';
import { openingReports } from './reports.js';
import { savingAnAnswer } from './saving.js';
import { buildService, grown, type BenchService } from './services.js';
import { startToFirstPage } from './starting.js';

// Measures what people wait for, each in the same run as the least that could do it. With --json FILE the figures go
// to a file as well; with --quick there are fewer rounds.

const { values } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const rounds = values.quick ? 2 : 9;
const clients = 8;

async function bench(folder: string): Promise<Measured[]> {
  const bareFolder = join(folder, 'bare');
  mkdirSync(bareFolder);
  console.log('Making a service of two years ...');
  const service = buildService(join(folder, 'service'), clients);
  takeSecondCore();
  const few = grown(service.folder, join(folder, 'few'), 1000, 'within');
  const many = grown(few, join(folder, 'many'), 10_000, 'further back');
  const repeats = values.quick ? 1 : 5;
  console.log('Reading forms ...');
  const figures = await formEngine(rounds);
  console.log('Saving answers and opening forms ...');
  figures.push(...(await pages(service, bareFolder)));
  console.log('Opening reports ...');
  figures.push(...(await reports(few, many)));
  console.log('Importing and starting ...');
  figures.push(...importingARegister(folder, repeats), ...(await startToFirstPage(folder, repeats)));
  return figures;
}

async function pages(service: BenchService, bareFolder: string): Promise<Measured[]> {
  const [assay, bare] = [await startAssay(service.folder), await startBare(bareFolder)];
  const atStart = [assay, bare].map((server) => server.memory());
  const headers = await signIn(assay.url, 'tom', demoPassword);
  const amount = values.quick ? 50 : 400;
  const on = { assay, bare, bareFolder, headers, rounds, amount };
  const usual = {
    ...on,
    form: '41-item form',
    audits: service.audits,
    section: 'harm-assessment',
    item: 'harm-sources',
  };
  const large = { ...on, form: '120-item form', audits: service.largeAudits, section: 'whole', item: 's0-q1' };
  const figures: Measured[] = [];
  for (const load of [usual, large])
    for (const measure of [savingAnAnswer, openingASection, answering]) figures.push(...(await measure(load)));
  figures.push(...(await openingTheSheet(usual)));
  console.log('Drawing a large form in a browser ...');
  const inBrowser = await drawingInABrowser(large, values.quick ? 3 : 12);
  const afterwards = [assay, bare].map((server) => server.memory());
  await assay.stop();
  await bare.stop();
  return [
    ...figures,
    ...inBrowser,
    memoryFigure('memory at start (MB)', atStart),
    memoryFigure('memory after the load above (MB)', afterwards),
  ];
}

const memoryFigure = (name: string, [ours = 0, theirs = 0]: readonly number[]): Measured =>
  measured(name, 1, [ours], [theirs]);

async function reports(few: string, many: string): Promise<Measured[]> {
  const [young, old] = [await startAssay(few), await startAssay(many)];
  const figures = await openingReports(
    { audits: '1,000', folder: few, server: young },
    { audits: '10,000', folder: many, server: old },
    { name: 'helen', password: demoPassword },
    values.quick ? 3 : 15,
  );
  await young.stop();
  await old.stop();
  return figures;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const figures = await bench(folder);
  console.log(asTable(figures));
  if (values.json !== undefined) writeFileSync(values.json, `${asJson(figures)}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
