// Packages that exist as ES modules only; swc turns them (and what they bring) into CommonJS for jest on Node 20.
const esModules = ['d3-[a-z-]+', 'internmap', 'temporal-polyfill', 'temporal-spec', 'temporal-utils'];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: process.env.BROWSER_TESTS ? ['/node_modules/'] : ['/node_modules/', '\\.browser\\.test\\.ts$'],
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
