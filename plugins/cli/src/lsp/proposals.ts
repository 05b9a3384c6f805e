import { KnownDocuments, type Proposed, proposalsAt } from '@lienthong/plugin-engine'
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Speech } from '../words/speech.ts'
import type { Findings } from './findings.ts'
import type { LocalFiles } from './local-files.ts'
import { recordsIn } from './records.ts'

/** Begin a reference, or go on with one or with a number. */
export const proposalTriggers = ['"', "'", '#', '/', '(', '-']

/** Proposes parts of the workspace's files, and codes of the inputs that the configuration names. */
export class Proposals {
  constructor(
    private readonly files: LocalFiles,
    private readonly findings: Findings,
    private readonly speech: Speech,
  ) {}

  async at({
    textDocument: { uri },
    position,
    context,
  }: Omit<CompletionParams, 'workDoneToken'>): Promise<CompletionList | null> {
    const file = this.files.fileAt(uri)
    const document = file && (await this.files.textOf(file))
    const around = file && document && (await this.files.around(file))
    if (!around) return null
    // What is being written is rarely whole.
    const outline = { ...around.known.outline, definitions: this.files.definitionsOf(around.known) }
    const known = { document: file, outline }
    const others = around.documents.all.filter(other => other.document.uri !== uri)
    const documents = async () => new KnownDocuments([known, ...others])
    const [text, offset] = [document.getText(), document.offsetAt(position)]
    const isAskedFor =
      (context?.triggerKind ?? CompletionTriggerKind.Invoked) === CompletionTriggerKind.Invoked
    const records = recordsIn(await this.findings.inputsFor(file))
    const place = { offset, text, known, near: documents, everywhere: documents }
    const ofPlugins = (await this.findings.of(uri)?.file.propose(text, offset, isAskedFor)) ?? []
    const found = ofPlugins.length > 0 ? ofPlugins : await proposalsAt(place, isAskedFor, records)
    const items = found.map((proposal, index) => this.itemOf(document, offset, proposal, index))
    return { isIncomplete: true, items }
  }

  /** In this order. Codes fit already, some by words of their names, which no editor would find in what it inserts. */
  private itemOf(
    document: TextDocument,
    offset: number,
    { kind, text, label, about, range: { start, end } }: Proposed,
    index: number,
  ): CompletionItem {
    const isFound = kind !== 'reference' && kind !== 'provision'
    return {
      label,
      kind: kinds[kind],
      detail: this.speech.say(about),
      sortText: String(index).padStart(5, '0'),
      filterText: isFound ? document.getText().slice(start, offset) || text : text,
      textEdit: {
        range: { start: document.positionAt(start), end: document.positionAt(end) },
        newText: text,
      },
    }
  }
}

const kinds: Readonly<Record<Proposed['kind'], CompletionItemKind>> = {
  reference: CompletionItemKind.Reference,
  requirement: CompletionItemKind.Constant,
  directive: CompletionItemKind.File,
  provision: CompletionItemKind.Text,
  database: CompletionItemKind.Module,
  organisation: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  province: CompletionItemKind.EnumMember,
  contributed: CompletionItemKind.Value,
}
