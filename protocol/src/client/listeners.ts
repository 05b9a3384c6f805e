/** Ends a subscription; calling it twice is the same as once. */
export type Unsubscribe = () => void

/** Who wants to know. A listener that unsubscribes while being told is not told again. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>()

  add(listener: (value: T) => void): Unsubscribe {
    const own = (value: T) => listener(value)
    this.all.add(own)
    return () => this.all.delete(own)
  }

  tell(value: T): void {
    for (const listener of this.all) listener(value)
  }
}
