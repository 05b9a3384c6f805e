/** Where TypeORM notes which migrations ran. Its presence also says that a PostgreSQL database is ours. */
export const migrationsTable = 'lienthong_migrations'
