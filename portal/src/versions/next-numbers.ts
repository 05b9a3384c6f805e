import { numberAfter } from '@lienthong/protocol'

/** The numbers that may come after `last`, by what the change does; the first version has one choice. */
export const nextNumbers = (last: string | undefined) => {
  if (last === undefined) return [{ step: null, number: '1.0.0' }] as const
  const after = <Step extends 'patch' | 'minor' | 'major'>(step: Step) => ({
    step,
    number: numberAfter(last, step),
  })
  return [after('patch'), after('minor'), after('major')] as const
}
