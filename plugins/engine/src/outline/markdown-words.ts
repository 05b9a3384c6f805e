/** A block of code in Markdown whose words are shown as they are written: its fence is longer than any in them. */
export const fenced = (language: string, words: string): string => {
  const longest = (words.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${words}\n${fence}`
}

/** Plain words in Markdown. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+!<>|~&]/g, '\\$&')
