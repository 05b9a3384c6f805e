import { Column, type ColumnOptions, type DataSource, PrimaryColumn, TableColumn } from 'typeorm'

/**
 * The only file that knows what SQLite and PostgreSQL call things. Entities use the decorators, migrations `columnsFor`.
 * Times are ISO 8601 in UTC with milliseconds, as text: they compare and sort alike on both. Ids are UUIDv7 as text.
 */
type Options = Pick<ColumnOptions, 'nullable' | 'unique'>

export const IdColumn = () => PrimaryColumn({ type: 'varchar', length: 36 })
export const KeyColumn = () => PrimaryColumn({ type: 'varchar' })
export const ReferenceColumn = (options: Options = {}) => Column({ ...options, type: 'varchar', length: 36 })
export const TextColumn = (options: Options = {}) => Column({ ...options, type: 'text' })
export const TimeColumn = (options: Options = {}) => Column({ ...options, type: 'varchar', length: 24 })
export const DateColumn = (options: Options = {}) => Column({ ...options, type: 'varchar', length: 10 })
export const CountColumn = (options: Options = {}) => Column({ ...options, type: 'integer' })
export const CountKeyColumn = () => PrimaryColumn({ type: 'integer' })
export const NumberColumn = (options: Options = {}) => Column({ ...options, type: 'double precision' })
export const FlagColumn = (options: Options = {}) => Column({ ...options, type: 'boolean' })
export const JsonColumn = (options: Options = {}) => Column({ ...options, type: 'simple-json' })
export const BytesColumn = (options: Options = {}) => Column({ ...options, type: 'blob' })

type DataSourceOf = { dataSource: DataSource }

export const isPostgres = (dataSource: DataSource): boolean => dataSource.options.type === 'postgres'

/** Makes PostgreSQL's driver read `blob` as its own `bytea`. Call before the data source is initialised. */
export const teachColumns = (dataSource: DataSource): void => {
  if (!isPostgres(dataSource)) return
  const { driver } = dataSource
  driver.supportedDataTypes.push('blob')
  const normalize = driver.normalizeType.bind(driver)
  driver.normalizeType = column => (column.type === 'blob' ? 'bytea' : normalize(column))
}

/** Column makers for migrations: `const { id, text } = columnsFor(runner)`, then `new Table({ columns: [id(), text('name')] })`. */
export const columnsFor = ({ dataSource }: DataSourceOf) => {
  const maker =
    (type: string, length?: string) =>
    (name: string, options: Options = {}) =>
      new TableColumn({ name, type, isNullable: false, ...(length && { length }), ...columnOptions(options) })
  return {
    id: () => new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
    /** A primary key that is text of our making. */
    key: (name: string) => new TableColumn({ name, type: 'varchar', isPrimary: true }),
    /** A primary key that is a number of our making, or a part of one. */
    countKey: (name: string) => new TableColumn({ name, type: 'integer', isPrimary: true }),
    reference: maker('varchar', '36'),
    text: maker('text'),
    time: maker('varchar', '24'),
    date: maker('varchar', '10'),
    count: maker('integer'),
    number: maker('double precision'),
    flag: maker('boolean'),
    json: maker('text'),
    bytes: maker(isPostgres(dataSource) ? 'bytea' : 'blob'),
  }
}

const columnOptions = ({ nullable, unique }: Options) => ({
  ...(nullable && { isNullable: true }),
  ...(unique && { isUnique: true }),
})
