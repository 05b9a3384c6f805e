import type { Argument, Command, Option } from 'commander'
import type { Speech } from './words/speech.ts'

/** Commander gives every sub-command an English help of its own. */
export function withHelpIn(command: Command, speech: Speech): Command {
  const described = (described: Option | Argument) => descriptionOf(described, speech)
  command.helpOption('-h, --help', speech.say('optionHelp'))
  command.configureHelp({
    styleTitle: title => (isTitle(title) ? speech.say(title) : title),
    optionDescription: described,
    argumentDescription: described,
  })
  for (const below of command.commands) withHelpIn(below, speech)
  return command
}

const titles = ['Usage:', 'Arguments:', 'Options:', 'Commands:'] as const

const isTitle = (title: string): title is (typeof titles)[number] => titles.some(one => one === title)

/** With what may be chosen, and what holds unless told. */
function descriptionOf({ description, argChoices, defaultValue }: Option | Argument, speech: Speech): string {
  const more = [
    argChoices && speech.say('choices', { values: argChoices.join(', ') }),
    typeof defaultValue === 'string' && speech.say('unlessTold', { value: defaultValue }),
  ].filter(Boolean)
  return more.length > 0 ? `${description} (${more.join('; ')})` : description
}
