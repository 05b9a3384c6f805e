import { type DynamicModule, Module } from '@nestjs/common'
import { Config } from './config.ts'

@Module({})
class ConfigModule {}

/** Gives every feature the one parsed {@link Config}. */
export const configModule = (config: Config): DynamicModule => ({
  module: ConfigModule,
  global: true,
  providers: [{ provide: Config, useValue: config }],
  exports: [Config],
})
