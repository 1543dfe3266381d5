import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { password } from '../fixtures/staff';

export interface Listening {
  port: number;
  get(address: string): Promise<{ status: number; text: string }>;
  post(address: string, type: string, text: string): Promise<{ status: number; text: string }>;
  signIn(name: string): Promise<void>;
  /** The cookie of whoever signed in, for a connection made by hand. */
  cookie(): string;
  stop(): Promise<void>;
}

/** The application as it listens for real, with somebody in front of it. */
export async function listening(app: Express): Promise<Listening> {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const own = { 'Sec-Fetch-Site': 'same-origin' };
  let cookie = '';
  const ask = async (
    address: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${address}`, {
      ...init,
      headers: { ...own, ...init.headers, ...(cookie && { cookie }) },
      redirect: 'manual',
    });
  const read = async (answer: Response) => ({ status: answer.status, text: await answer.text() });
  const post = (address: string, type: string, text: string) =>
    ask(address, { method: 'POST', headers: { 'Content-Type': type }, body: text });
  return {
    port,
    cookie: () => cookie,
    get: async (address) => read(await ask(address, {})),
    post: async (address, type, text) => read(await post(address, type, text)),
    signIn: async (name) => {
      const form = new URLSearchParams({ name, password }).toString();
      const answer = await post('/sign-in', 'application/x-www-form-urlencoded', form);
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      if (cookie === '') throw new Error(`${name} could not sign in`);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
