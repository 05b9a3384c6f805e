import { defineCases, type InvalidCase, type ValidCase } from '@lienthong/plugin-sdk'
import { wrong } from './wrong.ts'

const schema = (published: string, text: string): ValidCase => ({ text, published })

const script = (published: string, text: string): ValidCase => ({ format: 'sql', text, published })

/** Held against the earlier versions, too, the newest first. */
const transitive = (test: ValidCase, ...earlier: string[]): ValidCase => ({
  ...test,
  earlier,
  options: { mode: 'BACKWARD_TRANSITIVE' },
})

/** What the quick fixes make of it. */
const fixed = (test: InvalidCase, text: string): InvalidCase => ({ ...test, fixed: text })

const inDefinition = (keyword: string) =>
  `properties:\n  so: { $ref: '#/$defs/So' }\n$defs:\n  So: { type: string, ${keyword} }\n`

export default {
  'value-type': defineCases({
    valid: [
      'type: string\n',
      schema('enum: [nam, nu]\n', 'enum: [nam, nu, khac]\n'),
      schema('type: integer\n', 'type: number\n'),
      {
        ...schema(
          'properties: { a: { type: string } }\n',
          "properties: { a: { $ref: '#/$defs/A' } }\n$defs:\n  A: { type: string }\n",
        ),
        name: 'moved into a definition',
      },
      {
        ...schema('enum: [nam]\n', 'enum: [nam]\n'),
        earlier: ['enum: [nam, nu]\n'],
        name: 'broken long ago',
      },
      { ...transitive(schema('enum: [nam]\n', 'enum: [nam, nu]\n'), 'enum: [nu]\n'), name: 'takes them all' },
    ],
    invalid: [
      fixed(
        wrong('a value dropped', schema('enum: [nam, nu, khac]\n', 'enum: [nam, nu]\n'), ['refused', 'enum']),
        'enum: ["nam","nu","khac"]\n',
      ),
      fixed(
        wrong(
          'another type',
          schema(
            'properties:\n  tuoi: { type: integer }\n',
            'properties:\n  tuoi: { title: Tuổi, type: string }\n',
          ),
          ['refused', 'type'],
        ),
        'properties:\n  tuoi: { title: Tuổi, type: integer }\n',
      ),
      wrong(
        'a value dropped long ago, told once and put back nowhere',
        transitive(schema('enum: [nam]\n', 'enum: [nam]\n'), 'enum: [nam, nu]\n', 'enum: [nam, nu]\n'),
        ['refused', 'enum'],
      ),
      fixed(
        wrong(
          'a list of values where there was none',
          schema('type: string\n', 'type: string\nenum: [nam, nu]\n'),
          ['refused', 'enum'],
        ),
        'type: string\n',
      ),
      fixed(
        wrong(
          'a type moved elsewhere is not put back',
          schema(
            'properties:\n  a: { type: integer }\n',
            "properties:\n  a: { $ref: '#/$defs/A' }\n$defs:\n  A: { type: string }\n",
          ),
          ['refused', 'a'],
        ),
        "properties:\n  a: { $ref: '#/$defs/A' }\n$defs:\n  A: { type: string }\n",
      ),
    ],
  }),
  'number-range': defineCases({
    valid: [schema('type: integer\nminimum: 14\n', 'type: integer\nminimum: 0\n')],
    invalid: [
      fixed(
        wrong('a higher minimum', schema('type: integer\nminimum: 0\n', 'type: integer\nminimum: 14\n'), [
          'refused',
          'minimum',
        ]),
        'type: integer\nminimum: 0\n',
      ),
    ],
  }),
  'text-form': defineCases({
    valid: [schema(inDefinition('maxLength: 9'), inDefinition('maxLength: 12'))],
    invalid: [
      fixed(
        wrong(
          'shorter, in a definition',
          schema(inDefinition('maxLength: 12'), inDefinition('maxLength: 9')),
          ['refused', 'maxLength'],
        ),
        inDefinition('maxLength: 12'),
      ),
      wrong(
        'another pattern',
        schema(inDefinition("pattern: '^[0-9]{12}$'"), inDefinition("pattern: '^[0-9]{9}$'")),
        ['refused', 'pattern'],
      ),
      wrong(
        'an encoding, which no validator sees',
        schema(inDefinition('title: So'), inDefinition('contentEncoding: base64')),
        ['breaks', 'contentEncoding'],
      ),
      wrong(
        'a pattern that backtracks for years',
        schema('type: string\n', "type: string\npattern: '^(a+)+$'\n"),
        ['refused', 'pattern'],
      ),
    ],
  }),
  'object-properties': defineCases({
    valid: [
      schema('additionalProperties: false\n', 'properties: { a: {} }\nadditionalProperties: false\n'),
      schema('type: object\n', 'type: object\nproperties: { a: {} }\n'),
    ],
    invalid: [
      fixed(
        wrong(
          'a property removed from a closed schema',
          schema(
            'properties: { a: {}, b: { type: string } }\nadditionalProperties: false\n',
            'properties: { a: {} }\nadditionalProperties: false\n',
          ),
          ['refused', 'properties'],
        ),
        'properties: { a: {}, b: {"type":"string"} }\nadditionalProperties: false\n',
      ),
      fixed(
        wrong(
          'a property whose definition is gone is not put back',
          schema(
            "properties: { a: {}, b: { $ref: '#/$defs/B' } }\nadditionalProperties: false\n$defs: { B: {} }\n",
            'properties: { a: {} }\nadditionalProperties: false\n',
          ),
          ['refused', 'properties: { a: {} }'],
        ),
        'properties: { a: {} }\nadditionalProperties: false\n',
      ),
      fixed(
        wrong('closed', schema('type: object\n', 'type: object\nadditionalProperties: false\n'), [
          'refused',
          'additionalProperties',
        ]),
        'type: object\n',
      ),
    ],
  }),
  'required-properties': defineCases({
    valid: [schema('required: [a]\n', 'type: object\n')],
    invalid: [
      wrong('required', schema('properties: { a: {} }\n', 'properties: { a: {} }\nrequired: [a]\n'), [
        'refused',
        'a',
        2,
      ]),
      fixed(
        wrong('one more', schema('required: [a]\n', 'required: [a, b]\n'), ['refused', 'b']),
        'required: [a]\n',
      ),
    ],
  }),
  'array-items': defineCases({
    valid: [schema('type: array\nmaxItems: 5\n', 'type: array\n')],
    invalid: [
      wrong('fewer', schema('type: array\n', 'type: array\nmaxItems: 5\n'), ['refused', 'maxItems']),
      fixed(
        wrong('unique', schema('type: array\n', 'type: array\nuniqueItems: true\n'), [
          'refused',
          'uniqueItems',
        ]),
        'type: array\n',
      ),
    ],
  }),
  combinations: defineCases({
    valid: [
      schema(
        'anyOf: [{ type: string }, { type: integer }]\n',
        'anyOf: [{ type: integer }, { type: string }, { type: "null" }]\n',
      ),
    ],
    invalid: [
      wrong(
        'an alternative less',
        schema(
          'anyOf: [{ type: string }, { type: integer }, { type: "null" }]\n',
          'anyOf: [{ type: string }, { type: integer }]\n',
        ),
        ['refused', 'anyOf'],
      ),
      wrong(
        'a condition',
        schema('type: object\n', 'type: object\nif: { required: [a] }\nthen: { required: [b] }\n'),
        ['refused', 'if'],
      ),
    ],
  }),
  'next-version': defineCases({
    valid: [script('create table a (x int);', 'create table a (x int);')],
    invalid: [
      wrong('broken', script('create table a (x int, y int);', 'create table a (x int);'), ['major', 'a']),
      wrong('more', script('create table a (x int);', 'create table a (x int, y int);'), ['minor', 'a']),
      wrong('words', schema('title: a\n', 'title: b\n'), ['patch', 'title: b']),
    ],
  }),
}
