import express from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../server/platform/sqlite/open.js';

// What everything is measured against: Express with nothing around it. It commits one row to the disk for a post, and
// sends the bytes of a page that was left in its folder.

const folder = process.env['BARE_DIR'] ?? '.';
const db = openDatabase(join(folder, 'bare.sqlite'));
db.exec('CREATE TABLE IF NOT EXISTS answers (id INTEGER PRIMARY KEY, item TEXT, value TEXT, at TEXT) STRICT');
const insert = db.prepare<[string, string, string]>('INSERT INTO answers (item, value, at) VALUES (?, ?, ?)');
const pages = new Map<string, string>();

const app = express();
app.post('/answers', express.urlencoded({ extended: false }), (req, res) => {
  const { item, value } = req.body as { item?: unknown; value?: unknown };
  insert.run(String(item), String(value), new Date().toISOString());
  res.json({ saved: true });
});
app.use('/assets', express.static(join(__dirname, '..', '..', 'views', 'assets')));
app.get('/pages/:name', (req, res) => {
  const { name } = req.params;
  let html = pages.get(name);
  if (html === undefined) pages.set(name, (html = readFileSync(join(folder, `${name}.html`), 'utf8')));
  res.type('html').send(html);
});
app.get('/', (_req, res) => {
  res.type('html').send('<!doctype html><title>Bare</title>');
});

const server = app.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  console.log(`Bare Express is ready at http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`);
});
process.once('SIGTERM', () => process.exit(0));
