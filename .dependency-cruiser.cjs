/** Who may import whom: the boundaries of docs/architecture.md. @type {import('dependency-cruiser').IConfiguration} */
const ours = '^(protocol|plugins|server|extension|portal|e2e)/'
const plainEngine = { path: '^plugins/engine/src/', pathNot: ['^plugins/engine/src/(runner/|index|testing|engine/sha256)', '\\.spec\\.ts$'] }
const forbid = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-circular', {}, { circular: true }),
    forbid('protocol-imports-nothing-of-ours', { path: '^protocol/' }, { path: ours, pathNot: '^protocol/' }),
    forbid('sdk-imports-nothing-of-ours', { path: '^plugins/sdk/' }, { path: ours, pathNot: '^plugins/sdk/' }),
    forbid('engine-sees-only-the-sdk', { path: '^plugins/engine/' }, { path: ours, pathNot: '^plugins/(engine|sdk)/' }),
    forbid('engine-runs-in-browsers', plainEngine, { dependencyTypes: ['core'] }, 'Node is at home in runner/; the bundle for browsers has a SHA-256 of its own'),
    forbid('engine-does-not-know-the-runner', plainEngine, { path: '^plugins/engine/src/runner/' }),
    forbid('rule-sets-see-only-the-sdk', { path: '^plugins/(?!sdk/|engine/|cli/)([^/]+)/' }, { path: ours, pathNot: '^plugins/(sdk|$1)/' }, 'a first-party rule set is a plugin like any other'),
    forbid('cli-sees-only-plugins', { path: '^plugins/cli/' }, { path: ours, pathNot: '^(plugins|protocol)/' }),
    forbid('server-and-clients-are-strangers', { path: '^server/' }, { path: '^(extension|portal|e2e)/' }),
    forbid('server-does-not-use-the-client-session', { path: '^server/src/' }, { path: '^protocol/src/client/' }),
    forbid('extension-sees-only-the-protocol', { path: '^extension/' }, { path: ours, pathNot: '^(extension|protocol)/' }),
    forbid('only-the-shell-touches-vscode', { path: '^extension/src/core/' }, { path: '^vscode$|@types/vscode|^extension/src/vscode/' }),
    forbid('portal-sees-only-the-protocol', { path: '^portal/' }, { path: ours, pathNot: '^(portal|protocol)/' }),
    forbid('features-meet-at-services', { path: '^server/src/([^/]+)/', pathNot: '\\.spec\\.ts$' }, { path: '^server/src/(?!database/|transport/|config)([^/]+)/', pathNot: '^server/src/($1/|[^/]+/[^/]+\\.(service|module)\\.ts$)' }, 'a feature imports another feature through its service or module only'),
    forbid('ground-floor-imports-no-feature', { path: '^server/src/(database|transport)/|^server/src/config' }, { path: '^server/src/', pathNot: '^server/src/(database|transport)/|^server/src/config' }),
    forbid('declare-what-you-import', { pathNot: '\\.spec\\.tsx?$|/test/|build\\.mjs$' }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?!.*node_modules).*/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'default'] },
  },
}
