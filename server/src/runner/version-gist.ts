import type { VersionInUse } from '../registry/plugin-store.service.ts'

/** What of a plugin decides what runs. */
export const gistOf = (id: string, versions: readonly VersionInUse[]): string =>
  JSON.stringify(
    versions
      .filter(({ manifest }) => manifest.id === id)
      .map(({ manifest, organisations, quarantine }) => [
        manifest.sha256,
        [...organisations].sort(),
        quarantine,
      ]),
  )
