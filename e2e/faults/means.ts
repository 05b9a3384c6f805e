/** A test for machines that have what it needs; on others it is left out, and says why. Continuous integration counts what is left out as failed. */
export const testWith = (what: string, isThere: boolean): typeof it => {
  if (isThere) return it
  process.stderr.write(`\nLeft out: the tests that need ${what}.\n`)
  // Jest types `skip` as an `it` without its modifiers, of which nobody here uses one.
  return it.skip as typeof it
}
