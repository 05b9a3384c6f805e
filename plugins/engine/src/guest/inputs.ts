import type {
  Database,
  Dictionary,
  DictionaryElement,
  Directive,
  Directives,
  Inventory,
  PublishedSchema,
  RuleInput,
  Schemas,
} from '@lienthong/plugin-sdk'
import { elementKey } from '../inputs/element-key.ts'
import type { SharedInput } from '../inputs/input-names.ts'
import type { LookupName } from '../inputs/lookups.ts'
import { forceOf } from './force.ts'
import { frozen } from './frozen.ts'
import type { GuestStep } from './wire.ts'

/** Who says what it needs. */
export interface Declaring {
  readonly meta: { readonly inputs?: readonly RuleInput[] }
}

/** Asks the host; records as JSON. */
export type Ask = (lookup: LookupName, key: string) => string

interface Dated {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Answers that are remembered: rules ask for the same few codes again and again. */
const maxRemembered = 500
/** Characters of them all: a schema is long, and who edits an address goes by many. */
const maxRememberedCharacters = 1_000_000

/** What rules see of the inputs. */
export class Inputs {
  private stated: GuestStep['inputs'] = {}
  private ownCode: string | null = null
  private readonly remembered = new Map<string, readonly object[]>()
  private rememberedCharacters = 0

  constructor(private readonly ask: Ask) {}

  /** Takes in what a step states; answers the inputs that are other than before. */
  take({ inputs, database }: Pick<GuestStep, 'inputs' | 'database'>): Set<RuleInput> {
    const names = [...Object.keys(inputs), ...Object.keys(this.stated)] as SharedInput[]
    const changed = names.filter(name => inputs[name]?.revision !== this.stated[name]?.revision)
    const other = new Set<RuleInput>(database === this.ownCode ? changed : [...changed, 'inventory'])
    this.stated = inputs
    this.ownCode = database
    if (changed.length > 0) this.forget()
    return other
  }

  /** Whether there is data of all of them. */
  areThere(names: readonly RuleInput[] = []): boolean {
    return names.every(name => name in this.stated)
  }

  directivesFor(who: Declaring): Directives {
    const day = this.dayFor(who, 'directives')
    const one = (name: LookupName, key: string) => this.find<Directive>(name, key)[0]
    return {
      day,
      byCode: code => one('directives.code', code),
      byNumber: number => one('directives.number', number),
      similar: key => one('directives.similar', key),
      forceOf: (directive, asOf = day) => forceOf(directive, asOf, day),
    }
  }

  inventoryFor(who: Declaring): Inventory {
    const day = this.dayFor(who, 'inventory')
    const one = <T extends Dated>(name: LookupName, key: string, asOf?: string) =>
      held(this.find<T>(name, key), asOf, day)
    return {
      day,
      own: this.ownCode === null ? undefined : one<Database>('databases.code', this.ownCode),
      database: (code, asOf) => one('databases.code', code, asOf),
      databaseNamed: (name, asOf) => one('databases.name', name, asOf),
      list: (code, asOf) => one('lists.code', code, asOf),
      organisation: (code, asOf) => one('organisations.code', code, asOf),
      province: (code, asOf) => one('provinces.code', code, asOf),
    }
  }

  schemasFor(who: Declaring): Schemas {
    const day = this.dayFor(who, 'schemas')
    return { day, byAddress: address => this.find<PublishedSchema>('schemas.address', address)[0] }
  }

  dictionaryFor(who: Declaring): Dictionary {
    const day = this.dayFor(who, 'dictionary')
    return {
      day,
      element: name => this.find<DictionaryElement>('dictionary.element', elementKey(String(name)))[0],
    }
  }

  private dayFor({ meta }: Declaring, input: SharedInput): string {
    const stated = this.stated[input]
    if (!meta.inputs?.includes(input)) throw new TypeError(`Declare inputs: ['${input}'].`)
    if (!stated) throw new TypeError(`There is no data of ${input}.`)
    return stated.day
  }

  private find<T extends object>(lookup: LookupName, key: string): readonly T[] {
    const question = `${lookup}\n${key}`
    const known = this.remembered.get(question)
    if (known) return known as readonly T[]
    const answer = this.ask(lookup, String(key))
    const found = frozen(JSON.parse(answer) as readonly T[])
    const isFull = this.rememberedCharacters + answer.length > maxRememberedCharacters
    if (isFull || this.remembered.size >= maxRemembered) this.forget()
    this.remembered.set(question, found)
    this.rememberedCharacters += answer.length
    return found
  }

  private forget(): void {
    this.remembered.clear()
    this.rememberedCharacters = 0
  }
}

/** The record that held on the day; without a day any, rather one that holds. */
const held = <T extends Dated>(
  records: readonly T[],
  asOf: string | undefined,
  today: string,
): T | undefined => {
  const holding = records.find(record => holds(record, asOf ?? today))
  return asOf === undefined ? (holding ?? records[0]) : holding
}

const holds = ({ validFrom, validTo }: Dated, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day < validTo)
