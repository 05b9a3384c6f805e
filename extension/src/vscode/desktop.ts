/** Entry of the desktop and remote extension host (Node). */
export { activate, deactivate } from './activate.ts'
