import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a plugin said of its failure may hold a document's text: only the kind of failure stays. */
export class QuarantineKinds1730000003800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const kind of kinds)
      await runner.query(`UPDATE plugin_quarantines SET reason = '${kind}' WHERE reason LIKE '${kind}:%'`)
    const known = kinds.map(kind => `'${kind}'`).join(', ')
    await runner.query(`UPDATE plugin_quarantines SET reason = 'threw' WHERE reason NOT IN (${known})`)
  }

  /** The kinds are reasons, too. */
  async down(): Promise<void> {}
}

/** As they were when this was written. */
const kinds = ['threw', 'too-slow', 'too-much-memory', 'answer-too-large', 'answer-invalid', 'not-a-plugin']
