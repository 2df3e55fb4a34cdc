/** Pages are whole without scripts; what makes them handier is one static file (web/static/page.js). */
export const csr = false;
export const prerender = false;
export const trailingSlash = 'never';
