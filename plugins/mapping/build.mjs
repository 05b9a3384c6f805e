import { fileURLToPath } from 'node:url'
import { packPlugin } from '../cli/dist/index.js'

/** Packs the rule set into `dist`, as `lienthong plugin pack` does for any plugin. Called by `.ci/build.mjs`, which builds the command line first. */
export const build = () => packPlugin(fileURLToPath(new URL('.', import.meta.url)))
