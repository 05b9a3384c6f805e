import type { Comment as Remark } from '@lienthong/protocol'
import { type Comment, type CommentAuthorInformation, CommentMode, type MarkdownString } from 'vscode'

/** One comment as VS Code shows it. */
export class ThreadComment implements Comment {
  readonly id: string
  readonly mode = CommentMode.Preview
  readonly author: CommentAuthorInformation
  readonly timestamp: Date

  constructor(
    remark: Remark,
    readonly body: MarkdownString,
  ) {
    this.id = remark.id
    this.author = { name: remark.displayName }
    this.timestamp = new Date(remark.createdAt)
  }
}
