import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { RuleInputs } from '@lienthong/protocol'
import { unwritable } from '../failure.ts'
import type { Io } from '../io.ts'
import { connect, type ServerOptions } from '../server/connection.ts'

/** `lienthong inputs pull`: writes what rules look up on a server into a file, with its day and revisions. Errors: FILE_UNWRITABLE and the server's. */
export async function pullInputs(
  { output, ...options }: ServerOptions & { output: string },
  io: Io,
): Promise<number> {
  const { client } = await connect(options, io)
  const inputs = await client.get('/rule-inputs', RuleInputs)
  await writeFile(resolve(io.cwd, output), `${JSON.stringify(inputs, null, 1)}\n`).catch(unwritable(output))
  const { directives, inventory, schemas } = inputs
  io.out(
    io.speech.say('inputsPulled', {
      file: output,
      day: directives?.day ?? inventory?.day ?? '',
      directives: directives?.directives.length ?? 0,
      databases: inventory?.databases.length ?? 0,
      organisations: inventory?.organisations.length ?? 0,
      schemas: schemas?.schemas.length ?? 0,
    }),
  )
  return 0
}
