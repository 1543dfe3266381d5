// Packages that exist as ES modules only; swc turns them (and what they bring) into CommonJS for jest on Node 20.
const esModules = ['d3-[a-z-]+', 'internmap', 'temporal-polyfill', 'temporal-spec', 'temporal-utils'];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Browser tests are a run of their own: Chromium and the server fill two cores.
  testMatch: [process.env.BROWSER_TESTS ? '**/*.browser.test.ts' : '**/!(*.browser).test.ts'],
  testTimeout: process.env.BROWSER_TESTS ? 120_000 : 60_000,
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
