/** Cuts bytes into pieces of at most `maxBytes`; nothing is copied. There is always a first piece, perhaps empty. */
export const chunksOf = (bytes: Uint8Array, maxBytes: number): [Uint8Array, ...Uint8Array[]] => {
  const rest: Uint8Array[] = []
  for (let at = maxBytes; at < bytes.length; at += maxBytes) rest.push(bytes.subarray(at, at + maxBytes))
  return [bytes.subarray(0, maxBytes), ...rest]
}
