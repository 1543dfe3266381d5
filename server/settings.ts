import { Type as T, type Static } from '@sinclair/typebox';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { resolve } from 'node:path';

const Environment = T.Object({
  PORT: T.Integer({
    minimum: 0,
    maximum: 65535,
    default: 3000,
    description: 'the port that the service listens on: a whole number from 0 to 65535',
  }),
  HOST: T.String({ minLength: 1, default: '127.0.0.1', description: 'the address that it listens on' }),
  DATA_DIR: T.String({
    minLength: 1,
    default: './data',
    description: 'the folder of the database and of files being brought in',
  }),
  LOG_LEVEL: T.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'silent'].map((level) => T.Literal(level)),
    {
      default: 'info',
      description: 'how much the log says: fatal, error, warn, info, debug or silent',
    },
  ),
  SECURE_COOKIES: T.Union([T.Literal('yes'), T.Literal('no')], {
    default: 'no',
    description: 'yes where people reach the service by https through a proxy, else no',
  }),
});

export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  logLevel: string;
  secureCookies: boolean;
}

/** The only reader of the environment. Throws with every setting that is wrong and what it should be. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const ajv = addFormats(new Ajv({ coerceTypes: true, useDefaults: true, allErrors: true }));
  const check = ajv.compile<Static<typeof Environment>>(Environment);
  const given: unknown = Object.fromEntries(
    Object.keys(Environment.properties).flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  if (!check(given)) {
    const wrong = new Set((check.errors ?? []).map((e) => e.instancePath.slice(1)));
    const sentences = settingsTable
      .filter(({ name }) => wrong.has(name))
      .map(({ name, says }) => `${name} is ${says}.`);
    throw new Error(`These settings can't be used as they are. ${sentences.join(' ')}`);
  }
  return {
    port: given.PORT,
    host: given.HOST,
    dataDir: resolve(given.DATA_DIR),
    logLevel: given.LOG_LEVEL,
    secureCookies: given.SECURE_COOKIES === 'yes',
  };
}

/** Each setting with its default and what it is for: the table of the README is checked against it. */
export const settingsTable = Object.entries(Environment.properties).map(([name, schema]) => ({
  name,
  default: String(schema.default),
  says: schema.description ?? '',
}));
