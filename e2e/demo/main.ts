import { join } from 'node:path'
import { type DemoPerson, type RunningProduct, root, startProduct } from '../product.ts'
import { packageExtension } from '../vscode/package-extension.ts'
import { type RunningVscode, startVscode } from '../vscode/server.ts'

// `npm run demo`: the server with demo people, and VS Code in the browser for each, signed in, the same schema open.

/** Of the server; the editors have those after it. Not 4190: browsers and fetch refuse that one (https://fetch.spec.whatwg.org/#port-blocking). */
const firstPort = 4280

/** Kept, so that a demo goes on where it was left; another folder may be named on the command line. */
const dataDir = process.argv[2] ?? join(root, 'data/demo')

const vsix = await packageExtension()
const product = await startProduct({ dataDir, port: firstPort, isDemo: true })
const people = await product.people()
const editors = await startEditors(product, people)
tell(product, people, editors)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())

async function startEditors(
  product: RunningProduct,
  people: DemoPerson[],
): Promise<Map<DemoPerson, RunningVscode>> {
  const started = people.map(async (person, index): Promise<[DemoPerson, RunningVscode]> => {
    const vscode = await startVscode({
      vsix,
      port: firstPort + 1 + index,
      folder: join(dataDir, `vscode-${person.username}`),
      settings: { 'lienthong.serverUrl': product.url, 'lienthong.demoToken': person.token },
    })
    return [person, vscode]
  })
  return new Map(await Promise.all(started))
}

function tell(product: RunningProduct, people: DemoPerson[], editors: Map<DemoPerson, RunningVscode>): void {
  console.log(`\nLiên Thông · bản trình diễn / demo · ${product.url}\n`)
  console.log(
    'Dữ liệu minh hoạ, không phải tài liệu chính thức. / Illustrative data, not official documents.\n',
  )
  console.log(
    'VS Code trong trình duyệt, đã đăng nhập, cùng một lược đồ / VS Code in the browser, signed in, the same schema:',
  )
  for (const [person, vscode] of editors) console.log(`  ${label(person)}  ${windowOnSchema(vscode)}`)
  console.log('\nCổng thông tin, đăng nhập một lần / The portal, one sign-in each:')
  for (const person of people) console.log(`  ${label(person)}  ${person.link}`)
  console.log('\nCtrl+C để dừng / to stop.\n')
}

/** Quick to read in a list: name and role, padded. */
function label({ displayName, role }: DemoPerson): string {
  return `${displayName} (${role})`.padEnd(34)
}

function windowOnSchema(vscode: RunningVscode): string {
  return vscode.windowOn('lienthong:/dan-cu', [['openFile', 'lienthong:/dan-cu/cong-dan.schema.yaml']])
}

async function stop(): Promise<void> {
  await Promise.all([...editors.values()].map(vscode => vscode.stop()))
  await product.stop()
  process.exit(0)
}
