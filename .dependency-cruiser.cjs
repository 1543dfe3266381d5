/** Who may import whom. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'domain-imports-only-domain',
      comment: 'The rules are pure: dates and distributions from two kept libraries, a hash from Node, nothing else.',
      severity: 'error',
      from: { path: '^server/domain' },
      to: { pathNot: '^(server/domain|schemas|node_modules/(temporal-polyfill|@stdlib|ajv)|node:crypto|crypto$)' },
    },
    {
      name: 'platform-knows-no-capability',
      severity: 'error',
      from: { path: '^server/platform' },
      to: { path: '^server/(features|commands|app|main|capabilities|settings)' },
    },
    {
      name: 'no-foreign-routes-or-pages',
      comment: "A capability may use another's stores and acts, never its routes or pages.",
      severity: 'error',
      from: { path: '^server/features/([^/]+)/' },
      to: { path: '^server/features/.*(routes|page)[.]ts$', pathNot: '^server/features/$1/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^server/features' },
      to: { path: '^server/(app|main|commands|capabilities)', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
};
