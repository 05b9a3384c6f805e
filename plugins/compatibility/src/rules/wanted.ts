import type { JsonObject, RuleContext } from '@lienthong/plugin-sdk'
import { type Mode, modes, type Policy, policies } from '../verdict.ts'

/** The options of every rule that judges. */
export const optionsSchema: JsonObject = {
  type: 'object',
  properties: { mode: { enum: [...modes] }, policy: { enum: [...policies] } },
  additionalProperties: false,
}

/** What the workspace promises; `BACKWARD` and `strict` unless told. */
export const wanted = ({ options }: RuleContext): { mode: Mode; policy: Policy } => ({
  mode: modes.find(mode => mode === options.mode) ?? 'BACKWARD',
  policy: policies.find(policy => policy === options.policy) ?? 'strict',
})
