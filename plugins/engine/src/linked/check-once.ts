import type { CheckRequest, CheckResult } from '../engine/finding.ts'
import type { Gathering } from './gathering.ts'
import { maxWanted } from './links.ts'

/** Checks a document once, with everything that it refers to. */
export const checkOnceWith = async (
  check: (request: CheckRequest) => Promise<CheckResult>,
  request: CheckRequest,
  gathering: Gathering | null,
): Promise<CheckResult> => {
  const units = new Map<string, CheckResult['units'][number]>()
  for (let round = 0; ; round++) {
    const revision = request.revision + round
    const result = await check({ ...request, revision, surroundings: gathering?.surroundings ?? null })
    for (const unit of result.units) units.set(unit.unit, unit)
    const isMore = round < maxWanted && (await gathering?.take(result.wanted))
    if (!isMore) return { ...result, units: [...units.values()] }
  }
}
