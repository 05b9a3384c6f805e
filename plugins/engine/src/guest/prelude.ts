/** Takes the clock and chance away: the same text must always give the same findings. */
export const removeClockAndChance = (): void => {
  const RealDate = Date
  const refuse = () => {
    throw new TypeError('There is no clock here: give the date.')
  }
  const FixedDate = new Proxy(RealDate, {
    apply: refuse,
    construct: (target, args: readonly unknown[]) =>
      args.length === 0 ? refuse() : Reflect.construct(target, args),
    get: (target, key) => (key === 'now' ? refuse : Reflect.get(target, key)),
  })
  Object.defineProperty(RealDate.prototype, 'constructor', { value: FixedDate })
  Object.defineProperty(globalThis, 'Date', { value: FixedDate })
  Object.defineProperty(Math, 'random', {
    value: () => {
      throw new TypeError('There is no chance here: the same text must give the same findings.')
    },
  })
}
