// Everything a pull request needs, one step after the other; the last line adds up all runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const totals = { passed: 0, failed: 0, skipped: 0 };
const scratch = mkdtempSync(join(tmpdir(), 'assay-run-'));
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

check('stylesheet', 'npm', ['run', '--silent', 'styles']);
check('types', 'npx', ['tsc', '-p', 'tsconfig.test.json']);
check('lint', 'npx', ['eslint', 'server', 'test', '--max-warnings', '0']);
check('layering', 'npx', ['depcruise', 'server', '--config', '.dependency-cruiser.cjs']);
check('format', 'npx', ['prettier', '--check', '--log-level', 'warn', 'server', 'test']);
jest('rules, pages and requests', ['--maxWorkers=2']);
if (browser()) jest('browser', ['--runInBand'], { BROWSER_TESTS: 'yes', CHROMIUM: browser() });
else notRun('browser tests: no Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM.');

console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);

function check(name, command, args) {
  const began = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds} s)`);
  totals[status === 0 ? 'passed' : 'failed'] += 1;
}

function jest(name, args, env = {}) {
  const outcome = join(scratch, `${name.replaceAll(/\W+/g, '-')}.json`);
  console.log(`\n${name}`);
  spawnSync('npx', ['jest', '--json', `--outputFile=${outcome}`, '--reporters=default', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (!existsSync(outcome)) return notRun(name);
  const result = JSON.parse(readFileSync(outcome, 'utf8'));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  totals.skipped += result.numPendingTests + result.numTodoTests;
}

function notRun(what) {
  console.log(`NOT RUN  ${what}`);
  totals.failed += 1;
}

/** Where a browser is; on Debian and Ubuntu, as root, it is installed when there is none. */
function browser() {
  const found = () => browsers.find((path) => path && existsSync(path));
  if (found()) return found();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests ...');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  }
  return found();
}
