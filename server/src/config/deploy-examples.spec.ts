import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseFile } from '../database/open-database.ts'
import { Config } from './config.ts'
import { StartFailure } from './start-failure.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = join(root, 'docs/deploy')
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(f =>
  /ya?ml$|file$/.test(f),
)
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')

/** A value that fits nothing: whatever the refusal, it must not be of the name. */
const isUnknown = (name: string): boolean => {
  try {
    Config.from({ [name]: '\u0000' })
  } catch (error) {
    return error instanceof StartFailure && error.code === 'SETTING_UNKNOWN'
  }
  return false
}

it.each(examples)('[O16] %s sets only settings that exist', file => {
  const names = [...textOf(file).matchAll(/\bLIENTHONG_\w+/g)].map(([name]) => name)
  expect(names.filter(isUnknown)).toEqual([])
  const known = readFileSync(join(folder, '../operations.md'), 'utf8')
  expect(names.filter(name => !known.includes(`\`${name}\``))).toEqual([])
})

it('[O16] compose.yaml gives every node settings that the server accepts', () => {
  const settings = [...textOf('compose.yaml').matchAll(/^ +(LIENTHONG_\w+): (.+)$/gm)]
  expect(settings.length).toBeGreaterThan(2)
  const config = Config.from(Object.fromEntries(settings.map(([, name, value]) => [name, value])))
  expect(config).toMatchObject({ databaseUrl: expect.any(String), redisUrl: expect.any(String) })
})

it('[O16] the chart probes addresses that the server answers', () => {
  const probed = [...textOf('chart/templates/deployment.yaml').matchAll(/path: (\/\S+?),/g)].map(([, p]) => p)
  expect(new Set(probed)).toEqual(new Set(['/health/live', '/health/ready']))
})

/** What git ignores, as `.dockerignore` writes it: there a name without `**` is one at the root only. */
const ignoredByGit = (): string[] =>
  readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => line.replace(/\/$/, ''))
    .map(name => (name.startsWith('/') ? name.slice(1) : name.includes('/') ? name : `**/${name}`))

it('[O16] the image is built without what git ignores: no database of a server that ran there, nothing built before', () => {
  expect(textOf('Dockerfile')).toContain('\nCOPY . .\n')
  const leftOut = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
  expect(leftOut).toEqual(
    expect.arrayContaining([...ignoredByGit(), '.git', `**/${basename(databaseFile(Config.from({})))}*`]),
  )
})
