import { Lexer } from 'yaml'

/** Levels of a schema: far more than anybody writes, and far fewer than rules that call themselves for each can bear. */
export const maxDepth = 200

/** Whether a value is nested more than {@link maxDepth} levels deep. */
export const isTooDeep = (value: unknown): boolean => {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/** Where JSON, well-formed or not, goes deeper than {@link maxDepth}; null where it does not. */
export const tooDeepAt = (json: string): number | null => {
  let depth = 0
  for (const { 0: sign, index } of json.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth--
    if (depth > maxDepth) return index
  }
  return null
}

/** Lines that begin far to the right. */
const deepLine = /^(?: |[-?:] ){100}/m

/** Whether YAML, well-formed or not, goes deeper than {@link maxDepth}. Short texts and ordinary ones are told at a glance. */
export const isYamlTooDeep = (yaml: string): boolean => {
  const brackets = yaml.match(/[[{]/g)?.length ?? 0
  if (brackets <= maxDepth && !deepLine.test(yaml)) return false
  const level = new YamlLevel()
  for (const token of new Lexer().lex(yaml)) if (level.enter(token) > maxDepth) return true
  return false
}

class YamlLevel {
  private brackets = 0
  private column = 0
  private isIndent = true

  /** Takes the next token of the lexer; returns how deep it may stand: in lines, at least each second level is further to the right. */
  enter(token: string): number {
    if (token === '[' || token === '{') this.brackets++
    else if (token === ']' || token === '}') this.brackets--
    if (token.includes('\n') || token === documentStart) {
      this.column = 0
      this.isIndent = true
    } else if (this.isIndent) {
      this.column += token.length
      this.isIndent = indent.test(token)
    }
    return Math.max(this.brackets, this.isIndent ? this.column * 2 : 0)
  }
}

/** The lexer's token for it. */
const documentStart = '\u0002'
const indent = /^(?: +|[-?:])$/
