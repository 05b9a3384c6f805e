import { constants, getPriority } from 'node:os'
import { runnerWith } from './runners.ts'

it('[V9] gives way to what people write where there are too few cores for both', async () => {
  const runner = await runnerWith({})
  const { PRIORITY_BELOW_NORMAL } = constants.priority
  expect(getPriority(runner.pid)).toBeGreaterThanOrEqual(PRIORITY_BELOW_NORMAL)
})
