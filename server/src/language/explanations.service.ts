import { covers, maxDefinitionTexts } from '@lienthong/plugin-engine'
import type { DirectiveDetail, LocalText } from '@lienthong/protocol'
import { ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { DocumentContentService } from '../documents/document-content.service.ts'
import { PluginsService } from '../plugins/plugins.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { Defined } from './known-documents.ts'
import { type AskedPlace, PlacesService } from './places.service.ts'
import { PluginHelpService } from './plugin-help.service.ts'
import { directiveText, ruleText, textOfDefinition } from './texts.ts'

/** Says what stands behind the words at a place. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly places: PlacesService,
    private readonly content: DocumentContentService,
    private readonly plugins: PluginsService,
    private readonly help: PluginHelpService,
  ) {}

  /** What is referred to there, and what plugins say of it, as Markdown. */
  async ofPlace(actor: Actor, place: AskedPlace): Promise<LocalText[]> {
    const [words, help] = await Promise.all([this.ofWords(actor, place), this.help.explained(place)])
    return [...words, ...help]
  }

  /** Of what is defined right there, nothing. */
  private async ofWords(actor: Actor, place: AskedPlace): Promise<LocalText[]> {
    const subject = await this.places.subjectOf(actor, place)
    if (subject?.kind === 'defined')
      return this.ofDefinitions(subject.defined.filter(isElsewhere(place)), place)
    const mention = place.known.outline.mentions.find(covers(place.offset))
    const directive = subject && mention && (await this.places.directiveOf(actor, mention.name))
    return directive ? [this.ofDirective(directive, place, mention.start)] : []
  }

  /** The documentation of rules; of those that are not known, nothing. */
  async ofRules(ruleIds: readonly string[]): Promise<LocalText[]> {
    const texts = await Promise.all(
      ruleIds.map(async ruleId => {
        const [plugin = '', rule = ''] = ruleId.split('/')
        return this.plugins.rule(plugin, rule).then(ruleText, ignoreUnknown)
      }),
    )
    return texts.filter(text => text !== null)
  }

  /** Of many the first, and each document is read once. */
  private async ofDefinitions(defined: readonly Defined[], place: AskedPlace): Promise<LocalText[]> {
    const here = place.known.document.id
    const texts = new Map([[here, place.text]])
    const shown: LocalText[] = []
    for (const found of defined.slice(0, maxDefinitionTexts)) {
      const { id } = found.in.document
      const text = texts.get(id) ?? (await this.content.text(id)).text
      texts.set(id, text)
      shown.push(textOfDefinition(found, text, id === here))
    }
    return shown
  }

  /** Where the words before the number name a provision of it, that one too. */
  private ofDirective(directive: DirectiveDetail, { text }: AskedPlace, start: number): LocalText {
    const before = text.slice(Math.max(0, start - provisionReach), start)
    return directiveText(directive, before)
  }
}

/** “điểm a khoản 2 Điều 15 Nghị định số” and the like. */
const provisionReach = 120

const isElsewhere =
  ({ known, offset }: AskedPlace) =>
  (found: Defined): boolean =>
    found.in.document.id !== known.document.id || !covers(offset)(found.definition)

const ignoreUnknown = (error: unknown): null => {
  if (error instanceof ProtocolError) return null
  throw error
}
