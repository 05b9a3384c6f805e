const dayMs = 86_400_000

/** The date in Vietnam so many days from today, `YYYY-MM-DD`. */
export const dayAfter = (days: number, from = Date.now()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(from + days * dayMs)
