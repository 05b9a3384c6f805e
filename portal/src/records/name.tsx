import type { Name } from '@lienthong/protocol'
import { nameIn } from '../language/format.ts'
import { usePreferences } from '../shell/preferences.tsx'

/** A record's name in the reader's language where it is known, marked with the language that it is in. */
export const NameText = ({ name }: { name: Name }) => {
  const { language } = usePreferences()
  const { text, lang } = nameIn(name, language)
  return lang === language ? text : <span lang={lang}>{text}</span>
}

export const useNameIn = (): ((name: Name) => string) => {
  const { language } = usePreferences()
  return name => nameIn(name, language).text
}
