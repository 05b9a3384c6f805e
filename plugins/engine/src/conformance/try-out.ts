import type { PluginSource } from '../engine/engine.ts'
import type { UnitFinding } from '../engine/finding.ts'
import type { RuleSummary } from '../engine/plugin-meta.ts'
import { CheckedDocument, type Checks } from '../linked/checked-document.ts'
import { type Found, foundWhileWritten, toldOf } from './breaches.ts'
import { sampleInputs } from './sample-inputs.ts'
import { type Sample, samples } from './samples.ts'

/** What a plugin must not do on any document: the code of a refusal, and what its text names. `document` is one of the samples. */
export type Flaw =
  /** It threw, did not end, wanted too much memory or answered nonsense: `detail` says which, and in which rule. */
  | { readonly code: 'PLUGIN_FAULTY'; readonly params: Readonly<Record<'document' | 'detail', string>> }
  /** What it finds depends on how the text came to be; of each side only what the other has not. */
  | {
      readonly code: 'PLUGIN_UNSTEADY'
      readonly params: Readonly<Record<'plugin' | 'document' | 'opened' | 'written', string>>
    }

/** A plugin that was tried out: its rules, and the first that it did wrong; null for nothing. */
export interface TriedOut {
  readonly rules: readonly RuleSummary[]
  readonly flaw: Flaw | null
}

interface Runs extends Checks {
  load(source: PluginSource): Promise<readonly RuleSummary[]>
  unload(key: string): Promise<void>
}

/**
 * Loads a plugin and runs its rules, as they declare themselves, on a sample of everything that they speak. It is in use nowhere and
 * afterwards gone. Throws PluginFault: it does not load.
 */
export const tryOut = async (runner: Runs, source: PluginSource): Promise<TriedOut> => {
  const { id } = source
  const key = `tried-out:${id}`
  const rules = await runner.load({ ...source, key })
  try {
    const spoken = new Set(rules.flatMap(({ languages }) => languages))
    for (const sample of samples) {
      const flaw = spoken.has(sample.language) ? await flawOn(runner, { id, key }, sample) : null
      if (flaw) return { rules, flaw }
    }
    return { rules, flaw: null }
  } finally {
    await runner.unload(key)
  }
}

const flawOn = async (
  runner: Runs,
  { id, key }: { readonly id: string; readonly key: string },
  { name, format, text, published, isWhole }: Sample,
): Promise<Flaw | null> => {
  const earlier = { versions: [{ revision: '0.9.0', text }], isAll: true }
  const check = {
    format,
    text,
    plugins: [key],
    published: { revision: '1.0.0', text: published, earlier },
    inputs: sampleInputs,
    database: 'mau',
  }
  const document = new CheckedDocument(runner)
  const opened = await document.check(check, null)
  await document.close()
  if (!isWhole) return faultIn(name, opened)
  const written = await foundWhileWritten(runner, check)
  return faultIn(name, [...opened, ...written.faults]) ?? differenceIn(id, name, opened, written.found)
}

const faultIn = (document: string, found: readonly UnitFinding[]): Flaw | null => {
  const fault = found.find(({ severity }) => severity === 'fault')
  return fault ? { code: 'PLUGIN_FAULTY', params: { document, detail: fault.message.en } } : null
}

const differenceIn = (
  plugin: string,
  document: string,
  opened: readonly Found[],
  written: readonly Found[],
): Flaw | null => {
  const [one, other] = [opened.map(toldOf), written.map(toldOf)]
  const params = { plugin, document, opened: without(one, other), written: without(other, one) }
  return one.sort().join() === other.sort().join() ? null : { code: 'PLUGIN_UNSTEADY', params }
}

/** Those of one that the other has not, as many as a message holds. */
const without = (one: readonly string[], other: readonly string[]): string =>
  one
    .filter(told => !other.includes(told))
    .join('; ')
    .slice(0, maxTold) || '–'

const maxTold = 300
