import { startProcess } from './process.ts'
import { serverProgram } from './product.ts'
import { until } from './until.ts'

/** What the server says, in a line of code and one in each language, before it leaves with code 2. */
export async function refusedStart(dataDir: string, settings: Record<string, string> = {}) {
  const server = startProcess('the server', process.execPath, [serverProgram], {
    LIENTHONG_DATA_DIR: dataDir,
    LIENTHONG_PORT: '0',
    ...settings,
  })
  expect(await server.ended()).toBe('code 2')
  const lines = await until('three lines', () => {
    const printed = server.output().trim().split('\n')
    return printed.length >= 3 && printed
  })
  expect(lines).toHaveLength(3)
  const [code = '', vi = '', en = ''] = lines
  expect(code).toMatch(/^[A-Z_]+$/)
  expect(vi).toMatch(/[ăđơưạ-ỹ]/)
  return { code, vi, en }
}
