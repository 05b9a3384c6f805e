import type { InvalidCase, ValidCase } from '@lienthong/plugin-sdk'

/** A document that breaks, with what is found in it. */
export const wrong = (
  name: string,
  document: ValidCase,
  ...findings: [messageId: string, marked: string, line?: number][]
): InvalidCase => ({
  ...document,
  name,
  findings: findings.map(([messageId, marked, line]) =>
    line === undefined ? { messageId, marked } : { messageId, marked, line },
  ),
})
