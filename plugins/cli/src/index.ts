export { type PackedPlugin, packPlugin } from './plugin/pack.ts'
