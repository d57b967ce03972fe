/**
 * The AHV number number `n` (0–9999) of the range 756.1234.…, with its check digit.
 * @see EAN-13 (GS1 General Specifications §7.9)
 */
export function exampleAhvNumber(n: number): string {
  const digits = `7561234${String(n).padStart(4, '0')}0`;
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 1 : 3);
  const all = digits.slice(0, 12) + ((10 - (sum % 10)) % 10);
  return `${all.slice(0, 3)}.${all.slice(3, 7)}.${all.slice(7, 11)}.${all.slice(11)}`;
}

/**
 * A tax identification number that nobody has: real ones never begin with 0. `ten` are its first ten digits, of which
 * exactly one stands twice. @see ISO 7064 MOD 11,10
 */
export function exampleTaxId(ten: `0${string}`): string {
  let product = 10;
  for (const digit of ten) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return ten + ((11 - product) % 10);
}
