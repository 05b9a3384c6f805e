import type { SqlStatement } from '@lienthong/plugin-sdk'
import { SchemaComparison } from './compare-schemas.ts'
import { compareDdl } from './ddl/compare-ddl.ts'
import type { DdlDifference } from './ddl/difference.ts'
import { type Ddl, readDdl } from './ddl/model.ts'
import { rowOf } from './ddl/row.ts'
import { narrows, widens } from './effect.ts'
import { type Effort, patient } from './effort.ts'
import type { Witness } from './witness/search.ts'

/** Two versions of a DDL script side by side. */
export class ScriptComparison {
  readonly differences: readonly DdlDifference[]
  private readonly old: Ddl
  private readonly young: Ddl

  constructor(
    old: readonly SqlStatement[],
    young: readonly SqlStatement[],
    private readonly effort: Effort = patient,
  ) {
    this.old = readDdl(old)
    this.young = readDdl(young)
    this.differences = compareDdl(this.old, this.young)
  }

  /** A row that an insert could give before and cannot any more; null when none was found. */
  get refused(): Witness | null {
    return this.first(({ effect }) => narrows(effect), 'old')
  }

  /** A row that an insert can give now and could not before; null when none was found. */
  get unknown(): Witness | null {
    return this.first(({ effect }) => widens(effect), 'new')
  }

  /**
   * A row, of the columns that matter, that one version takes and the other refuses because of a difference; null when none was
   * found. Keys, other tables and expressions are beyond what one row shows.
   */
  witnessAt(difference: DdlDifference): Witness | null {
    const { effect } = difference
    if (effect === 'none') return null
    const [old, young] = [rowOf(this.old, difference), rowOf(this.young, difference)]
    if (!old || !young) return null
    const rows = new SchemaComparison(old, young, this.effort)
    return narrows(effect) ? rows.refused : rows.unknown
  }

  private first(shows: (difference: DdlDifference) => boolean, valid: Witness['valid']): Witness | null {
    for (const difference of this.differences.filter(shows)) {
      const witness = this.witnessAt(difference)
      if (witness?.valid === valid) return witness
    }
    return null
  }
}
