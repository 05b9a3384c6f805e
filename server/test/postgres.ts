import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** A fresh PostgreSQL database beside the one that the address names. */
export const createPostgres = async (
  address: string,
): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `lienthong_${randomUUID().replaceAll('-', '')}`
  await asOwner(address, `CREATE DATABASE ${name}`)
  const url = new URL(address)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asOwner(address, `DROP DATABASE ${name} WITH (FORCE)`) }
}

const asOwner = async (address: string, sql: string): Promise<void> => {
  await query(address, sql)
}

/** One statement on a connection of its own. */
export const query = async (address: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(address)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}
