import { ExplainPlace } from '@lienthong/protocol'
import { Hover, type HoverProvider, MarkdownString, type Position, type TextDocument, Uri } from 'vscode'
import { localText } from '../language.ts'
import type { OpenDocument } from '../open-documents.ts'
import { serverUrl } from '../settings.ts'
import type { Questions } from './questions.ts'

/** What stands behind the words that are pointed at, and why a rule found something there. */
export class Explanations implements HoverProvider {
  constructor(private readonly questions: Questions) {}

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const answer = await this.questions.askAt(document, position, ExplainPlace, (place, open) => ({
      ...place,
      ruleIds: rulesAt(open, position),
    }))
    return answer && new Hover(answer.texts.map(text => markdown(localText(text))))
  }
}

/** The rules that found something at a position, as far as it is shown. */
const rulesAt = ({ session, positions }: OpenDocument, position: Position): string[] => {
  const found = session.findings.all.filter(
    ({ range, severity, waived }) =>
      severity !== 'fault' && !waived && positions.placeOf(range)?.contains(position),
  )
  return [...new Set(found.map(({ ruleId }) => ruleId))].slice(0, maxRules)
}

/** More would not be read. */
const maxRules = 5

/** Addresses of the portal are the server's. Nothing in it can run: a plugin's author may have written it. */
const markdown = (text: string): MarkdownString => {
  const shown = new MarkdownString(text)
  shown.baseUri = Uri.parse(`${serverUrl()}/`, true)
  return shown
}
