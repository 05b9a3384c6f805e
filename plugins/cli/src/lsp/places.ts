import {
  covers,
  definitionText,
  escaped,
  type Mark,
  maxDefinitionTexts,
  type Span,
  subjectAt,
} from '@lienthong/plugin-engine'
import type { Location, Position, Range } from 'vscode-languageserver/node'
import type { LocalFile, LocalFiles } from './local-files.ts'

/** Finds what words are about, and where else it is spoken of, in the files of a workspace. */
export class Places {
  constructor(private readonly files: LocalFiles) {}

  async definitions(uri: string, position: Position): Promise<Location[]> {
    const subject = await this.subjectAt(uri, position)
    return (subject?.defined ?? []).map(({ in: { document }, definition }) =>
      locationOf(document, definition),
    )
  }

  async references(uri: string, position: Position, withDefinition: boolean): Promise<Location[]> {
    const subject = await this.subjectAt(uri, position)
    if (!subject) return []
    const { documents, defined } = subject
    const found = documents.referencesTo({ kind: 'defined', defined })
    const places = found.map(({ in: { document }, mark }) => locationOf(document, mark))
    return withDefinition ? [...(await this.definitions(uri, position)), ...places] : places
  }

  /** What is referred to at a position, as it is written; of what is defined right there, nothing. */
  async explanations(uri: string, position: Position): Promise<string[]> {
    const subject = await this.subjectAt(uri, position)
    const texts = (subject?.defined ?? [])
      .slice(0, maxDefinitionTexts)
      .map(async ({ in: { document }, definition }) => {
        const isRightHere = document.uri === uri && subject && covers(subject.offset)(definition)
        const text = isRightHere ? null : await this.files.textOf(document)
        if (!text) return []
        const where = document.uri === uri ? '' : `\n\n${escaped(document.path)}`
        return [`${definitionText(document.format, text.getText(), definition)}${where}`]
      })
    return (await Promise.all(texts)).flat()
  }

  private async subjectAt(uri: string, position: Position) {
    const file = this.files.fileAt(uri)
    const text = file && (await this.files.textOf(file))
    const around = file && text && (await this.files.around(file))
    if (!around) return null
    const offset = text.offsetAt(position)
    return { ...around, offset, defined: subjectAt(around.documents, around.known, offset) }
  }
}

export const rangeOf = ([line, character, lastLine, lastCharacter]: Span): Range => ({
  start: { line, character },
  end: { line: lastLine, character: lastCharacter },
})

const locationOf = ({ uri }: LocalFile, { span }: Mark): Location => ({ uri, range: rangeOf(span) })
