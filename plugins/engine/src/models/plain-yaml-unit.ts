import type { Fix, Json, Path } from '@lienthong/plugin-sdk'
import { MemberIndex } from './member-index.ts'
import { type PlainMember, type PlainNode, readPlainYaml } from './plain-yaml.ts'
import { schemaProblems } from './schema-problems.ts'
import type { InvalidFact, Spot, TextEdit } from './unit.ts'
import { cacheKeyOf, type ReadYaml, without, YamlUnit } from './yaml-unit.ts'

/** Reads a stretch of YAML, plain or not; see {@link ReadYaml}. `containers` are keywords whose members are units of their own. */
export const yamlUnit = (
  text: string,
  isDefinition: boolean,
  containers: ReadonlySet<string> = new Set(),
): ReadYaml => {
  const node = readPlainYaml(text)
  if (!node) return new YamlUnit(text, isDefinition, containers)
  const first = node.members?.[0]
  const top = isDefinition && first?.key ? first : { name: '', key: null, node }
  return new PlainYamlUnit(text, top, isDefinition, containers)
}

/** YAML as people write schemas. The parser is asked only for fixes. */
class PlainYamlUnit implements ReadYaml {
  readonly cacheKey: string
  readonly value: Json
  readonly name: string | null
  readonly invalid: readonly InvalidFact[]
  readonly syntax = []
  readonly duplicateKeys = []
  readonly reachesOut = false
  private parsed: YamlUnit | null = null
  private readonly members = new MemberIndex(membersOf)

  constructor(
    readonly text: string,
    private readonly top: PlainMember,
    private readonly isDefinition: boolean,
    private readonly containers: ReadonlySet<string>,
  ) {
    this.cacheKey = cacheKeyOf(text, isDefinition, containers)
    this.name = top.key ? String(top.name) : null
    this.value = without(top.node.value, containers)
    this.invalid = schemaProblems(this.value)
  }

  spot(path: Path): Spot | null {
    let member: PlainMember | undefined = this.top
    for (const step of path) {
      member = this.members.get(member.node, String(step))
      if (!member) return null
    }
    const { key, node } = member
    const value = { start: node.start, end: node.end }
    return { key, value, whole: { start: key?.start ?? node.start, end: node.end } }
  }

  fix(path: Path, fix: Fix): readonly TextEdit[] | null {
    this.parsed ??= new YamlUnit(this.text, this.isDefinition, this.containers)
    return this.parsed.fix(path, fix)
  }
}

const membersOf = ({ members }: PlainNode) =>
  (members ?? []).map(member => [String(member.name), member] as const)
