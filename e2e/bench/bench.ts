/** One bench: a name for the command line and a table in Markdown. */
export interface Bench {
  title: string
  /** Why it cannot be run here, if so. */
  leftOut?: () => string | null
  run(): Promise<string>
}
