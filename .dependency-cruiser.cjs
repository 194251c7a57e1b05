/** Who may import whom (docs/house rules): a rule here, not memory. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const TEST = '\\.(test|process\\.test)\\.tsx?$';

/** npm packages and Node's own modules, as opposed to our folders. */
const packagesOtherThan = (...names) => ({ dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'], pathNot: names.map((name) => `(^|/)node_modules/${name}/`) });

module.exports = {
  forbidden: [
    forbid('no-circular', 'A circle has no first file to read.', {}, { circular: true }),
    forbid('resolvable', 'Every import leads somewhere. Packages of types alone (geojson) are checked by tsc.', {}, { couldNotResolve: true, pathNot: '^(geojson|topojson-specification)$' }),
    forbid('domain-is-the-core', 'packages/domain imports nothing of ours.', { path: '^packages/domain/' }, { path: '^(packages/(?!domain/)|db/|apps/|data/|tests/)' }),
    forbid('domain-uses-zod-only', 'packages/domain is pure.', { path: '^packages/domain/', pathNot: TEST }, packagesOtherThan('zod')),
    forbid('interchange-knows-domain-only', 'Readers and writers know records, not stores or routes.', { path: '^packages/interchange/', pathNot: TEST }, { path: '^(packages/analysis/|db/|apps/|data/|tests/)' }),
    forbid('analysis-knows-domain-only', 'Engines decide over typed arrays.', { path: '^packages/analysis/', pathNot: TEST }, { path: '^(packages/interchange/|db/|apps/|data/|tests/)' }),
    forbid('analysis-is-pure', 'No I/O, clock or random in engines.', { path: '^packages/analysis/', pathNot: TEST }, packagesOtherThan('zod')),
    forbid('sql-lives-in-db', 'The only SQL in the project is in db/.', { pathNot: '^(db/|tests/)' }, { path: '(^|/)node_modules/(kysely|pg|@electric-sql)/', dependencyTypesNot: ['type-only'] }),
    forbid('stores-know-domain-only', 'Stores save and read records.', { path: '^db/', pathNot: TEST }, { path: '^(packages/(interchange|analysis)/|apps/|data/)' }),
    forbid('migrations-are-frozen', 'A migration must not change when the app does.', { path: '^db/migrations/2' }, { path: '^(packages/|apps/|db/(?!migrations/))' }),
    forbid('services-do-not-know-routes', 'routes → services → stores + analysis.', { path: '^apps/api/(services|engine)/', pathNot: TEST }, { path: '^apps/api/(routes|local)/|^apps/api/(app|server|composition)\\.ts$' }),
    forbid('api-does-not-know-the-page', 'The page is served as built files.', { path: '^(apps/api|db|packages)/' }, { path: '^apps/(web|cli)/' }),
    forbid('page-knows-the-contract-by-type', 'The page shares the shapes of the API, not its code.', { path: '^apps/web/', pathNot: TEST }, { path: '^(apps/api/|db/|data/|tests/)', pathNot: '^apps/api/contract/' }),
    forbid('page-imports-contract-types-only', 'zod schemas of the API would weigh on the wire.', { path: '^apps/web/', pathNot: TEST }, { path: '^apps/api/contract/', dependencyTypesNot: ['type-only'] }),
    forbid('one-map-wrapper', 'apps/web/map is the only importer of the map library.', { path: '^apps/', pathNot: '^apps/web/map/' }, { path: '(^|/)node_modules/maplibre-gl/' }),
    forbid('no-test-in-production', 'Code does not import tests.', { path: '^(packages|db|apps)/', pathNot: TEST }, { path: `${TEST}|^tests/` }),
    forbid('declared-packages', 'Every package is in package.json; dev packages are for tests and tools.', { path: '^(packages|db|apps)/', pathNot: `${TEST}|basemap-data` }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/web/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
