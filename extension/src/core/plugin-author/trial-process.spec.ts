import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TrialRound } from '@lienthong/protocol'
import { commandFor } from './own-command.ts'
import { type TrialEnd, TrialProcess } from './trial-process.ts'

const folder = await mkdtemp(join(tmpdir(), 'lienthong-trial-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The project's command, which does what the script says. */
const install = async (script: string): Promise<string> => {
  const bin = join(folder, 'node_modules/lienthong/bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'lienthong.js'), script)
  return commandFor(folder) ?? ''
}

const refusing = (subject: string) =>
  `console.log(JSON.stringify({ state: 'refused', subject: ${subject}, code: 'A', message: { vi: 'một', en: 'one' } }))`

/** Starts it, and answers what was told until it ended or `untilRound` came. */
const run = async (script: string, untilRound?: string) => {
  const command = await install(script)
  const rounds: TrialRound[] = []
  const end = await new Promise<TrialEnd | undefined>(resolve => {
    const trial = new TrialProcess({
      command,
      folder,
      subject: ['--document', 'dan-cu/a.yaml'],
      lang: 'vi',
      env: { LIENTHONG_TOKEN: 'bí mật' },
      onRound: round => {
        rounds.push(round)
        if (round.subject === untilRound) {
          trial.stop()
          resolve(undefined)
        }
      },
      onEnd: resolve,
    })
  })
  return { rounds: rounds.map(({ subject }) => subject), end }
}

describe('TrialProcess', () => {
  it('[E33] tells each round until it is stopped, and hands the token over in the environment alone', async () => {
    const script = `${refusing("process.argv.slice(2).join(' ')")}
      ${refusing('process.env.LIENTHONG_TOKEN')}
      setInterval(() => {}, 1000)`
    expect(await run(script, 'bí mật')).toEqual({
      rounds: [`plugin dev ${folder} --document dan-cu/a.yaml --format json-lines --lang vi`, 'bí mật'],
      end: undefined,
    })
  })

  it('[E33] says why it ended, in words and without a stack', async () => {
    const { end } = await run(
      `process.stderr.write('TOKEN_INVALID: Mã truy cập.\\n    at một chỗ\\n'); process.exit(2)`,
    )
    expect(end).toEqual({ kind: 'refused', words: 'TOKEN_INVALID: Mã truy cập.' })
  })

  it('[E33] ends a command that speaks of something else', async () => {
    const script = `console.log('Watching . and a.yaml.'); ${refusing("'never'")}; setInterval(() => {}, 1000)`
    expect(await run(script)).toEqual({ rounds: [], end: { kind: 'not-understood' } })
  })
})
