import type { Limits } from '../sandbox/limits.ts'
import type { Hearer, StartThread, Thread } from '../sandbox/plugin-thread.ts'
import type { ThreadAnswer } from '../sandbox/thread-wire.ts'

/** Long enough for plugins to be loaded one after another, and for one whose thread was ended to be back, also on a busy machine. */
const quietMs = 2_000

/** Keeps one thread started ahead: it is handed to whoever asks for one next, and `afterMs` after that another is started. */
export const withSpare = (startThread: StartThread, afterMs = quietMs): StartThread => {
  let spare: Spare | null = null
  let timer: NodeJS.Timeout | undefined
  const startAhead = (limits: Limits) => {
    try {
      spare = new Spare(startThread, limits)
    } catch {
      // Nobody asked for it. Who does starts one and hears what is wrong.
    }
  }
  return (limits, hearer) => {
    clearTimeout(timer)
    timer = setTimeout(startAhead, afterMs, limits).unref()
    const thread = spare?.takenBy(hearer, limits)
    spare = null
    return thread ?? startThread(limits, hearer)
  }
}

/** A thread whose hearer comes later. */
class Spare {
  private readonly thread: Thread
  private hearer: Hearer | null = null
  /** That it is ready: nothing else was asked. */
  private said: ThreadAnswer | null = null
  private isGone = false

  constructor(
    startThread: StartThread,
    private readonly limits: Limits,
  ) {
    this.thread = startThread(limits, {
      answered: answer => {
        if (this.hearer) this.hearer.answered(answer)
        else this.said = answer
      },
      gone: reason => {
        this.isGone = true
        this.hearer?.gone(reason)
      },
    })
  }

  /** Null when it broke while it waited, or was started for other limits. */
  takenBy(hearer: Hearer, limits: Limits): Thread | null {
    if (this.isGone || this.limits !== limits) {
      void this.thread.end()
      return null
    }
    this.hearer = hearer
    const { said } = this
    // Whoever asks knows its thread only when this has returned.
    if (said) queueMicrotask(() => hearer.answered(said))
    return this.thread
  }
}
