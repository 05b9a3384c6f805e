import { fileURLToPath } from 'node:url'
import { build as bundle } from 'vite'

/** Bundles the portal into `dist`, which the server serves at `/`. */
export async function build() {
  await bundle({ root: fileURLToPath(new URL('.', import.meta.url)), logLevel: 'warn' })
}
