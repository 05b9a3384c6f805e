import type { Format, Language } from '@lienthong/plugin-sdk'
import { markdownSamples } from './markdown-samples.ts'
import { schemaSamples } from './schema-samples.ts'
import { sqlSamples } from './sql-samples.ts'

/** A document that plugins are tried out on. */
export interface Sample {
  readonly name: string
  readonly language: Language
  readonly format: Format
  readonly text: string
  /** False for one that somebody is in the middle of: of what cannot be read at the moment findings stay as they were. */
  readonly isWhole: boolean
  /** What rules that compare see as the version in force: with a name less, and another more. */
  readonly published: string
}

/** Small, so that an honest plugin is through in a moment. Of each language one that is whole, and one that somebody is in the middle of. */
export const samples: readonly Sample[] = [...schemaSamples, ...sqlSamples, ...markdownSamples].map(
  sample => ({
    ...sample,
    published: sample.text.replaceAll('ghiChu', 'ghiChuCu').replaceAll('ghi_chu', 'ghi_chu_cu'),
  }),
)
