/** Entry of the web extension host (a web worker). */
export { activate, deactivate } from './activate.ts'
