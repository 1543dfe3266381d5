// Takes the pictures of the README from the demonstration: npm run pictures
import { mkdirSync, mkdtempSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { demoPassword } from '../../server/commands/demo/northbeck';

const port = 3999;
const into = join(__dirname, '..', '..', '.github', 'pictures');

async function pictures(): Promise<void> {
  mkdirSync(into, { recursive: true });
  const demo = spawn(process.execPath, ['dist/commands/demo.js'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'assay-pictures-')),
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await new Promise<void>((resolve) => demo.stdout.on('data', (text: Buffer) => text.includes('ready') && resolve()));
    await takeAll();
  } finally {
    demo.kill();
  }
}

async function takeAll(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  const signedIn = async (name: string, width: number): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: `http://127.0.0.1:${port}`,
      viewport: { width, height: 1000 },
    });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.fill('#name', name);
    await page.fill('#password', demoPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const head = await signedIn('helen', 1280);
  await take(head, '/samples/new', 'sample');
  await take(head, '/reports/themes/victims', 'theme');
  await head.goto('/audits?state=agreed');
  await head.locator('main a[href^="/audits/"]').first().click();
  await head.waitForLoadState();
  await take(head, head.url(), 'result');
  const auditor = await signedIn('tom', 760);
  await auditor.goto('/audits');
  await auditor.locator('main a[href^="/audits/"]').first().click();
  await auditor.getByRole('button', { name: 'Begin the audit' }).click();
  await auditor.waitForLoadState();
  const questions = auditor.url().replace(/\/sections\/.*/, '/sections/dip-questions');
  await auditor.goto(questions);
  for (const [i, answer] of [0, 1, 0].entries()) {
    await auditor.locator('.scale').nth(i).locator('input').nth(answer).check({ force: true });
  }
  await auditor.locator('textarea').nth(1).fill('People are named; the circumstances are not.');
  await auditor.locator('textarea').nth(1).blur();
  await auditor.waitForTimeout(2500);
  await take(auditor, questions, 'audit');
  await browser.close();
}

async function take(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.screenshot({ path: join(into, `${name}.png`) });
  console.log(`${name}.png: ${await page.title()}`);
}

void pictures();
