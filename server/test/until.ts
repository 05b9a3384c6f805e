/** For what has to be felt within a second: that, and what a loaded machine takes. Less than the five seconds after which rights are read again. */
export const aSecondMs = 3000

/** Resolves when the condition holds; fails with `what` when it has not within the time. */
export const until = async (
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 60_000,
): Promise<void> => {
  const deadline = Date.now() + withinMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
