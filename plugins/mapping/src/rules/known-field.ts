import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { Ends } from '../ends.ts'
import { framework } from '../sources.ts'

export const knownField: Rule = defineRule({
  meta: {
    title: { vi: 'Trường có thật ở hai đầu', en: 'Fields exist at both ends' },
    docs: pageOf({
      why: {
        vi: 'Trường mà phiên bản công bố của lược đồ không có thì không đọc được, không ghi được: lần đồng bộ đầu tiên hỏng. Trường viết `bảng.cột`, `ĐịnhNghĩa.trường`, hoặc chỉ `trường` ở gốc lược đồ; dấu chấm tiếp theo đi vào đối tượng (`noiThuongTru.maTinh`).',
        en: 'A field that the published schema does not have can be neither read nor written: the first run fails. Fields are named `table.column`, `Definition.field`, or just `field` in a schema’s root; further dots lead into objects (`noiThuongTru.maTinh`).',
      },
      wrong: '- { from: cong_dan.ho_ten, to: hoVaTen }',
      right: '- { from: cong_dan.ho_ten, to: hoTen }',
      source: framework,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    inputs: ['schemas'],
    messages: {
      source: {
        vi: 'Nguồn "{address}" (phiên bản {version}) không có trường "{name}"',
        en: 'The source "{address}" (version {version}) has no field "{name}"',
      },
      target: {
        vi: 'Đích "{address}" (phiên bản {version}) không có trường "{name}"',
        en: 'The target "{address}" (version {version}) has no field "{name}"',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const ends = new Ends(ctx)
    return {
      'mapping.entry'(node) {
        for (const { side, name, field, below } of ends.fieldsOf(node)) {
          const known = ends[side](node.parent)
          // A name that is no text is the form's business.
          if (field || !known || name === '') continue
          const near = known.similar(name)
          const title = { vi: `Sửa thành ${near}`, en: `Change to ${near}` }
          const fixes = near === undefined ? [] : ([{ kind: 'setValue', value: near, title }] as const)
          const { address, version } = known.schema
          ctx.report({ node, below, at: 'value', messageId: side, data: { address, version, name }, fixes })
        }
      },
    }
  },
})
