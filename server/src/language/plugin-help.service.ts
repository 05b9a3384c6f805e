import { type Proposed, RunnerError } from '@lienthong/plugin-engine'
import type { DocumentSummary, LocalText } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { RunnerHost } from '../runner/runner-host.service.ts'

/** A place in the text of an open document. */
interface Place {
  readonly offset: number
  readonly text: string
  readonly known: { readonly document: DocumentSummary }
}

/** What the plugins that check a document say of its places; nothing before its first check, or while none can be asked. */
@Injectable()
export class PluginHelpService {
  constructor(private readonly host: RunnerHost) {}

  explained(place: Place): Promise<LocalText[]> {
    const request = requestOf(place)
    return this.host.ask(request.documentId, runner => runner.explain(request)).catch(ignoreRunner)
  }

  proposed(place: Place, isAskedFor: boolean): Promise<Proposed[]> {
    const request = { ...requestOf(place), isAskedFor }
    return this.host.ask(request.documentId, runner => runner.propose(request)).catch(ignoreRunner)
  }
}

const requestOf = ({ offset, text, known: { document } }: Place) => ({
  documentId: document.id,
  format: document.format,
  text,
  offset,
})

/** The next check says what is wrong with the document, or starts another runner. */
const ignoreRunner = (error: unknown): [] => {
  if (error instanceof RunnerError) return []
  throw error
}
