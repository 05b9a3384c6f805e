import type { Bench } from './bench.ts'
import type { Contender } from './contender.ts'
import { type Figures, type Load, measureFanOut } from './fan-out.ts'
import { startHocuspocus } from './hocuspocus.ts'
import { startLienthong } from './lienthong.ts'
import { startYWebsocket } from './y-websocket.ts'

type Start = (load: Load) => Promise<Contender>

const sqlite: Start = ({ documents }) => startLienthong({ documents })
const peers: Start[] = [() => startHocuspocus(), () => startHocuspocus(20), () => startYWebsocket()]
const everybody = (): Start[] => [sqlite, ...postgres(), ...peers]

/** Only where an address is given, as in the tests. */
const postgres = (): Start[] => {
  const databaseUrl = process.env.LIENTHONG_TEST_DATABASE_URL
  return databaseUrl ? [({ documents }) => startLienthong({ documents, databaseUrl })] : []
}

/** A column's head, and what it says of each contender; `best` is the best peer's figure, for ratios. */
interface Column {
  head: string
  cell: (figures: Figures, best: Figures) => string
}

const ratio = (ours: number, theirs: number): string => (ours / theirs).toFixed(2)
const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(0)} ms`)

const cpu: Column[] = [
  { head: 'CPU per delivered edit', cell: f => `${f.cpuPerDeliveredEditUs.toFixed(1)} µs` },
  {
    head: 'ratio to best peer',
    cell: (f, best) => ratio(f.cpuPerDeliveredEditUs, best.cpuPerDeliveredEditUs),
  },
  { head: 'core busy', cell: f => `${f.busyPercent.toFixed(0)}%` },
]
const delivery: Column[] = [
  { head: 'p50', cell: f => ms(f.p50Ms) },
  { head: 'p95', cell: f => ms(f.p95Ms) },
  { head: 'missing', cell: f => String(f.missing) },
]
const onDisk: Column = { head: 'on disk, p95', cell: f => ms(f.acknowledgedP95Ms) }
const memory: Column[] = [
  { head: 'memory per document', cell: f => `${f.residentKbPerDocument.toFixed(0)} kB` },
  {
    head: 'ratio to best peer',
    cell: (f, best) => ratio(f.residentKbPerDocument, best.residentKbPerDocument),
  },
]

/** 50 editors × 10 edits/s on one document; server on one core, generator on the other. */
export const coEditing = bench(
  '50 editors × 10 edits/s on one document for 20 s',
  {
    documents: 1,
    editorsPerDocument: 50,
    connections: 50,
    editsPerSecondPerEditor: 10,
    warmUpSeconds: 10,
    seconds: 20,
  },
  everybody,
  [...cpu, ...delivery, onDisk],
  f => f.cpuPerDeliveredEditUs,
)

export const crowd = bench(
  '200 editors × 2 edits/s on one document for 20 s',
  {
    documents: 1,
    editorsPerDocument: 200,
    connections: 200,
    editsPerSecondPerEditor: 2,
    warmUpSeconds: 10,
    seconds: 20,
  },
  () => [sqlite, ...peers],
  [...cpu, ...delivery, onDisk],
  f => f.cpuPerDeliveredEditUs,
)

export const manyDocuments = bench(
  '1,000 documents × 2 editors, 1 edit/s each, for 20 s',
  {
    documents: 1000,
    editorsPerDocument: 2,
    connections: 100,
    editsPerSecondPerEditor: 1,
    warmUpSeconds: 5,
    seconds: 20,
  },
  () => [sqlite, () => startHocuspocus()],
  [...memory, ...cpu.slice(0, 1), ...delivery, onDisk],
  f => f.residentKbPerDocument,
)

const teams = (editsPerSecondPerEditor: number): Load => ({
  documents: 10,
  editorsPerDocument: 5,
  connections: 50,
  editsPerSecondPerEditor,
  warmUpSeconds: 5,
  seconds: 20,
})

export const teams500 = bench(
  '10 documents × 5 editors, 500 edits/s together, SQLite, for 20 s',
  teams(10),
  () => [sqlite],
  [onDisk, ...delivery],
)

export const teams1000 = bench(
  '10 documents × 5 editors, 1,000 edits/s together, PostgreSQL, for 20 s',
  teams(20),
  postgres,
  [onDisk, ...delivery],
  () => 0,
  () => (process.env.LIENTHONG_TEST_DATABASE_URL ? null : 'LIENTHONG_TEST_DATABASE_URL is not set'),
)

/** `best` says by which figure the best peer is chosen; without peers there is nothing to choose. */
function bench(
  title: string,
  load: Load,
  starts: () => Start[],
  columns: readonly Column[],
  best: (figures: Figures) => number = () => 0,
  leftOut: () => string | null = () => null,
): Bench {
  return {
    title,
    leftOut,
    run: async () => {
      const rows: Figures[] = []
      for (const start of starts()) {
        const contender = await start(load)
        try {
          rows.push(await measureFanOut(contender, load))
        } finally {
          await contender.stop()
        }
      }
      return table(columns, rows, best)
    },
  }
}

function table(
  columns: readonly Column[],
  rows: readonly Figures[],
  best: (figures: Figures) => number,
): string {
  const peersFirst = rows.filter(({ name }) => !name.startsWith('Liên Thông'))
  const [champion] = [...(peersFirst.length > 0 ? peersFirst : rows)].sort((a, b) => best(a) - best(b))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['server', ...columns.map(({ head }) => head)]),
    line(['server', ...columns].map(() => '---')),
    ...rows.map(row => line([row.name, ...columns.map(({ cell }) => cell(row, champion ?? row))])),
  ].join('\n')
}
