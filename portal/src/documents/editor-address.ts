/** The address that the operating system hands to VS Code's extension, which opens the document (rule P7). */
export const editorAddress = (databaseCode: string, path: string): string =>
  `vscode://lienthong.lienthong-vscode/open?${new URLSearchParams({ path: `/${databaseCode}/${path}` })}`
