import { CustomExecution, Task, TaskRevealKind, TaskScope, tasks, Uri, workspace } from 'vscode'
import type { CommandRun } from '../../core/plugin-author/own-command.ts'
import { lang } from '../language.ts'
import { CommandTerminal } from './command-terminal.ts'

/** `words` follow `lienthong plugin`. */
interface PluginRun extends Omit<CommandRun, 'env'> {
  title: string
  env?: () => Promise<CommandRun['env']>
}

/** Runs `lienthong plugin …` as a task, so that people see what it says. True when it went well. */
export const runAsTask = ({ title, command, words, folder, env }: PluginRun): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const run = async () => ({
      command,
      words: ['plugin', ...words, '--lang', lang()],
      folder,
      env: (await env?.()) ?? {},
    })
    // A process of VS Code's own would not do in a window on databases: it has no folder on this machine.
    const execution = new CustomExecution(
      async () => new CommandTerminal(run, exitCode => resolve(exitCode === 0)),
    )
    const definition = { type: 'lienthong', words, folder }
    const task = new Task(
      definition,
      workspace.getWorkspaceFolder(Uri.file(folder)) ?? TaskScope.Workspace,
      title,
      'Liên Thông',
      execution,
      '$lienthong-plugin',
    )
    task.presentationOptions = { reveal: TaskRevealKind.Always, clear: true, showReuseMessage: false }
    tasks.executeTask(task).then(undefined, reject)
  })
