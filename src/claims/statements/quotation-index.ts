import { firstNotBefore } from '../../in-order.js';
import type { Span } from '../../reading.js';
import type { Quotation } from './quotations.js';

/** Quotations that can be asked for by place. */
export interface QuotationIndex {
  /** Whether a span stands between the marks of one quotation. */
  holds(span: Span): boolean;
  /** Whether a span shares words with a quotation. */
  touches(span: Span): boolean;
}

/** Of quotations in the order of the text; those inside others need not be asked. Each question costs a search by halves. */
export function quotationIndex(quotations: Quotation[]): QuotationIndex {
  const outermost = quotations.filter(({ depth }) => depth === 0);
  /** The first quotation that ends behind a place. */
  const firstBehind = (place: number): Quotation | undefined => {
    return outermost[firstNotBefore(outermost, one => one.outer.end <= place)];
  };
  return {
    holds({ start, end }) {
      const quotation = firstBehind(start);
      return quotation !== undefined && quotation.outer.start <= start && end <= quotation.outer.end;
    },
    touches({ start, end }) {
      const quotation = firstBehind(start);
      return quotation !== undefined && quotation.start < end && start < quotation.end;
    },
  };
}
