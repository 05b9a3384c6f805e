/** Finds members by name. Whoever asks for many of one parent's pays for looking through them once. */
export class MemberIndex<Parent extends object, Member> {
  private readonly found = new WeakMap<Parent, ReadonlyMap<string, Member>>()

  /** `membersOf` may list a name more than once: the first counts. */
  constructor(private readonly membersOf: (parent: Parent) => readonly (readonly [name: string, Member])[]) {}

  get(parent: Parent, name: string): Member | undefined {
    const known = this.found.get(parent)
    if (known) return known.get(name)
    const members = new Map([...this.membersOf(parent)].reverse())
    this.found.set(parent, members)
    return members.get(name)
  }
}
