/** Why something was refused; the same names as in Java. */
export type Reason =
  | 'UNKNOWN_VERSION'
  | 'UNKNOWN_SUITE'
  | 'TRUNCATED'
  | 'UNEXPECTED_FIELD'
  | 'WRONG_LENGTH'
  | 'TRAILING_BYTES'
  | 'NOT_CANONICAL'
  | 'INVALID_PUBLIC_KEY'
  | 'INVALID_PRIVATE_KEY'
  | 'SMALL_ORDER'
  | 'RSA_TOO_SHORT'
  | 'RSA_EXPONENT'
  | 'MISTYPED'
  | 'WRONG_KEY'
  | 'NOT_A_RECIPIENT'
  | 'NOT_AUTHENTIC'
  | 'NOT_SIGNED'
  | 'ROLLED_BACK'
  | 'BROKEN_CHAIN'
  | 'INCOMPLETE';

/** Something was not what it claimed to be, and was not opened. */
export class CryptoRefusal extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}
