/** The conference that the first data describe. Its figures are true on this day and claim nothing of any other. */
export const seedEventDay = '2025-07-15'
