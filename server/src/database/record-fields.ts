import { type CalendarDate, ProtocolError, type Provenance } from '@lienthong/protocol'

interface Said {
  code: string
  provenance?: Provenance | undefined
  validFrom?: CalendarDate | null | undefined
  validTo?: CalendarDate | null | undefined
  note?: string | null | undefined
}

/** The columns that every new record begins with. What its creator did not say is not known. Errors: RECORD_INVALID. */
export const newRecordFields = ({ code, provenance, validFrom, validTo, note }: Said) =>
  withValidity({
    code,
    provenance: provenance ?? { sources: [], confidence: null, asOf: null },
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
    note: note ?? null,
    version: 1,
  })

/** The same record, if its validity ends after it begins. Errors: RECORD_INVALID. */
export const withValidity = <T extends { validFrom: string | null; validTo: string | null }>(
  record: T,
): T => {
  const { validFrom, validTo } = record
  if (validFrom !== null && validTo !== null && validTo <= validFrom)
    throw new ProtocolError('RECORD_INVALID', { detail: 'validTo must be after validFrom' })
  return record
}
