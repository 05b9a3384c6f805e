import type { CheckResult, UnitFinding } from '../src/engine/finding.ts'
import { type Piece, toDocument } from '../src/models/unit.ts'

/** Keeps what a client would keep. */
export class Client {
  private units = new Map<string, readonly UnitFinding[]>()
  private places: Readonly<Record<string, readonly Piece[]>> = {}

  take({ isComplete, units, places }: CheckResult): void {
    if (isComplete) this.units.clear()
    for (const { unit, findings } of units) this.units.set(unit, findings)
    this.places = places
  }

  get isBroken(): boolean {
    return (this.units.get('syntax') ?? []).length > 0
  }

  placed(text: string): string[] {
    return [...this.units]
      .flatMap(([unit, findings]) =>
        findings.map(finding => {
          const { start, end } = toDocument(this.places[unit] ?? [], finding)
          return `${start}-${end} ${finding.ruleId} ${finding.message.vi} «${text.slice(start, end)}»`
        }),
      )
      .sort()
  }
}
