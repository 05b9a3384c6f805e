import { Phrases, type Stretch } from './phrases.ts'

/** "Không phải" negates, "bên phải" is a side. */
const other = /(?:không|chẳng|bên|phía|tay)\s+$/iu

const binding = new Phrases([
  ...['phải', 'không được', 'chỉ được', 'nghiêm cấm', 'có trách nhiệm'],
  ...['shall', 'must', 'is required to', 'are required to'],
])

/** Words that bind: what is not done breaks the requirement. */
export const bindingIn = (text: string): Stretch[] =>
  binding
    .in(text)
    .filter(
      ({ words, from }) => !/^phải$/iu.test(words) || !other.test(text.slice(Math.max(0, from - 12), from)),
    )

/** Words that recommend or allow. */
export const permissive = new Phrases([
  ...['nên', 'có thể', 'khuyến khích', 'khuyến nghị', 'should', 'may', 'can', 'will', 'might', 'could'],
])
