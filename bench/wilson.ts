import { wilsonLead } from '../src/levers/wilson.js';

/** The Wilson score interval of a share at 95 percent (Wilson 1927): it stays honest where all are right. */
export function wilsonInterval(right: number, of: number): [number, number] {
  const [low, high] = wilsonLead(right, of - right, 1.96).others;
  return [low + 1 / 2, high + 1 / 2];
}
