import type { LookingContext } from '@lienthong/plugin-sdk'
import type { Declaring, Inputs } from './inputs.ts'

/** How references are followed. */
export type Following = Pick<LookingContext, 'resolve' | 'reach'>

/** What a part of a plugin may look at. What it does not declare throws when it is looked at. */
export const lookingFor = (part: Declaring, following: Following, inputs: Inputs): LookingContext => ({
  ...following,
  get directives() {
    return inputs.directivesFor(part)
  },
  get inventory() {
    return inputs.inventoryFor(part)
  },
  get schemas() {
    return inputs.schemasFor(part)
  },
  get dictionary() {
    return inputs.dictionaryFor(part)
  },
})

/** With more beside it. Getters stay getters: nothing is looked at before somebody does. */
export const extended = <Base extends object, More extends object>(base: Base, more: More): Base & More =>
  Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(base), ...Object.getOwnPropertyDescriptors(more) },
  ) as Base & More
