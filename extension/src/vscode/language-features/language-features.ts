import { languages } from 'vscode'
import { scheme } from '../address.ts'
import type { OpenDocuments } from '../open-documents.ts'
import { Explanations } from './explanations.ts'
import { Outlines } from './outlines.ts'
import { Places } from './places.ts'
import { Proposals, proposalTriggers } from './proposals.ts'
import { Questions } from './questions.ts'
import { Renaming } from './renaming.ts'

/** VS Code's language features for documents, fed by what the server knows of all of them. */
export const registerLanguageFeatures = (documents: OpenDocuments) => {
  const questions = new Questions(documents)
  const outlines = new Outlines(questions)
  const places = new Places(questions)
  const selector = { scheme }
  return [
    languages.registerDocumentSymbolProvider(selector, outlines, { label: 'Liên Thông' }),
    languages.registerFoldingRangeProvider(selector, outlines),
    languages.registerDefinitionProvider(selector, places),
    languages.registerReferenceProvider(selector, places),
    languages.registerHoverProvider(selector, new Explanations(questions)),
    languages.registerRenameProvider(selector, new Renaming(questions, documents)),
    languages.registerCompletionItemProvider(selector, new Proposals(questions), ...proposalTriggers),
  ]
}
