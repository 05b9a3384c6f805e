import { type TextDocumentContentProvider, Uri } from 'vscode'

/** Texts of files that are compared with a document before they go into it. */
export const fileScheme = 'lienthong-file'

/** Shows the text of a file as the document would have it. The path is the document's, so that its ending says the language. */
export class FileTexts implements TextDocumentContentProvider {
  private readonly texts = new Map<string, string>()
  private count = 0

  /** The text is here until the address is forgotten. */
  show(text: string, { path }: Uri): Uri {
    this.count++
    const uri = Uri.from({ scheme: fileScheme, path, query: String(this.count) })
    this.texts.set(uri.toString(), text)
    return uri
  }

  forget(uri: Uri): void {
    this.texts.delete(uri.toString())
  }

  provideTextDocumentContent(uri: Uri): string | undefined {
    return this.texts.get(uri.toString())
  }
}
