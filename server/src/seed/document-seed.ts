import { ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DocumentsService } from '../documents/documents.service.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { readSeedDocument } from './seed-files.ts'
import { SeedMark } from './seed-mark.entity.ts'
import type { SeedDocument } from './seed-shapes.ts'

const kind = 'document'

/** The illustrative documents. Each is brought in once; from then on its text is what people write. */
@Injectable()
export class DocumentSeed {
  constructor(
    private readonly documents: DocumentsService,
    private readonly databases: DatabasesService,
  ) {}

  /** Answers how many it made. */
  async bring(manager: EntityManager, documents: readonly SeedDocument[]): Promise<number> {
    const brought = new Set((await manager.findBy(SeedMark, { kind })).map(({ code }) => code))
    let made = 0
    for (const document of documents) {
      const code = `${document.databaseCode}/${document.path}`
      if (brought.has(code)) continue
      if (await this.make(manager, document)) made++
      await manager.insert(SeedMark, { kind, code, hash: '', version: 1 })
    }
    return made
  }

  /** False when somebody made a document of that path already. */
  private async make(manager: EntityManager, { databaseCode, ...document }: SeedDocument): Promise<boolean> {
    const database = await this.databases.rowOf(manager, databaseCode)
    const text = await readSeedDocument({ databaseCode, ...document })
    try {
      await this.documents.create(manager, null, database, { ...document, text, isIllustrative: true })
      return true
    } catch (error) {
      if (error instanceof ProtocolError && error.code === 'DOCUMENT_PATH_TAKEN') return false
      throw error
    }
  }
}
