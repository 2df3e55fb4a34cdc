import type { ParamMatcher } from '@sveltejs/kit';

/** Two country codes: `CHN-RUS`. */
export const match: ParamMatcher = param => /^[A-Za-z]{3}-[A-Za-z]{3}$/.test(param);
