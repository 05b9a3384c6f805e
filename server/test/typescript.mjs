// Lets a child process run the server from its sources: `node --conditions=source --import ./typescript.mjs src/main.ts`.
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) register(import.meta.url)

const configFile = fileURLToPath(new URL('../../.swcrc', import.meta.url))

export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context)
  const { transform } = await import('@swc/core')
  const filename = fileURLToPath(url)
  const { code } = await transform(await readFile(filename, 'utf8'), { filename, configFile })
  return { format: 'module', source: code, shortCircuit: true }
}
