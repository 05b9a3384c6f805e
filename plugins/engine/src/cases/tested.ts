/** What a plugin is loaded as while its cases run. */
export const testedPlugin = 'under-test'

/** One failed expectation, in words for a terminal. */
export interface CaseFailure {
  readonly rule: string
  readonly name: string
  readonly reason: string
}
