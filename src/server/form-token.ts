/**
 * What tells a form of our own pages from one that another site made: words that only our pages hold, new with each
 * start of the server. The origin of a request is looked at too (guard.ts); this stands where a browser does not send it.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface FormToken {
  /** The words that stand in a hidden field of each form that changes the record. */
  value: string;
  /** Are these the words? */
  fits(given: unknown): boolean;
}

export function newFormToken(): FormToken {
  const value = randomBytes(24).toString('base64url');
  const expected = Buffer.from(value);
  return {
    value,
    fits: given => {
      const bytes = Buffer.from(typeof given === 'string' ? given : '');
      return bytes.length === expected.length && timingSafeEqual(bytes, expected);
    },
  };
}
