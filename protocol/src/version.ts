/** Raised when an old client and a new server could misunderstand each other. Sent in the socket's `auth`. */
export const protocolVersion = 1

/** Largest update that one `document:update` may carry, in bytes. Larger ones stall everybody's event loop; a paste of 1 MB still fits. */
export const maxUpdateBytes = 2 * 1024 * 1024

/** Chunks of a join's answer, in bytes (rule S4). */
export const maxChunkBytes = 256 * 1024

/** Largest frame that the socket accepts: an update and its envelope (rule S17). */
export const maxFrameBytes = maxUpdateBytes + 64 * 1024

/** A presence state's upper bound in bytes (rule S11). */
export const maxPresenceBytes = 4 * 1024

/**
 * Most UTF-16 units that one update may bring of one Yjs client (rule S7). Its bytes hold fewer; words that were deleted again before they
 * were sent take none. Smaller refuses long work without a server; larger lets a few bytes push a clock beyond what Yjs can count.
 */
export const maxClockAdvance = 8 * maxUpdateBytes
