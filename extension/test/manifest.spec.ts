import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const { contributes } = manifest
const declared: string[] = contributes.commands.map(({ command }: { command: string }) => command)
const code = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join(folder, 'src', path), 'utf8'))
  .join('\n')

describe('package.json', () => {
  it('[E2] declares no command that the code does not register', () => {
    const registered = [
      ...code.matchAll(/\b(?:register|registerTrusted|registerCommand)\(\s*'(?:lienthong\.)?(\w+)'/g),
    ]
    const names = new Set(registered.map(([, name]) => `lienthong.${name}`))
    expect(declared.filter(command => !names.has(command))).toEqual([])
  })

  it('[E2] refers in menus, keys and welcome texts to declared commands and views only', () => {
    const views = contributes.views.lienthong.map(({ id }: { id: string }) => id)
    const focus = views.map((id: string) => `${id}.focus`)
    const text = JSON.stringify(contributes) + readFileSync(join(folder, 'package.nls.json'), 'utf8')
    const inObjects = [...text.matchAll(/"command":"(lienthong\.[\w.]+)"/g)].map(([, id]) => id)
    const inTexts = [...text.matchAll(/(?:command|onCommand):(lienthong\.[\w.]+)/g)].map(([, id]) => id)
    const used = [...new Set([...inObjects, ...inTexts])]
    expect(used.length).toBeGreaterThan(15)
    expect(used.filter(id => id !== undefined && !declared.includes(id) && !focus.includes(id))).toEqual([])
  })

  it('[E2] asks only for context keys that the code sets', () => {
    const views = contributes.views.lienthong.map(({ id }: { id: string }) => id)
    const clauses = [
      ...JSON.stringify(contributes).matchAll(/"(?:when|enablement)":"([^"]*)"|onContext:([\w.]+)/g),
    ]
    const asked = clauses.flatMap(
      ([, clause = '', key = '']) => `${clause} ${key}`.match(/lienthong\.\w+/g) ?? [],
    )
    const keys = [...new Set(asked)]
      .filter(key => !views.includes(key))
      .map(key => key.replace('lienthong.', ''))
    expect(keys.sort()).toEqual([
      'bound',
      'canComment',
      'canEdit',
      'canRestore',
      'canWritePlugins',
      'comparesFile',
      'following',
      'hasCommented',
      'hasCompany',
      'hasHistory',
      'signedIn',
      'tryingPlugin',
    ])
    for (const key of keys) expect(code).toMatch(new RegExp(`setKey\\('${key}'|'lienthong\\.${key}'`))
  })

  it('[E16] offers importing to those who may edit', () => {
    const { commandPalette, ...menus } = contributes.menus
    const entries = (name: string, items: { command: string; when: string }[]) =>
      items.filter(({ command }) => command === `lienthong.${name}`).map(({ when }) => when)
    const asked = [commandPalette, menus['editor/title/context']]
    for (const items of asked)
      expect(entries('importIntoDocument', items)).toEqual([expect.stringContaining('lienthong.canEdit')])
  })

  it('[E3] keeps the server’s address and the token out of folders’ reach and of settings sync', () => {
    const { properties } = contributes.configuration
    expect(properties['lienthong.serverUrl'].scope).toBe('application')
    expect(properties['lienthong.demoToken']).toMatchObject({
      scope: 'application',
      ignoreSync: true,
      default: '',
    })
  })

  it('[B12] runs where the person is, on the desktop and in the browser', () => {
    expect(manifest.extensionKind).toEqual(['ui', 'workspace'])
    expect(manifest.main).toBe('./dist/desktop.cjs')
    expect(manifest.browser).toBe('./dist/web.js')
  })

  it('[B12] shares no code that only a browser page or Node knows', () => {
    const globals =
      /(?<![\w.'"`/-])(?:document|window|process)\.(?:querySelector|addEventListener|body|location|env|cwd|platform|nextTick)\b|from 'node:/
    const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .map(path => ({ path, text: readFileSync(join(folder, 'src', path), 'utf8') }))
    const shared = sources.filter(({ path }) => !path.includes('plugin-author'))
    expect(shared.filter(({ text }) => globals.test(text)).map(({ path }) => path)).toEqual([])
    const importers = shared.filter(({ text }) => /from '[^']*plugin-author/.test(text))
    expect(importers.map(({ path }) => path)).toEqual(['vscode/desktop.ts'])
  })

  it('has the pictures that it names', () => {
    const pictures = [...JSON.stringify(manifest).matchAll(/"(media\/[\w/.-]+)"/g)].map(
      ([, path]) => path ?? '',
    )
    expect(pictures.length).toBeGreaterThan(6)
    for (const picture of pictures) expect(statSync(join(folder, picture)).size).toBeGreaterThan(100)
  })
})
