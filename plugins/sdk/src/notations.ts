/**
 * How the ids of numbered requirements are written: `REQ-DC-002`, `YC-3.1`, `YCCN-01-02`. The source of a `RegExp` with the flag `u`, without
 * anchors: say beside it what may stand around.
 */
export const requirementId = String.raw`[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*-[0-9]+(?:\.[0-9]+)*`

const issuers = '[A-ZĐƯ]+(?:-[A-ZĐƯ][A-ZĐƯa-zđ0-9&]*)+'

/**
 * How directives are numbered: of the State `71/NQ-CP`, `278/2025/NĐ-CP`, `15/2020/TTLT-BTC-BNV`, `60/2024/QH15`, of the Party
 * `57-NQ/TW`; as {@link requirementId}, and for `pattern` of JSON Schema. Đ only: turn the look-alike Ð (eth) into it first.
 */
export const directiveNumber = `(?:[0-9]{1,5}/${issuers}|[0-9]{1,4}/[0-9]{4}/(?:${issuers}|QH[0-9]{1,2})|[0-9]{1,5}-[A-ZĐƯ]+/[A-ZĐƯ]+)`

/** How codes of directives in the inventory are written: `NQ-71-CP`, `ND-278-2025`; as {@link requirementId}. */
export const directiveCode = '(?:NQ|ND|QD|L|KH|CD|CT|TB|TBKL|TT|TTLT)(?:-[A-Z0-9]{1,10}){1,3}'
