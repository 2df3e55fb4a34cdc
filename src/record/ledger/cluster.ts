import type { Report } from './report.js';

/** Reports that are taken for one event, with the score at which each joined. */
export interface Cluster {
  reports: Report[];
  scores: number[];
}
