/** A state of a document that somebody named, or published under a number. */
export type NamedState = { seq: number } & ({ name: string } | { number: string })

/** The newest state first; what was published of it stands above its names, which come newest first and stay so. */
export const newestFirst = <Checkpoint extends NamedState, Version extends NamedState>(
  checkpoints: readonly Checkpoint[],
  versions: readonly Version[],
): (Checkpoint | Version)[] => [...versions, ...checkpoints].sort((a, b) => b.seq - a.seq)
