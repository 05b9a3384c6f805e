import type {
  Completion,
  CompletionContext,
  Explanation,
  HelpVisitors,
  Hover,
  LocalText,
  LookingContext,
  Node,
  Path,
  Plugin,
} from '@lienthong/plugin-sdk'
import {
  costOf,
  isProposable,
  maxPathLength,
  maxPlaces,
  maxProposals,
  maxSteps,
  maxTextLength,
  pathLength,
} from './bounds.ts'
import type { Checker } from './checker.ts'
import { extended, lookingFor } from './looking.ts'
import type { RuleVisitors } from './run.ts'
import { requireHelpVisitors } from './visitor-names.ts'
import type { HelpAsk, HelpPlace, HelpSaid, Running } from './wire.ts'

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
    let cost = 0
    const say = (one: Said) => {
      const { path } = one.place
      if (path.length > maxSteps || pathLength(path) > maxPathLength) return
      cost += costOf(path)
      if (cost <= maxPlaces) said.push(one)
    }
    this.checker.show(unit, (language, following, inputs) =>
      helpers
        .filter(({ meta }) => meta.languages.includes(language) && inputs.areThere(meta.inputs))
        .map(helper => this.visitorsOf(helper, lookingFor(helper, following, inputs), say)),
    )
    return said
  }

  private visitorsOf(helper: Helper, looking: LookingContext, say: (said: Said) => void): RuleVisitors {
    this.running.rule = helper.id
    const visitors = helper.create(looking, say)
    requireHelpVisitors(helper.id, visitors)
    this.running.rule = ''
    return { rule: helper.id, visitors }
  }
}

/** What it tells of a document may be of any length. */
const shortened = ({ vi, en }: LocalText): LocalText => ({
  vi: vi.slice(0, maxTextLength),
  en: en.slice(0, maxTextLength),
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
      say({ place: placeOf(node, below, at), said: { text: shortened(text) } })
    return hover.create(extended(looking, { explain }))
  },
})

const proposing = (id: string, completion: Completion): Helper => ({
  id,
  meta: completion.meta,
  create: (looking, say) => {
    const propose: CompletionContext['propose'] = ({ node, below, at = 'value', proposals }) =>
      say({
        place: placeOf(node, below, at),
        said: { proposals: proposals.filter(isProposable).slice(0, maxProposals) },
      })
    return completion.create(extended(looking, { propose }))
  },
})

const placeOf = ({ unit, path }: Node<unknown>, below: Path = [], at: string): HelpPlace => ({
  unit,
  path: [...path, ...below],
  at,
})
