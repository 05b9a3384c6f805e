import { resolve } from 'node:path'
import * as z from 'zod'
import { closestTo } from './closest.ts'
import { type EditLimits, editLimitSettings, editLimitsOf } from './edit-limits.ts'
import { StartFailure } from './start-failure.ts'

/** Every setting, by the environment variable that sets it. */
const settings = z.object({
  LIENTHONG_HOST: z.string().min(1).default('127.0.0.1'),
  LIENTHONG_PORT: z.coerce.number().int().min(0).max(65535).default(4180),
  LIENTHONG_DATA_DIR: z.string().min(1).default('./data'),
  LIENTHONG_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LIENTHONG_REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LIENTHONG_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LIENTHONG_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  LIENTHONG_DEMO: flag(false),
  LIENTHONG_SEED: flag(true),
  ...editLimitSettings,
})

function flag(fallback: boolean) {
  return z
    .enum(['true', 'false'])
    .default(fallback ? 'true' : 'false')
    .transform(value => value === 'true')
}

/** The prefix's variables that belong to tests and to the command line, not to the server. */
const foreignSettings = /^LIENTHONG_((TEST|BENCH|E2E)_|(SERVER|TOKEN)$)/

/** The server's configuration: parsed once, never read from the environment elsewhere. */
export class Config {
  /** Address to listen on. 127.0.0.1 keeps it on this machine; 0.0.0.0 opens it to the network. */
  readonly host: string
  /** TCP port; 0 takes a free one. */
  readonly port: number
  /** Folder of everything that the server keeps on disk. Absolute. */
  readonly dataDir: string
  /** PostgreSQL's address; null means the embedded database in `dataDir`. */
  readonly databaseUrl: string | null
  /** Redis, through which several servers over one PostgreSQL hear of each other; null for one server. */
  readonly redisUrl: string | null
  /** The address that people use, where it differs from host and port (a proxy in front). */
  readonly publicUrl: string | null
  readonly logLevel: z.infer<typeof settings>['LIENTHONG_LOG_LEVEL']
  /** Creates the demo people and their one-time links. Never on a real installation. */
  readonly isDemo: boolean
  /** Whether the product's seed files are brought in at start. */
  readonly hasSeed: boolean
  readonly editLimits: EditLimits

  private constructor(values: z.infer<typeof settings>) {
    this.host = values.LIENTHONG_HOST
    this.port = values.LIENTHONG_PORT
    this.dataDir = resolve(values.LIENTHONG_DATA_DIR)
    this.databaseUrl = values.LIENTHONG_DATABASE_URL ?? null
    this.redisUrl = values.LIENTHONG_REDIS_URL ?? null
    this.publicUrl = values.LIENTHONG_PUBLIC_URL?.replace(/\/$/, '') ?? null
    this.logLevel = values.LIENTHONG_LOG_LEVEL
    this.isDemo = values.LIENTHONG_DEMO
    this.hasSeed = values.LIENTHONG_SEED
    this.editLimits = editLimitsOf(values)
  }

  /** Throws a {@link StartFailure} for an unknown variable or a value that does not fit. Empty means not set. */
  static from(environment: Readonly<Record<string, string | undefined>>): Config {
    const own = Object.entries(environment).filter(
      ([name, value]) => name.startsWith('LIENTHONG_') && !foreignSettings.test(name) && value !== '',
    )
    for (const [name] of own) if (!Object.hasOwn(settings.shape, name)) throw unknownSetting(name)
    const parsed = settings.safeParse(Object.fromEntries(own))
    if (!parsed.success) throw invalidSetting(parsed.error)
    return new Config(parsed.data)
  }
}

const unknownSetting = (name: string): StartFailure => {
  const known = Object.keys(settings.shape)
  const guess = closestTo(name, known)
  return new StartFailure('SETTING_UNKNOWN', {
    vi: `Không có thiết lập ${name}.${guess ? ` Có phải ý bạn là ${guess}?` : ''} Các thiết lập hiện có: ${known.join(', ')}.`,
    en: `There is no setting ${name}.${guess ? ` Did you mean ${guess}?` : ''} The settings are ${known.join(', ')}.`,
  })
}

const invalidSetting = (error: z.ZodError): StartFailure => {
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  return new StartFailure('SETTING_INVALID', {
    vi: `Thiết lập không hợp lệ: ${problems}.`,
    en: `A setting is not acceptable: ${problems}.`,
  })
}
