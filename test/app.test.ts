import { testApp, type TestApp } from './fixtures/app';

describe('the application', () => {
  let t: TestApp;
  beforeAll(() => (t = testApp()));
  afterAll(() => t.close());

  it('lets a page load nothing from elsewhere, and nobody frame it', async () => {
    const answer = await t.visitor().get('/sign-in').expect(200);
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
        "form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    expect(answer.headers['referrer-policy']).toBe('same-origin');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  });

  it('has every page forgotten by the browser, also one of a fault, a file and what is sent to a script', async () => {
    const helen = await t.as('helen');
    const answers = [
      await helen.get('/'),
      await helen.get('/people.csv'),
      await helen.get('/nowhere'),
      await helen.get('/people/%E0%A4%A'),
      await helen.post('/people/new').set('Accept', 'application/json'),
      await t.visitor().get('/people'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400, 403, 303]);
    for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store');
  });

  it('lets styles and scripts be kept, and leads from them to nothing else', async () => {
    const script = await t.visitor().get('/assets/page.js').expect(200);
    expect(script.headers['cache-control']).toContain('max-age=3600');
    await t.visitor().get('/assets/..%2f..%2fpackage.json').expect(404);
    await t.visitor().get('/assets/nothing.js').expect(404);
  });

  it('gives a cookie that no script reads and no other site sends', async () => {
    const answer = await t
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ name: 'ruth', password: 'three quiet words' });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^assay=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Expires');
  });

  it('gives none to somebody who only looks', async () => {
    expect((await t.visitor().get('/sign-in')).headers).not.toHaveProperty('set-cookie');
  });
});
