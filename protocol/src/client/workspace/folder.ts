/** The files of one folder, by their names relative to it with `/`. Whoever implements it reads and writes nothing outside, and follows no symbolic link (rule T18). */
export interface Folder {
  /** Where it is, as a person would say it. */
  readonly root: string
  /** Undefined when there is no such file. Errors: FILE_OUTSIDE, FILE_UNREADABLE. */
  read(name: string): Promise<Uint8Array | undefined>
  /** Replaces a file. `before` is what it must still hold, undefined for no file. Errors: FILE_OUTSIDE, FILE_CHANGED, FILE_UNWRITABLE. */
  write(name: string, content: string, before: string | undefined): Promise<void>
  /** The plain files right in the folder. */
  names(): Promise<string[]>
}

/** Whether a name stays in the folder. Hidden files are not for documents: a folder that somebody sent could name those that programs run. */
export const isLinkable = (name: string): boolean =>
  !name.includes('\\') && name.split('/').every(part => part !== '' && !part.startsWith('.'))
