import { cited, defineRule, onRecord, pageOf, type Rule } from '@lienthong/plugin-sdk'

export const knownSchema: Rule = defineRule({
  meta: {
    title: { vi: 'Lược đồ hai đầu đã công bố', en: 'Both schemas are published' },
    docs: pageOf({
      why: {
        vi: 'Ánh xạ được đối chiếu với phiên bản công bố mới nhất của lược đồ nguồn và lược đồ đích, không với bản thảo: bản thảo còn đổi mà bên kia không biết. Chưa công bố thì các trường chưa được kiểm tra. Địa chỉ viết `mã-cơ-sở-dữ-liệu/tên-tài-liệu`, như trong cây tài liệu.',
        en: 'A mapping is held against the newest published versions of its source and target, not against drafts: those still change without the other side knowing. Until they are published the fields are not checked. An address is written `database-code/document`, as in the tree of documents.',
      },
      wrong: 'mapping:\n  source: cong-dan.sql',
      right: 'mapping:\n  source: ho-so/cong-dan.sql',
      source: cited(['Phiên bản công bố trong hệ thống'], onRecord),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    inputs: ['schemas'],
    messages: {
      unpublished: {
        vi: 'Không có phiên bản công bố của "{address}": các trường của nó chưa được kiểm tra',
        en: 'No version of "{address}" is published: its fields are not checked',
      },
      same: { vi: 'Nguồn và đích là một', en: 'Source and target are the same' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    mapping(node) {
      const { source, target } = node.value
      for (const [key, address] of Object.entries({ source, target }))
        if (address !== null && !ctx.schemas.byAddress(address))
          ctx.report({ node, below: [key], at: 'value', messageId: 'unpublished', data: { address } })
      if (source !== null && source === target)
        ctx.report({ node, below: ['target'], at: 'value', messageId: 'same' })
    },
  }),
})
