export { packPlugin } from './plugin/pack.ts'
export type { PackedPlugin } from './plugin/packed-plugin.ts'
