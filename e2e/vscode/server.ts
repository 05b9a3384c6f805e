import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess, whenReady } from '../process.ts'
import { freePort, until } from '../until.ts'
import { installVscode, type VscodeInstallation } from './install.ts'

/** Settings of every window: quiet, no experiments, nothing that completes or indents what a script types. */
const quietSettings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'window.confirmBeforeClose': 'never',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
}

/** What a script that types needs beside: the editor must not complete its words. */
export const typistSettings = {
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.wordBasedSuggestions': 'off',
  'editor.autoClosingBrackets': 'never',
  'editor.autoIndent': 'none',
  'editor.cursorBlinking': 'solid',
  'window.restoreWindows': 'none',
}

/** How a VS Code server is started. */
export interface VscodeOptions {
  /** The packaged extension to install. */
  vsix: string
  settings?: Record<string, unknown>
  port?: number
  host?: string
  /** Kept across starts if given; otherwise a temporary folder that `stop` removes. */
  folder?: string
}

/** A running VS Code server with one person's settings. */
export interface RunningVscode {
  origin: string
  /** Address of a window without a folder. */
  emptyWindow: string
  /** Address of a window on a virtual or real folder. */
  windowOn(folder: string, payload?: [string, string][]): string
  /** Takes away which documents the extension has kept, as if they had never been open here. */
  forgetDocuments(): Promise<void>
  stop(): Promise<void>
}

/** Starts a VS Code server on loopback with the extension installed; resolves when it answers. */
export async function startVscode(options: VscodeOptions): Promise<RunningVscode> {
  const installation = await installVscode()
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'lienthong-vscode-')))
  await mkdir(join(folder, 'user/User'), { recursive: true })
  await writeFile(
    join(folder, 'user/User/settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
  )
  await installExtension(installation, folder, options.vsix)
  const host = options.host ?? '127.0.0.1'
  const port = options.port ?? (await freePort())
  const origin = `http://${host}:${port}`
  const server = startProcess(
    'VS Code',
    process.execPath,
    [
      ...commandLine(installation, folder),
      '--host',
      host,
      '--port',
      String(port),
      '--without-connection-token',
    ],
    { EXTENSIONS_GALLERY: '{}' },
  )
  await whenReady('VS Code to answer', server, async () => (await fetch(`${origin}/version`)).ok)
  return {
    origin,
    emptyWindow: `${origin}/?ew=true`,
    windowOn: (target, payload = []) =>
      `${origin}/?folder=${target}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    forgetDocuments: async () => {
      const kept = join(folder, 'user/User/globalStorage/lienthong.lienthong-vscode/documents')
      await until('kept documents', () => existsSync(kept))
      await rm(kept, { recursive: true, maxRetries: 5 })
    },
    stop: async () => {
      await server.stop()
      if (!options.folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const commandLine = ({ server, builtinExtensions }: VscodeInstallation, folder: string) => [
  join(server, 'out/server-main.js'),
  ...['--accept-server-license-terms', '--telemetry-level', 'off', '--force-disable-user-env'],
  ...['--server-data-dir', join(folder, 'server'), '--user-data-dir', join(folder, 'user')],
  ...['--extensions-dir', join(folder, 'extensions'), '--builtin-extensions-dir', builtinExtensions],
]

function installExtension(installation: VscodeInstallation, folder: string, vsix: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const installer = spawn(
      process.execPath,
      [...commandLine(installation, folder), '--install-extension', vsix, '--force'],
      { env: { ...process.env, EXTENSIONS_GALLERY: '{}' }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let output = ''
    const listen = (chunk: Buffer) => {
      output += chunk
    }
    installer.stdout.on('data', listen)
    installer.stderr.on('data', listen)
    installer.on('exit', code =>
      code === 0 ? resolve() : reject(new Error(`cannot install ${vsix}: ${output}`)),
    )
  })
}
