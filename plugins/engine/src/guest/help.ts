import type {
  Completion,
  CompletionContext,
  Explanation,
  HelpVisitors,
  Hover,
  HoverContext,
  LookingContext,
  Node,
  Path,
  Plugin,
} from '@lienthong/plugin-sdk'
import { maxPathLength, maxSteps, pathLength } from './bounds.ts'
import type { Checker } from './checker.ts'
import type { Inputs } from './inputs.ts'
import type { Following, RuleVisitors } from './run.ts'
import { requireKnownNames } from './visitor-names.ts'
import type { HelpAsk, HelpPlace, HelpSaid, Running } from './wire.ts'

/** Places of one unit that something is said of: beyond it nobody points. */
const maxPlaces = 5_000
const maxProposals = 200

interface Said {
  readonly place: HelpPlace
  readonly said: HelpSaid
}

/** A hover or a completion, whose `say` gets what it works with. */
interface Helper {
  readonly id: string
  readonly meta: Hover['meta']
  create(looking: LookingContext, say: (said: Said) => void): HelpVisitors
}

/** What a plugin's hovers and completions say of places of a document: first of which, then what of those that were meant. */
export class Help {
  private said: readonly Said[] = []

  constructor(
    private readonly plugin: Plugin,
    private readonly running: Running,
    private readonly checker: Checker,
  ) {}

  answer(ask: HelpAsk): readonly (HelpPlace | HelpSaid)[] {
    if (ask.ask === 'said') return ask.chosen.flatMap(index => this.said[index]?.said ?? [])
    this.said = this.saidOf(ask.unit, helpersOf(this.plugin, ask.kind))
    return this.said.map(({ place }) => place)
  }

  private saidOf(unit: string, helpers: readonly Helper[]): Said[] {
    const said: Said[] = []
    const say = (one: Said) => {
      const { path } = one.place
      if (said.length < maxPlaces && path.length <= maxSteps && pathLength(path) <= maxPathLength)
        said.push(one)
    }
    this.checker.show(unit, (language, following, inputs) =>
      helpers
        .filter(({ meta }) => meta.languages.includes(language) && inputs.areThere(meta.inputs))
        .map(helper => this.visitorsOf(helper, lookingOf(helper, following, inputs), say)),
    )
    return said
  }

  private visitorsOf(helper: Helper, looking: LookingContext, say: (said: Said) => void): RuleVisitors {
    this.running.rule = helper.id
    const visitors = helper.create(looking, say)
    requireKnownNames(`“${helper.id}”`, visitors)
    this.running.rule = ''
    return { rule: helper.id, visitors }
  }
}

const lookingOf = (helper: Helper, following: Following, inputs: Inputs): LookingContext => ({
  ...following,
  get directives() {
    return inputs.directivesFor(helper)
  },
  get inventory() {
    return inputs.inventoryFor(helper)
  },
  get schemas() {
    return inputs.schemasFor(helper)
  },
  get dictionary() {
    return inputs.dictionaryFor(helper)
  },
})

const helpersOf = (
  { hovers = {}, completions = {} }: Plugin,
  kind: 'hovers' | 'completions',
): readonly Helper[] =>
  kind === 'hovers'
    ? Object.entries(hovers).map(([id, hover]) => explaining(id, hover))
    : Object.entries(completions).map(([id, completion]) => proposing(id, completion))

const explaining = (id: string, hover: Hover): Helper => ({
  id,
  meta: hover.meta,
  create: (looking, say) => {
    const explain = ({ node, below, at = 'whole', text }: Explanation) =>
      say({ place: placeOf(node, below, at), said: { text } })
    return hover.create(extended<HoverContext>(looking, { explain }))
  },
})

const proposing = (id: string, completion: Completion): Helper => ({
  id,
  meta: completion.meta,
  create: (looking, say) => {
    const propose: CompletionContext['propose'] = ({ node, below, at = 'value', proposals }) =>
      say({ place: placeOf(node, below, at), said: { proposals: proposals.slice(0, maxProposals) } })
    return completion.create(extended<CompletionContext>(looking, { propose }))
  },
})

/** Getters stay getters: what is not declared throws when it is read, not before. */
const extended = <T extends LookingContext>(
  looking: LookingContext,
  more: Omit<T, keyof LookingContext>,
): T => Object.defineProperties(more, Object.getOwnPropertyDescriptors(looking)) as T

const placeOf = ({ unit, path }: Node<unknown>, below: Path = [], at: string): HelpPlace => ({
  unit,
  path: [...path, ...below],
  at,
})
