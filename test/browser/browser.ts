import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { TestApp } from '../fixtures/app';
import { password, type StaffName } from '../fixtures/staff';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export interface InBrowser {
  address: string;
  browser: Browser;
  /** A fresh browser window of somebody, signed in; any fault in the console fails the test at `close`. */
  as(name: StaffName, options?: { script?: boolean; width?: number }): Promise<Page>;
  visitor(options?: { script?: boolean; width?: number }): Promise<Page>;
  /** Cuts every line to the service, as when its process is killed. */
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The application on a real port and a real Chromium in front of it. */
export async function inBrowser(t: TestApp): Promise<InBrowser> {
  let server = await listen(t, 0);
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: flags,
  });
  const said: string[] = [];
  const visitor = async ({ script = true, width = 1280 }: { script?: boolean; width?: number } = {}): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      javaScriptEnabled: script,
      viewport: { width, height: 900 },
      baseURL: address,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    // A refused answer (422, 409, 401) and a line that is down are said in the console too; those are the pages' own business.
    page.on(
      'console',
      (m) =>
        m.type() === 'error' &&
        !/status of 4(01|09|13|22)|ERR_CONNECTION_REFUSED/.test(m.text()) &&
        said.push(m.text()),
    );
    page.on('pageerror', (error) => said.push(String(error)));
    return page;
  };
  return {
    address,
    browser,
    visitor,
    async as(name, options = {}) {
      const page = await visitor(options);
      await page.goto('/sign-in');
      await page.fill('#name', name);
      await page.fill('#password', password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      return page;
    },
    stop: () => stop(server),
    async start() {
      server = await listen(t, port);
    },
    async close() {
      await browser.close();
      await stop(server);
      if (said.length > 0) throw new Error(`The browser's console said: ${said.join('; ')}`);
    },
  };
}

const listen = (t: TestApp, port: number): Promise<Server> =>
  new Promise((resolve) => {
    const listening = t.app.listen(port, '127.0.0.1', () => resolve(listening));
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** What axe finds on a page, as words; empty when there is nothing. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (
      window as unknown as {
        axe: { run: (o: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
      }
    ).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await run.run({ runOnly: tags })).violations.map(
      (v) => `${v.id}: ${v.nodes.map((n) => String(n.target)).join(' | ')}`,
    );
  });
  return found;
}

/** Whether a page scrolls sideways, which nothing but tables in their own frame may. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
