import { jest } from '@jest/globals'
import * as Y from 'yjs'
import { randomOf } from '../../test/random.ts'
import { SimulatedEditor } from '../../test/simulated-editor.ts'
import { BufferBinding } from './binding.ts'

interface Shape {
  eol: '\n' | '\r\n'
  deletes: boolean
  menuUndo: boolean
  refusals: number
}

/** One person at a slow editor and one remote writer, everything in random order; each typed character is unlike all others. */
const run = (seed: number, { eol, deletes, menuUndo, refusals }: Shape) => {
  const random = randomOf(seed)
  const start = 'một\nhai\nba\n'
  const here = new Y.Doc()
  const there = new Y.Doc()
  here.getText('content').insert(0, start)
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  const network: (() => void)[] = []
  here.on(
    'update',
    (update, origin) => origin !== 'remote' && network.push(() => Y.applyUpdate(there, update, 'remote')),
  )
  there.on(
    'update',
    (update, origin) => origin !== 'remote' && network.push(() => Y.applyUpdate(here, update, 'remote')),
  )
  const editor = new SimulatedEditor(start, eol, () => random.chance(refusals))
  const text = here.getText('content')
  const binding = new BufferBinding(editor, text)
  editor.onEvent = (changes, reason) => binding.onBufferChanged(changes, reason)
  const typed: string[] = []
  const deleted = new Set<string>()
  const fresh = () => {
    const character = random.chance(0.15) ? `\n` : String.fromCharCode(0xe000 + typed.length)
    if (character !== '\n') typed.push(character)
    return character
  }
  const remote = there.getText('content')
  const writeRemotely = () => {
    const at = random.below(remote.length + 1)
    if (deletes && random.chance(0.3) && at < remote.length) {
      const length = Math.min(1 + random.below(4), remote.length - at)
      for (const character of remote.toString().slice(at, at + length)) deleted.add(character)
      remote.delete(at, length)
    } else remote.insert(at, fresh() + fresh())
  }
  const type = () => {
    const at = random.below(editor.length + 1)
    if (deletes && random.chance(0.3) && at < editor.length) {
      const length = Math.min(1 + random.below(5), editor.length - at)
      for (const character of editor.screen.slice(at, at + length)) deleted.add(character)
      editor.person(at, length, random.chance(0.3) ? fresh() : '')
    } else editor.person(at, 0, fresh())
  }
  const acts = [
    type,
    type,
    writeRemotely,
    () => editor.step(random),
    () => editor.step(random),
    () => network.shift()?.(),
  ]
  if (menuUndo) acts.push(() => random.chance(0.3) && editor.undoFromMenu())
  return { editor, binding, text, remote, typed, deleted, network, act: () => random.pick(acts)() }
}

const settle = async ({ editor, network }: ReturnType<typeof run>) => {
  for (let quiet = 0; quiet < 20; ) {
    const isBusy = network.length > 0 || editor.isBusy
    network.shift()?.()
    editor.stepAll()
    await Promise.resolve()
    quiet = isBusy ? 0 : quiet + 1
  }
}

const finish = async (world: ReturnType<typeof run>) => {
  for (let step = 0; step < 120; step++) {
    world.act()
    if (step % 3 === 0) await Promise.resolve()
  }
  world.editor.refusing = false
  await settle(world)
  while (!world.binding.isSettled) {
    await new Promise(resolve => setTimeout(resolve, 1))
    await settle(world)
  }
}

const count = (text: string, character: string) => text.split(character).length - 1

/** How many seeds, by `LIENTHONG_FUZZ_SEEDS` where somebody has the time. */
const seedsOf = (usual: number): number => Number(process.env.LIENTHONG_FUZZ_SEEDS ?? usual)

describe('the binding under fire', () => {
  jest.setTimeout(60_000 + 100 * seedsOf(0))

  const shapes: [string, Shape, number][] = [
    ['a slow buffer', { eol: '\n', deletes: false, menuUndo: false, refusals: 0 }, 100],
    ['a buffer that refuses', { eol: '\n', deletes: false, menuUndo: false, refusals: 0.3 }, 100],
    ['a CRLF buffer with deletions', { eol: '\r\n', deletes: true, menuUndo: false, refusals: 0.2 }, 200],
    ['an LF buffer with deletions', { eol: '\n', deletes: true, menuUndo: false, refusals: 0.1 }, 100],
  ]
  it.each(shapes)('[B1, B4] loses nothing and doubles nothing: %s', async (_, shape, seeds) => {
    for (let seed = 1; seed <= seedsOf(seeds); seed++) {
      const world = run(seed, shape)
      await finish(world)
      const text = world.text.toString()
      const wrong = world.typed.filter(
        c => count(text, c) !== 1 && !(world.deleted.has(c) && count(text, c) === 0),
      )
      expect({ seed, wrong, buffer: world.editor.screen }).toEqual({ seed, wrong: [], buffer: text })
      expect({ seed, text: world.remote.toString() }).toEqual({ seed, text })
    }
  })

  it('[B7] repairs the buffer after every undo from the menu', async () => {
    for (let seed = 1; seed <= seedsOf(150); seed++) {
      const world = run(seed, { eol: '\n', deletes: true, menuUndo: true, refusals: 0.1 })
      await finish(world)
      const text = world.text.toString()
      const doubled = world.typed.filter(c => count(text, c) > 1)
      expect({ seed, doubled, buffer: world.editor.screen }).toEqual({ seed, doubled: [], buffer: text })
    }
  })
})
