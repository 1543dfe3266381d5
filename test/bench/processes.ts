import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

/** A server in a process of its own, on a core of its own where that can be had. */
export interface Server {
  url: string;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

const canPin = works('taskset', ['-c', '0', 'true']) && works('taskset', ['-c', '1', 'true']);

/** Servers get the first core; this process, which makes the load, the second. */
export function takeSecondCore(): void {
  if (canPin) execFileSync('taskset', ['-acp', '1', String(process.pid)], { stdio: 'ignore' });
}

export const startAssay = (dataDir: string): Promise<Server> =>
  start(['--enable-source-maps', join(root, 'dist', 'main.js')], { DATA_DIR: dataDir, PORT: '0' });

export const startBare = (folder: string): Promise<Server> =>
  start(['--import', 'tsx', join(__dirname, 'bare-server.ts')], { BARE_DIR: folder });

/** Runs a command to its end on the first core and gives what it printed. */
export function runNode(args: readonly string[], env: Record<string, string>): string {
  const [command = '', ...rest] = pinned(args);
  return execFileSync(command, rest, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function start(args: readonly string[], env: Record<string, string>): Promise<Server> {
  const [command = '', ...rest] = pinned(args);
  const child = spawn(command, rest, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const url = await addressOf(child);
  return {
    url,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      running.delete(child);
    },
  };
}

/** However the bench ends, its servers end with it. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/** Waits for the line 'ready at http://...'. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /ready at (http:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server stopped before it was ready.\n${said}`)));
  });
}

const pinned = (args: readonly string[]): string[] =>
  canPin ? ['taskset', '-c', '0', process.execPath, ...args] : [process.execPath, ...args];

function works(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
