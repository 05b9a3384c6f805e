/** Fewer names than this show no convention. */
export const fewest = 3
/** What fewer of a document's names agree on is no convention: too many findings for too little agreement. */
const share = 3 / 4

/** Whether so many of all names make a convention that the others break. */
export const prevails = (count: number, all: number): boolean => count >= fewest && count >= all * share
