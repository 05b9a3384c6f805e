import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersonId, Role } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Config } from '../config/config.ts'
import { Transactions } from '../database/transactions.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import { DemoAccounts } from './demo-accounts.ts'
import { SignInLinksService } from './sign-in-links.service.ts'

/** Two ministries that edit the population database's schema together, a reviewer, a steward and an administrator. */
const demoPeople: DemoPerson[] = [
  { username: 'an', displayName: 'Nguyễn Văn An', from: 'BCA', role: 'editor', on: 'BCA' },
  { username: 'binh', displayName: 'Trần Thị Bình', from: 'BTP', role: 'editor', on: 'BCA' },
  { username: 'chi', displayName: 'Lê Quốc Chi', from: 'VN', role: 'reviewer', on: 'VN' },
  { username: 'dung', displayName: 'Phạm Thu Dung', from: 'VN', role: 'steward', on: 'VN' },
  { username: 'quan', displayName: 'Vũ Minh Quân', from: 'VN', role: 'administrator', on: 'VN' },
]

/** `from` and `on` are organisations' codes: where the person works, and where the role holds. */
export interface DemoPerson {
  username: string
  displayName: string
  from: string
  role: Role
  on: string
}

/** Where whoever runs the demo finds everybody's links and tokens. */
export const demoFile = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'demo.json')

/** The people of `npm run demo`. They exist only where LIENTHONG_DEMO is true. */
@Injectable()
export class DemoPeopleService {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly tree: OrganisationTreeService,
    private readonly accounts: DemoAccounts,
    private readonly links: SignInLinksService,
  ) {}

  /** Writes `demo.json`, readable by its owner only, with a fresh link and token for each; earlier ones stop working. Errors: DEMO_NAME_TAKEN. */
  async prepare(url: string): Promise<void> {
    const people = await this.transactions.run(async manager => {
      await this.links.forgetDemo(manager)
      const ready = []
      for (const person of demoPeople) ready.push(await this.ready(manager, person, url))
      return ready
    })
    const file = demoFile(this.config)
    const draft = `${file}.new`
    await rm(draft, { force: true })
    await writeFile(draft, JSON.stringify({ url, people }, null, 2), { mode: 0o600 })
    await rename(draft, file)
  }

  private async ready(manager: EntityManager, person: DemoPerson, url: string) {
    const { username, displayName, role } = person
    const organisationId = await this.organisation(person.from)
    const personId: PersonId = await this.accounts.open(manager, { username, displayName, organisationId })
    await this.accounts.grant(manager, personId, { role, organisationId: await this.organisation(person.on) })
    const { token, secret } = await this.accounts.credentials(manager, personId)
    return { username, displayName, role, token, link: `${url}/sign-in-links/${secret}` }
  }

  /** Without the seed there is only the root. */
  private async organisation(code: string) {
    return (await this.tree.idOfCode(code)) ?? (await this.tree.rootId())
  }
}
