import type { InvalidCase, ValidCase } from '@lienthong/plugin-sdk'

export const sql = (text: string): ValidCase => ({ format: 'sql', text })
export const markdown = (text: string): ValidCase => ({ format: 'markdown', text })
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

export const tinh = 'create table tinh (ma char(2) primary key, ten text);\n'
