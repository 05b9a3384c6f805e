/** Somebody who types without a pause is not waited for. */
const mostTries = 5

/**
 * The server's text and the own one of the same moment: what others write while the server answers is in one of them only, so that it
 * is asked again until nothing came meanwhile, or five times. Errors: those of asking.
 */
export const besideEachOther = async (
  ask: () => Promise<string>,
  own: () => string,
): Promise<[server: string, own: string]> => {
  let before: string
  let answer: string
  let tries = 0
  do {
    before = own()
    answer = await ask()
  } while (own() !== before && ++tries < mostTries)
  return [answer, own()]
}
