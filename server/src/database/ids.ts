import { v7 } from 'uuid'

/** A new UUIDv7: unique, and in the order of time. */
export const newId = <Id extends string>(): Id => v7() as Id

/** This moment as every table stores it. */
export const now = (): string => new Date().toISOString()
