const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/**
 * The check digit of the first nine digits of a tax code: 10 − (Σ digit × weight mod 11), weights 31 29 23 19 17 13 7 5 3.
 * Undefined when the result is 10: no code is given out for such a number.
 * Source: the worked example of the tax administration's circular, as carried by python-stdnum and vn-ident (010004751 → 6).
 */
export function taxCheckDigit(nineDigits: string): number | undefined {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(nineDigits[i]), 0)
  const digit = 10 - (sum % 11)
  return digit === 10 ? undefined : digit
}
