import type { CheckRequest, CheckResult } from '../engine/finding.ts'
import type { EarlierTexts, PublishedText } from '../engine/published.ts'
import type { Gathering } from './gathering.ts'
import { maxWanted } from './links.ts'

/** The version in force; those before it are read where a rule looks for them. */
export interface PublishedSource extends PublishedText {
  readonly readEarlier?: () => Promise<EarlierTexts>
}

/** A check, and how to read what it turns out to want. */
export interface CheckSource extends Omit<CheckRequest, 'published' | 'surroundings'> {
  readonly published?: PublishedSource | null
}

/** Checks a document once, with everything that it refers to and is compared with. */
export const checkOnceWith = async (
  check: (request: CheckRequest) => Promise<CheckResult>,
  { published: source = null, ...request }: CheckSource,
  gathering: Gathering | null,
): Promise<CheckResult> => {
  const units = new Map<string, CheckResult['units'][number]>()
  const { readEarlier, ...newest } = source ?? { revision: '', text: '' }
  let published: PublishedText | null = source && newest
  for (let round = 0; ; round++) {
    const revision = request.revision + round
    const surroundings = gathering?.surroundings ?? null
    const result = await check({ ...request, revision, published, surroundings })
    for (const unit of result.units) units.set(unit.unit, unit)
    const readsEarlier = published && !published.earlier && result.wantsEarlier && readEarlier
    if (published && readsEarlier) published = { ...published, earlier: await readEarlier() }
    const isMore = round < maxWanted && (await gathering?.take(result.wanted))
    if (!isMore && !readsEarlier) return { ...result, units: [...units.values()] }
  }
}
