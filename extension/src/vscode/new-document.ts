import {
  CreateDocument,
  DocumentFormat,
  DocumentSummary,
  formatOfFile,
  maxNewText,
  ProtocolError,
} from '@lienthong/protocol'
import { commands, l10n, window } from 'vscode'
import { databaseOf } from './database-picker.ts'
import type { DocumentDirectory } from './document-directory.ts'
import { Cancelled } from './errors.ts'
import type { InventoryNode, InventoryView } from './inventory-view.ts'
import { localText } from './language.ts'
import { uriOf } from './open-documents.ts'
import type { Server } from './server.ts'
import { slugOf } from './slug.ts'

/** Asks for what a new document needs, creates it on the server and opens it. */
export class NewDocument {
  constructor(
    private readonly server: Server,
    private readonly directory: DocumentDirectory,
    private readonly inventory: InventoryView,
  ) {}

  /** `file` gives the text, the kind and the names to begin with. Errors: Cancelled, DOCUMENT_PATH_TAKEN, RIGHT_MISSING, UPDATE_TOO_LARGE. */
  async run(node?: InventoryNode, file?: { name: string; text: string }): Promise<void> {
    if (file && file.text.length > maxNewText)
      throw new ProtocolError('UPDATE_TOO_LARGE', { maxBytes: maxNewText })
    const where = l10n.t('New document: in which database?')
    const database = await databaseOf(node, where, this.directory)
    const format = (file && formatOfFile(file.name)) ?? (await askFormat())
    const stem = file?.name.replace(/\..*$/, '')
    const title = await askTitle(localText(database.name), stem)
    const path = await askPath(slugOf(stem ?? title) + endings[format])
    const code = encodeURIComponent(database.code)
    const body = { title, path, format, ...(file && { text: file.text }) }
    const records = await this.server.records()
    const created = await records.post(`/databases/${code}/documents`, DocumentSummary, body)
    this.inventory.refresh()
    await commands.executeCommand('vscode.open', uriOf(created))
  }
}

const endings: Record<DocumentFormat, string> = {
  markdown: '.md',
  'json-schema-yaml': '.schema.yaml',
  'json-schema-json': '.schema.json',
  sql: '.sql',
}

const askFormat = async (): Promise<DocumentFormat> => {
  const labels: Record<DocumentFormat, string> = {
    markdown: l10n.t('Specification (Markdown)'),
    'json-schema-yaml': l10n.t('Data schema (JSON Schema as YAML)'),
    'json-schema-json': l10n.t('Data schema (JSON Schema as JSON)'),
    sql: l10n.t('Data schema (PostgreSQL DDL)'),
  }
  const items = DocumentFormat.options.map(format => ({
    label: labels[format],
    description: endings[format],
    format,
  }))
  const picked = await window.showQuickPick(items, { title: l10n.t('New document: of which kind?') })
  if (!picked) throw new Cancelled()
  return picked.format
}

const askTitle = async (databaseName: string, value = ''): Promise<string> => {
  const title = await window.showInputBox({
    title: l10n.t('New document: its title'),
    prompt: databaseName,
    value,
    validateInput: value => (value.trim() === '' ? l10n.t('A title is needed.') : undefined),
  })
  if (title === undefined) throw new Cancelled()
  return title.trim()
}

const askPath = async (value: string): Promise<string> => {
  const path = await window.showInputBox({
    title: l10n.t('New document: its file name'),
    prompt: l10n.t('Others refer to it: it cannot be changed later.'),
    value,
    valueSelection: [0, value.indexOf('.')],
    validateInput: entered =>
      CreateDocument.shape.path.safeParse(entered).success
        ? undefined
        : l10n.t('Lower-case letters, digits and hyphens, then an ending: person.schema.yaml'),
  })
  if (path === undefined) throw new Cancelled()
  return path
}
