import type { DirectiveId, WriteProvision, WriteTask } from '@lienthong/protocol'
import type { EntityManager } from 'typeorm'
import { newId } from '../database/ids.ts'
import { ProvisionRow, TaskRow } from './directive.entity.ts'

/** All provisions and tasks of a directive, in their order. */
export interface DirectiveParts {
  provisions: WriteProvision[]
  tasks: WriteTask[]
}

/** Makes these the directive's only provisions and tasks. */
export async function storeParts(
  manager: EntityManager,
  directiveId: DirectiveId,
  { provisions, tasks }: DirectiveParts,
): Promise<void> {
  await manager.delete(ProvisionRow, { directiveId })
  await manager.delete(TaskRow, { directiveId })
  const placed = (_: unknown, at: number) => ({ id: newId(), directiveId, position: at + 1 })
  if (provisions.length > 0)
    await manager.insert(
      ProvisionRow,
      provisions.map((provision, at) => ({ ...placed(provision, at), ...provision })),
    )
  if (tasks.length > 0)
    await manager.insert(
      TaskRow,
      tasks.map((task, at) => ({ ...placed(task, at), ...task })),
    )
}
