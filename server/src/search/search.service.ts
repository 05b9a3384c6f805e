import type { ListQuery, Page } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import * as z from 'zod/mini'
import { readCursor, writeCursor } from '../transport/cursor.ts'
import { foldedOf, wordsOf } from './fold.ts'

/** A list's order: a column path of the query and its direction. The last key must be unique. */
export interface SortKey {
  path: string
  direction: 'ASC' | 'DESC'
}

const defaultLimit = 50

/** Finds records by words and cuts lists into pages, the same on every database. */
@Injectable()
export class SearchService {
  /** The text that a record is stored with and found by. */
  fold(...texts: (string | null)[]): string {
    return foldedOf(texts)
  }

  /** Keeps the records in which every word of `q` begins some word, with or without diacritics. */
  narrow<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, path: string, q: string | undefined): void {
    wordsOf(q ?? '').forEach((word, at) => {
      const name = `${path.replace('.', '_')}_${at}`
      query.andWhere(`${path} LIKE :${name}`, { [name]: `% ${word}%` })
    })
  }

  /** Keeps the records that hold on the day: from `validFrom` on, until the day before `validTo`. Unknown ends are open. */
  narrowToDay<T extends ObjectLiteral>(
    query: SelectQueryBuilder<T>,
    alias: string,
    day: string | undefined,
    from = `${alias}.validFrom`,
  ): void {
    if (day === undefined) return
    query.andWhere(`(${from} IS NULL OR ${from} <= :day)`, { day })
    query.andWhere(`(${alias}.validTo IS NULL OR ${alias}.validTo > :day)`, { day })
  }

  /**
   * One page in the order of the keys. The cursor holds the last row's keys, so that rows inserted meanwhile neither
   * repeat nor hide others. `keysOf` reads a row's values in the keys' order; they must not be null.
   */
  async page<T extends ObjectLiteral>(
    query: SelectQueryBuilder<T>,
    keys: readonly SortKey[],
    keysOf: (row: T) => string[],
    { cursor, limit = defaultLimit }: ListQuery,
  ): Promise<Page<T>> {
    const total = await query.getCount()
    if (cursor !== undefined) this.startAfter(query, keys, readCursor(cursor, valuesOf(keys)))
    for (const { path, direction } of keys) query.addOrderBy(path, direction)
    const rows = await query.limit(limit + 1).getMany()
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return { items, total, next: rows.length > limit && last ? writeCursor(keysOf(last)) : null }
  }

  private startAfter<T extends ObjectLiteral>(
    query: SelectQueryBuilder<T>,
    keys: readonly SortKey[],
    values: readonly string[],
  ): void {
    const beyond = keys.map(({ path, direction }, at) => {
      const equalBefore = keys.slice(0, at).map((key, index) => `${key.path} = :key${index}`)
      return `(${[...equalBefore, `${path} ${direction === 'ASC' ? '>' : '<'} :key${at}`].join(' AND ')})`
    })
    const parameters = Object.fromEntries(values.map((value, at) => [`key${at}`, value]))
    query.andWhere(`(${beyond.join(' OR ')})`, parameters)
  }
}

/** One for each key. */
const valuesOf = ({ length }: readonly SortKey[]) => z.array(z.string()).check(z.length(length))
