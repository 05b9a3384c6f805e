import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { until } from './until.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** The server as its operator runs it: a process of its own, from the sources. Killed after the test. */
export class ServerProcess {
  stdout = ''
  stderr = ''
  exit: { code: number | null; signal: string | null } | null = null
  private readonly child: ChildProcess

  constructor(settings: Record<string, string>) {
    const args = [
      '--no-warnings',
      '--conditions=source',
      '--import',
      path('typescript.mjs'),
      path('../src/main.ts'),
    ]
    this.child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, LIENTHONG_PORT: '0', LIENTHONG_SEED: 'false', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(this.child)
    this.child.stdout?.on('data', chunk => (this.stdout += chunk))
    this.child.stderr?.on('data', chunk => (this.stderr += chunk))
    this.child.on('exit', (code, signal) => (this.exit = { code, signal }))
  }

  /** Waits until it has told its address; answers with it. */
  async listening(): Promise<string> {
    await until('the server to listen', () => this.exit !== null || this.stdout.includes('Ctrl+C'), 60_000)
    const [url] = /http:\/\/\S+/.exec(this.stdout) ?? []
    if (!url) throw new Error(`the server did not start: ${this.stderr}`)
    return url
  }

  async exited(): Promise<{ code: number | null; signal: string | null }> {
    await until('the server to exit', () => this.exit !== null, 60_000)
    return this.exit ?? { code: null, signal: null }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal)
  }
}
