import {
  defineRule,
  type MarkdownDocument,
  type MdLink,
  type MdNode,
  nearest,
  pageOf,
  type Rule,
  type RuleContext,
} from '@lienthong/plugin-sdk'

export const duplicateRequirement: Rule = defineRule({
  meta: {
    title: { vi: 'Mã yêu cầu không trùng', en: 'Requirement ids are unique' },
    docs: pageOf({
      why: {
        vi: 'Trường dữ liệu và biên bản thẩm định dẫn tới yêu cầu bằng mã; mã trùng thì không biết dẫn tới yêu cầu nào.',
        en: 'Fields and reviews point at requirements by their ids; with an id twice nobody knows which one is meant.',
      },
      wrong: '- YC-001 Hệ thống lưu…\n- YC-001 Hệ thống gửi…',
      right: '- YC-001 Hệ thống lưu…\n- YC-002 Hệ thống gửi…',
      source: 'ISO/IEC/IEEE 29148',
    }),
    defaultSeverity: 'error',
    languages: ['markdown'],
    messages: { twice: { vi: 'Đã có yêu cầu {id}', en: 'There is a requirement {id} already' } },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'markdown') return
      const seen = new Set<string>()
      for (const node of facts.requirements) {
        const { id } = node.value
        if (seen.has(id)) ctx.report({ node, at: 'key', messageId: 'twice', data: { id } })
        seen.add(id)
      }
    },
  }),
})

export const brokenLink: Rule = defineRule({
  meta: {
    title: { vi: 'Liên kết trong tài liệu có đích', en: 'Links within the document lead somewhere' },
    docs: pageOf({
      why: {
        vi: 'Đề mục đổi tên làm hỏng các liên kết trỏ tới nó mà không ai thấy.',
        en: 'A heading that is renamed breaks the links to it, and nobody sees it.',
      },
      wrong: '# Phạm vi\n\nXem [phạm vi](#pham-v).',
      right: '# Phạm vi\n\nXem [phạm vi](#phạm-vi).',
      source: 'CommonMark 0.31 § 6.3',
    }),
    defaultSeverity: 'error',
    languages: ['markdown'],
    messages: {
      missing: { vi: 'Không có đề mục "{slug}"', en: 'There is no heading "{slug}"' },
      missingNear: {
        vi: 'Không có đề mục "{slug}"; có phải "{near}"?',
        en: 'There is no heading "{slug}"; did you mean "{near}"?',
      },
      undefined: { vi: 'Liên kết không có địa chỉ', en: 'The link has no address' },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'markdown') return
      const slugs = slugsOf(facts)
      for (const node of facts.links) {
        const { url } = node.value
        if (url === null) ctx.report({ node, messageId: 'undefined' })
        else if (/^#./.test(url)) checkSlug(ctx, node, slugs)
      }
    },
  }),
})

function checkSlug(ctx: RuleContext, node: MdNode<MdLink>, slugs: ReadonlySet<string>): void {
  const slug = decoded(node.value.url?.slice(1) ?? '')
  if (slugs.has(slug)) return
  const near = nearest(slug, slugs)
  const messageId = near === undefined ? 'missing' : 'missingNear'
  ctx.report({ node, at: 'value', messageId, data: { slug, near: near ?? '' } })
}

/** A heading that occurs again gets a number: `phạm-vi`, `phạm-vi-1`. */
function slugsOf({ headings }: MarkdownDocument): Set<string> {
  const slugs = new Set<string>()
  const times = new Map<string, number>()
  for (const { value } of headings) {
    const count = times.get(value.slug) ?? 0
    slugs.add(count === 0 ? value.slug : `${value.slug}-${count}`)
    times.set(value.slug, count + 1)
  }
  return slugs
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
