import * as whole from '@lienthong/protocol/client'
import { build } from 'esbuild'
import * as wholeYjs from 'yjs'
import { randomOf } from './random.ts'

const { withoutUnused } = await import(new URL('../without-unused.mjs', import.meta.url).href)

/** A source as it is in the bundles; `left` stands only in what is left out. */
const bundled = async (contents: string, left: string) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('../../protocol/src/client', import.meta.url).pathname },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    plugins: [withoutUnused],
  })
  const code = outputFiles[0]?.text ?? ''
  if (code.includes(left)) throw new Error('nothing was left out')
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
}

/** Deltas as they are in the bundles. */
const bundledDeltas = (): Promise<Pick<typeof whole, 'deltaOf'>> =>
  bundled(`export * from './text-delta.ts'`, '__lodash_')

/** The comparison as it is in the bundles. */
const bundledComparison = (): Promise<Pick<typeof whole, 'difference'>> =>
  bundled(`export * from './difference.ts'`, 'function diff_cleanupSemantic')

/** Yjs as it is in the bundles. Two of it are wanted here, of which each would warn of the other. */
const bundledYjs = (): Promise<Pick<typeof wholeYjs, 'Doc' | 'applyUpdate' | 'encodeStateAsUpdate'>> => {
  Reflect.deleteProperty(globalThis, '__ $YJS$ __')
  return bundled(`export { Doc, applyUpdate, encodeStateAsUpdate } from 'yjs'`, 'class YXmlElement')
}

describe('the bundles, without what the extension never uses', () => {
  it('[B12] compose and transform changes as the whole packages do', async () => {
    const bundled = await bundledDeltas()
    const random = randomOf(1)
    const replacements = (length: number): whole.Replacement[] => {
      const offset = random.below(length)
      const deleted = random.below(length - offset + 1)
      return [{ offset, deleted, inserted: random.pick(['', 'á', 'hai ba', '😀\n']) }]
    }
    for (let round = 0; round < 500; round++) {
      const length = 1 + random.below(30)
      const [one, other] = [replacements(length), replacements(length)]
      const [expected, found] = [whole, bundled].map(({ deltaOf }) => [
        deltaOf(one).compose(deltaOf(other)).ops,
        deltaOf(one).transform(deltaOf(other), true).ops,
        deltaOf(one).transform(deltaOf(other), false).ops,
      ])
      expect(found).toEqual(expected)
    }
    // The bundler is a process that has to start.
  }, 30_000)

  it('[B12] compare texts as the whole packages do', async () => {
    const { difference } = await bundledComparison()
    const random = randomOf(3)
    const text = () =>
      Array.from({ length: random.below(40) }, () => random.pick(['á', 'b ', '😀', '😁', '\n']))
    for (let round = 0; round < 500; round++) {
      const [before, after] = [text().join(''), text().join('')]
      expect(difference(before, after).ops).toEqual(whole.difference(before, after).ops)
    }
  }, 30_000)

  it('[B12] write and read documents as the whole of Yjs does', async () => {
    const random = randomOf(2)
    const [own, others] = [await bundledYjs(), wholeYjs]
    const [mine, theirs] = [new own.Doc(), new others.Doc()]
    for (let round = 0; round < 300; round++) {
      for (const text of [mine.getText('content'), theirs.getText('content')]) {
        text.insert(random.below(text.length + 1), random.pick(['á', 'hai ba', '😀\n']))
        if (text.length > 20) text.delete(random.below(10), 5)
      }
      own.applyUpdate(mine, others.encodeStateAsUpdate(theirs))
      others.applyUpdate(theirs, own.encodeStateAsUpdate(mine))
      expect(mine.getText('content').toString()).toBe(theirs.getText('content').toString())
    }
  }, 30_000)
})
