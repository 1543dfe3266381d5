import autocannon from 'autocannon';

/** One client's requests: asked for the next one each time, told the answer. */
export interface Client {
  next(): { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };
  answered(body: string): void;
}

/** Sends so many requests with one connection a client and gives requests a second. Any answer but 200 stops the run. */
export async function requestsASecond(url: string, clients: readonly Client[], amount: number): Promise<number> {
  let taken = 0;
  // Counted from the first request to the last answer: autocannon's own clock runs on to the end of its sample.
  let [from, until] = [0, 0];
  const result = await autocannon({
    url,
    connections: clients.length,
    amount,
    sampleInt: 20,
    requests: [],
    setupClient(connection) {
      const client = clients[taken++ % clients.length];
      if (!client) return;
      connection.setRequests([
        {
          setupRequest(request) {
            if (from === 0) from = performance.now();
            return { ...request, ...client.next() };
          },
          onResponse(status, body) {
            if (status !== 200) throw new Error(`${url} answered ${status}: ${body.slice(0, 300)}`);
            until = performance.now();
            client.answered(body);
          },
        },
      ]);
    },
  });
  if (result.errors > 0) throw new Error(`${result.errors} requests to ${url} came to nothing.`);
  return amount / ((until - from) / 1000);
}

/** Milliseconds until a page is read whole. */
export async function millisecondsOf(address: string, headers: Record<string, string>): Promise<number> {
  const from = process.hrtime.bigint();
  await page(address, headers);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

export async function page(address: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(address, { headers });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}: ${body.slice(0, 300)}`);
  return body;
}

/** Signs in as a person would and gives the headers of a browser that is. */
export async function signIn(url: string, name: string, password: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ name, password }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    redirect: 'manual',
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`${name} could not sign in: ${answer.status}`);
  return { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
}
