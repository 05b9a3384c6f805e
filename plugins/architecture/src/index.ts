import { definePlugin, type Plugin } from '@lienthong/plugin-sdk'
import { dataClass } from './rules/data-class.ts'
import { dictionaryElement } from './rules/dictionary-element.ts'
import { knownSource } from './rules/known-source.ts'
import { layer } from './rules/layer.ts'
import { ownDatabase } from './rules/own-database.ts'
import { integrationPlatform } from './rules/platform.ts'
import { provinceCurrent } from './rules/province-current.ts'
import { singleSource } from './rules/single-source.ts'

/** Documents fit the national digital architecture framework and the inventory. */
const plugin: Plugin = definePlugin({
  rules: {
    'single-source': singleSource,
    'known-source': knownSource,
    'own-database': ownDatabase,
    'integration-platform': integrationPlatform,
    layer,
    'data-class': dataClass,
    'province-current': provinceCurrent,
    'dictionary-element': dictionaryElement,
  },
})

export default plugin
