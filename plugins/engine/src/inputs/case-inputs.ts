import type {
  CaseInputs,
  Database,
  DictionaryElement,
  Directive,
  InputData,
  InventoryList,
  Organisation,
  PublishedField,
  SchemaSketch,
} from '@lienthong/plugin-sdk'
import { sha256 } from '../engine/sha256.ts'

/** The inputs of a case as a host hands them in: what it leaves out is unknown, empty, or in force. */
export const dataOf = ({ directives, inventory, schemas, dictionary }: CaseInputs): InputData => ({
  directives: directives && {
    revision: revisionOf(directives),
    day: directives.day,
    directives: directives.directives.map(sketch => ({ ...directiveOf(sketch.code), ...sketch })),
  },
  inventory: inventory && {
    revision: revisionOf(inventory),
    day: inventory.day,
    databases: (inventory.databases ?? []).map(sketch => ({ ...databaseOf(sketch.code), ...sketch })),
    lists: (inventory.lists ?? []).map(sketch => ({ ...listOf(sketch.code), ...sketch })),
    organisations: (inventory.organisations ?? []).map(sketch => ({
      ...organisationOf(sketch.code),
      ...sketch,
    })),
  },
  schemas: schemas && {
    revision: revisionOf(schemas),
    day: schemas.day,
    schemas: schemas.schemas.map(schemaOf),
  },
  dictionary: dictionary && {
    revision: revisionOf(dictionary),
    day: dictionary.day,
    elements: dictionary.elements.map(sketch => ({ ...elementOf(sketch.name), ...sketch })),
  },
})

const revisionOf = (given: object): string => sha256(JSON.stringify(given))

const dated = { validFrom: null, validTo: null, successorCode: null }

const named = (code: string) => ({ code, name: { vi: code, en: null }, ...dated })

const directiveOf = (code: string): Directive => ({
  code,
  number: null,
  type: '',
  title: { vi: code, en: null },
  issuedOn: null,
  status: 'in-force',
  ...dated,
  provisions: [],
})

const databaseOf = (code: string): Database => ({
  ...named(code),
  level: 'unknown',
  status: 'unknown',
  ownerCode: null,
  listCodes: [],
})

const listOf = (code: string): InventoryList => ({ ...named(code), standing: 'holding' })

const organisationOf = (code: string): Organisation => ({
  ...named(code),
  kind: 'unknown',
  parentCode: null,
  officialCode: null,
})

const schemaOf = ({ address, version = '1.0.0', entities }: SchemaSketch) => ({
  ...{ address, version, database: address.slice(0, address.indexOf('/')) },
  entities: entities.map(({ name, fields }) => ({
    name,
    fields: fields.map(sketch => ({ ...fieldOf(sketch.name), ...sketch })),
  })),
})

const elementOf = (name: string): DictionaryElement => ({
  ...{ name, title: null, address: 'tu-dien/tu-dien.schema.yaml', version: '1.0.0', type: 'unknown' },
  ...{ pattern: null, minLength: null, maxLength: null, values: null },
  ...{ isDeprecated: false, personalData: null },
})

const fieldOf = (name: string): PublishedField => ({
  ...{ name, type: 'unknown', pattern: null, minLength: null, maxLength: null, values: null },
  ...{ isRequired: false, hasDefault: false, isDeprecated: false, definition: null, personalData: null },
})
