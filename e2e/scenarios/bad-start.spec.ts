import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { startProduct } from '../product.ts'
import { refusedStart } from '../refused-start.ts'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lienthong-bad-start-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

describe('a start that cannot succeed', () => {
  it.each([
    ['LIENTHONG_PROT', '4180', 'SETTING_UNKNOWN', 'Có phải ý bạn là LIENTHONG_PORT?'],
    ['LIENTHONG_ANYTHING_AT_ALL', 'x', 'SETTING_UNKNOWN', 'Không có thiết lập LIENTHONG_ANYTHING_AT_ALL.'],
    ['LIENTHONG_PORT', '99999', 'SETTING_INVALID', 'LIENTHONG_PORT'],
    ['LIENTHONG_PORT', 'http', 'SETTING_INVALID', 'LIENTHONG_PORT'],
    ['LIENTHONG_DATABASE_URL', 'mysql://127.0.0.1/x', 'SETTING_INVALID', 'LIENTHONG_DATABASE_URL'],
    ['LIENTHONG_DEMO', 'yes', 'SETTING_INVALID', 'LIENTHONG_DEMO'],
  ])('[O1] names the setting: %s=%s', async (name, value, code, words) => {
    const refusal = await refusedStart(dataDir, { [name]: value })
    expect(refusal.code).toBe(code)
    expect(refusal.vi).toContain(words)
    expect(refusal.en).toContain(name)
    expect(await readdir(dataDir)).toEqual([])
  })

  it('[O3] names the port that is in use', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const refusal = await refusedStart(dataDir, { LIENTHONG_PORT: port })
    expect(refusal).toMatchObject({ code: 'PORT_IN_USE', vi: expect.stringContaining(`Cổng ${port}`) })
    await new Promise(resolve => other.close(resolve))
    const product = await startProduct({ dataDir, port: Number(port) })
    await product.stop()
  })

  it('[O3] says that PostgreSQL does not answer, without its password', async () => {
    const refusal = await refusedStart(dataDir, {
      LIENTHONG_DATABASE_URL: 'postgres://an:matkhau@127.0.0.1:1/x',
    })
    expect(refusal.code).toBe('DATABASE_UNREACHABLE')
    expect(`${refusal.vi}${refusal.en}`).not.toContain('matkhau')
  })

  it('[O3] names the folder that cannot be written', async () => {
    const file = join(dataDir, 'a-file')
    await writeFile(file, 'not a folder')
    const refusal = await refusedStart(dataDir, { LIENTHONG_DATA_DIR: join(file, 'data') })
    expect(refusal).toMatchObject({ code: 'DATA_DIR_UNWRITABLE', vi: expect.stringContaining(file) })
  })

  it.each<[string, (file: string) => Promise<void> | void]>([
    ['garbage', file => writeFile(file, Buffer.alloc(20_000, 'rác'))],
    ['ten bytes', file => writeFile(file, '0123456789')],
    ['another application’s tables', writeForeignDatabase],
  ])('[O2] leaves a database file with %s byte for byte as it was', async (_, write) => {
    const file = join(dataDir, 'lienthong.db')
    await write(file)
    const before = await fingerprint(file)
    const refusal = await refusedStart(dataDir)
    expect(refusal).toMatchObject({
      code: 'DATABASE_FOREIGN',
      vi: expect.stringContaining('được giữ nguyên'),
    })
    expect(await fingerprint(file)).toBe(before)
    expect(await readdir(dataDir)).toEqual(['lienthong.db'])
  })

  it('[O12] names a damaged file of ours and leaves it', async () => {
    await (await startProduct({ dataDir })).stop()
    const file = join(dataDir, 'lienthong.db')
    const pages = await readFile(file)
    await writeFile(file, pages.fill(0xa5, 4096, 65_536))
    const before = await fingerprint(file)
    const refusal = await refusedStart(dataDir)
    expect(refusal).toMatchObject({ code: 'DATABASE_DAMAGED', vi: expect.stringContaining(file) })
    expect(await fingerprint(file)).toBe(before)
  })
})

function writeForeignDatabase(file: string): void {
  const database = new Sqlite(file)
  database.exec('CREATE TABLE invoices (id TEXT); INSERT INTO invoices VALUES (1)')
  database.close()
}

async function fingerprint(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}
