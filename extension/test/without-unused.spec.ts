import * as whole from '@lienthong/protocol/client'
import { build } from 'esbuild'
import { randomOf } from './random.ts'

const { withoutUnused } = await import(new URL('../without-unused.mjs', import.meta.url).href)

/** Deltas as they are in the bundles. */
const bundledDeltas = async (): Promise<Pick<typeof whole, 'deltaOf'>> => {
  const { outputFiles } = await build({
    entryPoints: [new URL('../../protocol/src/client/text-delta.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    plugins: [withoutUnused],
  })
  const code = outputFiles[0]?.text ?? ''
  if (code.includes('__lodash_')) throw new Error('nothing was left out')
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
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
})
